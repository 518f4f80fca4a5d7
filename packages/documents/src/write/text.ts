/**
 * 终端表格: a sheet as aligned text. All lines of a table have one display width; names are wrapped where the terminal is
 * narrow, and where that is not enough the table is parted: side by side forms into their sides, others by columns with
 * the names repeated. Rules are drawn in ASCII: wider characters are of uncertain width in Chinese terminals.
 */
import type { Sheet, SheetColumn } from "../Sheet.ts"
import { padded, type Place, visible, widthOf, wrapped } from "./wrapping.ts"

export interface TextOptions {
  /** Columns of the terminal; as wide as the table needs where it is not given. */
  readonly width?: number | undefined
}

const gap = "  "
const narrowestWords = 12
const narrowestHeading = 4

/**
 * A sheet as lines of text, the last one ended.
 *
 * @example sheetText({ columns, rows: [["基本支出", "1096.83"], ["项目支出", null]] }, { width: 80 })
 */
export const sheetText = (sheet: Sheet, { width = Number.POSITIVE_INFINITY }: TextOptions = {}): string => {
  const shown = { ...sheet, rows: sheet.rows.map((row) => row.map((cell) => visible(cell ?? ""))) }
  const parts = partsThatFit(shown, width)
  const total = Math.max(...parts.map(({ widths }) => totalOf(widths)))
  const lines = [
    ...(sheet.title === undefined ? [] : [padded(visible(sheet.title), total, "centre").trimEnd()]),
    ...(sheet.head === undefined ? [] : headLines(sheet.head, total)),
    ...parts.flatMap((part, index) => (index === 0 ? linesOf(part) : ["", ...linesOf(part)])),
    ...(sheet.notes ?? []).flatMap((note) => wrapped(visible(note), Math.max(total, 40)))
  ]
  return lines.map((line) => `${line}\n`).join("")
}

interface Part {
  readonly columns: ReadonlyArray<SheetColumn>
  readonly rows: ReadonlyArray<ReadonlyArray<string>>
  readonly widths: ReadonlyArray<number>
}

type Grid = Omit<Part, "widths">

const totalOf = (widths: ReadonlyArray<number>): number =>
  widths.reduce((sum, width) => sum + width, 0) + gap.length * Math.max(0, widths.length - 1)

const headLines = ([left, right]: readonly [string, string], total: number): ReadonlyArray<string> => {
  const room = total - widthOf(left) - widthOf(right)
  return room >= gap.length ? [left + " ".repeat(room) + right] : [left, right]
}

/** The table as it is where it fits, else parted. */
const partsThatFit = (grid: Grid, width: number): ReadonlyArray<Part> => {
  const widths = fitted(grid, width)
  if (totalOf(widths) <= width) return [{ ...grid, widths }]
  const sides = new Set(grid.columns.map(({ side }) => side))
  if (sides.size > 1) return [...sides].flatMap((side) => partsThatFit(sideOf(grid, side), width))
  return blocksOf(grid, width).map((block) => ({ ...block, widths: fitted(block, width) }))
}

/** One side of a form, without the lines that are empty on it. */
const sideOf = (grid: Grid, side: number | undefined): Grid => {
  const kept = picked(grid, (column) => column.side === side)
  return { ...kept, rows: kept.rows.filter((row) => row.some((cell) => cell !== "")) }
}

const picked = (grid: Grid, wanted: (column: SheetColumn, index: number) => boolean): Grid => ({
  columns: grid.columns.filter(wanted),
  rows: grid.rows.map((row) =>
    row.filter((_, index) => {
      const column = grid.columns[index]
      return column !== undefined && wanted(column, index)
    })
  )
})

/** Blocks of columns, each with the naming columns in front; a block has at least one column of its own. */
const blocksOf = (grid: Grid, width: number): ReadonlyArray<Grid> => {
  const blocks: Array<Set<number>> = []
  grid.columns.forEach((column, index) => {
    if (column.stub === true) return
    const last = blocks.at(-1)
    const tried = new Set(last).add(index)
    const block = blockOf(grid, tried)
    if (last !== undefined && totalOf(fitted(block, width)) <= width) last.add(index)
    else blocks.push(new Set([index]))
  })
  return blocks.length === 0 ? [grid] : blocks.map((block) => blockOf(grid, block))
}

