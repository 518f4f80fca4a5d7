/** 画线: ruling lines among the paths of a page: strokes, and filled shapes so thin that they are seen as lines. */
import { applied, type Matrix, type Rule } from "./geometry.ts"

/** A filled shape is a line where it is thinner than this and longer than it is thick. */
const thickest = 3
const shortest = 2
/** How far from upright or level a line may be. */
const slant = 1

export type Point = readonly [number, number]

/** A line with how thick it is. */
interface Thin extends Rule {
  readonly width: number
}

/** Points of each part of a path; curves are only known by their ends. */
const partsOf = (path: ArrayLike<number>, matrix: Matrix): ReadonlyArray<ReadonlyArray<Point>> => {
  const parts: Array<Array<Point>> = []
  const point = (at: number): Point => applied(matrix, path[at] ?? 0, path[at + 1] ?? 0)
  /** Numbers after each drawing operation: move, line, curve, quadratic curve, close. */
  const lengths = [2, 2, 6, 4, 0]
  for (let at = 0; at < path.length; ) {
    const op = path[at] ?? 4
    const length = lengths[op] ?? 0
    const part = parts.at(-1)
    if (op === 0 || part === undefined) parts.push(length === 0 ? [] : [point(at + 1 + length - 2)])
    else if (op === 4) part.push(part[0] ?? [0, 0])
    else part.push(point(at + 1 + length - 2))
    at += 1 + length
  }
  return parts
}

const ruleBetween = ([x0, y0]: Point, [x1, y1]: Point): Rule | undefined => {
  const across = Math.abs(x1 - x0)
  const down = Math.abs(y1 - y0)
  if (across <= slant && down >= shortest) {
    return { upright: true, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) }
  }
  if (down <= slant && across >= shortest) {
    return { upright: false, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) }
  }
  return undefined
}

/** The lines of a stroked path. */
export const strokedRules = (path: ArrayLike<number>, matrix: Matrix): ReadonlyArray<Rule> =>
  partsOf(path, matrix).flatMap((points) =>
    points.slice(1).flatMap((point, index) => ruleBetween(points[index] ?? point, point) ?? [])
  )

/** A filled shape that is about as wide as high and not larger than this is a dot: lines may be made of dots. */
const largestDot = 2

/** A filled shape that is seen as a line. */
const thinRule = (points: ReadonlyArray<Point>): Thin | undefined => {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const left = Math.min(...xs)
  const right = Math.max(...xs)
  const top = Math.min(...ys)
  const bottom = Math.max(...ys)
  const width = right - left
  const height = bottom - top
  if (Math.min(width, height) > thickest || Math.max(width, height) < 0.3) return undefined
  return width < height
    ? { upright: true, at: (left + right) / 2, from: top, to: bottom, width }
    : { upright: false, at: (top + bottom) / 2, from: left, to: right, width: height }
}

const isDot = ({ from, to, width }: Thin): boolean => to - from <= largestDot && to - from < 2 * width

export interface Filled {
  readonly rules: ReadonlyArray<Rule>
  /** The middles of dots. */
  readonly dots: ReadonlyArray<Point>
}

/** The lines and dots of a filled path: each part of it by itself. */
export const filledShapes = (path: ArrayLike<number>, matrix: Matrix): Filled => {
  const thin = partsOf(path, matrix).flatMap((points) => thinRule(points) ?? [])
  const dots = thin.filter(isDot).map(({ at, from, to, upright }): Point => {
    const along = (from + to) / 2
    return upright ? [at, along] : [along, at]
  })
  return { rules: thin.filter((rule) => !isDot(rule)), dots }
}

/** Dots nearer than this are of one line; fewer make none. */
const nearest = 4
const fewest = 4

/** Dots in one direction that follow each other, as lines. */
const linesOf = (dots: ReadonlyArray<Point>, upright: boolean): ReadonlyArray<Rule> => {
  const [across, along] = upright ? ([0, 1] as const) : ([1, 0] as const)
  const places = new Map<number, Array<number>>()
  for (const dot of dots) {
    const at = Math.round(dot[across] * 2) / 2
    const known = places.get(at)
    if (known === undefined) places.set(at, [dot[along]])
    else known.push(dot[along])
  }
  const found: Array<Rule> = []
  for (const [at, all] of places) {
    all.sort((a, b) => a - b)
    let first = 0
    for (let end = 1; end <= all.length; end += 1) {
      const [last = 0, next = Number.POSITIVE_INFINITY] = [all[end - 1], all[end]]
      if (next - last <= nearest) continue
      if (end - first >= fewest) found.push({ upright, at, from: all[first] ?? last, to: last })
      first = end
    }
  }
  return found
}

/** Lines that are made of dots. */
export const dottedRules = (dots: ReadonlyArray<Point>): ReadonlyArray<Rule> => [
  ...linesOf(dots, true),
  ...linesOf(dots, false)
]
