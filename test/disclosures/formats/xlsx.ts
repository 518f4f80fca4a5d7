/** XLSX: a sheet for every table, with its title and captions in the grid, as departments export them. */
import { Workbook } from "@cj-tech-master/excelts"
import type { Draft, DraftTable } from "../Draft.ts"
import { allRows } from "./rows.ts"

const amount = /^-?\d{1,3}(?:,\d{3})*\.\d{2}$|^-?\d+\.\d{2}$/u

export interface XlsxStyle {
  /** Amounts are numbers with a format; else text as printed. */
  readonly numbers: boolean
}

const sheetName = (table: DraftTable, index: number): string =>
  `${index + 1} ${table.title.replaceAll(/[“”"'\\/?*[\]:（）]/gu, "")}`.slice(0, 28)

const fill = (workbook: Workbook, table: DraftTable, index: number, style: XlsxStyle): void => {
  const sheet = workbook.addWorksheet(sheetName(table, index))
  const rows = allRows({ ...table, titleInGrid: true })
  rows.forEach((row, rowIndex) => {
    row.forEach((cell, columnIndex) => {
      if (cell === undefined) return
      const target = sheet.getCell(rowIndex + 1, columnIndex + 1)
      if (cell.columnSpan !== undefined || cell.rowSpan !== undefined)
        sheet.mergeCells(
          rowIndex + 1,
          columnIndex + 1,
          rowIndex + (cell.rowSpan ?? 1),
          columnIndex + (cell.columnSpan ?? 1)
        )
      if (style.numbers && amount.test(cell.text)) {
        target.value = Number(cell.text.replaceAll(",", ""))
        target.numFmt = cell.text.includes(",") ? "#,##0.00" : "0.00"
      } else if (cell.text !== "") target.value = cell.text
    })
  })
  table.notes.forEach((note, noteIndex) => {
    sheet.getCell(rows.length + 1 + noteIndex, 1).value = note
  })
}

/** The tables of the disclosure; its text goes into a file of its own. */
export const xlsxFile = async ({ blocks }: Draft, style: XlsxStyle): Promise<Uint8Array> => {
  const workbook = new Workbook()
  const tables = blocks.filter((block) => block.block === "table").filter(({ kind }) => kind !== "evaluation")
  tables.forEach((table, index) => fill(workbook, table, index, style))
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
