/**
 * 定性指标计算得分: the result (达成, 部分达成, 未达成) fixes a band of the weight, not a number. What is computed are the ends of
 * the band; the number within it is given by people. In totals that are computed throughout, a given score that lies
 * within its band counts as it is; one outside leaves the total without a value.
 */
import type { QualitativeResult } from "@juesuan/domain"
import { QualitativeResult as Results, Quantities } from "@juesuan/domain"
import {
  type Formula,
  type Reference,
  compares,
  is,
  notApplicable,
  parameter,
  product,
  rounded,
  when
} from "../../formula/Formula.ts"
import { type Rule, type RuleHeader, defineRule } from "../../Rule.ts"
import { type ScoringPolicy, headerOf } from "./ScoringPolicy.ts"

const { points, quantity, ratio } = Quantities

const weightAndResult = {
  weight: { label: "分值", kind: points },
  actual: { label: "实际完成值", kind: "words" as const }
}

/** The share of the weight at one end of the band that the result names. */
const endOfBand = (policy: ScoringPolicy, actual: Reference, end: "from" | "to"): Formula => {
  const share = (result: QualitativeResult): Formula =>
    parameter(
      `${Results.labelOf(result)}一档的${end === "from" ? "下限" : "上限"}`,
      quantity(policy.bands[result][end], ratio),
      policy.citation
    )
  const isResult = (result: QualitativeResult) => is(actual, Results.labelOf(result))
  return when(isResult("met"), share("met"), when(isResult("partly-met"), share("partly-met"), share("unmet")))
}

const endRule = (policy: ScoringPolicy, end: "from" | "to"): Rule<"weight" | "actual"> => {
  const [name, label] = end === "from" ? ["lower-end", "计算得分下限"] : ["upper-end", "计算得分上限"]
  return defineRule({
    ...headerOf(policy, `qualitative-score.${name}`, label),
    inputs: weightAndResult,
    kind: points,
    formula: ({ actual, weight }) => rounded(product(weight, endOfBand(policy, actual, end)), policy.scoreDigits.digits)
  })
}

/** 计算得分下限. */
export const lowerEnd = (policy: ScoringPolicy) => endRule(policy, "from")

/** 计算得分上限. */
export const upperEnd = (policy: ScoringPolicy) => endRule(policy, "to")

/** 计算得分 of a qualitative indicator, the band itself: `[16, 20]`, `[12, 16)`. */
export const qualitativeScore = (policy: ScoringPolicy): RuleHeader =>
  headerOf(policy, "qualitative-score", "计算得分（定性指标）")

/** 计入计算合计的得分: the given score where it lies within the computed band. */
export const scoreWithinBand = (
  policy: ScoringPolicy,
  about: { readonly indicator: string; readonly includesUpperEnd: boolean }
): Rule<"score" | "low" | "high"> =>
  defineRule({
    ...headerOf(
      policy,
      `qualitative-score.within-${about.includesUpperEnd ? "closed" : "half-open"}-band`,
      "计入计算合计的得分（定性指标取档内的记录得分）"
    ),
    inputs: {
      score: { label: "得分", kind: points },
      low: { label: "计算得分下限", kind: points },
      high: { label: "计算得分上限", kind: points }
    },
    kind: points,
    formula: ({ high, low, score }) => {
      const outside = notApplicable(`“${about.indicator}”的得分不在完成情况所属的一档之内`)
      const above = compares(score, about.includesUpperEnd ? ">" : ">=", high)
      return when(compares(score, "<", low), outside, when(above, outside, score))
    }
  })
