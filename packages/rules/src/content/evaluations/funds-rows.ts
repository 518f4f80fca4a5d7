/** 资金行: a row of the funds of a form, its columns, and the rate that follows from its amounts. */
import { type PublishedEvaluation, type PublishedFunds, Quantities, type Quantity } from "@juesuan/domain"
import * as Result from "effect/Result"
import type { Where } from "../../judging/Finding.ts"
import { dividedByInterval, type Interval } from "../../judging/Interval.ts"
import { whereIn } from "./EvaluationRule.ts"
import { amountOf, numberOf, percent, plainText, printedAmount } from "./figures-of-evaluation.ts"

const { ratio } = Quantities

export const labels = {
  initial: "年初预算数",
  fullYear: "全年预算数",
  executed: "全年执行数",
  unspent: "资金结（转）余"
} as const
type AmountColumn = keyof typeof labels

export const at = (evaluation: PublishedEvaluation, row: PublishedFunds, column: string): Where =>
  whereIn(evaluation, { row: row.source, column }, row.place)

/** The budget that a rate is on: 全年预算数, or the only one that the form has. */
export const baseOf = (row: PublishedFunds): AmountColumn | undefined => {
  if (numberOf(row.fullYear) !== undefined) return "fullYear"
  return row.fullYear === undefined && numberOf(row.initial) !== undefined ? "initial" : undefined
}

export const ratioOf = (
  evaluation: PublishedEvaluation,
  row: PublishedFunds,
  base: AmountColumn
): Interval | undefined => {
  const [over, under] = [amountOf(evaluation, row.executed), printedAmount(evaluation, row[base])]
  return over === undefined || under === undefined ? undefined : dividedByInterval(over, under, ratio)
}

export const rateOfRow = (evaluation: PublishedEvaluation, row: PublishedFunds): Interval | undefined => {
  const base = baseOf(row)
  return base === undefined ? undefined : ratioOf(evaluation, row, base)
}

const inPercent = ({ high, low }: Interval): string =>
  percent(low) === percent(high) ? percent(low) : `${percent(low)}—${percent(high)}`

/** The rate of the printed digits themselves, for words; what is judged are the intervals. */
export const pointRate = (row: PublishedFunds): Quantity | undefined => {
  const [executed, budget] = [numberOf(row.executed)?.value, numberOf(row[baseOf(row) ?? "fullYear"])?.value]
  if (executed === undefined || budget === undefined || !Quantities.sameUnit(executed.unit, budget.unit))
    return undefined
  return Result.getOrUndefined(Quantities.dividedBy(executed, budget, ratio))
}

export const rateInWords = (row: PublishedFunds, rate: Interval): string => {
  const exact = pointRate(row)
  return exact === undefined ? inPercent(rate) : percent(exact)
}

/** The middle of an interval in the unit that the form prints. */
export const inUnit = ({ low, high }: Interval, shown: string): string => {
  const half = Quantities.times(Quantities.minus(high, low), Quantities.quantity("0.5", ratio), low.unit)
  const middle = Quantities.plus(low, half)
  return shown === "万元" ? `${plainText(Quantities.inTenThousandYuan(middle))}万元` : `${plainText(middle)}${shown}`
}
