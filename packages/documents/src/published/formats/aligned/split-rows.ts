/**
 * 分成两行的行: a row of two lines whose code stands on one of them and whose amounts stand on the other is one row again.
 * Tables that lay rows side by side are looked at side by side.
 */
import { joined } from "../joining.ts"
import type { AlignedCell } from "./aligned.ts"
import { isFigure, type Piece } from "./pieces.ts"
import type { Role } from "./placing.ts"

type Row<A extends Piece> = ReadonlyArray<AlignedCell<A>>

/** Columns that say what a row is, and the amounts to the right of them. */
interface Side {
  readonly first: number
  readonly last: number
}

const sidesOf = (roles: ReadonlyArray<Role>): ReadonlyArray<Side> => {
  const starts = [...roles.keys()].filter(
    (column) => column === 0 || (roles[column] !== "amount" && roles[column - 1] === "amount")
  )
  return starts.map((first, index) => ({ first, last: (starts[index + 1] ?? roles.length) - 1 }))
}

const isTotal = ({ text }: AlignedCell<Piece>): boolean => /计$|经费$|^[一二三四五六七八九十]+、/u.test(text)

/** A row with the cells of the line above or below it. */
const withLine = <A extends Piece>(row: Row<A>, line: Row<A>, isBelow: boolean): Row<A> => {
  const cells = [...row]
  for (const cell of line) {
    const at = cells.findIndex(({ column, piece }) => column === cell.column && !isFigure(piece))
    const own = cells[at]
    if (own === undefined) cells.push(cell)
    else cells[at] = { ...own, text: isBelow ? joined(own.text, cell.text) : joined(cell.text, own.text) }
  }
  return cells
}

export interface JoinedRows<A extends Piece> {
  readonly rows: ReadonlyArray<Row<A>>
  /** Whether all amounts stand beside a code or the number of a line, where rows have those, or beside a total. */
  readonly isSure: boolean
}

/** Rows with the parts of one side on one line. */
const joinedSide = <A extends Piece>(
  lines: ReadonlyArray<Row<A>>,
  roles: ReadonlyArray<Role>,
  side: Side
): JoinedRows<A> => {
  const own = (row: Row<A> | undefined): Row<A> =>
    (row ?? []).filter(({ column }) => column >= side.first && column <= side.last)
  const has = (row: Row<A> | undefined, role: Role): boolean =>
    own(row).some(({ column, piece }) => roles[column] === role && isFigure(piece))
  const isAlone = (row: Row<A>): boolean => has(row, "amount") && !has(row, "key") && !row.some(isTotal)
  // Where most rows have neither code nor number, none needs one.
  if (lines.filter((row) => has(row, "key")).length < lines.filter(isAlone).length) return { rows: lines, isSure: true }
  const rows = [...lines]
  let isSure = true
  for (const [index, row] of lines.entries()) {
    if (!isAlone(row)) continue
    const near = [index - 1, index + 1].filter((at) => has(rows[at], "key") && !has(rows[at], "amount"))
    const [only = -1] = near
    const target = rows[only]
    if (target === undefined || near.length > 1) isSure = false
    else {
      rows[only] = withLine(target, own(row), only < index)
      rows[index] = row.filter((cell) => !own(row).includes(cell))
    }
  }
  return { rows, isSure }
}

/** Rows with the parts of each side on one line. */
export const withJoinedRows = <A extends Piece>(
  lines: ReadonlyArray<Row<A>>,
  roles: ReadonlyArray<Role>
): JoinedRows<A> => {
  let found: JoinedRows<A> = { rows: lines, isSure: true }
  for (const side of sidesOf(roles)) {
    const { isSure, rows } = joinedSide(found.rows, roles, side)
    found = { rows, isSure: found.isSure && isSure }
  }
  return { ...found, rows: found.rows.filter((row) => row.length > 0) }
}
