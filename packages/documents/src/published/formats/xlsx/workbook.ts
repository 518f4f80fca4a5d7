/** 工作簿: the sheets of a workbook, the texts they share and the formats of their cells. */
import * as Result from "effect/Result"
import type { Fault } from "../../../read/Fault.ts"
import type { Archive } from "../office/archive.ts"
import { relationshipsOf, unitsOf } from "../office/relationships.ts"
import { type Element, childNamed } from "../office/xml.ts"
import { refused } from "../refusals.ts"
import { builtInFormats } from "./number-format.ts"

export interface SheetPart {
  readonly name: string
  readonly part: string
  readonly hidden: boolean
  /** A sheet of cells; others hold a chart or a macro. */
  readonly isGrid: boolean
}

export interface Workbook {
  readonly sheets: ReadonlyArray<SheetPart>
  readonly from1904: boolean
  readonly texts: ReadonlyArray<string>
  /** Format code of each cell style. */
  readonly formats: ReadonlyArray<string>
}

/** The text of a shared or inline string: its runs, without the readings that stand above them. */
export const stringText = (element: Element): string =>
  element.children
    .map((child) => {
      if (child.name === "t") return child.text
      return child.name === "r" ? (childNamed(child, "t")?.text ?? "") : ""
    })
    .join("")
    .replaceAll(/_x([0-9A-F]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** A spreadsheet takes no longer code. */
const longestCode = 255

const formatsOf = (units: ReadonlyArray<Element>): ReadonlyArray<string> => {
  const codes = new Map(Object.entries(builtInFormats))
  for (const { attributes, name } of units) {
    const code = attributes["formatCode"] ?? "General"
    if (name === "numFmt") codes.set(attributes["numFmtId"] ?? "", code.length > longestCode ? "General" : code)
  }
  const cells = units.find(({ name }) => name === "cellXfs")
  return (cells?.children ?? []).map(({ attributes }) => codes.get(attributes["numFmtId"] ?? "0") ?? "General")
}

const isOn = (value: string | undefined): boolean => value === "1" || value === "true"

export const readWorkbook = (file: string, archive: Archive): Result.Result<Workbook, Fault> =>
  Result.gen(function* () {
    const part = (yield* relationshipsOf(file, archive, "")).find(({ type }) => type === "officeDocument")?.target
    const workbook = part ?? "xl/workbook.xml"
    const units = yield* unitsOf(file, archive, workbook, ["workbookPr", "sheet"])
    const parts = yield* relationshipsOf(file, archive, workbook)
    const partOf = (wanted: string): string => parts.find(({ type }) => type === wanted)?.target ?? ""
    const texts = yield* unitsOf(file, archive, partOf("sharedStrings"), ["si"])
    const styles = yield* unitsOf(file, archive, partOf("styles"), ["numFmt", "cellXfs"])
    const sheets = units
      .filter(({ name }) => name === "sheet")
      .map(({ attributes }): SheetPart => {
        const id = attributes["r:id"] ?? attributes["id"] ?? ""
        const target = parts.find((each) => each.id === id)
        return {
          name: attributes["name"] ?? "",
          part: target?.target ?? "",
          hidden: (attributes["state"] ?? "visible") !== "visible",
          isGrid: target?.type === "worksheet"
        }
      })
    const grids = sheets.filter(({ isGrid }) => isGrid)
    const isTwice = new Set(grids.map((sheet) => sheet.part)).size < grids.length
    if (sheets.length === 0 || isTwice) return yield* Result.fail(refused(file, "FileDamaged", workbook))
    const from1904 = isOn(units.find(({ name }) => name === "workbookPr")?.attributes["date1904"])
    return { sheets, from1904, texts: texts.map(stringText), formats: formatsOf(styles) }
  })
