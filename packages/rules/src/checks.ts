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
import { structure } from "./content/identities/structure.ts"
import { threePublic } from "./content/identities/three-public.ts"
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

/** Every check rule that is held: identities, claims of the narrative, scores. Further kinds are added here. */
export const checkRules: ReadonlyArray<CheckRule> = [...identities, jointConsistency(identities)]

/**
 * The rules that judge a disclosure of a place and year: the national ones and those of the place, as far as in force by the
 * end of the year.
 *
 * @example checkRulesFor("shanxi", 2024)
 */
export const checkRulesFor = (jurisdiction: Jurisdiction, year: number): ReadonlyArray<CheckRule> =>
  checkRules.filter(
    (rule) =>
      (rule.jurisdiction === "national" || rule.jurisdiction === jurisdiction) && rule.inForceFrom <= `${year}-12-31`
  )
