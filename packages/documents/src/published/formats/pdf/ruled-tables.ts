/** 画线表跨页: ruled tables whose parts stand on pages that follow each other. */
import type { RawCell, RawGrid } from "../../RawDocument.ts"
import { joined } from "../joining.ts"
import { endsSentence, opensAnew, runsOn } from "../openings.ts"
import type { GridItem } from "./page-items.ts"

/** Columns of two parts of one table stand within this, in points, relative to the table. */
const shift = 4

const rowTexts = (grid: RawGrid, row: number): string =>
  grid.cells
    .filter((cell) => cell.row === row)
    .map(({ column, text }) => `${column}:${text}`)
    .join("|")

/** How many rows at its beginning a part repeats of the first part: its heads. */
const repeatedHeads = (first: RawGrid, next: RawGrid): number => {
  let rows = 0
  while (rows < next.rows - 1 && rows < first.rows && rowTexts(first, rows) === rowTexts(next, rows)) {
    if (rowTexts(next, rows).replaceAll(/[\d:|]/gu, "") === "") break
    rows += 1
  }
  const crossing = next.cells.some(({ row, rowSpan }) => row < rows && row + rowSpan > rows)
  return crossing ? 0 : rows
}

/** For every edge of the columns of one part, which edge it is of another that has no fewer; `undefined` where one is none. */
const edgesIn = (part: GridItem, whole: GridItem): ReadonlyArray<number> | undefined => {
  const [left = 0, own = 0] = [whole.xs[0], part.xs[0]]
  const found = part.xs.map((x) => whole.xs.findIndex((edge) => Math.abs(edge - left - (x - own)) <= shift))
  const ends = found.at(-1) === whole.xs.length - 1
  return part.xs.length > 1 && ends && found.every((at, index) => at > (found[index - 1] ?? -1)) ? found : undefined
}

/** A part in the columns of another: its cells reach over columns that are merged in all of its rows. */
const inColumns = (part: GridItem, whole: GridItem): GridItem | undefined => {
  const edges = edgesIn(part, whole)
  if (edges === undefined) return undefined
  const cells = part.grid.cells.map((cell): RawCell => {
    const column = edges[cell.column] ?? 0
    return { ...cell, column, columnSpan: (edges[cell.column + cell.columnSpan] ?? column + 1) - column }
  })
  return { ...part, xs: whole.xs, grid: { ...part.grid, columns: whole.xs.length - 1, cells } }
}

/** Two parts in the same columns, those of the part that has more; `undefined` where they stand in others. */
const inSameColumns = (above: GridItem, below: GridItem): readonly [GridItem, GridItem] | undefined => {
  const [own, other] = [inColumns(below, above), inColumns(above, below)]
  if (own !== undefined) return [above, own]
  return other === undefined ? undefined : [other, below]
}

const filled = (grid: RawGrid, row: number): ReadonlyArray<RawCell> =>
  grid.cells.filter((cell) => cell.row === row && cell.text !== "")

const longText = 20

/** Whether a long text in a cell breaks off without an end, and what stands overleaf begins nothing. */
const isOpen = (above: string, below: string): boolean =>
  above.length > longText && /[，。；,;]/u.test(above) && !endsSentence(above) && !opensAnew(below)

const heightOf = ({ place: { rectangle } }: RawCell): number =>
  rectangle === undefined ? 0 : rectangle.bottom - rectangle.top

/** Height of the lowest cell of a row. */
const rowHeight = (grid: RawGrid, row: number): number =>
  Math.min(...grid.cells.filter((cell) => cell.row === row && cell.rowSpan === 1).map(heightOf))

const lowRow = 0.75

/** Whether an empty row and the row above it are the two parts of a row that the end of a page cut: one of them is too low. */
const isEdge = (above: RawGrid, below: RawGrid, row: number): boolean => {
  const heights = [...above.cells, ...below.cells]
    .filter(({ rowSpan }) => rowSpan === 1)
    .map(heightOf)
    .sort((a, b) => a - b)
  const usual = heights[Math.floor(heights.length / 2)] ?? 0
  return Math.min(rowHeight(above, above.rows - 1), rowHeight(below, row)) < usual * lowRow
}

const number = /^[-+−]?[\d,.]+[%％]?$/u

/** 类、款、项: a functional code, with all of its digits. */
const code = /^(?:\d{3}|\d{5}|\d{7})$/u

/** Whether a code or an amount breaks off above the end of a page, and what stands below it are its last digits and no number of its own. */
const isCutNumber = (above: string, below: string): boolean => {
  if (/^\d+$/u.test(above)) return code.test(above + below) && !code.test(below)
  if (/\.\d?$/u.test(above)) return /\.\d\d$/u.test(above + below)
  return /,\d{0,2}$/u.test(above) && /^[-+−]?\d{1,3}(?:,\d{3})+(?:\.\d\d)?$/u.test(above + below)
}

/** Whether a text in a cell goes on overleaf. */
const goesOnIn = (above: string, below: string): boolean =>
  number.test(above) && number.test(below) ? isCutNumber(above, below) : runsOn(above, below) || isOpen(above, below)

const inOne = (above: string, below: string): string =>
  number.test(above) && isCutNumber(above, below) ? above + below : joined(above, below)

/** Whether a row is the rest of the row above it, which the end of a page cut: every text in it can only go on. */
const isRestOf = (above: RawGrid, below: RawGrid, row: number): boolean => {
  const rest = filled(below, row)
  if (rest.length === 0) return isEdge(above, below, row)
  return rest.every(({ column, columnSpan, rowSpan, text }) => {
    const upper = above.cells.find((cell) => cell.column === column && cell.row + cell.rowSpan === above.rows)
    return rowSpan === 1 && upper?.columnSpan === columnSpan && goesOnIn(upper.text, text)
  })
}

/** The first part, its last row with the rest that stands overleaf. */
const withRest = (above: RawGrid, below: RawGrid, row: number): RawGrid => {
  const rest = filled(below, row)
  const cells = above.cells.map((cell) => {
    const more = rest.find(({ column }) => column === cell.column && cell.row + cell.rowSpan === above.rows)
    return more === undefined ? cell : { ...cell, text: inOne(cell.text, more.text) }
  })
  return { ...above, cells }
}

/** One table of two parts, the heads of the second left out where they repeat those of the first; `undefined` where they are two. */
export const together = (first: GridItem, next: GridItem): GridItem | undefined => {
  const parts = next.page === first.page + 1 ? inSameColumns(first, next) : undefined
  return parts && joinedParts(...parts)
}

const joinedParts = (above: GridItem, below: GridItem): GridItem => {
  const heads = repeatedHeads(above.grid, below.grid)
  const isCut = isRestOf(above.grid, below.grid, heads)
  const first = isCut ? withRest(above.grid, below.grid, heads) : above.grid
  const skipped = heads + (isCut ? 1 : 0)
  const offset = first.rows - skipped
  const moved = below.grid.cells
    .filter(({ row }) => row >= skipped)
    .map((cell): RawCell => ({ ...cell, row: cell.row + offset }))
  const grid = { ...first, rows: offset + below.grid.rows, cells: [...first.cells, ...moved] }
  return { ...below, grid }
}
