/** 页面上的块: tables of a page, by ruling lines or by alignment, and the lines between them, from top to bottom. */
import type { RawCell, RawGrid } from "../../RawDocument.ts"
import { alignedGrid } from "../aligned/grid.ts"
import type { Piece } from "../aligned/pieces.ts"
import { around, type Box, type Glyph, type PageContent, rounded } from "./geometry.ts"
import { type Lattice, type LatticeCell, lattices } from "./lattice.ts"
import { cellText, type TextLine, textLines } from "./text-lines.ts"

/** A line of running text that stands between others. */
export interface LineItem extends TextLine {
  readonly _tag: "Line"
  readonly page: number
  readonly rectangle: Box
}

export interface GridItem {
  readonly _tag: "Grid"
  readonly page: number
  readonly grid: RawGrid
  readonly top: number
  readonly bottom: number
  /** Where columns begin and end, for tables that go on overleaf. */
  readonly xs: ReadonlyArray<number>
}

export type PageItem = LineItem | GridItem

const middle = ({ bottom, left, right, top }: Box): readonly [number, number] => [
  (left + right) / 2,
  (top + bottom) / 2
]

const holds = (box: Box, [x, y]: readonly [number, number]): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom

const runGap = 0.25

/** Characters written in one go without a gap: a number or a word, which no line parts. */
const runsOf = (glyphs: ReadonlyArray<Glyph>): ReadonlyArray<ReadonlyArray<Glyph>> => {
  const runs: Array<Array<Glyph>> = []
  for (const glyph of glyphs) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    const follows =
      before !== undefined &&
      before.op === glyph.op &&
      Math.abs(glyph.left - before.right) <= glyph.size * runGap &&
      Math.abs(glyph.baseline - before.baseline) < 1
    if (run !== undefined && follows) run.push(glyph)
    else runs.push([glyph])
  }
  return runs
}

/** A run that reaches a little out of its cell belongs to it whole; else each character stands where it stands. */
const wholeShare = 0.7

const cellFinder = ({ cells, columns, xs, ys }: Lattice): ((glyph: Glyph) => LatticeCell | undefined) => {
  const byPlace: Array<LatticeCell> = []
  for (const cell of cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1)
        byPlace[row * columns + column] = cell
  return (glyph) => {
    const [x, y] = middle(glyph)
    const column = xs.findLastIndex((each) => each <= x)
    const row = ys.findLastIndex((each) => each <= y)
    return column < 0 || row < 0 || column >= columns ? undefined : byPlace[row * columns + column]
  }
}

/** The cell that most characters of a run stand in, and how many do. */
const mostOf = (
  cells: ReadonlyArray<LatticeCell | undefined>
): { readonly cell: LatticeCell | undefined; readonly count: number } => {
  const [first] = cells
  if (cells.every((cell) => cell === first)) return { cell: first, count: cells.length }
  const counts = new Map<LatticeCell | undefined, number>()
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  const [cell, count] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [undefined, 0]
  return { cell, count }
}

const glyphsByCell = (lattice: Lattice, glyphs: ReadonlyArray<Glyph>): ReadonlyMap<LatticeCell, Array<Glyph>> => {
  const cellOf = cellFinder(lattice)
  const found = new Map<LatticeCell, Array<Glyph>>(lattice.cells.map((cell) => [cell, []]))
  for (const run of runsOf(glyphs)) {
    const cells = run.map(cellOf)
    const most = mostOf(cells)
    const isWhole = most.cell !== undefined && most.count >= run.length * wholeShare
    for (const [index, glyph] of run.entries()) {
      const cell = isWhole ? most.cell : cells[index]
      if (cell !== undefined) found.get(cell)?.push(glyph)
    }
  }
  return found
}

interface Page {
  readonly number: number
  readonly onPage: (box: Box) => Box
}

const placeOf = ({ number, onPage }: Page, box: Box) => ({ page: number, rectangle: rounded(onPage(box)) })

const latticeItem = (page: Page, lattice: Lattice, glyphs: ReadonlyArray<Glyph>): GridItem => {
  const byCell = glyphsByCell(lattice, glyphs)
  const cells = lattice.cells.map(
    (cell): RawCell => ({
      row: cell.row,
      column: cell.column,
      rowSpan: cell.rowSpan,
      columnSpan: cell.columnSpan,
      text: cellText(byCell.get(cell) ?? [], cell),
      place: placeOf(page, cell)
    })
  )
  const { bottom, columns, rows, top, xs } = lattice
  const grid: RawGrid = { _tag: "Grid", rows, columns, cells, place: placeOf(page, lattice), bounded: true }
  return { _tag: "Grid", page: page.number, grid, top, bottom, xs }
}

const lineItem = (page: Page, line: TextLine): LineItem => ({
  _tag: "Line",
  ...line,
  page: page.number,
  rectangle: rounded(page.onPage(line))
})

