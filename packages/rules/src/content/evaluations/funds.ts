/** 资金: rate, score and rest of the execution follow from the amounts of their row; 合计 is the sum of its sources. */
import { type PublishedEvaluation, type PublishedFunds, Quantities, type Quantity } from "@juesuan/domain"
import * as Result from "effect/Result"
import type { Judgement, Where } from "../../judging/Finding.ts"
import {
  dividedByInterval,
  type Interval,
  minusInterval,
  ofPrinted,
  overlap,
  plusInterval,
  timesInterval,
  widened
} from "../../judging/Interval.ts"
import type { ScoringPolicy } from "../scores/ScoringPolicy.ts"
import {
  type EvaluationRuleSource,
  type Found,
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
  amountOf,
  atMost,
  digitOf,
  halfOfPoints,
  isCutOff,
  isSame,
  mainFunds,
  numberOf,
  printedText,
  percent,
  printedAmount,
  plainText,
  pointsOfText,
  sourcesOf
} from "./figures-of-evaluation.ts"

const { quantity, ratio } = Quantities
const one = quantity("1", ratio)

const labels = {
  initial: "年初预算数",
  fullYear: "全年预算数",
  executed: "全年执行数",
  unspent: "资金结（转）余"
} as const
type AmountColumn = keyof typeof labels

const at = (evaluation: PublishedEvaluation, row: PublishedFunds, column: string): Where =>
  whereIn(evaluation, { row: row.source, column }, row.place)

/** The budget that a rate is on: 全年预算数, or the only one that the form has. */
const baseOf = (row: PublishedFunds): AmountColumn | undefined => {
  if (numberOf(row.fullYear) !== undefined) return "fullYear"
  return row.fullYear === undefined && numberOf(row.initial) !== undefined ? "initial" : undefined
}

const ratioOf = (evaluation: PublishedEvaluation, row: PublishedFunds, base: AmountColumn): Interval | undefined => {
  const [over, under] = [amountOf(evaluation, row.executed), printedAmount(evaluation, row[base])]
  return over === undefined || under === undefined ? undefined : dividedByInterval(over, under, ratio)
}

const rateOfRow = (evaluation: PublishedEvaluation, row: PublishedFunds): Interval | undefined => {
  const base = baseOf(row)
  return base === undefined ? undefined : ratioOf(evaluation, row, base)
}

const inPercent = ({ high, low }: Interval): string =>
  percent(low) === percent(high) ? percent(low) : `${percent(low)}—${percent(high)}`

/** The rate of the printed digits themselves, for words; what is judged are the intervals. */
const pointRate = (row: PublishedFunds): Quantity | undefined => {
  const [executed, budget] = [numberOf(row.executed)?.value, numberOf(row[baseOf(row) ?? "fullYear"])?.value]
  if (executed === undefined || budget === undefined || !Quantities.sameUnit(executed.unit, budget.unit))
    return undefined
  return Result.getOrUndefined(Quantities.dividedBy(executed, budget, ratio))
}

const rateInWords = (row: PublishedFunds, rate: Interval): string => {
  const exact = pointRate(row)
  return exact === undefined ? inPercent(rate) : percent(exact)
}

export const executionRate: EvaluationRuleSource = {
  name: "execution-rate",
  label: "预算执行率",
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
  const isReckoned = /\.\d*[1-9]/u.test(score.text)
  const isAll = executed !== undefined && budget !== undefined && Quantities.compare(executed, budget) >= 0
  const isNone = executed !== undefined && Quantities.isZero(executed)
  const isAbove = Quantities.compare(score.value, full) > 0
  return isReckoned || isAll || isNone || isAbove ? "error" : "warning"
}

