/** 通读各页: pages one after the other as one document: paragraphs and tables that go on overleaf are whole. */
import type { RawBlock, RawCell, RawGrid } from "../../RawDocument.ts"
import { joined } from "../joining.ts"
import type { PlaceOf } from "./banded-grid.ts"
import { goesOn, isHeadless, looseGrids, mayBeTail, withoutRest, withTail } from "./loose-tables.ts"
import { endsSentence, opensAnew, runsOn } from "../openings.ts"
import { marginLines, type PageItems } from "./margins.ts"
import { rounded } from "./geometry.ts"
import type { GridItem, LineItem, LooseItem } from "./page-items.ts"
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
  readonly placeOf: PlaceOf
  readonly measure: ReturnType<typeof measures>
  /** The table that ended last, while nothing has followed it. */
  table: GridItem | undefined
  /** The parts of the table without lines that ended last, while nothing has followed it. */
  loose: Array<LooseItem>
  /** Lines below it that may be the beginning of a row that ends overleaf. */
  tail: Array<LineItem>
  lines: Array<LineItem>
}

const closeParagraph = (flow: Flow): void => {
  if (flow.lines.length > 0) flow.blocks.push(paragraphOf(flow.lines))
  flow.lines = []
}

const closeTables = (flow: Flow): void => {
  if (flow.table !== undefined) flow.blocks.push(flow.table.grid)
  flow.blocks.push(...looseGrids(flow.loose, flow.placeOf))
  const { tail } = flow
  flow.table = undefined
  flow.loose = []
  flow.tail = []
  for (const line of tail) addText(flow, line)
}

const addGrid = (flow: Flow, item: GridItem): void => {
  const { table } = flow
  if (table !== undefined && item.page === table.page + 1 && sameColumns(table, item)) {
    flow.table = together(table, item)
    return
  }
  closeTables(flow)
  flow.table = item
}

/** The last line of a page may be the name of a row whose figures stand overleaf; more than these are none. */
const longestTail = 3

const addLoose = (flow: Flow, item: LooseItem): void => {
  const last = flow.loose.at(-1)
  if (last !== undefined && item.page === last.page + 1 && goesOn(last, item)) {
    flow.loose.push(withTail(flow.loose.pop() ?? last, flow.tail), item)
    flow.tail = []
    return
  }
  const isNext = last !== undefined && item.page === last.page + 1 && flow.tail.length === 0
  if (!isNext) closeTables(flow)
  if (!isNext && isHeadless(item)) doubtLast(flow)
  flow.loose.push(item)
}

/** Figures without a head are those of the table before, which is not whole without them. */
const doubtLast = ({ blocks }: Flow): void => {
  const at = blocks.findLastIndex(({ _tag }) => _tag === "Grid")
  const block = blocks[at]
  if (block?._tag === "Grid" && !block.bounded) blocks[at] = withoutRest(block)
}

const addLine = (flow: Flow, item: LineItem): void => {
  const last = flow.loose.at(-1)
  if (last !== undefined && flow.tail.length < longestTail && mayBeTail(last, item)) flow.tail.push(item)
  else {
    closeTables(flow)
    addText(flow, item)
  }
}

const addText = (flow: Flow, item: LineItem): void => {
  const before = flow.lines.at(-1)
  if (before !== undefined && !follows(before, item, flow.measure)) closeParagraph(flow)
  flow.lines.push(item)
}

/** All pages as paragraphs and grids in reading order. */
export const flowed = (pages: ReadonlyArray<PageItems>): ReadonlyArray<RawBlock> => {
  const margins = marginLines(pages)
  const items = pages.flatMap((page) => page.items).filter((item) => item._tag !== "Line" || !margins.has(item))
  const measure = measures(
    pages.map(({ items, page, width }) => ({ page, width, lines: items.filter((item) => item._tag === "Line") }))
  )
  const turned = new Map(pages.map(({ onPage, page }) => [page, onPage]))
  const placeOf: PlaceOf = (page, box) => ({ page, rectangle: rounded(turned.get(page)?.(box) ?? box) })
  const flow: Flow = { blocks: [], placeOf, measure, table: undefined, loose: [], tail: [], lines: [] }
  for (const item of items) {
    if (item._tag === "Line") addLine(flow, item)
    else {
      if (flow.loose.length === 0) closeParagraph(flow)
      if (item._tag === "Grid") addGrid(flow, item)
      else addLoose(flow, item)
    }
  }
  closeTables(flow)
  closeParagraph(flow)
  return flow.blocks
}
