/** 原因: where a form has to say why: below the weight, far above the target, an execution that fell short or a budget that changed. */
import { type PublishedEvaluation, type PublishedFunds, type PublishedIndicator, Quantities } from "@juesuan/domain"
import type { Judgement } from "../../judging/Finding.ts"
import type { ScoringRuleSet } from "../scores/ScoringRuleSet.ts"
import { type EvaluationRuleSource, failed, type Judging, notApplicable, pass, whereIn } from "./EvaluationRule.ts"
import { isCost, isSame, numberOf, percent, printedText } from "./figures-of-evaluation.ts"
import { judgeResult } from "./qualitative-scores.ts"
import { judgeMeasured } from "./quantitative-scores.ts"
import { isReasoned, type Measured, measuredOf, scored, whereOf } from "./scored-indicators.ts"

/** Whether a rule over scores has had its say on the score. */
const isJudged = (evaluation: PublishedEvaluation, indicator: PublishedIndicator, about: Judging): boolean => {
  const measured = measuredOf(indicator)
  const judgement =
    measured === undefined ? judgeResult(evaluation, indicator, about)[0] : judgeMeasured(evaluation, measured, about)
  return judgement?.outcome === "fail"
}

export const belowWeightReasons: EvaluationRuleSource = {
  name: "reason-below-weight",
  label: "得分低于分值的原因",
  labelEn: "Reason of a score below its weight",
  kind: "plausibility",
  strength: "soft",
  severity: "warning",
  statement: {
    zh: "得分低于分值的指标，写明偏差原因及改进措施",
    en: "an indicator scored below its weight states why, and what will be done"
  },
  judge: (evaluation, about) =>
    scored(evaluation).flatMap((indicator): ReadonlyArray<Judgement> => {
      const [weight, score] = [numberOf(indicator.weight), numberOf(indicator.score)]
      if (weight === undefined || score === undefined || Quantities.compare(score.value, weight.value) >= 0) return []
      if (isReasoned(indicator) || isJudged(evaluation, indicator, about)) return [pass]
      return [
        failed(about, {
          severity: "warning",
          message: {
            zh: `“${evaluation.project}”的“${indicator.name}”得分 ${score.text}，低于分值 ${weight.text}，没有写偏差原因`,
            en: `“${indicator.name}” of “${evaluation.project}” scores ${score.text} of ${weight.text} and no reason is given`
          },
          where: [
            whereIn(evaluation, { row: indicator.name, column: "偏差原因" }, indicator.place),
            whereOf(evaluation, indicator)
          ]
        })
      ]
    })
}

/** Whether an actual is above its target by the policy's limit; `undefined` where more is not better or there is no ratio. */
const isOverFulfilled = ({ actual, indicator, target }: Measured, { policy }: ScoringRuleSet): boolean | undefined => {
  const isHigher =
    target.operator === ">=" || target.operator === ">" || (target.operator === undefined && !isCost(indicator))
  if (!isHigher) return undefined
  const { from, ofZeroFrom } = policy.overFulfilment
  const unit = target.value.unit
  if (Quantities.isZero(target.value))
    return ofZeroFrom === undefined
      ? undefined
      : Quantities.compare(actual.value, Quantities.quantity(ofZeroFrom, unit)) >= 0
  const limit = Quantities.times(target.value, Quantities.quantity(from, Quantities.ratio), unit)
  return Quantities.compare(actual.value, limit) >= 0
}

export const overFulfilmentReasons: EvaluationRuleSource = {
  name: "reason-over-fulfilment",
  label: "超额完成较多的原因",
  labelEn: "Reason of much over-fulfilment",
  kind: "plausibility",
  strength: "soft",
  severity: "note",
  statement: {
    zh: "完成值高出指标值较多（多数地方为120%以上）的，写明原因，核对指标值是否定得过低",
    en: "an actual far above its target (120 % and more in most places) states why: the target may have been too low"
  },
  judge: (evaluation, about) =>
    scored(evaluation).flatMap((indicator): ReadonlyArray<Judgement> => {
      const measured = measuredOf(indicator)
      const isOver = measured && isOverFulfilled(measured, about.place.own)
      if (isOver === undefined) return []
      if (!isOver || isReasoned(indicator)) return [pass]
      return [
        failed(about, {
          severity: "note",
          message: {
            zh: `“${evaluation.project}”的“${indicator.name}”：指标值 ${indicator.target}，完成 ${indicator.actual}，高出较多，没有写原因`,
            en: `“${indicator.name}” of “${evaluation.project}”: target ${indicator.target}, reached ${indicator.actual}: far above it, and no reason is given`
          },
          where: [whereIn(evaluation, { row: indicator.name, column: "实际完成值" }, indicator.place)],
          expected: indicator.target,
          found: indicator.actual
        })
      ]
    })
}

const isExecutionExplained = ({ funds, paragraphs }: PublishedEvaluation): boolean =>
  funds.some(({ reason }) => reason !== "") || paragraphs.some(({ text }) => text.includes("原因"))

const isBelow = ({ rate }: PublishedFunds, limit: string | undefined): boolean => {
  const printed = numberOf(rate)
  return (
    limit !== undefined &&
    printed !== undefined &&
    Quantities.compare(printed.value, Quantities.quantity(limit, Quantities.ratio)) < 0
  )
}

const isBudgetChanged = (row: PublishedFunds): boolean => {
  const [initial, fullYear] = [numberOf(row.initial), numberOf(row.fullYear)]
  if (initial === undefined || fullYear === undefined) return false
  return Quantities.sameUnit(initial.value.unit, fullYear.value.unit) && !isSame(initial.value, fullYear.value)
}

export const executionReasons: EvaluationRuleSource = {
  name: "reason-execution",
  label: "预算执行偏差的原因",
  labelEn: "Reason of a deviation in execution",
  kind: "plausibility",
  strength: "soft",
  severity: "warning",
  statement: {
    zh: "地方要求说明的：预算执行率低于规定比例，或年中调整了预算",
    en: "where the place asks for it: why the rate is below its limit, or why the budget was changed in mid-year"
  },
  judge: (evaluation, about): ReadonlyArray<Judgement> => {
    const { reasonRequired } = about.place.own.policy
    if (reasonRequired.rateBelow === undefined && reasonRequired.budgetChanged === undefined)
      return [
        notApplicable("这个地方没有这项要求，或地区不明", "the place does not ask for it, or the place is unknown")
      ]
    const row = evaluation.funds[0]
    if (row === undefined) return []
    const isLow = isBelow(row, reasonRequired.rateBelow?.rate)
    const isChanged = reasonRequired.budgetChanged !== undefined && isBudgetChanged(row)
    if (isExecutionExplained(evaluation) || (!isLow && !isChanged)) return [pass]
    const rate = printedText(row.rate)
    const limit = percent(Quantities.quantity(reasonRequired.rateBelow?.rate ?? "1", Quantities.ratio))
    return [
      failed(about, {
        severity: "warning",
        message: {
          zh: `“${evaluation.project}”${isLow ? `预算执行率 ${rate}，低于 ${limit}` : "年中调整了预算"}，没有写原因`,
          en: `“${evaluation.project}”: ${isLow ? `its rate of execution ${rate} is below ${limit}` : "its budget was changed in mid-year"}, and no reason is given`
        },
        where: [whereIn(evaluation, { row: row.source, column: isLow ? "执行率" : "全年预算数" }, row.place)]
      })
    ]
  }
}
