/**
 * 印数: how a printed number is read: text and unit as printed → an exact value in 元, as a ratio, in points or in its own
 * unit, with half of its last digit. Nothing is guessed: what is no number for sure is words or unreadable.
 */
import type { Printed, PrintedNumber } from "./Published.ts"
import { freeUnit, minus, plus, points, quantity, type Quantity, ratio, times, type Unit, yuan } from "./Quantity.ts"

/** 元 per unit of money that is printed. */
const money: ReadonlyMap<string, string> = new Map([
  ["元", "1"],
  ["千元", "1000"],
  ["万元", "10000"],
  ["百万元", "1000000"],
  ["亿元", "100000000"]
])

/** 元, 千元, 万元, 亿元 are money; anything else is not. */
export const isMoneyUnit = (shown: string): boolean => money.has(shown)

const dashes = /^[-—–―─－﹣_/／]{1,6}$/u
const thousands = /^\d{1,3}(?:,\d{3})+$/u
const plainNumber = /^([+-]?)([\d,]+)(?:\.(\d+))?$/u

/** Sign, whole part and decimals of a number as printed; `undefined` for what is none (`1,23`, `1.2.3`, `12a`). */
const partsOf = (text: string): { readonly value: string; readonly digits: number } | undefined => {
  const found = plainNumber.exec(
    text.normalize("NFKC").replaceAll(/\s/gu, "").replaceAll("−", "-").replaceAll("，", ",")
  )
  const [, sign = "", whole = "", decimals = ""] = found ?? []
  if (found === null || (whole.includes(",") && !thousands.test(whole))) return undefined
  const digits = whole.replaceAll(",", "")
  if (digits.length > 15 || decimals.length > 12) return undefined
  const value = `${sign === "-" ? "-" : ""}${digits}${decimals === "" ? "" : `.${decimals}`}`
  return { value, digits: decimals.length }
}

const unitOf = (shown: string): { readonly unit: Unit; readonly factor: string } => {
  const factor = money.get(shown)
  if (factor !== undefined) return { unit: yuan, factor }
  if (shown === "%") return { unit: ratio, factor: "0.01" }
  return { unit: shown === "分" ? points : freeUnit(shown), factor: "1" }
}

/** Half of the last printed digit; counts, points and 元 down to the 分 are exact. What has decimals and no unit is no count. */
const halfDigit = (shown: string, digits: number): string => {
  const isMeasured = shown === "" ? digits > 0 : shown === "%" || isMoneyUnit(shown)
  const exact = !isMeasured || (shown === "元" && digits >= 2)
  return exact ? "0" : `0.${"0".repeat(digits)}5`
}

/**
 * A number as printed, in the unit it is printed in.
 *
 * @example printedNumber("1,564.71", "万元") // { value: 15647100 元, half: 50 元, … }
 * @example printedNumber("21.74", "%") // { value: 0.2174, half: 0.00005, … }
 */
export const printedNumber = (text: string, shown: string): PrintedNumber | undefined => {
  const parts = partsOf(text)
  if (parts === undefined) return undefined
  const { factor, unit } = unitOf(shown)
  const scaled = (amount: string): Quantity => times(quantity(amount, unit), quantity(factor, ratio), unit)
  const half = scaled(halfDigit(shown, parts.digits))
  return { _tag: "Number", text: text.trim(), value: scaled(parts.value), half, shown }
}

/** A cell that should hold a number: blank, a dash, a number, or what could not be read. */
export const printedCellText = (text: string, shown: string): Printed => {
  const plain = text.trim()
  if (plain === "") return { _tag: "Blank" }
  if (dashes.test(plain.replaceAll(/\s/gu, ""))) return { _tag: "Dash", text: plain }
  const bare = isMoneyUnit(shown) || shown === "%" ? plain.replace(/(?:[千万亿]?元|[%％])$/u, "") : plain
  return printedNumber(bare, shown) ?? { _tag: "Unreadable", text: plain }
}

/** The interval that the digits of a printed number allow, both ends included. */
export const intervalOf = ({ half, value }: PrintedNumber): { readonly low: Quantity; readonly high: Quantity } => ({
  low: minus(value, half),
  high: plus(value, half)
})
