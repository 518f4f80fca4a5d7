/**
 * 各地的段落: paragraphs as central ministries and places from Beijing to Guangdong, and from Hebei to Xinjiang, write them, that agree with
 * the sample's figures (`narrative-places.txt`, `narrative-provinces.txt`). Below each stand its slips: the words, the words with one thing changed, the rule that must
 * find it. The sentences are ours.
 */
import { readFileSync } from "node:fs"
import { join } from "node:path"

type Slip = readonly [before: string, after: string, rule: string]

interface PlaceParagraphs {
  readonly lines: string
  readonly slips: ReadonlyArray<Slip>
}

/** `> before → after ｜ rule`. */
const slipOf = (line: string): Slip => {
  const { after, before, rule } = /^> (?<before>.+) → (?<after>.+) ｜ (?<rule>\S+)$/u.exec(line)?.groups ?? {}
  if (before === undefined || after === undefined || rule === undefined) throw new Error(`not a slip: ${line}`)
  return [before, after, rule]
}

const placeOf = (block: string): PlaceParagraphs => {
  const lines = block.split("\n")
  const isSlip = (line: string): boolean => line.startsWith("> ")
  return { lines: lines.filter((line) => !isSlip(line)).join("\n"), slips: lines.filter(isSlip).map(slipOf) }
}

const read = (file: string): string => readFileSync(join(import.meta.dirname, file), "utf8")

export const places: ReadonlyArray<PlaceParagraphs> = ["narrative-places.txt", "narrative-provinces.txt"].flatMap(
  (file) => read(file).trim().split("\n\n").map(placeOf)
)
