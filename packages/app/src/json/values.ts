/** 数值的 JSON: amounts, other values and the frame of a question, as every answer shows them. */
import * as Schema from "effect/Schema"

/** 金额或数量: `value` as printed in `unit`, `exact` without rounding (元 for money). */
export const Amount = Schema.Struct({ value: Schema.String, unit: Schema.String, exact: Schema.String }).annotate({
  identifier: "Amount",
  title: "金额或数量",
  description: "value as printed in unit; exact is unrounded, in 元 for money"
})
export type Amount = typeof Amount.Type

/** Words: a grade, a target, a reason. */
export const Words = Schema.Struct({ text: Schema.String }).annotate({ identifier: "Words" })

/** Named absence: why there is no value. */
export const Missing = Schema.Struct({
  missing: Schema.Literals(["InputMissing", "DivisionByZero", "NotApplicable"]),
  about: Schema.String
}).annotate({ identifier: "Missing" })

/** Any value of a figure; a blank is null. */
export const Value = Schema.NullOr(Schema.Union([Amount, Words, Missing])).annotate({ identifier: "Value" })
export type Value = typeof Value.Type

/** 时点 as it was asked. */
export const AsOfJson = Schema.Struct({
  at: Schema.optionalKey(Schema.Int),
  knownAt: Schema.optionalKey(Schema.String),
  until: Schema.optionalKey(Schema.String)
}).annotate({ identifier: "AsOf" })
export type AsOfJson = typeof AsOfJson.Type

/** 范围: one fiscal year of one unit. */
export const ScopeJson = Schema.Struct({
  unit: Schema.String,
  name: Schema.optionalKey(Schema.String),
  year: Schema.Int
}).annotate({ identifier: "Scope" })
