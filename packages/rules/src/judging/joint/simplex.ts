/**
 * 单纯形法: looks for values of the cells, inside their intervals, that meet all constraints. Where it gets stuck it proposes
 * multipliers under which the constraints contradict each other. It works with floating point on the distances from what is
 * printed, which is fast and may be wrong; therefore it only proposes, and `certificate.ts` proves.
 *
 * The method is the one of solvers modulo theories: a sparse tableau, bounds on every variable, Bland's choice (the smallest
 * index), which ends.
 */
import { type LinearSystem, printedSum, type Term, variableAt } from "./LinearSystem.ts"

interface Row {
  readonly basic: number
  /** basic = Σ coefficient × nonbasic. */
  readonly terms: Map<number, number>
}

interface Tableau {
  /** Columns below it are cells, the others constraints. */
  readonly cells: number
  readonly low: Array<number>
  readonly high: Array<number>
  readonly value: Array<number>
  readonly rows: Array<Row>
}

/** Pivots after which the search gives up: the check is sound, not complete. */
const mostPivots = 4000

/** Distances are whole numbers in the scale of the system; less than a thousandth is an error of floating point. */
const closeness = 1e-3

const sideOf = (side: bigint | undefined, open: number, from: bigint): number =>
  side === undefined ? open : Number(side - from)

const at = (values: ReadonlyArray<number>, index: number): number => values[index] ?? 0

/** How often a cell stands in the chosen constraints: one that stands in one only widens that constraint. */
const uses = (system: LinearSystem, chosen: ReadonlyArray<number>): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>()
  for (const index of chosen)
    for (const { variable } of system.constraints[index]?.terms ?? [])
      counts.set(variable, (counts.get(variable) ?? 0) + 1)
  return counts
}

/** The interval of what the cells that stand nowhere else add to a constraint, as distances. */
const slackOf = (system: LinearSystem, terms: ReadonlyArray<Term>): { readonly low: number; readonly high: number } => {
  let low = 0
  let high = 0
  for (const { coefficient, variable } of terms) {
    const cell = variableAt(system, variable)
    const ends = [
      sideOf(cell.low, Number.NEGATIVE_INFINITY, cell.printed) * Number(coefficient),
      sideOf(cell.high, Number.POSITIVE_INFINITY, cell.printed) * Number(coefficient)
    ]
    low += Math.min(...ends)
    high += Math.max(...ends)
  }
  return { low, high }
}

const tableauOf = (system: LinearSystem, chosen: ReadonlyArray<number>): Tableau => {
  const count = uses(system, chosen)
  const columns = new Map<number, number>()
  for (const [variable, times] of count) if (times > 1) columns.set(variable, columns.size)
  const low: Array<number> = []
  const high: Array<number> = []
  for (const variable of columns.keys()) {
    const cell = variableAt(system, variable)
    low.push(sideOf(cell.low, Number.NEGATIVE_INFINITY, cell.printed))
    high.push(sideOf(cell.high, Number.POSITIVE_INFINITY, cell.printed))
  }
  const rows: Array<Row> = []
  for (const index of chosen) {
    const constraint = system.constraints[index]
    if (constraint === undefined) throw new Error(`no constraint ${index}`)
    const printed = printedSum(system, constraint.terms)
    const alone = slackOf(
      system,
      constraint.terms.filter(({ variable }) => !columns.has(variable))
    )
    low.push(sideOf(constraint.low, Number.NEGATIVE_INFINITY, printed) - alone.high)
    high.push(sideOf(constraint.high, Number.POSITIVE_INFINITY, printed) - alone.low)
    const terms = new Map<number, number>()
    for (const { coefficient, variable } of constraint.terms) {
      const column = columns.get(variable)
      if (column !== undefined) terms.set(column, Number(coefficient))
    }
    rows.push({ basic: columns.size + rows.length, terms })
  }
  // A cell starts at what is printed, or at the nearest end of its interval.
  const value = low.map((side, index) => (index < columns.size ? Math.min(Math.max(0, side), at(high, index)) : 0))
  for (const row of rows) value[row.basic] = valueOf(row, value)
  return { cells: columns.size, low, high, value, rows }
}

