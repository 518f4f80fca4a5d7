/** 自评表的行: a grid of a form, row by row: what the project is, its funds, its indicators, and the words below them. */
import type { Unread } from "@juesuan/domain"
import type { Building } from "./Building.ts"
import { headsFunds, openFunds, readFunds } from "./funds.ts"
import { readFundsPairs } from "./funds-pairs.ts"
import { filled, type GridRow, plain } from "./grid-rows.ts"
import { tidy } from "../tables/Matrix.ts"
import { beginsIndicators, isTotalRow, openIndicators, readIndicator } from "./indicators.ts"
import { isGarbled, isProjectLabel, isSectionLabel, isUnitLabel, moneyUnitIn } from "./labels.ts"

/** `023001-某局` and `51000021Y000000001-某项目` as 某局 and 某项目. */
export const withoutCode = (name: string): string =>
  name
    .trim()
    .replace(/^(?:[\d\s]+|[\dA-Z]{6,})[-—–_]\s*/u, "")
    .replace(/^[[【(（]\d+[\]】)）]\s*/u, "")

/** 项目名称 and what stands beside it; 主管部门 and 实施单位 likewise. */
const readPairs = (evaluation: Building, row: GridRow): boolean => {
  const cells = filled(row)
  let found = false
  for (const [index, { text }] of cells.entries()) {
    const value = /[:：](.+)$/u.exec(text)?.[1]?.trim() ?? cells[index + 1]?.text.trim() ?? ""
    if (isProjectLabel(text) && evaluation.project === "") {
      evaluation.project = tidy(withoutCode(value))
      found = true
    } else if (isUnitLabel(text) && value !== "" && !isUnitLabel(value)) {
      if (/单位|部门名称/u.test(plain(text)) || evaluation.unit === undefined) evaluation.unit = withoutCode(value)
      found = true
    } else if (isProjectLabel(text)) found = true
  }
  return found
}

const isNumber = (text: string): boolean => /^-?[\d,.]+$/u.test(plain(text))

const notUnderstood: Unread["reason"] = { zh: "表中没有读懂的一格", en: "a cell of the form that is not understood" }

/** A line of words under its labels: 自评结果分析 / 产出情况及分析 / … */
const readWords = (evaluation: Building, row: GridRow): void => {
  const cells = filled(row)
  const above = row.cells.filter(({ fromAbove, text }) => fromAbove && text.trim() !== "")
  const labels = cells.filter(({ text }) => text.length <= 30 && (isNumber(text) || !/[。；，,;]/u.test(text)))
  const words = cells.filter((cell) => !labels.includes(cell))
  if (words.length > 0 || /等级|结论|评分|得分/u.test(labels[0]?.text ?? "")) {
    const said = words.length > 0 ? words : labels.slice(1)
    for (const { place, text } of said) {
      const headings = [...above, ...labels].filter((cell) => !said.includes(cell)).map((cell) => plain(cell.text))
      evaluation.paragraphs.push({ headings, text: text.trim(), place })
    }
    return
  }
  const rest = cells.filter(({ text }) => !isSectionLabel(text) && /\d/u.test(plain(text)))
  // What stands above the funds and the indicators, or under the total, takes nothing from what was read of these.
  const isBeside = evaluation.part === "head" || evaluation.total !== undefined
  for (const { place, text } of rest)
    evaluation.unread.push({ text, reason: notUnderstood, place, ...(isBeside ? { aside: true } : {}) })
}

/** Whether the part that is being read takes the row. */
const isTaken = (evaluation: Building, row: GridRow): boolean => {
  switch (evaluation.part) {
    case "funds":
      return readFunds(evaluation, row)
    case "indicators":
      return readIndicator(evaluation, row)
    case "text":
      return evaluation.total === undefined && isTotalRow(row) && readIndicator(evaluation, row)
    case "head":
      return false
  }
}

/** A row that is in no part: the head of the form, and the words under its numbers. */
const readOther = (evaluation: Building, row: GridRow): void => {
  evaluation.moneyUnit ??= filled(row)
    .map(({ text }) => moneyUnitIn(text))
    .find((unit) => unit !== undefined)
  if (readFundsPairs(evaluation, row)) return
  if (readPairs(evaluation, row)) evaluation.signs.garbled += filled(row).filter(({ text }) => isGarbled(text)).length
  else readWords(evaluation, row)
  if (evaluation.part !== "head") evaluation.part = "text"
}

/** Reads the row at `index`, with the second row of headings where it has one, and says how many rows that were. */
const step = (evaluation: Building, rows: ReadonlyArray<GridRow>, index: number): number => {
  const row = rows[index]
  if (row === undefined || filled(row).length === 0) return 1
  if (beginsIndicators(rows, index)) return openIndicators(evaluation, rows, index)
  if (headsFunds(row)) return openFunds(evaluation, rows, index)
  if (!isTaken(evaluation, row)) readOther(evaluation, row)
  return 1
}

export const readFormRows = (evaluation: Building, rows: ReadonlyArray<GridRow>): void => {
  let index = 0
  while (index < rows.length) index += Math.max(1, step(evaluation, rows, index))
}
