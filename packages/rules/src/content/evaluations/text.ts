/** 文字与表: what the conclusions of an evaluation say, held against its own table; both bases of a rate are named. */
import { type Printed, type PublishedEvaluation, type PublishedFunds, Quantities, type Quantity } from "@juesuan/domain"
import type { Judgement, Wording } from "../../judging/Finding.ts"
import { dividedByInterval, type Interval, ofPrinted, overlap, widened } from "../../judging/Interval.ts"
import { type Conclusion, conclusionsOf, type Stated } from "./conclusions.ts"
import { type EvaluationRuleSource, type Judging, failed, pass, whereIn } from "./EvaluationRule.ts"
import {
  amountOf,
  atMost,
  distance,
  halfOfPoints,
  isSame,
  mainFunds,
  numberOf,
  percent,
  printedAmount,
  plainText
} from "./figures-of-evaluation.ts"
import { indicatorSum, totalsOf } from "./totals.ts"

const { ratio } = Quantities

const whereOf = (evaluation: PublishedEvaluation, { paragraph, quote }: Conclusion) =>
  whereIn(evaluation, { section: paragraph.headings.join(" / "), quote }, paragraph.place)

const scoreNames = {
  executionScore: { zh: "预算执行率得分", en: "score of the budget execution" },
  indicatorScore: { zh: "指标得分合计", en: "sum of the scores of indicators" },
  total: { zh: "总得分", en: "total" }
} as const

const scoresOf = (evaluation: PublishedEvaluation, what: keyof typeof scoreNames): ReadonlyArray<Quantity> => {
  switch (what) {
    case "executionScore":
      return [numberOf(mainFunds(evaluation)?.score)?.value].flatMap((value) => value ?? [])
    case "indicatorScore":
      return totalsOf(evaluation).length === 0 ? [] : [indicatorSum(evaluation)].flatMap((value) => value ?? [])
    case "total": {
      const printed = numberOf(evaluation.total)?.value
      return printed === undefined ? totalsOf(evaluation) : [printed]
    }
  }
}

const isScore = (what: Stated): what is keyof typeof scoreNames => Object.hasOwn(scoreNames, what)

/** Where one statement of a kind fits the table, others of that kind are about something else: a part, another year. */
const unlessOneFits = (judgements: ReadonlyArray<readonly [Stated, Judgement]>): ReadonlyArray<Judgement> => {
  const fitting = new Set(judgements.flatMap(([what, { outcome }]) => (outcome === "fail" ? [] : [what])))
  return judgements.map(([what, judgement]) => (fitting.has(what) ? pass : judgement))
}

export const statedScores: EvaluationRuleSource = {
  name: "stated-scores",
  label: "结论所写的得分与表相符",
  labelEn: "Scores in the conclusion are those of the form",
  kind: "score",
  strength: "hard",
  severity: "error",
  statement: {
    zh: "结论所写的预算执行情况得分、指标得分、总得分与表中的相同",
    en: "the scores that the conclusion states are those of the table"
  },
  judge: (evaluation, about) =>
    unlessOneFits(
      conclusionsOf(evaluation).flatMap((conclusion) =>
        judgeScore(evaluation, conclusion, about).map((judgement) => [conclusion.what, judgement] as const)
      )
    )
}

const judgeScore = (
  evaluation: PublishedEvaluation,
  conclusion: Conclusion,
  about: Judging
): ReadonlyArray<Judgement> => {
  const { number, what } = conclusion
  if (!isScore(what)) return []
  const expected = scoresOf(evaluation, what)
  const [first] = expected
  if (first === undefined) return []
  if (expected.some((each) => isSame(each, number.value))) return [pass]
  const isRounded = expected.some((each) => atMost(distance(each, number.value), halfOfPoints(number)))
  if (isRounded && /\./u.test(plainText(first))) return [{ outcome: "rounding" }]
  const { en, zh } = scoreNames[what]
  return [
    failed(about, {
      severity: "error",
      message: {
        zh: `“${evaluation.project}”文中写${zh} ${number.text} 分，表中为 ${plainText(first)} 分`,
        en: `the text of “${evaluation.project}” gives ${number.text} as ${en}; the table gives ${plainText(first)}`
      },
      where: [whereOf(evaluation, conclusion)],
      expected: plainText(first),
      found: number.text
    })
  ]
}

