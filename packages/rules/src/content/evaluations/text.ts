/** 文字与表: the scores and amounts that the conclusions of an evaluation state, held against its own table; rates are in text-rates.ts. */
import { type Printed, type PublishedEvaluation, type PublishedFunds, type Quantity } from "@juesuan/domain"
import type { Judgement } from "../../judging/Finding.ts"
import { ofPrinted, overlap } from "../../judging/Interval.ts"
import { type Conclusion, conclusionsOf, type Stated } from "./conclusions.ts"
import { type EvaluationRuleSource, type Judging, failed, pass, whereIn } from "./EvaluationRule.ts"
import { atMost, distance, halfOfPoints, isSame, mainFunds, numberOf, plainText } from "./figures-of-evaluation.ts"
import { indicatorSum, totalsOf } from "./totals.ts"

export const whereOf = (evaluation: PublishedEvaluation, { paragraph, quote }: Conclusion) =>
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
export const unlessOneFits = (judgements: ReadonlyArray<readonly [Stated, Judgement]>): ReadonlyArray<Judgement> => {
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
export const columnNames: { readonly [Each in Column]: string } = {
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
