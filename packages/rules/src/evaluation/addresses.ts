/** 自评地址: every figure of the evaluations by its address, and by the project's code where the address says its name. */
import type { Evaluation, Figure } from "@juesuan/domain"
import type { EvaluationSummary } from "./EvaluationSummary.ts"

const prefix = "自评/"

/** The figures of an evaluation that are shown. */
const shownFigures = (evaluation: Evaluation): ReadonlyArray<Figure> => {
  const { computed, executionScore, funds, grade, indicatorScore, indicators, stated, total } = evaluation
  const ofIndicators = indicators.flatMap(({ actual, computedScore, reason, score, target, weight }) => [
    target,
    actual,
    weight,
    score,
    computedScore,
    reason
  ])
  return [
    funds.applied,
    funds.approved,
    funds.fullYear,
    funds.executed,
    funds.unspent,
    funds.executionRate,
    funds.initialExecutionRate,
    funds.reason,
    ...ofIndicators,
    executionScore,
    indicatorScore,
    total,
    grade,
    ...Object.values<Figure>(stated),
    ...Object.values<Figure>(computed)
  ]
}

const register = (figures: Map<string, Figure>, figure: Figure): void => {
  if (!figure.ref.startsWith(prefix) || figures.has(figure.ref)) return
  figures.set(figure.ref, figure)
  if (figure.because._tag === "Derived") for (const input of figure.because.inputs) register(figures, input)
}

/**
 * Every figure that has an address, with what it is derived from: `自评/房租费/总分`, `自评/P01/总分`, `自评/优`. A name may
 * hold a slash; so addresses are looked up whole, never taken apart.
 */
export const evaluationFigures = (
  evaluations: ReadonlyArray<Evaluation>,
  summary: EvaluationSummary
): ReadonlyMap<string, Figure> => {
  const figures = new Map<string, Figure>()
  const byCode: Array<readonly [string, Figure]> = []
  for (const evaluation of evaluations) {
    const own = new Map<string, Figure>()
    for (const figure of shownFigures(evaluation)) register(own, figure)
    const named = `${prefix}${evaluation.name}/`
    for (const [ref, figure] of own) {
      figures.set(ref, figure)
      if (ref.startsWith(named)) byCode.push([`${prefix}${evaluation.project}/${ref.slice(named.length)}`, figure])
    }
  }
  for (const figure of [summary.projects, ...Object.values<Figure>(summary.grades), summary.initialBudget]) {
    figures.set(figure.ref, figure)
  }
  for (const [ref, figure] of byCode) if (!figures.has(ref)) figures.set(ref, figure)
  return figures
}