type Column = "applied" | "initial" | "fullYear" | "executed"
const columnNames: { readonly [Each in Column]: string } = {
  applied: "目标申报数",
  initial: "年初预算数",
  fullYear: "全年预算数",
  executed: "全年执行数"
}
/** Which amounts of the table a stated amount may be. */
const meant: { readonly [What in Stated]?: ReadonlyArray<Column> } = {
  initial: ["initial", "applied"],
  fullYear: ["fullYear"],
  budget: ["initial", "fullYear", "applied"],
  executed: ["executed"]
}

const isIn =
  (funds: PublishedFunds, number: Conclusion["number"]) =>
  (column: Column): boolean => {
    const amount = numberOf(funds[column] as Printed | undefined)
    return amount !== undefined && amount.value.unit.kind === "yuan" && overlap(ofPrinted(amount), ofPrinted(number))
  }

const judgeAmount = (
  evaluation: PublishedEvaluation,
  conclusion: Conclusion,
  about: Judging
): ReadonlyArray<Judgement> => {
  const funds = mainFunds(evaluation)
  const columns = meant[conclusion.what]
  if (funds === undefined || columns === undefined) return []
  const present = columns.filter((column) => numberOf(funds[column])?.value.unit.kind === "yuan")
  const [first] = present
  const printed = first && numberOf(funds[first])
  if (first === undefined || printed === undefined) return []
  const matches = isIn(funds, conclusion.number)
  if (present.some(matches) || evaluation.funds.some((row) => present.some(isIn(row, conclusion.number)))) return [pass]
  const other = (Object.keys(columnNames) as ReadonlyArray<Column>).find(matches)
  const stated = `${conclusion.number.text}${conclusion.number.shown}`
  const inTable = `${printed.text}${printed.shown}`
  return [
    failed(about, {
      severity: other === undefined ? "error" : "warning",
      message:
        other === undefined
          ? {
              zh: `“${evaluation.project}”文中写“${conclusion.quote}”，表中${columnNames[first]}为 ${inTable}`,
              en: `the text of “${evaluation.project}” says “${conclusion.quote}”; the table gives ${inTable} (${columnNames[first]})`
            }
          : {
              zh: `“${evaluation.project}”文中写“${conclusion.quote}”，这是表中的${columnNames[other]}，${columnNames[first]}为 ${inTable}`,
              en: `the text of “${evaluation.project}” says “${conclusion.quote}”: that is ${columnNames[other]} of the table; ${columnNames[first]} is ${inTable}`
            },
      where: [
        whereOf(evaluation, conclusion),
        whereIn(evaluation, { row: funds.source, column: columnNames[first] }, funds.place)
      ],
      expected: inTable,
      found: stated
    })
  ]
}

export const statedAmounts: EvaluationRuleSource = {
  name: "stated-amounts",
  label: "文中所写的资金与表相符",
  labelEn: "Funds in the text are those of the form",
  kind: "score",
  strength: "hard",
  severity: "error",
  statement: {
    zh: "文中所写的年初预算、全年预算、实际支出，在所写的位数内与资金表相同",
    en: "budgets and execution that the text states are those of the table, within the digits printed"
  },
  judge: (evaluation, about) =>
    unlessOneFits(
      conclusionsOf(evaluation).flatMap((conclusion) =>
        judgeAmount(evaluation, conclusion, about).map((judgement) => [conclusion.what, judgement] as const)
      )
    )
}

interface Base {
  readonly name: { readonly zh: string; readonly en: string }
  readonly rate: Interval
}

/** The rates that the amounts of the table give, each with its base, the scored one first. */
const ratesOf = (evaluation: PublishedEvaluation): ReadonlyArray<Base> => {
  const funds = mainFunds(evaluation)
  const executed = amountOf(evaluation, funds?.executed)
  if (funds === undefined || executed === undefined) return []
  const on = (column: "fullYear" | "initial", en: string): ReadonlyArray<Base> => {
    const budget = printedAmount(evaluation, funds[column])
    const rate = budget && dividedByInterval(executed, budget, ratio)
    return rate === undefined ? [] : [{ name: { zh: columnNames[column], en }, rate }]
  }
  return [...on("fullYear", "full-year budget"), ...on("initial", "year-start budget")]
}

/** The rate that the amounts of the same sentence give. */
const rateOfSentence = (all: ReadonlyArray<Conclusion>, { paragraph }: Conclusion): Interval | undefined => {
  const here = all.filter((other) => other.paragraph === paragraph)
  const executed = here.find(({ what }) => what === "executed")
  const budget = here.find(({ what }) => what === "initial" || what === "budget" || what === "fullYear")
  if (executed === undefined || budget === undefined) return undefined
  return dividedByInterval(ofPrinted(executed.number), ofPrinted(budget.number), ratio)
}

