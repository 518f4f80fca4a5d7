/** 行与格: a grid row by row, every merged cell in every row it reaches, as the forms of self-evaluation are read. */
import type { SourcePlace } from "@juesuan/domain"
import type { RawGrid } from "../RawDocument.ts"

export interface RowCell {
  readonly text: string
  /** First column, and the one after the last. */
  readonly from: number
  readonly to: number
  /** Whether the cell began in a row above. */
  readonly fromAbove: boolean
  readonly place: SourcePlace
}

export interface GridRow {
  readonly cells: ReadonlyArray<RowCell>
  readonly place: SourcePlace
}

/** Text as labels are compared: one form of every sign, no blanks. */
export const plain = (text: string): string => text.normalize("NFKC").replaceAll(/\s/gu, "")

/** Cells with something in them that begin in this row. */
export const filled = ({ cells }: GridRow): ReadonlyArray<RowCell> =>
  cells.filter(({ fromAbove, text }) => !fromAbove && text.trim() !== "")

/** A line drawn with signs between the rows of a text. */
const isRule = (cells: ReadonlyArray<RowCell>): boolean => {
  const drawn = cells.filter(({ text }) => text.trim() !== "")
  return drawn.length > 1 && drawn.every(({ text }) => /^[-:=—_]{2,}$/u.test(text.trim()))
}

export const rowsOf = (grid: RawGrid): ReadonlyArray<GridRow> => {
  const rows: Array<Array<RowCell>> = Array.from({ length: grid.rows }, () => [])
  for (const { column, columnSpan, place, row, rowSpan, text } of grid.cells) {
    for (let reached = row; reached < Math.min(grid.rows, row + rowSpan); reached += 1)
      rows[reached]?.push({ text, from: column, to: column + columnSpan, fromAbove: reached > row, place })
  }
  return rows
    .filter((cells) => !isRule(cells))
    .map((cells) => {
      const ordered = cells.toSorted((left, right) => left.from - right.from)
      const own = ordered.find(({ fromAbove }) => !fromAbove) ?? ordered[0]
      return { cells: ordered, place: own?.place ?? grid.place }
    })
}
