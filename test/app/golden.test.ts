/**
 * R18: golden logs, kept for ever: one for each released version of the events, as the program of that time exported it,
 * with all that it answered: every figure of the tables and of the evaluations, with its reason down to the events. What
 * is asked of it today has to answer the same. A version that is raised gets a golden log of its own; the old one stays.
 * Where a rule was wrong, `vitest --update` writes the answers anew, and the difference is reviewed like code.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Books, Disclosures, Explanations } from "@juesuan/app"
import { eventKinds, type Figure } from "@juesuan/domain"
import * as Effect from "effect/Effect"
import { expect, test } from "vitest"
import { newBooks } from "./books.ts"

const fixtures = join(import.meta.dirname, "fixtures")
const golden = ["golden-1"]
const logOf = (name: string): Buffer => readFileSync(join(fixtures, `${name}.jsonl`))

type Explained = Effect.Success<ReturnType<Explanations["Service"]["explain"]>>

type Citation = Extract<Explained["because"], { readonly kind: "given" }>["citation"]

/** The values of an answer, in the order of its fields. */
const shown = ({ value }: Pick<Explained, "value">): string =>
  typeof value === "object" && value !== null ? Object.values(value).join(" ") : String(value)

/** Whether somebody has checked a citation by now is no part of the reason. */
const cited = ({ article = "", document, inForceFrom = "" }: Citation): string =>
  [document, article, inForceFrom].join(" ").trim()

/** A figure and its reason, a line each; a figure and the citation of a rule that were shown before are only named again. */
const lines = (explained: Explained, known: Set<string>, indent = ""): ReadonlyArray<string> => {
  const { because, label, printing, ref } = explained
  const line = `${indent}${ref === "" ? label : ref} ＝ ${shown(explained)}`
  if (because.kind === "recorded")
    return [`${line} ⇐ ${because.events.map(({ position }) => `#${position}`).join(" ")}`]
  if (because.kind === "given") return [`${line} ⇐ ${cited(because.citation)}`]
  const { citation, formula, inputs, rule } = because
  if (known.has(ref)) return [line]
  const source = known.has(rule) ? "" : ` ${cited(citation)}`
  known.add(ref).add(rule)
  const printed = printing === undefined ? "" : `；${printing.formula}`
  return [
    `${line} ⇐ ${label}〔${rule}〕${formula}${printed}${source}`,
    ...inputs.flatMap((input) => lines(input, known, `${indent} `))
  ]
}

/** Every figure in data that holds figures. */
const figuresIn = (data: unknown): ReadonlyArray<Figure> => {
  if (typeof data !== "object" || data === null) return []
  if ("ref" in data && "value" in data && "because" in data) return [data as Figure]
  return Object.values(data).flatMap(figuresIn)
}

const answers = async (name: string): Promise<string> => {
  const books = newBooks()
  const file = { name: `${name}.jsonl`, bytes: [logOf(name)], content: "log" as const }
  await books.run(Effect.flatMap(Books, (use) => use.importFile(file)))
  const { disclosure } = await books.run(Effect.flatMap(Disclosures, (use) => use.disclosure()))
  const refs = [...new Set(figuresIn([disclosure.tables, disclosure.evaluations]).map(({ ref }) => ref))]
  const known = new Set<string>()
  const texts = await Promise.all(
    refs.map(async (ref) =>
      lines(await books.run(Effect.flatMap(Explanations, (use) => use.explain(ref))), known).join("\n")
    )
  )
  return `${texts.join("\n")}\n`
}

test.each(golden)("%s：数字与理由都和当年相同", async (name) => {
  await expect(await answers(name)).toMatchFileSnapshot(join(fixtures, `${name}.txt`))
})

test("每一种事件、每一个发布过的版本都在某一本里", () => {
  const kept = golden.flatMap((name) => logOf(name).toString("utf8").trim().split("\n"))
  const released = Object.entries(eventKinds).flatMap(([kind, { schemaVersion }]) =>
    Array.from({ length: schemaVersion }, (_, index) => `${kind} ${index + 1}`)
  )
  const found = kept.map((line) => JSON.parse(line) as { readonly type: string; readonly schemaVersion: number })
  expect(new Set(found.map(({ schemaVersion, type }) => `${type} ${schemaVersion}`))).toEqual(new Set(released))
})
