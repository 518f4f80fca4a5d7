/**
 * 各表的尾数: a table whose sums close so well that its cells can hardly have been rounded each by itself. Its cells may be
 * off by one more last digit, and the joint check takes them so, also where the document as a whole shows no such practice.
 */
import { chanceOfClosing } from "../adjusted.ts"
import { type DocumentSystem, widenedVariable } from "./DocumentSystem.ts"
import { printedSum } from "./LinearSystem.ts"

/** One table in twenty closes by chance: a caution, no proof. */
const byChance = 0.05

const tableOf = (address: string): string => address.slice(0, address.indexOf("/"))

/** The table of an equality between at least three rounded figures of one table, and how many parts it adds up. */
const sumWithin = (
  { cells, constraints, equations }: DocumentSystem,
  index: number
): { readonly table: string; readonly parts: number } | undefined => {
  const equation = equations[index]
  if (equation === undefined || equation.comparison !== "=") return undefined
  const rounded = (constraints[index]?.terms ?? []).flatMap(({ variable }) => {
    const cell = cells[variable]
    return cell?.printed._tag === "Number" && !cell.printed.half.amount.isZero() ? [cell] : []
  })
  const tables = new Set(equation.terms.map(({ address }) => tableOf(address)))
  const [table] = tables
  if (table === undefined || tables.size > 1 || rounded.length < 3) return undefined
  return { table, parts: rounded.length - 1 }
}

/** Tables all of whose sums close, so many that this is hardly chance. */
const closingTables = (system: DocumentSystem): ReadonlySet<string> => {
  const chances = new Map<string, number>()
  for (const [index, { terms }] of system.constraints.entries()) {
    const sum = sumWithin(system, index)
    if (sum === undefined) continue
    const closes = printedSum(system, terms) === 0n
    chances.set(
      sum.table,
      closes ? (chances.get(sum.table) ?? 1) * chanceOfClosing(sum.parts) : Number.POSITIVE_INFINITY
    )
  }
  return new Set([...chances].filter(([, chance]) => chance < byChance).map(([table]) => table))
}

/** The cells of tables whose sums all close wider by their last printed digit. */
export const withClosingTablesWidened = (system: DocumentSystem): DocumentSystem => {
  const closing = closingTables(system)
  const variables = system.variables.map((variable, index) =>
    closing.has(tableOf(system.cells[index]?.address ?? "")) ? widenedVariable(variable) : variable
  )
  return { ...system, variables }
}
