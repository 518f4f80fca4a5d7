/**
 * The reader that prints: a statement as text, in the words that `parse` reads. The first cell of the table that a statement
 * runs over says 每行 (每类, 每revenue.*) and 每栏; everywhere else the current row and column are 此行 and 此栏.
 */
import { ItemLevel } from "@juesuan/domain"
import { comparisonSigns, describe, describeCondition, named } from "../formula/explain.ts"
import type { Loop, Statement } from "./Statement.ts"

const everyRowText = (rows: NonNullable<Loop["rows"]>): string => {
  switch (rows._tag) {
    case "EveryRow":
      return "每行"
    case "RowsOfLevel":
      return `每${ItemLevel.labelOf(rows.level)}`
    case "RowGroup":
      return `每${named(rows.prefix)}*`
  }
}

const everyColumnText = (columns: NonNullable<Loop["columns"]>): string => {
  switch (columns._tag) {
    case "EveryColumn":
      return "每栏"
    case "ColumnGroup":
      return `每${named(columns.prefix)}*`
  }
}

/** The first cell of the table that says 此行 or 此栏 says what the statement runs over instead. */
const runningOver = (text: string, { columns, rows, table }: Loop): string => {
  const name = named(table)
  const [beforeRow, ...afterRow] = text.split(`${name}/此行/`)
  const withRow =
    rows === undefined || afterRow.length === 0
      ? text
      : `${beforeRow}${name}/${everyRowText(rows)}/${afterRow.join(`${name}/此行/`)}`
  if (columns === undefined) return withRow
  const start = withRow.indexOf(`${name}/`)
  const at = withRow.indexOf("/此栏", start)
  return at < 0 ? withRow : `${withRow.slice(0, at)}/${everyColumnText(columns)}${withRow.slice(at + "/此栏".length)}`
}

/** `公开03/每行/本年支出合计 = 公开03/此行/基本支出 + 公开03/此行/项目支出` */
export const describeStatement = ({ comparison, forEach, left, right, when }: Statement): string => {
  const body = `${describe(left)} ${comparisonSigns[comparison]} ${describe(right)}`
  const text = when === undefined ? body : `若${describeCondition(when)}则 ${body}`
  return forEach === undefined ? text : runningOver(text, forEach)
}
