/**
 * 未识别的数: numbers that stand beside the terms of a sum in rows or columns whose meaning is not known. Where they make up
 * the difference, it is not shown that the sum is wrong: then nothing is judged.
 */
import { printedNumber, type PrintedNumber, type PublishedColumn, Quantities } from "@juesuan/domain"
import { isPartOfLine } from "../content/identities/parts-of-lines.ts"
import type { Estimate } from "../statement/estimate.ts"
import type { DocumentCells, DocumentTable } from "./DocumentCells.ts"
import type { EquationCell } from "./Equation.ts"
import { exactly, type Interval, minusInterval, ofPrinted, overlap, plusInterval } from "./Interval.ts"

/** More than these are not combined. */
const most = 10

const amount = /[-−]?\d[\d,]*\.\d+/gu

/** Numbers that are added, or taken away, together: those of one column, of one row, of what was not read. */
type Group = ReadonlyArray<PrintedNumber>

const unreadAmounts = ({ table: { unit, unread } }: DocumentTable): Group =>
  unit === undefined
    ? []
    : unread.flatMap(({ text }) =>
        [...text.matchAll(amount)].flatMap(([found]) => printedNumber(found, unit.shown) ?? [])
      )

const groupOf = ({ headings }: PublishedColumn): string | undefined => (headings.length > 1 ? headings[0] : undefined)
/** 本年收入·合计: of all that stands in the group. */
const isTotal = ({ headings }: PublishedColumn): boolean =>
  headings.length === 2 && /^(?:合计|小计)$/u.test(headings[1] ?? "")

/**
 * Whether a column may hold a term beside others: not 本年收入·基本支出 beside columns of 本年支出 alone, and not a part of a
 * group whose total is the term.
 */
const mayStandBeside = (column: PublishedColumn, others: ReadonlyArray<PublishedColumn>): boolean => {
  const group = groupOf(column)
  return group === undefined || others.some((other) => groupOf(other) === group && !isTotal(other))
}

/** In the columns of the cells: rows without meaning; in their rows: columns without meaning. */
const unknownIn = (table: DocumentTable, addresses: ReadonlySet<string>): ReadonlyArray<Group> => {
  const cells = table.rows.flatMap((row) =>
    table.columns.flatMap((column) => {
      const cell = table.cellAt(row, column)
      const isKnown = (row.row.meaning ?? row.code) !== undefined || isPartOfLine(row.row.label)
      return cell === undefined ? [] : [{ cell, row, column, isKnown, hasMeaning: column.column.meaning !== undefined }]
    })
  )
  const touched = cells.filter(({ cell }) => addresses.has(cell.address))
  const numbersOf = (own: typeof cells): Group =>
    own.flatMap(({ cell: { address, printed } }) =>
      printed._tag === "Number" && !Quantities.isZero(printed.value) && !addresses.has(address) ? [printed] : []
    )
  const columns = [...new Set(touched.map(({ column }) => column))]
  const rows = [...new Set(touched.map(({ row }) => row))]
  const ofColumns = columns.map((column) => numbersOf(cells.filter((cell) => !cell.isKnown && cell.column === column)))
  // A sum down one column has no terms in others.
  if (columns.length === 1 && rows.length > 1) return ofColumns
  return [
    ...ofColumns,
    ...rows.map((row) => {
      const beside = touched.filter((cell) => cell.row === row).map(({ column }) => column.column)
      return numbersOf(
        cells.filter(
          (cell) => cell.isKnown && !cell.hasMeaning && cell.row === row && mayStandBeside(cell.column.column, beside)
        )
      )
    })
  ]
}

/** Whether some of these amounts, those of every group added or taken away, make the difference possible. */
const makesUp = ({ interval, value: { unit } }: Estimate, groups: ReadonlyArray<Group>): boolean => {
  const zero = exactly(Quantities.quantity("0", unit))
  let left = most
  let sums: ReadonlyArray<Interval> = [zero]
  for (const group of groups) {
    const same = group.filter(({ value }) => Quantities.sameUnit(value.unit, unit)).slice(0, left)
    left -= same.length
    let own: ReadonlyArray<Interval> = [zero]
    for (const one of same) own = [...own, ...own.map((sum) => plusInterval(sum, ofPrinted(one)))]
    const [, ...some] = own
    sums = sums.flatMap((sum) => [sum, ...some.flatMap((more) => [plusInterval(sum, more), minusInterval(sum, more)])])
  }
  return sums.slice(1).some((sum) => overlap(interval, sum))
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
    tables.flatMap((table) => [...unknownIn(table, addresses), unreadAmounts(table)])
  )
}
