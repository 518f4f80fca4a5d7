/**
 * 数量: the one door for numbers. Nothing else in the project may touch decimal.js.
 *
 * Amounts of money live in three forms, each in its place:
 * text with two decimals in events (`"1366133.02"`), whole 分 as a safe integer inside the ledger (`Fen`),
 * and `Quantity` (an exact decimal with its unit) wherever formulas work. Rounding happens only in `rounded`,
 * by a named mode; no constructor and no operator rounds.
 */
import { Decimal } from "decimal.js"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"

/** Division keeps 60 significant digits, far beyond what any printed figure shows; sums and products of money are exact. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -60, toExpPos: 60 })

/** 金额文本: 元 with exactly two decimals, e.g. `"1366133.02"`; never negative. */
export const AmountText = Schema.String.check(
  Schema.isPattern(/^(0|[1-9]\d{0,12})\.\d{2}$/u, {
    message: "元，两位小数，例如 1366133.02 / yuan with exactly two decimals, e.g. 1366133.02"
  })
)

/** 正金额文本: an `AmountText` above zero, what a payment or an adjustment must be. */
export const PositiveAmountText = AmountText.check(
  Schema.makeFilter((text: string) => text !== "0.00" || "大于零的金额 / an amount above zero")
)

/** 小数文本: a plain decimal such as an indicator's target, e.g. `"5424.08"` or `"-3"`; no exponent. */
export const DecimalText = Schema.String.check(
  Schema.isPattern(/^-?(0|[1-9]\d{0,14})(\.\d{1,8})?$/u, {
    message: "十进制数，例如 5424.08 / a plain decimal, e.g. 5424.08"
  })
)

/** 分值文本: points of a score or a weight, at most two decimals, e.g. `"20"` or `"7.5"`; never negative. */
export const PointsText = Schema.String.check(
  Schema.isPattern(/^(0|[1-9]\d{0,2})(\.\d{1,2})?$/u, {
    message: "分值，最多两位小数，例如 7.5 / points with at most two decimals, e.g. 7.5"
  })
)

/** 分: whole 分 of money as a safe integer; the ledger's only number for money. */
export type Fen = number & { readonly Fen: unique symbol }

/** Reads a stored amount. The text has been checked when it was recorded, so anything else is a defect. */
export const fenOfText = (text: string): Fen => {
  const dot = text.length - 3
  const fen = Number(text.slice(0, dot) + text.slice(dot + 1))
  if (text.charCodeAt(dot) !== 46 || !Number.isSafeInteger(fen))
    throw new Error(`not an amount with two decimals: ${text}`)
  return fen as Fen
}

/** Adds 分 and refuses to leave the exactly representable integers (about 90 万亿元). */
export const plusFen = (left: Fen, right: Fen): Fen => {
  const sum = left + right
  if (!Number.isSafeInteger(sum)) throw new Error(`sum of amounts is out of range: ${left} + ${right} fen`)
  return sum as Fen
}

/** The opposite amount, as a red entry carries it. */
export const negatedFen = (fen: Fen): Fen => (fen === 0 ? 0 : -fen) as Fen

export const zeroFen = 0 as Fen

