/**
 * 得分与规则: what an indicator was given, beside what the rules of the place make of its target and its actual. Scores are
 * given by hand in most places: a difference is a matter of reasons, and full points for a missed target are the one thing
 * that no reason makes right.
 *
 * The direction of a target is printed nowhere. ≥ and > mean that more is better, ≤ and < that less is; with = or without a
 * sign any reading that makes the score right is taken, with less is better for costs alone.
 */
import {
  type Figure,
  type IndicatorDirection,
  type PublishedEvaluation,
  type PublishedFunds,
  type PublishedIndicator,
  QualitativeResult,
  Quantities,
  type Quantity,
  quantityOf
} from "@juesuan/domain"
import type { Judgement, Where } from "../../judging/Finding.ts"
import { exactly } from "../../judging/Interval.ts"
import { applyRule } from "../../Rule.ts"
import type { ScoringRuleSet } from "../scores/ScoringRuleSet.ts"
import {
  type EvaluationRuleSource,
  type Judging,
  type ScoringPlace,
  failed,
  insufficient,
  notApplicable,
  pass,
  whereIn
} from "./EvaluationRule.ts"
import {
  atMost,
  distance,
  halfOfPoints,
  isCutOff,
  isCost,
  isExecution,
  isSame,
  numberOf,
  plainText,
  percent,
  printedText
} from "./figures-of-evaluation.ts"
import { type Amount, amountIn, inUnitOf, resultIn } from "./measured.ts"

const { points } = Quantities

interface Measured {
  readonly indicator: PublishedIndicator
  readonly target: Amount
  readonly actual: Amount
  readonly weight: Quantity
  readonly score: NonNullable<ReturnType<typeof numberOf>>
}

/** An indicator with a number as its target and one as its actual, in one unit. */
const measuredOf = (indicator: PublishedIndicator): Measured | undefined => {
  const [target, reached] = [amountIn(indicator.target), amountIn(indicator.actual)]
  const [weight, score] = [numberOf(indicator.weight), numberOf(indicator.score)]
  if (target === undefined || reached === undefined || weight === undefined || score === undefined) return undefined
  const actual = inUnitOf(target, reached)
  const isBound = reached.operator !== undefined && reached.operator !== "="
  if (actual === undefined || (isBound && Quantities.compare(reached.value, target.value) !== 0)) return undefined
  return { indicator, target, actual, weight: weight.value, score }
}

const directionsOf = ({ indicator, target }: Measured): ReadonlyArray<IndicatorDirection> => {
  switch (target.operator) {
    case ">=":
    case ">":
      return ["higher"]
    case "<=":
    case "<":
      return ["lower"]
    case "=":
    case undefined:
      return isCost(indicator) ? ["lower", "exact", "higher"] : ["exact", "higher"]
  }
}

const stated = (label: string, quantity: Quantity): Figure => ({
  ref: "",
  label,
  value: { _tag: "Quantity", quantity },
  because: { _tag: "Stated", events: [] }
})
const words = (label: string, text: string): Figure => ({
  ref: "",
  label,
  value: { _tag: "Text", text },
  because: { _tag: "Stated", events: [] }
})

/** What the formula of a rule set gives in one direction. */
const scoreBy = (ruleSet: ScoringRuleSet, measured: Measured, direction: IndicatorDirection): Quantity | undefined => {
  const { actual, indicator, target, weight } = measured
  const unit = Quantities.freeUnit("")
  // A strict sign met to the digit is met for whoever fills in a form.
  const operator = target.operator === ">" ? ">=" : target.operator === "<" ? "<=" : (target.operator ?? "=")
  const rule = ruleSet.quantitativeScore({ indicator: indicator.name, unit, direction, operator })
  const inputs = {
    weight: stated("分值", weight),
    actual: stated("实际完成值", actual.value),
    target: stated("年度指标值", target.value)
  }
  return quantityOf(applyRule(rule, inputs, { ref: "" }))
}

/** Whether a cost indicator was, or may have been, filed after the start of the year: then a place may cap it. */
const isLateCost = (evaluation: PublishedEvaluation, indicator: PublishedIndicator): boolean =>
  isCost(indicator) &&
  ((indicator.initialTarget ?? "") === "" ||
    evaluation.paragraphs.some(({ text }) => /未(?:填报|申报|设置|设定)成本指标/u.test(text)))

/** Every score that a reading of the indicator makes right by this rule set, the plainest reading first. */
const scoresBy = (ruleSet: ScoringRuleSet, measured: Measured, mayBeCapped: boolean): ReadonlyArray<Quantity> => {
  const scores = directionsOf(measured).flatMap((direction) => scoreBy(ruleSet, measured, direction) ?? [])
  const cap = ruleSet.policy.lateCostCap
  if (cap === undefined || !mayBeCapped) return scores
  const most = Quantities.quantity(cap.points, points)
  return [...scores, ...scores.map((score) => (Quantities.compare(score, most) > 0 ? most : score))]
}

const isReasoned = ({ explanation, reason }: PublishedIndicator): boolean => `${reason}${explanation}`.trim() !== ""

