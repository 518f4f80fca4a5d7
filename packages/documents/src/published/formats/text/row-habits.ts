/**
 * 制表符的习惯: tabs that every row of a text has too many (two for one, one more at its beginning or at its end), and rows whose
 * tabs became blanks.
 */
import type { SourceLine } from "./lines.ts"

const isRow = ({ text }: SourceLine): boolean => text.includes("\t") && text.trim() !== ""

/** How a row reads without the spare tabs of one kind, where every row of the text has them. */
const spare: ReadonlyArray<{ readonly has: RegExp; readonly without: (text: string) => string }> = [
  { has: /^(?:[^\t]|\t\t)*$/u, without: (text) => text.replaceAll("\t\t", "\t") },
  { has: /^\t/u, without: (text) => text.slice(1) },
  { has: /\t$/u, without: (text) => text.slice(0, -1) }
]

/** A row whose empty cells hold no blanks. */
const plainRow = (line: SourceLine): SourceLine =>
  isRow(line) ? { ...line, text: line.text.replaceAll(/(?<=\t|^)[ \u00A0\u3000]+(?=\t|$)/gu, "") } : line

/** So many rows show a habit of the text. */
const enough = 10

/** The lines of a text without the tabs that all its rows have too many. */
export const withoutSpareTabs = (printed: ReadonlyArray<SourceLine>): ReadonlyArray<SourceLine> => {
  const lines = printed.map(plainRow)
  const rows = lines.filter(isRow)
  if (rows.length < enough) return lines
  const kinds = spare.filter(({ has }) => rows.every(({ text }) => has.test(text)))
  return kinds.reduce<ReadonlyArray<SourceLine>>(
    (kept, { without }) => kept.map((line) => (isRow(line) ? { ...line, text: without(line.text) } : line)),
    lines
  )
}

const tabsIn = (text: string): number => text.split("\t").length - 1

/** A line whose cells blanks part, right under one with as many cells that tabs part, is a row like that. */
export const withTabsForBlanks = (lines: ReadonlyArray<SourceLine>): ReadonlyArray<SourceLine> => {
  let above = ""
  return lines.map((line) => {
    const text = line.text.replaceAll(/[ \u00A0\u3000]{2,}/gu, "\t")
    const isAlike = !isRow(line) && tabsIn(text) > 1 && tabsIn(text) === tabsIn(above)
    above = isAlike ? text : line.text
    return isAlike ? { ...line, text } : line
  })
}
