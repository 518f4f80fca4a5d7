/**
 * 判定的写法: judgements and findings of the narrative: the quote first, then the cells; both ends with enough digits.
 */
import { isMoneyUnit, type PrintedNumber, Quantities, type Quantity } from "@juesuan/domain"
import type { Cause, Finding, Judgement, Where, Wording } from "../../judging/Finding.ts"
import type { Quote } from "../Claim.ts"
import { capitalised } from "../../judging/naming.ts"
import type { Interval } from "../../judging/Interval.ts"

export const whereOf = ({ place, quote, section }: Quote): Where => ({ ...place, section, quote })

export const pass: Judgement = { outcome: "pass" }

export const notJudged = (zh: string, en: string): Judgement => ({
  outcome: "insufficient-data",
  reason: { zh, en }
})

export const notApplicable = (zh: string, en: string): Judgement => ({ outcome: "not-applicable", reason: { zh, en } })

export interface Fault extends Omit<Finding, "rules" | "cause"> {
  readonly cause?: Cause | undefined
}

const isSamePlace = (left: Where, right: Where): boolean =>
  left.quote === right.quote && left.section === right.section && left.line === right.line && left.row === right.row

/** A sentence that holds several of the numbers stands there once. */
const distinct = (places: ReadonlyArray<Where>): ReadonlyArray<Where> =>
  places.filter((place, index) => places.findIndex((other) => isSamePlace(other, place)) === index)

/** A finding as a judgement: rounding where the severity says so, else a failure. */
export const faulty = ({ cause, ...fault }: Fault): Judgement => {
  const message = {
    zh: fault.message.zh.replace(/。$/u, ""),
    en: capitalised(fault.message.en.replace(/\.$/u, ""))
  }
  const finding: Finding = {
    ...fault,
    where: distinct(fault.where),
    message,
    ...(cause === undefined ? {} : { cause })
  }
  return { outcome: fault.severity === "rounding" ? "rounding" : "fail", finding }
}

const half = Quantities.quantity("0.5", Quantities.ratio)
const hundred = Quantities.quantity("100", Quantities.ratio)

const scale: ReadonlyMap<string, string> = new Map([
  ["千元", "1000"],
  ["万元", "10000"],
  ["百万元", "1000000"],
  ["亿元", "100000000"]
])

/** Two digits behind the point, or as many as the amount needs. */
const moneyText = (value: Quantity): string => {
  const twoDigits = Quantities.rounded(value, 2, "half-up")
  return Quantities.equals(value, twoDigits) ? Quantities.text(value, 2) : Quantities.text(value)
}

/** An amount in 元 as decimal text in the unit that is printed. */
export const amountText = (value: Quantity, shown: string): string => {
  const per = Quantities.quantity(scale.get(shown) ?? "1", Quantities.ratio)
  const scaled = Quantities.dividedBy(value, per, value.unit)
  const plain = scaled._tag === "Success" ? scaled.success : value
  return `${moneyText(Quantities.rounded(plain, shown === "元" ? 2 : 6, "half-up"))}${shown}`
}

/** A ratio as a percentage with four digits after the point. */
export const percentText = (value: Quantity): string => {
  const percent = Quantities.times(value, hundred, Quantities.ratio)
  return `${Quantities.text(Quantities.rounded(percent, 4, "half-up"))}%`
}

export const valueText = ({ shown, value }: PrintedNumber): string => {
  if (shown === "%") return percentText(value)
  return isMoneyUnit(shown) ? amountText(value, shown) : `${Quantities.text(value)}${shown}`
}

export const rangeText = (range: Interval, shown: string): string => {
  const say = (value: Quantity): string => (shown === "%" ? percentText(value) : amountText(value, shown))
  return `${say(range.low)}–${say(range.high)}`
}

/** What printed figures give: the value in the middle, and in brackets what their digits leave open. */
export const aboutText = (range: Interval, shown: string): Wording => {
  const middle = Quantities.rounded(
    Quantities.times(Quantities.plus(range.low, range.high), half, range.low.unit),
    10,
    "half-up"
  )
  const said =
    shown === "%"
      ? `${Quantities.text(Quantities.rounded(Quantities.times(middle, hundred, Quantities.ratio), 2, "half-up"), 2)}%`
      : amountText(middle, shown)
  const open = Quantities.equals(range.low, range.high) ? undefined : rangeText(range, shown)
  return {
    zh: `${said}${open === undefined ? "" : `（${open}）`}`,
    en: `${said}${open === undefined ? "" : ` (${open})`}`
  }
}

export const magnitude = (value: Quantity): Quantity =>
  Quantities.isNegative(value) ? Quantities.minus(Quantities.quantity("0", value.unit), value) : value

export const roundingBasis: Wording = {
  zh: "印出的数按四舍五入所代表的区间",
  en: "the interval that the printed digits allow by rounding"
}