export const executionScore: EvaluationRuleSource = {
  name: "execution-score",
  label: "预算执行率得分",
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

const within = (value: Quantity, { high, low }: Interval, by: Quantity): boolean =>
  atMost(Quantities.minus(low, by), value) && atMost(value, Quantities.plus(high, by))

export const unspent: EvaluationRuleSource = {
  name: "unspent",
  label: "资金结（转）余",
  kind: "score",
  strength: "hard",
  severity: "error",
  statement: { zh: "资金结（转）余 = 全年预算数 − 全年执行数", en: "unspent = full-year budget − executed" },
  judge: (evaluation, about) =>
    evaluation.funds.flatMap((row): ReadonlyArray<Judgement> => {
      const [rest, budget, executed] = [
        numberOf(row.unspent),
        amountOf(evaluation, row.fullYear),
        amountOf(evaluation, row.executed)
      ]
      const shownRest = printedAmount(evaluation, row.unspent)
      if (rest === undefined || shownRest === undefined || budget === undefined || executed === undefined) return []
      const expected = minusInterval(budget, executed)
      if (overlap(shownRest, expected)) return [pass]
      const shown = inUnit(expected, rest.shown)
      const initial = printedAmount(evaluation, row.initial)
      const isOnInitial = initial !== undefined && overlap(shownRest, minusInterval(initial, executed))
      return [
        failed(about, {
          severity: isOnInitial ? "warning" : "error",
          message: {
            zh: `“${evaluation.project}”${row.source}的资金结（转）余 ${rest.text}，全年预算数 − 全年执行数 = ${shown}`,
            en: `unspent of “${evaluation.project}” (${row.source}) is ${rest.text}; full-year budget − executed is ${shown}`
          },
          where: [
            at(evaluation, row, labels.unspent),
            at(evaluation, row, labels.fullYear),
            at(evaluation, row, labels.executed)
          ],
          expected: shown,
          found: rest.text
        })
      ]
    })
}

/** The middle of an interval in the unit that the form prints. */
const inUnit = ({ low, high }: Interval, shown: string): string => {
  const half = Quantities.times(Quantities.minus(high, low), quantity("0.5", ratio), low.unit)
  const middle = Quantities.plus(low, half)
  return shown === "万元" ? `${plainText(Quantities.inTenThousandYuan(middle))}万元` : `${plainText(middle)}${shown}`
}

interface Source {
  readonly source: string
  readonly amount: Interval
}

const sumOf = (rows: ReadonlyArray<Source>): Interval | undefined =>
  rows.length === 0 ? undefined : rows.map(({ amount }) => amount).reduce(plusInterval)

const isDetail = ({ source }: Source): boolean => /上级|本级|中央|省级|市级|区级|县级|乡镇/u.test(source)
const isFiscal = (each: Source): boolean => /财政|拨款/u.test(each.source) && !isDetail(each)

/** Rows that break down the row above them: as many as add up to it. */
const withoutParts = (rows: ReadonlyArray<Source>): ReadonlyArray<Source> => {
  const kept: Array<Source> = []
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]
    if (row === undefined) continue
    kept.push(row)
    const rest = rows.slice(index + 1)
    const parts = rest.findIndex((_, last) => {
      const sum = sumOf(rest.slice(0, last + 1))
      return last > 0 && sum !== undefined && overlap(sum, row.amount)
    })
    if (parts !== -1 && !Quantities.isZero(row.amount.low)) index += parts + 1
  }
  return kept
}

/** Which sums the rows of sources allow: of all of them, or without those that break another one down. */
const sumsOf = (rows: ReadonlyArray<Source>): ReadonlyArray<Interval> => {
  const withoutDetails = rows.some(isFiscal) ? rows.filter((row) => !isDetail(row)) : rows
  return [rows, withoutParts(rows), withoutDetails].flatMap((each) => sumOf(each) ?? [])
}

const judgeSum = (
  evaluation: PublishedEvaluation,
  column: "initial" | "fullYear" | "executed",
  about: Judging
): ReadonlyArray<Judgement> => {
  const row = mainFunds(evaluation)
  const total = numberOf(row?.[column])
  const sources = sourcesOf(evaluation)
  const isFilled = sources.some((source) => numberOf(source[column]) !== undefined)
  if (row === undefined || total === undefined || !isFilled) return []
  const known = sources.flatMap((row): ReadonlyArray<Source> => {
    const amount = amountOf(evaluation, row[column])
    return amount === undefined ? [] : [{ source: row.source, amount }]
  })
  const [first] = known
  if (first === undefined || known.length < sources.length)
    return [undecided("资金来源没有全部读到", "not every source of funds was read")]
  const whole = ofPrinted(total)
  if (!Quantities.sameUnit(total.value.unit, first.amount.low.unit))
    return [insufficient("金额单位不一致", "amounts are in different units")]
  if (sumsOf(known).some((sum) => overlap(sum, whole))) return [pass]
  const all = sumOf(known) ?? first.amount
  const isOpen =
    Quantities.compare(all.high, whole.low) < 0 && !sources.some(({ source }) => /其他|自筹|其它/u.test(source))
  if (isOpen && sources.some(({ source }) => source.includes("其中")))
    return [notApplicable("只列了“其中”的一部分来源", "only some of the sources are listed")]
  const shown = inUnit(all, total.shown)
  return [
    failed(about, {
      severity: "error",
      message: {
        zh: `“${evaluation.project}”的${labels[column]}合计 ${total.text}${total.shown}，各资金来源相加为 ${shown}`,
        en: `the total of “${evaluation.project}” (${labels[column]}) is ${total.text}${total.shown}; its sources add up to ${shown}`
      },
      where: [at(evaluation, row, labels[column]), ...sources.map((source) => at(evaluation, source, labels[column]))],
      expected: shown,
      found: total.text
    })
  ]
}

