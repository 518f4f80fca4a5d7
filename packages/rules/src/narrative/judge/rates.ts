/**
 * 增减幅度: amount and percentage of a change against the figure itself. The base is figure ∓ change; a rate has
 * to follow from it, whatever year or budget it is measured against.
 */
import { type PrintedNumber, Quantities } from "@juesuan/domain"
import type { Cause, Judgement } from "../../judging/Finding.ts"
import type { Cells } from "../Cells.ts"
import type { ChangeClaim, Direction, Stated } from "../Claim.ts"
import { holdsZero, minusInterval, plusInterval, type Interval, ofPrinted } from "../../judging/Interval.ts"
import { quotientOf, widePrinted } from "../quotients.ts"
import type { Reading } from "../Reader.ts"
import { figureRange, fitOf, wrongPercent } from "./ratios.ts"
import { faulty, magnitude, notJudged, pass, aboutText, valueText, whereOf } from "./verdict.ts"

const { compare, isZero, quantity } = Quantities

export const isSigned = (direction: Direction | undefined): direction is 1 | -1 => direction === 1 || direction === -1

/** The figures that changed: as the sentence states them, else as the tables hold them. */
const currentsOf = (claim: ChangeClaim, cells: Cells): ReadonlyArray<Interval> => {
  if (claim.current.length > 0) return claim.current.map(({ number }) => ofPrinted(number))
  const held = figureRange(undefined, claim.subject, cells)
  return held === undefined ? [] : [held]
}

export const absolute = (range: Interval): Interval => {
  const zero = quantity("0", range.low.unit)
  if (compare(range.low, zero) >= 0) return range
  if (compare(range.high, zero) <= 0) return { low: magnitude(range.high), high: magnitude(range.low) }
  const ends = [magnitude(range.low), range.high].toSorted(compare)
  return { low: zero, high: ends.at(-1) ?? range.high }
}

/** The base of a change: the figure less what was added, or with what was taken away. */
const baseOf = (current: Interval, change: Interval, direction: 1 | -1): Interval =>
  direction === 1 ? minusInterval(current, change) : plusInterval(current, change)

const rateRule = "narrative.change-rate"

interface Rate {
  readonly quotient: Interval
  readonly fit: ReturnType<typeof fitOf>
}

const rateWith = (percent: PrintedNumber, change: Interval, base: Interval): Rate | undefined => {
  const quotient = quotientOf(change, base)
  return quotient === undefined ? undefined : { quotient: absolute(quotient), fit: fitOf(percent, absolute(quotient)) }
}

/** The rate under every reading: each figure that may have changed, the change as printed or as a difference of roundings. */
const ratesOf = (
  claim: ChangeClaim,
  amount: PrintedNumber,
  percent: PrintedNumber,
  currents: ReadonlyArray<Interval>
): ReadonlyArray<Rate> => {
  const direction = claim.direction === 1 ? 1 : -1
  const bases = claim.base === undefined ? [] : [ofPrinted(claim.base.number)]
  return currents.flatMap((current) => {
    const strict = rateWith(percent, ofPrinted(amount), bases[0] ?? baseOf(current, ofPrinted(amount), direction))
    if (strict === undefined || strict.fit === "fits") return strict ?? []
    const wide = rateWith(percent, widePrinted(amount), bases[0] ?? baseOf(current, widePrinted(amount), direction))
    return wide !== undefined && wide.fit === "fits" ? { ...strict, fit: "rounding" as const } : strict
  })
}

