/**
 * 栏目对栏: which columns of a body stand under which numbers or headings of the head. Columns that print nothing stand in
 * the head alone. Where a column may stand under two of them, it is not sure.
 */
import type { Column } from "./columns.ts"
import type { Piece } from "./pieces.ts"

interface Extent {
  readonly left: number
  readonly right: number
}

/** How far a column reaches on a page, on all pages where it has nothing there. */
const extentOf = ({ marks }: Column, page: number | undefined): Extent => {
  const own = marks.filter((mark) => mark.page === page)
  const some = own.length > 0 ? own : marks
  return { left: Math.min(...some.map(({ left }) => left)), right: Math.max(...some.map(({ right }) => right)) }
}

const overlap = (a: Extent, b: Extent): number => Math.min(a.right, b.right) - Math.max(a.left, b.left)

/** The only extent that each column overlaps, in ascending order; `undefined` where that is not so for every column. */
const onlyOverlaps = (
  columns: ReadonlyArray<Extent>,
  above: ReadonlyArray<Extent>
): ReadonlyArray<number> | undefined => {
  const found: Array<number> = []
  for (const column of columns) {
    const under = above.flatMap((extent, index) => (overlap(column, extent) > 0 ? [index] : []))
    const [only = -1] = under
    if (under.length !== 1 || only <= (found.at(-1) ?? -1)) return undefined
    found.push(only)
  }
  return found
}

/** Of a column, so much must stand between the beginning of one heading and that of the next. */
const most = 0.75

/** From where each number or heading begins to where the next one does. */
const bandsOf = (above: ReadonlyArray<Extent>): ReadonlyArray<Extent> =>
  above.map(({ left }, index) => ({ left, right: above[index + 1]?.left ?? Number.POSITIVE_INFINITY }))

/** Columns that stand between the beginning of one heading and that of the next. */
const withinBands = (
  columns: ReadonlyArray<Extent>,
  above: ReadonlyArray<Extent>
): ReadonlyArray<number> | undefined => {
  const bands = bandsOf(above)
  const found = columns.map((column) =>
    bands.findIndex((band) => overlap(column, band) >= (column.right - column.left) * most)
  )
  return found.every((at, index) => at >= 0 && at > (found[index - 1] ?? -1)) ? found : undefined
}

/**
 * For every column of figures, the number or heading that it stands under: in their order where they are as many, else by
 * the only number that stands over each, else by where numbers and headings begin: all ways that give an answer must give
 * the same.
 */
export const standsUnder = (
  columns: ReadonlyArray<Column>,
  readings: ReadonlyArray<ReadonlyArray<Piece>>,
  page: number | undefined
): ReadonlyArray<number> | undefined => {
  const [first] = readings
  if (first === undefined || columns.length > first.length) return undefined
  if (columns.length === first.length) return first.map((_, index) => index)
  const extents = columns.map((column) => extentOf(column, page))
  const numbered = onlyOverlaps(extents, first)
  if (numbered !== undefined) return numbered
  const answers = readings
    .flatMap((above) => [onlyOverlaps(extents, above), withinBands(extents, above)])
    .filter((answer) => answer !== undefined)
  const [answer] = answers
  return answers.every((other) => other.join() === answer?.join()) ? answer : undefined
}
