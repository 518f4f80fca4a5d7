/**
 * 三公表: printed as one line under headings, or with the items as rows under 预算数 and 决算数. Rules read it as one row; a
 * table with the items as rows gets that row beside its own, every cell of which says where it is printed.
 */
import {
  normalizedLabel,
  type PublishedCell,
  type PublishedColumn,
  type PublishedRow,
  type PublishedTable
} from "@juesuan/domain"
import { tableMeanings } from "@juesuan/rules"
import { threePublicItemOf, threePublicItemUnder } from "./facts.ts"
import { plain } from "./Matrix.ts"

const rowMeaning = "three-public"
const label = tableMeanings["three-public"].rows["three-public"]
const labels: Readonly<Record<string, string>> = tableMeanings["three-public"].columns

const isNumber = (cell: PublishedCell | undefined): boolean => cell?.printed._tag === "Number"

/** One line under headings: the line of the whole, which is the first with an amount. */
const oneLine = (table: PublishedTable): PublishedTable => {
  const meant = table.columns.filter(({ meaning }) => meaning !== undefined)
  const blank: PublishedCell = { printed: { _tag: "Blank" }, place: table.place }
  const empty: PublishedRow = {
    key: normalizedLabel(label),
    label,
    code: undefined,
    meaning: rowMeaning,
    place: table.place,
    cells: Object.fromEntries(meant.map(({ key }) => [key, blank]))
  }
  if (table.rows.length === 0) return { ...table, rows: [empty] }
  const line =
    table.rows.find(({ cells }) => meant.some(({ key }) => isNumber(cells[key]))) ??
    table.rows.find(({ cells }) => meant.some(({ key }) => key in cells))
  const named = (row: PublishedRow): PublishedRow =>
    row.label === ""
      ? { ...row, label, key: normalizedLabel(label), meaning: rowMeaning }
      : { ...row, meaning: rowMeaning }
  const rows = table.rows.map((row) => (row === line ? named(row) : row))
  return { ...table, rows }
}

type Kind = "budget" | "actual"

const kindIn = (words: ReadonlyArray<string>): Kind | undefined => {
  const text = words.map(plain).join("")
  if (/增减|比|率|%|上年/u.test(text)) return undefined
  if (/决算|实际|执行|支出数|统计数/u.test(text)) return "actual"
  return /预算(?!财政拨款)/u.test(text) ? "budget" : undefined
}

const kindOf = ({ headings }: PublishedColumn): Kind | undefined => kindIn(headings)

const isSumOf = (row: PublishedRow | undefined): boolean => row !== undefined && /合计|总计/u.test(row.label)

/** Counts (团组, 批次, 辆) and other matters may follow; the items are the first row of each name. */
const itemRows = (rows: ReadonlyArray<PublishedRow>): ReadonlyMap<string, PublishedRow> => {
  const found = new Map<string, PublishedRow>()
  for (const row of rows) {
    const item = /数[(（]?|人次|批次|保有|团组/u.test(plain(row.label).replace(/境\)/u, ""))
      ? undefined
      : threePublicItemOf(row.label)
    const isSum = item === "total" && /合计|总计/u.test(row.label) && !isSumOf(found.get(item))
    if (item !== undefined && (!found.has(item) || isSum)) found.set(item, row)
  }
  return found
}

interface Figure {
  readonly kind: Kind
  readonly item: string
  readonly row: PublishedRow
  readonly column: PublishedColumn
}

/** Items as rows under 预算数 and 决算数. */
const itemsBelow = ({ columns, rows }: PublishedTable): ReadonlyArray<Figure> => {
  const items = [...itemRows(rows)]
  return columns.flatMap((column) => {
    const kind = kindOf(column)
    return kind === undefined ? [] : items.map(([item, row]) => ({ kind, item, row, column }))
  })
}

/** Items as headings beside 预算数 and 决算数; one line alone under items that say neither is 决算数. */
const itemsAbove = ({ columns, rows }: PublishedTable): ReadonlyArray<Figure> => {
  const items = columns.flatMap((column) => {
    const item = threePublicItemUnder(column.headings)
    return item === undefined ? [] : [{ item, column }]
  })
  const lines = rows.filter(({ cells }) => items.some(({ column }) => isNumber(cells[column.key])))
  const [line] = lines
  if (
    line !== undefined &&
    lines.length === 1 &&
    line.label === "" &&
    columns.every((one) => kindOf(one) === undefined)
  )
    return items.map(({ column, item }) => ({ kind: "actual", item, row: line, column }))
  return rows.flatMap((row) => {
    const kind = kindIn([row.label])
    return kind === undefined ? [] : items.map(({ column, item }) => ({ kind, item, row, column }))
  })
}

const transposed = (table: PublishedTable): PublishedTable => {
  const below = itemsBelow(table)
  const figures = below.length > 0 ? below : itemsAbove(table)
  const columns: PublishedColumn[] = []
  const cells: Record<string, PublishedCell> = {}
  for (const { column, item, kind, row } of figures) {
    const meaning = `${kind}.${item}`
    const cell = row.cells[column.key]
    if (cell === undefined || columns.some((other) => other.meaning === meaning)) continue
    const key = `${column.key}·${row.key}`
    columns.push({
      key,
      label: labels[meaning] ?? key,
      headings: [column.label, row.label],
      number: null,
      meaning,
      arranged: true
    })
    cells[key] = { ...cell, printedAt: { row: row.label, column: column.label } }
  }
  if (columns.length === 0) return table
  const place = figures[0]?.row.place ?? table.place
  const row: PublishedRow = {
    key: rowMeaning,
    label,
    code: undefined,
    meaning: rowMeaning,
    place,
    cells,
    arranged: true
  }
  return { ...table, columns: [...table.columns, ...columns], rows: [...table.rows, row] }
}

const isFurther = /^(?:operating-expenditure|three-public-count)\./u

/** 机关运行经费 and 实物量 that are printed in the 三公 table, as the table of further information that it is elsewhere. */
export const furtherInformationIn = (table: PublishedTable): PublishedTable | undefined => {
  const actual = table.columns.find((column) => column.arranged !== true && kindOf(column) === "actual")
  const rows = table.rows.flatMap((row): PublishedRow[] => {
    const cell = actual === undefined ? undefined : row.cells[actual.key]
    if (!isFurther.test(row.meaning ?? "") || cell === undefined || actual === undefined) return []
    return [{ ...row, cells: { [actual.key]: cell }, arranged: true }]
  })
  if (actual === undefined || table.meaning !== "three-public" || rows.length === 0) return undefined
  const columns: ReadonlyArray<PublishedColumn> = [{ ...actual, meaning: "amount" }]
  return { ...table, meaning: "further-information", columns, rows, statedEmpty: undefined, arranged: true }
}

/** A 三公 table as rules read it; any other table as it is. */
export const arranged = (table: PublishedTable): PublishedTable => {
  if (table.meaning !== "three-public") return table
  return table.columns.some(({ meaning }) => meaning !== undefined) ? oneLine(table) : transposed(table)
}
