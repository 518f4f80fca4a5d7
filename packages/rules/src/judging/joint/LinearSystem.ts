/**
 * 线性系统: the identities of one document as linear constraints over cells, in whole numbers: every cell lies in the closed
 * interval that its printed digits allow, every constraint holds a sum of cells in an interval. Numbers are `bigint` in a
 * common scale, so that no verdict rests on a rounding of ours.
 */

/** A cell: what is printed and the interval it allows; a side that is `undefined` is open (a cell nothing is known of). */
export interface Variable {
  readonly printed: bigint
  readonly low: bigint | undefined
  readonly high: bigint | undefined
}

export interface Term {
  readonly variable: number
  readonly coefficient: bigint
}

/** `low ≤ Σ coefficient × variable ≤ high`; a side that is `undefined` does not bind. A variable stands in it once. */
export interface Constraint {
  readonly terms: ReadonlyArray<Term>
  readonly low: bigint | undefined
  readonly high: bigint | undefined
}

export interface LinearSystem {
  readonly variables: ReadonlyArray<Variable>
  readonly constraints: ReadonlyArray<Constraint>
}

/** A closed interval whose sides may be open. */
export interface Interval {
  readonly low: bigint | undefined
  readonly high: bigint | undefined
}

export const variableAt = (system: LinearSystem, index: number): Variable => {
  const found = system.variables[index]
  if (found === undefined) throw new Error(`no variable ${index}`)
  return found
}

const plus = (left: bigint | undefined, right: bigint | undefined): bigint | undefined =>
  left === undefined || right === undefined ? undefined : left + right

const timesSide = (side: bigint | undefined, factor: bigint): bigint | undefined =>
  side === undefined ? undefined : side * factor

/** The interval of `factor × value`. */
export const scaledInterval = ({ low, high }: Interval, factor: bigint): Interval => {
  if (factor === 0n) return { low: 0n, high: 0n }
  return factor > 0n
    ? { low: timesSide(low, factor), high: timesSide(high, factor) }
    : { low: timesSide(high, factor), high: timesSide(low, factor) }
}

export const sumOfIntervals = (left: Interval, right: Interval): Interval => ({
  low: plus(left.low, right.low),
  high: plus(left.high, right.high)
})

/** What both allow; `low` above `high` where they allow nothing together. */
export const meetingOf = (left: Interval, right: Interval): Interval => ({
  low: left.low === undefined || (right.low !== undefined && right.low > left.low) ? right.low : left.low,
  high: left.high === undefined || (right.high !== undefined && right.high < left.high) ? right.high : left.high
})

export const isEmpty = ({ low, high }: Interval): boolean => low !== undefined && high !== undefined && low > high

/** Where the sum of some terms lies by the intervals of their cells. */
export const intervalOfTerms = (system: LinearSystem, terms: ReadonlyArray<Term>): Interval => {
  let sum: Interval = { low: 0n, high: 0n }
  for (const { coefficient, variable } of terms)
    sum = sumOfIntervals(sum, scaledInterval(variableAt(system, variable), coefficient))
  return sum
}

/** Whether a constraint can hold by itself, whatever the others say. */
export const canHold = (system: LinearSystem, constraint: Constraint): boolean =>
  !isEmpty(meetingOf(intervalOfTerms(system, constraint.terms), constraint))

/** The sum of the terms as printed. */
export const printedSum = (system: LinearSystem, terms: ReadonlyArray<Term>): bigint =>
  terms.reduce((sum, { coefficient, variable }) => sum + coefficient * variableAt(system, variable).printed, 0n)
