/**
 * 对照上年公开的增减幅度: a rate that stands without the amount of the change is held against last year's disclosure: nothing in
 * this year's tells it.
 */
import { placeBefore, yearBefore } from "../../judging/across-years.ts"
import type { Judgement } from "../../judging/Finding.ts"
import { type Interval, minusInterval } from "../../judging/Interval.ts"
import type { ChangeClaim, Claim, Stated } from "../Claim.ts"
import { quotientOf } from "../quotients.ts"
import { type HeldSum, heldSum } from "./amounts.ts"
import type { Years } from "./previous-year.ts"
import { isSigned } from "./rates.ts"
import { type Fit, fitOf, rangeOfHeld } from "./ratios.ts"
import { aboutText, amountText, faulty, notJudged, pass, roundingBasis, valueText, whereOf } from "./verdict.ts"

/** A change by a rate, and by nothing else. */
export interface Growth {
  readonly claim: ChangeClaim
  readonly percent: Stated
  readonly direction: 1 | -1
}

/** 比上年增长3.20%, without the amount of the change or last year's figure. */
export const growthOf = (claim: Claim): ReadonlyArray<Growth> => {
  if (claim.kind !== "change" || claim.against !== "last-year") return []
  const { amount, base, current, direction, percent } = claim
  if (amount !== undefined || base !== undefined || percent === undefined || !isSigned(direction)) return []
  return current.every(({ number }) => number.value.unit.kind === "yuan") ? [{ claim, percent, direction }] : []
}

/** A figure of this year beside what it may have been last year. */
interface Pair {
  readonly now: HeldSum
  readonly before: HeldSum
}

const statedSum = ({ number: { half, value } }: Stated): HeldSum => ({ value, half, where: [] })

/** Every figure that may have changed, as the text states it, else as the tables hold it; `undefined` where one is not known. */
const pairsOf = ({ current, subject }: ChangeClaim, { cells, own }: Years): ReadonlyArray<Pair | undefined> =>
  [...subject.cells, ...subject.loosely.map((address) => [address])].flatMap((addresses) => {
    const before = heldSum(cells, addresses)
    const nows = current.length > 0 ? current.map(statedSum) : [heldSum(own, addresses)]
    return nows.map((now) => (now === undefined || before === undefined ? undefined : { now, before }))
  })

interface Rate extends Pair {
  readonly quotient: Interval
  readonly fit: Fit
}

const rateOf = ({ direction, percent }: Growth, pair: Pair): Rate | undefined => {
  const [now, before] = [rangeOfHeld(pair.now), rangeOfHeld(pair.before)]
  const change = direction === 1 ? minusInterval(now, before) : minusInterval(before, now)
  const quotient = quotientOf(change, before)
  return quotient === undefined ? undefined : { ...pair, quotient, fit: fitOf(percent.number, quotient) }
}

const shownOf = ({ current: [stated] }: ChangeClaim): string => stated?.number.shown ?? "万元"

export const judgeGrowth = (growth: Growth, years: Years): Judgement => {
  const { adjustment, document, previous } = years
  const { claim, percent } = growth
  const { subject } = claim
  const pairs = pairsOf(claim, years)
  const rates = pairs.flatMap((pair) => (pair === undefined ? [] : (rateOf(growth, pair) ?? [])))
  if (rates.some(({ fit }) => fit !== "wrong")) return pass
  const [first] = rates
  if (!subject.bound || first === undefined || rates.length < pairs.length)
    return notJudged(
      `上一年度的公开中没有可与“${subject.name}”比对的数`,
      `the disclosure of the year before holds no figure to compare “${subject.name}” with`
    )
  const year = yearBefore(document, previous)
  const [now, before] = [first.now, first.before].map(({ value }) => amountText(value, shownOf(claim)))
  const expected = aboutText(first.quotient, "%")
  return faulty({
    rule: "narrative.previous-year",
    severity: adjustment === undefined ? "error" : "warning",
    message: {
      zh: `“${subject.name}”的增减幅度写为${percent.text}；${year}决算公开中为${before}，本年为${now}，幅度应为${expected.zh}。`,
      en: `the change of “${subject.name}” is given as ${percent.text}; the disclosure of the year before has ${before}, this year is ${now}, which gives ${expected.en}.`
    },
    where: [
      whereOf(percent.quote),
      ...first.before.where.map((where) => placeBefore(where, document, previous)),
      ...(adjustment === undefined ? [] : [adjustment])
    ],
    expected: expected.zh,
    found: valueText(percent.number),
    basis: roundingBasis
  })
}
