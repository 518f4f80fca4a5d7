/**
 * 占比与完成率: a share is part ÷ whole, a completion rate is 决算数 ÷ 预算数; each within what the printed digits allow.
 */
import { type PrintedNumber, Quantities } from "@juesuan/domain"
import type { Cause, Judgement, Wording } from "../../judging/Finding.ts"
import type { Cells } from "../Cells.ts"
import type { BudgetKind, CompletionClaim, ShareClaim, Stated, Subject, Whole } from "../Claim.ts"
import { holdsZero, overlap, type Interval, ofPrinted } from "../../judging/Interval.ts"
import type { PrintedRatio } from "../../judging/joint/ratios.ts"
import { quotientOf, widePrinted } from "../quotients.ts"
import type { Reading } from "../Reader.ts"
import { heldSum, type HeldSum, tableBudgetKind } from "./amounts.ts"
import { budgetByDeviation } from "./deviations.ts"
import {
  faulty,
  roundingBasis,
  notJudged,
  pass,
  percentText,
  aboutText,
  rangeText,
  valueText,
  whereOf
} from "./verdict.ts"

/** The interval of a figure: as the text states it, else as the tables hold it. */
export const figureRange = (stated: Stated | undefined, subject: Subject, cells: Cells): Interval | undefined => {
  if (stated !== undefined) return ofPrinted(stated.number)
  const [addresses] = subject.cells
  const held = addresses === undefined || subject.cells.length > 1 ? undefined : heldSum(cells, addresses)
  return held === undefined ? undefined : rangeOfHeld(held)
}

/** The intervals of what a share may be of: as the text states it, else as each of the cells that may be meant holds it. */
const wholeRanges = ({ stated, subject }: Whole, cells: Cells): ReadonlyArray<Interval> =>
  stated !== undefined
    ? [ofPrinted(stated.number)]
    : subject.cells.flatMap((addresses) => {
        const held = heldSum(cells, addresses)
        return held === undefined ? [] : [rangeOfHeld(held)]
      })

export const rangeOfHeld = ({ half, value }: HeldSum): Interval => ({
  low: Quantities.minus(value, half),
  high: Quantities.plus(value, half)
})

export type Fit = "fits" | "rounding" | "wrong"

/** Whether a percentage can be what the quotient allows; off by one in its last digit counts as rounding. */
export const fitOf = (percent: PrintedNumber, quotient: Interval): Fit => {
  if (overlap(ofPrinted(percent), quotient)) return "fits"
  return overlap(widePrinted(percent), quotient) ? "rounding" : "wrong"
}

interface Wrong {
  readonly rule: string
  readonly fit: Fit
  readonly percent: Stated
  readonly quotient: Interval
  readonly bound: boolean
  readonly message: Wording
  readonly cause?: Cause | undefined
}

export const wrongPercent = ({ bound, cause, fit, message, percent, quotient, rule }: Wrong): Judgement => {
  const middle = Quantities.times(
    Quantities.plus(quotient.low, quotient.high),
    Quantities.quantity("0.5", Quantities.ratio),
    Quantities.ratio
  )
  return faulty({
    rule,
    severity: fit === "rounding" ? "rounding" : bound ? "error" : "warning",
    message,
    where: [whereOf(percent.quote)],
    expected: percentText(middle),
    found: valueText(percent.number),
    difference: percentText(Quantities.minus(percent.number.value, middle)),
    tolerance: rangeText(quotient, "%"),
    basis: roundingBasis,
    cause
  })
}

const shareRule = "narrative.share"

const wrongWhole = (named: Whole, fitting: Whole): Cause => ({
  kind: "wrong-denominator",
  label: {
    zh: `占比按“${fitting.subject.name}”计算，而不是按“${named.subject.name}”`,
    en: `the share is of “${fitting.subject.name}”, not of “${named.subject.name}”`
  },
  certainty: "possible"
})

