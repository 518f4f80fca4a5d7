/** 原因的种类: what can go wrong with figures on their way into a disclosure, in the order in which it is thought of. */
import type { Wording } from "../Finding.ts"

export type CauseKind =
  | "shifted-column"
  | "shifted-row"
  | "exchanged-figures"
  | "unit-slip"
  | "sign"
  | "figure-of-last-year"
  | "budget-for-actual"
  | "figure-of-another-column"
  | "figure-of-another-row"
  | "figure-of-another-table"
  | "swapped-digits"
  | "dropped-digit"
  | "added-digit"
  | "shifted-point"
  | "wrong-digit"
  | "omitted-figure"
  | "carried-change"
  | "wrong-denominator"

/** What a cause is called, and how it says itself. */
export const causeLabels: Readonly<Record<CauseKind, Wording>> = {
  "shifted-column": { zh: "一列中的数错行", en: "figures of a column stand in the wrong rows" },
  "shifted-row": { zh: "一行中的数错栏", en: "figures of a row stand in the wrong columns" },
  "exchanged-figures": { zh: "两个数互换了位置", en: "two figures changed places" },
  "unit-slip": { zh: "单位用错（元、千元、万元、亿元）", en: "wrong unit (元, 千元, 万元, 亿元)" },
  sign: { zh: "正负号相反", en: "wrong sign" },
  "figure-of-last-year": { zh: "照抄了上年数", en: "last year's figure was copied" },
  "budget-for-actual": { zh: "预算数与决算数相混", en: "a budget figure for an actual one, or the other way round" },
  "figure-of-another-column": { zh: "填了同一行其他栏的数", en: "the figure of another column of the row" },
  "figure-of-another-row": { zh: "填了同一栏其他行的数", en: "the figure of another row of the column" },
  "figure-of-another-table": { zh: "填了其他表的数", en: "the figure of another table" },
  "swapped-digits": { zh: "数字颠倒", en: "digits swapped" },
  "dropped-digit": { zh: "漏了一位数字", en: "a digit dropped" },
  "added-digit": { zh: "多了一位数字", en: "a digit too many" },
  "shifted-point": { zh: "小数点错位", en: "the decimal point stands in the wrong place" },
  "wrong-digit": { zh: "一位数字写错", en: "one digit wrong" },
  "omitted-figure": { zh: "漏填", en: "not filled in" },
  "carried-change": {
    zh: "一处改动没有带到所有相关的数",
    en: "a change that was not carried to all related figures"
  },
  "wrong-denominator": { zh: "分母用错", en: "wrong denominator" }
}

/** The likelier of two explanations that repair the same comes first: by how much a mistake of its kind says. */
export const likelihood: ReadonlyArray<CauseKind> = [
  "unit-slip",
  "sign",
  "figure-of-last-year",
  // Where two figures in each other's place explain it, no more of them need have moved.
  "exchanged-figures",
  "shifted-column",
  "shifted-row",
  "swapped-digits",
  "budget-for-actual",
  "figure-of-another-column",
  "figure-of-another-row",
  "figure-of-another-table",
  "dropped-digit",
  "added-digit",
  "shifted-point",
  "wrong-denominator",
  "wrong-digit",
  // In a blank any figure may have stood: that one is missing there fits by itself, and reproduces nothing.
  "omitted-figure",
  "carried-change"
]
