/**
 * 填错位置的数: the printed figure is exactly the one of another cell: budget for actual, the neighbour in the row or the
 * column, another table. Only figures with enough digits to be told from chance count.
 */
import type { EquationCell } from "../Equation.ts"
import type { DocumentSystem } from "../joint/DocumentSystem.ts"
import type { CauseKind } from "./kinds.ts"

/** Below three digits two figures are equal too often by chance. */
const tellingDigits = 3

const digitsOf = (text: string): number => text.replaceAll(/\D/gu, "").replace(/^0+/u, "").length

/** Whether a figure is long enough that it is not equal to another by chance. */
export const isTelling = (text: string): boolean => digitsOf(text) >= tellingDigits

const plainText = ({ printed }: EquationCell): string | undefined =>
  printed._tag === "Number" ? printed.text.replaceAll(/[\s,，]/gu, "") : undefined

const partsOf = (address: string): readonly [table: string, row: string, column: string] => {
  const [table = "", row = "", column = ""] = address.split("/")
  return [table, row, column]
}

/** `budget.vehicles` and `actual.vehicles`, `initial` and `actual` of one item. */
const budgetAndActual = (left: string, right: string): boolean => {
  const [first = "", ...ofFirst] = left.split(".")
  const [second = "", ...ofSecond] = right.split(".")
  return first !== second && [first, second].includes("budget") && ofFirst.join(".") === ofSecond.join(".")
}

const relationOf = (from: string, to: string): CauseKind => {
  const [table, row, column] = partsOf(from)
  const [otherTable, otherRow, otherColumn] = partsOf(to)
  if (table !== otherTable) return "figure-of-another-table"
  if (row === otherRow && budgetAndActual(column, otherColumn)) return "budget-for-actual"
  return row === otherRow ? "figure-of-another-column" : "figure-of-another-row"
}

/** Cells in which the same figure is printed, each with what taking it would be called. */
export const sourcesOf = (
  system: DocumentSystem,
  variable: number
): ReadonlyArray<{ readonly kind: CauseKind; readonly source: number }> => {
  const cell = system.cells[variable]
  const text = cell === undefined ? undefined : plainText(cell)
  if (cell === undefined || text === undefined || !isTelling(text)) return []
  return system.cells.flatMap((other, source) =>
    source !== variable && plainText(other) === text && other.printed._tag === "Number"
      ? [{ kind: relationOf(cell.address, other.address), source }]
      : []
  )
}
