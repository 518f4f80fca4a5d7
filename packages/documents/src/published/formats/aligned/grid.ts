/** 无线表格: rows of pieces as a grid, with what is not sure about its columns. */
import type { SourcePlace } from "@juesuan/domain"
import type { RawCell, RawGrid } from "../../RawDocument.ts"
import { aligned, type AlignedCell } from "./aligned.ts"
import { withWholeNames } from "./broken-names.ts"
import type { Piece, PieceRow } from "./pieces.ts"
import { withJoinedRows } from "./split-rows.ts"

/**
 * A grid of rows of pieces, or `undefined` where they stand in one column. `isTrue` says whether pieces take up as much
 * room as on the page: programs that make text of a page count a 汉字, which is two wide, as one.
 */
export const alignedGrid = <A extends Piece>(
  rows: ReadonlyArray<PieceRow<A>>,
  placeOf: (piece: A) => SourcePlace,
  place: SourcePlace,
  isTrue: boolean
): RawGrid | undefined => {
  const { cells, doubt: found, head, roles } = aligned(rows, isTrue)
  const columns = roles.length
  if (columns < 2) return undefined
  const byRow = rows.map((): Array<AlignedCell<A>> => [])
  for (const cell of cells) byRow[cell.row]?.push(cell)
  const joined = withJoinedRows(
    byRow.filter((_, row) => !head.has(row)),
    roles
  )
  const { isSure, rows: body } = withWholeNames(joined.rows)
  const whole = [...byRow.filter((row, index) => head.has(index) && row.length > 0), ...body]
  const doubt = isSure && joined.isSure ? found : "body"
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
