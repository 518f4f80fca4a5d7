/** 值得一看: targets that equal every actual, costs that are not what was paid, rates of saving that no amount gives, groups that are missing. */
import {
  IndicatorGroup,
  type PublishedEvaluation,
  type PublishedIndicator,
  Quantities,
  type Quantity
} from "@juesuan/domain"
import type { Judgement } from "../../judging/Finding.ts"
import {
  dividedByInterval,
  exactly,
  type Interval,
  minusInterval,
  ofPrinted,
  overlap,
  widened
} from "../../judging/Interval.ts"
import { type EvaluationRuleSource, failed, insufficient, pass, whereIn } from "./EvaluationRule.ts"
import {
  amountOf,
  groupOf,
  isCost,
  isExecution,
  mainFunds,
  numberOf,
  percent,
  printedAmount
} from "./figures-of-evaluation.ts"
import { type Amount, amountIn, inUnitOf, inYuan } from "./measured.ts"

/** Fewer than this say nothing: a project with two targets may well have met both to the digit. */
const fewestTargets = 4

export const everyTargetMet: EvaluationRuleSource = {
  name: "every-target-met-to-the-digit",
  label: "完成值全部等于指标值",
  labelEn: "Every actual value equals its target",
  kind: "plausibility",
  strength: "soft",
  severity: "note",
  statement: {
    zh: "定量指标的完成值一个不差地等于指标值的，核对完成值是不是照抄指标值",
    en: "where every actual equals its target to the digit, see whether actuals were copied from targets"
  },
  judge: (evaluation, about) => {
    const pairs = evaluation.indicators.flatMap(({ actual, target }) => {
      const [aim, reached] = [amountIn(target), amountIn(actual)]
      const same = aim && reached && inUnitOf(aim, reached)
      return aim === undefined || same === undefined ? [] : [Quantities.compare(aim.value, same.value) === 0]
    })
    if (pairs.length < fewestTargets) return []
    if (!pairs.every(Boolean)) return [pass]
    return [
      failed(about, {
        severity: "note",
        message: {
          zh: `“${evaluation.project}”的 ${pairs.length} 个定量指标，完成值都与指标值完全相同`,
          en: `all ${pairs.length} quantitative indicators of “${evaluation.project}” reached exactly their targets`
        },
        where: [whereIn(evaluation, { column: "实际完成值" }, evaluation.indicators[0]?.place ?? evaluation.place)]
      })
    ]
  }
}

const tenPower = (digits: number): string => (digits === 0 ? "0.5" : `0.${"0".repeat(digits)}5`)

/** What an amount of money that was printed in a unit can stand for. */
const intervalOfMoney = (amount: Amount): Interval | undefined => {
  const value = inYuan(amount)
  const half = inYuan({ ...amount, value: Quantities.quantity(tenPower(amount.digits), amount.value.unit) })
  return value === undefined || half === undefined ? undefined : widened(exactly(value), half)
}

interface Cost {
  readonly indicator: PublishedIndicator
  readonly target: Interval
  readonly actual: Interval
}

/** A cost indicator on money alone (万元, not 元/吨), in 元. */
const costOf = (indicator: PublishedIndicator): Cost | undefined => {
  const [aim, reached] = [amountIn(indicator.target), amountIn(indicator.actual)]
  if (!isCost(indicator) || aim === undefined || reached === undefined) return undefined
  const [target, actual] = [
    intervalOfMoney(aim),
    intervalOfMoney(reached.unit === "" ? { ...reached, unit: aim.unit } : reached)
  ]
  return target === undefined || actual === undefined ? undefined : { indicator, target, actual }
}

/** Whether the target of a cost is the whole budget: then its actual is the whole execution. */
const isWholeCost = (evaluation: PublishedEvaluation, { target }: Cost): boolean => {
  const funds = mainFunds(evaluation)
  return [funds?.initial, funds?.fullYear, funds?.applied].some((printed) => {
    const budget = numberOf(printed)
    return budget !== undefined && budget.value.unit.kind === "yuan" && overlap(ofPrinted(budget), target)
  })
}

const middle = ({ high, low }: Interval): Quantity => {
  const half = Quantities.quantity("0.5", Quantities.ratio)
  return Quantities.plus(low, Quantities.times(Quantities.minus(high, low), half, low.unit))
}

const inTenThousand = (value: Quantity): string => `${Quantities.text(Quantities.inTenThousandYuan(value))}万元`

