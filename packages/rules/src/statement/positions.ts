/** 所在之处: which rows and columns of a table a statement means, and at which places it holds. */
import { ItemLevel } from "@juesuan/domain"
import { meaningGroups } from "../content/Meanings.ts"
import type { Cell, Cells } from "../formula/Formula.ts"
import type { DocumentTable, NamedColumn, NamedRow } from "../judging/DocumentCells.ts"
import type { Loop } from "./Statement.ts"

/** Where a statement stands at the moment: 此行, 此栏, and the table that they are of. */
export interface Position {
  readonly table: DocumentTable | undefined
  readonly row?: NamedRow
  readonly column?: NamedColumn
}

/** A row as it is asked for, where the form may not print it. */
export const rowName = (row: Cell["row"], { row: current }: Position): string =>
  row._tag === "Row" ? row.row : (current?.name ?? "")

/** A column as it is asked for. */
export const columnName = (column: Cell["column"], { column: current }: Position): string =>
  column._tag === "Column" ? column.column : (current?.name ?? "")

const levelOf = (code: string | undefined): ItemLevel | undefined =>
  code === undefined ? undefined : ItemLevel.ids.find((id) => ItemLevel.entries[id].digits === code.length)

/** A group is written by the beginning of its meanings (`revenue.`), by its name (收入), or by the beginning of its labels. */
const isInGroup = (prefix: string, name: string, label: string): boolean => {
  const group = meaningGroups.find((known) => known.label === prefix)
  return name.startsWith(group?.prefix ?? prefix) || (group === undefined && label.startsWith(prefix))
}

export const rowsOf = (rows: Cells["rows"], table: DocumentTable, position: Position): ReadonlyArray<NamedRow> => {
  const current = position.row
  switch (rows._tag) {
    case "Row":
      return table.rowsNamed(rows.row)
    case "ThisRow":
      if (current === undefined) return []
      return table === position.table ? [current] : table.rowsNamed(current.name)
    case "EveryRow":
      return table.rows
    case "RowsBelow":
      return current === undefined || table !== position.table ? [] : table.below(current)
    case "RowsOfLevel":
      return table.rows.filter(({ code }) => levelOf(code) === rows.level)
    case "RowGroup":
      return table.rows.filter(({ name, row }) => isInGroup(rows.prefix, name, row.label))
  }
}

export const columnsOf = (
  columns: Cells["columns"],
  table: DocumentTable,
  position: Position
): ReadonlyArray<NamedColumn> => {
  const current = position.column
  switch (columns._tag) {
    case "Column":
      return table.columnsNamed(columns.column)
    case "ThisColumn":
      if (current === undefined) return []
      return table === position.table ? [current] : table.columnsNamed(current.name)
    case "EveryColumn":
      // A column that a place adds to a known form (占比, 备注) has no part in what the form says.
      return table.columns.filter(({ column }) => column.meaning !== undefined || table.table.meaning === undefined)
    case "ColumnGroup":
      return table.columns.filter(({ column, name }) => isInGroup(columns.prefix, name, column.label))
  }
}

/** Only rows and columns with a number in them are places: headings, notes and empty lines of a form say nothing. */
export const positionsOf = ({ columns, rows }: Loop, table: DocumentTable): ReadonlyArray<Position> => {
  const everywhere = { table }
  const along = rows === undefined ? [everywhere] : rowsOf(rows, table, everywhere).map((row) => ({ table, row }))
  if (columns === undefined) return along.filter((position) => holdsNumber(position))
  return along.flatMap((position) =>
    columnsOf(columns, table, everywhere)
      .map((column) => ({ ...position, column }))
      .filter((place) => holdsNumber(place))
  )
}

const holdsNumber = ({ column, row, table }: Position): boolean => {
  if (table === undefined) return false
  const rows = row === undefined ? table.rows : [row, ...table.below(row)]
  return rows.some(({ row: { cells } }) =>
    column === undefined
      ? Object.values(cells).some(({ printed }) => printed._tag === "Number")
      : cells[column.column.key]?.printed._tag === "Number"
  )
}
