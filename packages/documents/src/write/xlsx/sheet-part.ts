/** 工作表: one sheet as its part of the workbook. */
import { startsFormula } from "../formula-injection.ts"
import type { Styles } from "./Styles.ts"
import { cellAddress, type Merge, type WorkbookCell, type WorkbookRow, type WorkbookSheet } from "./Workbook.ts"
import { declaration, type Pool, relationships, spreadsheet, xmlText } from "./xml.ts"

/** What the cells of all sheets share. */
export interface Shared {
  readonly styles: Styles
  readonly texts: Pool
}

/** Office programs refuse a file with a longer text in a cell. */
const longestText = 32_767

const shortened = (text: string): string => (text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text)

const cellMarkup = (cell: WorkbookCell, address: string, { styles, texts }: Shared): string => {
  const { formula, number, style, text } = cell
  if (text !== undefined) {
    const styled = styles.numberOf(style, startsFormula(text))
    const index = texts.numberOf(`<si><t xml:space="preserve">${xmlText(shortened(text))}</t></si>`)
    return `<c r="${address}" s="${styled}" t="s"><v>${index}</v></c>`
  }
  const styled = styles.numberOf(style)
  if (number === undefined) return `<c r="${address}" s="${styled}"/>`
  const computed = formula === undefined ? "" : `<f>${xmlText(formula)}</f>`
  return `<c r="${address}" s="${styled}">${computed}<v>${number}</v></c>`
}

const rowMarkup = ({ cells, height }: WorkbookRow, row: number, shared: Shared): string => {
  const marked = cells.map((cell, column) =>
    cell === undefined ? "" : cellMarkup(cell, cellAddress(row, column), shared)
  )
  const high = height === undefined ? "" : ` ht="${height}" customHeight="1"`
  return `<row r="${row + 1}"${high}>${marked.join("")}</row>`
}

const viewMarkup = (frozen: number): string => {
  if (frozen === 0) return '<sheetView workbookViewId="0"/>'
  const below = `A${frozen + 1}`
  return `<sheetView workbookViewId="0"><pane ySplit="${frozen}" topLeftCell="${below}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="${below}" sqref="${below}"/></sheetView>`
}

const rangeOf = ({ column, columnSpan, row, rowSpan }: Merge): string =>
  `${cellAddress(row, column)}:${cellAddress(row + rowSpan - 1, column + columnSpan - 1)}`

const mergesMarkup = (merges: ReadonlyArray<Merge>): string =>
  merges.length === 0
    ? ""
    : `<mergeCells count="${merges.length}">${merges.map((merge) => `<mergeCell ref="${rangeOf(merge)}"/>`).join("")}</mergeCells>`

const filterMarkup = ({ filtered, rows, widths }: WorkbookSheet): string =>
  filtered === undefined ? "" : `<autoFilter ref="A1:${cellAddress(Math.max(0, rows.length - 1), widths.length - 1)}"/>`

const pageMarkup = ({ page: { centred, footer, landscape, onePage } }: WorkbookSheet): string =>
  [
    centred === undefined ? "" : '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${landscape ? "landscape" : "portrait"}" fitToWidth="1" fitToHeight="${onePage === true ? 1 : 0}"/>`,
    footer === undefined ? "" : `<headerFooter><oddFooter>${xmlText(footer)}</oddFooter></headerFooter>`
  ].join("")

/** Codes are texts and sums leave cells out on purpose: no office program need point at them. */
const ignoredErrors = ({ rows, widths }: WorkbookSheet): string =>
  `<ignoredErrors><ignoredError sqref="A1:${cellAddress(Math.max(0, rows.length - 1), widths.length - 1)}" numberStoredAsText="1" formula="1" formulaRange="1"/></ignoredErrors>`

/** The part of a sheet. With remarks, the first of its relationships is their drawing. */
export const sheetPart = (sheet: WorkbookSheet, shared: Shared, hasRemarks: boolean): string => {
  const columns = sheet.widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  )
  return [
    `${declaration}<worksheet xmlns="${spreadsheet}" xmlns:r="${relationships}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews>${viewMarkup(sheet.frozenRows ?? 0)}</sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${columns.join("")}</cols>`,
    `<sheetData>${sheet.rows.map((row, index) => rowMarkup(row, index, shared)).join("")}</sheetData>`,
    filterMarkup(sheet),
    mergesMarkup(sheet.merges ?? []),
    pageMarkup(sheet),
    ignoredErrors(sheet),
    hasRemarks ? '<legacyDrawing r:id="rId1"/>' : "",
    "</worksheet>"
  ].join("")
}
