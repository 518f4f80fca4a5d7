/** 网格: a grid as rows of slots, merged cells spread over the slots they cover. */
import type { SourcePlace } from "@juesuan/domain"
import type { RawCell, RawGrid } from "../RawDocument.ts"

/** One place of a grid: what it shows, and whether its cell begins in this row and in this column. */
export interface Slot {
  readonly text: string
  readonly cell: RawCell | undefined
  readonly top: boolean
  readonly left: boolean
}

export type MatrixRow = ReadonlyArray<Slot>

/** Rows of slots, all of one width. */
export interface Matrix {
  readonly rows: ReadonlyArray<MatrixRow>
  readonly width: number
}

export const emptySlot: Slot = { text: "", cell: undefined, top: false, left: false }

/** Cells that were told apart by blanks alone may overlap: each keeps a place of its own where it has one. */
const slotsOf = (cell: RawCell, rows: Slot[][]): void => {
  const text = cell.text.trim()
  const end = cell.column + cell.columnSpan
  const free = (column: number): boolean => rows[cell.row]?.[column]?.left !== true
  let start = cell.column
  while (start < end - 1 && !free(start)) start++
  for (const [row, slots] of rows.slice(cell.row, cell.row + cell.rowSpan).entries())
    for (let column = start; column < Math.min(slots.length, end); column++)
      slots[column] = { text, cell, top: row === 0, left: column === start }
}

/** A grid as rows of slots. */
export const matrixOf = (grid: RawGrid): Matrix => {
  const rows = Array.from({ length: grid.rows }, () => Array.from({ length: grid.columns }, () => emptySlot))
  for (const cell of grid.cells) slotsOf(cell, rows)
  return { rows, width: grid.columns }
}

/** Text where its cell begins; a slot that is only covered by a cell says nothing of its own. */
export const ownText = (slot: Slot | undefined): string =>
  slot !== undefined && slot.top && slot.left ? slot.text : ""

/** The texts that a row prints itself, left to right, without blanks. */
export const ownTexts = (row: MatrixRow): ReadonlyArray<string> =>
  row.map((slot) => ownText(slot)).filter((text) => text !== "")

/** Text as it is compared: half-width forms, no blanks, no quotes. */
export const plain = (text: string): string => text.normalize("NFKC").replaceAll(/["“”'‘’\s]/gu, "")

/** Text as printed, without the blanks that lines and columns left between Chinese characters. */
export const tidy = (text: string): string =>
  text
    .trim()
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/(?<![\p{Script=Latin}\d]) | (?![\p{Script=Latin}\d])/gu, "")

/** The first place that a row has in the file. */
export const placeOfRow = (row: MatrixRow, otherwise: SourcePlace): SourcePlace =>
  row.find(({ cell, top }) => cell !== undefined && top)?.cell?.place ?? otherwise
