/** 通读各页: pages one after the other as one document: paragraphs and tables that go on overleaf are whole. */
import type { RawBlock, RawCell, RawGrid } from "../../RawDocument.ts"
import { joined } from "../joining.ts"
import { endsSentence, opensAnew, runsOn } from "../openings.ts"
import { marginLines, type PageItems } from "./margins.ts"
import type { GridItem, LineItem } from "./page-items.ts"
import { follows, measures, paragraphOf } from "./paragraphs.ts"

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

const sameColumns = (a: GridItem, b: GridItem): boolean => {
  const [aLeft = 0] = a.xs
  const [bLeft = 0] = b.xs
  return (
    a.xs.length > 1 &&
    a.xs.length === b.xs.length &&
    a.xs.every((x, index) => Math.abs(x - aLeft - ((b.xs[index] ?? 0) - bLeft)) <= shift)
  )
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

/** Whether a row is the rest of the row above it, which the end of a page cut: every text in it can only go on. */
const isRestOf = (above: RawGrid, below: RawGrid, row: number): boolean => {
  const rest = filled(below, row)
  if (rest.length === 0) return isEdge(above, below, row)
  return rest.every(({ column, columnSpan, rowSpan, text }) => {
    const upper = above.cells.find((cell) => cell.column === column && cell.row + cell.rowSpan === above.rows)
    return rowSpan === 1 && upper?.columnSpan === columnSpan && (runsOn(upper.text, text) || isOpen(upper.text, text))
  })
}

/** The first part, its last row with the rest that stands overleaf. */
const withRest = (above: RawGrid, below: RawGrid, row: number): RawGrid => {
  const rest = filled(below, row)
  const cells = above.cells.map((cell) => {
    const more = rest.find(({ column }) => column === cell.column && cell.row + cell.rowSpan === above.rows)
    return more === undefined ? cell : { ...cell, text: joined(cell.text, more.text) }
  })
  return { ...above, cells }
}

/** One table of two parts, the heads of the second left out where they repeat those of the first. */
const together = (above: GridItem, below: GridItem): GridItem => {
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

/** A document that is being put together. */
interface Flow {
  readonly blocks: Array<RawBlock>
  /** The table that ended last, while nothing has followed it. */
  table: GridItem | undefined
  lines: Array<LineItem>
}

const closeParagraph = (flow: Flow): void => {
  if (flow.lines.length > 0) flow.blocks.push(paragraphOf(flow.lines))
  flow.lines = []
}

const closeTable = (flow: Flow): void => {
  if (flow.table !== undefined) flow.blocks.push(flow.table.grid)
  flow.table = undefined
}

const addGrid = (flow: Flow, item: GridItem): void => {
  closeParagraph(flow)
  const { table } = flow
  if (table !== undefined && item.page === table.page + 1 && sameColumns(table, item)) {
    flow.table = together(table, item)
    return
  }
  closeTable(flow)
  flow.table = item
}

/** All pages as paragraphs and grids in reading order. */
export const flowed = (pages: ReadonlyArray<PageItems>): ReadonlyArray<RawBlock> => {
  const margins = marginLines(pages)
  const items = pages.flatMap((page) => page.items).filter((item) => item._tag === "Grid" || !margins.has(item))
  const measure = measures(
    pages.map(({ items, page, width }) => ({ page, width, lines: items.filter((item) => item._tag === "Line") }))
  )
  const flow: Flow = { blocks: [], table: undefined, lines: [] }
  for (const item of items) {
    if (item._tag === "Grid") {
      addGrid(flow, item)
      continue
    }
    closeTable(flow)
    const before = flow.lines.at(-1)
    if (before !== undefined && !follows(before, item, measure)) closeParagraph(flow)
    flow.lines.push(item)
  }
  closeParagraph(flow)
  closeTable(flow)
  return flow.blocks
}
