/** 预算执行: rate and score of the execution follow from the amounts of their row. */
import { type PublishedEvaluation, type PublishedFunds, Quantities, type Quantity } from "@juesuan/domain"
import type { Judgement } from "../../judging/Finding.ts"
import { type Interval, ofPrinted, overlap, timesInterval, widened } from "../../judging/Interval.ts"
import type { ScoringPolicy } from "../scores/ScoringPolicy.ts"
import { type EvaluationRuleSource, failed, notApplicable, pass, policiesOf } from "./EvaluationRule.ts"
import {
  atMost,
  digitOf,
  halfOfPoints,
  isCutOff,
  isSame,
  mainFunds,
  numberOf,
  plainText,
  pointsOfText
} from "./figures-of-evaluation.ts"
import { at, baseOf, labels, pointRate, rateInWords, rateOfRow, ratioOf } from "./funds-rows.ts"

const { ratio } = Quantities
const one = Quantities.quantity("1", ratio)

export const executionRate: EvaluationRuleSource = {
  name: "execution-rate",
  label: "预算执行率",
  labelEn: "Execution rate",
  kind: "score",
  strength: "hard",
  severity: "error",
  statement: {
    zh: "执行率 = 全年执行数 ÷ 全年预算数；另以年初预算数为分母的须写明",
    en: "rate = executed ÷ full-year budget; a rate on the year-start budget has to say so"
  },
  judge: (evaluation, about) =>
    evaluation.funds.flatMap((row): ReadonlyArray<Judgement> => {
      const printed = numberOf(row.rate)
      const expected = rateOfRow(evaluation, row)
      if (printed === undefined || expected === undefined) return []
      const shown = ofPrinted(printed)
      if (overlap(shown, expected)) return [pass]
      if (overlap(widened(shown, printed.half), expected)) return [{ outcome: "rounding" }]
      const isCapped = isSame(printed.value, one) && Quantities.compare(expected.low, one) > 0
      if (isCapped) return [pass]
      const other = ratioOf(evaluation, row, "initial")
      const isOnInitial = other !== undefined && overlap(shown, other)
      return [
        failed(about, {
          severity: isOnInitial ? "warning" : "error",
          message: isOnInitial
            ? {
                zh: `“${evaluation.project}”的执行率 ${printed.text} 是以年初预算数为分母的；以全年预算数为分母应为 ${rateInWords(row, expected)}`,
                en: `the rate ${printed.text} of “${evaluation.project}” is on the year-start budget; on the full-year budget it is ${rateInWords(row, expected)}`
              }
            : {
                zh: `“${evaluation.project}”${row.source}的执行率 ${printed.text}，全年执行数 ÷ ${labels[baseOf(row) ?? "fullYear"]} = ${rateInWords(row, expected)}`,
                en: `the rate of “${evaluation.project}” (${row.source}) is ${printed.text}; executed ÷ budget is ${rateInWords(row, expected)}`
              },
          where: [
            at(evaluation, row, "执行率"),
            at(evaluation, row, labels.executed),
            at(evaluation, row, labels.fullYear)
          ],
          expected: rateInWords(row, expected),
          found: printed.text,
          ...(isOnInitial
            ? {
                cause: {
                  kind: "wrong-denominator",
                  label: { zh: "分母是年初预算数", en: "the denominator is the year-start budget" },
                  certainty: "certain" as const
                }
              }
            : {})
        })
      ]
    })
}

/** What the execution may score by a policy, for a rate in an interval; a weight that is printed comes before the policy's. */
const scoreBy = (policy: ScoringPolicy, weight: Quantity | undefined, rate: Interval): Interval => {
  const full = weight ?? pointsOfText(policy.weights.execution)
  const capped = (value: Quantity): Quantity => (Quantities.compare(value, one) > 0 ? one : value)
  const share = { low: capped(rate.low), high: capped(rate.high) }
  return timesInterval({ low: full, high: full }, share, Quantities.points)
}

interface ExecutionScore {
  readonly score: NonNullable<ReturnType<typeof numberOf>>
  readonly expected: Interval
  readonly full: Quantity
  readonly rate: Interval
}

