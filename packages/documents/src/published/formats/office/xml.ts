/**
 * XML 部件: parts of an office file as small trees, one after the other, so that a large part is never in memory whole.
 * A DOCTYPE is refused, entities other than XML's own are no XML, and depth and size are bounded.
 */
import * as Result from "effect/Result"
import { SaxesParser } from "saxes"
import type { Fault } from "../../../read/Fault.ts"
import { readingLimits } from "../reading-limits.ts"
import { type RefusalReason, refused } from "../refusals.ts"

/** An element; `text` is its own text, in `children` its elements in order. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Array<Element>
  text: string
}

/** Why reading a part stops. */
class Refusal extends Error {
  readonly reason: RefusalReason
  constructor(reason: RefusalReason) {
    super(reason)
    this.reason = reason
  }
}

const mostElements = 1_500_000
const chunk = 256 * 1024

export interface XmlReading {
  /** Names of elements that are given one by one, as soon as each is complete. Those within one of them stay in it. */
  readonly units: ReadonlySet<string>
  readonly onUnit: (unit: Element) => void
  /** Whether names are taken without their prefix. */
  readonly bareNames?: boolean
}

const decoderOf = (bytes: Uint8Array) => {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8"
  return new TextDecoder(encoding, { fatal: true })
}

const bare = (name: string): string => name.slice(name.indexOf(":") + 1)

const parser = ({ bareNames = false, onUnit, units }: XmlReading): SaxesParser => {
  const sax = new SaxesParser()
  const open: Array<Element> = []
  let depth = 0
  let elements = 0
  sax.on("doctype", () => {
    throw new Refusal("XmlHostile")
  })
  sax.on("error", () => {
    throw new Refusal("FileDamaged")
  })
  sax.on("opentag", (tag) => {
    depth += 1
    if (depth > readingLimits.depth) throw new Refusal("XmlHostile")
    const name = bareNames ? bare(tag.name) : tag.name
    if (open.length === 0 && !units.has(name)) return
    elements = open.length === 0 ? 1 : elements + 1
    if (elements > mostElements) throw new Refusal("ReadingTooMuch")
    const element: Element = { name, attributes: tag.attributes, children: [], text: "" }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  sax.on("text", (text) => {
    const element = open.at(-1)
    if (element !== undefined) element.text += text
  })
  sax.on("cdata", (text) => {
    const element = open.at(-1)
    if (element !== undefined) element.text += text
  })
  sax.on("closetag", () => {
    depth -= 1
    const element = open.pop()
    if (element !== undefined && open.length === 0) onUnit(element)
  })
  return sax
}

/** Reads a part; what `onUnit` was given before a fault was found is the caller's to drop. */
export const readXml = (
  file: string,
  name: string,
  bytes: Uint8Array,
  reading: XmlReading
): Result.Result<void, Fault> => {
  const decoder = decoderOf(bytes)
  const sax = parser(reading)
  try {
    for (let at = 0; at < bytes.length; at += chunk) {
      sax.write(decoder.decode(bytes.subarray(at, at + chunk), { stream: true }))
    }
    sax.write(decoder.decode())
    sax.close()
    return Result.succeed(undefined)
  } catch (thrown) {
    return Result.fail(refused(file, thrown instanceof Refusal ? thrown.reason : "FileDamaged", name))
  }
}

export const childrenNamed = (element: Element | undefined, name: string): ReadonlyArray<Element> =>
  element?.children.filter((child) => child.name === name) ?? []

export const childNamed = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((child) => child.name === name)
