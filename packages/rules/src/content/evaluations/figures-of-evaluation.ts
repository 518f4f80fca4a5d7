/** 自评里的数: the rows of funds that count, sums of points, what a printed number can stand for, as the rules look at them. */
import {
  IndicatorGroup,
  type Printed,
  type PrintedNumber,
  type PublishedEvaluation,
  type PublishedFunds,
  type PublishedIndicator,
  Quantities,
  type Quantity,
  type Unit
} from "@juesuan/domain"
import { exactly, type Interval, ofPrinted } from "../../judging/Interval.ts"

const { points, quantity } = Quantities

export const pointsOfText = (text: string): Quantity => quantity(text, points)
export const zeroPoints = pointsOfText("0")

export const numberOf = (printed: Printed | undefined): PrintedNumber | undefined =>
  printed?._tag === "Number" ? printed : undefined

/** Text with its sign: 9.5, without zeros that say nothing. */
export const plainText = (value: Quantity): string => Quantities.text(value)

/** 合计 of the funds: the row of that name, else the first. */
export const mainFunds = ({ funds }: PublishedEvaluation): PublishedFunds | undefined =>
  funds.find(({ source }) => /合计|总额|总计|资金总量/u.test(source)) ?? funds[0]

/** The rows below 合计. */
export const sourcesOf = (evaluation: PublishedEvaluation): ReadonlyArray<PublishedFunds> =>
  evaluation.funds.filter((row) => row !== mainFunds(evaluation))

/** An indicator that is 预算执行率 itself, as some forms list it among the others. */
export const isExecution = ({ level1, level2, name }: PublishedIndicator): boolean =>
  /预算执行率|预算执行情况|资金执行率/u.test(name) || /^(?:预算执行|资金执行|执行率)/u.test(level1 || level2)

const withoutBrackets = (text: string): string => text.normalize("NFKC").replaceAll(/\([^()]*\)|\s|\d+分?$/gu, "")

/** 一级指标 that an indicator belongs to; a form may print 满意度指标 as its second level. */
export const groupOf = ({ level1, level2 }: PublishedIndicator): IndicatorGroup | undefined => {
  const second = IndicatorGroup.idOf(withoutBrackets(level2))
  return second === "satisfaction" ? second : IndicatorGroup.idOf(withoutBrackets(level1))
}

export const isCost = ({ level1, level2 }: PublishedIndicator): boolean =>
  level1.includes("成本") || level2.includes("成本")

/** The sum of printed points, blanks left out; `undefined` where one of them cannot be read. */
export const sumOfPoints = (printed: ReadonlyArray<Printed>): Quantity | undefined => {
  let sum = zeroPoints
  for (const each of printed) {
    if (each._tag === "Unreadable" || each._tag === "Words") return undefined
    if (each._tag === "Number") sum = Quantities.plus(sum, each.value)
  }
  return sum
}

/** The unit of the amounts of an evaluation: 元, or one without a name where the form says none. */
const unitOfFunds = ({ funds }: PublishedEvaluation): Unit => {
  const printed = funds.flatMap(({ applied, executed, fullYear, initial }) => [initial, fullYear, executed, applied])
  return printed.flatMap((each) => numberOf(each)?.value.unit ?? [])[0] ?? Quantities.yuan
}

/**
 * What an amount can stand for; a blank or a dash among amounts is zero. `undefined` for what is none, or is in another
 * unit than the other amounts.
 */
export const amountOf = (evaluation: PublishedEvaluation, printed: Printed | undefined): Interval | undefined => {
  const unit = unitOfFunds(evaluation)
  const number = numberOf(printed)
  if (number !== undefined) return Quantities.sameUnit(number.value.unit, unit) ? ofPrinted(number) : undefined
  return printed?._tag === "Blank" || printed?._tag === "Dash" ? exactly(quantity("0", unit)) : undefined
}

/** An amount above or at zero that is printed as a number, in the unit of the others. */
export const printedAmount = (evaluation: PublishedEvaluation, printed: Printed | undefined): Interval | undefined =>
  numberOf(printed) === undefined ? undefined : amountOf(evaluation, printed)

/** Half of the last printed digit of points: a score may have been rounded to it. */
export const halfOfPoints = ({ text }: PrintedNumber): Quantity => {
  const digits = /\.(\d+)/u.exec(text.normalize("NFKC"))?.[1]?.length ?? 0
  return quantity(digits === 0 ? "0.5" : `0.${"0".repeat(digits)}5`, points)
}

/** Whether points with decimals are what is left of a score when the digits behind them are dropped. */
export const isCutOff = (printed: PrintedNumber, { high, low }: Interval): boolean => {
  const half = halfOfPoints(printed)
  const isWholePoints = Quantities.compare(half, quantity("0.5", points)) === 0
  const lost = Quantities.minus(low, printed.value)
  return !isWholePoints && atMost(printed.value, high) && Quantities.compare(lost, Quantities.plus(half, half)) < 0
}

/** One unit of the last printed digit: what giving up the digits behind it costs at most. */
export const digitOf = ({ half }: PrintedNumber): Quantity => Quantities.plus(half, half)

export const distance = (left: Quantity, right: Quantity): Quantity => {
  const apart = Quantities.minus(left, right)
  return Quantities.isNegative(apart) ? Quantities.minus(right, left) : apart
}

export const atMost = (left: Quantity, right: Quantity): boolean => Quantities.compare(left, right) <= 0
export const isSame = (left: Quantity, right: Quantity): boolean => Quantities.compare(left, right) === 0

/** A ratio as per cent, two decimals: 56.92%. */
/** The number as it is printed; nothing where none is. */
export const printedText = (printed: Printed | undefined): string => numberOf(printed)?.text ?? ""

export const percent = (value: Quantity): string => {
  const hundred = Quantities.times(value, quantity("100", Quantities.ratio), Quantities.ratio)
  return `${Quantities.text(Quantities.rounded(hundred, 2, "half-up"))}%`
}

/** Scores of a hundred beside weights in per cent: most scores are above their weight, and no two of them add up. */
export const isOtherScale = ({ indicators }: PublishedEvaluation): boolean => {
  const above = indicators.filter(({ score, weight }) => {
    const [given, most] = [numberOf(score), numberOf(weight)]
    return given !== undefined && most !== undefined && Quantities.compare(given.value, most.value) > 0
  })
  return above.length > 1 && above.length * 2 > indicators.length
}

/** Whether everything in the rows of indicators was read: nothing is left over there, and every score and weight is a number. */
export const isWhole = ({ indicators, unread }: PublishedEvaluation): boolean =>
  indicators.length > 0 &&
  unread.every(({ aside, text }) => aside === true || !/\d/u.test(text.normalize("NFKC"))) &&
  indicators.every(({ score, weight }) => score._tag !== "Unreadable" && weight._tag !== "Unreadable")
