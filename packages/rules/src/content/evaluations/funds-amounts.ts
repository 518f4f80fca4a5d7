/** 资金金额: what is left follows from budget and execution, 合计 is the sum of its sources; a budget of zero, and one that was exceeded, are said. */
import { type PublishedEvaluation, type PublishedFunds, Quantities } from "@juesuan/domain"
import type { Judgement } from "../../judging/Finding.ts"
import { type Interval, minusInterval, ofPrinted, overlap, plusInterval } from "../../judging/Interval.ts"
import {
  type EvaluationRuleSource,
  failed,
  type Found,
  insufficient,
  type Judging,
  notApplicable,
  pass,
  undecided
} from "./EvaluationRule.ts"
import {
  amountOf,
  isSame,
  mainFunds,
  numberOf,
  percent,
  printedAmount,
  printedText,
  sourcesOf
} from "./figures-of-evaluation.ts"
import { at, inUnit, labels } from "./funds-rows.ts"

const { quantity, ratio } = Quantities

export const unspent: EvaluationRuleSource = {
  name: "unspent",
  label: "资金结（转）余",
  labelEn: "Funds unspent",
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
  labelEn: "Totals of the funds",
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
  labelEn: "Executed within the full-year budget",
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
  labelEn: "Full-year budget of zero",
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
