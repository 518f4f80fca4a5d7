/** 得分的指标: the indicators of a form that have a score, and those among them that are measured in numbers. */
import {
  type Figure,
  type PublishedEvaluation,
  type PublishedIndicator,
  type Quantity,
  Quantities
} from "@juesuan/domain"
import type { Where } from "../../judging/Finding.ts"
import type { ScoringRuleSet } from "../scores/ScoringRuleSet.ts"
import { type ScoringPlace, whereIn } from "./EvaluationRule.ts"
import { isExecution, numberOf } from "./figures-of-evaluation.ts"
import { type Amount, amountIn, inUnitOf } from "./measured.ts"

/** All but the execution of the budget, which has rules of its own. */
export const scored = ({ indicators }: PublishedEvaluation): ReadonlyArray<PublishedIndicator> =>
  indicators.filter((indicator) => !isExecution(indicator))

export interface Measured {
  readonly indicator: PublishedIndicator
  readonly target: Amount
  readonly actual: Amount
  readonly weight: Quantity
  readonly score: NonNullable<ReturnType<typeof numberOf>>
}

/** An indicator with a number as its target and one as its actual, in one unit. */
export const measuredOf = (indicator: PublishedIndicator): Measured | undefined => {
  const [target, reached] = [amountIn(indicator.target), amountIn(indicator.actual)]
  const [weight, score] = [numberOf(indicator.weight), numberOf(indicator.score)]
  if (target === undefined || reached === undefined || weight === undefined || score === undefined) return undefined
  const actual = inUnitOf(target, reached)
  const isBound = reached.operator !== undefined && reached.operator !== "="
  if (actual === undefined || (isBound && Quantities.compare(reached.value, target.value) !== 0)) return undefined
  return { indicator, target, actual, weight: weight.value, score }
}

export const isReasoned = ({ explanation, reason }: PublishedIndicator): boolean =>
  `${reason}${explanation}`.trim() !== ""

export const whereOf = (evaluation: PublishedEvaluation, { name, place }: PublishedIndicator): Where =>
  whereIn(evaluation, { row: name, column: "得分" }, place)

/** The rule set of the place first; where the place is unknown, those that may be meant follow. */
export const ruleSetsOf = ({ others, own }: ScoringPlace): ReadonlyArray<ScoringRuleSet> => [own, ...others]

/** A quantity that the form states, as an input of a rule. */
export const stated = (label: string, quantity: Quantity): Figure => ({
  ref: "",
  label,
  value: { _tag: "Quantity", quantity },
  because: { _tag: "Stated", events: [] }
})

/** Words that the form states. */
export const words = (label: string, text: string): Figure => ({
  ref: "",
  label,
  value: { _tag: "Text", text },
  because: { _tag: "Stated", events: [] }
})
