/**
 * 审核报告工作簿: findings, receipts and what was not understood, a sheet each. Everything is written as text, so that no cell
 * can be taken for a formula; counts are numbers.
 */
import type { AuditReport } from "@juesuan/rules"
import type { Sheet } from "../Sheet.ts"
import { findingsSheet, receiptsSheet, unreadSheet } from "./sheets.ts"
import { type Language, verdictNames, words } from "./wording.ts"

const font = { name: "宋体", size: 10 }
const wrapping = { wrapText: true, vertical: "top" } as const
const widest = 60
const narrowest = 8

/** Half-width columns of a text's longest line. */
const widthOf = (text: string): number =>
  Math.max(...text.split("\n").map((line) => [...line].reduce((sum, mark) => sum + (mark > "\u2e80" ? 2 : 1), 0)))

const columnWidths = ({ columns, rows }: Sheet): ReadonlyArray<number> =>
  columns.map(({ headings }, index) => {
    const texts = [headings.join(""), ...rows.map((row) => row[index] ?? "")]
    return Math.min(widest, Math.max(narrowest, ...texts.map((text) => widthOf(text) + 2)))
  })

const overview = (report: AuditReport, lang: Language): ReadonlyArray<readonly [string, string]> => {
  const { coverage, document, verdict } = report
  return [
    [words.verdict[lang], verdictNames[verdict][lang]],
    [words.unit[lang], document.unit ?? "—"],
    [words.year[lang], document.year === undefined ? "—" : String(document.year)],
    [words.ruleSet[lang], document.ruleSet.label],
    ...document.files.map(({ name }) => [words.files[lang], name] as const),
    [`${words.cells[lang]}（${words.readJudged[lang]}）`, `${coverage.cells.read} / ${coverage.cells.judged}`] as const,
    [
      `${words.claims[lang]}（${words.readJudged[lang]}）`,
      `${coverage.claims.read} / ${coverage.claims.judged}`
    ] as const
  ]
}

/**
 * The report as an XLSX file.
 *
 * @example writeFileSync("审核报告.xlsx", await auditWorkbook(report, "zh"))
 */
export const auditWorkbook = async (report: AuditReport, lang: Language): Promise<Uint8Array> => {
  const { Workbook } = await import("@cj-tech-master/excelts")
  const workbook = new Workbook()
  const first = workbook.addWorksheet(words.report[lang])
  for (const line of overview(report, lang)) first.addRow([...line]).font = font
  first.getColumn(1).width = 28
  first.getColumn(2).width = widest
  for (const sheet of [findingsSheet(report, lang), receiptsSheet(report, lang), unreadSheet(report, lang)]) {
    const page = workbook.addWorksheet(sheet.title ?? "", { views: [{ state: "frozen", ySplit: 1 }] })
    page.addRow(sheet.columns.map(({ headings }) => headings.join(" "))).font = { ...font, bold: true }
    for (const row of sheet.rows) {
      const cells = row.map((cell, index) =>
        cell !== null && sheet.columns[index]?.holds === "number" ? Number(cell) : (cell ?? "")
      )
      const added = page.addRow(cells)
      added.font = font
      added.alignment = wrapping
    }
    columnWidths(sheet).forEach((width, index) => {
      page.getColumn(index + 1).width = width
    })
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
