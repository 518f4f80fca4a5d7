/**
 * 发现集的一例: the smallest document that provokes a finding, and the same document without the mistake, as a person would
 * write them down: one file a rule, `cases/<rule>.md`, or a cause, `causes/<cause>.md`, with two fenced texts.
 */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { readDisclosure } from "@juesuan/documents"
import type { PublishedDisclosure } from "@juesuan/domain"
import { checkRulesFor, type Finding, type Judged, judgeDisclosure } from "@juesuan/rules"
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
}

const fenced = (text: string, heading: string, file: string): string => {
  const [, found] = new RegExp(`^## ${heading}\\n+\`\`\`\\n([\\s\\S]*?)\`\`\``, "mu").exec(text) ?? []
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
    right: fenced(text, "相符", file)
  }
}

/** Every case of a folder, by name. */
export const casesIn = (folder: string): ReadonlyArray<FindingCase> =>
  readdirSync(join(import.meta.dirname, folder))
    .filter((file) => file.endsWith(".md"))
    .toSorted()
    .map((file) => caseOf(join(import.meta.dirname, folder), file))

const readText = async (text: string): Promise<PublishedDisclosure> => {
  const read = await readDisclosure([{ name: "决算公开.txt", bytes: new TextEncoder().encode(text) }])
  return Result.getOrThrowWith(read, (faults) => new Error(faults.map(({ says }) => says.en).join("\n")))
}

/** What all rules say of a text. */
export const judgeText = async (text: string, place: FindingCase["place"]): Promise<Judged> => {
  const document = await readText(text)
  return judgeDisclosure(document, checkRulesFor(place, document.year ?? 2024))
}

/** The findings of a rule: its own, and those of other rules that were merged with them. */
export const findingsOf = (judged: Judged, rule: string): ReadonlyArray<Finding> => {
  const own = judged.findings.filter((finding) => finding.rule === rule)
  return own.length > 0 ? own : judged.findings.filter(({ message }) => message.en.includes(rule))
}
