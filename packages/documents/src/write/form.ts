/**
 * 表样的格子: a table as its official form lays it out on paper: title, captions, heads with their merged cells, 栏次, body
 * and notes. Workbook and page both print this.
 */
import type { Cell, Table } from "@juesuan/domain"
import type { SheetColumn } from "../Sheet.ts"
import { arranged, type Place } from "./arranged.ts"

/** What stands in a box, which says how it is set. */
export type FormText = "head" | "code" | "name" | "line" | "total" | "amount"

/** A box of the grid, from its upper left corner on; `text` is `null` where it is blank. */
export interface FormBox {
  readonly column: number
  readonly columnSpan: number
  readonly rowSpan: number
  readonly holds: FormText
  readonly text: string | null
  readonly level?: number
  readonly cell?: Cell
}

/** 表样. Rows list the boxes that begin in them. */
export interface Form {
  readonly id: string
  readonly title: string
  /** 部门名称：…, 2024年度, 金额单位：…. */
  readonly of: string
  readonly year: string
  readonly amounts: string
  readonly columns: ReadonlyArray<SheetColumn>
  readonly head: ReadonlyArray<ReadonlyArray<FormBox>>
  readonly body: ReadonlyArray<ReadonlyArray<FormBox>>
  readonly notes: ReadonlyArray<string>
}

type Columns = ReadonlyArray<SheetColumn>

/** How many columns from `start` on go together. */
const runFrom = <Item>(items: ReadonlyArray<Item>, start: number, joins: (item: Item) => boolean): number => {
  const end = items.findIndex((item, index) => index > start && !joins(item))
  return (end === -1 ? items.length : end) - start
}

/** The headings above and at a level, where the column has one below: only such headings are shared. */
const sharedPath = ({ headings }: SheetColumn, level: number): string | undefined =>
  level < headings.length - 1 ? headings.slice(0, level + 1).join("\n") : undefined

/** A heading is printed once over all columns that share it; the last one of a column reaches down to the body. */
const headRow = (columns: Columns, level: number, depth: number): ReadonlyArray<FormBox> => {
  const boxes: Array<FormBox> = []
  for (let column = 0; column < columns.length; ) {
    const own = columns[column] as SheetColumn
    const path = sharedPath(own, level)
    const span = path === undefined ? 1 : runFrom(columns, column, (other) => sharedPath(other, level) === path)
    const text = own.headings[level]
    const rowSpan = level === own.headings.length - 1 ? depth - level : 1
    if (text !== undefined) boxes.push({ column, columnSpan: span, rowSpan, holds: "head", text })
    column += span
  }
  return boxes
}

const numbersLabel = "栏次"

/** 栏次, said once over the columns that name the rows. */
const numbersRow = (columns: Columns): ReadonlyArray<FormBox> => {
  const boxes: Array<FormBox> = []
  for (let column = 0; column < columns.length; ) {
    const isStub = columns[column]?.stub === true
    const span = isStub ? runFrom(columns, column, ({ stub }) => stub === true) : 1
    const text = isStub ? numbersLabel : (columns[column]?.number ?? null)
    boxes.push({ column, columnSpan: span, rowSpan: 1, holds: "head", text })
    column += span
  }
  return boxes
}

const holdsOf = ({ id, stub }: SheetColumn): FormText => {
  if (stub !== true) return "amount"
  return id === "code" || id === "line" ? id : "name"
}

const isTotal = (text: string | null): boolean => text !== null && /[合总]计$/u.test(text)

/** Whether the name of a row stands where its code would: it has none. */
const isWithoutCode = (line: ReadonlyArray<Place>, column: number, columns: Columns): boolean =>
  columns[column]?.id === "code" && line[column]?.text !== null && line[column]?.text === line[column + 1]?.text

/** A row without a code has its name in both columns as one. */
const bodyRow = (line: ReadonlyArray<Place>, columns: Columns, highest: number): ReadonlyArray<FormBox> => {
  const boxes: Array<FormBox> = []
  for (let column = 0; column < line.length; ) {
    const { cell, level, text } = line[column] as Place
    const own = columns[column] as SheetColumn
    const isBoth = isWithoutCode(line, column, columns)
    const holds = holdsOf(own)
    boxes.push({
      column,
      columnSpan: isBoth ? 2 : 1,
      rowSpan: 1,
      holds: (holds === "name" || isBoth) && isTotal(text) ? "total" : holds,
      text,
      ...(level === undefined ? {} : { level: Math.max(0, level - highest) }),
      ...(cell === undefined ? {} : { cell })
    })
    column += isBoth ? 2 : 1
  }
  return boxes
}

/** The level from which names are indented: that of the highest rows with a code, where rows have one. */
const highestLevel = (lines: ReadonlyArray<ReadonlyArray<Place>>, columns: Columns): number => {
  const levels = lines.flatMap((line) =>
    line.flatMap(({ level }, column) =>
      level === undefined || isWithoutCode(line, column - 1, columns) ? [] : [level]
    )
  )
  return levels.length === 0 ? 0 : Math.min(...levels)
}

/** 部门 and 年度 that tables are about. */
export interface About {
  readonly name: string
  readonly year: number
}

/** A table on its form. */
export const formOf = (table: Table, { name, year }: About): Form => {
  const { columns, lines } = arranged(table)
  const depth = Math.max(1, ...columns.map(({ headings }) => headings.length))
  const head = Array.from({ length: depth }, (_, level) => headRow(columns, level, depth))
  const highest = highestLevel(lines, columns)
  const isNumbered = columns.some(({ number }) => number !== undefined)
  return {
    id: table.id,
    title: table.title,
    of: `${table.captions.name}：${name}`,
    year: `${year}年度`,
    amounts: `${table.captions.amounts}：${table.unit}`,
    columns,
    head: isNumbered ? [...head, numbersRow(columns)] : head,
    body: lines.map((line) => bodyRow(line, columns, highest)),
    notes: table.notes
  }
}
