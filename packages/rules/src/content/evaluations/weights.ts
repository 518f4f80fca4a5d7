/**
 * 分值: weights add up, a group has what its heading says, no score is above its weight. Encoded from the form of
 * 财预〔2020〕10号 (100 points in all); the split over the groups holds in principle only and is a plausibility.
 */
import {
  IndicatorGroup,
  type PublishedEvaluation,
  type PublishedIndicator,
  Quantities,
  type Quantity
} from "@juesuan/domain"
import type { Judgement } from "../../judging/Finding.ts"
import type { WeightSplit } from "../scores/ScoringPolicy.ts"
import { conclusionsOf } from "./conclusions.ts"
import {
  type EvaluationRuleSource,
  type Judging,
  failed,
  insufficient,
  undecided,
  notApplicable,
  pass,
  policiesOf,
  whereIn
} from "./EvaluationRule.ts"
import {
  groupOf,
  isExecution,
  isOtherScale,
  isSame,
  isWhole,
  mainFunds,
  numberOf,
  plainText,
  pointsOfText,
  sumOfPoints
} from "./figures-of-evaluation.ts"
import { indicatorSum, totalsOf } from "./totals.ts"

const whole = pointsOfText("100")

/** Whether the form gives points at all. */
const hasWeights = ({ indicators }: PublishedEvaluation): boolean =>
  indicators.some(({ weight }) => numberOf(weight) !== undefined)

const unreadRows = undecided(
  "指标行没有全部读懂，不能相加",
  "not every row of the indicators was read: they cannot be added up"
)

/**
 * What the weights of the indicators may add up to: the rest of the total beside the execution. All of it, where the
 * execution stands among the indicators or the form does not score it.
 */
const expectedSums = (evaluation: PublishedEvaluation, { place }: Judging): ReadonlyArray<Quantity> => {
  const total = numberOf(evaluation.totalWeight)?.value ?? whole
  if (evaluation.indicators.some(isExecution)) return [total]
  const funds = mainFunds(evaluation)
  const printed = numberOf(funds?.weight)?.value
  const executions =
    printed === undefined ? policiesOf(place).map(({ weights }) => pointsOfText(weights.execution)) : [printed]
  const rests = executions.map((execution) => Quantities.minus(total, execution))
  const isScored = printed !== undefined || numberOf(funds?.score) !== undefined
  return isScored ? rests : [...rests, total]
}

/** Whether the last row was read: the total stands below it, or the scores add up to what the text states. */
const isComplete = (evaluation: PublishedEvaluation): boolean => {
  const sums = [...totalsOf(evaluation), indicatorSum(evaluation)].flatMap((sum) => sum ?? [])
  const stated = conclusionsOf(evaluation).filter(({ what }) => what === "total" || what === "indicatorScore")
  return evaluation.total !== undefined || stated.some(({ number }) => sums.some((sum) => isSame(sum, number.value)))
}

export const weightsTotal: EvaluationRuleSource = {
  name: "weights-total",
  label: "分值合计",
  labelEn: "Total of the weights",
  kind: "score",
  strength: "hard",
  severity: "error",
  statement: {
    zh: "各指标分值合计 + 预算执行率分值 = 表中的分值合计；没有印出合计的，为100分",
    en: "weights of the indicators + weight of the budget execution = the total of the form; 100 where none is printed"
  },
  judge: (evaluation, about) => {
    if (!hasWeights(evaluation)) return []
    const sum = sumOfPoints(evaluation.indicators.map(({ weight }) => weight))
    if (sum === undefined || !isWhole(evaluation)) return [unreadRows]
    const expected = expectedSums(evaluation, about)
    if (expected.some((each) => isSame(each, sum))) return [pass]
    const [first = whole] = expected
    if (Quantities.compare(sum, first) < 0 && !isComplete(evaluation))
      return [
        insufficient(
          `“${evaluation.project}”的分值合计 ${plainText(sum)} 分，表上没有读到总分，也许没有读全`,
          `the weights of “${evaluation.project}” add up to ${plainText(sum)}; no total was read: some rows may be missing`
        )
      ]
    return [
      failed(about, {
        severity: "error",
        message: {
          zh: `“${evaluation.project}”各指标分值合计 ${plainText(sum)} 分，应为 ${plainText(first)} 分`,
          en: `the weights of “${evaluation.project}” add up to ${plainText(sum)} points instead of ${plainText(first)}`
        },
        where: [whereIn(evaluation, { column: "分值" }, evaluation.indicators[0]?.place ?? evaluation.place)],
        expected: plainText(first),
        found: plainText(sum),
        difference: plainText(Quantities.minus(sum, first))
      })
    ]
  }
}

const byLevel1 = ({ indicators }: PublishedEvaluation): ReadonlyMap<string, ReadonlyArray<PublishedIndicator>> => {
  const groups = new Map<string, Array<PublishedIndicator>>()
  for (const each of indicators) groups.set(each.level1, [...(groups.get(each.level1) ?? []), each])
  return groups
}