type Row = ReadonlyArray<TextLine>

const isProse = ({ text }: TextLine): boolean => text.length > 30 && /[，。；]/u.test(text)

const fewestRows = 3

/** Rows of a table without lines: several in a row have cells apart, and numbers stand among them. */
const isTable = (rows: ReadonlyArray<Row>): boolean =>
  rows.length >= fewestRows &&
  rows.filter((row) => row.slice(1).some(({ text }) => /^[-+]?[\d,]+(?:\.\d+)?%?$/u.test(text))).length >= 2

const isEntry = (row: Row): boolean =>
  row.length === 2 &&
  /^\d{1,3}$/u.test(row[1]?.text ?? "") &&
  /^(?:第|[一二三四五六七八九十]+、|[（(]|\d|附)/u.test(row[0]?.text ?? "")

/** A table of contents: titles with the pages they stand on, in ascending order. */
const isContents = (rows: ReadonlyArray<Row>): boolean =>
  rows.every(isEntry) &&
  rows.every((row, index) => index === 0 || Number(row[1]?.text) >= Number(rows[index - 1]?.[1]?.text))

/** Above a table, on one line: unit, year, unit of money. */
const isCaption = (row: Row): boolean => row.every(({ text }) => /[：:]|^公开|^\d{4}\s*年/u.test(text))

/** In heights of a character. */
interface PdfPiece extends Piece {
  readonly box: Box
}

/** A table without ruling lines; `undefined` where its rows have one column. */
const alignedItem = (page: Page, rows: ReadonlyArray<Row>): GridItem | undefined => {
  const box = around(rows.flat())
  const sizes = rows.flat().map(({ size }) => size)
  const unit = (sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 10) / 2
  const pieces = rows.map((row) => ({
    page: page.number,
    pieces: row.map(
      (line): PdfPiece => ({ left: line.left / unit, right: line.right / unit, text: line.text, box: line })
    )
  }))
  const grid = alignedGrid(pieces, (piece) => placeOf(page, piece.box), placeOf(page, box))
  return grid && { _tag: "Grid", page: page.number, grid, top: box.top, bottom: box.bottom, xs: [] }
}

/** An entry of a table of contents is one line, its page number behind a tab. */
const contentsItem = (page: Page, row: Row): LineItem => {
  const [first] = row
  const line = { ...around(row), baseline: first?.baseline ?? 0, size: first?.size ?? 0 }
  return lineItem(page, { ...line, text: row.map(({ text }) => text).join("\t") })
}

/** Lines outside of ruled tables: those whose parts stand under each other are a table of their own. */
const looseItems = (page: Page, rows: ReadonlyArray<Row>): ReadonlyArray<PageItem> => {
  const items: Array<PageItem> = []
  let run: Array<Row> = []
  const linesOf = (some: ReadonlyArray<Row>) => some.flatMap((row) => row.map((line) => lineItem(page, line)))
  const close = (): void => {
    const start = run.findIndex((row) => !isCaption(row))
    const body = start === -1 ? [] : run.slice(start)
    items.push(...linesOf(run.slice(0, run.length - body.length)))
    if (isContents(body)) items.push(...body.map((row) => contentsItem(page, row)))
    else {
      const table = isTable(body) ? alignedItem(page, body) : undefined
      items.push(...(table === undefined ? linesOf(body) : [table]))
    }
    run = []
  }
  for (const row of rows) {
    if (row.length >= 2 && !row.some(isProse)) run.push(row)
    else {
      close()
      items.push(...row.map((line) => lineItem(page, line)))
    }
  }
  close()
  return items
}

/** What stands on a page, from top to bottom. */
export const pageItems = (content: PageContent, number: number): ReadonlyArray<PageItem> => {
  const page: Page = { number, onPage: content.onPage }
  const tables = lattices(content.rules)
  const within = new Map<Lattice | undefined, Array<Glyph>>()
  for (const glyph of content.glyphs) {
    const table = tables.find((lattice) => holds(lattice, middle(glyph)))
    const own = within.get(table)
    if (own === undefined) within.set(table, [glyph])
    else own.push(glyph)
  }
  const grids = tables
    .filter((table) => (within.get(table) ?? []).some(({ text }) => text.trim() !== ""))
    .map((table) => latticeItem(page, table, within.get(table) ?? []))
  const rows = textLines(within.get(undefined) ?? [])
  const items: Array<PageItem> = []
  let rest = [...rows]
  for (const grid of grids) {
    const above = rest.filter((row) => (row[0]?.baseline ?? 0) < grid.top + 1)
    rest = rest.filter((row) => !above.includes(row))
    items.push(...looseItems(page, above), grid)
  }
  return [...items, ...looseItems(page, rest)]
}
