/**
 * 区间: what printed digits allow, through differences and quotients. A statement about printed numbers is wrong only where
 * no figures inside the intervals make it true.
 */
import { intervalOf, type PrintedNumber, Quantities, type Quantity } from "@juesuan/domain"
import * as Result from "effect/Result"

export interface Range {
  readonly low: Quantity
  readonly high: Quantity
}

const { compare, dividedBy, minus, plus, quantity, ratio } = Quantities

export const rangeOf = (number: PrintedNumber): Range => intervalOf(number)

/** The interval of a number that may be off by one in its last digit: truncated, or adjusted so that a column closes. */
export const wideRangeOf = (number: PrintedNumber): Range => {
  const wide = plus(number.half, number.half)
  return { low: minus(number.value, wide), high: plus(number.value, wide) }
}

export const plusRange = (left: Range, right: Range): Range => ({
  low: plus(left.low, right.low),
  high: plus(left.high, right.high)
})

export const minusRange = (left: Range, right: Range): Range => ({
  low: minus(left.low, right.high),
  high: minus(left.high, right.low)
})

export const overlaps = (left: Range, right: Range): boolean =>
  compare(left.low, right.high) <= 0 && compare(right.low, left.high) <= 0

const zeroOf = (value: Quantity): Quantity => quantity("0", value.unit)

export const mayBeZero = ({ high, low }: Range): boolean =>
  compare(low, zeroOf(low)) <= 0 && compare(high, zeroOf(high)) >= 0

const quotientOf = (left: Quantity, right: Quantity): Quantity | undefined =>
  Result.getOrUndefined(dividedBy(left, right, ratio))

/** The quotient of two amounts as a ratio; `undefined` where the divisor may be zero or less. */
export const quotientRange = (dividend: Range, divisor: Range): Range | undefined => {
  if (compare(divisor.low, zeroOf(divisor.low)) <= 0) return undefined
  const corners = [dividend.low, dividend.high].flatMap((top) =>
    [divisor.low, divisor.high].flatMap((bottom) => quotientOf(top, bottom) ?? [])
  )
  const sorted = corners.toSorted(compare)
  const [low] = sorted
  const high = sorted.at(-1)
  return low === undefined || high === undefined ? undefined : { low, high }
}

/** The sum of printed numbers; each stands for its interval. */
export const sumRange = (numbers: ReadonlyArray<PrintedNumber>): Range | undefined => {
  const [first, ...rest] = numbers.map(rangeOf)
  return first === undefined ? undefined : rest.reduce(plusRange, first)
}
