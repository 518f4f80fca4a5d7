/**
 * 增减变动: amount, percentage and direction of a change against the figure itself. The base is figure ∓ change; a rate has
 * to follow from it, whatever year or budget it is measured against.
 */
import { type PrintedNumber, Quantities } from "@juesuan/domain"
import type { Cause, Judgement } from "../../judging/Finding.ts"
import type { Cells } from "../Cells.ts"
import type { ChangeClaim, Direction, Stated } from "../Claim.ts"
import {
  mayBeZero,
  minusRange,
  overlaps,
  plusRange,
  quotientRange,
  type Range,
  rangeOf,
  wideRangeOf
} from "../Range.ts"
import type { Reading } from "../Reader.ts"
import { figureRange, fitOf, wrongPercent } from "./ratios.ts"
import { faulty, half, magnitude, notJudged, pass, rangeText, valueText, whereOf } from "./verdict.ts"

const { compare, isZero, minus, plus, quantity } = Quantities

const isSigned = (direction: Direction | undefined): direction is 1 | -1 => direction === 1 || direction === -1

/** The figures that changed: as the sentence states them, else as the tables hold them. */
const currentsOf = (claim: ChangeClaim, cells: Cells): ReadonlyArray<Range> => {
  if (claim.current.length > 0) return claim.current.map(({ number }) => rangeOf(number))
  const held = figureRange(undefined, claim.subject, cells)
  return held === undefined ? [] : [held]
}

const absolute = (range: Range): Range => {
  const zero = quantity("0", range.low.unit)
  if (compare(range.low, zero) >= 0) return range
  if (compare(range.high, zero) <= 0) return { low: magnitude(range.high), high: magnitude(range.low) }
  const ends = [magnitude(range.low), range.high].toSorted(compare)
  return { low: zero, high: ends.at(-1) ?? range.high }
}

/** The base of a change: the figure less what was added, or with what was taken away. */
const baseOf = (current: Range, change: Range, direction: 1 | -1): Range =>
  direction === 1 ? minusRange(current, change) : plusRange(current, change)

const rateRule = "narrative.change-rate"

interface Rate {
  readonly quotient: Range
  readonly fit: ReturnType<typeof fitOf>
}

const rateWith = (percent: PrintedNumber, change: Range, base: Range): Rate | undefined => {
  const quotient = quotientRange(change, base)
  return quotient === undefined ? undefined : { quotient: absolute(quotient), fit: fitOf(percent, absolute(quotient)) }
}

/** The rate under every reading: each figure that may have changed, the change as printed or as a difference of roundings. */
const ratesOf = (
  claim: ChangeClaim,
  amount: PrintedNumber,
  percent: PrintedNumber,
  currents: ReadonlyArray<Range>
): ReadonlyArray<Rate> => {
  const direction = claim.direction === 1 ? 1 : -1
  const bases = claim.base === undefined ? [] : [rangeOf(claim.base.number)]
  return currents.flatMap((current) => {
    const strict = rateWith(percent, rangeOf(amount), bases[0] ?? baseOf(current, rangeOf(amount), direction))
    if (strict === undefined || strict.fit === "fits") return strict ?? []
    const wide = rateWith(percent, wideRangeOf(amount), bases[0] ?? baseOf(current, wideRangeOf(amount), direction))
    return wide !== undefined && wide.fit === "fits" ? { ...strict, fit: "rounding" as const } : strict
  })
}

const causeOf = (
  claim: ChangeClaim,
  amount: PrintedNumber,
  percent: PrintedNumber,
  current: Range
): Cause | undefined => {
  const change = rangeOf(amount)
  const ofCurrent = rateWith(percent, change, current)
  if (ofCurrent?.fit === "fits") {
    return {
      kind: "wrong-denominator",
      label: {
        zh: "增减幅度按本年数计算，而不是按上年数",
        en: "the rate is of this year's figure, not of the one before"
      },
      certainty: "possible"
    }
  }
  const opposite = claim.direction === 1 ? -1 : 1
  const reversed = rateWith(percent, change, baseOf(current, change, opposite))
  return reversed?.fit === "fits"
    ? {
        kind: "sign",
        label: { zh: "增减方向相反时幅度才相符", en: "the rate holds only with the opposite direction" },
        certainty: "possible"
      }
    : undefined
}

const judgeRate = (claim: ChangeClaim, cells: Cells): ReadonlyArray<Judgement> => {
  const { amount, percent, subject } = claim
  if (amount === undefined || percent === undefined) return []
  if (!isSigned(claim.direction) || claim.percentDirection !== claim.direction) {
    return [notJudged("增减的方向不确定或前后不一", "the direction of the change is undecided or contradictory")]
  }
  const currents = currentsOf(claim, cells)
  if (currents.length === 0 && claim.base === undefined) {
    return [notJudged(`“${subject.name}”的本年数不能确定`, `this year's figure of "${subject.name}" is not known`)]
  }
  const readings = currents.length === 0 && claim.base !== undefined ? [rangeOf(claim.base.number)] : currents
  const rates = ratesOf(claim, amount.number, percent.number, readings)
  const [first] = rates
  if (first === undefined || rates.length < readings.length) return zeroBase(claim, amount, percent, readings)
  if (rates.some(({ fit }) => fit === "fits")) return [pass]
  const { fit, quotient } = rates.find((rate) => rate.fit === "rounding") ?? first
  const [current] = readings
  return [
    wrongPercent({
      rule: rateRule,
      fit,
      percent,
      quotient,
      bound: subject.bound,
      message: {
        zh: `“${subject.name}”变动${amount.text}，幅度写为${percent.text}，按文中的数应在${rangeText(quotient, "%")}之间。`,
        en: `"${subject.name}" changed by ${amount.text}, given as ${percent.text}; the amounts give ${rangeText(quotient, "%")}.`
      },
      cause:
        fit === "wrong" && current !== undefined ? causeOf(claim, amount.number, percent.number, current) : undefined
    })
  ]
}

