/**
 * 栏与栏目: which heading a column of figures belongs to. Where not every heading has figures under it, and programs that turn
 * a page into text have moved pieces aside, standing under a heading is not enough: no other way may do nearly as well.
 */
import { type Extent, isOver, middleOf, onlyWay } from "./extents.ts"
import type { Headings } from "./leaves.ts"
import type { Piece } from "./pieces.ts"

/** Of columns of figures, which edges stand under each other; `undefined` where they do not tell. */
const sideOf = (columns: ReadonlyArray<ReadonlyArray<Extent>>): "left" | "right" | undefined => {
  const spread = (side: "left" | "right"): number =>
    columns
      .map((column) => column.map((extent) => extent[side]))
      .reduce((sum, edges) => sum + Math.max(...edges) - Math.min(...edges), 0)
  const [left, right] = [spread("left"), spread("right")]
  if (right * 2 < left) return "right"
  return left * 2 < right ? "left" : undefined
}

interface Figures extends Extent {
  readonly pieces: ReadonlyArray<Extent>
}

/** Which headings a column of figures may belong to: the one above it, else one of those between which it stands. */
const candidates = (
  figures: Figures,
  leaves: ReadonlyArray<Extent>,
  side: "left" | "right" | undefined
): ReadonlyArray<number> => {
  const over = leaves.flatMap((leaf, index) => (isOver(leaf, figures) ? [index] : []))
  if (over.length > 0) return over
  const before = leaves.findLastIndex((leaf) => leaf.right <= figures.left)
  // A heading ends no further right than the figures of its column, where these end under each other.
  if (side === "right" && before >= 0) return [before]
  if (side === "left" && before + 1 < leaves.length) return [before + 1]
  return [before, before + 1]
}

/**
 * Whether every column stands under the heading of its own order, no two being one column that was moved aside: some row has a
 * figure in all of them, or none stands beyond the heading after its own. One that was moved aside stands too far right.
 */
const inOrder = (columns: ReadonlyArray<Extent>, leaves: ReadonlyArray<Extent>, isFull: boolean): boolean =>
  columns.every(({ left, right }, index) => {
    const [before, after] = [leaves[index - 1], leaves[index + 1]]
    return (before === undefined || right > before.left) && (isFull || after === undefined || left < after.right)
  })

const edges: ReadonlyArray<(extent: Extent) => number> = [({ left }) => left, middleOf, ({ right }) => right]

/** How evenly columns stand under headings: by how much the distances to them differ, from the edge where these differ least. */
const unevenness = (
  columns: ReadonlyArray<Extent>,
  leaves: ReadonlyArray<Extent>,
  found: ReadonlyArray<number>
): number =>
  Math.min(
    ...edges.map((edge) => {
      const away = columns.map((column, index) => edge(column) - middleOf(leaves[found[index] ?? -1] ?? column))
      return Math.max(...away) - Math.min(...away)
    })
  )

/** The ways in which some columns beside each other stand under the heading next to theirs. */
const otherWays = (found: ReadonlyArray<number>, leaves: number): ReadonlyArray<ReadonlyArray<number>> =>
  found
    .flatMap((_, from) =>
      found
        .slice(from)
        .flatMap((_, more) =>
          [-1, 1].map((by) => found.map((leaf, index) => (index >= from && index <= from + more ? leaf + by : leaf)))
        )
    )
    .filter((way) => way.some((leaf, index) => leaf === found[index]))
    .filter((way) => way.every((leaf, index) => leaf > (way[index - 1] ?? -1) && leaf < leaves))

/** So near to what is on its left a piece may have been moved aside by it. */
const tight = 3
/** By so much, and so many times, another way must be less even. */
const clearly = 4
const times = 2

/** Whether no other way is nearly as even, and no column that may have been moved aside passed over a heading. */
const isClear = (
  columns: ReadonlyArray<Extent>,
  leaves: ReadonlyArray<Extent>,
  found: ReadonlyArray<number>
): boolean => {
  const own = unevenness(columns, leaves, found)
  const passes = columns.some(({ left }, index) => {
    const [before, leaf] = [columns[index - 1], found[index - 1]]
    return before !== undefined && left - before.right <= tight && (found[index] ?? 0) !== (leaf ?? 0) + 1
  })
  const others = otherWays(found, leaves.length).map((way) => unevenness(columns, leaves, way))
  return !passes && others.every((other) => other >= own * times && other - own >= clearly)
}

/**
 * For every column of figures the heading that it belongs to; `undefined` where that is not sure. `isFull` says whether a row
 * has figures in all of these columns.
 */
export const headingsOver = (
  columns: ReadonlyArray<Figures>,
  headings: Headings<Piece>,
  isFull: boolean
): ReadonlyArray<number | undefined> | undefined => {
  const { count, leaves } = headings
  if (count !== undefined) return columns.length === count ? columns.map(() => undefined) : undefined
  if (leaves.length === 0) return columns.map(() => undefined)
  if (columns.length === leaves.length)
    return inOrder(columns, leaves, isFull && !headings.isTrue) ? leaves.map((_, index) => index) : undefined
  const side = sideOf(columns.map(({ pieces }) => pieces))
  for (const known of side === undefined ? [side] : [undefined, side]) {
    const may = columns.map((column) => candidates(column, leaves, known))
    const found = onlyWay(columns.length, leaves.length, (column, leaf) => may[column]?.includes(leaf) === true)
    if (found !== undefined) return headings.isTrue || isClear(columns, leaves, found) ? found : undefined
  }
  return undefined
}