/** What the rate would be by every base; once where all of them give the same. */
const inPercent = (bases: ReadonlyArray<Base>): Wording => {
  const rates = bases.map(({ rate }) => percent(rate.low))
  if (new Set(rates).size === 1) return { zh: rates[0] ?? "", en: rates[0] ?? "" }
  return {
    zh: bases.map(({ name }, index) => `${rates[index]}（按${name.zh}）`).join("或 "),
    en: bases.map(({ name }, index) => `${rates[index]} (on the ${name.en})`).join(" or ")
  }
}

const judgeRate = (
  evaluation: PublishedEvaluation,
  conclusion: Conclusion,
  about: Judging
): ReadonlyArray<Judgement> => {
  const { number } = conclusion
  const bases = ratesOf(evaluation)
  const [first] = bases
  if (conclusion.what !== "rate" || first === undefined) return []
  const shown = ofPrinted(number)
  if (bases.some(({ rate }) => overlap(shown, rate))) return [pass]
  const ofSentence = rateOfSentence(conclusionsOf(evaluation), conclusion)
  if (ofSentence !== undefined && overlap(shown, ofSentence)) return [pass]
  if (bases.some(({ rate }) => overlap(widened(shown, number.half), rate))) return [{ outcome: "rounding" }]
  return [
    failed(about, {
      severity: "error",
      message: {
        zh: `“${evaluation.project}”文中写“${conclusion.quote}”，按表中的数应为 ${inPercent(bases).zh}`,
        en: `the text of “${evaluation.project}” says “${conclusion.quote}”; by the table it is ${inPercent(bases).en}`
      },
      where: [whereOf(evaluation, conclusion)],
      expected: percent(first.rate.low),
      found: `${number.text}%`
    })
  ]
}

export const statedRate: EvaluationRuleSource = {
  name: "stated-rate",
  label: "文中所写的执行率与表相符",
  labelEn: "The execution rate in the text is that of the form",
  kind: "score",
  strength: "hard",
  severity: "error",
  statement: {
    zh: "文中所写的预算执行率 = 全年执行数 ÷ 全年预算数，或 ÷ 年初预算数",
    en: "the rate that the text states is executed ÷ full-year budget, or ÷ year-start budget"
  },
  judge: (evaluation, about) =>
    unlessOneFits(
      conclusionsOf(evaluation).flatMap((conclusion) =>
        judgeRate(evaluation, conclusion, about).map((judgement) => [conclusion.what, judgement] as const)
      )
    )
}

export const oneRate: EvaluationRuleSource = {
  name: "one-rate",
  label: "同一份自评的执行率前后一致",
  labelEn: "One execution rate in one self-evaluation",
  kind: "plausibility",
  strength: "soft",
  severity: "warning",
  statement: {
    zh: "同一份自评里的预算执行率是同一个数；口径不同的，写明各以什么为分母",
    en: "an evaluation has one rate of execution; where there are two, each says what it is on"
  },
  judge: (evaluation, about): ReadonlyArray<Judgement> => {
    const funds = mainFunds(evaluation)
    const inTable = numberOf(funds?.rate)
    const stated = conclusionsOf(evaluation).filter(({ what }) => what === "rate")
    if (funds === undefined || inTable === undefined || stated.length === 0) return []
    return stated.map((conclusion) => {
      if (overlap(ofPrinted(conclusion.number), ofPrinted(inTable))) return pass
      const base = ratesOf(evaluation).find(({ rate }) => overlap(ofPrinted(conclusion.number), rate))
      if (base === undefined) return pass
      const says = /全年预算|年初预算数?(?:的|口径)|口径/u.test(conclusion.quote)
      if (says) return pass
      return failed(about, {
        severity: "warning",
        message: {
          zh: `“${evaluation.project}”的执行率有两个：表中 ${percent(inTable.value)}（按全年预算数），文中 ${conclusion.number.text}%（按${base.name.zh}），没有写明分母`,
          en: `“${evaluation.project}” has two rates: ${percent(inTable.value)} in the table (on the full-year budget), ${conclusion.number.text}% (on the ${base.name.en}) in the text, and the text does not say of which budget`
        },
        where: [
          whereOf(evaluation, conclusion),
          whereIn(evaluation, { row: funds.source, column: "执行率" }, funds.place)
        ],
        expected: inTable.text,
        found: `${conclusion.number.text}%`
      })
    })
  }
}
