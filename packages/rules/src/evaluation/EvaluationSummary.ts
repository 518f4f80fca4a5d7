/** 自评汇总: how many projects, how many of each grade, and their year-start budgets together, as the narrative states them. */
import { type Evaluation, type Figure, type Grade, type Ledger, Quantities } from "@juesuan/domain"
import { initialBudgetTotal } from "../content/scores/project-funds.ts"
import type { ScoringRuleSet } from "../content/scores/ScoringRuleSet.ts"

import { constant, is, reference, sumOver, when } from "../formula/Formula.ts"
import { derived } from "../Rule.ts"
import { sourceOf, summed } from "./Evaluations.ts"
import { type EvaluationScope, projectRecords } from "./ProjectRecord.ts"
import { statedCount } from "./stated-figures.ts"

export interface EvaluationSummary {
  /** 项目个数: all projects of the year, evaluated or not, so that it can be held against the grades. */
  readonly projects: Figure
  readonly grades: { readonly [Id in Grade]: Figure }
  /** 年初预算合计, in 元. */
  readonly initialBudget: Figure
}

const count = Quantities.freeUnit("个")
const [one, none] = [constant(Quantities.quantity("1", count)), constant(Quantities.quantity("0", count))]

/** The projects with this grade; a project without a grade is in none of the counts. */
const graded = (evaluations: ReadonlyArray<Evaluation>, grade: Grade, ruleSet: ScoringRuleSet): Figure => {
  const label = ruleSet.policy.grades.names[grade]
  const known = evaluations.filter((each) => each.grade.value._tag === "Text")
  const terms = known.map((each) => when(is(reference(each.grade.ref, each.grade.label, "words"), label), one, none))
  return derived(
    { ref: `自评/${label}`, label: `自评等级为“${label}”的项目个数` },
    { rule: ruleSet.projectsOfGrade(grade), formula: sumOver("各项目", terms, count) },
    sourceOf(known.map((each) => each.grade))
  )
}

/** Sums up the evaluations of a year that `deriveEvaluations` gave for the same ledger and scope. */
export const summarizeEvaluations = (
  ledger: Ledger,
  scope: EvaluationScope,
  from: { readonly evaluations: ReadonlyArray<Evaluation>; readonly ruleSet: ScoringRuleSet }
): EvaluationSummary => {
  const { evaluations, ruleSet } = from
  const events = projectRecords(ledger, scope).map(({ knownBy }) => knownBy)
  const gradeCount = (grade: Grade): Figure => graded(evaluations, grade, ruleSet)
  return {
    projects: statedCount({ ref: "自评/项目个数", label: "自评项目个数" }, events, count),
    grades: {
      excellent: gradeCount("excellent"),
      good: gradeCount("good"),
      fair: gradeCount("fair"),
      poor: gradeCount("poor")
    },
    initialBudget: summed(
      { ref: "自评/年初预算合计", label: initialBudgetTotal.label },
      {
        rule: initialBudgetTotal,
        over: "各项目预算编制数",
        needs: "项目",
        figures: evaluations.map(({ funds }) => funds.approved),
        unit: Quantities.yuan
      }
    )
  }
}
