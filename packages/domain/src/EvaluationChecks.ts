/**
 * 分值与得分: whether indicators, weights, actual values and scores of a project fit together. A recorded total that is not
 * the sum of its parts is a finding for the rules, not refused here: somebody did state it.
 */
import { factsOf } from "./LiveFacts.ts"
import { type CurrentIndicator, indicatorsOf, type ProjectState } from "./ProjectState.ts"
import { compare, plus, points, type Quantity, quantity, text } from "./Quantity.ts"
import type { Refusal } from "./Refusal.ts"

/** What the decisions about a project are made in. `weights` are the points that the rule set gives, as text. */
export interface ProjectContext {
  readonly unit: string
  readonly year: number
  readonly project: string
  readonly weights: { readonly execution: string; readonly indicators: string }
}

type Indicators = ReadonlyMap<string, CurrentIndicator>

const pointsOf = (value: string): Quantity => quantity(value, points)

const sumOf = (values: Iterable<string>): Quantity => [...values].map(pointsOf).reduce(plus, pointsOf("0"))

const weightsOf = (indicators: Indicators): Quantity => sumOf([...indicators.values()].map(({ weight }) => weight))

const isAbove = (score: string, weight: string): boolean => compare(pointsOf(score), pointsOf(weight)) > 0

const formFaults = (indicators: Indicators): ReadonlyArray<Refusal> =>
  [...indicators].flatMap(([indicator, { actual, target }]) =>
    actual === undefined || actual.form === target.form
      ? []
      : [{ _tag: "ActualFormMismatch", indicator, expected: target.form, found: actual.form }]
  )

const weightFaults = (
  state: ProjectState,
  indicators: Indicators,
  { project, weights }: ProjectContext
): ReadonlyArray<Refusal> => {
  const sum = weightsOf(indicators)
  const order = compare(sum, pointsOf(weights.indicators))
  if (order > 0) return [{ _tag: "WeightsExceedTotal", project, sum: text(sum), total: weights.indicators }]
  // Of some projects only the conclusion is on record, without any indicator.
  const concluded = factsOf(state, "SelfEvaluationConcluded").length > 0 && indicators.size > 0
  return concluded && order < 0
    ? [{ _tag: "WeightsDoNotAddUp", project, sum: text(sum), expected: weights.indicators }]
    : []
}

const scoreFaults = (indicators: Indicators): ReadonlyArray<Refusal> =>
  [...indicators].flatMap(([indicator, { score, weight }]) =>
    score !== undefined && isAbove(score, weight) ? [{ _tag: "ScoreAboveWeight", indicator, weight, score }] : []
  )

const conclusionFaults = (state: ProjectState, { weights }: ProjectContext): ReadonlyArray<Refusal> => {
  const all = text(sumOf([weights.execution, weights.indicators]))
  return factsOf(state, "SelfEvaluationConcluded").flatMap(({ executionScore, indicatorScore, total }) =>
    (
      [
        ["execution", executionScore, weights.execution],
        ["indicators", indicatorScore, weights.indicators],
        ["total", total, all]
      ] as const
    ).flatMap(([part, score, weight]) =>
      score !== undefined && isAbove(score, weight)
        ? [{ _tag: "ConclusionAboveWeight", part, weight, score } as const]
        : []
    )
  )
}

const faultsOf = (state: ProjectState, context: ProjectContext): ReadonlyArray<Refusal> => {
  const indicators = indicatorsOf(state)
  return [
    ...formFaults(indicators),
    ...weightFaults(state, indicators, context),
    ...scoreFaults(indicators),
    ...conclusionFaults(state, context)
  ]
}

/** What does not fit after a change of the books and was not so before it. */
export const refusedEvaluation = (
  before: ProjectState,
  after: ProjectState,
  context: ProjectContext
): Refusal | undefined => {
  const faults = faultsOf(after, context)
  if (faults.length === 0) return undefined
  const known = new Set(faultsOf(before, context).map((fault) => JSON.stringify(fault)))
  return faults.find((fault) => !known.has(JSON.stringify(fault)))
}
