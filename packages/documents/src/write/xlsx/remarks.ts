/** 批注: the remarks of a sheet, as the text that programs read and the boxes that they draw it in. */
import { cellAddress, type WorkbookSheet } from "./Workbook.ts"
import { declaration, spreadsheet, xmlText } from "./xml.ts"

export interface PlacedRemark {
  readonly row: number
  readonly column: number
  readonly text: string
}

export const remarksOf = ({ rows }: WorkbookSheet): ReadonlyArray<PlacedRemark> =>
  rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) => (cell?.remark === undefined ? [] : [{ row, column, text: cell.remark }]))
  )

export const remarksPart = (remarks: ReadonlyArray<PlacedRemark>): string => {
  const comments = remarks.map(
    ({ column, row, text }) =>
      `<comment ref="${cellAddress(row, column)}" authorId="0"><text><r><rPr><sz val="9"/></rPr><t xml:space="preserve">${xmlText(text)}</t></r></text></comment>`
  )
  return `${declaration}<comments xmlns="${spreadsheet}"><authors><author/></authors><commentList>${comments.join("")}</commentList></comments>`
}

const names =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"'

const boxType =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'

/** How many columns wide and rows high a box is. */
const box = { columns: 3, rows: 6 }

const boxOf = ({ column, row }: PlacedRemark, id: number): string => {
  const anchor = [column + 1, 12, Math.max(0, row - 1), 6, column + 1 + box.columns, 12, row - 1 + box.rows, 6].join(
    ", "
  )
  const data = `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData>`
  return `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:textbox style="mso-direction-alt:auto"/>${data}</v:shape>`
}

/** Ids of boxes: each sheet has a thousand of its own. */
const firstId = 1025

/** The drawing of the boxes of one sheet. */
export const remarkBoxesPart = (remarks: ReadonlyArray<PlacedRemark>, sheet: number): string => {
  const boxes = remarks.map((remark, index) => boxOf(remark, firstId + 1024 * sheet + index))
  return `<xml ${names}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${sheet + 1}"/></o:shapelayout>${boxType}${boxes.join("")}</xml>`
}
