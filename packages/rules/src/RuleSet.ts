/** 规则集: the rules of one jurisdiction from a year on. A law that changes adds a rule set or a rule; none is ever edited. */
import type { Jurisdiction } from "@juesuan/domain"
import type { NarrativeForm } from "./content/narrative/forms/NarrativeForm.ts"
import type { ScoringRuleSet } from "./content/scores/ScoringRuleSet.ts"
import type { TableTemplate } from "./TableTemplate.ts"

export interface RuleSet {
  /** `shanxi-2024`: jurisdiction and first year. */
  readonly id: string
  readonly label: string
  readonly jurisdiction: Jurisdiction
  /** First and, where a later set took its place, last fiscal year it applies to. */
  readonly firstYear: number
  readonly lastYear?: number
  /** The forms of the place, in order; empty where none are held. */
  readonly tables: ReadonlyArray<TableTemplate>
  readonly scoring: ScoringRuleSet
  /** How the place writes 情况说明. */
  readonly narrative: NarrativeForm
}
