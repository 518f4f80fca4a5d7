/** 数值 as people read them: amounts with thousands separators, words as they are, absence by its name. */
import type { Amount, Value } from "@juesuan/app"
import type { Wording } from "../Language.ts"

const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/gu, ",")

/** `1,564.71 万元`; where the printed form gave digits up, the exact amount follows: `（15,647,114.68 元）`. */
const amountText = (amount: Amount): string => {
  const printed = `${grouped(amount.value)}${amount.unit === "%" ? "" : " "}${amount.unit}`
  return amount.unit === "万元" ? `${printed}（${grouped(amount.exact)} 元）` : printed
}

const absences = {
  InputMissing: ["缺少输入", "input missing"],
  DivisionByZero: ["除数为零", "division by zero"],
  NotApplicable: ["不适用", "not applicable"]
} as const

export const valueText = (value: Value, t: Wording): string => {
  if (value === null) return t("（空白）", "(blank)")
  if ("text" in value) return value.text
  if ("missing" in value) {
    const [zh, en] = absences[value.missing]
    return t(`无值：${zh}（${value.about}）`, `no value: ${en} (${value.about})`)
  }
  return amountText(value)
}

/** The short form for a cell of a list: the printed number alone, a dash where there is no value. */
export const cellText = (value: Value): string => {
  if (value === null) return ""
  if ("text" in value) return value.text
  return "missing" in value ? "—" : value.unit === "%" ? `${value.value}%` : value.value
}
