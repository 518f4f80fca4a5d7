/** 格线: ruling lines of a page as tables of cells. A cell is what no line parts. */
import type { Box, Rule } from "./geometry.ts"

/** Lines nearer than this are one line. */
const near = 3
/** A line parts two cells where at least this share of their common side is drawn. */
const drawnShare = 0.6

export interface LatticeCell extends Box {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

export interface Lattice extends Box {
  readonly rows: number
  readonly columns: number
  readonly cells: ReadonlyArray<LatticeCell>
  /** Where columns begin, and where the last one ends. */
  readonly xs: ReadonlyArray<number>
  readonly ys: ReadonlyArray<number>
}

/** Lines on one place and touching each other as one; what then is shorter than a character parts nothing. */
const merged = (rules: ReadonlyArray<Rule>): ReadonlyArray<Rule> => {
  const kept: Array<{ upright: boolean; at: number; from: number; to: number; weight: number }> = []
  const sorted = [...rules].sort((a, b) => a.at - b.at)
  let start = 0
  for (let end = 1; end <= sorted.length; end += 1) {
    const last = sorted[end - 1]
    const next = sorted[end]
    if (last !== undefined && next !== undefined && next.at - last.at <= near / 2) continue
    let open: (typeof kept)[number] | undefined
    for (const rule of sorted.slice(start, end).sort((a, b) => a.from - b.from)) {
      if (open !== undefined && rule.from <= open.to + near) {
        open.to = Math.max(open.to, rule.to)
        const weight = rule.to - rule.from
        open.at = (open.at * open.weight + rule.at * weight) / (open.weight + weight || 1)
        open.weight += weight
      } else {
        open = { ...rule, weight: rule.to - rule.from }
        kept.push(open)
      }
    }
    start = end
  }
  return kept
    .filter(({ from, to }) => to - from >= near)
    .map(({ at, from, to, upright }) => ({ at, from, to, upright }))
}

const meet = (a: Rule, b: Rule): boolean => {
  if (a.upright === b.upright) return false
  return a.at >= b.from - near && a.at <= b.to + near && b.at >= a.from - near && b.at <= a.to + near
}

/** Lines that hang together, directly or through others. */
const networks = (rules: ReadonlyArray<Rule>): ReadonlyArray<ReadonlyArray<Rule>> => {
  const uprights = rules.filter(({ upright }) => upright)
  const levels = rules.filter(({ upright }) => !upright).sort((a, b) => a.at - b.at)
  const group = new Map<Rule, Rule>(rules.map((rule) => [rule, rule]))
  const rootOf = (rule: Rule): Rule => {
    let root = rule
    for (let next = group.get(root) ?? root; next !== root; next = group.get(root) ?? root) root = next
    for (let each = rule; each !== root; ) {
      const next = group.get(each) ?? root
      group.set(each, root)
      each = next
    }
    return root
  }
  for (const upright of uprights)
    for (const level of levels) {
      if (level.at > upright.to + near) break
      if (meet(upright, level)) group.set(rootOf(upright), rootOf(level))
    }
  const found = new Map<Rule, Array<Rule>>()
  for (const rule of rules) {
    const known = found.get(rootOf(rule))
    if (known === undefined) found.set(rootOf(rule), [rule])
    else known.push(rule)
  }
  return [...found.values()]
}

/** Places of lines, those nearer than `near` taken together. */
const clustered = (places: ReadonlyArray<number>): Array<number> => {
  const clusters: Array<Array<number>> = []
  for (const place of [...places].sort((a, b) => a - b)) {
    const last = clusters.at(-1)
    const before = last?.at(-1)
    if (last !== undefined && before !== undefined && place - before <= near) last.push(place)
    else clusters.push([place])
  }
  return clusters.map((cluster) => cluster.reduce((sum, place) => sum + place, 0) / cluster.length)
}

/** Whether enough of the stretch from `from` to `to` at `at` is drawn by one of the lines. */
const isDrawn = (rules: ReadonlyArray<Rule>, at: number, from: number, to: number): boolean => {
  let drawn = 0
  let reached = from
  for (const rule of rules) {
    if (Math.abs(rule.at - at) > near || rule.to <= reached || rule.from >= to) continue
    drawn += Math.min(to, rule.to) - Math.max(reached, rule.from)
    reached = Math.max(reached, Math.min(to, rule.to))
  }
  return drawn >= (to - from) * drawnShare
}

/** Places where lines end beyond the last line across them: an outer border that is not drawn. */
const withOpenEnds = (places: Array<number>, lines: ReadonlyArray<Rule>): ReadonlyArray<number> => {
  const first = Math.min(...lines.map(({ from }) => from))
  const last = Math.max(...lines.map(({ to }) => to))
  const [lowest = first] = places
  const highest = places.at(-1) ?? last
  return [...(first < lowest - 2 * near ? [first] : []), ...places, ...(last > highest + 2 * near ? [last] : [])]
}

interface Block {
  top: number
  left: number
  bottom: number
  right: number
}

/** Elementary cells joined where no line parts them; each joined cell is a whole rectangle of them. */
const blocksOf = (
  rows: number,
  columns: number,
  parted: { below: (r: number, c: number) => boolean; right: (r: number, c: number) => boolean }
) => {
  const block: Array<Block> = []
  const at = (row: number, column: number): Block => block[row * columns + column] as Block
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      block.push({ top: row, left: column, bottom: row, right: column })
  const join = (a: Block, b: Block): void => {
    if (a === b) return
    const whole = {
      top: Math.min(a.top, b.top),
      left: Math.min(a.left, b.left),
      bottom: Math.max(a.bottom, b.bottom),
      right: Math.max(a.right, b.right)
    }
    for (let row = whole.top; row <= whole.bottom; row += 1)
      for (let column = whole.left; column <= whole.right; column += 1) {
        const other = at(row, column)
        block[row * columns + column] = whole
        if (other !== a && other !== b && other !== whole && !within(other, whole)) join(whole, other)
      }
  }
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      if (column + 1 < columns && !parted.right(row, column)) join(at(row, column), at(row, column + 1))
      if (row + 1 < rows && !parted.below(row, column)) join(at(row, column), at(row + 1, column))
    }
  return [...new Set(block)]
}