const blockOf = (grid: Grid, own: ReadonlySet<number>): Grid =>
  picked(grid, ({ stub }, index) => stub === true || own.has(index))

/** Column widths: as wide as needed, or as narrow as may be, the widest words first. */
const fitted = ({ columns, rows }: Grid, width: number): ReadonlyArray<number> => {
  const cells = columns.map((_, index) => Math.max(0, ...rows.map((row) => widthOf(row[index] ?? ""))))
  // A heading over several columns is wrapped in what these need; only a column's own heading widens it.
  const headed = columns.map(({ headings, number }) => Math.max(widthOf(headings.at(-1) ?? ""), widthOf(number ?? "")))
  const narrowest = columns.map(({ holds }, index) =>
    holds === "number"
      ? Math.max(cells[index] ?? 0, Math.min(headed[index] ?? 0, narrowestHeading))
      : Math.min(Math.max(cells[index] ?? 0, headed[index] ?? 0), narrowestWords)
  )
  const widths = columns.map((_, index) => Math.max(cells[index] ?? 0, headed[index] ?? 0))
  while (totalOf(widths) > width) {
    const room = widths.map((wide, index) => wide - (narrowest[index] ?? 0))
    const most = Math.max(...room)
    if (most <= 0) break
    const widest = room.indexOf(most)
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths
}

const linesOf = (part: Part): ReadonlyArray<string> => {
  const rule = "-".repeat(totalOf(part.widths))
  const body = part.rows.flatMap((row) => rowLines(row, part.columns, part.widths))
  return [rule, ...headingLines(part), rule, ...body, rule]
}

const placeOf = ({ holds }: SheetColumn): Place => (holds === "number" ? "right" : "left")

/** A row, over several lines where words are wrapped; numbers stand on its first line. */
const rowLines = (
  row: ReadonlyArray<string>,
  columns: ReadonlyArray<SheetColumn>,
  widths: ReadonlyArray<number>
): ReadonlyArray<string> =>
  stacked(
    columns.map((column, index) => ({ text: row[index] ?? "", width: widths[index] ?? 0, place: placeOf(column) })),
    "top"
  )

interface Box {
  readonly text: string
  readonly width: number
  readonly place: Place
}

/** Boxes beside each other, each wrapped in its width. */
const stacked = (boxes: ReadonlyArray<Box>, towards: "top" | "bottom"): ReadonlyArray<string> => {
  const texts = boxes.map(({ text, width }) => (widthOf(text) <= width ? [text] : wrapped(text, width)))
  const height = Math.max(1, ...texts.map(({ length }) => length))
  return Array.from({ length: height }, (_, line) =>
    boxes
      .map(({ place, width }, index) => {
        const own = texts[index] ?? []
        return padded(own[towards === "top" ? line : line - height + own.length] ?? "", width, place)
      })
      .join(gap)
  )
}

/** Printed headings, level by level; a heading that columns beside each other share is printed once, over all of them. */
const headingLines = ({ columns, widths }: Part): ReadonlyArray<string> => {
  const depth = Math.max(1, ...columns.map(({ headings }) => headings.length))
  const at = (column: SheetColumn, level: number): string =>
    column.headings[level - depth + column.headings.length] ?? ""
  const levels = Array.from({ length: depth }, (_, level) => {
    const boxes: Array<Box> = []
    let before: string | undefined
    columns.forEach((column, index) => {
      const text = at(column, level)
      const width = widths[index] ?? 0
      const path = [...Array.from({ length: level + 1 }, (_, above) => at(column, above)), column.side].join("\n")
      const last = boxes.at(-1)
      if (text !== "" && path === before && level < depth - 1 && last !== undefined) {
        boxes[boxes.length - 1] = { ...last, width: last.width + gap.length + width, place: "centre" }
      } else boxes.push({ text, width, place: placeOf(column) })
      before = path
    })
    return stacked(boxes, "bottom")
  }).flat()
  if (columns.every(({ number }) => number === undefined)) return levels
  const numbers = columns.map((column, index) => ({
    text: column.number ?? "",
    width: widths[index] ?? 0,
    place: placeOf(column)
  }))
  return [...levels, ...stacked(numbers, "top")]
}
