/**
 * 自评指标: one indicator as recorded (target, actual, weight, score, reason) and beside it what the rules compute. Which rule
 * computes follows from what is recorded: form, direction, sign, result, time of filing.
 */
import {
  type Actual,
  type EvaluationIndicator,
  type Figure,
  type FigureValue,
  IndicatorOperator,
  QualitativeResult,
  Quantities,
  type Target,
  type Unit,
  quantityOf
} from "@juesuan/domain"
import { filingLabels } from "../content/scores/late-cost-cap.ts"
import type { ScoringRuleSet } from "../content/scores/ScoringRuleSet.ts"
import { applyRule } from "../Rule.ts"
import type { IndicatorRecord } from "./ProjectRecord.ts"
import { statedQuantity, statedText, within } from "./stated-figures.ts"

/** Where an indicator stands, and by which rules it is scored. */
export interface IndicatorPlace {
  /** `自评/房租费/租赁成本`. */
  readonly base: string
  readonly ruleSet: ScoringRuleSet
  /** Whether the project had no cost indicator at the start of the year. */
  readonly withoutInitialCost: boolean
}

/** An indicator, and what it contributes to the totals that are computed throughout. */
export interface ScoredIndicator {
  readonly indicator: EvaluationIndicator
  readonly counted: Figure
}

/** 成本指标: by the name of its first or second level (成本指标, 经济成本指标 …). */
export const isCost = ({ level1, level2 }: IndicatorRecord): boolean =>
  level1.includes("成本") || level2.includes("成本")

const unitOf = (target: Target): Unit => Quantities.freeUnit(target.form === "quantitative" ? target.unit : "")

/** 年度指标值 as printed: `≥300人`, `保障`. */
const targetText = (target: Target): string =>
  target.form === "quantitative"
    ? `${IndicatorOperator.labelOf(target.operator)}${target.value}${target.unit}`
    : target.text

const recordedFigures = (record: IndicatorRecord, base: string) => {
  const at = (address: string) => ({ ref: `${base}/${address}`, label: `${record.indicator}${address}` })
  const { actual, measured, reason, score } = record
  const actualAt = at("实际完成值")
  const asQuantity = within(actual, (value: Actual) => (value.form === "quantitative" ? value.value : undefined))
  const asWords = within(actual, (value: Actual) =>
    value.form === "qualitative" ? QualitativeResult.labelOf(value.result) : undefined
  )
  return {
    target: statedText(
      at("年度指标值"),
      within(measured, (value) => targetText(value.target))
    ),
    actual:
      asQuantity === undefined
        ? statedText(actualAt, asWords)
        : statedQuantity(actualAt, asQuantity, unitOf(measured.value.target)),
    weight: statedQuantity(
      at("分值"),
      within(measured, (value) => value.weight),
      Quantities.points
    ),
    score: statedQuantity(at("得分"), score, Quantities.points),
    reason: statedText(at("偏差原因"), reason)
  }
}
type RecordedFigures = ReturnType<typeof recordedFigures>

/** What is computed, with the figure that counts in computed totals. */
interface Computed {
  readonly computedScore: Figure
  readonly counted: Figure
}

/** Holds a computed figure to the cap on late cost indicators where it applies; `address` names what it would be without. */
const capper =
  (record: IndicatorRecord, { base, ruleSet, withoutInitialCost }: IndicatorPlace) =>
  (address: string, compute: (at: { readonly ref: string; readonly label: string }) => Figure): Figure => {
    const at = { ref: `${base}/${address}`, label: `${record.indicator}${address}` }
    const cap = ruleSet.lateCostCap
    if (cap === undefined || !isCost(record) || !withoutInitialCost) return compute(at)
    const uncapped = `${address}（未封顶）`
    const score = compute({ ref: `${base}/${uncapped}`, label: `${record.indicator}${uncapped}` })
    const filing = statedText(
      { ref: `${base}/申报时间`, label: `${record.indicator}申报时间` },
      within(record.filing, (value) => filingLabels[value])
    )
    return applyRule(cap, { score, filing }, at)
  }

