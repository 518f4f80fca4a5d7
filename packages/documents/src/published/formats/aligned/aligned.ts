/**
 * 对齐: rows of pieces as cells of columns, for tables that draw no lines. The rows of every page found columns of their
 * own; the head says how many there are, those that print nothing among them. What cannot be set into a column for sure is
 * said: a figure in a wrong column would be a false one.
 */
import { joined } from "../joining.ts"
import { type Bands, bandsOf } from "./bands.ts"
import { type Column, continued, founded } from "./columns.ts"
import { headAgain, headCells, type HeadCell } from "./head-cells.ts"
import { type Headings, headingsIn } from "./leaves.ts"
import type { Role } from "./placing.ts"
import { headLengthOf, isFigure, type Piece, type PieceRow } from "./pieces.ts"

/** A cell; in the body of one column. */
export type AlignedCell<A extends Piece> = HeadCell<A>

export interface Alignment<A extends Piece> {
  /** What each column holds. */
  readonly roles: ReadonlyArray<Role>
  readonly cells: ReadonlyArray<AlignedCell<A>>
  /** Rows that are the head. */
  readonly head: ReadonlySet<number>
  /** Whether figures, or only headings, may stand in another column as well. */
  readonly doubt: "body" | "head" | undefined
}

/** Rows of one page: its head, where it prints one, and its body. */
interface Page<A extends Piece> {
  readonly first: number
  readonly head: ReadonlyArray<ReadonlyArray<A>>
  readonly body: ReadonlyArray<ReadonlyArray<A>>
}

const pagesOf = <A extends Piece>(rows: ReadonlyArray<PieceRow<A>>): ReadonlyArray<Page<A>> => {
  const isHead = rows.some(({ pieces }) => pieces.some(isFigure)) || headLengthOf(rows) < rows.length
  const starts = rows.flatMap(({ page }, index) => (index === 0 || page !== rows[index - 1]?.page ? [index] : []))
  let known: ReadonlyArray<ReadonlyArray<A>> | undefined
  return starts.map((first, index) => {
    const own = rows.slice(first, starts[index + 1])
    const above = own.slice(0, isHead ? headLengthOf(own) : 0).map(({ pieces }) => pieces)
    const head = known === undefined ? above : headAgain(known, above)
    known ??= above
    return { first, head, body: own.slice(head.length).map(({ pieces }) => pieces) }
  })
}

/** Pieces of one row that stand in one column are one cell. */
const cellsOfRow = <A extends Piece>(
  pieces: ReadonlyArray<A>,
  places: ReadonlyArray<number>,
  row: number
): ReadonlyArray<AlignedCell<A>> => {
  const cells: Array<AlignedCell<A>> = []
  for (const [index, piece] of pieces.entries()) {
    const column = places[index] ?? 0
    const last = cells.at(-1)
    if (last?.column === column) cells[cells.length - 1] = { ...last, text: joined(last.text, piece.text) }
    else cells.push({ piece, text: piece.text, row, column, columnSpan: 1 })
  }
  return cells
}

/** What a page says of its columns: the headings of its head, and the bands of its body. */
interface Seen<A extends Piece> {
  readonly headings: Headings<A>
  readonly bands: Bands
}

const seenOn = <A extends Piece>({ body, head }: Page<A>, isTrue: boolean): Seen<A> => {
  const headings = headingsIn(head, isTrue)
  return { headings, bands: bandsOf(body, isTrue ? [...headings.leaves, ...headings.stubs] : []) }
}

/** The columns of a table as its first page with rows has them. */
interface Table {
  readonly columns: ReadonlyArray<Column>
  /** For every page the column of every band; `undefined` where that is not sure. */
  readonly places: ReadonlyArray<ReadonlyArray<number> | undefined>
}

const tableOf = (pages: ReadonlyArray<Seen<Piece>>): Table => {
  const first = Math.max(
    0,
    pages.findIndex(({ bands }) => bands.bands.length > 0)
  )
  const own = pages[first]
  // A head that stands on a page before says nothing of where columns stand on this one.
  const isWhole = pages.slice(0, first).every(({ headings: { leaves, stubs } }) => leaves.length + stubs.length === 0)
  const whole = own && isWhole ? founded(own.bands, own.headings) : undefined
  const columns = whole?.columns ?? own?.bands.bands.map((band): Column => ({ ...band, leaf: undefined })) ?? []
  const places = pages.map(({ bands, headings }, index) =>
    index === first ? whole?.places : bands.bands.length === 0 ? [] : continued(bands, headings, columns)
  )
  return { columns, places }
}

/** Rows of pieces as cells of columns; `isTrue` says whether pieces take up as much room as on the page. */
export const aligned = <A extends Piece>(rows: ReadonlyArray<PieceRow<A>>, isTrue: boolean): Alignment<A> => {
  const pages = pagesOf(rows)
  const seen = pages.map((page) => seenOn(page, isTrue))
  const { columns, places } = tableOf(seen)
  const placeOf = (page: number, band: number): number => places[page]?.[band] ?? Math.min(band, columns.length - 1)
  const body = pages.flatMap((page, index) =>
    page.body.flatMap((pieces, row) => {
      const own = seen[index]?.bands.places[row] ?? pieces.map((_, at) => at)
      const at = page.first + page.head.length + row
      return cellsOfRow(
        pieces,
        own.map((band) => placeOf(index, band)),
        at
      )
    })
  )
  // A head that is printed again says nothing new.
  const headed = pages.findIndex(({ head }) => head.length > 0)
  const [page, heading] = [pages[headed], seen[headed]?.headings]
  const head = page === undefined || heading === undefined ? [] : headCells(page.head, page.first, columns, heading)
  const isSure = !places.includes(undefined) && seen.every(({ bands }) => !bands.places.includes(undefined))
  return {
    roles: columns.map(({ role }) => role),
    cells: [...head, ...body],
    head: new Set(pages.flatMap(({ first, head: above }) => above.map((_, row) => first + row))),
    doubt: !isSure ? "body" : heading?.isLayered ? "head" : undefined
  }
}
