/** 定性指标得分: the score of an indicator without numbers lies in the band of the result that its words name. */
import {
  type PublishedEvaluation,
  type PublishedIndicator,
  QualitativeResult,
  Quantities,
  type Quantity,
  quantityOf
} from "@juesuan/domain"
import { applyRule } from "../../Rule.ts"
import type { Judgement } from "../../judging/Finding.ts"
import type { ScoringRuleSet } from "../scores/ScoringRuleSet.ts"
import { type EvaluationRuleSource, failed, insufficient, type Judging, notApplicable, pass } from "./EvaluationRule.ts"
import { numberOf, plainText } from "./figures-of-evaluation.ts"
import { amountIn, resultIn } from "./measured.ts"
import { ruleSetsOf, scored, stated, whereOf, words } from "./scored-indicators.ts"

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

export const judgeResult = (
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
  labelEn: "Scores of qualitative indicators",
  kind: "score",
  strength: "conditional",
  severity: "warning",
  statement: {
    zh: "定性指标：达成、部分达成、未达成各有一档，得分在完成情况所属的一档之内",
    en: "qualitative indicators: met, partly met and unmet have a band each; the score lies in the band of the result"
  },
  judge: (evaluation, about) => scored(evaluation).flatMap((indicator) => judgeResult(evaluation, indicator, about))
}