const valueOf = (row: Row, value: ReadonlyArray<number>): number => {
  let sum = 0
  for (const [column, coefficient] of row.terms) sum += coefficient * at(value, column)
  return sum
}

/** The row of the smallest index that is outside its bounds; +1 where it must rise, −1 where it must fall. */
const outside = ({ high, low, rows, value }: Tableau): { readonly row: Row; readonly way: 1 | -1 } | undefined => {
  let found: { readonly row: Row; readonly way: 1 | -1 } | undefined
  for (const row of rows) {
    if (found !== undefined && found.row.basic < row.basic) continue
    if (at(value, row.basic) < at(low, row.basic) - closeness) found = { row, way: 1 }
    else if (at(value, row.basic) > at(high, row.basic) + closeness) found = { row, way: -1 }
  }
  return found
}

/** The column of the smallest index whose change moves the row the way it must go. */
const entering = ({ high, low, value }: Tableau, row: Row, way: 1 | -1): number | undefined => {
  let found: number | undefined
  for (const [column, coefficient] of row.terms) {
    if (found !== undefined && found < column) continue
    const up = coefficient * way > 0
    if (up ? at(value, column) < at(high, column) - closeness : at(value, column) > at(low, column) + closeness)
      found = column
  }
  return found
}

const add = (terms: Map<number, number>, column: number, coefficient: number): void => {
  const sum = (terms.get(column) ?? 0) + coefficient
  if (Math.abs(sum) < 1e-9) terms.delete(column)
  else terms.set(column, sum)
}

/** The row solved for the entering column. */
const solvedFor = (row: Row, column: number): Row => {
  const pivot = row.terms.get(column) ?? 1
  const terms = new Map<number, number>([[row.basic, 1 / pivot]])
  for (const [other, coefficient] of row.terms) if (other !== column) terms.set(other, -coefficient / pivot)
  return { basic: column, terms }
}

const pivot = (tableau: Tableau, row: Row, column: number, target: number): void => {
  const { rows, value } = tableau
  const solved = solvedFor(row, column)
  const step = (target - at(value, row.basic)) / (row.terms.get(column) ?? 1)
  value[row.basic] = target
  value[column] = at(value, column) + step
  for (const [index, other] of rows.entries()) {
    const coefficient = other.terms.get(column)
    if (other === row) rows[index] = solved
    else if (coefficient !== undefined) {
      value[other.basic] = at(value, other.basic) + coefficient * step
      other.terms.delete(column)
      for (const [inner, factor] of solved.terms) add(other.terms, inner, coefficient * factor)
    }
  }
}

/** The multipliers of the constraints that a stuck row is made of, by index of the constraint. */
const multipliersOf = ({ cells }: Tableau, row: Row, chosen: ReadonlyArray<number>): ReadonlyMap<number, number> => {
  const multipliers = new Map<number, number>()
  const take = (column: number, factor: number) => {
    const index = chosen[column - cells]
    if (column >= cells && index !== undefined) multipliers.set(index, factor)
  }
  take(row.basic, 1)
  for (const [column, coefficient] of row.terms) take(column, -coefficient)
  return multipliers
}

/** Multipliers under which the chosen constraints seem to contradict each other; `undefined` where none were found. */
export const proposedContradiction = (
  system: LinearSystem,
  chosen: ReadonlyArray<number>
): ReadonlyMap<number, number> | undefined => {
  const tableau = tableauOf(system, chosen)
  for (let pivots = 0; pivots < mostPivots; pivots += 1) {
    const stuck = outside(tableau)
    if (stuck === undefined) return undefined
    const column = entering(tableau, stuck.row, stuck.way)
    if (column === undefined) return multipliersOf(tableau, stuck.row, chosen)
    const { basic } = stuck.row
    pivot(tableau, stuck.row, column, stuck.way > 0 ? at(tableau.low, basic) : at(tableau.high, basic))
  }
  return undefined
}
