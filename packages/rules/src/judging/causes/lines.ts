/** 行与列: the cells of a document's tables as lines along which figures can slip: rows, columns, and whole rows together. */
import { cellAddress, type PublishedDisclosure, type PublishedTable } from "@juesuan/domain"
import type { DocumentSystem } from "../joint/DocumentSystem.ts"

/** A line of places; a place holds one cell, or the cells of a whole row. */
export interface Line {
  readonly kind: "shifted-column" | "shifted-row"
  readonly places: ReadonlyArray<ReadonlyArray<number | undefined>>
}

const known = (variable: number | undefined): variable is number => variable !== undefined

/** The variables of a table, row by row, as printed; `undefined` where no equation knows the cell. */
export const variablesOf = (
  system: DocumentSystem,
  table: PublishedTable
): ReadonlyArray<ReadonlyArray<number | undefined>> =>
  table.rows.map((row) =>
    table.columns.map((column) => {
      if (row.cells[column.key] === undefined) return undefined
      const columnName = column.meaning ?? column.key
      const addresses = [table.meaning, table.id].flatMap((name) =>
        name === undefined
          ? []
          : [row.meaning, row.key].flatMap((at) => (at === undefined ? [] : [cellAddress(name, at, columnName)]))
      )
      return addresses.map((address) => system.indexOf.get(address)).find(known)
    })
  )

/** Every line of a document that has at least two places. */
export const linesOf = (system: DocumentSystem, document: PublishedDisclosure): ReadonlyArray<Line> =>
  document.tables
    .flatMap((table): ReadonlyArray<Line> => {
      const rows = variablesOf(system, table)
      const columns = table.columns.map((_, index) => rows.map((row) => row[index]).filter(known))
      const together = rows.filter((row) => row.some(known))
      return [
        ...columns.map((column): Line => ({ kind: "shifted-column", places: column.map((variable) => [variable]) })),
        ...rows.map((row): Line => ({ kind: "shifted-row", places: row.filter(known).map((variable) => [variable]) })),
        ...(table.columns.length > 1 ? [{ kind: "shifted-column", places: together } as const] : [])
      ]
    })
    .filter(({ places }) => places.length > 1)
