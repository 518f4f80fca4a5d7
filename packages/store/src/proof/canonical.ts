/**
 * 规范字节: the one text of an event that its hash is taken of, so that anybody can take it again from an exported line,
 * in any language: the envelope without `position` and `id` (the tree and the text itself say them), with `form` added,
 * as JSON after RFC 8785 (keys sorted by code units, no blanks, shortest escapes) in UTF-8. Numbers are safe integers;
 * a fraction has no form. `docs/log.md` says the same for readers.
 */
import type { EventMetadata } from "@juesuan/domain"
import type { FullEventRow } from "../Backend.ts"

/** The version of the form; a change of any rule is a new number, and old ones are read for ever. */
export const canonicalForm = 1

/** Text of JSON in canonical form. Throws `SyntaxError` for what is no JSON and `RangeError` for a number that has no form. */
const canonicalJson = (text: string): string => flatForm(text) ?? formOf(JSON.parse(text))

/** The same of the value that a text was made of: nothing is parsed where all its members are texts, as most events' are. */
export const canonicalValue = (value: object, text: string): string => flatValue(value, text) ?? canonicalJson(text)

/** 规范文本 of an event as stored; its UTF-8 bytes are what is hashed. Throws as `canonicalJson`. */
export const canonicalText = (row: FullEventRow): string =>
  canonicalEvent(row, canonicalJson(row.data), notesForm(row.recordedAt, row.metadata))

/** The same where the canonical texts of data and metadata (the recorded time among it) are known already. */
export const canonicalEvent = (
  { schemaVersion, stream, type, version }: Pick<FullEventRow, "schemaVersion" | "stream" | "type" | "version">,
  data: string,
  metadata: string
): string =>
  `{"data":${data},"form":${canonicalForm},"metadata":${metadata},"schemaVersion":${schemaVersion},` +
  `"stream":${quoted(stream)},"type":${quoted(type)},"version":${version}}`

/** The canonical text of metadata as an append has it. */
export const canonicalNotes = (
  recordedAt: string,
  { actor, causation, commandId, corrects, evidence }: Omit<EventMetadata, "recordedAt">
): string => JSON.stringify({ actor, causation, commandId, corrects, evidence, recordedAt })

/** Metadata with the recorded time in it, as a reader of the log sees them. */
const notesForm = (recordedAt: string, metadata: string): string =>
  flatForm(`{"recordedAt":${quoted(recordedAt)},${metadata.slice(1)}`) ??
  formOf({ recordedAt, ...(JSON.parse(metadata) as object) })

const quoted = (text: string): string => (/^[\w.:@-]*$/u.test(text) ? `"${text}"` : JSON.stringify(text))

/** Keys that stand in one order, and the order they are to stand in. */
interface Shape {
  readonly keys: ReadonlyArray<string>
  readonly order: ReadonlyArray<number>
}

const shapes = new Map<number, ReadonlyArray<Shape>>()
const shapesKept = 64

/** What quotes, colon and comma of a member of plain texts take. */
const around = `"":"",`.length

/** The members of a text, cut at where each of them begins, put together in the order of their keys. */
const assembled = (text: string, { order }: Shape, starts: ReadonlyArray<number>): string => {
  let form = "{"
  for (const index of order) {
    form += `${form === "{" ? "" : ","}${text.slice(starts[index], (starts[index + 1] ?? text.length) - 1)}`
  }
  return `${form}}`
}

/**
 * The form of an object whose values are all plain texts, as those of most events are: its text is cut at where its members
 * must begin. Anything else (escapes, numbers, nesting) is `undefined` and goes the long way; both ways give the same text.
 */
const flatValue = (value: object, text: string): string | undefined => {
  if (text.includes("\\")) return undefined
  const keys = Object.keys(value)
  const starts: Array<number> = []
  let at = 1
  for (const key of keys) {
    const each: unknown = value[key as keyof typeof value]
    if (typeof each !== "string") return undefined
    starts.push(at)
    at += key.length + each.length + around
  }
  const shape = at === text.length ? shapeOf(keys.length, (index) => keys[index] ?? "") : undefined
  return shape && assembled(text, shape, starts)
}

/** The same of a text alone, which is cut at its quotes first. */
const flatForm = (text: string): string | undefined => {
  if (unplain.test(text)) return undefined
  const parts = text.split('"')
  const count = (parts.length - 1) / 4
  if (!Number.isInteger(count) || count === 0 || parts[0] !== "{" || parts.at(-1) !== "}") return undefined
  const starts: Array<number> = []
  let at = 1
  for (let index = 0; index < count; index += 1) {
    const [, key = "", colon, value = "", comma] = parts.slice(4 * index, 4 * index + 5)
    if (colon !== ":" || (comma !== "," && index < count - 1)) return undefined
    starts.push(at)
    at += key.length + value.length + around
  }
  const shape = shapeOf(count, (index) => parts[4 * index + 1] ?? "")
  return shape && assembled(text, shape, starts)
}

/** A backslash, or a control character, which JSON does not have. */
const unplain = new RegExp(String.raw`[\\\u0000-\u001f]`, "u")

/** The shape of so many keys; none where a key stands twice. */
const shapeOf = (count: number, keyAt: (index: number) => string): Shape | undefined => {
  const known = shapes.get(count) ?? []
  const found = known.find(({ keys }) => keys.every((key, index) => key === keyAt(index)))
  if (found !== undefined) return found
  const keys = Array.from({ length: count }, (_, index) => keyAt(index))
  if (new Set(keys).size < count) return undefined
  // `toSorted` without a comparison orders by code units, as RFC 8785 does.
  const order = keys.toSorted().map((key) => keys.indexOf(key))
  const shape = { keys, order }
  if (known.length < shapesKept) shapes.set(count, [...known, shape])
  return shape
}

const formOf = (value: unknown): string => {
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no safe integer and has no canonical form`)
    return String(value)
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(formOf).join(",")}]`
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${formOf(each)}`).join(",")}}`
}
