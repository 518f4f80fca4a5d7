/**
 * CSV: a sheet with one line of headings that never change. Words that a spreadsheet would take for a formula are
 * disarmed; numbers are written as they are, so that -12.34 stays a number.
 */
import { stringify } from "csv-stringify/sync"
import type { Sheet, SheetCell } from "../Sheet.ts"
import { startsFormula } from "./formula-injection.ts"

export interface CsvOptions {
  /** Starts with a byte order mark, which Excel needs to see that the text is UTF-8. */
  readonly bom?: boolean | undefined
}

/** A sheet as CSV (RFC 4180). A blank is an empty field. */
export const sheetCsv = (sheet: Sheet, { bom = false }: CsvOptions = {}): string =>
  stringify([sheet.columns.map(({ id }) => disarmed(id)), ...sheet.rows.map((row) => row.map(field))], {
    bom,
    record_delimiter: "\r\n"
  })

const field = (cell: SheetCell): string => (cell === null ? "" : plainNumber.test(cell) ? cell : disarmed(cell))

const plainNumber = /^-?\d+(?:\.\d+)?%?$/u

/** 公式注入: text that a spreadsheet would compute is written with an apostrophe before it. */
const disarmed = (text: string): string => (startsFormula(text) ? `'${text}` : text)
