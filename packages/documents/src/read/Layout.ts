/**
 * 导入格式: the columns of a file of rows: how each may be headed, and how its text becomes a value. Reading a file,
 * documenting its columns and writing its template all go by this one list.
 */
import { isDay, isEconomicCode, isFunctionalCode, normalizedLabel, ProjectCode, type TermList } from "@juesuan/domain"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Says } from "./Fault.ts"

/** 列: what a column means, whatever it is headed. */
export interface Field<Value = unknown> {
  /** English id, accepted as a heading. */
  readonly id: string
  /** The heading of the template. */
  readonly label: string
  /** Other headings that mean the same. */
  readonly synonyms: ReadonlyArray<string>
  readonly required: boolean
  readonly expected: Says
  /** A text that is not blank as a value; `undefined` where it is none. */
  readonly read: (text: string) => Value | undefined
  /** For the template. */
  readonly example: string
}

/** A row as its values, by field id; a blank is absent. */
export type RowOf<Fields extends Readonly<Record<string, Field>>> = {
  readonly [Id in keyof Fields]?: Fields[Id] extends Field<infer Value> ? Value : never
}

/** A heading as it is compared: brackets, blanks and case play no part, nor does a unit in brackets. */
export const normalizedHeading = (text: string): string =>
  normalizedLabel(text)
    .toLowerCase()
    .replace(/\((?:元|人民币|人民币元)\)$/u, "")

export const headingsOf = ({ id, label, synonyms }: Field): ReadonlyArray<string> =>
  [label, ...synonyms, id].map(normalizedHeading)

const isProjectCode = Schema.is(ProjectCode)

type Shape = Pick<Field, "id" | "label" | "synonyms" | "example">

/** 文字, any but blank. */
export const words = (shape: Shape): Field<string> => ({
  ...shape,
  required: true,
  expected: { zh: "文字", en: "words" },
  read: (text) => text
})

/** The same field, where a blank is allowed. */
export const optional = <Value>(field: Field<Value>): Field<Value> => ({ ...field, required: false })

const datePattern =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))$/u

/** `2024-03-05` of any of the usual spellings of a day. */
const dateOf = (text: string): string | undefined => {
  const [, year, ...parts] = datePattern.exec(text.normalize("NFKC")) ?? []
  const [month, day] = parts.filter((part) => part !== undefined)
  if (year === undefined || month === undefined || day === undefined) return undefined
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
  return isDay(date) ? date : undefined
}

export const date = (shape: Shape): Field<string> => ({
  ...shape,
  required: true,
  expected: { zh: "日期，例如 2024-03-05 或 2024年3月5日", en: "a date such as 2024-03-05" },
  read: dateOf
})

const amountPattern = /^[¥￥]?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?)元?$/u

/** `1234.50` of `1,234.5`: 元 with at most two decimals; a comma stands between thousands or nowhere. */
const amountOf = (text: string): string | undefined => {
  const [, digits] = amountPattern.exec(text.normalize("NFKC").replaceAll(" ", "")) ?? []
  if (digits === undefined) return undefined
  const [whole = "", decimals = ""] = digits.replaceAll(",", "").split(".")
  return `${whole.replace(/^0+(?=\d)/u, "")}.${decimals.padEnd(2, "0")}`
}

export const amount = (shape: Shape): Field<string> => ({
  ...shape,
  required: true,
  expected: {
    zh: "金额，单位元，不带负号，最多两位小数，例如 1,234.56（退回请单独记录支付退回）",
    en: "an amount in 元 without a sign, at most two decimals, e.g. 1,234.56 (what came back is recorded as PaymentReturned)"
  },
  read: amountOf
})

/** A code, alone or with its name behind it: `30201`, `30201 办公费`, `30201-办公费`. */
const codeOf = (text: string): string => /^(\d+)(?:[\s\-_.、:].*)?$/u.exec(text.normalize("NFKC"))?.[1] ?? text

export const functionalCode = (shape: Shape): Field<string> => ({
  ...shape,
  required: true,
  expected: {
    zh: "功能分类科目代码，2 开头的 3、5 或 7 位数字",
    en: "a functional code: 3, 5 or 7 digits that start with 2"
  },
  read: (text) => (isFunctionalCode(codeOf(text)) ? codeOf(text) : undefined)
})

export const economicCode = (shape: Shape): Field<string> => ({
  ...shape,
  required: true,
  expected: {
    zh: "部门经济分类科目代码，3 开头的 3 或 5 位数字",
    en: "an economic code: 3 or 5 digits that start with 3"
  },
  read: (text) => (isEconomicCode(codeOf(text)) ? codeOf(text) : undefined)
})

/** One of a closed list, by its label, an alias or its English id. */
export const term = <Id extends string>(list: TermList<Id>, shape: Shape): Field<Id> => ({
  ...shape,
  required: true,
  expected: {
    zh: list.ids.map((id) => `“${list.labelOf(id)}”`).join("、"),
    en: `one of ${list.ids.join(", ")}`
  },
  read: list.idOf
})

export const projectCode = (shape: Shape): Field<string> => ({
  ...shape,
  required: true,
  expected: { zh: "项目代码，字母、数字、点或下划线", en: "a project code of letters, digits, dots and underscores" },
  read: (text) => (isProjectCode(text) ? text : undefined)
})

/** The value of a cell: absent where it is blank, a failure with what was expected where it does not fit. */
export const valueOf = (field: Field, text: string): Result.Result<unknown, Says> => {
  const trimmed = text.trim()
  if (trimmed === "") {
    return field.required
      ? Result.fail({ zh: `${field.expected.zh}，不能空`, en: `${field.expected.en}, not a blank` })
      : Result.succeed(undefined)
  }
  const value = field.read(trimmed)
  return value === undefined ? Result.fail(field.expected) : Result.succeed(value)
}
