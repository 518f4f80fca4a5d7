/**
 * 审核报告工作簿: findings, receipts and what was not understood, a sheet each. Everything is written as text, so that no cell
 * can be taken for a formula; counts are numbers.
 */
import type { AuditReport, Severity } from "@juesuan/rules"
import type { Sheet } from "../Sheet.ts"
import { findingsSheet, receiptsSheet, unreadSheet } from "./sheets.ts"
import { workbookBytes } from "../write/xlsx/workbook-bytes.ts"
import type { CellStyle, WorkbookRow, WorkbookSheet } from "../write/xlsx/Workbook.ts"
import { widthOf } from "../write/wrapping.ts"
import {
  chosenByNames,
  inParentheses,
  type Language,
  outcomeNames,
  outcomeOrder,
  severityNames,
  severityOrder,
  verdictNames,
  words
} from "./wording.ts"

const plain: CellStyle = { wraps: true, down: "top" }
const strong: CellStyle = { ...plain, bold: true }
const widest = 48
const narrowest = 8

const longestLine = (text: string): number => Math.max(...text.split("\n").map(widthOf))

const columnWidths = ({ columns, rows }: Sheet): ReadonlyArray<number> =>
  columns.map(({ headings }, index) => {
    const texts = [headings.join(""), ...rows.map((row) => row[index] ?? "")]
    return Math.min(widest, Math.max(narrowest, ...texts.map((text) => longestLine(text) + 2)))
  })

const overview = (report: AuditReport, lang: Language): ReadonlyArray<readonly [string, string]> => {
  const { coverage, document, findings, verdict } = report
  const { cells, claims, rules } = coverage
  const readJudged = inParentheses(words.readJudged[lang], lang)
  const chosenBy = inParentheses(chosenByNames[document.ruleSet.chosenBy][lang], lang)
  return [
    [words.verdict[lang], verdictNames[verdict][lang]],
    ...severityOrder.map(
      (severity) =>
        [
          severityNames[severity][lang],
          String(findings.filter((finding) => finding.severity === severity).length)
        ] as const
    ),
    [words.unit[lang], document.unit ?? "—"],
    [words.year[lang], document.year === undefined ? "—" : String(document.year)],
    [words.ruleSet[lang], `${document.ruleSet.label}${chosenBy}`],
    ...document.files.map(({ name }) => [words.files[lang], name] as const),
    [`${words.cells[lang]}${readJudged}`, `${cells.read} / ${cells.judged}`],
    [`${words.claims[lang]}${readJudged}`, `${claims.read} / ${claims.judged}`],
    ...outcomeOrder.map(
      (outcome) => [`${words.rules[lang]} ${outcomeNames[outcome][lang]}`, String(rules[outcome])] as const
    )
  ]
}

/** Behind the severity of a finding. */
const fills: Readonly<Record<Severity, string>> = {
  error: "F8D0CE",
  warning: "FFE8C4",
  rounding: "E6E8F5",
  note: "DDF0FA"
}
const filled = (severity: Severity): CellStyle => ({ ...plain, fill: fills[severity] })

const page = { landscape: true } as const

const overviewSheet = (report: AuditReport, lang: Language): WorkbookSheet => ({
  name: words.report[lang],
  rows: overview(report, lang).map((line, index) => ({
    cells: line.map((text) => ({ text, style: index === 0 ? strong : plain }))
  })),
  widths: [28, widest],
  page
})

const listSheet = (sheet: Sheet, styleOf: (row: number, column: number) => CellStyle): WorkbookSheet => {
  const { columns, rows, title = "" } = sheet
  const heads: WorkbookRow = { cells: columns.map(({ headings }) => ({ text: headings.join(" "), style: strong })) }
  const lines = rows.map(
    (row, line): WorkbookRow => ({
      cells: row.map((cell, column) => {
        const style = styleOf(line, column)
        return cell !== null && columns[column]?.holds === "number"
          ? { number: cell, style }
          : { text: cell ?? "", style }
      })
    })
  )
  return {
    name: title,
    rows: [heads, ...lines],
    widths: columnWidths(sheet),
    frozenRows: 1,
    repeatedRows: 1,
    filtered: true,
    page
  }
}

/**
 * The report as an XLSX file.
 *
 * @example writeFileSync("审核报告.xlsx", auditWorkbook(report, "zh"))
 */
export const auditWorkbook = (report: AuditReport, lang: Language): Uint8Array => {
  const bySeverity = (row: number, column: number): CellStyle => {
    const severity = report.findings[row]?.severity
    return column === 0 && severity !== undefined ? filled(severity) : plain
  }
  return workbookBytes([
    overviewSheet(report, lang),
    listSheet(findingsSheet(report, lang), bySeverity),
    listSheet(receiptsSheet(report, lang), () => plain),
    listSheet(unreadSheet(report, lang), () => plain)
  ])
}
