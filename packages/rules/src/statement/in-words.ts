/**
 * 用语: a statement with the names that people know instead of meanings: `expenditure/total/expenditure.basic` becomes
 * 支出决算表/合计/基本支出. It means the same: names in statements are read either way.
 */
import { meaningGroups, nameOfMeaning, type TableMeaning, tableMeanings } from "../content/Meanings.ts"
import * as Formulas from "../formula/Formula.ts"
import type { Cells, Condition, Formula } from "../formula/Formula.ts"
import type { Loop, Statement } from "./Statement.ts"

const tables: ReadonlyArray<TableMeaning> = Object.values(tableMeanings)
const tableOf = (name: string): TableMeaning | undefined => tables.find(({ meaning }) => meaning === name)

/** What a table is called. */
export const tableLabel = (name: string): string => tableOf(name)?.label ?? name

const groupLabel = (prefix: string): string => meaningGroups.find((group) => group.prefix === prefix)?.label ?? prefix

const labelIn = (labels: Readonly<Record<string, string>> | undefined, name: string): string =>
  labels === undefined ? name : (nameOfMeaning(labels, name) ?? name)

/** A place by the names that people know. */
export const cellsInWords = <Place extends Cells>(place: Place): Place => {
  const known = tableOf(place.table)
  const { columns, rows } = place
  return {
    ...place,
    table: tableLabel(place.table),
    rows:
      rows._tag === "Row"
        ? { ...rows, row: labelIn(known?.rows, rows.row) }
        : rows._tag === "RowGroup"
          ? { ...rows, prefix: groupLabel(rows.prefix) }
          : rows,
    columns:
      columns._tag === "Column"
        ? { ...columns, column: labelIn(known?.columns, columns.column) }
        : columns._tag === "ColumnGroup"
          ? { ...columns, prefix: groupLabel(columns.prefix) }
          : columns
  }
}

type AtLeastOne = readonly [Formula, ...ReadonlyArray<Formula>]
type AtLeastTwo = readonly [Formula, Formula, ...ReadonlyArray<Formula>]
type Conditions = readonly [Condition, Condition, ...ReadonlyArray<Condition>]

/** A condition by the names that people know. */
export const conditionInWords = (condition: Condition): Condition => {
  switch (condition._tag) {
    case "Is":
      return condition
    case "Filled":
    case "Unfilled":
      return { ...condition, of: cellsInWords(condition.of) }
    case "Compares":
      return { ...condition, left: formulaInWords(condition.left), right: formulaInWords(condition.right) }
    case "Every":
    case "Some":
      return { ...condition, of: condition.of.map(conditionInWords) as unknown as Conditions }
  }
}

const formulaInWords = (formula: Formula): Formula => {
  switch (formula._tag) {
    case "Cell": {
      const { columns, rows, table } = cellsInWords({
        table: formula.table,
        rows: formula.row,
        columns: formula.column
      })
      return { ...formula, table, row: rows as Formulas.RowPick, column: columns as Formulas.ColumnPick }
    }
    case "Total":
      return Formulas.total(cellsInWords(formula.of))
    case "Sum":
      return { ...formula, terms: formula.terms.map(formulaInWords) }
    case "Difference":
      return Formulas.difference(formulaInWords(formula.minuend), formulaInWords(formula.subtrahend))
    case "Product":
      return { ...formula, factors: formula.factors.map(formulaInWords) as unknown as AtLeastTwo }
    case "Quotient":
      return Formulas.quotient(formulaInWords(formula.dividend), formulaInWords(formula.divisor))
    case "Least":
    case "Greatest":
      return { ...formula, of: formula.of.map(formulaInWords) as unknown as AtLeastOne }
    case "Rounded":
    case "Banded":
    case "InTenThousandYuan":
      return { ...formula, of: formulaInWords(formula.of) }
    case "When":
      return Formulas.when(
        conditionInWords(formula.condition),
        formulaInWords(formula.met),
        formulaInWords(formula.otherwise)
      )
    case "Reference":
    case "Parameter":
    case "Constant":
    case "Select":
    case "NotApplicable":
      return formula
  }
}

/** A statement by the names that people know. */
export const statementInWords = (statement: Statement): Statement => {
  const { forEach, left, right, when } = statement
  return {
    ...statement,
    left: formulaInWords(left),
    right: formulaInWords(right),
    ...(when === undefined ? {} : { when: conditionInWords(when) }),
    ...(forEach === undefined ? {} : { forEach: loopInWords(forEach) })
  }
}

const loopInWords = (loop: Loop): Loop => ({
  table: tableLabel(loop.table),
  ...(loop.rows === undefined
    ? {}
    : { rows: loop.rows._tag === "RowGroup" ? { ...loop.rows, prefix: groupLabel(loop.rows.prefix) } : loop.rows }),
  ...(loop.columns === undefined
    ? {}
    : {
        columns:
          loop.columns._tag === "ColumnGroup"
            ? { ...loop.columns, prefix: groupLabel(loop.columns.prefix) }
            : loop.columns
      })
})
