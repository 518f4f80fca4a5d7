/**
 * 未识别的数: numbers that stand beside the terms of a sum in rows or columns whose meaning is not known. Where they make up
 * the difference, it is not shown that the sum is wrong: then nothing is judged.
 */
import { printedNumber, Quantities, type Quantity } from "@juesuan/domain"
import type { Estimate } from "../statement/estimate.ts"
import type { DocumentCells, DocumentTable } from "./DocumentCells.ts"
import type { EquationCell } from "./Equation.ts"

/** More than these are not combined. */
const most = 10

const amount = /[-−]?\d[\d,]*\.\d+/gu

const unreadAmounts = ({ table: { unit, unread } }: DocumentTable): ReadonlyArray<Quantity> =>
  unit === undefined
    ? []
    : unread.flatMap(({ text }) =>
        [...text.matchAll(amount)].flatMap(([found]) => printedNumber(found, unit.shown)?.value ?? [])
      )

/** In the columns of the cells: rows without meaning; in their rows: columns without meaning. */
const unknownIn = (table: DocumentTable, addresses: ReadonlySet<string>): ReadonlyArray<Quantity> => {
  const cells = table.rows.flatMap((row) =>
    table.columns.flatMap((column) => {
      const cell = table.cellAt(row, column)
      const isKnown = (row.row.meaning ?? row.code) !== undefined
      return cell === undefined ? [] : [{ cell, row, column, isKnown, hasMeaning: column.column.meaning !== undefined }]
    })
  )
  const touched = cells.filter(({ cell }) => addresses.has(cell.address))
  const rows = new Set(touched.map(({ row }) => row))
  const columns = new Set(touched.map(({ column }) => column))
  return cells.flatMap(({ cell: { address, printed }, column, hasMeaning, isKnown, row }) =>
    printed._tag === "Number" &&
    !Quantities.isZero(printed.value) &&
    !addresses.has(address) &&
    ((!isKnown && columns.has(column)) || (!hasMeaning && rows.has(row)))
      ? [printed.value]
      : []
  )
}

/** Whether some of these amounts, added or taken away, make the difference possible. */
const makesUp = ({ interval, value }: Estimate, amounts: ReadonlyArray<Quantity>): boolean => {
  const same = amounts.filter(({ unit }) => Quantities.sameUnit(unit, value.unit)).slice(0, most)
  const zero = Quantities.quantity("0", value.unit)
  let sums: ReadonlyArray<Quantity> = [zero]
  for (const one of same) sums = [...sums, ...sums.map((sum) => Quantities.plus(sum, one))]
  const within = (sum: Quantity): boolean =>
    Quantities.compare(interval.low, sum) <= 0 && Quantities.compare(sum, interval.high) <= 0
  return sums.slice(1).some((sum) => within(sum) || within(Quantities.minus(zero, sum)))
}

/** Whether numbers that nobody understood may be what is missing. */
export const isExplainedByUnknown = (
  difference: Estimate,
  touched: ReadonlyArray<EquationCell>,
  cells: DocumentCells
): boolean => {
  const addresses = new Set(touched.map(({ address }) => address))
  const names = new Set(touched.map(({ address }) => address.slice(0, address.indexOf("/"))))
  const tables = cells.tables.filter(({ name, table }) => names.has(name) && table.meaning !== undefined)
  return makesUp(
    difference,
    tables.flatMap((table) => [...unknownIn(table, addresses), ...unreadAmounts(table)])
  )
}
