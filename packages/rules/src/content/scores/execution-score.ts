/**
 * 预算执行率得分: 分值 × 执行率, at most the weight. The rate is always named with its denominator: 全年预算数 is what is scored,
 * 年初预算数 is what reports quote beside it.
 */
import { Quantities } from "@juesuan/domain"
import {
  compares,
  constant,
  notApplicable,
  parameter,
  product,
  quotient,
  rounded,
  when
} from "../../formula/Formula.ts"
import { type Rule, defineRule } from "../../Rule.ts"
import { type ScoringPolicy, headerOf } from "./ScoringPolicy.ts"
import { betweenNoneAndAll } from "./share-of-weight.ts"

const { points, quantity, ratio, yuan } = Quantities

const none = constant(quantity("0", yuan))

/** 执行率（全年预算）. */
export const executionRate = (policy: ScoringPolicy): Rule<"executed" | "budget"> =>
  defineRule({
    ...headerOf(policy, "execution-rate", "预算执行率"),
    inputs: {
      executed: { label: "全年执行数", kind: yuan },
      budget: { label: policy.rateBase, kind: yuan }
    },
    kind: ratio,
    formula: ({ budget, executed }) => {
      const rate = quotient(executed, budget)
      if (policy.zeroBudget._tag === "NoRate") return rate
      const { citation, rate: given } = policy.zeroBudget
      const ofNothing = parameter("零预算零执行时的执行率", quantity(given, ratio), citation)
      const unbudgeted = notApplicable(`${policy.rateBase}为零而有执行数`)
      return when(compares(budget, "=", none), when(compares(executed, "=", none), ofNothing, unbudgeted), rate)
    }
  })

/** 执行率（年初预算）: never scored. */
export const initialExecutionRate = (policy: ScoringPolicy): Rule<"executed" | "initial"> =>
  defineRule({
    ...headerOf(policy, "initial-execution-rate", "年初预算执行率"),
    inputs: {
      executed: { label: "全年执行数", kind: yuan },
      initial: { label: "预算编制数", kind: yuan }
    },
    kind: ratio,
    formula: ({ executed, initial }) => quotient(executed, initial)
  })

/** 预算执行率得分, rounded as every score is. */
export const executionScore = (policy: ScoringPolicy): Rule<"rate"> =>
  defineRule({
    ...headerOf(policy, "execution-score", "预算执行率得分"),
    inputs: { rate: { label: "预算执行率", kind: ratio } },
    kind: points,
    formula: ({ rate }) =>
      rounded(
        product(
          parameter("预算执行率分值", quantity(policy.weights.execution, points), policy.citation),
          betweenNoneAndAll(rate)
        ),
        policy.scoreDigits.digits
      )
  })