const isMissed = ({ actual, indicator, target }: Measured): boolean => {
  const side = Quantities.compare(actual.value, target.value)
  switch (target.operator) {
    case ">=":
    case ">":
      return side < 0
    case "<=":
    case "<":
      return side > 0
    case "=":
    case undefined:
      return isCost(indicator) ? side > 0 : side < 0
  }
}

const tenth = Quantities.quantity("0.1", Quantities.ratio)

/**
 * Full points for a missed target: an error where sign and numbers leave no other reading, nobody says why, and a tenth of
 * the weight or more is at stake; a warning otherwise.
 */
const severityOf = (measured: Measured, computed: Quantity): "error" | "warning" | "note" => {
  const { indicator, score, target, weight } = measured
  const isFull = isSame(score.value, weight)
  const isReason = isReasoned(indicator)
  if (!isFull || !isMissed(measured)) return isReason ? "note" : "warning"
  const isExplicit = target.operator !== undefined && target.operator !== "="
  const isLarge = Quantities.compare(Quantities.minus(weight, computed), Quantities.times(weight, tenth, points)) >= 0
  return isExplicit && !isReason && isLarge ? "error" : "warning"
}

const whereOf = (evaluation: PublishedEvaluation, { name, place }: PublishedIndicator): Where =>
  whereIn(evaluation, { row: name, column: "得分" }, place)

type Fit = "exact" | "rounded" | undefined

const fitOf = (measured: Measured, scores: ReadonlyArray<Quantity>): Fit => {
  const { score } = measured
  if (scores.some((each) => isSame(each, score.value))) return "exact"
  const half = halfOfPoints(score)
  const isNear = (each: Quantity): boolean =>
    atMost(distance(each, score.value), half) || isCutOff(score, exactly(each))
  return scores.some(isNear) ? "rounded" : undefined
}

const ruleSetsOf = ({ others, own }: ScoringPlace): ReadonlyArray<ScoringRuleSet> => [own, ...others]

/** How a given score stands to the rules: by which rule set it fits, if by any. */
const standing = (evaluation: PublishedEvaluation, measured: Measured, place: ScoringPlace) => {
  const mayBeCapped = isLateCost(evaluation, measured.indicator)
  const bySet = ruleSetsOf(place).map((ruleSet) => {
    const scores = scoresBy(ruleSet, measured, mayBeCapped)
    return { ruleSet, scores, fit: fitOf(measured, scores) }
  })
  const [own] = bySet
  const elsewhere = bySet.slice(1).find(({ fit }) => fit === "exact")
  return { scores: own?.scores ?? [], fit: own?.fit, elsewhere: elsewhere?.ruleSet }
}

const judgeMeasured = (evaluation: PublishedEvaluation, measured: Measured, about: Judging): Judgement => {
  const { indicator, score } = measured
  const { elsewhere, fit, scores } = standing(evaluation, measured, about.place)
  const [computed] = scores
  const isAboveWeight = Quantities.compare(score.value, measured.weight) > 0
  if (fit === "exact" || isAboveWeight) return pass
  if (computed === undefined)
    return notApplicable(
      `“${indicator.name}”的指标值不能按比例计分`,
      `the target of “${indicator.name}” cannot be scored by a share of it`
    )
  if (elsewhere !== undefined)
    return notApplicable(
      `地区不明：“${indicator.name}”的得分与全国办法不同，与${elsewhere.policy.label}的算法相同`,
      `the place is unknown: the score of “${indicator.name}” is that of ${elsewhere.policy.jurisdiction}, not the national one`
    )
  const severity = fit === "rounded" ? "rounding" : severityOf(measured, computed)
  const nearest = scores.reduce((left, right) =>
    Quantities.compare(distance(right, score.value), distance(left, score.value)) < 0 ? right : left
  )
  const expected = fit === "rounded" ? nearest : computed
  return failed(about, {
    severity,
    message: {
      zh: `“${evaluation.project}”的“${indicator.name}”：指标值 ${indicator.target}，完成 ${indicator.actual}，分值 ${plainText(measured.weight)}，给 ${score.text} 分，按比例为 ${plainText(expected)} 分${isReasoned(indicator) ? `；所写原因：${indicator.reason || indicator.explanation}` : "，没有写原因"}`,
      en: `“${indicator.name}” of “${evaluation.project}”: target ${indicator.target}, reached ${indicator.actual}, weight ${plainText(measured.weight)}, given ${score.text}, by the ratio ${plainText(expected)}${isReasoned(indicator) ? "; a reason is given" : ", and no reason is given"}`
    },
    where: [whereOf(evaluation, indicator)],
    expected: plainText(expected),
    found: score.text,
    difference: plainText(Quantities.minus(score.value, expected)),
    tolerance: plainText(halfOfPoints(score)),
    basis: { zh: "得分末位的一半", en: "half of the last digit of the score" }
  })
}

const scored = ({ indicators }: PublishedEvaluation): ReadonlyArray<PublishedIndicator> =>
  indicators.filter((indicator) => !isExecution(indicator))

