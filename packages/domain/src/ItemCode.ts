/**
 * 科目代码: functional codes (2xx) and economic codes (3xx) are different domains; mixing them is the classic source of
 * false findings, so they are different types. Both are prefix codes: 类 3 digits, 款 5, 项 7.
 */
import * as Schema from "effect/Schema"

/** 支出功能分类科目代码: 类, 款 or 项, e.g. `2010306`. */
export const FunctionalCode = Schema.String.check(
  Schema.isPattern(/^2\d{2}(\d{2}(\d{2})?)?$/u, {
    message: "功能分类科目代码，2 开头的 3、5 或 7 位数字 / a functional code: 3, 5 or 7 digits that start with 2"
  })
)
export type FunctionalCode = typeof FunctionalCode.Type

/** 部门预算支出经济分类科目代码: 类 or 款, e.g. `30201`. */
export const EconomicCode = Schema.String.check(
  Schema.isPattern(/^3\d{2}(\d{2})?$/u, {
    message: "经济分类科目代码，3 开头的 3 或 5 位数字 / an economic code: 3 or 5 digits that start with 3"
  })
)
export type EconomicCode = typeof EconomicCode.Type
