/** 自评审核规则的清单: every rule over published self-evaluations, for a place that is known or not. */
import type { CheckRule } from "../../judging/CheckRule.ts"
import { type ScoringRuleSet, scoringRuleSetOf, scoringRuleSets } from "../scores/ScoringRuleSet.ts"
import { documentRules } from "./document-rules.ts"
import { evaluationRule, type ScoringPlace } from "./EvaluationRule.ts"
import { executionRate, executionScore } from "./execution.ts"
import { executedWithinBudget, fundsTotal, unspent, zeroBudget } from "./funds-amounts.ts"
import { costAgainstExecution, everyTargetMet, missingGroup, savingRate } from "./plausibility.ts"
import { qualitativeScores } from "./qualitative-scores.ts"
import { quantitativeScores } from "./quantitative-scores.ts"
import { belowWeightReasons, executionReasons, overFulfilmentReasons } from "./reasons.ts"
import { oneRate, statedRate } from "./text-rates.ts"
import { statedAmounts, statedScores } from "./text.ts"
import { gradeOfTotal, totalOfScores } from "./totals.ts"
import { scoreWithinWeight, weightSplit, weightsOfGroup, weightsTotal } from "./weights.ts"

const sources = [
  weightsTotal,
  weightsOfGroup,
  weightSplit,
  scoreWithinWeight,
  totalOfScores,
  gradeOfTotal,
  executionRate,
  executionScore,
  unspent,
  fundsTotal,
  executedWithinBudget,
  zeroBudget,
  statedScores,
  statedAmounts,
  statedRate,
  oneRate,
  quantitativeScores,
  qualitativeScores,
  belowWeightReasons,
  overFulfilmentReasons,
  executionReasons,
  everyTargetMet,
  costAgainstExecution,
  savingRate,
  missingGroup
]

const unknownPlace = (): ScoringPlace => {
  const own = scoringRuleSetOf("national-2020")
  if (own === undefined) throw new Error("no national scoring rule set")
  return { own, others: scoringRuleSets.filter((ruleSet) => ruleSet !== own) }
}

/**
 * 自评审核规则. With the scoring rule set of a place its own rules apply; without one the national rules do, and where another
 * place scores differently a difference is not judged.
 *
 * @example evaluationRules(ruleSet.scoring).flatMap(({ judge }) => judge(document))
 */
export const evaluationRules = (ruleSet?: ScoringRuleSet): ReadonlyArray<CheckRule> => {
  const place = ruleSet === undefined ? unknownPlace() : { own: ruleSet, others: [] }
  return [...sources.map((source) => evaluationRule(source, place)), ...documentRules(place)]
}