const judgeShare = (claim: ShareClaim, cells: Cells, others: ReadonlyArray<Whole>): Judgement => {
  const { percent, subject } = claim
  const part = figureRange(claim.part, subject, cells)
  const [named] = claim.wholes
  if (part === undefined || named === undefined) {
    return notJudged(
      `“${percent.text}”占什么的比例不能确定`,
      `what ${percent.text} is a share of is not known for sure`
    )
  }
  const ofWholes = claim.wholes.map((whole) =>
    wholeRanges(whole, cells).flatMap((range) => {
      const quotient = quotientOf(part, range)
      return quotient === undefined ? [] : [{ quotient, fit: fitOf(percent.number, quotient) }]
    })
  )
  const quotients = ofWholes.flat()
  const [first] = quotients
  if (first === undefined || ofWholes.some((found) => found.length === 0)) {
    return notJudged(`“${named.subject.name}”没有可用的数`, `there is no figure for “${named.subject.name}”`)
  }
  if (quotients.some(({ fit }) => fit === "fits")) return pass
  if (!subject.bound)
    return notJudged(`不能确定“${subject.name}”指哪一项`, `which figure “${subject.name}” means is not known`)
  const { fit, quotient } = quotients.find((one) => one.fit === "rounding") ?? first
  const fitting =
    fit === "rounding"
      ? undefined
      : others.find((whole) => {
          const range = figureRange(whole.stated, whole.subject, cells)
          const other = range === undefined ? undefined : quotientOf(part, range)
          return whole.subject.id !== subject.id && other !== undefined && fitOf(percent.number, other) === "fits"
        })
  const smallAndMicro = subject.id === "procurement.small-and-micro" && fitting !== undefined
  const judged = wrongPercent({
    rule: shareRule,
    fit,
    percent,
    quotient,
    bound: claim.wholes.every((whole) => whole.subject.bound),
    message: {
      zh: `“${subject.name}”占“${named.subject.name}”的比例写为${percent.text}，按文中的数应为${aboutText(quotient, "%").zh}。`,
      en: `the share of “${subject.name}” in “${named.subject.name}” is given as ${percent.text}; the amounts give ${aboutText(quotient, "%").en}.`
    },
    cause: fitting === undefined ? undefined : wrongWhole(named, fitting)
  })
  if (!smallAndMicro || judged.finding === undefined) return judged
  // 小微企业的占比 is taken of 中小企业 in some places and of the total in others: an oversight where the sentence names one.
  return claim.named
    ? { ...judged, finding: { ...judged.finding, severity: "warning" } }
    : { outcome: "pass", finding: { ...judged.finding, severity: "note" } }
}

/** Other wholes of the section of procurement that a share may really be of. */
const procurementWholes = ({ claims }: Reading): ReadonlyArray<Whole> =>
  claims.flatMap((claim) =>
    claim.kind === "amount" && claim.subject.id.startsWith("procurement.")
      ? [{ subject: claim.subject, stated: claim.stated }]
      : []
  )

export const judgeShares = (reading: Reading): ReadonlyArray<Judgement> => {
  const wholes = procurementWholes(reading)
  return reading.claims.flatMap((claim) =>
    claim.kind === "share"
      ? [judgeShare(claim, reading.cells, claim.subject.id.startsWith("procurement.") ? wholes : [])]
      : []
  )
}

/** Shares whose part and whole are cells without doubt, with the amounts that the sentence gives: for the joint check. */
export const printedShares = ({ claims }: Reading): ReadonlyArray<PrintedRatio> =>
  claims.flatMap((claim): ReadonlyArray<PrintedRatio> => {
    if (claim.kind !== "share" || claim.wholes.length !== 1 || !claim.subject.bound) return []
    const [whole] = claim.wholes
    const [part, ...others] = claim.subject.cells
    const [all, ...more] = whole?.subject.cells ?? []
    if (part === undefined || all === undefined || others.length > 0 || more.length > 0) return []
    if (claim.part === undefined || whole?.stated === undefined || !whole.subject.bound) return []
    return [
      {
        rule: shareRule,
        ratio: claim.percent.number,
        part: { addresses: part, stated: claim.part.number },
        whole: { addresses: all, stated: whole.stated.number }
      }
    ]
  })

