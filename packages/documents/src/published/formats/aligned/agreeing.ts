/**
 * 同列的行: the rows of a page that stand in the same columns. Programs that turn a page into text move some of its lines
 * aside; most lines agree, and they say where the columns are.
 */
import { type Extent, isOver } from "./extents.ts"
import { isFigure, isNumber, type Piece } from "./pieces.ts"

type Row = ReadonlyArray<Piece>

/** The columns with a row more in them; `undefined` where a figure of it reaches over two, or two stand in one. */
const widened = (columns: ReadonlyArray<Extent>, row: Row): ReadonlyArray<Extent> | undefined => {
  const rest = [...columns]
  const taken: Array<Extent> = []
  for (const piece of row.filter(isNumber)) {
    const over = rest.filter((column) => isOver(column, piece))
    const [only] = over
    if (over.length > 1 || taken.some((column) => isOver(column, piece))) return undefined
    if (only !== undefined) rest.splice(rest.indexOf(only), 1)
    taken.push({
      left: Math.min(piece.left, only?.left ?? piece.left),
      right: Math.max(piece.right, only?.right ?? piece.right)
    })
  }
  const all = [...rest, ...taken].sort((a, b) => a.left - b.left)
  return all.every((column, index) => index === 0 || (all[index - 1]?.right ?? 0) <= column.left) ? all : undefined
}

interface Agreement {
  readonly rows: ReadonlySet<Row>
  readonly columns: number
}

/** The rows that agree with a first one, taken one after the other. */
const agreeingWith = (first: Row, others: ReadonlyArray<Row>): Agreement => {
  const rows = new Set([first])
  let columns = widened([], first) ?? []
  for (const row of others) {
    const wider = widened(columns, row)
    if (wider === undefined) continue
    columns = wider
    rows.add(row)
  }
  return { rows, columns: columns.length }
}

const mostTries = 12
/** A column more is worth so many rows: lines that were moved aside agree where they find a column of their own. */
const worth = 2

const scoreOf = ({ columns, rows }: Agreement): number => rows.size - worth * columns

/** Of all rows those that stand in the same columns, as many as were found; rows with the most figures come first. */
export const agreeing = (rows: ReadonlyArray<Row>): ReadonlySet<Row> => {
  const figures = new Map(rows.map((row) => [row, row.filter(isFigure).length]))
  const full = [...rows].sort((a, b) => (figures.get(b) ?? 0) - (figures.get(a) ?? 0))
  const found = full.slice(0, mostTries).map((first) => agreeingWith(first, full))
  const [best] = found.sort((a, b) => scoreOf(b) - scoreOf(a))
  return best?.rows ?? new Set()
}
