/**
 * 定量指标计算得分: by direction and sign. The direction says which way better lies and picks the formula; the sign says whether
 * the target itself is enough. Reaching the target gives the full weight, passing it no more (超额 is a matter of reasons).
 *
 * 正向: weight × actual ÷ target. 反向: full up to the target, beyond it by the policy's formula. 适度: weight less the
 * deviation on either side; below the target that is the same as weight × actual ÷ target.
 * No score is computed where the target is not above zero (a share of it has no meaning), where a strict sign (> <) meets
 * an actual equal to the target (missed, but by a share of nothing), or where sign and direction contradict each other.
 */
import type { IndicatorDirection, Unit } from "@juesuan/domain"
import { IndicatorDirection as Directions, IndicatorOperator, Quantities } from "@juesuan/domain"
import {
  type Formula,
  type Reference,
  compares,
  constant,
  difference,
  greatest,
  notApplicable,
  least,
  product,
  quotient,
  rounded,
  when
} from "../../formula/Formula.ts"
import { type Rule, defineRule } from "../../Rule.ts"
import { type ScoringPolicy, headerOf } from "./ScoringPolicy.ts"
import { all, betweenNoneAndAll } from "./share-of-weight.ts"

const { points, quantity } = Quantities

/** Which indicator a rule is applied to: what its reasons name it by, and the unit of its values. */
export interface QuantitativeIndicator {
  readonly indicator: string
  readonly unit: Unit
  readonly direction: IndicatorDirection
  readonly operator: IndicatorOperator
}

export type QuantitativeRule = Rule<"weight" | "actual" | "target">

/** The signs that a direction can have; `strict` are those whose target itself is not enough. */
const signs: { readonly [Direction in IndicatorDirection]: ReadonlyArray<IndicatorOperator> } = {
  higher: [">=", ">", "="],
  lower: ["<=", "<", "="],
  exact: ["="]
}
const strict: ReadonlyArray<IndicatorOperator> = [">", "<"]
const signNames: { readonly [Operator in IndicatorOperator]: string } = {
  ">=": "at-least",
  ">": "more-than",
  "=": "equal",
  "<=": "at-most",
  "<": "less-than"
}

/** By which share the actual is above the target: 1 − this is what is left. */
const lessExcess = (actual: Reference, target: Reference): Formula =>
  difference(all, quotient(difference(actual, target), target))

/** The share of the weight that is earned, for a target above zero. */
const shareOf = (
  policy: ScoringPolicy,
  direction: IndicatorDirection,
  actual: Reference,
  target: Reference
): Formula => {
  switch (direction) {
    case "higher":
      return betweenNoneAndAll(quotient(actual, target))
    case "lower":
      return policy.missedCeiling.formula === "linear"
        ? betweenNoneAndAll(lessExcess(actual, target))
        : quotient(target, greatest(actual, target))
    case "exact":
      return betweenNoneAndAll(least(quotient(actual, target), lessExcess(actual, target)))
  }
}

/** The rule for an indicator of this direction and sign. */
export const quantitativeScore = (policy: ScoringPolicy, about: QuantitativeIndicator): QuantitativeRule => {
  const { direction, indicator, operator, unit } = about
  const terms = `${Directions.labelOf(direction)}，${IndicatorOperator.labelOf(operator)}`
  const citation = direction === "lower" ? policy.missedCeiling.citation : policy.citation
  const head = headerOf(
    policy,
    `quantitative-score.${direction}.${signNames[operator]}`,
    `计算得分（定量指标，${terms}）`,
    citation
  )
  const inputs = {
    weight: { label: "分值", kind: points },
    actual: { label: "实际完成值", kind: unit },
    target: { label: "年度指标值", kind: unit }
  }
  if (!signs[direction].includes(operator)) {
    const reason = `“${indicator}”的指标方向与符号不一致（${terms}）`
    return defineRule({ ...head, inputs, kind: points, formula: () => notApplicable(reason) })
  }
  return defineRule({
    ...head,
    inputs,
    kind: points,
    formula: ({ actual, target, weight }) => {
      const share = shareOf(policy, direction, actual, target)
      const score = rounded(product(weight, share), policy.scoreDigits.digits)
      const onTheEdge = notApplicable(
        `“${indicator}”的实际完成值等于年度指标值，按“${IndicatorOperator.labelOf(operator)}”没有达到，按比例却不扣分`
      )
      return when(
        compares(target, ">", constant(quantity("0", unit))),
        strict.includes(operator) ? when(compares(actual, "=", target), onTheEdge, score) : score,
        notApplicable(`“${indicator}”的年度指标值不大于零，不能按比例计分`)
      )
    }
  })
}

/** A number where words were to be reached, or words where a number was: neither rule applies. */
export const mixedForms = (policy: ScoringPolicy, indicator: string): Rule<never> =>
  defineRule({
    ...headerOf(policy, "mixed-forms", "计算得分（指标值与完成值形式不同）"),
    inputs: {},
    kind: points,
    formula: () => notApplicable(`“${indicator}”的年度指标值与实际完成值，一个是数值，一个是文字`)
  })
