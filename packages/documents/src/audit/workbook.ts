/**
 * 审核报告工作簿: findings, receipts and what was not understood, a sheet each. Everything is written as text, so that no cell
 * can be taken for a formula; counts are numbers.
 */
import type { AuditReport, Severity } from "@juesuan/rules"
import type { Sheet } from "../Sheet.ts"
import { findingsSheet, receiptsSheet, unreadSheet } from "./sheets.ts"
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

const font = { name: "宋体", size: 10 }
const wrapping = { wrapText: true, vertical: "top" } as const
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
  error: "FFF8D0CE",
  warning: "FFFFE8C4",
  rounding: "FFE6E8F5",
  note: "FFDDF0FA"
}

/** Printed on A4 across, as wide as the page. */
const printing = { orientation: "landscape", paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const

/**
 * The report as an XLSX file.
 *
 * @example writeFileSync("审核报告.xlsx", await auditWorkbook(report, "zh"))
 */
export const auditWorkbook = async (report: AuditReport, lang: Language): Promise<Uint8Array> => {
  const { Workbook } = await import("@cj-tech-master/excelts")
  const workbook = new Workbook()
  const first = workbook.addWorksheet(words.report[lang], { pageSetup: printing })
  for (const line of overview(report, lang)) {
    const added = first.addRow([...line])
    added.font = font
    added.alignment = wrapping
  }
  first.getRow(1).font = { ...font, bold: true }
  first.getColumn(1).width = 28
  first.getColumn(2).width = widest
  const sheets = [findingsSheet(report, lang), receiptsSheet(report, lang), unreadSheet(report, lang)]
  for (const [index, sheet] of sheets.entries()) {
    const page = workbook.addWorksheet(sheet.title ?? "", {
      views: [{ state: "frozen", ySplit: 1 }],
      pageSetup: { ...printing, printTitlesRow: "1:1" }
    })
    page.addRow(sheet.columns.map(({ headings }) => headings.join(" "))).font = { ...font, bold: true }
    for (const row of sheet.rows) {
      const cells = row.map((cell, at) =>
        cell !== null && sheet.columns[at]?.holds === "number" ? Number(cell) : (cell ?? "")
      )
      const added = page.addRow(cells)
      added.font = font
      added.alignment = wrapping
    }
    page.autoFilter = { from: { row: 1, col: 1 }, to: { row: 1, col: sheet.columns.length } }
    columnWidths(sheet).forEach((width, at) => {
      page.getColumn(at + 1).width = width
    })
    if (index === 0) {
      for (const [at, { severity }] of report.findings.entries()) {
        page.getRow(at + 2).getCell(1).fill = { type: "pattern", pattern: "solid", fgColor: { argb: fills[severity] } }
      }
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
