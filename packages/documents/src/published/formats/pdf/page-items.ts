/** 页面上的块: tables of a page, by ruling lines or by alignment, and the lines between them, from top to bottom. */
import type { RawCell, RawGrid } from "../../RawDocument.ts"
import { kindOf } from "../aligned/pieces.ts"
import { around, type Box, type Glyph, type PageContent, rounded } from "./geometry.ts"
import { type Lattice, type LatticeCell, lattices } from "./lattice.ts"
import { looseParts, type Row } from "./loose-rows.ts"
import type { TextRow } from "./table-rows.ts"
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

/** A table without ruling lines, as far as it stands on one page. */
export interface LooseItem {
  readonly _tag: "Loose"
  readonly page: number
  readonly rows: ReadonlyArray<TextRow>
  /** Whether it is but a head at the end of the page. */
  readonly isHeadAlone: boolean
}

export type PageItem = LineItem | GridItem | LooseItem

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

const isAmount = (line: TextLine): boolean => kindOf(line) === "amount"

/** What the lines of a cell show: amounts beside or under each other, or an amount alone under a line of words. */
const linesIn = (glyphs: ReadonlyArray<Glyph>): "several" | "headed" | undefined => {
  if (!glyphs.some(({ text }) => text === ".")) return undefined
  const rows = textLines(glyphs)
  const alone = rows.filter((row) => row.every(isAmount)).length
  if (alone > 1 || rows.some((row) => row.filter(isAmount).length > 1)) return "several"
  return alone === 1 && rows.some((row) => row.some((line) => kindOf(line) === "words")) ? "headed" : undefined
}

/** Whether lines are drawn around the cells of a table and not between them: its cells hold what belongs to several. */
const isUnparted = (byCell: ByCell): boolean => {
  const held = [...byCell.values()].map(linesIn)
  return held.includes("several") || held.filter((each) => each === "headed").length > 1
}

type ByCell = ReadonlyMap<LatticeCell, ReadonlyArray<Glyph>>

const latticeItem = (page: Page, lattice: Lattice, byCell: ByCell): GridItem => {
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

/** An entry of a table of contents is one line, its page number behind a tab. */
const contentsItem = (page: Page, row: Row): LineItem => {
  const [first] = row
  const line = { ...around(row), baseline: first?.baseline ?? 0, size: first?.size ?? 0, glyphs: [] }
  return lineItem(page, { ...line, text: row.map(({ text }) => text).join("\t") })
}

/** What stands outside of ruled tables. */
const looseItems = (page: Page, rows: ReadonlyArray<Row>): ReadonlyArray<PageItem> =>
  looseParts(rows, page.number).flatMap((part): ReadonlyArray<PageItem> => {
    switch (part._tag) {
      case "Table":
        return [{ _tag: "Loose", page: page.number, rows: part.rows, isHeadAlone: part.isHeadAlone }]
      case "Contents":
        return part.rows.map((row) => contentsItem(page, row))
      case "Text":
        return part.rows.flatMap((row) => row.map((line) => lineItem(page, line)))
    }
  })

interface Ruled {
  readonly tables: ReadonlyArray<readonly [Lattice, ByCell]>
  /** What stands in no table whose lines part its cells. */
  readonly loose: ReadonlyArray<Glyph>
}

/** The ruled tables of a page with the characters in their cells. */
const ruledTables = ({ glyphs, rules }: PageContent): Ruled => {
  const tables = lattices(rules)
  const within = new Map<Lattice, Array<Glyph>>(tables.map((table) => [table, []]))
  const loose: Array<Glyph> = []
  for (const glyph of glyphs) {
    const table = tables.find((lattice) => holds(lattice, middle(glyph)))
    const own = table === undefined ? loose : within.get(table)
    own?.push(glyph)
  }
  const kept: Array<readonly [Lattice, ByCell]> = []
  for (const [table, own] of within) {
    if (!own.some(({ text }) => text.trim() !== "")) continue
    const byCell = glyphsByCell(table, own)
    if (isUnparted(byCell)) for (const glyph of own) loose.push(glyph)
    else kept.push([table, byCell])
  }
  return { tables: kept, loose }
}

/** What stands on a page, from top to bottom. */
export const pageItems = (content: PageContent, number: number): ReadonlyArray<PageItem> => {
  const page: Page = { number, onPage: content.onPage }
  const { loose, tables } = ruledTables(content)
  const items: Array<PageItem> = []
  let rest = [...textLines(loose)]
  for (const [table, byCell] of tables) {
    const grid = latticeItem(page, table, byCell)
    const above = rest.filter((row) => (row[0]?.baseline ?? 0) < grid.top + 1)
    rest = rest.filter((row) => !above.includes(row))
    items.push(...looseItems(page, above), grid)
  }
  return [...items, ...looseItems(page, rest)]
}
