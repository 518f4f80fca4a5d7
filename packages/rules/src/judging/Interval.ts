/**
 * 区间: what a printed figure can stand for, and exact arithmetic on it. Both ends are included. A difference is wrong only
 * if no values inside the intervals make it right: no tolerance is chosen by anybody.
 */
import { intervalOf, type PrintedNumber, Quantities, type Quantity, type Unit } from "@juesuan/domain"
import * as Result from "effect/Result"

export interface Interval {
  readonly low: Quantity
  readonly high: Quantity
}

/** A value without doubt: a blank is exactly zero. */
export const exactly = (value: Quantity): Interval => ({ low: value, high: value })

/** The interval of a printed figure: `印数 ± 末位的一半`. */
export const ofPrinted = (printed: PrintedNumber): Interval => intervalOf(printed)

export const plusInterval = (left: Interval, right: Interval): Interval => ({
  low: Quantities.plus(left.low, right.low),
  high: Quantities.plus(left.high, right.high)
})

export const minusInterval = (left: Interval, right: Interval): Interval => ({
  low: Quantities.minus(left.low, right.high),
  high: Quantities.minus(left.high, right.low)
})

/** Wider by `by` at both ends. */
export const widened = ({ high, low }: Interval, by: Quantity): Interval => ({
  low: Quantities.minus(low, by),
  high: Quantities.plus(high, by)
})

export const lesser = (left: Quantity, right: Quantity): Quantity =>
  Quantities.compare(left, right) <= 0 ? left : right
export const greater = (left: Quantity, right: Quantity): Quantity =>
  Quantities.compare(left, right) >= 0 ? left : right

const hull = (values: readonly [Quantity, ...ReadonlyArray<Quantity>]): Interval => ({
  low: values.reduce(lesser),
  high: values.reduce(greater)
})

/** Every product of a value of the one and a value of the other. */
export const timesInterval = (left: Interval, right: Interval, unit: Unit): Interval =>
  hull([
    Quantities.times(left.low, right.low, unit),
    Quantities.times(left.low, right.high, unit),
    Quantities.times(left.high, right.low, unit),
    Quantities.times(left.high, right.high, unit)
  ])

/** Whether a value may be zero. */
export const holdsZero = ({ high, low }: Interval): boolean =>
  !Quantities.isNegative(high) && (Quantities.isNegative(low) || Quantities.isZero(low))

/**
 * Every quotient of a value of the one by a value of the other; `undefined` where the divisor may be zero: then the
 * quotient has no bound.
 *
 * @example dividedByInterval(434.67±0.005 万元, 1999.38±0.005 万元, ratio) // 21.7398… % to 21.7406… %
 */
export const dividedByInterval = (left: Interval, right: Interval, unit: Unit): Interval | undefined => {
  if (holdsZero(right)) return undefined
  const corners = [
    Quantities.dividedBy(left.low, right.low, unit),
    Quantities.dividedBy(left.low, right.high, unit),
    Quantities.dividedBy(left.high, right.low, unit),
    Quantities.dividedBy(left.high, right.high, unit)
  ].map(Result.getOrThrow)
  return hull(corners as [Quantity, ...Array<Quantity>])
}

/** Whether one value may be in both. */
export const overlap = (left: Interval, right: Interval): boolean =>
  Quantities.compare(left.low, right.high) <= 0 && Quantities.compare(right.low, left.high) <= 0
