/**
 * 总得分与等级: the indicators' scores add up, the execution score comes on top, the total falls into a grade. The same rules
 * serve the recorded scores and, beside them, the computed ones.
 */
import { type Grade, Quantities } from "@juesuan/domain"
import { banded, sum } from "../../formula/Formula.ts"
import { type Rule, type RuleHeader, defineRule } from "../../Rule.ts"
import { type ScoringPolicy, headerOf } from "./ScoringPolicy.ts"

const { points, quantity } = Quantities

/** 指标得分合计. */
export const indicatorScore = (policy: ScoringPolicy): RuleHeader => headerOf(policy, "indicator-score", "指标得分合计")

/** 总得分. */
export const totalScore = (policy: ScoringPolicy): Rule<"execution" | "indicators"> =>
  defineRule({
    ...headerOf(policy, "total-score", "总得分"),
    inputs: {
      execution: { label: "预算执行率得分", kind: points },
      indicators: { label: "指标得分合计", kind: points }
    },
    kind: points,
    formula: ({ execution, indicators }) => sum(execution, indicators)
  })

/** 等级. */
export const gradeOfTotal = (policy: ScoringPolicy): Rule<"total"> =>
  defineRule({
    ...headerOf(policy, "grade", "等级"),
    inputs: { total: { label: "总得分", kind: points } },
    kind: "words",
    formula: ({ total }) =>
      banded(
        total,
        policy.grades.from.map(([from, grade]) => [quantity(from, points), policy.grades.names[grade]]),
        policy.grades.names[policy.grades.below]
      )
  })

/** 各等级的项目个数. */
export const projectsOfGrade = (policy: ScoringPolicy, grade: Grade): RuleHeader =>
  headerOf(policy, `projects-graded.${grade}`, `自评等级为“${policy.grades.names[grade]}”的项目个数`)
