/**
 * 比率的区间: what a statement of the narrative compares percentages with: quotients by an amount above zero, and numbers that
 * may be off by one in their last digit.
 */
import { type PrintedNumber, Quantities } from "@juesuan/domain"
import { dividedByInterval, type Interval, ofPrinted, widened } from "../judging/Interval.ts"

/** The interval of a number that was truncated, or adjusted so that a column closes: off by one in its last digit. */
export const widePrinted = (number: PrintedNumber): Interval => widened(ofPrinted(number), number.half)

/** The quotient of two amounts as a ratio; `undefined` where the divisor may be zero or less: it has no rate. */
export const quotientOf = (dividend: Interval, divisor: Interval): Interval | undefined =>
  Quantities.isNegative(divisor.low) ? undefined : dividedByInterval(dividend, divisor, Quantities.ratio)
