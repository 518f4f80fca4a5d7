/** 文字与表的执行率: the rates that the conclusions of an evaluation state, held against its own table; both bases are named. */
import { type PublishedEvaluation, Quantities } from "@juesuan/domain"
import type { Judgement, Wording } from "../../judging/Finding.ts"
import { dividedByInterval, type Interval, ofPrinted, overlap, widened } from "../../judging/Interval.ts"
import { type Conclusion, conclusionsOf } from "./conclusions.ts"
import { type EvaluationRuleSource, type Judging, failed, pass, whereIn } from "./EvaluationRule.ts"
import { amountOf, mainFunds, numberOf, percent, printedAmount } from "./figures-of-evaluation.ts"
import { columnNames, unlessOneFits, whereOf } from "./text.ts"

const { ratio } = Quantities

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
