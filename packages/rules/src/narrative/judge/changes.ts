/**
 * 增减方向: the direction of a change against the amounts, the percentage and the figures of both years; 持平; the order of
 * final amount and budget.
 */
import { Quantities } from "@juesuan/domain"
import type { Judgement } from "../../judging/Finding.ts"
import type { ChangeClaim, OrderClaim, Stated } from "../Claim.ts"
import { minusInterval, overlap, type Interval, ofPrinted } from "../../judging/Interval.ts"
import { widePrinted } from "../quotients.ts"
import type { Reading } from "../Reader.ts"
import { absolute, isSigned } from "./rates.ts"
import {
  faulty,
  roundingBasis,
  magnitude,
  notJudged,
  pass,
  aboutText,
  rangeText,
  valueText,
  whereOf
} from "./verdict.ts"

const { compare, equals, isZero, minus, plus, quantity } = Quantities

const directionRule = "narrative.direction"

const directionWords = (direction: 1 | -1): { readonly zh: string; readonly en: string } =>
  direction === 1 ? { zh: "增加", en: "an increase" } : { zh: "减少", en: "a decrease" }

const contradictory = (claim: ChangeClaim, zh: string, en: string): Judgement =>
  faulty({
    rule: directionRule,
    severity: "error",
    message: { zh: `“${claim.subject.name}”${zh}`, en: `“${claim.subject.name}”: ${en}` },
    where: [whereOf(claim.quote)]
  })

const zeroLike = (stated: Stated | undefined): boolean => stated !== undefined && isZero(stated.number.value)

/** The direction against the figures that the sentence states: the figure itself and the one before. */
const againstBase = (claim: ChangeClaim, direction: 1 | -1): Judgement | undefined => {
  const [current] = claim.current
  const { amount, base } = claim
  if (current === undefined || base === undefined) return undefined
  const difference = minusInterval(ofPrinted(current.number), ofPrinted(base.number))
  const zero = quantity("0", difference.low.unit)
  const wrong = direction === 1 ? compare(difference.high, zero) < 0 : compare(difference.low, zero) > 0
  if (wrong) {
    const says = directionWords(direction)
    return contradictory(
      claim,
      `由${base.text}变为${current.text}，文字却写为${says.zh}。`,
      `it went from ${base.text} to ${current.text}, which is called ${says.en}.`
    )
  }
  if (amount === undefined || overlap(absolute(difference), ofPrinted(amount.number))) return pass
  return faulty({
    rule: directionRule,
    severity: "error",
    message: {
      zh: `“${claim.subject.name}”由${base.text}变为${current.text}，变动写为${amount.text}，应为${aboutText(absolute(difference), amount.number.shown).zh}。`,
      en: `“${claim.subject.name}” went from ${base.text} to ${current.text}, a change given as ${amount.text}; the amounts give ${aboutText(absolute(difference), amount.number.shown).en}.`
    },
    where: [whereOf(claim.quote)],
    expected: rangeText(absolute(difference), amount.number.shown),
    found: valueText(amount.number),
    basis: roundingBasis
  })
}

const judgeDirection = (claim: ChangeClaim): Judgement => {
  const { amount, direction, percent, percentDirection } = claim
  if (!isSigned(direction) || percentDirection === "either") {
    return faulty({
      rule: directionRule,
      severity: "warning",
      message: {
        zh: `“${claim.subject.name}”的增减没有选定（增加/减少并列）。`,
        en: `the direction of the change of “${claim.subject.name}” was left undecided.`
      },
      where: [whereOf(claim.quote)]
    })
  }
  const negative = [amount, percent].some(
    (stated) => stated !== undefined && Quantities.isNegative(stated.number.value)
  )
  if (negative) {
    return faulty({
      rule: directionRule,
      severity: "warning",
      message: {
        zh: `“${claim.subject.name}”的变动既用了增减的字眼，又写了负数。`,
        en: `the change of “${claim.subject.name}” carries a direction word and a minus sign.`
      },
      where: [whereOf(claim.quote)]
    })
  }
  const both = amount !== undefined && percent !== undefined && !zeroLike(amount) && !zeroLike(percent)
  if (both && isSigned(percentDirection) && percentDirection !== direction) {
    return contradictory(
      claim,
      `金额写为${directionWords(direction).zh}，幅度却写为${directionWords(percentDirection).zh}。`,
      `the amount is ${directionWords(direction).en}, the percentage ${directionWords(percentDirection).en}.`
    )
  }
  return againstBase(claim, direction) ?? (both ? pass : notJudged("只有一个方向词", "only one word of direction"))
}

const orderWords: ReadonlyMap<number, readonly [zh: string, en: string]> = new Map([
  [-1, ["小于", "below"]],
  [0, ["等于", "equal to"]],
  [1, ["大于", "above"]]
])

const one: Interval = { low: quantity("1", Quantities.ratio), high: quantity("1", Quantities.ratio) }

const isInOrder = (left: Interval, right: Interval, order: -1 | 0 | 1): boolean => {
  if (compare(left.low, right.high) > 0) return order === 1
  if (compare(left.high, right.low) < 0) return order === -1
  return true
}

interface OrderEvidence {
  readonly left: Stated
  readonly right: Interval
  /** The budget; none where the completion rate is held against 100 %. */
  readonly budget: Stated | undefined
}

