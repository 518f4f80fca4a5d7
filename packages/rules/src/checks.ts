/**
 * 审核规则登记: every rule that judges a document. A new rule is written in a folder of content and listed here; rules of a
 * place or of later years stand in the same list, with their jurisdiction and the date from which they hold.
 */
import type { Jurisdiction } from "@juesuan/domain"
import { expenditure } from "./content/identities/expenditure.ts"
import { fiscalSummary } from "./content/identities/fiscal-summary.ts"
import { governmentFund, stateCapital } from "./content/identities/funds-and-capital.ts"
import { furtherInformation } from "./content/identities/further-information.ts"
import { generalPublicBudget } from "./content/identities/general-public-budget.ts"
import { incomeExpenditureSummary } from "./content/identities/income-expenditure-summary.ts"
import { income } from "./content/identities/income.ts"
import { previousYear } from "./content/identities/previous-year.ts"
import { structure } from "./content/identities/structure.ts"
import { threePublic } from "./content/identities/three-public.ts"
import { evaluationRules } from "./content/evaluations/evaluation-rules.ts"
import { printedSharesOf } from "./content/narrative/claim-rule.ts"
import { narrativeRules } from "./content/narrative/rules.ts"
import { type ScoringRuleSet, scoringRuleSets } from "./content/scores/ScoringRuleSet.ts"
import type { CheckRule } from "./judging/CheckRule.ts"
import { jointConsistency } from "./judging/joint/consistency.ts"

/** 勾稽: in the order of the tables. */
const identities: ReadonlyArray<CheckRule> = [
  ...incomeExpenditureSummary,
  ...income,
  ...expenditure,
  ...fiscalSummary,
  ...generalPublicBudget,
  ...governmentFund,
  ...stateCapital,
  ...threePublic,
  ...furtherInformation,
  ...structure
]

/** 勾稽 and 情况说明: the rules that hold wherever they hold in one form. */
const commonRules: ReadonlyArray<CheckRule> = [
  ...identities,
  ...previousYear,
  jointConsistency(identities, printedSharesOf),
  ...narrativeRules
]

/** The scoring variant of a place, as far as it is in force by the end of the year; the place's latest. */
const scoringOf = (jurisdiction: Jurisdiction, year: number): ScoringRuleSet | undefined =>
  scoringRuleSets.findLast(
    ({ policy }) => policy.jurisdiction === jurisdiction && policy.inForceFrom <= `${year}-12-31`
  )

/** Every check rule that is held: identities, claims of the narrative, scores. Further kinds are added here. */
export const checkRules: ReadonlyArray<CheckRule> = [...commonRules, ...evaluationRules()]

/**
 * The rules that judge a disclosure of a place and year: the national ones and those of the place, as far as in force by the
 * end of the year. Where the place is not known (or has no scoring of its own), scores that places compute differently are
 * not judged.
 *
 * @example checkRulesFor("shanxi", 2024)
 */
export const checkRulesFor = (jurisdiction: Jurisdiction, year: number): ReadonlyArray<CheckRule> => [
  ...commonRules.filter(
    (rule) =>
      (rule.jurisdiction === "national" || rule.jurisdiction === jurisdiction) && rule.inForceFrom <= `${year}-12-31`
  ),
  ...evaluationRules(jurisdiction === "national" ? undefined : scoringOf(jurisdiction, year))
]
