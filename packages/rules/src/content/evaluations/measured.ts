/**
 * 指标值与完成值: targets and actuals as printed, read as numbers with sign and unit or as one of the three results; what is
 * neither for sure stays words, and nothing is scored by it.
 *
 * `≥300人`, `= 5424.08 平方米`, `≤5种`, `12月`, `=240万`, `95%`; `及时`, `达成预期指标`, `部分达成…`.
 */
import { IndicatorOperator, QualitativeResult, Quantities, type Quantity } from "@juesuan/domain"

export interface Amount {
  /** `undefined` where no sign is printed. */
  readonly operator: IndicatorOperator | undefined
  readonly value: Quantity
  /** 计量单位 as printed; empty where none is. */
  readonly unit: string
  /** Digits behind the point, as printed. */
  readonly digits: number
}

const signs: ReadonlyArray<readonly [RegExp, IndicatorOperator]> = [
  [/^(?:>=|≥|≧|不少于|不低于|不小于|大于等于|大于或等于|至少|达到)/u, ">="],
  [/^(?:<=|≤|≦|不超过|不高于|不大于|不多于|小于等于|小于或等于|控制在)/u, "<="],
  [/^(?:>|大于|超过|高于)/u, ">"],
  [/^(?:<|小于|低于|少于)/u, "<"],
  [/^(?:=|等于)/u, "="]
]

const plain = (text: string): string => text.normalize("NFKC").replaceAll(/\s/gu, "")

const one = Quantities.freeUnit("")

/** A text that is one number with a sign and a unit, and nothing else. */
export const amountIn = (text: string): Amount | undefined => {
  const whole = plain(text)
  const sign = signs.find(([pattern]) => pattern.test(whole))
  const rest = sign === undefined ? whole : whole.replace(sign[0], "")
  const found = /^(-?\d[\d,]*)(?:\.(\d+))?([^\d<>=≤≥~\-—至到]{0,12})$/u.exec(rest)
  const [, integer = "", decimals = "", unit = ""] = found ?? []
  if (found === null || /[前后内底起余多约左右]/u.test(unit) || integer.replaceAll(",", "").length > 15)
    return undefined
  const digits = decimals === "" ? "" : `.${decimals}`
  return {
    operator: sign?.[1],
    value: Quantities.quantity(`${integer.replaceAll(",", "")}${digits}`, one),
    unit,
    digits: decimals.length
  }
}

const money: ReadonlyMap<string, string> = new Map([
  ["元", "1"],
  ["万元", "10000"],
  ["万", "10000"],
  ["亿元", "100000000"]
])

/** An amount of money and nothing else (万元, not 元/吨), in 元. */
export const inYuan = ({ unit, value }: Amount): Quantity | undefined => {
  const factor = money.get(unit)
  return factor === undefined
    ? undefined
    : Quantities.times(value, Quantities.quantity(factor, Quantities.ratio), Quantities.yuan)
}

/** The actual in the unit of the target; `undefined` where the two units differ and cannot be brought together. */
export const inUnitOf = (target: Amount, actual: Amount): Amount | undefined => {
  if (actual.unit === "" || actual.unit === target.unit || target.unit === "") return actual
  const [from, to] = [money.get(actual.unit), money.get(target.unit)]
  if (from === undefined || to === undefined) return undefined
  const factor = Quantities.quantity(from, Quantities.ratio)
  const product = Quantities.times(actual.value, factor, one)
  const divisor = Quantities.quantity(to, Quantities.ratio)
  const value = Quantities.dividedBy(product, divisor, one)
  return value._tag === "Success" ? { ...actual, unit: target.unit, value: value.success } : undefined
}

/** 完成情况 of a qualitative indicator; the target itself, repeated, says that it was reached. */
export const resultIn = (actual: string, target: string): QualitativeResult | undefined => {
  const said = plain(actual)
  const named = QualitativeResult.idOf(said)
  if (named !== undefined) return named
  if (/^(?:未|没有?)(?:达成|达到|完成|实现)/u.test(said)) return "unmet"
  if (/^(?:部分|基本)(?:达成|达到|完成|实现)/u.test(said)) return "partly-met"
  if (/^(?:已|全部|按期)?(?:达成|达到|完成|实现)(?:预期|年度)?(?:指标|目标|效果)?$/u.test(said)) return "met"
  return said !== "" && said === plain(target) ? "met" : undefined
}
