/** 表头: the columns of a table without ruling lines, and the rows of headings over them. */
import { isOver, middleOf } from "../aligned/extents.ts"
import { isNumber, isNumbering } from "../aligned/pieces.ts"
import type { Band } from "./bands.ts"
import { type Heading, headingsOf } from "./head-cells.ts"
import { type Column, columnsOf } from "./head-columns.ts"
import { type Spanning, spannings } from "./head-spans.ts"
import type { TextRow } from "./table-rows.ts"
import type { Word } from "./words.ts"

/** A heading in the row of its level, down to the row above the next heading under it. */
interface HeadCell {
  readonly words: ReadonlyArray<Word>
  readonly column: number
  readonly columnSpan: number
  readonly row: number
  readonly rowSpan: number
}

export interface Head {
  readonly columns: ReadonlyArray<Column>
  readonly cells: ReadonlyArray<HeadCell>
  /** How many rows it has, the numbers of columns included. */
  readonly rows: number
  readonly isSure: boolean
}

const areOver = (a: Spanning, b: Spanning): boolean =>
  a.column < b.column + b.columnSpan && b.column < a.column + a.columnSpan

/** Headings of one line over the same columns as one: 类 款 项 over codes that stand whole. */
const withWholeLines = (headings: ReadonlyArray<Spanning>): ReadonlyArray<Spanning> => {
  const whole: Array<Spanning> = []
  for (const one of headings) {
    const at = whole.findIndex(
      (other) =>
        other.heading.height === one.heading.height && areOver(other, one) && other.columnSpan === one.columnSpan
    )
    const other = whole[at]
    if (other === undefined) whole.push(one)
    else whole[at] = { ...other, heading: { ...other.heading, words: [...other.heading.words, ...one.heading.words] } }
  }
  return whole
}

/** Headings by how many stand above them: as many rows as the deepest has, whatever lines they are written on. */
const levelled = (headings: ReadonlyArray<Spanning>): ReadonlyArray<HeadCell> => {
  const sorted = [...headings].sort((a, b) => a.heading.height - b.heading.height || a.column - b.column)
  const rows: Array<number> = []
  for (const [index, one] of sorted.entries()) {
    const above = sorted.slice(0, index).flatMap((other, at) => (areOver(other, one) ? [rows[at] ?? 0] : []))
    rows.push(Math.max(-1, ...above) + 1)
  }
  const depth = Math.max(-1, ...rows) + 1
  return sorted.map((one, index): HeadCell => {
    const below = sorted.flatMap((other, at) => (at > index && areOver(one, other) ? [rows[at] ?? depth] : []))
    const row = rows[index] ?? 0
    const { column, columnSpan, heading } = one
    return { words: heading.words, column, columnSpan, row, rowSpan: Math.min(depth, ...below) - row }
  })
}

/** Headings over columns; where all figures stand on the right of what says what rows are, the two are told apart first. */
const placedOver = (columns: ReadonlyArray<Column>, headings: ReadonlyArray<Heading>): ReadonlyArray<Spanning> => {
  const last = columns.length - 1
  const first = columns.findIndex(({ isFigures }) => isFigures)
  const isOneRun = first > 0 && columns.slice(first).every(({ isFigures }) => isFigures)
  if (!isOneRun) return spannings(columns, [0, last], headings)
  const edge = columns[first]?.left ?? 0
  const stubs = headings.filter((heading) => middleOf(heading) < edge)
  const others = headings.filter((heading) => !stubs.includes(heading))
  const over = spannings(columns, [0, first - 1], stubs).map((each) => ({ ...each, isSure: true }))
  return [...over, ...spannings(columns, [first, last], others)]
}

/** In heights of a character. */
const row = 1.9

/** The lines of a head that the end of a page broke, one below the other. */
const onOnePage = (head: ReadonlyArray<TextRow>): ReadonlyArray<TextRow> => {
  const lines: Array<TextRow> = []
  let shift = 0
  for (const [index, line] of head.entries()) {
    const [above, last] = [head[index - 1], lines.at(-1)]
    if (above !== undefined && last !== undefined && above.page !== line.page)
      shift = last.baseline + (line.words[0]?.size ?? 0) * row - line.baseline
    const words = shift === 0 ? line.words : line.words.map((word) => ({ ...word, baseline: word.baseline + shift }))
    lines.push({ ...line, baseline: line.baseline + shift, words })
  }
  return lines
}

/** Heads with more rows have lines of headings that were taken for headings; of one that a page breaks, heights say little. */
const deepest = 3

/** The columns of a table and the places of the words of its head; `undefined` where the columns are not sure. */
export const headOver = (
  head: ReadonlyArray<TextRow>,
  bands: ReadonlyArray<Band>,
  step: number | undefined
): Head | undefined => {
  const numbering = head.find(({ words }) => isNumbering(words))
  const marks = numbering?.words.filter(isNumber)
  const headings = headingsOf(onOnePage(head.filter((line) => line !== numbering)), step)
  const columns = columnsOf(headings, bands, marks)
  if (columns === undefined || columns.length === 0) return undefined
  const placed = placedOver(columns, headings)
  const above = levelled(withWholeLines(placed))
  const rows = Math.max(0, ...above.map(({ row, rowSpan }) => row + rowSpan))
  const numbers = (numbering?.words ?? []).map((word): HeadCell => {
    const over = columns.findIndex((column) => isOver(column, word))
    return { words: [word], column: Math.max(0, over), columnSpan: 1, row: rows, rowSpan: 1 }
  })
  const isWhole = new Set(head.map(({ page }) => page)).size < 2
  const isSure = isWhole && rows <= deepest && placed.every((each) => each.isSure)
  return { columns, cells: [...above, ...numbers], rows: rows + (numbering === undefined ? 0 : 1), isSure }
}