/**
 * 决算数 against 预算数 by the amounts of the sentence; by its completion rate where there is no budget, or where the amounts are
 * printed too coarsely to tell.
 */
const orderEvidence = ({ actual, budget, completion, order }: OrderClaim): OrderEvidence | undefined => {
  const rate = completion === undefined ? undefined : { left: completion, right: one, budget: undefined }
  if (budget === undefined) return rate
  if (actual === undefined) return undefined
  const amounts = { left: actual, right: ofPrinted(budget.number), budget }
  const isCoarse = overlap(ofPrinted(actual.number), amounts.right) && !equals(actual.number.value, budget.number.value)
  return isCoarse && order !== 0 ? (rate ?? amounts) : amounts
}

const judgeOrder = (claim: OrderClaim): Judgement => {
  const { order, quote, subject } = claim
  const evidence = orderEvidence(claim)
  if (evidence === undefined) return notJudged("文中没有可比的数", "the text gives no figures to compare")
  const { budget, left, right } = evidence
  // 大于 and 小于 beside two figures that are printed alike: what lies below their last digit is seldom meant.
  const alike = order !== 0 && budget !== undefined && equals(left.number.value, budget.number.value)
  if (isInOrder(ofPrinted(left.number), right, order) && !alike) return pass
  const [zh, en] = orderWords.get(order) ?? ["", ""]
  return faulty({
    rule: directionRule,
    severity: subject.bound && !alike ? "error" : "warning",
    message: {
      zh: `“${subject.name}”写为决算数${zh}预算数，而${budget === undefined ? "完成率" : "决算数"}为${left.text}${budget === undefined ? "" : `，预算数为${budget.text}`}。`,
      en: `“${subject.name}” is said to be ${en} its budget, yet ${left.text} is given${budget === undefined ? " as completion rate" : ` against ${budget.text}`}.`
    },
    where: [whereOf(quote)],
    found: valueText(left.number)
  })
}

export const judgeDirections = ({ claims }: Reading): ReadonlyArray<Judgement> =>
  claims.flatMap((claim) => {
    if (claim.kind === "order") return [judgeOrder(claim)]
    return claim.kind === "change" && claim.direction !== 0 ? [judgeDirection(claim)] : []
  })

/** The change against last year as a signed interval; zero where it is said to be unchanged. */
export const signedChange = (claim: ChangeClaim): Interval | undefined => {
  if (claim.against !== "last-year") return undefined
  const zero = quantity("0", Quantities.yuan)
  if (claim.direction === 0) return { low: zero, high: zero }
  if (claim.amount === undefined || !isSigned(claim.direction)) return undefined
  // A change may be a difference of rounded figures: off by one in its last digit.
  const range = widePrinted(claim.amount.number)
  return claim.direction === 1 ? range : minusInterval({ low: zero, high: zero }, range)
}

const unchangedRule = "narrative.unchanged"

const unlike = (claim: ChangeClaim, current: Stated, base: Stated): Judgement =>
  faulty({
    rule: unchangedRule,
    severity: "error",
    message: {
      zh: `“${claim.subject.name}”写为持平，而两数为${base.text}与${current.text}。`,
      en: `“${claim.subject.name}” is called unchanged, yet the two figures are ${base.text} and ${current.text}.`
    },
    where: [whereOf(claim.quote)],
    expected: valueText(base.number),
    found: valueText(current.number)
  })

/** 与上年相同, and elsewhere a change of the same figure. */
const otherChange = (claim: ChangeClaim, claims: Reading["claims"]): ChangeClaim | undefined => {
  const found = claims.find(
    (one) =>
      one.kind === "change" &&
      one.subject.id === claim.subject.id &&
      one.subject.bound &&
      one.against === claim.against &&
      one.amount !== undefined &&
      compare(magnitude(one.amount.number.value), plus(one.amount.number.half, one.amount.number.half)) >= 0
  )
  return found?.kind === "change" ? found : undefined
}

const judgeUnchanged = (claim: ChangeClaim, claims: Reading["claims"]): Judgement => {
  const [current] = claim.current
  const { base } = claim
  if (claim.against === "last-year" && base === undefined) {
    const other = otherChange(claim, claims)
    if (other?.amount === undefined) return notJudged("上年数文中没有", "the text gives no figure of last year")
    return faulty({
      rule: unchangedRule,
      severity: "error",
      message: {
        zh: `“${claim.subject.name}”一处写为与上年持平，一处写为变动${other.amount.text}。`,
        en: `“${claim.subject.name}” is called unchanged here and changed by ${other.amount.text} there.`
      },
      where: [whereOf(claim.quote), whereOf(other.quote)]
    })
  }
  if (current === undefined || base === undefined)
    return notJudged("没有两个可比的数", "there are no two figures to compare")
  const gap = magnitude(minus(current.number.value, base.number.value))
  if (compare(gap, plus(current.number.half, base.number.half)) <= 0) return pass
  return claim.subject.bound
    ? unlike(claim, current, base)
    : notJudged("主语不能确定", "the subject is not known for sure")
}

export const judgeUnchangeds = ({ claims }: Reading): ReadonlyArray<Judgement> =>
  claims.flatMap((claim) => (claim.kind === "change" && claim.direction === 0 ? [judgeUnchanged(claim, claims)] : []))