export const fundsTotal: EvaluationRuleSource = {
  name: "funds-total",
  label: "资金合计",
  kind: "score",
  strength: "hard",
  severity: "error",
  statement: {
    zh: "年初预算数、全年预算数、全年执行数：合计 = 各资金来源之和",
    en: "each amount: the total is the sum of its sources"
  },
  judge: (evaluation, about) =>
    (["initial", "fullYear", "executed"] as const).flatMap((column) => judgeSum(evaluation, column, about))
}

export const executedWithinBudget: EvaluationRuleSource = {
  name: "executed-within-budget",
  label: "全年执行数不大于全年预算数",
  kind: "plausibility",
  strength: "soft",
  severity: "warning",
  statement: {
    zh: "全年执行数 ≤ 全年预算数，超出须说明",
    en: "executed ≤ full-year budget; anything above is to be explained"
  },
  judge: (evaluation, about) => {
    const row = mainFunds(evaluation)
    const [budget, executed] = [amountOf(evaluation, row?.fullYear), amountOf(evaluation, row?.executed)]
    if (row === undefined || budget === undefined || executed === undefined) return []
    if (Quantities.compare(executed.low, budget.high) <= 0) return [pass]
    return [
      failed(about, {
        severity: "warning",
        message: {
          zh: `“${evaluation.project}”全年执行数 ${printedText(row.executed)} 大于全年预算数 ${printedText(row.fullYear)}，应说明原因`,
          en: `“${evaluation.project}” spent ${printedText(row.executed)}, more than its full-year budget ${printedText(row.fullYear)}: to be explained`
        },
        where: [at(evaluation, row, labels.executed), at(evaluation, row, labels.fullYear)]
      })
    ]
  }
}

export const zeroBudget: EvaluationRuleSource = {
  name: "zero-budget",
  label: "全年预算数为零",
  kind: "plausibility",
  strength: "soft",
  severity: "note",
  statement: {
    zh: "全年预算数、全年执行数均为零的，执行率无从计算，按地方的规定计分",
    en: "with a full-year budget and an execution of zero there is no rate; the score follows the rule of the place"
  },
  judge: (evaluation, about) => {
    const row = mainFunds(evaluation)
    const [budget, executed] = [numberOf(row?.fullYear), amountOf(evaluation, row?.executed)]
    if (row === undefined || budget === undefined || executed === undefined) return []
    if (!Quantities.isZero(budget.value)) return [pass]
    return [failed(about, ofZeroBudget(evaluation, row, about))]
  }
}

const ofZeroBudget = (evaluation: PublishedEvaluation, row: PublishedFunds, { place }: Judging): Found => {
  const { policy } = place.own
  const rate = numberOf(row.rate)
  const byRule = policy.zeroBudget._tag === "RateOf" ? quantity(policy.zeroBudget.rate, ratio) : undefined
  const isOtherwise = byRule !== undefined && rate !== undefined && !isSame(rate.value, byRule)
  const printed =
    rate === undefined
      ? { zh: "没有印出", en: "no rate is printed" }
      : { zh: `印为 ${rate.text}`, en: `the rate reads ${rate.text}` }
  const ruled = byRule === undefined ? undefined : percent(byRule)
  return {
    severity: isOtherwise ? "warning" : "note",
    message: {
      zh: `“${evaluation.project}”全年预算数为零，执行率无从计算，${printed.zh}${ruled === undefined ? "" : `，${policy.label}为 ${ruled}`}`,
      en: `the full-year budget of “${evaluation.project}” is zero, so that there is no rate to compute; ${printed.en}${ruled === undefined ? "" : `, by the rule of the place it is ${ruled}`}`
    },
    where: [at(evaluation, row, "执行率"), at(evaluation, row, labels.fullYear)],
    ...(rate === undefined ? {} : { found: rate.text })
  }
}
