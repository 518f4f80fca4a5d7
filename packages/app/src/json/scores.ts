/** 自评的 JSON: recorded and computed scores side by side. */
import * as Schema from "effect/Schema"
import { AsOfJson, ScopeJson, Value } from "./values.ts"

const IndicatorJson = Schema.Struct({
  level1: Schema.String,
  level2: Schema.String,
  indicator: Schema.String,
  target: Value,
  actual: Value,
  weight: Value,
  /** As given. */
  score: Value,
  /** By the rule set. */
  computedScore: Value,
  reason: Value
})

export const EvaluationJson = Schema.Struct({
  project: Schema.String,
  name: Schema.String,
  funds: Schema.Struct({
    applied: Value,
    approved: Value,
    fullYear: Value,
    executed: Value,
    unspent: Value,
    executionRate: Value,
    initialExecutionRate: Value
  }),
  indicators: Schema.Array(IndicatorJson),
  executionScore: Value,
  indicatorScore: Value,
  total: Value,
  grade: Value,
  /** As the unit's own conclusion states them. */
  stated: Schema.Struct({ executionScore: Value, indicatorScore: Value, total: Value, grade: Value }),
  /** By the rules, from the computed scores alone. */
  computed: Schema.Struct({ indicatorScore: Value, total: Value, grade: Value })
}).annotate({ identifier: "Evaluation", title: "项目支出绩效自评" })
export type EvaluationJson = typeof EvaluationJson.Type

/** `juesuan scores`. */
export const ScoresJson = Schema.Struct({
  of: ScopeJson,
  asOf: AsOfJson,
  ruleSet: Schema.String,
  evaluations: Schema.Array(EvaluationJson)
}).annotate({ identifier: "Scores", title: "绩效自评" })
export type ScoresJson = typeof ScoresJson.Type
