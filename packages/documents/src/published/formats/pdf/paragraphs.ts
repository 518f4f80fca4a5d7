/** 成段: lines of running text as paragraphs, by indents, by how far lines reach, and by how sentences end. */
import type { RawParagraph } from "../../RawDocument.ts"
import { joined } from "../joining.ts"
import { endsSentence, goesOn, opensAnew } from "../openings.ts"
import { around, rounded } from "./geometry.ts"
import type { LineItem } from "./page-items.ts"

/** How far running text reaches on a page. */
export interface Measure {
  readonly left: number
  readonly right: number
}

/** Lines of running text set the measure: those that are longer than a title is. */
const proseLength = 20

/** The measure of each page; a page without running text has none. */
export const measures = (lines: ReadonlyArray<LineItem>): ReadonlyMap<number, Measure> => {
  const byPage = new Map<number, Measure>()
  for (const { left, page, right, text } of lines) {
    if (text.length < proseLength) continue
    const known = byPage.get(page)
    byPage.set(page, {
      left: Math.min(known?.left ?? left, left),
      right: Math.max(known?.right ?? right, right)
    })
  }
  return byPage
}

/** In heights of a character. */
const indent = 1.2
const shortBy = 1.6
const spread = 2.4

/** Width of a number or word at the beginning of a line, which moves down whole, in heights of a character. */
const firstWord = (text: string): number => (/^[\w.,%-]+/u.exec(text)?.[0].length ?? 0) * 0.55

/** Whether a line ends so far before the right margin that the next one is not its rest. */
const isShort = (line: LineItem, next: LineItem, measure: ReadonlyMap<number, Measure>): boolean => {
  const margin = measure.get(line.page)?.right
  return margin === undefined || margin - line.right > line.size * (shortBy + firstWord(next.text))
}

const isIndented = ({ left, page, size }: LineItem, measure: ReadonlyMap<number, Measure>): boolean => {
  const margin = measure.get(page)?.left
  return margin === undefined || left - margin > size * indent
}

const sameSize = (a: LineItem, b: LineItem): boolean => Math.abs(a.size - b.size) <= Math.max(a.size, b.size) * 0.12

/** Whether `line` is the next line of the paragraph that `before` stands in. */
export const follows = (before: LineItem, line: LineItem, measure: ReadonlyMap<number, Measure>): boolean => {
  if (before.text.includes("\t") || line.text.includes("\t") || !sameSize(before, line)) return false
  if (isShort(before, line, measure)) return goesOn(before.text, line.text)
  if (isIndented(line, measure)) return false
  const isNear = before.page !== line.page || line.baseline - before.baseline <= line.size * spread
  if (endsSentence(before.text) && opensAnew(line.text)) return false
  return isNear
    ? !(endsSentence(before.text) && before.left <= line.left && isLabelled(line))
    : goesOn(before.text, line.text)
}

const isLabelled = ({ text }: LineItem): boolean => opensAnew(text)

/** Lines that follow each other as one paragraph; the place is that of its lines on its first page. */
export const paragraphOf = (lines: ReadonlyArray<LineItem>): RawParagraph => {
  const [first] = lines
  const text = lines.reduce((whole, line) => joined(whole, line.text), "")
  if (first === undefined) return { _tag: "Paragraph", text, place: {} }
  const onFirst = lines.filter(({ page }) => page === first.page)
  return {
    _tag: "Paragraph",
    text,
    place: { page: first.page, rectangle: rounded(around(onFirst.map(({ rectangle }) => rectangle))) }
  }
}
