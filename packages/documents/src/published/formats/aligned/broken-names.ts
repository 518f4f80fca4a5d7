/** 折行的名称: names that were broken over lines of a table without ruling lines are one again. */
import { joined } from "../joining.ts"
import type { AlignedCell } from "./aligned.ts"
import { kindOf, type Piece } from "./pieces.ts"

type Row<A extends Piece> = ReadonlyArray<AlignedCell<A>>

const isWhole = /计$|经费$|^[一二三四五六七八九十]+、|^[（(]?其中|^注|^[（(][一二三四五六七八九十]+[）)]|^\d+[.．、]/u

/** A row of words alone, none of which begins a name. */
const isRest = (row: Row<Piece>): boolean =>
  row.length > 0 && row.every(({ piece, text }) => kindOf(piece) === "words" && !isWhole.test(text))

/** A code or the number of a line. */
const isKey = ({ text }: AlignedCell<Piece>): boolean => /^\d{1,3}$|^\d{5}$|^\d{7}$/u.test(text)

/** Whether a piece of a name begins the name of the row below: that row has a key and no name beside it. */
const leads = (cell: AlignedCell<Piece>, next: Row<Piece>): boolean =>
  next.some((other) => isKey(other) && other.column === cell.column - 1) &&
  !next.some(({ column }) => column === cell.column)

/** A row with more text in the columns of some cells, before or after what stands there. */
const extended = <A extends Piece>(row: Row<A>, more: Row<A>, isBefore: boolean): Row<A> => {
  const cells = [...row]
  for (const cell of more) {
    const at = cells.findIndex(({ column }) => column === cell.column)
    const own = cells[at]
    if (own === undefined) cells.push(cell)
    else cells[at] = { ...own, text: isBefore ? joined(cell.text, own.text) : joined(own.text, cell.text) }
  }
  return cells
}

/**
 * The rows of a body, in which every row has a code or a line number, with a row that is but the rest of names joined to
 * the row above it, or to the row below where that has no name. Rows of other tables stay as they are.
 */
export const withWholeRows = <A extends Piece>(body: ReadonlyArray<Row<A>>): ReadonlyArray<Row<A>> => {
  const others = body.filter((row) => !isRest(row))
  if (others.filter((row) => row.some(isKey)).length < others.length * 0.8) return body
  const kept: Array<Row<A>> = []
  let waiting: Row<A> = []
  for (const [index, row] of body.entries()) {
    const above = kept.at(-1)
    const next = body[index + 1] ?? []
    const first = isRest(row) ? row.filter((cell) => leads(cell, next)) : []
    const rest = row.filter((cell) => !first.includes(cell))
    if (!isRest(row) || (above === undefined && rest.length > 0)) {
      kept.push(extended(row, waiting, true))
      waiting = []
    } else {
      if (above !== undefined) kept[kept.length - 1] = extended(above, rest, false)
      waiting = [...waiting, ...first]
    }
  }
  return waiting.length > 0 ? [...kept, waiting] : kept
}

/** Whether rows are left, among rows with codes or line numbers, that are but pieces of names: whose, is not sure. */
export const hasLooseNames = (body: ReadonlyArray<Row<Piece>>): boolean =>
  body.some(isRest) && body.filter((row) => row.some(isKey)).length > body.length / 3