const causeOf = (
  claim: ChangeClaim,
  amount: PrintedNumber,
  percent: PrintedNumber,
  current: Interval
): Cause | undefined => {
  const change = ofPrinted(amount)
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

/** A rate beside the two figures that it is of, without the amount of the change: 年初预算数 B，决算数 A，差异率 P. */
const judgeRateAlone = (claim: ChangeClaim, percent: Stated): ReadonlyArray<Judgement> => {
  const { base, direction, percentDirection, subject } = claim
  const [current, other] = claim.current
  if (base === undefined || current === undefined || other !== undefined || !isSigned(percentDirection)) return []
  if (direction !== percentDirection) return []
  const difference = minusInterval(ofPrinted(current.number), ofPrinted(base.number))
  const rate = rateWith(percent.number, difference, ofPrinted(base.number))
  if (rate === undefined) return [notJudged("没有可用的基数", "there is no base to judge the rate by")]
  if (rate.fit === "fits") return [pass]
  return [
    wrongPercent({
      rule: rateRule,
      fit: rate.fit,
      percent,
      quotient: rate.quotient,
      bound: subject.bound || base.quote.quote === percent.quote.quote,
      message: {
        zh: `“${subject.name}”由${base.text}变为${current.text}，幅度写为${percent.text}，按文中的数应为${aboutText(rate.quotient, "%").zh}。`,
        en: `“${subject.name}” went from ${base.text} to ${current.text}, a change given as ${percent.text}; the amounts give ${aboutText(rate.quotient, "%").en}.`
      }
    })
  ]
}

/** An increase that is more than the figure itself: last year's, or the budget, would have been less than nothing. */
const beyondFigure = (claim: ChangeClaim, amount: Stated): ReadonlyArray<Judgement> => {
  const { against, base, direction, subject } = claim
  const [current, other] = claim.current
  if (current === undefined || other !== undefined || base !== undefined || direction !== 1) return []
  // What was carried over may have been less than nothing.
  if (against === "other" || !subject.bound || /carryover/u.test(subject.id)) return []
  const before = minusInterval(ofPrinted(current.number), widePrinted(amount.number))
  if (!Quantities.isNegative(before.high)) return [pass]
  return [
    faulty({
      rule: rateRule,
      severity: "warning",
      message: {
        zh: `“${subject.name}”为${current.text}，增加写为${amount.text}：增加的比全部还多。`,
        en: `“${subject.name}” is ${current.text} and is said to have grown by ${amount.text}: by more than all of it.`
      },
      where: [whereOf(amount.quote)],
      found: valueText(amount.number)
    })
  ]
}

const judgeRate = (claim: ChangeClaim, cells: Cells): ReadonlyArray<Judgement> => {
  const { amount, percent } = claim
  if (amount === undefined) return percent === undefined ? [] : judgeRateAlone(claim, percent)
  const beyond = beyondFigure(claim, amount)
  return percent === undefined || beyond.some(({ outcome }) => outcome === "fail")
    ? beyond
    : judgeRateOf(claim, amount, percent, cells)
}

const judgeRateOf = (claim: ChangeClaim, amount: Stated, percent: Stated, cells: Cells): ReadonlyArray<Judgement> => {
  const { subject } = claim
  if (!isSigned(claim.direction) || claim.percentDirection !== claim.direction) {
    return [notJudged("增减的方向不确定或前后不一", "the direction of the change is undecided or contradictory")]
  }
  const currents = currentsOf(claim, cells)
  if (currents.length === 0 && claim.base === undefined) {
    return [notJudged(`“${subject.name}”的本年数不能确定`, `this year's figure of “${subject.name}” is not known`)]
  }
  const readings = currents.length === 0 && claim.base !== undefined ? [ofPrinted(claim.base.number)] : currents
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
        zh: `“${subject.name}”变动${amount.text}，幅度写为${percent.text}，按文中的数应为${aboutText(quotient, "%").zh}。`,
        en: `“${subject.name}” changed by ${amount.text}, given as ${percent.text}; the amounts give ${aboutText(quotient, "%").en}.`
      },
      cause:
        fit === "wrong" && current !== undefined ? causeOf(claim, amount.number, percent.number, current) : undefined
    })
  ]
}

const isWhole = ({ number }: Stated): boolean => compare(number.value, quantity("1", number.value.unit)) === 0

/** A base of zero has no rate: certain only where no base inside the intervals gives the rate that is printed. */
const zeroBase = (
  claim: ChangeClaim,
  amount: Stated,
  percent: Stated,
  readings: ReadonlyArray<Interval>
): ReadonlyArray<Judgement> => {
  const direction = claim.direction === 1 ? 1 : -1
  const change = ofPrinted(amount.number)
  const [current] = readings
  const base = current === undefined ? undefined : baseOf(current, change, direction)
  const onlyReading = readings.length === 1
  if (base === undefined || !holdsZero(base) || isZero(amount.number.value)) {
    return [notJudged("没有可用的基数", "there is no base to judge the rate by")]
  }
  const least = quotientOf({ low: change.low, high: change.low }, { low: base.high, high: base.high })
  const impossible = least !== undefined && compare(percent.number.value, least.low) < 0
  return [
    faulty({
      rule: rateRule,
      // 增长100% from nothing is how some places write that there was nothing before.
      severity: onlyReading && impossible && claim.subject.bound && !isWhole(percent) ? "error" : "warning",
      message: {
        zh: `“${claim.subject.name}”上年为0，没有增减幅度可言，文字写为${percent.text}。`,
        en: `“${claim.subject.name}” was 0 before: no rate of change exists, yet ${percent.text} is given.`
      },
      where: [whereOf(percent.quote)],
      found: valueText(percent.number)
    })
  ]
}

export const judgeRates = ({ cells, claims }: Reading): ReadonlyArray<Judgement> =>
  claims.flatMap((claim) => (claim.kind === "change" ? judgeRate(claim, cells) : []))
