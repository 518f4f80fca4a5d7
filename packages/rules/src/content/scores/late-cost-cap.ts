/**
 * 成本指标封顶: where a project filed no cost indicator at the start of the year, one that is filed later scores at most so
 * much. It works on what the score would be otherwise, number or end of a band.
 */
import { Quantities } from "@juesuan/domain"
import { is, least, parameter, when } from "../../formula/Formula.ts"
import { type Rule, defineRule } from "../../Rule.ts"
import { type ScoringPolicy, headerOf } from "./ScoringPolicy.ts"

const { points, quantity } = Quantities

/** How the filing of an indicator is worded; the cap below asks for it. */
export const filingLabels = { initial: "年初申报", late: "年中补报" } as const

/** 成本指标封顶: a computed score of a cost indicator, held to the cap where it was filed after the start of the year. */
export const lateCostCap = (policy: ScoringPolicy): Rule<"score" | "filing"> | undefined => {
  const cap = policy.lateCostCap
  if (cap === undefined) return undefined
  return defineRule({
    ...headerOf(policy, "late-cost-cap", "计算得分（年初未填报成本指标，封顶）", cap.citation),
    inputs: {
      score: { label: "按完成情况的得分", kind: points },
      filing: { label: "申报时间", kind: "words" }
    },
    kind: points,
    formula: ({ filing, score }) =>
      when(
        is(filing, filingLabels.late),
        least(score, parameter("年初未填报成本指标的最高得分", quantity(cap.points, points), cap.citation)),
        score
      )
  })
}
