/**
 * 分栏: the columns that rows of pieces stand in. Rows with the most pieces found the columns; every other row is set into
 * them in its order, where it costs least by place and by kind. Where another place costs hardly more, it is not sure.
 */
import { isNumber, type Kind, kindOf, type Piece } from "./pieces.ts"

interface Mark {
  readonly left: number
  readonly right: number
  readonly page: number | undefined
  readonly isHead: boolean
}

export interface Column {
  readonly marks: Array<Mark>
  readonly kinds: Map<Kind, number>
}

/** A row that is to be set: pieces of the head have no kind. */
export interface Setting {
  readonly pieces: ReadonlyArray<Piece>
  readonly page: number | undefined
  readonly isHead: boolean
}

export interface Placing {
  /** The column of every piece. */
  readonly columns: ReadonlyArray<number>
  /** By how much the next best place of every piece costs more. */
  readonly margins: ReadonlyArray<number>
  readonly costs: ReadonlyArray<number>
}

const never = 1_000
const otherPage = 1.5
const mostMarks = 24

const distance = (piece: Piece, mark: Mark): number => {
  const edges = Math.min(Math.abs(piece.left - mark.left), Math.abs(piece.right - mark.right))
  const gap = Math.max(piece.left - mark.right, mark.left - piece.right)
  return gap >= 0 ? edges + gap + 2 : edges
}

const placeCost = (column: Column, piece: Piece, { isHead, page }: Setting): number => {
  const body = column.marks.filter((mark) => !mark.isHead)
  const marks = body.length > 0 && !isHead ? body : column.marks
  let least = never
  for (const mark of marks) {
    const cost = distance(piece, mark) + (mark.page === page ? 0 : otherPage)
    if (cost < least) least = cost
  }
  return Math.min(least, 40)
}

/** What it costs to set a kind where another was found. */
const kindCosts: Readonly<Record<Kind, Partial<Record<Kind, number>>>> = {
  amount: { words: 14, code: 14, count: 10, dash: 0 },
  code: { words: 6, count: 4, amount: 10, dash: 8 },
  count: { words: 8, code: 4, amount: 6, dash: 4 },
  dash: { words: 4, code: 8, count: 4, amount: 0 },
  words: { code: 3, count: 10, amount: 14, dash: 10 }
}

const kindCost = (column: Column, piece: Piece): number => {
  const kind = kindOf(piece)
  if (column.kinds.size === 0 || column.kinds.has(kind)) return 0
  return Math.min(...[...column.kinds.keys()].map((held) => kindCosts[kind][held] ?? 0))
}

const costOf = (column: Column, piece: Piece, setting: Setting): number =>
  placeCost(column, piece, setting) + (setting.isHead ? 0 : kindCost(column, piece))

type Table = ReadonlyArray<ReadonlyArray<number>>

/** Costs of the first pieces up to each, the last of them in each column. */
const forward = (costs: Table, width: number): Table => {
  const sums: number[][] = []
  for (const [index, row] of costs.entries()) {
    const above = sums[index - 1]
    let least = index === 0 ? 0 : Number.POSITIVE_INFINITY
    const own: number[] = []
    for (let column = 0; column < width; column += 1) {
      own.push(least + (row[column] ?? never))
      if (above !== undefined) least = Math.min(least, above[column] ?? Number.POSITIVE_INFINITY)
    }
    sums.push(own)
  }
  return sums
}

const reversed = (costs: Table): Table => costs.toReversed().map((row) => row.toReversed())

/** The cheapest places of a row's pieces in their order, or `undefined` where there are more pieces than columns. */
export const placed = (columns: ReadonlyArray<Column>, setting: Setting): Placing | undefined => {
  const { pieces } = setting
  if (pieces.length > columns.length) return undefined
  const costs = pieces.map((piece) => columns.map((column) => costOf(column, piece, setting)))
  const before = forward(costs, columns.length)
  const after = reversed(forward(reversed(costs), columns.length))
  const found = pieces.map((_, index) => {
    const whole = columns.map(
      (__, column) => (before[index]?.[column] ?? 0) + (after[index]?.[column] ?? 0) - (costs[index]?.[column] ?? 0)
    )
    const best = whole.indexOf(Math.min(...whole))
    const others = whole.filter((_cost, column) => column !== best)
    const margin = others.length === 0 ? never : Math.min(...others) - (whole[best] ?? 0)
    return { column: best, margin, cost: costs[index]?.[best] ?? 0 }
  })
  return {
    columns: found.map(({ column }) => column),
    margins: found.map(({ margin }) => margin),
    costs: found.map(({ cost }) => cost)
  }
}

/** A column learns from a piece that was set into it. */
export const learn = (column: Column, piece: Piece, { isHead, page }: Setting): void => {
  const isHeadMark = isHead && !isNumber(piece)
  const isKnown = column.marks.some(
    (mark) => mark.left === piece.left && mark.right === piece.right && mark.page === page && mark.isHead === isHeadMark
  )
  if (!isKnown && column.marks.filter((mark) => mark.page === page).length < mostMarks)
    column.marks.push({ left: piece.left, right: piece.right, page, isHead: isHeadMark })
  if (!isHead) column.kinds.set(kindOf(piece), (column.kinds.get(kindOf(piece)) ?? 0) + 1)
}

export const columnOf = (piece: Piece, setting: Setting): Column => {
  const column: Column = { marks: [], kinds: new Map() }
  learn(column, piece, setting)
  return column
}
