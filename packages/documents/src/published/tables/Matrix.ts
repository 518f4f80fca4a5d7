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

/** A grid as rows of slots. */
export const matrixOf = (grid: RawGrid): Matrix => {
  const rows = Array.from({ length: grid.rows }, () => Array.from({ length: grid.columns }, () => emptySlot))
  for (const cell of grid.cells) {
    const text = cell.text.trim()
    for (let row = cell.row; row < Math.min(grid.rows, cell.row + cell.rowSpan); row++)
      for (let column = cell.column; column < Math.min(grid.columns, cell.column + cell.columnSpan); column++) {
        const slots = rows[row]
        if (slots !== undefined) slots[column] = { text, cell, top: row === cell.row, left: column === cell.column }
      }
  }
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

/** The first place that a row has in the file. */
export const placeOfRow = (row: MatrixRow, otherwise: SourcePlace): SourcePlace =>
  row.find(({ cell, top }) => cell !== undefined && top)?.cell?.place ?? otherwise
