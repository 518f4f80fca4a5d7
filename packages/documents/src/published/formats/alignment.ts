/**
 * 对齐: columns told apart by where pieces of text stand, for tables that draw no lines. Narrow pieces found the columns,
 * wide ones are laid over them, so that a heading that spans two columns does not make them one.
 */

/** A piece of a row: where it begins and ends, in any unit. */
export interface Piece {
  readonly left: number
  readonly right: number
}

interface Placed<A extends Piece> {
  readonly piece: A
  readonly row: number
  readonly column: number
  readonly columnSpan: number
}

export interface Alignment<A extends Piece> {
  readonly columns: number
  readonly cells: ReadonlyArray<Placed<A>>
}

interface Column {
  left: number
  right: number
}

const overlaps = (column: Column, { left, right }: Piece): boolean =>
  Math.min(column.right, right) - Math.max(column.left, left) > 0

const widthOf = ({ left, right }: Piece): number => right - left

/** Columns from all pieces, narrow ones first. A piece over two columns or more founds and widens none. */
const foundedBy = (pieces: ReadonlyArray<Piece>): Array<Column> => {
  const columns: Array<Column> = []
  for (const piece of [...pieces].sort((a, b) => widthOf(a) - widthOf(b))) {
    const under = columns.filter((column) => overlaps(column, piece))
    const [only] = under
    if (only === undefined) columns.push({ left: piece.left, right: piece.right })
    else if (under.length === 1) {
      only.left = Math.min(only.left, piece.left)
      only.right = Math.max(only.right, piece.right)
    }
  }
  return columns.sort((a, b) => a.left - b.left)
}

/**
 * Two neighbours are one column where a piece lies over both and no row has a piece of its own in each: a short label in the
 * middle and a short one at the left of one column.
 */
const areOne = (a: Column, b: Column, rows: ReadonlyArray<ReadonlyArray<Piece>>): boolean =>
  rows.some((row) => row.some((piece) => overlaps(a, piece) && overlaps(b, piece))) &&
  rows.every((row) => {
    const apart = row.filter((piece) => overlaps(a, piece) !== overlaps(b, piece))
    return !(apart.some((piece) => overlaps(a, piece)) && apart.some((piece) => overlaps(b, piece)))
  })

const merged = (columns: ReadonlyArray<Column>, rows: ReadonlyArray<ReadonlyArray<Piece>>): ReadonlyArray<Column> => {
  const kept: Array<Column> = []
  for (const column of columns) {
    const last = kept.at(-1)
    if (last !== undefined && areOne(last, column, rows)) last.right = Math.max(last.right, column.right)
    else kept.push({ ...column })
  }
  return kept
}

/** Rows of pieces as cells of columns. */
export const aligned = <A extends Piece>(rows: ReadonlyArray<ReadonlyArray<A>>): Alignment<A> => {
  const columns = merged(foundedBy(rows.flat()), rows)
  const cells = rows.flatMap((pieces, row) =>
    pieces.map((piece): Placed<A> => {
      const first = columns.findIndex((column) => overlaps(column, piece))
      const last = columns.findLastIndex((column) => overlaps(column, piece))
      return { piece, row, column: Math.max(0, first), columnSpan: Math.max(1, last - first + 1) }
    })
  )
  return { columns: columns.length, cells }
}