export const costAgainstExecution: EvaluationRuleSource = {
  name: "cost-against-execution",
  label: "成本指标与全年执行数",
  labelEn: "Cost indicators and the amount executed",
  kind: "plausibility",
  strength: "soft",
  severity: "warning",
  statement: {
    zh: "成本指标的指标值就是项目预算的，实际完成值应与全年执行数相符",
    en: "where the target of a cost is the budget of the project, its actual is what was spent"
  },
  judge: (evaluation, about) =>
    evaluation.indicators.flatMap((indicator): ReadonlyArray<Judgement> => {
      const cost = costOf(indicator)
      const executed = amountOf(evaluation, mainFunds(evaluation)?.executed)
      if (cost === undefined || executed === undefined || executed.low.unit.kind !== "yuan") return []
      if (!isWholeCost(evaluation, cost)) return []
      if (overlap(cost.actual, executed)) return [pass]
      const spent = inTenThousand(middle(executed))
      return [
        failed(about, {
          severity: "warning",
          message: {
            zh: `“${evaluation.project}”的“${indicator.name}”完成值 ${indicator.actual}（指标值 ${indicator.target} 即项目预算），全年执行数为 ${spent}`,
            en: `“${indicator.name}” of “${evaluation.project}” reached ${indicator.actual} (its target ${indicator.target} is the budget); what was spent is ${spent}`
          },
          where: [whereIn(evaluation, { row: indicator.name, column: "实际完成值" }, indicator.place)],
          expected: spent,
          found: indicator.actual
        })
      ]
    })
}

/** 节约率 as the amounts give it: what was not spent of the budget of the start, or of the whole of the year. */
const savingRates = (evaluation: PublishedEvaluation): ReadonlyArray<Interval> => {
  const funds = mainFunds(evaluation)
  const executed = amountOf(evaluation, funds?.executed)
  if (executed === undefined) return []
  return [funds?.initial, funds?.fullYear].flatMap((printed) => {
    const budget = printedAmount(evaluation, printed)
    return (budget && dividedByInterval(minusInterval(budget, executed), budget, Quantities.ratio)) ?? []
  })
}

const percentOf = ({ digits, value }: Amount): Interval => {
  const hundredth = Quantities.quantity("0.01", Quantities.ratio)
  const share = (amount: Quantity) => Quantities.times(amount, hundredth, Quantities.ratio)
  return widened(exactly(share(value)), share(Quantities.quantity(tenPower(digits), value.unit)))
}

export const savingRate: EvaluationRuleSource = {
  name: "saving-rate",
  label: "成本节约率与资金",
  labelEn: "Rate of cost saved and the funds",
  kind: "plausibility",
  strength: "soft",
  severity: "note",
  statement: {
    zh: "成本节约率的完成值与（预算 − 执行）÷ 预算相比，相差的核对口径",
    en: "the rate of saving that was reached beside (budget − executed) ÷ budget: where they differ, see what it is of"
  },
  judge: (evaluation, about) =>
    evaluation.indicators.flatMap((indicator): ReadonlyArray<Judgement> => {
      const reached = amountIn(indicator.actual)
      const rates = savingRates(evaluation)
      const [first] = rates
      if (!/节约率|节支率/u.test(indicator.name) || reached === undefined || first === undefined) return []
      if (rates.some((rate) => overlap(rate, percentOf(reached)))) return [pass]
      const different = [...new Set(rates.map(middle).map(percent))]
      const expected = different.join("、")
      return [
        failed(about, {
          severity: "note",
          message: {
            zh: `“${evaluation.project}”的“${indicator.name}”完成 ${indicator.actual}，按预算与执行数计算为 ${expected}`,
            en: `“${indicator.name}” of “${evaluation.project}” is ${indicator.actual}; by budget and execution it is ${different.join(" or ")}`
          },
          where: [whereIn(evaluation, { row: indicator.name, column: "实际完成值" }, indicator.place)],
          expected,
          found: indicator.actual
        })
      ]
    })
}

const required: ReadonlyArray<IndicatorGroup> = ["output", "benefit", "satisfaction"]

export const missingGroup: EvaluationRuleSource = {
  name: "missing-group",
  label: "一级指标齐全",
  labelEn: "All first-level indicators are there",
  kind: "plausibility",
  strength: "soft",
  severity: "note",
  statement: {
    zh: "产出、效益、满意度三类指标齐全，不设其中一类的须有说明",
    en: "output, benefit and satisfaction all have indicators; one that has none is to be explained"
  },
  judge: (evaluation, about) => {
    const groups = evaluation.indicators.filter((each) => !isExecution(each)).map(groupOf)
    if (groups.length === 0) return []
    if (groups.includes(undefined))
      return [insufficient("有的一级指标不能归类", "a first-level indicator belongs to no known group")]
    const missing = required.filter((group) => !groups.includes(group))
    if (missing.length === 0) return [pass]
    const named = missing.map(IndicatorGroup.labelOf).join("、")
    return [
      failed(about, {
        severity: "note",
        message: {
          zh: `“${evaluation.project}”没有${named}`,
          en: `“${evaluation.project}” has no indicators of ${missing.join(", ")}`
        },
        where: [whereIn(evaluation, { column: "一级指标" }, evaluation.place)]
      })
    ]
  }
}
