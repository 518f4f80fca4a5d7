/**
 * 表头的跨栏: over which columns headings stand. Headings of one level share all columns among them; each stands over as
 * many as bring the middle of its columns nearest to its own. Where another sharing is nearly as good, it is not sure.
 */
import { type Extent, isOver, middleOf } from "../aligned/extents.ts"
import type { Column } from "./head-columns.ts"
import type { Heading } from "./head-cells.ts"

export interface Spanning {
  readonly heading: Heading
  readonly column: number
  readonly columnSpan: number
  readonly isSure: boolean
}

/** A range of columns, the last one included. */
type Range = readonly [number, number]

interface Sharing {
  readonly cost: number
  readonly ranges: ReadonlyArray<Range>
}

/** In points: by how much the next best sharing must be worse. */
const clearly = 4

const hullOf = (columns: ReadonlyArray<Column>, [from, to]: Range): Extent => ({
  left: columns[from]?.left ?? 0,
  right: columns[to]?.right ?? 0
})

/** The best two ways to share columns among headings from left to right, each of which has one or more. */
const sharings = (
  columns: ReadonlyArray<Column>,
  [from, to]: Range,
  headings: ReadonlyArray<Heading>
): ReadonlyArray<Sharing> => {
  const known = new Map<string, ReadonlyArray<Sharing>>()
  const best = (at: number, first: number): ReadonlyArray<Sharing> => {
    const heading = headings[at]
    if (heading === undefined) return first === to + 1 ? [{ cost: 0, ranges: [] }] : []
    const found = known.get(`${at}/${first}`)
    if (found !== undefined) return found
    const all: Array<Sharing> = []
    for (let last = first; last <= to - (headings.length - 1 - at); last += 1) {
      const own = Math.abs(middleOf(hullOf(columns, [first, last])) - middleOf(heading))
      for (const { cost, ranges } of best(at + 1, last + 1))
        all.push({ cost: cost + own, ranges: [[first, last], ...ranges] })
    }
    const two = all.sort((a, b) => a.cost - b.cost).slice(0, 2)
    known.set(`${at}/${first}`, two)
    return two
  }
  return best(0, from)
}

/** Whether a heading stands between the columns beside its own. */
const isBetween = (columns: ReadonlyArray<Column>, [from, to]: Range, heading: Heading): boolean => {
  const middle = middleOf(heading)
  const [before, after] = [columns[from - 1], columns[to + 1]]
  return (before === undefined || middle > middleOf(before)) && (after === undefined || middle < middleOf(after))
}

/** In points: what is between headings that touch each other, and not between runs of one. */
const seam = 0.04

/** Whether each line of a heading was written without a seam: two headings may touch each other. */
const isOneRun = ({ words }: Heading): boolean =>
  words.every(({ glyphs }) =>
    glyphs.every((glyph, index) => {
      const before = glyphs[index - 1]
      return before === undefined || before.op === glyph.op || glyph.left - before.right <= seam
    })
  )

/** In heights of a character: a heading of the next level stands lower than this. */
const nextLevel = 1.2

/** The headings of the highest level: those not as low as what stands under the highest. */
const topOf = (headings: ReadonlyArray<Heading>): ReadonlyArray<Heading> => {
  const [first] = headings
  if (first === undefined) return []
  const top = headings.filter(({ height }) => height - first.height < first.size * 0.3)
  const below = headings.filter((each) => !top.includes(each) && top.some((one) => isOver(one, each)))
  const steps = below.map(({ height }) => height - first.height).filter((step) => step > first.size)
  const deepest = Math.max(...headings.map(({ height }) => height)) - first.height
  const step =
    steps.length > 0 ? Math.min(...steps) : deepest > first.size * nextLevel ? deepest : Number.POSITIVE_INFINITY
  return headings.filter(({ height }) => height - first.height < step * 0.75)
}

const nearest = (columns: ReadonlyArray<Column>, [from, to]: Range, heading: Extent): number => {
  const away = columns.slice(from, to + 1).map((column) => Math.abs(middleOf(column) - middleOf(heading)))
  return from + away.indexOf(Math.min(...away))
}

/** The columns of headings, level by level. */
export const spannings = (
  columns: ReadonlyArray<Column>,
  range: Range,
  headings: ReadonlyArray<Heading>
): ReadonlyArray<Spanning> => {
  const top = [...topOf(headings)].sort((a, b) => a.left - b.left)
  if (top.length === 0) return []
  const [best, next] = sharings(columns, range, top)
  if (best === undefined)
    return headings.map((heading) => {
      const column = nearest(columns, range, heading)
      return { heading, column, columnSpan: 1, isSure: range[0] === range[1] }
    })
  const isClear = next === undefined || next.cost - best.cost > clearly
  const rest = headings.filter((heading) => !top.includes(heading))
  return top.flatMap((heading, index) => {
    const [from, to] = best.ranges[index] ?? range
    const isSure = isClear && isBetween(columns, [from, to], heading) && (from === to || isOneRun(heading))
    const below = rest.filter((other) => {
      const at = nearest(columns, range, other)
      return at >= from && at <= to
    })
    return [{ heading, column: from, columnSpan: to - from + 1, isSure }, ...spannings(columns, [from, to], below)]
  })
}