const executionScoreOf = (
  evaluation: PublishedEvaluation,
  row: PublishedFunds,
  policy: ScoringPolicy
): ExecutionScore | undefined => {
  const score = numberOf(row.score)
  const exact = rateOfRow(evaluation, row)
  if (score === undefined || exact === undefined) return undefined
  const printed = numberOf(row.rate)
  const weight = numberOf(row.weight)?.value
  // Where the printed rate holds, the score may have been made from it.
  const rate =
    printed !== undefined && overlap(widened(ofPrinted(printed), printed.half), exact)
      ? widened(exact, digitOf(printed))
      : exact
  return {
    score,
    rate,
    expected: scoreBy(policy, weight, rate),
    full: weight ?? pointsOfText(policy.weights.execution)
  }
}

/**
 * How sure it is that a score that is not weight × rate is wrong: nothing less than full for all of the budget and nothing
 * above zero for none of it are right by any rule; points with decimals were reckoned, whole points may follow bands of a
 * place or have been given by hand.
 */
const severityOf = ({ full, score }: ExecutionScore, row: PublishedFunds): "error" | "warning" => {
  const [executed, budget] = [numberOf(row.executed)?.value, numberOf(row[baseOf(row) ?? "fullYear"])?.value]
  const isReckoned = /\.\d*[1-9]/u.test(score.text.normalize("NFKC"))
  const isAll = executed !== undefined && budget !== undefined && Quantities.compare(executed, budget) >= 0
  const isNone = executed !== undefined && Quantities.isZero(executed)
  const isAbove = Quantities.compare(score.value, full) > 0
  return isReckoned || isAll || isNone || isAbove ? "error" : "warning"
}

const within = (value: Quantity, { high, low }: Interval, by: Quantity): boolean =>
  atMost(Quantities.minus(low, by), value) && atMost(value, Quantities.plus(high, by))

export const executionScore: EvaluationRuleSource = {
  name: "execution-score",
  label: "预算执行率得分",
  labelEn: "Score of the execution rate",
  kind: "score",
  strength: "hard",
  severity: "error",
  statement: {
    zh: "预算执行率得分 = 分值 × 执行率（全年预算口径），以分值为限",
    en: "score of the budget execution = weight × rate on the full-year budget, at most the weight"
  },
  judge: (evaluation, about) => {
    const row = mainFunds(evaluation)
    if (row === undefined || numberOf(row.score) === undefined) return []
    const scores = policiesOf(about.place).flatMap((policy) => {
      const each = executionScoreOf(evaluation, row, policy)
      return each === undefined ? [] : [each]
    })
    const [own] = scores
    if (own === undefined)
      return [
        notApplicable(
          "全年预算数为零或没有印出，没有执行率",
          "the full-year budget is zero or not printed: there is no rate"
        )
      ]
    const { score } = own
    if (scores.some(({ expected }) => within(score.value, expected, pointsOfText("0")))) return [pass]
    const half = halfOfPoints(score)
    if (scores.some((each) => within(score.value, each.expected, half) || isCutOff(score, each.expected)))
      return [{ outcome: "rounding" }]
    const exact = pointRate(row) ?? own.rate.low
    const expected = Quantities.rounded(
      scoreBy(about.place.own.policy, own.full, { low: exact, high: exact }).low,
      2,
      "half-up"
    )
    const rate = rateInWords(row, own.rate)
    return [
      failed(about, {
        severity: severityOf(own, row),
        message: {
          zh: `“${evaluation.project}”预算执行率得分 ${score.text}，按分值 ${plainText(own.full)} × 执行率 ${rate} 应为 ${plainText(expected)}`,
          en: `the execution of “${evaluation.project}” scores ${score.text}; ${plainText(own.full)} × ${rate} is ${plainText(expected)}`
        },
        where: [at(evaluation, row, "得分"), at(evaluation, row, "执行率")],
        expected: plainText(expected),
        found: score.text,
        difference: plainText(Quantities.minus(score.value, expected)),
        tolerance: plainText(half),
        basis: { zh: "得分末位的一半", en: "half of the last digit of the score" }
      })
    ]
  }
}
