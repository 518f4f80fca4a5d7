/**
 * 科目代码: functional codes (2xx) and economic codes (3xx) are different domains; mixing them is the classic source of
 * false findings, so they are different types: an economic code does not compile where a functional one is wanted, and a
 * text becomes a code only by its schema or its guard. Both are prefix codes: 类 3 digits, 款 5, 项 7.
 */
import * as Schema from "effect/Schema"

/** 支出功能分类科目代码: 类, 款 or 项, e.g. `2010306`. */
export type FunctionalCode = `2${string}`

/** 部门预算支出经济分类科目代码: 类 or 款, e.g. `30201`. */
export type EconomicCode = `3${string}`

const functionalPattern = /^2\d{2}(\d{2}(\d{2})?)?$/u
const economicPattern = /^3\d{2}(\d{2})?$/u

/** Whether a text has the form of a functional code; whether the year's classification holds it is another question. */
export const isFunctionalCode = (text: string): text is FunctionalCode => functionalPattern.test(text)

/** Whether a text has the form of an economic code; whether the year's classification holds it is another question. */
export const isEconomicCode = (text: string): text is EconomicCode => economicPattern.test(text)

/** The schema of functional codes, of the form only. */
export const FunctionalCode = Schema.String.check(
  Schema.isPattern(functionalPattern, {
    message: "功能分类科目代码，2 开头的 3、5 或 7 位数字 / a functional code: 3, 5 or 7 digits that start with 2"
  }).abort()
).pipe(Schema.refine(isFunctionalCode))

/** The schema of economic codes, of the form only. */
export const EconomicCode = Schema.String.check(
  Schema.isPattern(economicPattern, {
    message: "经济分类科目代码，3 开头的 3 或 5 位数字 / an economic code: 3 or 5 digits that start with 3"
  }).abort()
).pipe(Schema.refine(isEconomicCode))
