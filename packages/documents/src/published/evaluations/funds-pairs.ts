/** 成对的资金: forms that print no table of funds but labels with their numbers side by side (预算数： 100; 执行数： 95). */
import { type Printed, printedCellText, type PublishedFunds } from "@juesuan/domain"
import type { Building } from "./Building.ts"
import { pointsOf, rateOf } from "./funds.ts"
import { filled, type GridRow, plain, type RowCell } from "./grid-rows.ts"
import { type FundsColumn, fundsColumn, isFundsLabel, moneyUnitIn } from "./labels.ts"

interface Pair {
  readonly label: string
  readonly column: FundsColumn | undefined
  readonly value: RowCell
}

const isNumber = ({ text }: RowCell): boolean => /^-?[\d,，]+(?:\.\d+)?(?:%|％|分|万?元)?$/u.test(plain(text))

const amountColumns: ReadonlyArray<FundsColumn> = ["applied", "initial", "fullYear", "executed", "unspent"]

const columnOf = (label: string): FundsColumn | undefined => {
  const column = fundsColumn(label.replace(/[:：]\s*$/u, ""))
  return column === "reason" || column === "source" ? undefined : column
}

const pairsOf = (row: GridRow): ReadonlyArray<Pair> => {
  const cells = filled(row)
  return cells.flatMap((cell, index): ReadonlyArray<Pair> => {
    const value = cells[index + 1]
    const isLabel = !isNumber(cell) && plain(cell.text).length <= 20
    return isLabel && value !== undefined && isNumber(value)
      ? [{ label: plain(cell.text), column: columnOf(cell.text), value }]
      : []
  })
}

const printedAs = (evaluation: Building, column: FundsColumn, text: string): Printed => {
  if (column === "rate") return rateOf(text)
  return column === "score" || column === "weight" ? pointsOf(text) : printedCellText(text, evaluation.moneyUnit ?? "")
}

const fundsRow = (
  evaluation: Building,
  source: string,
  columns: ReadonlyArray<readonly [FundsColumn, string]>,
  row: GridRow
): PublishedFunds => {
  const at = (column: FundsColumn): Printed | undefined => {
    const found = columns.find(([each]) => each === column)
    return found && printedAs(evaluation, column, found[1])
  }
  return {
    source,
    applied: at("applied"),
    initial: at("initial"),
    fullYear: at("fullYear"),
    executed: at("executed"),
    unspent: at("unspent"),
    weight: at("weight"),
    rate: at("rate"),
    score: at("score"),
    reason: "",
    place: row.place
  }
}

/** Reads a row of labels with numbers of funds, or one of a source below it (其中：财政拨款 100; 其中：财政拨款 95). */
export const readFundsPairs = (evaluation: Building, row: GridRow): boolean => {
  if (evaluation.indicators.length > 0 || evaluation.fundsColumns !== undefined) return false
  for (const { text } of filled(row)) evaluation.moneyUnit ??= moneyUnitIn(text)
  const pairs = pairsOf(row)
  const named = pairs.flatMap(({ column, value }) => (column === undefined ? [] : [[column, value.text] as const]))
  const amounts = named.filter(([column]) => amountColumns.includes(column))
  if (amounts.length >= 2) {
    evaluation.pairColumns = amounts.map(([column]) => column)
    evaluation.funds.push(fundsRow(evaluation, "合计", named, row))
    return true
  }
  const [first] = pairs
  const known = evaluation.pairColumns
  const isSource = first !== undefined && isFundsLabel(first.label) && pairs.every(({ column }) => column === undefined)
  if (known === undefined || !isSource || pairs.length !== known.length) return false
  const columns = pairs.map(({ value }, index) => [known[index] ?? "executed", value.text] as const)
  evaluation.funds.push(fundsRow(evaluation, first.label.replace(/[:：]$/u, ""), columns, row))
  return true
}
