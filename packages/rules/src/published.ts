/**
 * 印出: a derived disclosure as the published one that it prints: the same cells, as text, with what the text stands for.
 * Rules judge our own books by what they print, as they judge anybody's file.
 */
import {
  type Cell,
  type Disclosure,
  type Evaluation,
  type Figure,
  type Printed,
  printedCellText,
  type PublishedDisclosure,
  type PublishedEvaluation,
  type PublishedFunds,
  type PublishedIndicator,
  type PublishedRow,
  type PublishedTable,
  Quantities,
  type Row,
  type Table
} from "@juesuan/domain"
import { describeValue } from "./formula/explain.ts"

const nowhere = {}

const printedOf = ({ printed, unit }: Cell): Printed =>
  printed === null ? { _tag: "Blank" } : printedCellText(printed, unit.label)

const rowOf = ({ cells, key, label, meaning }: Row): PublishedRow => ({
  key,
  label,
  code: /^[23]\d{2}(?:\d{2}){0,2}$/u.test(meaning) ? meaning : undefined,
  meaning,
  place: nowhere,
  cells: Object.fromEntries(
    Object.entries(cells).map(([column, cell]) => [column, { printed: printedOf(cell), place: nowhere }])
  )
})

const saysEmpty = /无数据|无此项|没有数据/u

const tableOf = ({ columns, id, meaning, notes, rows, title, unit }: Table): PublishedTable => {
  const stated = notes.find((note) => saysEmpty.test(note))
  return {
    id,
    title,
    meaning,
    unit: { shown: unit, unit: Quantities.yuan },
    columns: columns.map(({ headings, label, meaning, number }) => ({ key: label, label, headings, number, meaning })),
    rows: rows.map(rowOf),
    statedEmpty: stated === undefined ? undefined : { text: stated, place: nowhere },
    notes,
    unread: [],
    place: nowhere
  }
}

/** An exact figure as it prints in this unit, to so many digits; blank where there is none. */
const amountOf = (figure: Figure): Printed => {
  if (figure.value._tag !== "Quantity") return { _tag: "Blank" }
  const { quantity } = figure.value
  if (quantity.unit.kind === "yuan")
    return printedCellText(
      Quantities.text(Quantities.rounded(Quantities.inTenThousandYuan(quantity), 2, "half-up"), 2),
      "万元"
    )
  if (quantity.unit.kind === "ratio") {
    const percent = Quantities.times(quantity, Quantities.quantity("100", Quantities.ratio), Quantities.ratio)
    return printedCellText(Quantities.text(Quantities.rounded(percent, 2, "half-up"), 2), "%")
  }
  return printedCellText(Quantities.text(quantity), quantity.unit.label)
}

const wordsOf = ({ value }: Figure): string => (value._tag === "NoValue" ? "" : describeValue(value))

const fundsOf = ({ executionScore, funds }: Evaluation): PublishedFunds => ({
  source: "合计",
  applied: amountOf(funds.applied),
  initial: amountOf(funds.approved),
  fullYear: amountOf(funds.fullYear),
  executed: amountOf(funds.executed),
  unspent: amountOf(funds.unspent),
  weight: undefined,
  rate: amountOf(funds.executionRate),
  score: amountOf(executionScore),
  reason: wordsOf(funds.reason),
  place: nowhere
})

const indicatorOf = (indicator: Evaluation["indicators"][number]): PublishedIndicator => ({
  level1: indicator.level1,
  level2: indicator.level2,
  name: indicator.indicator,
  initialTarget: undefined,
  target: wordsOf(indicator.target),
  actual: wordsOf(indicator.actual),
  weight: amountOf(indicator.weight),
  score: amountOf(indicator.score),
  explanation: "",
  reason: wordsOf(indicator.reason),
  place: nowhere
})

const evaluationOf = (evaluation: Evaluation, { unit, year }: Disclosure): PublishedEvaluation => ({
  form: "table",
  legibility: "clean",
  project: evaluation.name,
  unit: unit.name,
  year,
  funds: [fundsOf(evaluation)],
  indicators: evaluation.indicators.map(indicatorOf),
  total: amountOf(evaluation.total),
  grade: wordsOf(evaluation.grade),
  paragraphs: [],
  unread: [],
  place: nowhere
})

/** What a derived disclosure states, as printed. */
export const publishedOf = (disclosure: Disclosure): PublishedDisclosure => ({
  files: [],
  unit: disclosure.unit.name,
  year: disclosure.year,
  tables: disclosure.tables.map(tableOf),
  narrative: [],
  // A project without indicators was not evaluated: nothing of it is published.
  evaluations: disclosure.evaluations
    .filter(({ indicators }) => indicators.length > 0)
    .map((evaluation) => evaluationOf(evaluation, disclosure)),
  unread: []
})
