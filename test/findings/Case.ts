/**
 * 发现集的一例: the smallest document that provokes a finding, and the same document without the mistake, as a person would
 * write them down: one file a rule, `cases/<rule>.md`, or a cause, `causes/<cause>.md`, with two fenced texts.
 */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { readDisclosure } from "@juesuan/documents"
import type { PublishedDisclosure } from "@juesuan/domain"
import {
  type CheckRule,
  checkRulesFor,
  type Finding,
  type Judged,
  judgeDisclosure,
  type JudgingContext
} from "@juesuan/rules"
import * as Result from "effect/Result"

export interface FindingCase {
  /** The rule's or the cause's id: the name of the file. */
  readonly id: string
  /** What happened, in one sentence. */
  readonly story: string
  /** The place whose rules apply; 全国 where the case names none. */
  readonly place: Parameters<typeof checkRulesFor>[0]
  readonly wrong: string
  readonly right: string
  /** The disclosure of the year before, where the rule holds two years against each other. */
  readonly previous: string | undefined
}

const fencedUnder = (text: string, heading: string): string | undefined =>
  new RegExp(`^## ${heading}\\n+\`\`\`\\n([\\s\\S]*?)\`\`\``, "mu").exec(text)?.[1]

const fenced = (text: string, heading: string, file: string): string => {
  const found = fencedUnder(text, heading)
  if (found === undefined) throw new Error(`${file}: there is no fenced text under “## ${heading}”`)
  return found
}

const caseOf = (folder: string, file: string): FindingCase => {
  const text = readFileSync(join(folder, file), "utf8")
  const [, story] = /^# .*\n+([^\n]+)\n/u.exec(text) ?? []
  if (story === undefined) throw new Error(`${file}: the second paragraph says what happened`)
  const [, place = "national"] = /^地区：(\w+)$/mu.exec(text) ?? []
  return {
    id: file.replace(/\.md$/u, ""),
    story,
    place: place as FindingCase["place"],
    wrong: fenced(text, "不符", file),
    right: fenced(text, "相符", file),
    previous: fencedUnder(text, "上一年度")
  }
}

/** Every case of a folder, by id. */
export const casesIn = (folder: string): ReadonlyArray<FindingCase> =>
  readdirSync(join(import.meta.dirname, folder))
    .filter((file) => file.endsWith(".md"))
    .map((file) => caseOf(join(import.meta.dirname, folder), file))
    .toSorted((left, right) => (left.id < right.id ? -1 : 1))

const known = new Map<string, Promise<PublishedDisclosure>>()

/** A text as a disclosure; each text is read once. */
const readText = (text: string): Promise<PublishedDisclosure> => {
  const before = known.get(text)
  if (before !== undefined) return before
  const reading = readDisclosure([{ name: "决算公开.txt", bytes: new TextEncoder().encode(text) }]).then((read) =>
    Result.getOrThrowWith(read, (faults) => new Error(faults.map(({ says }) => says.en).join("\n")))
  )
  known.set(text, reading)
  return reading
}

const rulesFor = (place: FindingCase["place"], { year }: PublishedDisclosure): ReadonlyArray<CheckRule> =>
  checkRulesFor(place, year ?? 2024)

type Beside = Pick<FindingCase, "place" | "previous">

const contextOf = async ({ previous }: Beside): Promise<JudgingContext> =>
  previous === undefined ? {} : { previous: await readText(previous) }

/** What all rules say of a text of a case. */
export const judgeText = async (text: string, of: Beside): Promise<Judged> => {
  const document = await readText(text)
  return judgeDisclosure(document, rulesFor(of.place, document), await contextOf(of))
}

/** The findings that stand for a rule: its own, and one that its finding was merged into. */
export const findingsOf = (judged: Judged, rule: string): ReadonlyArray<Finding> =>
  judged.findings.filter((finding) => finding.rule === rule || finding.rules?.includes(rule) === true)

/** What a rule itself says of the wrong document of its case, before findings that share a cause become one. */
export const ownFindings = async (of: FindingCase): Promise<ReadonlyArray<Finding>> => {
  const { id, place, wrong } = of
  const document = await readText(wrong)
  const context = await contextOf(of)
  return rulesFor(place, document)
    .filter((rule) => rule.id === id)
    .flatMap((rule) => rule.judge(document, context).flatMap(({ finding }) => finding ?? []))
    .filter(({ severity }) => severity !== "rounding")
}
