/**
 * 推算值: what the other cells say a cell must be: the meeting of what every constraint on it allows, the cells beside it
 * lying in their intervals.
 */
import {
  type Interval,
  type LinearSystem,
  meetingOf,
  scaledInterval,
  sumOfIntervals,
  variableAt
} from "./LinearSystem.ts"

const floorDivided = (value: bigint, by: bigint): bigint => {
  const quotient = value / by
  return value % by !== 0n && value < 0n !== by < 0n ? quotient - 1n : quotient
}

/** The whole values whose product with `factor` lies in the interval. */
const dividedInterval = (interval: Interval, factor: bigint): Interval => {
  const { high, low } = factor > 0n ? interval : scaledInterval(interval, -1n)
  const by = factor > 0n ? factor : -factor
  return {
    low: low === undefined ? undefined : -floorDivided(-low, by),
    high: high === undefined ? undefined : floorDivided(high, by)
  }
}

/** Where a cell must lie by one constraint. */
const impliedBy = (system: LinearSystem, index: number, wanted: number): Interval => {
  const constraint = system.constraints[index]
  let factor = 0n
  let others: Interval = { low: 0n, high: 0n }
  for (const { coefficient, variable } of constraint?.terms ?? [])
    if (variable === wanted) factor = coefficient
    else others = sumOfIntervals(others, scaledInterval(variableAt(system, variable), coefficient))
  if (constraint === undefined || factor === 0n) return { low: undefined, high: undefined }
  return dividedInterval(sumOfIntervals(constraint, scaledInterval(others, -1n)), factor)
}

/** Where a cell must lie by the given constraints, whatever is printed in it; empty where they disagree. */
export const impliedInterval = (system: LinearSystem, wanted: number, constraints: ReadonlyArray<number>): Interval =>
  constraints.reduce<Interval>((met, index) => meetingOf(met, impliedBy(system, index, wanted)), {
    low: undefined,
    high: undefined
  })
