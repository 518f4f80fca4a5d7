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

const noHeadings: Headings<Piece> = { leaves: [], stubs: [], isLayered: false, count: undefined, isPlaced: true }

/** The columns of a table as its first page with rows has them. */
interface Table {
  readonly columns: ReadonlyArray<Column>
  /** For every page the column of every band; `undefined` where that is not sure. */
  readonly places: ReadonlyArray<ReadonlyArray<number> | undefined>
}

const tableOf = (bands: ReadonlyArray<Bands>, headings: ReadonlyArray<Headings<Piece>>): Table => {
  const first = Math.max(
    0,
    bands.findIndex((own) => own.bands.length > 0)
  )
  const own = bands[first]
  // A head that stands on a page before says nothing of where columns stand on this one.
  const isWhole = headings.slice(0, first).every(({ leaves, stubs }) => leaves.length + stubs.length === 0)
  const whole = own && isWhole ? founded(own, headings[first] ?? noHeadings) : undefined
  const columns = whole?.columns ?? own?.bands.map((band): Column => ({ ...band, leaf: undefined })) ?? []
  const places = bands.map((other, index) =>
    index === first
      ? whole?.places
      : other.bands.length === 0
        ? []
        : continued(other, headings[index] ?? noHeadings, columns)
  )
  return { columns, places }
}

/** Rows of pieces as cells of columns; `isTrue` says whether pieces take up as much room as on the page. */
export const aligned = <A extends Piece>(rows: ReadonlyArray<PieceRow<A>>, isTrue: boolean): Alignment<A> => {
  const pages = pagesOf(rows)
  const headings = pages.map(({ head }) => headingsIn(head, isTrue))
  const bands = pages.map(({ body }, index) => {
    const { leaves, stubs } = headings[index] ?? noHeadings
    return bandsOf(body, isTrue ? [...leaves, ...stubs] : [])
  })
  const { columns, places } = tableOf(bands, headings)
  const placeOf = (page: number, band: number): number => places[page]?.[band] ?? Math.min(band, columns.length - 1)
  const body = pages.flatMap((page, index) =>
    page.body.flatMap((pieces, row) => {
      const own = bands[index]?.places[row] ?? pieces.map((_, at) => at)
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
  const [page, heading] = [pages[headed], headings[headed]]
  const head = page === undefined || heading === undefined ? [] : headCells(page.head, page.first, columns, heading)
  const isSure = !places.includes(undefined) && bands.every((own) => !own.places.includes(undefined))
  return {
    roles: columns.map(({ role }) => role),
    cells: [...head, ...body],
    head: new Set(pages.flatMap(({ first, head: above }) => above.map((_, row) => first + row))),
    doubt: !isSure ? "body" : heading?.isLayered ? "head" : undefined
  }
}
