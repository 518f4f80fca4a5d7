/**
 * 入栏: the pieces of one row set into columns, in their order: where only one way fits what the columns hold, that way, else
 * the nearest, unless another is hardly farther.
 */
import { type Extent, onlyWay } from "./extents.ts"
import { kindOf, type Piece } from "./pieces.ts"

/** What a column holds: words; codes and numbers of lines; amounts. */
export type Role = "words" | "key" | "amount"

export interface Place extends Extent {
  readonly role: Role
  /** Whether there are figures with decimals in it: a whole number other than 0 is hardly one of them. */
  readonly isDecimal: boolean
}

/** Whether a column may hold a piece. */
export const fits = (piece: Piece, { isDecimal, role }: Place): boolean => {
  switch (kindOf(piece)) {
    case "words":
      return role === "words"
    case "amount":
    case "dash":
      return role === "amount"
    case "code":
    case "count":
      return role === "key" || (role === "amount" && (!isDecimal || /^0+$/u.test(piece.text)))
  }
}

const apart = (a: Extent, b: Extent): number => Math.min(Math.abs(a.left - b.left), Math.abs(a.right - b.right))

type Costs = ReadonlyArray<ReadonlyArray<number>>

/** The least cost of the first things up to each, the last of them in each place. */
const forward = (costs: Costs): Costs => {
  const sums: Array<Array<number>> = []
  for (const [index, row] of costs.entries()) {
    let least = index === 0 ? 0 : Number.POSITIVE_INFINITY
    sums.push(
      row.map((cost, place) => {
        const sum = cost + least
        least = Math.min(least, sums[index - 1]?.[place] ?? Number.POSITIVE_INFINITY)
        return sum
      })
    )
  }
  return sums
}

const reversed = (costs: Costs): Costs => costs.toReversed().map((row) => row.toReversed())

/** By so much another place must be farther, and so many times. */
const clearly = 4
const times = 3

/** The place of every piece of a row; `undefined` where that is not sure. */
export const placedRow = (
  row: ReadonlyArray<Piece>,
  places: ReadonlyArray<Place>
): ReadonlyArray<number> | undefined => {
  const only = onlyWay(row.length, places.length, (piece, place) => {
    const [own, at] = [row[piece], places[place]]
    return own !== undefined && at !== undefined && fits(own, at)
  })
  if (only !== undefined) return only
  const costs = row.map((piece) =>
    places.map((place) => (fits(piece, place) ? apart(piece, place) : Number.POSITIVE_INFINITY))
  )
  const before = forward(costs)
  const after = reversed(forward(reversed(costs)))
  const found = row.map((_, index) => {
    const own = costs[index] ?? []
    const whole = own.map((cost, place) => (before[index]?.[place] ?? 0) + (after[index]?.[place] ?? 0) - cost)
    const sums = whole.map((sum) => (Number.isNaN(sum) ? Number.POSITIVE_INFINITY : sum))
    const [best = Number.POSITIVE_INFINITY, next = Number.POSITIVE_INFINITY] = [...sums].sort((a, b) => a - b)
    return best < Number.POSITIVE_INFINITY && next - best >= clearly && next >= best * times ? sums.indexOf(best) : -1
  })
  return found.includes(-1) ? undefined : found
}
