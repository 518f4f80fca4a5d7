/** 规则登记: every rule set that is held, and which one applies to a unit's fiscal year. */
import { Jurisdiction as JurisdictionTerms, type Jurisdiction } from "@juesuan/domain"
import * as Result from "effect/Result"
import { nationalNarrative, shanghaiNarrative, shanxiNarrative } from "./content/narrative/forms/forms.ts"
import type { NarrativeForm } from "./content/narrative/forms/NarrativeForm.ts"
import { narrativeFigureRules } from "./content/narrative/relations.ts"
import { budgetRules } from "./content/national/budget.ts"
import { carryoverRules } from "./content/national/carryover.ts"
import { type ScoringRuleSet, scoringRuleSetOf, scoringRulesOf } from "./content/scores/ScoringRuleSet.ts"
import { shanxi2024Tables } from "./content/shanxi-2024/tables.ts"
import { amountPrinting, countPrinting } from "./printing.ts"
import type { RuleHeader } from "./Rule.ts"
import type { RuleSet } from "./RuleSet.ts"
import { rulesOfTable } from "./TableTemplate.ts"

const scoringOf = (id: string): ScoringRuleSet => {
  const found = scoringRuleSetOf(id)
  if (found === undefined) throw new Error(`no scoring rule set ${id}`)
  return found
}

/** A place of which no tables are held: its scoring differs, and its narrative where one is given. */
const withoutTables = (
  jurisdiction: Jurisdiction,
  firstYear: number,
  narrative: NarrativeForm = nationalNarrative
): RuleSet => {
  const id = `${jurisdiction}-${firstYear}`
  return {
    id,
    label: `${JurisdictionTerms.labelOf(jurisdiction)}（${firstYear}年起）`,
    jurisdiction,
    firstYear,
    tables: [],
    scoring: scoringOf(id),
    narrative
  }
}

/** Every rule set; a place or a year is added here. */
export const ruleSets: ReadonlyArray<RuleSet> = [
  {
    id: "national-2020",
    label: "全国（2020年起）",
    jurisdiction: "national",
    firstYear: 2020,
    tables: [],
    scoring: scoringOf("national-2020"),
    narrative: nationalNarrative
  },
  {
    id: "shanxi-2024",
    label: "山西省（2024年度起）",
    jurisdiction: "shanxi",
    firstYear: 2024,
    tables: shanxi2024Tables,
    scoring: scoringOf("shanxi-2024"),
    narrative: shanxiNarrative
  },
  withoutTables("zhejiang", 2020),
  withoutTables("hubei", 2020),
  withoutTables("sichuan", 2021),
  withoutTables("shanghai", 2020, shanghaiNarrative),
  withoutTables("guangxi", 2020)
]

/** No rule set is held that applies to the year. */
export interface NoRuleSet {
  readonly _tag: "NoRuleSet"
  readonly jurisdiction: Jurisdiction
  readonly year: number
  readonly held: ReadonlyArray<string>
}

const appliesIn = (year: number, { firstYear, lastYear }: RuleSet): boolean =>
  firstYear <= year && (lastYear === undefined || year <= lastYear)

/**
 * The rule set of a place for a fiscal year: its own, the latest that applies, or the national one where it has none.
 *
 * @example ruleSetFor("shanxi", 2024) // Result.succeed({ id: "shanxi-2024", … })
 */
export const ruleSetFor = (jurisdiction: Jurisdiction, year: number): Result.Result<RuleSet, NoRuleSet> => {
  const inForce = ruleSets.filter((ruleSet) => appliesIn(year, ruleSet))
  const latest = (of: Jurisdiction): RuleSet | undefined =>
    inForce
      .filter((ruleSet) => ruleSet.jurisdiction === of)
      .toSorted((left, right) => left.firstYear - right.firstYear)
      .at(-1)
  const found = latest(jurisdiction) ?? latest("national")
  return found === undefined
    ? Result.fail({ _tag: "NoRuleSet", jurisdiction, year, held: ruleSets.map(({ id }) => id) })
    : Result.succeed(found)
}

/** The rule set of this id: `ruleSetOf("shanxi-2024")`; `undefined` where none is held. */
export const ruleSetOf = (id: string): RuleSet | undefined => ruleSets.find((ruleSet) => ruleSet.id === id)

/** Every rule of a rule set: of its tables, of the figures that all places share, of its scores. */
export const rulesOf = ({ scoring, tables }: RuleSet): ReadonlyArray<RuleHeader> => [
  ...tables.flatMap(rulesOfTable),
  ...Object.values(carryoverRules),
  ...Object.values(budgetRules),
  ...Object.values(narrativeFigureRules),
  amountPrinting,
  countPrinting,
  ...scoringRulesOf(scoring)
]
