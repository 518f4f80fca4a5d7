/** 总分与等级: the scores add up to the total, the total falls into the grade that is named. */
import { Grade, type Printed, type PublishedEvaluation, Quantities, type Quantity } from "@juesuan/domain"
import type { Judgement } from "../../judging/Finding.ts"
import type { ScoringPolicy } from "../scores/ScoringPolicy.ts"
import { conclusionsOf } from "./conclusions.ts"
import {
  type EvaluationRuleSource,
  failed,
  insufficient,
  undecided,
  notApplicable,
  pass,
  policiesOf,
  whereIn
} from "./EvaluationRule.ts"
import {
  atMost,
  distance,
  halfOfPoints,
  isExecution,
  isOtherScale,
  isSame,
  isWhole,
  mainFunds,
  numberOf,
  plainText,
  pointsOfText,
  sumOfPoints,
  zeroPoints
} from "./figures-of-evaluation.ts"

/** 预算执行率得分 as the funds state it; `undefined` where the form has none. */
const executionScore = (evaluation: PublishedEvaluation): Quantity | undefined =>
  numberOf(mainFunds(evaluation)?.score)?.value

export const indicatorSum = ({ indicators }: PublishedEvaluation): Quantity | undefined =>
  sumOfPoints(indicators.map(({ score }) => score))

/** Whether the indicators have all points of the form: the execution of the budget has none beside them. */
const hasAllPoints = ({ indicators, totalWeight }: PublishedEvaluation): boolean => {
  const sum = sumOfPoints(indicators.map(({ weight }) => weight))
  return sum !== undefined && isSame(sum, numberOf(totalWeight)?.value ?? pointsOfText("100"))
}

/** What the total may be: with the execution score beside the indicators, or with one that stands among them. */
export const totalsOf = (evaluation: PublishedEvaluation): ReadonlyArray<Quantity> => {
  const sum = indicatorSum(evaluation)
  if (sum === undefined || !isWhole(evaluation) || isOtherScale(evaluation)) return []
  const execution = executionScore(evaluation)
  const beside = Quantities.plus(sum, execution ?? zeroPoints)
  if (evaluation.indicators.some(isExecution)) return [sum, beside]
  return execution !== undefined || hasAllPoints(evaluation) ? [beside] : []
}

export const totalOfScores: EvaluationRuleSource = {
  name: "total-score",
  label: "总分",
  labelEn: "Total score",
  kind: "score",
  strength: "hard",
  severity: "error",
  statement: {
    zh: "各指标得分合计 + 预算执行率得分 = 总分",
    en: "scores of the indicators + score of the budget execution = total"
  },
  judge: (evaluation, about) => {
    const total = numberOf(evaluation.total)
    if (total === undefined) return []
    const sums = totalsOf(evaluation)
    const [first] = sums
    if (first === undefined)
      return [undecided("得分没有全部读到，不能相加", "not every score was read: they cannot be added up")]
    if (sums.some((sum) => isSame(sum, total.value))) return [pass]
    const isRounded = sums.some((sum) => atMost(distance(sum, total.value), halfOfPoints(total)))
    const difference = Quantities.minus(total.value, first)
    if (isRounded && /\./u.test(plainText(first))) return [{ outcome: "rounding" }]
    return [
      failed(about, {
        severity: "error",
        message: {
          zh: `“${evaluation.project}”的总分 ${total.text}，各项得分相加为 ${plainText(first)}`,
          en: `the total of “${evaluation.project}” is ${total.text}; its scores add up to ${plainText(first)}`
        },
        where: [
          whereIn(evaluation, { row: "总分", column: "得分" }, evaluation.indicators.at(-1)?.place ?? evaluation.place)
        ],
        expected: plainText(first),
        found: total.text,
        difference: plainText(difference)
      })
    ]
  }
}

/** 优秀 as 优, 良好 as 良. */
export const gradeNamed = ({ grades }: ScoringPolicy, name: string): Grade | undefined => {
  const plain = name.normalize("NFKC").replaceAll(/[\s秀好等级]/gu, "")
  return Grade.ids.find((id) => grades.names[id] === plain || Grade.labelOf(id) === plain)
}

export const gradeByTotal = ({ grades }: ScoringPolicy, total: Quantity): Grade =>
  grades.from.find(([from]) => Quantities.compare(total, pointsOfText(from)) >= 0)?.[1] ?? grades.below

/** The total as printed in the form, else as the text states it, else as the scores add up. */
const totalFor = (evaluation: PublishedEvaluation): { readonly value: Quantity; readonly text: string } | undefined => {
  const printed = numberOf(evaluation.total as Printed | undefined)
  if (printed !== undefined) return { value: printed.value, text: printed.text }
  const stated = conclusionsOf(evaluation).find(({ what }) => what === "total")
  const summed = totalsOf(evaluation)[0]
  const value = stated?.number.value ?? summed
  return value === undefined ? undefined : { value, text: plainText(value) }
}

export const gradeOfTotal: EvaluationRuleSource = {
  name: "grade",
  label: "等级与总分相符",
  labelEn: "The grade is that of the total score",
  kind: "score",
  strength: "hard",
  severity: "error",
  statement: {
    zh: "总分90分（含）以上为优，80分（含）以上为良，60分（含）以上为中，以下为差（地方另有名称的从其名称）",
    en: "from 90 excellent, from 80 good, from 60 fair, below that poor; a place may name them differently"
  },
  judge: (evaluation, about): ReadonlyArray<Judgement> => {
    const { grade, project } = evaluation
    if (grade === undefined) return []
    const total = totalFor(evaluation)
    if (total === undefined) return [insufficient(`“${project}”没有总分`, `“${project}” has no total`)]
    const policies = policiesOf(about.place)
    const known = policies.filter((policy) => gradeNamed(policy, grade) !== undefined)
    if (known.length === 0) return [notApplicable(`不认识等级“${grade}”`, `the grade “${grade}” is not known`)]
    if (known.some((policy) => gradeNamed(policy, grade) === gradeByTotal(policy, total.value))) return [pass]
    const policy = known[0] ?? about.place.own.policy
    const expected = policy.grades.names[gradeByTotal(policy, total.value)]
    return [
      failed(about, {
        severity: "error",
        message: {
          zh: `“${project}”总分 ${total.text} 分，等级应为“${expected}”，写的是“${grade}”`,
          en: `“${project}” has ${total.text} points, which is “${expected}”; the grade given is “${grade}”`
        },
        where: [whereIn(evaluation, { row: "等级", column: "等级" }, evaluation.place)],
        expected,
        found: grade
      })
    ]
  }
}
