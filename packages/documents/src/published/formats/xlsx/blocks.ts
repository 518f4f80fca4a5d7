/** 工作表的块: titles and notes of a sheet as paragraphs, what stands between them as grids. */
import type { RawBlock, RawCell, RawParagraph } from "../../RawDocument.ts"
import { unitLabels } from "../../content/unit-labels.ts"
import { joinedAll, collapsed } from "../joining.ts"
import type { Range, SheetContent } from "./cells.ts"

interface ShownCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly text: string
}

/** Tells of rows or columns `first` to `last` where the shown ones among them begin, and how many they are. */
type Shown = (first: number, last: number) => { readonly start: number; readonly span: number } | undefined

const shownAmong = (end: number, isHidden: (index: number) => boolean): Shown => {
  /** For every index how many before it are shown. */
  const before: Array<number> = [0]
  for (let index = 0; index <= end; index += 1) before.push((before[index] ?? 0) + (isHidden(index) ? 0 : 1))
  return (first, last) => {
    const start = before[first] ?? 0
    const span = (before[Math.min(last, end) + 1] ?? 0) - start
    return span > 0 ? { start, span } : undefined
  }
}

const keyOf = (row: number, column: number): string => `${row}:${column}`

const textAs = (text: string): string => joinedAll(text.split(/[\r\n]+/u).map(collapsed))

const greatest = <A>(items: ReadonlyArray<A>, of: (item: A) => number): number =>
  items.reduce((most, item) => Math.max(most, of(item)), 0)

/** Cells at the places where they are shown; what lies in hidden rows and columns is left out. */
const shownCells = ({ cells, hiddenRows, isHiddenColumn, merges }: SheetContent): ReadonlyArray<ShownCell> => {
  const lastColumn = Math.min(
    16_383,
    Math.max(
      greatest(cells, ({ column }) => column),
      greatest(merges, ({ right }) => right)
    )
  )
  const rows = shownAmong(
    greatest(cells, ({ row }) => row),
    (row) => hiddenRows.has(row)
  )
  const columns = shownAmong(lastColumn, isHiddenColumn)
  const mergeAt = new Map<string, Range>(merges.map((range) => [keyOf(range.top, range.left), range]))
  return cells.flatMap(({ column, row, text }): ReadonlyArray<ShownCell> => {
    const range = mergeAt.get(keyOf(row, column)) ?? { top: row, bottom: row, left: column, right: column }
    const down = rows(range.top, range.bottom)
    const across = columns(range.left, range.right)
    if (down === undefined || across === undefined) return []
    return [{ row: down.start, column: across.start, rowSpan: down.span, columnSpan: across.span, text: textAs(text) }]
  })
}

type Row = ReadonlyArray<ShownCell>

const caption = new RegExp(`^(?:[（(]?(?:金额)?单位|${unitLabels}|公开\\s?\\d+|附?表\\s?\\d+|\\d{4}\\s?年)`, "u")

/** A row with one text, or with nothing but captions, belongs to no grid at its upper end. */
const isLoose = (row: Row): boolean => row.length === 1 || row.every(({ text }) => caption.test(text))

const isNote = (row: Row): boolean => row.length === 1 && /^(?:注|说明|备注|附注|\d+[.、．])/u.test(row[0]?.text ?? "")

/** Rows of a sheet, runs of them parted where an empty row stands before a title. */
const groupsOf = (cells: ReadonlyArray<ShownCell>): ReadonlyArray<ReadonlyArray<Row>> => {
  const byRow = new Map<number, Array<ShownCell>>()
  for (const cell of cells) {
    const row = byRow.get(cell.row)
    if (row === undefined) byRow.set(cell.row, [cell])
    else row.push(cell)
  }
  const rows = [...byRow].sort(([a], [b]) => a - b).map(([, row]) => row.sort((a, b) => a.column - b.column))
  const groups: Array<Array<Row>> = []
  let reached = -1
  for (const row of rows) {
    const at = row[0]?.row ?? 0
    const group = groups.at(-1)
    if (group === undefined || (at > reached + 1 && isLoose(row))) groups.push([row])
    else group.push(row)
    reached = Math.max(
      reached,
      greatest(row, (cell) => cell.row + cell.rowSpan - 1)
    )
  }
  return groups
}

const paragraphsOf = (rows: ReadonlyArray<Row>, sheet: string): ReadonlyArray<RawParagraph> =>
  rows.flat().map(({ row, text }) => ({ _tag: "Paragraph", text, place: { sheet, line: row + 1 } }))

const mostPlaces = 500_000

const areaOf = ({ columnSpan, rowSpan }: ShownCell): number => columnSpan * rowSpan

/** The grid of some rows, with the blank cells between those that show something. */
const gridOf = (rows: ReadonlyArray<Row>, sheet: string): RawBlock => {
  const cells = rows.flat()
  const top = cells.reduce((least, { row }) => Math.min(least, row), Number.MAX_SAFE_INTEGER)
  const left = cells.reduce((least, { column }) => Math.min(least, column), Number.MAX_SAFE_INTEGER)
  const size = {
    rows: greatest(cells, ({ row, rowSpan }) => row + rowSpan) - top,
    columns: greatest(cells, ({ column, columnSpan }) => column + columnSpan) - left
  }
  const placed = cells.map(
    (cell): RawCell => ({
      ...cell,
      row: cell.row - top,
      column: cell.column - left,
      place: { sheet, line: cell.row + 1 }
    })
  )
  const area = Math.max(
    size.rows * size.columns,
    cells.reduce((sum, cell) => sum + areaOf(cell), 0)
  )
  const blanks = area > mostPlaces ? [] : blanksOf(placed, size, { sheet, line: top + 1 })
  const ordered = [...placed, ...blanks].sort((a, b) => a.row - b.row || a.column - b.column)
  return { _tag: "Grid", ...size, cells: ordered, place: { sheet, line: top + 1 }, bounded: true }
}

const blanksOf = (
  cells: ReadonlyArray<RawCell>,
  { columns, rows }: { readonly rows: number; readonly columns: number },
  { line, sheet }: { readonly sheet: string; readonly line: number }
): ReadonlyArray<RawCell> => {
  const covered = new Set<string>()
  for (const cell of cells) {
    for (let at = 0; at < areaOf(cell); at += 1)
      covered.add(keyOf(cell.row + Math.floor(at / cell.columnSpan), cell.column + (at % cell.columnSpan)))
  }
  return Array.from({ length: rows * columns }, (_, at) => ({ row: Math.floor(at / columns), column: at % columns }))
    .filter(({ column, row }) => !covered.has(keyOf(row, column)))
    .map(({ column, row }) => ({
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      text: "",
      place: { sheet, line: line + row }
    }))
}

const blocksOf = (rows: ReadonlyArray<Row>, sheet: string): ReadonlyArray<RawBlock> => {
  const first = rows.findIndex((row) => !isLoose(row))
  if (first === -1) return paragraphsOf(rows, sheet)
  const last = rows.findLastIndex((row) => !isNote(row))
  const body = rows.slice(first, last + 1)
  return [
    ...paragraphsOf(rows.slice(0, first), sheet),
    gridOf(body, sheet),
    ...paragraphsOf(rows.slice(last + 1), sheet)
  ]
}

/** What a sheet shows, from top to bottom. */
export const sheetBlocks = (content: SheetContent, sheet: string): ReadonlyArray<RawBlock> =>
  groupsOf(shownCells(content)).flatMap((rows) => blocksOf(rows, sheet))