export const quantitativeScores: EvaluationRuleSource = {
  name: "quantitative-score",
  label: "定量指标得分",
  kind: "score",
  strength: "conditional",
  severity: "warning",
  statement: {
    zh: "定量指标：达到指标值得满分，未达到的按完成比例计分；另行给分的须写明原因",
    en: "quantitative indicators: full points when reached, else in proportion; a score given otherwise needs its reason"
  },
  judge: (evaluation, about) =>
    scored(evaluation).flatMap((indicator) => {
      const measured = measuredOf(indicator)
      return measured === undefined ? [] : [judgeMeasured(evaluation, measured, about)]
    })
}

interface Band {
  readonly low: Quantity
  readonly high: Quantity
  readonly isClosed: boolean
}

const bandBy = (ruleSet: ScoringRuleSet, weight: Quantity, result: QualitativeResult): Band | undefined => {
  const inputs = { weight: stated("分值", weight), actual: words("实际完成值", QualitativeResult.labelOf(result)) }
  const low = quantityOf(applyRule(ruleSet.lowerEnd, inputs, { ref: "" }))
  const high = quantityOf(applyRule(ruleSet.upperEnd, inputs, { ref: "" }))
  if (low === undefined || high === undefined) return undefined
  return { low, high, isClosed: ruleSet.policy.bands[result].includesUpperEnd }
}

const isWithin = (score: Quantity, { high, isClosed, low }: Band): boolean =>
  Quantities.compare(score, low) >= 0 &&
  (isClosed ? Quantities.compare(score, high) <= 0 : Quantities.compare(score, high) < 0)

const bandText = ({ high, isClosed, low }: Band): string =>
  `[${plainText(low)}, ${plainText(high)}${isClosed ? "]" : ")"}`

/** The result of an indicator that is not measured in numbers; `undefined` where its words name none. */
const resultOf = (indicator: PublishedIndicator): QualitativeResult | undefined => {
  const isMeasured = amountIn(indicator.target) !== undefined && amountIn(indicator.actual) !== undefined
  return isMeasured ? undefined : resultIn(indicator.actual, indicator.target)
}

const judgeResult = (
  evaluation: PublishedEvaluation,
  indicator: PublishedIndicator,
  about: Judging
): ReadonlyArray<Judgement> => {
  const [weight, score, result] = [numberOf(indicator.weight), numberOf(indicator.score), resultOf(indicator)]
  if (weight === undefined || score === undefined || result === undefined) return []
  const bands = ruleSetsOf(about.place).flatMap((ruleSet) => {
    const band = bandBy(ruleSet, weight.value, result)
    return band === undefined ? [] : [{ ruleSet, band }]
  })
  const [own, ...others] = bands
  if (own === undefined) return [insufficient("没有档次", "no band")]
  // The lower end of a half-open band above is where it ends; whole points on it count for either.
  if (isWithin(score.value, own.band) || Quantities.compare(score.value, weight.value) > 0) return [pass]
  const elsewhere = others.find(({ band }) => isWithin(score.value, band))
  if (elsewhere !== undefined)
    return [
      notApplicable(
        `地区不明：“${indicator.name}”的得分不在全国办法的一档之内，在${elsewhere.ruleSet.policy.label}的之内`,
        `the place is unknown: the score of “${indicator.name}” is outside the national band and inside that of ${elsewhere.ruleSet.policy.jurisdiction}`
      )
    ]
  const label = QualitativeResult.labelOf(result)
  return [
    failed(about, {
      severity: "warning",
      message: {
        zh: `“${evaluation.project}”的“${indicator.name}”：${label}，分值 ${weight.text}，得分应在 ${bandText(own.band)}，给 ${score.text} 分`,
        en: `“${indicator.name}” of “${evaluation.project}” (${result}, weight ${weight.text}) should score within ${bandText(own.band)}; given ${score.text}`
      },
      where: [whereOf(evaluation, indicator)],
      expected: bandText(own.band),
      found: score.text
    })
  ]
}

export const qualitativeScores: EvaluationRuleSource = {
  name: "qualitative-score",
  label: "定性指标得分",
  kind: "score",
  strength: "conditional",
  severity: "warning",
  statement: {
    zh: "定性指标：达成、部分达成、未达成各有一档，得分在完成情况所属的一档之内",
    en: "qualitative indicators: met, partly met and unmet have a band each; the score lies in the band of the result"
  },
  judge: (evaluation, about) => scored(evaluation).flatMap((indicator) => judgeResult(evaluation, indicator, about))
}

/** Whether one of the two rules above has had its say on the score. */
const isJudged = (evaluation: PublishedEvaluation, indicator: PublishedIndicator, about: Judging): boolean => {
  const measured = measuredOf(indicator)
  const judgement =
    measured === undefined ? judgeResult(evaluation, indicator, about)[0] : judgeMeasured(evaluation, measured, about)
  return judgement?.outcome === "fail"
}

export const belowWeightReasons: EvaluationRuleSource = {
  name: "reason-below-weight",
  label: "得分低于分值的原因",
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
