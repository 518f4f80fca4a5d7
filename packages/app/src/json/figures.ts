/** 数字的 JSON: how figures, cells, tables and evaluations of the domain look in every answer. */
import {
  type Cell,
  type Disclosure,
  type Evaluation,
  type Figure,
  Quantities,
  type Quantity,
  type Table
} from "@juesuan/domain"
import type { Answered } from "../Disclosures.ts"
import type { EvaluationJson, ScoresJson } from "./scores.ts"
import type { TableJson } from "./tables.ts"
import type { Amount, Value } from "./values.ts"

/** What a score shows: no more than two decimals, and no zeros behind them. */
const pointsText = (quantity: Quantity): string => Quantities.text(Quantities.rounded(quantity, 2, "half-up"))

/**
 * A quantity as people read it: money in 元 with two decimals, ratios in per cent with two, points with at most two,
 * everything else as it is. `exact` is the same in full.
 */
export const amountJson = (quantity: Quantity): Amount => {
  const { label, kind } = quantity.unit
  if (kind === "ratio") {
    const percent = Quantities.times(quantity, Quantities.quantity("100", Quantities.ratio), Quantities.ratio)
    const value = Quantities.text(Quantities.rounded(percent, 2, "half-up"), 2)
    return { value, unit: label, exact: Quantities.text(percent) }
  }
  if (kind !== "yuan") {
    const exact = Quantities.text(quantity)
    return { value: kind === "points" ? pointsText(quantity) : exact, unit: label, exact }
  }
  return {
    value: Quantities.text(Quantities.rounded(quantity, 2, "half-up"), 2),
    unit: label,
    exact: yuanExact(quantity)
  }
}

/** 元 with at least two decimals: what vouchers show. */
const yuanExact = (quantity: Quantity): string => {
  const exact = Quantities.text(quantity)
  return /\.\d{3,}$/u.test(exact) ? exact : Quantities.text(quantity, 2)
}

/** The value of a figure. */
export const figureValue = ({ value }: Figure): Value => {
  switch (value._tag) {
    case "Quantity":
      return amountJson(value.quantity)
    case "Text":
      return { text: value.text }
    case "NoValue": {
      const { noValue } = value
      const about =
        noValue._tag === "InputMissing"
          ? noValue.input
          : noValue._tag === "DivisionByZero"
            ? noValue.divisor
            : noValue.reason
      return { missing: noValue._tag, about }
    }
  }
}

/** A cell as it prints; a blank is null. */
export const cellJson = ({ figure, printed, unit }: Cell): Amount | null => {
  if (printed === null || figure.value._tag !== "Quantity") return null
  const { quantity } = figure.value
  const exact = quantity.unit.kind === "yuan" ? yuanExact(quantity) : Quantities.text(quantity)
  return { value: printed, unit: unit.label, exact }
}

const frame = ({ asOf, name, scope }: Answered) => ({ of: { ...scope, name }, asOf })

export const tableJson = (table: Table, answered: Answered): TableJson => ({
  table: table.id,
  title: table.title,
  unit: table.unit,
  ...frame(answered),
  columns: table.columns.map(({ label, number }, index) => ({ key: String(number ?? index + 1), label })),
  rows: table.rows.map(({ cells, key, label, level, lines }) => ({
    key,
    label,
    level,
    lines,
    cells: Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, cellJson(cell)]))
  })),
  notes: table.notes
})

export const evaluationJson = (evaluation: Evaluation): EvaluationJson => {
  const { computed, funds, stated } = evaluation
  return {
    project: evaluation.project,
    name: evaluation.name,
    funds: {
      applied: figureValue(funds.applied),
      approved: figureValue(funds.approved),
      fullYear: figureValue(funds.fullYear),
      executed: figureValue(funds.executed),
      unspent: figureValue(funds.unspent),
      executionRate: figureValue(funds.executionRate),
      initialExecutionRate: figureValue(funds.initialExecutionRate)
    },
    indicators: evaluation.indicators.map((each) => ({
      level1: each.level1,
      level2: each.level2,
      indicator: each.indicator,
      target: figureValue(each.target),
      actual: figureValue(each.actual),
      weight: figureValue(each.weight),
      score: figureValue(each.score),
      computedScore: figureValue(each.computedScore),
      reason: figureValue(each.reason)
    })),
    executionScore: figureValue(evaluation.executionScore),
    indicatorScore: figureValue(evaluation.indicatorScore),
    total: figureValue(evaluation.total),
    grade: figureValue(evaluation.grade),
    stated: {
      executionScore: figureValue(stated.executionScore),
      indicatorScore: figureValue(stated.indicatorScore),
      total: figureValue(stated.total),
      grade: figureValue(stated.grade)
    },
    computed: {
      indicatorScore: figureValue(computed.indicatorScore),
      total: figureValue(computed.total),
      grade: figureValue(computed.grade)
    }
  }
}

export const scoresJson = (
  answered: Answered & { readonly ruleSet: string; readonly evaluations: Disclosure["evaluations"] }
): ScoresJson => ({
  ...frame(answered),
  ruleSet: answered.ruleSet,
  evaluations: answered.evaluations.map(evaluationJson)
})
