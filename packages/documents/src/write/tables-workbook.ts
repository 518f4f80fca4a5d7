/**
 * 公开表工作簿: the tables of a disclosure, a sheet each, laid out as their official forms and ready to be printed on A4.
 * Amounts are numbers; what was derived from other cells carries the formula.
 */
import type { Table } from "@juesuan/domain"
import { type CellSource, type PlacedCell, sourceOf } from "./cell-formulas.ts"
import { type About, type Form, type FormBox, formOf, type FormText } from "./form.ts"
import { widthOf, wrapped } from "./wrapping.ts"
import { workbookBytes } from "./xlsx/workbook-bytes.ts"
import {
  cellAddress,
  type CellStyle,
  type Merge,
  type PageSetup,
  type WorkbookCell,
  type WorkbookRow,
  type WorkbookSheet
} from "./xlsx/Workbook.ts"

const title: CellStyle = { bold: true, size: 18, across: "center" }
const captionLeft: CellStyle = { across: "left" }
const captionCentre: CellStyle = { across: "center" }
const captionRight: CellStyle = { across: "right" }
const note: CellStyle = { across: "left", down: "top", wraps: true }
const boxed = { bordered: true, wraps: true } as const
const styles: Readonly<Record<Exclude<FormText, "amount">, CellStyle>> = {
  head: { ...boxed, across: "center" },
  code: { ...boxed, across: "left" },
  name: { ...boxed, across: "left" },
  line: { ...boxed, across: "center" },
  total: { ...boxed, across: "center" }
}
const indented: ReadonlyArray<CellStyle> = [0, 1, 2, 3].map((indent) =>
  indent === 0 ? styles.name : { ...styles.name, indent }
)
const amounts = { bordered: true, across: "right", format: "0.00" } as const satisfies CellStyle
const counts = { ...amounts, format: "0" } as const satisfies CellStyle

const styleOf = ({ cell, holds, level = 0 }: FormBox): CellStyle => {
  if (holds === "amount") return cell === undefined || cell.unit.kind === "tenThousandYuan" ? amounts : counts
  return holds === "name" ? (indented[Math.min(level, indented.length - 1)] ?? styles.name) : styles[holds]
}

/** 公开03表, title, year and captions stand above the heads. */
const rowsAbove = 4

/** Widths in digits; a 汉字 takes two. */
const width = { line: 6, amount: 9.5, widestHead: 11, room: 1.5 } as const

/** Names are broken sooner where many columns stand beside each other. */
const widestName = ({ columns }: Form): number => (columns.length > 10 ? 30 : 46)

const columnWidths = (form: Form): ReadonlyArray<number> => {
  const widths: Array<number> = form.columns.map(({ stub }) => (stub === true ? width.line : width.amount))
  const most = widestName(form)
  for (const { column, columnSpan, holds, level = 0, text } of [...form.head, ...form.body].flat()) {
    if (text === null || columnSpan > 1) continue
    const wanted = Math.min(widthOf(text) + 2 * level, holds === "head" ? width.widestHead : most)
    widths[column] = Math.max(widths[column] ?? 0, wanted)
  }
  return widths.map((each) => each + width.room)
}

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((total, each) => total + each, 0)

/** Of a line, and around the lines of a row, in points. */
const line = 14
const lineRoom = 4

const spanWidth = ({ column, columnSpan }: FormBox, widths: ReadonlyArray<number>): number =>
  sum(widths.slice(column, column + columnSpan))

const linesIn = (text: string, room: number): number => {
  const most = Math.max(2, Math.floor(room - width.room))
  return widthOf(text) <= most ? 1 : wrapped(text, most).length
}

const heightOf = (box: FormBox, widths: ReadonlyArray<number>): number =>
  linesIn(box.text ?? "", spanWidth(box, widths) - 2 * (box.level ?? 0)) * line + lineRoom

/** As high as the words that begin in a row need; a box over several rows makes the last of them higher. */
const rowHeights = (
  rows: ReadonlyArray<ReadonlyArray<FormBox>>,
  widths: ReadonlyArray<number>
): ReadonlyArray<number> => {
  const heights = rows.map(() => line + lineRoom)
  rows.forEach((boxes, row) => {
    for (const box of boxes) {
      if (box.text === null || box.holds === "amount") continue
      const last = row + box.rowSpan - 1
      const above = sum(heights.slice(row, last))
      heights[last] = Math.max(heights[last] ?? 0, heightOf(box, widths) - above)
    }
  })
  return heights
}

/** Codes and names are words, whatever they are made of. */
const isNumber = ({ holds, text }: FormBox): boolean =>
  holds !== "code" && holds !== "name" && /^-?\d+(?:\.\d+)?$/u.test(text ?? "")

const cellOf = (box: FormBox, { formula, remark }: CellSource): WorkbookCell => {
  const style = styleOf(box)
  if (box.text === null) return { style }
  return {
    style,
    ...(isNumber(box) ? { number: box.text } : { text: box.text }),
    ...(formula === undefined ? {} : { formula }),
    ...(remark === undefined ? {} : { remark })
  }
}