export const weightsOfGroup: EvaluationRuleSource = {
  name: "weights-of-group",
  label: "一级指标标明的分值",
  labelEn: "Weights stated beside first-level indicators",
  kind: "score",
  strength: "hard",
  severity: "error",
  statement: {
    zh: "一级指标名称后标明分值的，该级各指标分值合计等于它",
    en: "where the name of a first-level indicator states its points, the weights below it add up to them"
  },
  judge: (evaluation, about) =>
    [...byLevel1(evaluation)].flatMap(([level1, indicators]): ReadonlyArray<Judgement> => {
      const stated = /\((\d+(?:\.\d+)?)(?:分|%)\)/u.exec(level1.normalize("NFKC"))?.[1]
      if (stated === undefined || !hasWeights(evaluation)) return []
      const sum = sumOfPoints(indicators.map(({ weight }) => weight))
      if (sum === undefined || !isWhole(evaluation)) return [unreadRows]
      if (isSame(sum, pointsOfText(stated))) return [pass]
      if (Quantities.compare(sum, pointsOfText(stated)) < 0 && !isComplete(evaluation)) return [unreadRows]
      return [
        failed(about, {
          severity: "error",
          message: {
            zh: `“${evaluation.project}”的“${level1}”下各指标分值合计 ${plainText(sum)} 分，与标明的 ${stated} 分不符`,
            en: `below “${level1}” of “${evaluation.project}” the weights add up to ${plainText(sum)} points, not to the ${stated} stated`
          },
          where: [whereIn(evaluation, { row: level1, column: "分值" }, indicators[0]?.place ?? evaluation.place)],
          expected: stated,
          found: plainText(sum)
        })
      ]
    })
}

/** Points per group of a split, as far as the evaluation has the groups: 产出50 效益30 满意度10. */
const fits = (split: WeightSplit, sums: ReadonlyMap<IndicatorGroup, Quantity>): boolean => {
  const named = split.groups.flatMap(({ of }) => of)
  const isCovered = [...sums.keys()].every((group) => named.includes(group))
  return (
    isCovered &&
    split.groups.every(({ of, points }) => {
      const sum = of.reduce(
        (total, group) => Quantities.plus(total, sums.get(group) ?? pointsOfText("0")),
        pointsOfText("0")
      )
      return isSame(sum, pointsOfText(points))
    })
  )
}

/** 成本指标 below 产出指标 belongs to 产出; as a first level of its own it is a group. */
const sumsByGroup = ({ indicators }: PublishedEvaluation): ReadonlyMap<IndicatorGroup, Quantity> | undefined => {
  const sums = new Map<IndicatorGroup, Quantity>()
  for (const each of indicators.filter((indicator) => !isExecution(indicator))) {
    const group = groupOf(each)
    const weight = numberOf(each.weight)
    if (group === undefined) return undefined
    if (weight !== undefined) sums.set(group, Quantities.plus(sums.get(group) ?? pointsOfText("0"), weight.value))
  }
  return sums
}

export const weightSplit: EvaluationRuleSource = {
  name: "weight-split",
  label: "一级指标的分值分配",
  labelEn: "Weights of the first-level indicators",
  kind: "plausibility",
  strength: "soft",
  severity: "note",
  statement: {
    zh: "各一级指标的分值原则上按办法分配（产出50、效益30、满意度10等），另行分配的须有说明",
    en: "the points of the groups follow the split of the measure in principle (50, 30, 10 …); another split is to be explained"
  },
  judge: (evaluation, about) => {
    if (!hasWeights(evaluation)) return []
    const sums = sumsByGroup(evaluation)
    if (sums === undefined || !isWhole(evaluation))
      return [insufficient("有的一级指标不能归类", "a first-level indicator belongs to no known group")]
    const [own, ...others] = policiesOf(about.place)
    if (own?.splits.some((split) => fits(split, sums)) === true) return [pass]
    const elsewhere = others.find(({ splits }) => splits.some((split) => fits(split, sums)))
    if (elsewhere !== undefined)
      return [
        notApplicable(
          `地区不明：分值分配与全国办法不同，与${elsewhere.label}相同`,
          `the place is unknown: the split differs from the national one and is that of ${elsewhere.jurisdiction}`
        )
      ]
    const groups = [...sums].map(([group, sum]) => [IndicatorGroup.labelOf(group), plainText(sum)] as const)
    const printed = groups.map(([label, points]) => `${label}${points}分`).join("、")
    const inEnglish = groups.map(([label, points]) => `“${label}” ${points}`).join(", ")
    return [
      failed(about, {
        severity: "note",
        message: {
          zh: `“${evaluation.project}”的分值分配为${printed}，与办法所定的不同，核对是否写明了理由`,
          en: `the points of “${evaluation.project}” are split into ${inEnglish}, not as the measure splits them: see whether a reason is given`
        },
        where: [whereIn(evaluation, { column: "分值" }, evaluation.place)],
        found: printed
      })
    ]
  }
}

export const scoreWithinWeight: EvaluationRuleSource = {
  name: "score-within-weight",
  label: "得分不高于分值",
  labelEn: "No score above its weight",
  kind: "score",
  strength: "hard",
  severity: "error",
  statement: { zh: "得分 ≤ 分值；没有负的得分", en: "score ≤ weight, and no score is negative" },
  judge: (evaluation, about) => {
    if (isOtherScale(evaluation))
      return [
        notApplicable(
          `“${evaluation.project}”的得分与分值不是同一种分制`,
          `scores and weights of “${evaluation.project}” are on different scales`
        )
      ]
    return evaluation.indicators.flatMap((indicator): ReadonlyArray<Judgement> => {
      const [weight, score] = [numberOf(indicator.weight), numberOf(indicator.score)]
      if (weight === undefined || score === undefined) return []
      if (Quantities.compare(score.value, weight.value) <= 0 && !Quantities.isNegative(score.value)) return [pass]
      return [
        failed(about, {
          severity: "error",
          message: {
            zh: `“${evaluation.project}”的“${indicator.name}”得分 ${score.text}，高于分值 ${weight.text} 或为负`,
            en: `“${indicator.name}” of “${evaluation.project}” scores ${score.text}, above its weight ${weight.text} or below zero`
          },
          where: [whereIn(evaluation, { row: indicator.name, column: "得分" }, indicator.place)],
          expected: `0—${weight.text}`,
          found: score.text
        })
      ]
    })
  }
}
