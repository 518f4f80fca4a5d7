/**
 * 各地的自评表: forms as places publish them, as text with tabs (`forms-of-places.txt`), each without a mistake. Below each stand
 * its slips: the words, the words with one thing changed, the rule that must find it. The forms and their figures are ours.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"

export interface PlaceForm {
  readonly about: string
  readonly text: string
  readonly slips: ReadonlyArray<readonly [before: string, after: string, rule: string]>
}

/** `> before → after ｜ rule`. */
const slipOf = (line: string): PlaceForm["slips"][number] => {
  const { after, before, rule } = /^> (?<before>.+) → (?<after>.+) ｜ (?<rule>\S+)$/u.exec(line)?.groups ?? {}
  if (before === undefined || after === undefined || rule === undefined) throw new Error(`not a slip: ${line}`)
  return [before, after, rule]
}

/** Each begins with a line `@ what it is`. */
const formOf = (block: string): PlaceForm => {
  const [about = "", ...lines] = block.split("\n")
  const isSlip = (line: string): boolean => line.startsWith("> ")
  return {
    about: about.replace(/^@ /u, ""),
    text: lines.filter((line) => !isSlip(line)).join("\n"),
    slips: lines.filter(isSlip).map(slipOf)
  }
}

const all = readFileSync(join(import.meta.dirname, "forms-of-places.txt"), "utf8")

export const forms: ReadonlyArray<PlaceForm> = all.trim().split("\n\n").map(formOf)
