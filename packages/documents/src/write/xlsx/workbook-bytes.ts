/** 工作簿文件 (ISO/IEC 29500): the parts of a workbook in one archive. No clock and no name of a machine: equal workbooks are equal bytes. */
import { zipBytes } from "../zip.ts"
import { remarkBoxesPart, remarksOf, remarksPart } from "./remarks.ts"
import { sheetPart } from "./sheet-part.ts"
import { Styles } from "./Styles.ts"
import { sheetPrefix, type WorkbookSheet } from "./Workbook.ts"
import { declaration, Pool, relationships, relationsPart, spreadsheet, xmlText } from "./xml.ts"

const office = "application/vnd.openxmlformats-officedocument.spreadsheetml"

const typesPart = (sheets: number, remarked: ReadonlyArray<number>): string => {
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${office}.${type}+xml"/>`
  return [
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    override("workbook", "sheet.main"),
    override("styles", "styles"),
    override("sharedStrings", "sharedStrings"),
    ...Array.from({ length: sheets }, (_, index) => override(`worksheets/sheet${index + 1}`, "worksheet")),
    ...remarked.map((number) => override(`comments${number}`, "comments")),
    "</Types>"
  ].join("")
}

const titlesMarkup = ({ name, repeatedRows }: WorkbookSheet, index: number): string =>
  repeatedRows === undefined
    ? ""
    : `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xmlText(`${sheetPrefix(name)}$1:$${repeatedRows}`)}</definedName>`

const workbookPart = (sheets: ReadonlyArray<WorkbookSheet>): string => {
  const listed = sheets.map(
    ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`
  )
  const titles = sheets.map(titlesMarkup).join("")
  const names = titles === "" ? "" : `<definedNames>${titles}</definedNames>`
  return `${declaration}<workbook xmlns="${spreadsheet}" xmlns:r="${relationships}"><bookViews><workbookView/></bookViews><sheets>${listed.join("")}</sheets>${names}</workbook>`
}

const textsPart = (texts: Pool): string =>
  texts.element("sst").replace("<sst", `${declaration}<sst xmlns="${spreadsheet}"`)

/**
 * The bytes of an XLSX file.
 *
 * @example workbookBytes([{ name: "公开03", rows: [{ cells: [{ text: "合计", style: {} }] }], widths: [12], page: { landscape: false } }])
 */
export const workbookBytes = (sheets: ReadonlyArray<WorkbookSheet>): Uint8Array => {
  const shared = { styles: new Styles(), texts: new Pool() }
  const parts: Array<readonly [string, string]> = []
  const remarked: Array<number> = []
  for (const [index, sheet] of sheets.entries()) {
    const number = index + 1
    const remarks = remarksOf(sheet)
    parts.push([`xl/worksheets/sheet${number}.xml`, sheetPart(sheet, shared, remarks.length > 0)])
    if (remarks.length === 0) continue
    remarked.push(number)
    parts.push(
      [
        `xl/worksheets/_rels/sheet${number}.xml.rels`,
        relationsPart([
          ["vmlDrawing", `../drawings/vmlDrawing${number}.vml`],
          ["comments", `../comments${number}.xml`]
        ])
      ],
      [`xl/drawings/vmlDrawing${number}.vml`, remarkBoxesPart(remarks, index)],
      [`xl/comments${number}.xml`, remarksPart(remarks)]
    )
  }
  const related = [
    ...sheets.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`] as const),
    ["styles", "styles.xml"] as const,
    ["sharedStrings", "sharedStrings.xml"] as const
  ]
  const all: ReadonlyArray<readonly [string, string]> = [
    ["[Content_Types].xml", typesPart(sheets.length, remarked)],
    ["_rels/.rels", relationsPart([["officeDocument", "xl/workbook.xml"]])],
    ["xl/workbook.xml", workbookPart(sheets)],
    ["xl/_rels/workbook.xml.rels", relationsPart(related)],
    ["xl/styles.xml", shared.styles.part()],
    ["xl/sharedStrings.xml", textsPart(shared.texts)],
    ...parts
  ]
  return zipBytes(
    all.map(([name, text]) => [name, Buffer.from(text)] as const),
    { deflate: true }
  )
}