/** A base of zero has no rate: certain only where no base inside the intervals gives the rate that is printed. */
const zeroBase = (
  claim: ChangeClaim,
  amount: Stated,
  percent: Stated,
  readings: ReadonlyArray<Range>
): ReadonlyArray<Judgement> => {
  const direction = claim.direction === 1 ? 1 : -1
  const change = rangeOf(amount.number)
  const [current] = readings
  const base = current === undefined ? undefined : baseOf(current, change, direction)
  const onlyReading = readings.length === 1
  if (base === undefined || !mayBeZero(base) || isZero(amount.number.value)) {
    return [notJudged("没有可用的基数", "there is no base to judge the rate by")]
  }
  const least = quotientRange({ low: change.low, high: change.low }, { low: base.high, high: base.high })
  const impossible = least !== undefined && compare(percent.number.value, least.low) < 0
  return [
    faulty({
      rule: rateRule,
      severity: onlyReading && impossible && claim.subject.bound ? "error" : "warning",
      message: {
        zh: `“${claim.subject.name}”上年为0，没有增减幅度可言，文字写为${percent.text}。`,
        en: `"${claim.subject.name}" was 0 before: no rate of change exists, yet ${percent.text} is given.`
      },
      where: [whereOf(percent.quote)],
      found: valueText(percent.number)
    })
  ]
}

export const judgeRates = ({ cells, claims }: Reading): ReadonlyArray<Judgement> =>
  claims.flatMap((claim) => (claim.kind === "change" ? judgeRate(claim, cells) : []))

const directionRule = "narrative.direction"

const directionWords = (direction: 1 | -1): { readonly zh: string; readonly en: string } =>
  direction === 1 ? { zh: "增加", en: "an increase" } : { zh: "减少", en: "a decrease" }

const contradictory = (claim: ChangeClaim, zh: string, en: string): Judgement =>
  faulty({
    rule: directionRule,
    severity: "error",
    message: { zh: `“${claim.subject.name}”${zh}`, en: `"${claim.subject.name}": ${en}` },
    where: [whereOf(claim.quote)]
  })

const zeroLike = (stated: Stated | undefined): boolean => stated !== undefined && isZero(stated.number.value)

/** The direction against the figures that the sentence states: the figure itself and the one before. */
const againstBase = (claim: ChangeClaim, direction: 1 | -1): Judgement | undefined => {
  const [current] = claim.current
  const { amount, base } = claim
  if (current === undefined || base === undefined) return undefined
  const difference = minusRange(rangeOf(current.number), rangeOf(base.number))
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
  if (amount === undefined || overlaps(absolute(difference), rangeOf(amount.number))) return pass
  return faulty({
    rule: directionRule,
    severity: "error",
    message: {
      zh: `“${claim.subject.name}”由${base.text}变为${current.text}，变动写为${amount.text}，应在${rangeText(absolute(difference), amount.number.shown)}之间。`,
      en: `"${claim.subject.name}" went from ${base.text} to ${current.text}, a change given as ${amount.text}; the amounts give ${rangeText(absolute(difference), amount.number.shown)}.`
    },
    where: [whereOf(claim.quote)],
    expected: rangeText(absolute(difference), amount.number.shown),
    found: valueText(amount.number),
    basis: half
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
        en: `the direction of the change of "${claim.subject.name}" was left undecided.`
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
        en: `the change of "${claim.subject.name}" carries a direction word and a minus sign.`
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

export const judgeDirections = ({ claims }: Reading): ReadonlyArray<Judgement> =>
  claims.flatMap((claim) => (claim.kind === "change" && claim.direction !== 0 ? [judgeDirection(claim)] : []))

/** The change against last year as a signed interval; zero where it is said to be unchanged. */
export const signedChange = (claim: ChangeClaim): Range | undefined => {
  if (claim.against !== "last-year") return undefined
  const zero = quantity("0", Quantities.yuan)
  if (claim.direction === 0) return { low: zero, high: zero }
  if (claim.amount === undefined || !isSigned(claim.direction)) return undefined
  // A change may be a difference of rounded figures: off by one in its last digit.
  const range = wideRangeOf(claim.amount.number)
  return claim.direction === 1 ? range : minusRange({ low: zero, high: zero }, range)
}

const unchangedRule = "narrative.unchanged"

const unlike = (claim: ChangeClaim, current: Stated, base: Stated): Judgement =>
  faulty({
    rule: unchangedRule,
    severity: "error",
    message: {
      zh: `“${claim.subject.name}”写为持平，而两数为${base.text}与${current.text}。`,
      en: `"${claim.subject.name}" is called unchanged, yet the two figures are ${base.text} and ${current.text}.`
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
        en: `"${claim.subject.name}" is called unchanged here and changed by ${other.amount.text} there.`
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