const within = (inner: Block, outer: Block): boolean =>
  inner.top >= outer.top && inner.left >= outer.left && inner.bottom <= outer.bottom && inner.right <= outer.right

const mostCells = 50_000

const latticeOf = (rules: ReadonlyArray<Rule>): Lattice | undefined => {
  const uprights = rules.filter(({ upright }) => upright).sort((a, b) => a.from - b.from)
  const levels = rules.filter(({ upright }) => !upright).sort((a, b) => a.from - b.from)
  if (uprights.length === 0 || levels.length < 2) return undefined
  const ownXs = clustered(uprights.map(({ at }) => at))
  const ownYs = clustered(levels.map(({ at }) => at))
  const xs = withOpenEnds(ownXs, levels)
  const ys = withOpenEnds(ownYs, uprights)
  const columns = xs.length - 1
  const rows = ys.length - 1
  if (columns < 1 || rows < 1 || rows * columns > mostCells) return undefined
  const x = (column: number): number => xs[column] ?? 0
  const y = (row: number): number => ys[row] ?? 0
  const blocks = blocksOf(rows, columns, {
    right: (row, column) => isDrawn(uprights, x(column + 1), y(row), y(row + 1)),
    below: (row, column) => isDrawn(levels, y(row + 1), x(column), x(column + 1))
  })
  const cells = blocks.map(
    ({ bottom, left, right, top }): LatticeCell => ({
      row: top,
      column: left,
      rowSpan: bottom - top + 1,
      columnSpan: right - left + 1,
      left: x(left),
      top: y(top),
      right: x(right + 1),
      bottom: y(bottom + 1)
    })
  )
  return { rows, columns, cells, xs, ys, left: x(0), right: x(columns), top: y(0), bottom: y(rows) }
}

const contains = (outer: Box, inner: Box): boolean =>
  inner.left >= outer.left - near &&
  inner.right <= outer.right + near &&
  inner.top >= outer.top - near &&
  inner.bottom <= outer.bottom + near

/** The tables that the ruling lines of a page draw, from top to bottom. A frame of one cell is no table. */
export const lattices = (rules: ReadonlyArray<Rule>): ReadonlyArray<Lattice> => {
  const lines = [...merged(rules.filter(({ upright }) => upright)), ...merged(rules.filter(({ upright }) => !upright))]
  const found = networks(lines)
    .flatMap((network) => latticeOf(network) ?? [])
    .filter(({ cells }) => cells.length > 1)
  return found
    .filter((lattice) => !found.some((other) => other !== lattice && contains(other, lattice)))
    .sort((a, b) => a.top - b.top || a.left - b.left)
}