/** Boxes as a grid of cells; a box over several of them gives all its style. */
const gridOf = (
  rows: ReadonlyArray<ReadonlyArray<FormBox>>,
  sources: (box: FormBox) => CellSource
): { readonly grid: ReadonlyArray<ReadonlyArray<WorkbookCell | undefined>>; readonly merges: ReadonlyArray<Merge> } => {
  const grid: Array<Array<WorkbookCell | undefined>> = rows.map(() => [])
  const merges: Array<Merge> = []
  rows.forEach((boxes, row) => {
    for (const box of boxes) {
      const { column, columnSpan, rowSpan } = box
      const cell = cellOf(box, sources(box))
      for (let at = 0; at < rowSpan * columnSpan; at += 1) {
        const line = grid[row + Math.floor(at / columnSpan)]
        if (line !== undefined) line[column + (at % columnSpan)] = at === 0 ? cell : { style: cell.style }
      }
      if (rowSpan * columnSpan > 1) merges.push({ row: rowsAbove + row, column, rowSpan, columnSpan })
    }
  })
  return { grid, merges }
}

/** 公开03表; the title; the year; who, and in which unit. */
const rowsOfTop = ({ amounts, columns, id, of, title: text, year }: Form): ReadonlyArray<WorkbookRow> => {
  const between = Array.from({ length: Math.max(0, columns.length - 2) }, () => undefined)
  const height = line + lineRoom
  return [
    { cells: [undefined, ...between, { text: `${id}表`, style: captionRight }], height },
    { cells: [{ text, style: title }], height: 30 },
    { cells: [{ text: year, style: captionCentre }], height },
    { cells: [{ text: of, style: captionLeft }, ...between, { text: amounts, style: captionRight }], height }
  ]
}

const rowsOfNotes = ({ notes }: Form, widths: ReadonlyArray<number>): ReadonlyArray<WorkbookRow> => {
  const room = sum(widths)
  return notes.map((text) => ({ cells: [{ text, style: note }], height: linesIn(text, room) * line + lineRoom }))
}

/** What A4 leaves between the margins, in points, and the width of a digit. */
const paper = { short: 520, long: 750, digit: 5.25 } as const

/** How much smaller a sheet is printed so that a page is wide enough for it, and so that one page holds it. */
const scalesOn = (across: number, down: number, width: number, height: number) => {
  const wide = Math.min(1, across / width)
  return { wide, whole: Math.min(wide, down / height) }
}

/** A sheet that would be parted for some lines is made smaller instead, but not smaller than this. */
const leastShrunk = 0.75

/** Upright or across, whichever shows it larger. */
const pageOf = (rows: ReadonlyArray<WorkbookRow>, widths: ReadonlyArray<number>): PageSetup => {
  const [width, height] = [sum(widths) * paper.digit, sum(rows.map((row) => row.height ?? line))]
  const upright = scalesOn(paper.short, paper.long, width, height)
  const across = scalesOn(paper.long, paper.short, width, height)
  const landscape = across.whole > upright.whole
  const { whole, wide } = landscape ? across : upright
  return {
    landscape,
    ...(whole >= wide * leastShrunk ? { onePage: true } : {}),
    centred: true,
    footer: "&C第 &P 页，共 &N 页"
  }
}

const sheetOf = (form: Form, sources: (box: FormBox) => CellSource): WorkbookSheet => {
  const widths = columnWidths(form)
  const boxes = [...form.head, ...form.body]
  const { grid, merges } = gridOf(boxes, sources)
  const heights = rowHeights(boxes, widths)
  const notes = rowsOfNotes(form, widths)
  const rows = [...rowsOfTop(form), ...grid.map((cells, row) => ({ cells, height: heights[row] ?? line })), ...notes]
  const wide = (row: number): Merge => ({ row, column: 0, rowSpan: 1, columnSpan: widths.length })
  const headRows = rowsAbove + form.head.length
  return {
    name: form.id,
    rows,
    widths,
    merges: [wide(1), wide(2), ...merges, ...notes.map((_, index) => wide(rowsAbove + boxes.length + index))],
    frozenRows: headRows,
    repeatedRows: headRows,
    page: pageOf(rows, widths)
  }
}

const placedIn = (form: Form): ReadonlyArray<readonly [string, PlacedCell]> =>
  form.body.flatMap((boxes, row) =>
    boxes.flatMap(({ cell, column }) => {
      if (cell === undefined) return []
      const address = cellAddress(rowsAbove + form.head.length + row, column)
      return [[cell.figure.ref, { sheet: form.id, address, cell }] as const]
    })
  )

/**
 * Tables as an XLSX file.
 *
 * @example writeFileSync("决算公开表.xlsx", tablesWorkbook(disclosure.tables, { name: disclosure.unit.name, year: 2024 }))
 */
export const tablesWorkbook = (tables: ReadonlyArray<Table>, about: About): Uint8Array => {
  const forms = tables.map((table) => formOf(table, about))
  const placed = new Map(forms.flatMap(placedIn))
  const sourceAt = ({ cell }: FormBox): CellSource => {
    const found = cell === undefined ? undefined : placed.get(cell.figure.ref)
    return found === undefined ? {} : sourceOf(found, placed)
  }
  return workbookBytes(forms.map((form) => sheetOf(form, sourceAt)))
}
