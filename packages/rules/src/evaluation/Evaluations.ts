/**
 * 项目支出绩效自评: the self-evaluations of a year, derived from the ledger by a scoring rule set. Recorded scores add up to the
 * recorded total; beside it stands the total that the rules alone would give, where they give one.
 */
import type { Evaluation, Figure, Ledger, Unit } from "@juesuan/domain"
import { Quantities } from "@juesuan/domain"
import type { ScoringRuleSet } from "../content/scores/ScoringRuleSet.ts"
import type { FigureSource } from "../formula/evaluate.ts"
import { reference, sumOver } from "../formula/Formula.ts"
import { type RuleHeader, applyRule, derived } from "../Rule.ts"
import { deriveFunds } from "./funds.ts"
import { isCost, scoreIndicator } from "./indicators.ts"
import { type EvaluationScope, type ProjectRecord, projectRecords } from "./ProjectRecord.ts"
import { type At, statedQuantity, statedText, within } from "./stated-figures.ts"

/** Figures that are added up under a rule; where there are none the sum is missing, not zero, for want of `needs`. */
export interface Series {
  readonly rule: RuleHeader
  readonly over: string
  readonly needs: string
  readonly figures: ReadonlyArray<Figure>
  readonly unit: Unit
}

/** Formulas over figures that are at hand; they select no entries. */
export const sourceOf = (figures: ReadonlyArray<Figure>): FigureSource => {
  const byRef = new Map(figures.map((figure) => [figure.ref, figure]))
  if (byRef.size < new Set(figures).size) throw new Error("two figures at one address")
  return {
    figureAt: (ref) => byRef.get(ref),
    sumOf: () => {
      throw new Error("a formula over figures selects entries")
    }
  }
}

export const summed = (at: At, { figures, needs, over, rule, unit }: Series): Figure => {
  const terms = figures.map(({ label, ref }) => reference(ref, label, unit))
  const formula = terms.length === 0 ? reference("", needs, unit) : sumOver(over, terms, unit)
  return derived(at, { rule, formula }, sourceOf(figures))
}

/** What the unit's own conclusion states, as it is. */
const statedResult = (
  { conclusion, name }: ProjectRecord,
  { base, ruleSet }: { readonly base: string; readonly ruleSet: ScoringRuleSet }
): Evaluation["stated"] => {
  const at = (address: string): At => ({ ref: `${base}/自评结论/${address}`, label: `${name}自评结论的${address}` })
  const scoreAt = (address: string, part: "executionScore" | "indicatorScore" | "total"): Figure =>
    statedQuantity(
      at(address),
      within(conclusion, (value) => value[part]),
      Quantities.points
    )
  return {
    executionScore: scoreAt("执行率得分", "executionScore"),
    indicatorScore: scoreAt("指标得分", "indicatorScore"),
    total: scoreAt("总分", "total"),
    grade: statedText(
      at("等级"),
      within(conclusion, ({ grade }) => ruleSet.policy.grades.names[grade])
    )
  }
}

/** Indicator scores, total and grade from the scores of one kind: the recorded ones or the computed ones. */
const resultOf = (
  ruleSet: ScoringRuleSet,
  from: { readonly execution: Figure; readonly scores: ReadonlyArray<Figure> },
  at: { readonly indicators: At; readonly total: At; readonly grade: At }
): Evaluation["computed"] => {
  const indicatorScore = summed(at.indicators, {
    rule: ruleSet.indicatorScore,
    over: "各指标得分",
    needs: "绩效指标",
    figures: from.scores,
    unit: Quantities.points
  })
  const total = applyRule(ruleSet.totalScore, { execution: from.execution, indicators: indicatorScore }, at.total)
  return { indicatorScore, total, grade: applyRule(ruleSet.grade, { total }, at.grade) }
}

const evaluate = (
  ledger: Ledger,
  project: ProjectRecord,
  { base, ruleSet }: { readonly base: string; readonly ruleSet: ScoringRuleSet }
): Evaluation => {
  const at = (address: string, label: string): At => ({ ref: `${base}/${address}`, label: `${project.name}${label}` })
  const withoutInitialCost = !project.indicators.some((each) => isCost(each) && each.filing.value === "initial")
  const scored = project.indicators.map((record) =>
    scoreIndicator(record, { base: `${base}/${record.indicator}`, ruleSet, withoutInitialCost })
  )
  const funds = deriveFunds(ledger, project, { base, ruleSet })
  const execution = applyRule(ruleSet.executionScore, { rate: funds.executionRate }, at("执行率得分", "预算执行率得分"))
  const recorded = resultOf(
    ruleSet,
    { execution, scores: scored.map(({ indicator }) => indicator.score) },
    { indicators: at("指标得分", "指标得分合计"), total: at("总分", "总得分"), grade: at("等级", "等级") }
  )
  const computed = resultOf(
    ruleSet,
    { execution, scores: scored.map(({ counted }) => counted) },
    {
      indicators: at("计算指标得分", "计算指标得分合计（定性指标取档内的记录得分）"),
      total: at("计算总分", "计算总得分（定性指标取档内的记录得分）"),
      grade: at("计算等级", "计算等级")
    }
  )
  const conclusion = within(project.conclusion, ({ grade }) => ruleSet.policy.grades.names[grade])
  return {
    project: project.code,
    name: project.name,
    funds,
    indicators: scored.map(({ indicator }) => indicator),
    executionScore: execution,
    indicatorScore: recorded.indicatorScore,
    total: recorded.total,
    // Where only a grade was stated and nothing is there to score, the stated grade is the grade.
    grade: project.indicators.length === 0 ? statedText(at("等级", "等级"), conclusion) : recorded.grade,
    stated: statedResult(project, { base, ruleSet }),
    computed
  }
}

/** The addresses of projects: by name, or by code where a name is not theirs alone (another's name, or another's code). */
const basesOf = (projects: ReadonlyArray<ProjectRecord>): ((project: ProjectRecord) => string) => {
  const taken = new Set(projects.map(({ code }) => code))
  const shared = new Set<string>()
  for (const { name } of projects) (taken.has(name) ? shared : taken).add(name)
  return ({ code, name }) => `自评/${shared.has(name) ? code : name}`
}

/**
 * The self-evaluations of all projects of a year, by project code. Every figure carries its reason; nothing depends on the
 * order of independent events.
 *
 * @example
 * const [rent] = deriveEvaluations(ledger, { unit: "023001", year: 2024 }, shanxi)
 * rent.total // 自评/房租费/总分 = 95分 ⇐ 预算执行率得分 + 指标得分合计
 */
export const deriveEvaluations = (
  ledger: Ledger,
  scope: EvaluationScope,
  ruleSet: ScoringRuleSet
): ReadonlyArray<Evaluation> => {
  const projects = projectRecords(ledger, scope)
  const baseOf = basesOf(projects)
  return projects.map((project) => evaluate(ledger, project, { base: baseOf(project), ruleSet }))
}
