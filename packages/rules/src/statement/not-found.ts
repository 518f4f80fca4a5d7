/**
 * 没有读到: a table or a cell that a statement speaks of and the document does not show. Where something stands there that
 * nobody understood, it may be the very thing that is missing: then the question is undecided, not void.
 */
import { nearestTo, Quantities } from "@juesuan/domain"
import { nameOfMeaning, type TableMeaning, tableMeanings } from "../content/Meanings.ts"
import type { Cells } from "../formula/Formula.ts"
import { describeCells } from "../formula/explain.ts"
import type { DocumentCells, DocumentTable, NamedColumn, NamedRow } from "../judging/DocumentCells.ts"
import type { Wording } from "../judging/Finding.ts"
import { cellsInWords, tableLabel } from "./in-words.ts"
import { insufficient, undecided, type Unjudged } from "./unjudged.ts"

/** Tables of every disclosure, whatever the department has or does; a place or a year may be without the others. */
const inEveryDisclosure: ReadonlyArray<string> = [
  "income-expenditure-summary",
  "income",
  "expenditure",
  "fiscal-income-expenditure-summary",
  "general-public-budget-expenditure",
  "general-public-budget-basic-expenditure",
  "three-public"
]

/** A printed table with numbers that is none of the known ones. */
const isUnrecognised = ({ isEmpty, table }: DocumentTable): boolean =>
  table.meaning === undefined && table.arranged !== true && !isEmpty

const withNearest = (says: typeof insufficient, { en, zh }: Wording, nearest: ReadonlyArray<string>): Unjudged =>
  nearest.length === 0
    ? says(zh, en)
    : says(`${zh}，相近的有${nearest.join("、")}`, `${en}; near it ${nearest.join(", ")}`)

/** A name that some form knows is left out by this one; another is misspelt, most likely. */
const isKnown = (labels: TableMeaning["rows"] | undefined, name: string): boolean =>
  /^\d+$/u.test(name) ||
  labels === undefined ||
  Object.entries(labels).some(([meaning, label]) => [label, nameOfMeaning(labels, meaning)].includes(name))

export const tableNotFound = (name: string, { tables }: DocumentCells): Unjudged => {
  const says = inEveryDisclosure.includes(name) && tables.some(isUnrecognised) ? undecided : insufficient
  const text = {
    zh: `文件中没有读到《${tableLabel(name)}》`,
    en: `the table ${tableLabel(name)} was not found in the document`
  }
  const known = Object.values(tableMeanings).some(({ label, meaning }) => meaning === name || label === name)
  const titles = tables.flatMap(({ table: { id, title } }) => [id, title])
  return withNearest(says, text, known ? [] : nearestTo(name, new Set(titles)))
}

const hasAmount = (table: DocumentTable, row: NamedRow, column: NamedColumn): boolean => {
  const printed = table.cellAt(row, column)?.printed
  return printed?._tag === "Number" && !Quantities.isZero(printed.value)
}

const isKnownRow = ({ code, row }: NamedRow): boolean => (row.meaning ?? code) !== undefined

/** Shares, notes and the like, which forms add beside their amounts. */
const isBeside = ({ column: { key } }: NamedColumn): boolean => /[%％率比]|备注|人均|栏次|行次/u.test(key)

const isUnknownColumn = (named: NamedColumn): boolean =>
  named.column.meaning === undefined && named.column.arranged !== true && !isBeside(named)

/** The cell is not there; `rows` and `columns` are what was found of the place it would stand at. */
export const cellNotFound = (
  range: Cells,
  table: DocumentTable,
  { columns, rows }: { readonly rows: ReadonlyArray<NamedRow>; readonly columns: ReadonlyArray<NamedColumn> }
): Unjudged => {
  const unknownRow =
    rows.length === 0 &&
    table.rows.some((row) => !isKnownRow(row) && columns.some((column) => hasAmount(table, row, column)))
  const unknownColumn =
    columns.length === 0 &&
    table.columns.some((column) => isUnknownColumn(column) && rows.some((row) => hasAmount(table, row, column)))
  const text = describeCells(cellsInWords(range))
  const says = unknownRow || unknownColumn ? undecided : insufficient
  const nearest = nearestCells(range, table, { columns, rows })
  return withNearest(says, { zh: `没有读到单元格 ${text}`, en: `the cell ${text} was not found` }, nearest)
}

/** The printed rows or columns nearest to one that no form knows, as addresses. */
const nearestCells = (
  range: Cells,
  { columns: printedColumns, rows: printedRows, table }: DocumentTable,
  { columns, rows }: { readonly rows: ReadonlyArray<NamedRow>; readonly columns: ReadonlyArray<NamedColumn> }
): ReadonlyArray<string> => {
  const known: TableMeaning | undefined = Object.values(tableMeanings).find(({ meaning }) => meaning === table.meaning)
  const words = cellsInWords(range)
  if (rows.length === 0 && words.rows._tag === "Row" && !isKnown(known?.rows, words.rows.row)) {
    const labels = new Set(printedRows.map(({ row }) => row.label))
    return nearestTo(words.rows.row, labels).map((row) => describeCells({ ...words, rows: { _tag: "Row", row } }))
  }
  if (columns.length > 0 || words.columns._tag !== "Column" || isKnown(known?.columns, words.columns.column)) return []
  const labels = new Set(printedColumns.map(({ column }) => column.label))
  return nearestTo(words.columns.column, labels).map((column) =>
    describeCells({ ...words, columns: { _tag: "Column", column } })
  )
}
