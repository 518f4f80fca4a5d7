/**
 * 定量指标得分: what an indicator was given, beside what the rules of the place make of its target and its actual. Scores are
 * given by hand in most places: a difference is a matter of reasons, and full points for a missed target are the one thing
 * that no reason makes right.
 *
 * The direction of a target is printed nowhere. ≥ and > mean that more is better, ≤ and < that less is; with = or without a
 * sign any reading that makes the score right is taken, with less is better for costs alone.
 */
import {
  type IndicatorDirection,
  type PublishedEvaluation,
  type PublishedIndicator,
  Quantities,
  type Quantity,
  quantityOf
} from "@juesuan/domain"
import { applyRule } from "../../Rule.ts"
import type { Judgement } from "../../judging/Finding.ts"
import { exactly } from "../../judging/Interval.ts"
import type { ScoringRuleSet } from "../scores/ScoringRuleSet.ts"
import {
  type EvaluationRuleSource,
  failed,
  type Judging,
  notApplicable,
  pass,
  type ScoringPlace
} from "./EvaluationRule.ts"
import { atMost, distance, halfOfPoints, isCost, isCutOff, isSame, plainText } from "./figures-of-evaluation.ts"
import { isReasoned, type Measured, measuredOf, ruleSetsOf, scored, stated, whereOf } from "./scored-indicators.ts"

const { points } = Quantities

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

type Fit = "exact" | "rounded" | undefined

const fitOf = (measured: Measured, scores: ReadonlyArray<Quantity>): Fit => {
  const { score } = measured
  if (scores.some((each) => isSame(each, score.value))) return "exact"
  const half = halfOfPoints(score)
  const isNear = (each: Quantity): boolean =>
    atMost(distance(each, score.value), half) || isCutOff(score, exactly(each))
  return scores.some(isNear) ? "rounded" : undefined
}

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

export const judgeMeasured = (evaluation: PublishedEvaluation, measured: Measured, about: Judging): Judgement => {
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

export const quantitativeScores: EvaluationRuleSource = {
  name: "quantitative-score",
  label: "定量指标得分",
  labelEn: "Scores of quantitative indicators",
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
