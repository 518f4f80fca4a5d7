/**
 * 分栏: the columns of a table, from the columns that rows of a page stand in and the headings above them, and the columns of
 * its further pages set into those.
 */
import type { Band, Bands } from "./bands.ts"
import { around, type Extent, isOver, onlyWay } from "./extents.ts"
import { headingsOver } from "./heading-order.ts"
import { type Headings, isStub, textOf } from "./leaves.ts"
import type { Piece } from "./pieces.ts"
import type { Role } from "./placing.ts"

/** A column of the table, where it stands on the page that founds it. */
export interface Column extends Extent {
  readonly role: Role
  /** The order of its heading among those of amounts. */
  readonly leaf: number | undefined
}

export interface Founded {
  readonly columns: ReadonlyArray<Column>
  /** The column of every band. */
  readonly places: ReadonlyArray<number>
}

/** The columns of amounts that words share, by the only heading over both: 540次 above 98%; -1 for bands of their own. */
const shared = (
  { bands, places }: Bands,
  leaves: ReadonlyArray<Extent>,
  over: ReadonlyArray<number | undefined>
): ReadonlyArray<number> => {
  const amounts = bands.filter(({ role }) => role === "amount")
  return bands.map((band, index) => {
    const under = leaves.flatMap((leaf, at) => (isOver(leaf, band) ? [at] : []))
    if (band.role !== "words" || under.length !== 1) return -1
    const own = bands.findIndex((other) => other.role === "amount" && over[amounts.indexOf(other)] === under[0])
    return places.some((row) => row?.includes(index) && row.includes(own)) ? -1 : own
  })
}

/** Columns in front of amounts, where the head has headings for them and nothing is printed below those. */
const withEmptyStubs = (columns: ReadonlyArray<Column>, { leaves, stubs }: Headings<Piece>): ReadonlyArray<Column> =>
  columns.flatMap((column, index) => {
    const before = columns[index - 1]
    const isNext = column.leaf !== undefined && before?.leaf === column.leaf - 1
    const own = stubs.filter(
      ({ left, pieces }) => isStub(textOf(pieces)) && leaves.filter((leaf) => leaf.left < left).length === column.leaf
    )
    const [first] = own
    if (!isNext || first === undefined) return [column]
    return [{ ...around(own), role: "words" as const, leaf: undefined }, column]
  })

/** Whether a row has figures in all columns of amounts. */
const isFull = ({ bands, places }: Bands): boolean => {
  const amounts = bands.flatMap(({ role }, index) => (role === "amount" ? [index] : []))
  return places.some((row) => amounts.every((index) => row?.includes(index)))
}

/** The bands of a page with the columns of its head that print nothing; `undefined` where it is not sure which those are. */
export const founded = (found: Bands, headings: Headings<Piece>): Founded | undefined => {
  const { bands } = found
  const { leaves } = headings
  const amounts = bands.filter(({ role }) => role === "amount")
  // A head without headings of rows, as forms of self-evaluation have them, has one over every column.
  const isWhole = headings.stubs.length === 0 && leaves.length === bands.length
  const over = isWhole ? amounts.map((band) => bands.indexOf(band)) : headingsOver(amounts, headings, isFull(found))
  if (over === undefined) return undefined
  const own = bands.map((band) => {
    const leaf = over[amounts.indexOf(band)]
    const extent = leaf === undefined ? band : around([band, ...leaves.slice(leaf, leaf + 1)])
    return { ...extent, role: band.role, leaf, at: band.left }
  })
  const blank = leaves.flatMap((leaf, index) =>
    over.includes(index) || bands.some((band) => isOver(band, leaf))
      ? []
      : [{ left: leaf.left, right: leaf.right, role: "amount" as const, leaf: index, at: leaf.left }]
  )
  const shares = shared(found, leaves, over)
  const printed = [...own.filter((_, index) => shares[index] === -1), ...blank]
  const sorted = withEmptyStubs(
    printed.sort((a, b) => a.at - b.at),
    headings
  )
  const order = sorted.flatMap(({ leaf }) => leaf ?? [])
  if (order.some((leaf, index) => leaf <= (order[index - 1] ?? -1))) return undefined
  const placeOf = (index: number): number => sorted.findIndex((column) => column === own[index])
  return {
    columns: sorted,
    places: own.map((_, index) => placeOf(shares[index] === -1 ? index : (shares[index] ?? index)))
  }
}

/** Whether a band stands where a column does, and nearer to it than to any other. */
const standsIn = (band: Band, column: Column, columns: ReadonlyArray<Column>): boolean => {
  const apart = (other: Extent): number =>
    Math.min(Math.abs(band.right - other.right), Math.abs(band.left - other.left))
  return isOver(band, column) && columns.every((other) => other === column || apart(column) * 3 <= apart(other))
}

/** Few whole numbers may be numbers of lines or amounts. */
const mayBe = ({ pieces, role }: Band, other: Role): boolean =>
  role === other || (role === "amount" && other === "key" && pieces.every(({ text }) => /^\d{1,3}$/u.test(text)))

/** The columns of the bands of a further page, by what they hold, and by where they stand if that is not enough. */
export const continued = (
  found: Bands,
  headings: Headings<Piece>,
  columns: ReadonlyArray<Column>
): ReadonlyArray<number> | undefined => {
  const { bands } = found
  const amounts = bands.filter(({ role }) => role === "amount")
  const over = headings.leaves.length === 0 ? undefined : headingsOver(amounts, headings, isFull(found))
  if (over === undefined && headings.leaves.length > 0) return undefined
  const fits = (band: number, column: number): boolean => {
    const [own, at] = [bands[band], columns[column]]
    if (own === undefined || at === undefined || !mayBe(own, at.role)) return false
    return over === undefined || at.role !== "amount" || over[amounts.indexOf(own)] === at.leaf
  }
  const byKind = onlyWay(bands.length, columns.length, fits)
  if (byKind !== undefined) return byKind
  // Each page of a text is moved aside on its own: without a head, where its columns stand says nothing.
  if (over === undefined && !headings.isTrue) return undefined
  const alike = (role: Role) => columns.filter((column) => column.role === role)
  return onlyWay(bands.length, columns.length, (band, column) => {
    const [own, at] = [bands[band], columns[column]]
    if (own === undefined || at === undefined || !fits(band, column)) return false
    return over !== undefined && at.role === "amount" ? true : standsIn(own, at, alike(at.role))
  })
}
