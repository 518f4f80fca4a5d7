/**
 * 表头各格: the pieces of a head as cells of the columns below. A heading over one column is one cell, however many lines
 * it takes; those over several columns reach over what stands below them.
 */
import { joinedAll } from "../joining.ts"
import { type Extent, isOver, overlap } from "./extents.ts"
import { type Headings, isLevel, isStub, type Leaf, textOf } from "./leaves.ts"
import { isNumbering, type Piece } from "./pieces.ts"
import type { Role } from "./placing.ts"

type Head<A extends Piece> = ReadonlyArray<ReadonlyArray<A>>

/** A column as far as a head needs to know it. */
export interface Under extends Extent {
  readonly role: Role
  readonly leaf: number | undefined
}

export interface HeadCell<A extends Piece> {
  readonly piece: A
  readonly text: string
  readonly row: number
  readonly column: number
  readonly columnSpan: number
}

const signsOf = (head: Head<Piece>): string =>
  [
    ...head
      .flat()
      .map(({ text }) => text)
      .join("")
  ]
    .sort()
    .join("")

/** The lines of a page that print the head of the first page again, wherever those are broken. */
export const headAgain = <A extends Piece>(known: Head<Piece>, lines: Head<A>): Head<A> => {
  const signs = signsOf(known)
  const length = [...lines.keys()].find((last) => signsOf(lines.slice(0, last + 1)) === signs)
  return length === undefined ? [] : lines.slice(0, length + 1)
}

/** The columns that a piece stands over: those it overlaps, else the nearest. */
const columnsUnder = (piece: Extent, columns: ReadonlyArray<Extent>): readonly [number, number] => {
  const over = columns.flatMap((column, index) => (isOver(column, piece) ? [index] : []))
  const [first] = over
  if (first !== undefined) return [first, (over.at(-1) ?? first) - first + 1]
  const gaps = columns.map((column) => -overlap(column, piece))
  return [Math.max(0, gaps.indexOf(Math.min(...gaps))), 1]
}

/** What stands over names, codes and numbers of lines stands over no amounts. */
const columnsUnderStub = (piece: Extent, columns: ReadonlyArray<Under>): readonly [number, number] => {
  const own = columns.filter(({ role }) => role !== "amount")
  if (own.length === 0) return columnsUnder(piece, columns)
  const [first, reach] = columnsUnder(piece, own)
  const [from, to] = [own[first], own[first + reach - 1]].map((column) => columns.findIndex((each) => each === column))
  return [from ?? 0, (to ?? 0) - (from ?? 0) + 1]
}

/** What stands in one place is one cell. */
const together = <A extends Piece>(cells: ReadonlyArray<HeadCell<A>>): ReadonlyArray<HeadCell<A>> => {
  const kept: Array<HeadCell<A>> = []
  for (const cell of cells) {
    const at = kept.findIndex(({ column, row }) => column === cell.column && row === cell.row)
    const own = kept[at]
    if (own === undefined) kept.push(cell)
    else kept[at] = { ...own, text: joinedAll([own.text, cell.text]) }
  }
  return kept
}

/** Headings of a line that the form parts in several: 功能分类科目编码 over 类, 款 and 项, 本年支出 over its parts. */
const cellsOver = <A extends Piece>(
  pieces: ReadonlyArray<A>,
  row: number,
  columns: ReadonlyArray<Under>
): ReadonlyArray<HeadCell<A>> => {
  const lastStub = columns.findLastIndex(({ role }) => role !== "amount")
  const cells: Array<HeadCell<A>> = []
  let next = 0
  for (const piece of pieces) {
    const [nearest, reach] = isStub(piece.text) ? columnsUnderStub(piece, columns) : columnsUnder(piece, columns)
    // Pieces of one line stand over columns of their own: 类, 款, 项.
    const column = Math.max(nearest, Math.min(next, isStub(piece.text) ? lastStub : columns.length - 1))
    next = Math.max(nearest + reach, column + 1)
    cells.push({ piece, text: piece.text, row, column, columnSpan: next - column })
  }
  return cells
}

/** Whether nothing of a head stands in the columns of a cell, from its row down. */
const isFree = (cell: HeadCell<Piece>, others: ReadonlyArray<HeadCell<Piece>>): boolean =>
  !others.some(({ column, row }) => row >= cell.row && column >= cell.column && column < cell.column + cell.columnSpan)

/** The cells of a head whose first line is row `first`; those of single columns stand in the row of the lowest words. */
export const headCells = <A extends Piece>(
  head: Head<A>,
  first: number,
  columns: ReadonlyArray<Under>,
  { leaves, stubs }: Headings<A>
): ReadonlyArray<HeadCell<A>> => {
  const columnOf = (leaf: Leaf<A>): number => {
    const own = columns.findIndex((column) => column.leaf !== undefined && leaves[column.leaf] === leaf)
    return own >= 0 ? own : columnsUnder(leaf, columns)[0]
  }
  const lines = head.filter((row) => !isNumbering(row))
  const lowest = first + Math.max(0, head.indexOf(lines.at(-1) ?? []))
  const wordsOf = ({ pieces }: Leaf<A>): ReadonlyArray<A> =>
    pieces.filter((piece) => lines.some((line) => line.includes(piece)))
  const rowOf = (piece: A): number => first + head.findIndex((line) => line.includes(piece))
  const named = stubs.filter(({ pieces }) => !pieces.some(({ text }) => isLevel(text)))
  const single = new Set([...leaves, ...named].flatMap(({ pieces }) => pieces))
  const over = head.flatMap((row, index) => {
    const rest = row.filter((piece) => !single.has(piece))
    return cellsOver(rest, first + index, columns)
  })
  const ofAmounts = leaves.flatMap((leaf): ReadonlyArray<HeadCell<A>> => {
    const words = wordsOf(leaf)
    const number = leaf.pieces.find((piece) => !words.includes(piece))
    const at = { column: columnOf(leaf), columnSpan: 1 }
    return [
      ...words.slice(0, 1).map((piece) => ({ piece, text: textOf(words), row: lowest, ...at })),
      ...(number === undefined ? [] : [{ piece: number, text: number.text, row: rowOf(number), ...at }])
    ]
  })
  const ofRows = named.flatMap((leaf): ReadonlyArray<HeadCell<A>> => {
    const words = wordsOf(leaf)
    const [piece] = words
    if (piece === undefined) return []
    const text = textOf(words)
    const [column, columnSpan] = isStub(text) ? columnsUnderStub(leaf, columns) : columnsUnder(leaf, columns)
    const cell = { piece, text, row: Math.max(...words.map(rowOf)), column, columnSpan }
    // As low as the headings of amounts, unless more stand below it.
    return [isFree(cell, [...over, ...ofAmounts]) ? { ...cell, row: lowest } : cell]
  })
  return together([...over, ...ofAmounts, ...ofRows].sort((a, b) => a.row - b.row || a.column - b.column))
}
