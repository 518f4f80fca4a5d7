/**
 * 评分规则集: the rules of one scoring policy, ready to be applied. Everything a rule set holds is made from its policy by the
 * files beside this one; the policy stays readable for whoever checks more than scores (weights, thresholds).
 */
import { Grade, IndicatorDirection, IndicatorOperator, Quantities } from "@juesuan/domain"
import type { Rule, RuleHeader } from "../../Rule.ts"
import { executionRate, executionScore, initialExecutionRate } from "./execution-score.ts"
import { guangxi2020 } from "./guangxi-2020.ts"
import { hubei2020 } from "./hubei-2020.ts"
import { national2020 } from "./national-2020.ts"
import { lateCostCap } from "./late-cost-cap.ts"
import { fundRules, initialBudgetTotal } from "./project-funds.ts"
import { lowerEnd, qualitativeScore, scoreWithinBand, upperEnd } from "./qualitative-score.ts"
import {
  type QuantitativeIndicator,
  type QuantitativeRule,
  mixedForms,
  quantitativeScore
} from "./quantitative-score.ts"
import type { ScoringPolicy } from "./ScoringPolicy.ts"
import { shanghai2020 } from "./shanghai-2020.ts"
import { shanxi2024 } from "./shanxi-2024.ts"
import { sichuan2021 } from "./sichuan-2021.ts"
import { gradeOfTotal, indicatorScore, projectsOfGrade, totalScore } from "./totals-and-grades.ts"
import { zhejiang2020 } from "./zhejiang-2020.ts"

export interface ScoringRuleSet {
  readonly policy: ScoringPolicy
  readonly executionRate: Rule<"executed" | "budget">
  readonly initialExecutionRate: Rule<"executed" | "initial">
  readonly executionScore: Rule<"rate">
  readonly quantitativeScore: (about: QuantitativeIndicator) => QuantitativeRule
  readonly mixedForms: (indicator: string) => Rule<never>
  readonly qualitativeScore: RuleHeader
  readonly lowerEnd: Rule<"weight" | "actual">
  readonly upperEnd: Rule<"weight" | "actual">
  readonly scoreWithinBand: (about: {
    readonly indicator: string
    readonly includesUpperEnd: boolean
  }) => Rule<"score" | "low" | "high">
  readonly lateCostCap: Rule<"score" | "filing"> | undefined
  readonly indicatorScore: RuleHeader
  readonly totalScore: Rule<"execution" | "indicators">
  readonly grade: Rule<"total">
  readonly projectsOfGrade: (grade: Grade) => RuleHeader
}

/** The rules that a policy makes. */
export const scoringRuleSet = (policy: ScoringPolicy): ScoringRuleSet => ({
  policy,
  executionRate: executionRate(policy),
  initialExecutionRate: initialExecutionRate(policy),
  executionScore: executionScore(policy),
  quantitativeScore: (about) => quantitativeScore(policy, about),
  mixedForms: (indicator) => mixedForms(policy, indicator),
  qualitativeScore: qualitativeScore(policy),
  lowerEnd: lowerEnd(policy),
  upperEnd: upperEnd(policy),
  scoreWithinBand: (about) => scoreWithinBand(policy, about),
  lateCostCap: lateCostCap(policy),
  indicatorScore: indicatorScore(policy),
  totalScore: totalScore(policy),
  grade: gradeOfTotal(policy),
  projectsOfGrade: (grade) => projectsOfGrade(policy, grade)
})

/** Every scoring rule set that is kept, by id. */
export const scoringRuleSets: ReadonlyArray<ScoringRuleSet> = [
  national2020,
  shanxi2024,
  zhejiang2020,
  hubei2020,
  sichuan2021,
  shanghai2020,
  guangxi2020
].map(scoringRuleSet)

/** The scoring rule set of this id: `scoringRuleSetOf("shanxi-2024")`; `undefined` where none is kept. */
export const scoringRuleSetOf = (id: string): ScoringRuleSet | undefined =>
  scoringRuleSets.find(({ policy }) => policy.id === id)

const directionsAndSigns = IndicatorDirection.ids.flatMap((direction) =>
  IndicatorOperator.ids.map((operator) => ({ direction, operator }))
)

/** Every rule of a set, for registries and listings; rules that are made per indicator appear with a stand-in for it. */
export const scoringRulesOf = (ruleSet: ScoringRuleSet): ReadonlyArray<RuleHeader> => {
  const indicator = "某指标"
  const unit = Quantities.freeUnit("某单位")
  return [
    ...Object.values(fundRules).map(({ header }) => header),
    initialBudgetTotal,
    ruleSet.executionRate,
    ruleSet.initialExecutionRate,
    ruleSet.executionScore,
    ...directionsAndSigns.map((each) => ruleSet.quantitativeScore({ indicator, unit, ...each })),
    ruleSet.mixedForms(indicator),
    ruleSet.qualitativeScore,
    ruleSet.lowerEnd,
    ruleSet.upperEnd,
    ruleSet.scoreWithinBand({ indicator, includesUpperEnd: true }),
    ruleSet.scoreWithinBand({ indicator, includesUpperEnd: false }),
    ...(ruleSet.lateCostCap === undefined ? [] : [ruleSet.lateCostCap]),
    ruleSet.indicatorScore,
    ruleSet.totalScore,
    ruleSet.grade,
    ...Grade.ids.map(ruleSet.projectsOfGrade)
  ]
}
