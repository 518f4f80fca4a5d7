/** 成段: lines of running text as paragraphs, by indents, by how far lines reach, and by how sentences end. */
import type { RawParagraph } from "../../RawDocument.ts"
import { joined } from "../joining.ts"
import { endsSentence, goesOn, isCaption, opensAnew } from "../openings.ts"
import { around, rounded } from "./geometry.ts"
import type { LineItem } from "./page-items.ts"

/** How far running text reaches on a page, and whether its paragraphs begin with an indent. */
export interface Measure {
  readonly left: number
  readonly right: number
  readonly indents: boolean
  /** From line to line within a paragraph. */
  readonly pitch: number
}

/** Lines of running text set the measure: those that are longer than a title is. */
const proseLength = 20
const fewestLines = 3
const share = 0.03

/** The outermost place about which several lines end; a single line beyond it is an exception. */
const edge = (places: ReadonlyArray<number>, reach: number): number | undefined => {
  const sorted = [...places].sort((a, b) => b - a)
  const enough = Math.max(fewestLines, sorted.length * share)
  for (const [index, place] of sorted.entries()) {
    const near = sorted.slice(index).filter((each) => each >= place - reach)
    if (near.length >= enough) return near[Math.floor(near.length / 2)]
  }
  return sorted[0]
}

/** In heights of a character: an indent, and how uneven ends of lines are. */
const indent = 1.2
const uneven = 1.6

/** The usual step from a line that reaches the right margin to the next one. */
const pitchOf = (prose: ReadonlyArray<LineItem>, margin: number): number => {
  const steps = prose.flatMap((line, index) => {
    const next = prose[index + 1]
    const isStep =
      next !== undefined && next.page === line.page && line.right >= margin && next.baseline > line.baseline
    return isStep ? [next.baseline - line.baseline] : []
  })
  return steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0
}

const measureOf = (lines: ReadonlyArray<LineItem>): Measure | undefined => {
  const prose = lines.filter(({ text }) => text.length >= proseLength)
  const [first] = prose
  if (first === undefined) return undefined
  const sizes = prose.map(({ size }) => size).sort((a, b) => a - b)
  const size = sizes[Math.floor(sizes.length / 2)] ?? first.size
  const right = edge(
    prose.map((line) => line.right),
    size * uneven
  )
  const left = edge(
    prose.map((line) => -line.left),
    size / 2
  )
  if (left === undefined || right === undefined) return undefined
  const isStart = (_: LineItem, index: number): boolean => {
    const before = prose[index - 1]
    return before !== undefined && right - before.right > size * 4
  }
  const starts = prose.filter(isStart)
  const indented = starts.filter((line) => line.left + left > size * indent)
  return {
    left: -left,
    right,
    indents: starts.length > 0 && indented.length >= starts.length / 2,
    pitch: pitchOf(prose, right - size * uneven)
  }
}

/** The measure of each page: pages of one width have one. */
export const measures = (
  pages: ReadonlyArray<{ readonly page: number; readonly width: number; readonly lines: ReadonlyArray<LineItem> }>
): ReadonlyMap<number, Measure> => {
  const byWidth = new Map<number, Array<LineItem>>()
  for (const { lines, width } of pages) {
    const known = byWidth.get(Math.round(width))
    if (known === undefined) byWidth.set(Math.round(width), [...lines])
    else known.push(...lines)
  }
  const found = new Map([...byWidth].map(([width, lines]) => [width, measureOf(lines)]))
  return new Map(
    pages.flatMap(({ page, width }) => {
      const measure = found.get(Math.round(width))
      return measure === undefined ? [] : [[page, measure]]
    })
  )
}

/** In heights of a character. */
const ragged = 0.9
const spread = 2.4

/** Width of what moves down whole at the beginning of a line, in heights of a character: a number, or a character with the marks that may not begin a line. */
const firstPiece = (text: string): number => {
  const piece = /^[（《“]*(?:[\w.,%-]+|.)[，。、；：！？）》”]*/u.exec(text)?.[0] ?? ""
  return [...piece].reduce((width, character) => width + (character.charCodeAt(0) < 0x80 ? 0.55 : 1), 0)
}

/** Whether a line ends so far before the right margin that the next one is not its rest. */
const isShort = (line: LineItem, next: LineItem, measure: Measure): boolean =>
  measure.right - line.right > line.size * (ragged + firstPiece(next.text))

const isIndented = ({ left, size }: LineItem, measure: Measure): boolean => left - measure.left > size * indent

const sameSize = (a: LineItem, b: LineItem): boolean => Math.abs(a.size - b.size) <= Math.max(a.size, b.size) * 0.12

/** A numbered line without marks between or behind its words: a heading, wherever it begins. */
const isHeading = ({ text }: LineItem): boolean => opensAnew(text) && !/[，。；：]/u.test(text)

/** Whether `line` is the next line of the paragraph that `before` stands in. */
export const follows = (before: LineItem, line: LineItem, measure: ReadonlyMap<number, Measure>): boolean => {
  if (before.text.includes("\t") || line.text.includes("\t") || !sameSize(before, line)) return false
  if (isCaption(before.text) || isCaption(line.text)) return false
  const above = measure.get(before.page)
  const here = measure.get(line.page)
  if (above === undefined || here === undefined || isShort(before, line, above)) return goesOn(before.text, line.text)
  if (isIndented(line, here)) return false
  const opens = here.indents ? isHeading(line) : opensAnew(line.text)
  if (opens && endsSentence(before.text)) return false
  const isNear =
    before.page !== line.page || line.baseline - before.baseline <= Math.max(line.size * spread, here.pitch * 1.15)
  return isNear || goesOn(before.text, line.text)
}

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
