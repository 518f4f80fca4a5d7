/**
 * 上年数: a figure of last year that the narrative states, or that follows from this year's figure and its change, is the
 * figure of last year's disclosure.
 */
import type { PublishedDisclosure } from "@juesuan/domain"
import * as Result from "effect/Result"
import { adjustmentIn, placeBefore, previousOf, yearBefore } from "../../judging/across-years.ts"
import type { FigureOfLastYear, JudgingContext } from "../../judging/CheckRule.ts"
import type { Judgement, Where } from "../../judging/Finding.ts"
import { type Interval, minusInterval, ofPrinted, overlap } from "../../judging/Interval.ts"
import { type Cells, cellsOf } from "../Cells.ts"
import type { ChangeClaim, Claim, Quote, Stated, Subject } from "../Claim.ts"
import type { Reading } from "../Reader.ts"
import { heldSum, type HeldSum } from "./amounts.ts"
import { signedChange } from "./changes.ts"
import { growthOf, judgeGrowth } from "./growth.ts"
import { rangeOfHeld } from "./ratios.ts"
import { amountText, faulty, notJudged, pass, rangeText, roundingBasis, whereOf } from "./verdict.ts"

const rule = "narrative.previous-year"

/** A figure of last year, as the text gives it. */
interface Base {
  readonly subject: Subject
  readonly range: Interval
  readonly quote: Quote
  readonly shown: string
  /** Stated as such, or this year's figure less its change. */
  readonly isStated: boolean
}

const stated = (subject: Subject, { number, quote }: Stated): Base => ({
  subject,
  range: ofPrinted(number),
  quote,
  shown: number.shown,
  isStated: true
})

const isMoney = ({ number }: Stated): boolean => number.value.unit.kind === "yuan"

/** This year's figure less its change; `undefined` where it is not sure of which figure the change is. */
const ofChange = (claim: ChangeClaim): Base | undefined => {
  const { base, current, quote, subject } = claim
  if (base !== undefined) return isMoney(base) ? stated(subject, base) : undefined
  const [figure, other] = current
  const change = signedChange(claim)
  if (figure === undefined || other !== undefined || change === undefined || !isMoney(figure)) return undefined
  const range = minusInterval(ofPrinted(figure.number), change)
  return { subject, range, quote, shown: figure.number.shown, isStated: false }
}

const baseOf = (claim: Claim): Base | undefined => {
  if (claim.kind === "amount")
    return claim.of === "last-year" && !claim.use && isMoney(claim.stated)
      ? stated(claim.subject, claim.stated)
      : undefined
  return claim.kind === "change" && claim.against === "last-year" ? ofChange(claim) : undefined
}

const agrees = (base: Base, held: HeldSum | undefined): boolean =>
  held !== undefined && overlap(base.range, rangeOfHeld(held))

/** Both disclosures with their cells (`own`: of this year), and where the text says that figures of the year before were adjusted. */
export interface Years {
  readonly document: PublishedDisclosure
  readonly previous: PublishedDisclosure
  readonly cells: Cells
  readonly own: Cells
  readonly adjustment: Where | undefined
}

const judgeBase = (base: Base, { adjustment, cells, document, previous }: Years): Judgement => {
  const { subject } = base
  if (!subject.bound || subject.cells.length === 0)
    return notJudged(
      `上一年度的表中没有可与“${subject.name}”比对的数`,
      `no table of the year before holds a figure to compare "${subject.name}" with`
    )
  const held = subject.cells.map((addresses) => heldSum(cells, addresses))
  if ([...held, ...subject.loosely.map((address) => heldSum(cells, [address]))].some((one) => agrees(base, one)))
    return pass
  const [first] = held
  if (first === undefined || held.includes(undefined))
    return notJudged(
      `上一年度的公开中没有读出“${subject.name}”所在的表`,
      `the table that holds "${subject.name}" was not read in the disclosure of the year before`
    )
  const expected = amountText(first.value, base.shown)
  const found = rangeText(base.range, base.shown)
  const year = yearBefore(document, previous)
  return faulty({
    rule,
    severity: adjustment === undefined ? "error" : "warning",
    message: {
      zh: `“${subject.name}”的上年数${base.isStated ? "写为" : "由本年数与增减额推得"}${found}，${year}决算公开中为${expected}。`,
      en: `"${subject.name}" of last year is ${base.isStated ? "given as" : "by this year's figure and its change"} ${found}; the disclosure of the year before has ${expected}.`
    },
    where: [
      whereOf(base.quote),
      ...first.where.map((where) => placeBefore(where, document, previous)),
      ...(adjustment === undefined ? [] : [adjustment])
    ],
    expected,
    found,
    basis: roundingBasis
  })
}

/** What the text says of last year, where it says it of one cell of the tables. */
export const lastYearIn = ({ claims }: Reading): ReadonlyArray<FigureOfLastYear> =>
  claims
    .flatMap((claim) => baseOf(claim) ?? [])
    .flatMap(({ quote, range, subject }) =>
      subject.cells.flatMap(([address, ...more]) =>
        address === undefined || more.length > 0 || !subject.bound ? [] : [{ address, range, where: whereOf(quote) }]
      )
    )

export const judgePreviousYear = (
  { claims }: Reading,
  document: PublishedDisclosure,
  context: JudgingContext | undefined
): ReadonlyArray<Judgement> => {
  const bases = claims.flatMap((claim) => baseOf(claim) ?? [])
  const growths = claims.flatMap(growthOf)
  if (bases.length === 0 && growths.length === 0) return []
  const previous = previousOf(document, context)
  if (Result.isFailure(previous)) return [previous.failure]
  const years = {
    document,
    previous: previous.success,
    cells: cellsOf(previous.success),
    own: cellsOf(document),
    adjustment: adjustmentIn(document)
  }
  return [...bases.map((base) => judgeBase(base, years)), ...growths.map((growth) => judgeGrowth(growth, years))]
}