const completionRule = "narrative.completion"

const budgetNames: Readonly<Record<BudgetKind, string>> = {
  initial: "年初预算",
  "full-year": "全年预算",
  adjusted: "调整预算",
  unstated: "预算"
}

const comparable = (left: BudgetKind, right: BudgetKind): boolean =>
  left === right || left === "unstated" || right === "unstated"

/** The budget of the sentence, where it is the one that the percentage names; else that of the table, where it is that one. */
const budgetRange = (claim: CompletionClaim, cells: Cells): Interval | undefined => {
  const { budget, subject } = claim
  if (budget !== undefined) return comparable(claim.budgetKind, claim.percentOf) ? ofPrinted(budget.number) : undefined
  const kind = tableBudgetKind(cells)
  if (subject.budget === undefined || (claim.percentOf !== "unstated" && claim.percentOf !== kind)) return undefined
  const held = heldSum(cells, [subject.budget])
  return held === undefined ? undefined : rangeOfHeld(held)
}

const zeroBudget = (claim: CompletionClaim, budget: Interval, actual: Interval): Judgement => {
  if (!holdsZero(budget)) return notJudged("预算数为负", "the budget is negative")
  // 完成 0 % of nothing is a way to say nothing; 完成 100 % of nothing is worth a look.
  const none = holdsZero(actual) && Quantities.isZero(claim.percent.number.value)
  return faulty({
    rule: completionRule,
    severity: none ? "note" : "warning",
    message: {
      zh: `“${claim.subject.name}”的预算为0，没有完成率可言，文字写为${claim.percent.text}。`,
      en: `the budget of “${claim.subject.name}” is 0: it has no completion rate, yet ${claim.percent.text} is given.`
    },
    where: [whereOf(claim.percent.quote)],
    found: valueText(claim.percent.number)
  })
}

/** 年初预算A，支出决算B，完成C%: arithmetic, whatever the three are of. */
const inOneSentence = ({ actual, budget, percent }: CompletionClaim): boolean =>
  [actual, budget].every((stated) => stated !== undefined && stated.quote.quote === percent.quote.quote)

const judgeCompletion = (claim: CompletionClaim, { cells, claims }: Reading): Judgement => {
  const actual = figureRange(claim.actual, claim.subject, cells)
  const byDeviation =
    claim.budget === undefined && actual !== undefined ? budgetByDeviation(claim, actual, claims) : undefined
  const budget = byDeviation ?? budgetRange(claim, cells)
  if (claim.budget !== undefined && budget === undefined) {
    return notJudged(
      `完成率按${budgetNames[claim.percentOf]}，文中的是${budgetNames[claim.budgetKind]}`,
      "the rate is of another budget than the one that the sentence names"
    )
  }
  if (actual === undefined || budget === undefined) {
    return notJudged(`“${claim.subject.name}”的预算数文中没有`, `the text gives no budget of “${claim.subject.name}”`)
  }
  const quotient = quotientOf(actual, budget)
  if (quotient === undefined) return zeroBudget(claim, budget, actual)
  const fit = fitOf(claim.percent.number, quotient)
  if (fit === "fits") return pass
  return wrongPercent({
    rule: completionRule,
    fit,
    percent: claim.percent,
    quotient,
    // 完成预算的 without the budget itself may be of another budget than the table prints.
    bound:
      (claim.subject.bound &&
        (claim.budget !== undefined || byDeviation !== undefined || claim.percentOf !== "unstated")) ||
      inOneSentence(claim),
    message: {
      zh: `“${claim.subject.name}”完成${budgetNames[claim.percentOf]}的比例写为${claim.percent.text}，按文中的数应为${aboutText(quotient, "%").zh}。`,
      en: `the completion rate of “${claim.subject.name}” is given as ${claim.percent.text}; the amounts give ${aboutText(quotient, "%").en}.`
    }
  })
}

export const judgeCompletions = (reading: Reading): ReadonlyArray<Judgement> =>
  reading.claims.flatMap((claim) => (claim.kind === "completion" ? [judgeCompletion(claim, reading)] : []))
