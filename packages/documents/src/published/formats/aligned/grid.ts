/** 无线表格: rows of pieces as a grid, with what is not sure about its columns. */
import type { SourcePlace } from "@juesuan/domain"
import type { RawCell, RawGrid } from "../../RawDocument.ts"
import { aligned, type AlignedCell } from "./aligned.ts"
import { hasLooseNames, withWholeRows } from "./broken-names.ts"
import { headLengthOf, type Piece, type PieceRow } from "./pieces.ts"

/** A grid of rows of pieces, or `undefined` where they stand in one column. */
export const alignedGrid = <A extends Piece>(
  rows: ReadonlyArray<PieceRow<A>>,
  placeOf: (piece: A) => SourcePlace,
  place: SourcePlace
): RawGrid | undefined => {
  const { cells, columns, doubt: found } = aligned(rows)
  if (columns < 2) return undefined
  const byRow = rows.map((): Array<AlignedCell<A>> => [])
  for (const cell of cells) byRow[cell.row]?.push(cell)
  const head = headLengthOf(rows)
  const body = withWholeRows(byRow.slice(head))
  const whole = [...byRow.slice(0, head), ...body]
  const doubt = hasLooseNames(body) ? "body" : found
  const placed = whole.flatMap((row, index) =>
    row.map(
      ({ column, columnSpan, piece, text }): RawCell => ({
        row: index,
        column,
        rowSpan: 1,
        columnSpan,
        text,
        place: placeOf(piece)
      })
    )
  )
  return {
    _tag: "Grid",
    rows: whole.length,
    columns,
    cells: placed,
    place,
    bounded: false,
    ...(doubt === undefined ? {} : { doubt })
  }
}