const computeQuantitative = (
  record: IndicatorRecord,
  target: Extract<Target, { readonly form: "quantitative" }>,
  recorded: RecordedFigures,
  place: IndicatorPlace
): Computed => {
  const unit = unitOf(target)
  const { direction } = record.measured.value
  const rule = place.ruleSet.quantitativeScore({
    indicator: record.indicator,
    unit,
    direction,
    operator: target.operator
  })
  const number = statedQuantity(
    { ref: `${place.base}/指标值`, label: `${record.indicator}年度指标值` },
    within(record.measured, () => target.value),
    unit
  )
  const computedScore = capper(record, place)("计算得分", (at) =>
    applyRule(rule, { weight: recorded.weight, actual: recorded.actual, target: number }, at)
  )
  return { computedScore, counted: computedScore }
}

/** A band as it is printed; the same words with the names of its ends are its formula. */
const bandText = (low: string, high: string, includesUpperEnd: boolean): string =>
  `[${low}, ${high}${includesUpperEnd ? "]" : ")"}`

/** 计算得分 as a band: words, with the two ends as its reason; no number between them is made up. */
const bandFigure = (
  at: { readonly ref: string; readonly label: string },
  ends: { readonly low: Figure; readonly high: Figure; readonly includesUpperEnd: boolean },
  { qualitativeScore }: ScoringRuleSet
): Figure => {
  const { high, includesUpperEnd, low } = ends
  return {
    ...at,
    get value(): FigureValue {
      const [from, to] = [quantityOf(low), quantityOf(high)]
      if (from === undefined || to === undefined) return low.value
      return { _tag: "Text", text: bandText(Quantities.text(from), Quantities.text(to), includesUpperEnd) }
    },
    because: {
      _tag: "Derived",
      rule: qualitativeScore.id,
      formula: bandText("计算得分下限", "计算得分上限", includesUpperEnd),
      citation: qualitativeScore.citation,
      inputs: [low, high]
    }
  }
}

const isBelow = (left: Figure | undefined, right: Figure | undefined): boolean => {
  const low = left && quantityOf(left)
  const high = right && quantityOf(right)
  return low !== undefined && high !== undefined && Quantities.compare(low, high) < 0
}

const computeQualitative = (record: IndicatorRecord, recorded: RecordedFigures, place: IndicatorPlace): Computed => {
  const { base, ruleSet } = place
  const { actual, score, weight } = recorded
  const capped = capper(record, place)
  const low = capped("计算得分下限", (at) => applyRule(ruleSet.lowerEnd, { weight, actual }, at))
  const uncapped = applyRule(ruleSet.upperEnd, { weight, actual }, { ref: `${base}/计算得分上限` })
  const high = capped("计算得分上限", (at) => applyRule(ruleSet.upperEnd, { weight, actual }, at))
  const result = record.actual?.value
  const ofBand = result?.form === "qualitative" && ruleSet.policy.bands[result.result].includesUpperEnd
  // A cap below the band's upper end can be reached, and a band of one point holds that point.
  const includesUpperEnd = ofBand || isBelow(high, uncapped) || !isBelow(low, high)
  const at = { ref: `${base}/计算得分`, label: `${record.indicator}计算得分` }
  const rule = ruleSet.scoreWithinBand({ indicator: record.indicator, includesUpperEnd })
  return {
    computedScore: bandFigure(at, { low, high, includesUpperEnd }, ruleSet),
    counted: applyRule(rule, { score, low, high }, { ref: `${base}/计入得分`, label: `${record.indicator}计入得分` })
  }
}

const compute = (record: IndicatorRecord, recorded: RecordedFigures, place: IndicatorPlace): Computed => {
  const { target } = record.measured.value
  const form = record.actual?.value.form ?? target.form
  if (form !== target.form) {
    const at = { ref: `${place.base}/计算得分`, label: `${record.indicator}计算得分` }
    const computedScore = applyRule(place.ruleSet.mixedForms(record.indicator), {}, at)
    return { computedScore, counted: computedScore }
  }
  return target.form === "quantitative"
    ? computeQuantitative(record, target, recorded, place)
    : computeQualitative(record, recorded, place)
}

/** The indicator at `place.base`. */
export const scoreIndicator = (record: IndicatorRecord, place: IndicatorPlace): ScoredIndicator => {
  const recorded = recordedFigures(record, place.base)
  const { computedScore, counted } = compute(record, recorded, place)
  const { indicator, level1, level2 } = record
  return { indicator: { level1, level2, indicator, ...recorded, computedScore }, counted }
}
