/** 工作表的单元格: what a sheet shows, cell by cell, with merged ranges, hidden rows and columns taken out. */
import * as Result from "effect/Result"
import type { Fault } from "../../../read/Fault.ts"
import { childNamed, childrenNamed, type Element, readXml, Refusal } from "../office/xml.ts"
import { readingLimits } from "../reading-limits.ts"
import { shownNumber } from "./number-format.ts"
import { stringText, type Workbook } from "./workbook.ts"

/**
 * A cell that shows something; row and column count from 0 as the sheet numbers them. What a formula without a stored
 * result shows is not known: U+FFFD stands for it.
 */
interface SheetCell {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** A merged range, both ends included. */
export interface Range {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface SheetContent {
  readonly cells: ReadonlyArray<SheetCell>
  readonly merges: ReadonlyArray<Range>
  readonly hiddenRows: ReadonlySet<number>
  readonly isHiddenColumn: (column: number) => boolean
  /** Addresses of formulas that the file holds no result of. */
  readonly unreckoned: ReadonlyArray<string>
  /** Whether pictures, charts or text boxes lie on the sheet. */
  readonly hasDrawing: boolean
}

const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1

const place = (address: string): { readonly row: number; readonly column: number } | undefined => {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(address) ?? []
  return letters === undefined ? undefined : { row: Number(row) - 1, column: columnOf(letters) }
}

const rangeOf = (reference: string): Range | undefined => {
  const [first = "", last = first] = reference.split(":")
  const start = place(first)
  const end = place(last)
  if (start === undefined || end === undefined) return undefined
  return { top: start.row, left: start.column, bottom: end.row, right: end.column }
}

/** What a cell shows; `undefined` for a formula without a result. */
const shownText = (cell: Element, { formats, from1904, texts }: Workbook): string | undefined => {
  const value = childNamed(cell, "v")?.text
  switch (cell.attributes["t"]) {
    case "s":
      return texts[Number(value)] ?? ""
    case "inlineStr":
      return stringText(childNamed(cell, "is") ?? cell)
    case "b":
      return value === "1" ? "TRUE" : "FALSE"
    case "str":
    case "e":
    case "d":
      return value ?? ""
    default:
      if (value === undefined) return childNamed(cell, "f") === undefined ? "" : undefined
      return shownNumber(value, formats[Number(cell.attributes["s"] ?? "0")] ?? "General", from1904)
  }
}

const isOn = (value: string | undefined): boolean => value === "1" || value === "true"

interface Draft {
  readonly cells: Array<SheetCell>
  readonly merges: Array<Range>
  readonly hiddenRows: Set<number>
  /** Where hidden ranges of columns begin (+1) and end (−1). */
  readonly hiddenColumns: Int32Array
  readonly unreckoned: Array<string>
  hasDrawing: boolean
  nextRow: number
  characters: number
}

/** The numbers of the last row and column that a sheet can have. */
const lastRow = 1_048_576
const lastColumn = 16_384

const addCell = (draft: Draft, cell: SheetCell): void => {
  draft.cells.push(cell)
  draft.characters += cell.text.length
  if (draft.characters > readingLimits.characters) throw new Refusal("TextTooLong")
  if (draft.cells.length > readingLimits.cells) throw new Refusal("TablesTooLarge")
}

const readRow = (draft: Draft, element: Element, workbook: Workbook): void => {
  const numbered = Number(element.attributes["r"])
  const row = Number.isSafeInteger(numbered) && numbered >= 1 && numbered <= lastRow ? numbered - 1 : draft.nextRow
  draft.nextRow = row + 1
  if (isOn(element.attributes["hidden"])) draft.hiddenRows.add(row)
  let next = 0
  for (const cell of childrenNamed(element, "c")) {
    const column = place(cell.attributes["r"] ?? "")?.column ?? next
    next = column + 1
    const text = shownText(cell, workbook)
    if (text === undefined) {
      draft.unreckoned.push(cell.attributes["r"] ?? `${row + 1}`)
      addCell(draft, { row, column, text: "\uFFFD" })
    } else if (text.trim() !== "") addCell(draft, { row, column, text })
  }
}

const readColumns = ({ hiddenColumns }: Draft, { hidden, max, min }: Element["attributes"]): void => {
  const first = Number(min) - 1
  const end = Math.min(Number(max), lastColumn)
  if (!(isOn(hidden) && first >= 0 && first < end)) return
  hiddenColumns[first] = (hiddenColumns[first] ?? 0) + 1
  hiddenColumns[end] = (hiddenColumns[end] ?? 0) - 1
}

const readUnit = (draft: Draft, element: Element, workbook: Workbook): void => {
  const { attributes, name } = element
  if (name === "row") readRow(draft, element, workbook)
  else if (name === "col") readColumns(draft, attributes)
  else if (name === "mergeCell") {
    const range = rangeOf(attributes["ref"] ?? "")
    if (range !== undefined) draft.merges.push(range)
  } else draft.hasDrawing = true
}

const units = new Set(["row", "col", "mergeCell", "drawing", "oleObjects"])

export const readCells = (
  file: string,
  part: string,
  bytes: Uint8Array,
  workbook: Workbook
): Result.Result<SheetContent, Fault> => {
  const draft: Draft = {
    cells: [],
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Int32Array(lastColumn + 1),
    unreckoned: [],
    hasDrawing: false,
    nextRow: 0,
    characters: 0
  }
  const onUnit = (element: Element): void => readUnit(draft, element, workbook)
  return Result.map(readXml(file, part, bytes, { units, onUnit, bareNames: true }), () => {
    let depth = 0
    const hidden = draft.hiddenColumns.map((mark) => (depth += mark))
    return { ...draft, isHiddenColumn: (column) => (hidden[column] ?? 0) > 0 }
  })
}
