/** 措辞: amounts, shares and changes as running text says them; the words differ between provinces, what they say does not. */
import type { Chance } from "../Chance.ts"
import type { AmountRole, Part } from "../Draft.ts"
import { decimalText } from "./grids.ts"

export interface Words {
  readonly amount: (amount: number, role?: AmountRole) => Part
  /** `part` of `whole`, in per cent; `others` are what a wrong denominator would be. */
  readonly percent: (
    part: number,
    whole: number,
    role: "share" | "growth" | "completion" | "stated",
    others?: ReadonlyArray<number>
  ) => Part
  readonly count: (of: number, role: string) => Part
  /** 增加 5.00 万元，增长 3.20%; what did not change and what was not there before have words of their own. */
  readonly change: (now: number, before: number) => ReadonlyArray<Part>
  readonly isUnchanged: (now: number, before: number) => boolean
}

export interface WordStyle {
  readonly thousands: boolean
  readonly zero: string
  readonly more: readonly [string, string]
  readonly less: readonly [string, string]
  readonly unchanged: string
  /** Said instead of a rate where there was nothing the year before. */
  readonly noBase: string
  /** Rates are worked out from the printed amounts, not from what was behind them. */
  readonly fromPrinted: boolean
}

const hundredths = (amount: number): number => Math.sign(amount) * Math.floor(Math.abs(amount) / 10_000 + 0.5)

/** Per cent with two decimals, rounded half up, from whole numbers without loss. */
const percentText = (part: number, whole: number): string => {
  const [numerator, denominator] = [BigInt(Math.abs(part)) * 10_000n, BigInt(Math.abs(whole))]
  const rounded = (2n * numerator + denominator) / (2n * denominator)
  return `${decimalText(Number(rounded), false)}%`
}

export const wordsOf = (style: WordStyle): Words => {
  const settle = (amount: number) => (style.fromPrinted ? hundredths(amount) : amount)
  const amount = (of: number, role: AmountRole = "table"): Part => {
    const printed = hundredths(of)
    return {
      part: "amount",
      hundredths: printed,
      text: of === 0 ? style.zero : decimalText(printed, style.thousands),
      role
    }
  }
  const percent: Words["percent"] = (part, whole, role, others = []) => {
    const text = percentText(settle(part), settle(whole))
    const wrong = others
      .filter((other) => settle(other) !== 0)
      .map((other) => percentText(settle(part), settle(other)))
      .find((other) => other !== text)
    return { part: "percent", text, role, ...(wrong === undefined ? {} : { wrong }) }
  }
  const isUnchanged = (now: number, before: number) => hundredths(now) === hundredths(before)
  return {
    amount,
    percent,
    count: (of, role) => ({ part: "count", of, text: String(of), role }),
    isUnchanged,
    change: (now, before) => {
      if (isUnchanged(now, before)) return [{ part: "unchanged", text: style.unchanged }]
      const isMore = now > before
      const [verb, rateVerb] = isMore ? style.more : style.less
      const [otherVerb] = isMore ? style.less : style.more
      const change = style.fromPrinted ? (hundredths(now) - hundredths(before)) * 10_000 : now - before
      const difference = amount(Math.abs(change), "change")
      const direction: Part = { part: "direction", text: verb, opposite: otherVerb }
      if (before === 0) return [direction, difference, `万元${style.noBase}`]
      return [direction, difference, `万元，${rateVerb}`, percent(change, before, "growth", [now])]
    }
  }
}

export const wordStyleOf = (chance: Chance, changes: Partial<WordStyle> = {}): WordStyle => ({
  thousands: chance.happens(0.5),
  zero: chance.pick(["0", "0.00"]),
  more: ["增加", "增长"],
  less: ["减少", "下降"],
  unchanged: "与上年持平",
  noBase: "，上年无此项",
  fromPrinted: chance.happens(0.5),
  ...changes
})