/** 分 as text in 元 with two decimals: `textOfFen(136613302)` is `"1366133.02"`. */
export const textOfFen = (fen: Fen): string => {
  const digits = String(Math.abs(fen)).padStart(3, "0")
  return `${fen < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** 计量单位. `label` is what is printed; two quantities can be added only when their units are equal. */
export interface Unit {
  readonly kind: "yuan" | "tenThousandYuan" | "ratio" | "points" | "free"
  readonly label: string
}

/** 元 */
export const yuan: Unit = { kind: "yuan", label: "元" }
/** 万元, only where a figure is printed. */
export const tenThousandYuan: Unit = { kind: "tenThousandYuan", label: "万元" }
/** 比率: 1 is 100 %. */
export const ratio: Unit = { kind: "ratio", label: "%" }
/** 分 of a score, not of money. */
export const points: Unit = { kind: "points", label: "分" }
/** An indicator's or a count's own unit: `freeUnit("平方米")`, `freeUnit("辆")`. */
export const freeUnit = (label: string): Unit => ({ kind: "free", label })

export const sameUnit = (left: Unit, right: Unit): boolean => left.kind === right.kind && left.label === right.label

/** 数量: an exact decimal with its unit. */
export interface Quantity {
  readonly amount: Decimal
  readonly unit: Unit
}

/** A quantity from decimal text; text that is no decimal is a defect (decode outside data first). */
export const quantity = (text: string, unit: Unit): Quantity => ({ amount: new Exact(text), unit })

/** A quantity in 元 from whole 分, exact. */
export const quantityOfFen = (fen: Fen): Quantity => ({ amount: new Exact(fen).div(100), unit: yuan })

const united = (left: Quantity, right: Quantity, operation: string): Unit => {
  if (!sameUnit(left.unit, right.unit)) {
    throw new Error(`${operation} of different units: ${left.unit.label} and ${right.unit.label}`)
  }
  return left.unit
}

export const plus = (left: Quantity, right: Quantity): Quantity => ({
  amount: left.amount.plus(right.amount),
  unit: united(left, right, "sum")
})

export const minus = (left: Quantity, right: Quantity): Quantity => ({
  amount: left.amount.minus(right.amount),
  unit: united(left, right, "difference")
})

/** Product; the caller names the unit of the result (the unit check of formulas proves that it fits). */
export const times = (left: Quantity, right: Quantity, unit: Unit): Quantity => ({
  amount: left.amount.times(right.amount),
  unit
})

/** Quotient with 60 significant digits; a divisor of zero has no quotient. */
export const dividedBy = (left: Quantity, right: Quantity, unit: Unit): Result.Result<Quantity, "DivisionByZero"> =>
  right.amount.isZero()
    ? Result.fail("DivisionByZero" as const)
    : Result.succeed({ amount: left.amount.div(right.amount), unit })

/** -1, 0 or 1; both sides in one unit. */
export const compare = (left: Quantity, right: Quantity): -1 | 0 | 1 => {
  united(left, right, "comparison")
  return left.amount.comparedTo(right.amount) as -1 | 0 | 1
}

export const isZero = (value: Quantity): boolean => value.amount.isZero()

export const isNegative = (value: Quantity): boolean => value.amount.isNegative() && !value.amount.isZero()

export const equals = (left: Quantity, right: Quantity): boolean =>
  sameUnit(left.unit, right.unit) && left.amount.equals(right.amount)

/** 舍入方式: half-up 四舍五入 (away from zero at the half), floor 向下, ceiling 向上. */
export type RoundingMode = "half-up" | "floor" | "ceiling"

const modes: Record<RoundingMode, Decimal.Rounding> = {
  "half-up": Decimal.ROUND_HALF_UP,
  floor: Decimal.ROUND_FLOOR,
  ceiling: Decimal.ROUND_CEIL
}

/** 舍入: the only place where digits are given up, and always by name. */
export const rounded = (value: Quantity, digits: number, mode: RoundingMode): Quantity => ({
  amount: value.amount.toDecimalPlaces(digits, modes[mode]),
  unit: value.unit
})

/** 元 as 万元, exact: only the unit and the decimal point move. */
export const inTenThousandYuan = (value: Quantity): Quantity => {
  if (value.unit.kind !== "yuan") throw new Error(`not an amount in 元: ${value.unit.label}`)
  return { amount: value.amount.div(10000), unit: tenThousandYuan }
}

/** Plain decimal text without exponent; with `digits`, exactly that many (the value must already be rounded to them). */
export const text = (value: Quantity, digits?: number): string => {
  const plain = digits === undefined ? value.amount.toFixed() : value.amount.toFixed(digits)
  return value.amount.isZero() && plain.startsWith("-") ? plain.slice(1) : plain
}
