/**
 * 错位: figures of a line that slipped by one place, or two that changed places. Putting them back must repair the failing
 * equations and break none; the figure that fell off the end is what the equations say.
 */
import type { DocumentSystem } from "../joint/DocumentSystem.ts"
import { type Interval, isEmpty, meetingOf } from "../joint/LinearSystem.ts"
import { allHold, type Explanation, hardOn, repairedBy, rightIntervalOf, suspectsOf } from "./Explanation.ts"
import type { CauseKind } from "./kinds.ts"
import type { Line } from "./lines.ts"

type Place = ReadonlyArray<number | undefined>

const intervalAt = (system: DocumentSystem, variable: number): Interval => {
  const { high, low } = system.variables[variable] ?? { low: undefined, high: undefined }
  return { low, high }
}

const hasSuspect = (place: Place, suspects: ReadonlySet<number>): boolean =>
  place.some((cell) => cell !== undefined && suspects.has(cell))

/** Figures so near each other that nobody can see which of them stands where. */
const alike = (left: Interval, right: Interval): boolean => !isEmpty(meetingOf(left, right))

/** Puts into the cells of a place what stands in those of another; `undefined` where a figure has no cell to stand in. */
const moveInto = (
  system: DocumentSystem,
  overlay: Map<number, Interval>,
  { from, to }: { readonly from: Place; readonly to: Place }
): boolean => {
  for (const [index, variable] of to.entries()) {
    const source = from[index]
    if ((variable === undefined) !== (source === undefined)) return false
    if (variable === undefined || source === undefined) continue
    const right = intervalAt(system, source)
    if (!alike(right, intervalAt(system, variable))) overlay.set(variable, right)
  }
  return true
}

/** A line read in the direction in which its figures slipped, with the equations that no later place has a part in. */
interface Course {
  readonly kind: Line["kind"]
  readonly places: ReadonlyArray<Place>
  /** By place: what must hold once this place and those before it read what they should. */
  readonly settled: ReadonlyArray<ReadonlyArray<number>>
}

const courseOf = (system: DocumentSystem, kind: Line["kind"], places: ReadonlyArray<Place>): Course => {
  const last = new Map<number, number>()
  for (const [at, place] of places.entries())
    for (const variable of place.filter((cell) => cell !== undefined))
      for (const index of hardOn(system, variable)) last.set(index, at)
  const settled = places.map((): Array<number> => [])
  for (const [index, at] of last) settled[at]?.push(index)
  return { kind, places, settled }
}

/** Figures of a course that are put one place back: what the cells read then, but for the last place. */
interface Run {
  /** The place before the first, where there is one. */
  readonly before: Place | undefined
  readonly first: Place
  readonly last: Place
  readonly moved: ReadonlyMap<number, Interval>
}

/** The runs from a place on, each a place longer, as long as what they settle can hold. */
const runsFrom = (
  system: DocumentSystem,
  { places, settled }: Course,
  { from, suspects }: { readonly from: number; readonly suspects: ReadonlySet<number> }
): ReadonlyArray<Run> => {
  const [first, ...following] = places.slice(from)
  if (first === undefined) return []
  const runs: Array<Run> = []
  const moved = new Map<number, Interval>()
  const before = places[from - 1]
  let target = first
  let isSuspected = hasSuspect(first, suspects)
  for (const [index, last] of following.entries()) {
    if (!moveInto(system, moved, { from: last, to: target })) return runs
    // Where nothing moves at the start, the run from the next place on is the same.
    if (moved.size === 0 || !allHold(system, moved, settled[from + index] ?? [])) return runs
    isSuspected ||= hasSuspect(last, suspects)
    if (isSuspected && index > 0) runs.push({ before, first, last, moved: new Map(moved) })
    target = last
  }
  return runs
}

/** The last place gets the figure of the first: the run was turned. */
const turned = (system: DocumentSystem, { first, last, moved }: Run): ReadonlyMap<number, Interval> | undefined => {
  const overlay = new Map(moved)
  return moveInto(system, overlay, { from: first, to: last }) ? overlay : undefined
}

/** Where figures slipped on, the first place is left blank, or the figure before it stands there once more. */
const isLeftBehind = (system: DocumentSystem, { before, first }: Run): boolean =>
  first.every(
    (variable, index) =>
      variable === undefined ||
      system.cells[variable]?.printed._tag !== "Number" ||
      (before?.[index] !== undefined && alike(intervalAt(system, variable), intervalAt(system, before[index])))
  )

/** What belongs at the last place is lost: it is what the equations say. Where that alone explains all, nothing slipped. */
const withLostEnd = (
  system: DocumentSystem,
  run: Run,
  failing: ReadonlySet<number>
): ReadonlyMap<number, Interval> | undefined => {
  const { last, moved } = run
  const [lost] = last
  if (moved.size < 2 || last.length !== 1 || lost === undefined || !isLeftBehind(system, run)) return undefined
  const right = rightIntervalOf(system, lost, moved)
  if (right === undefined) return undefined
  if (alike(right, intervalAt(system, lost))) return moved
  const alone = rightIntervalOf(system, lost)
  const isNeedless = alone !== undefined && repairedBy(system, new Map([[lost, alone]]), failing) !== undefined
  return isNeedless ? undefined : new Map([...moved, [lost, right]])
}

const explained = (
  system: DocumentSystem,
  kind: CauseKind,
  {
    failing,
    overlay
  }: { readonly overlay: ReadonlyMap<number, Interval> | undefined; readonly failing: ReadonlySet<number> }
): ReadonlyArray<Explanation> => {
  if (overlay === undefined || overlay.size < 2) return []
  const repaired = repairedBy(system, overlay, failing)
  if (repaired === undefined) return []
  return [{ kind, changes: [...overlay].map(([variable, right]) => ({ variable, right })), repaired }]
}

/** Every slip along a line by one place, either way: of any run of it that has a part in what fails. */
const slipsAlong = (
  system: DocumentSystem,
  { kind, places }: Line,
  { failing, suspects }: { readonly failing: ReadonlySet<number>; readonly suspects: ReadonlySet<number> }
): ReadonlyArray<Explanation> =>
  [places, places.toReversed()].flatMap((ordered) => {
    const course = courseOf(system, kind, ordered)
    return [...ordered.keys()]
      .flatMap((from) => runsFrom(system, course, { from, suspects }))
      .flatMap((run) => {
        const whole = explained(system, kind, { overlay: turned(system, run), failing })
        return whole.length > 0
          ? whole
          : explained(system, kind, { overlay: withLostEnd(system, run, failing), failing })
      })
  })

/** Two figures of a line in each other's place, one of them in a failing equation: the other may fit where it stands. */
const exchangesIn = (
  system: DocumentSystem,
  { places }: Line,
  suspects: ReadonlySet<number>,
  failing: ReadonlySet<number>
): ReadonlyArray<Explanation> => {
  return places.flatMap((first, index) =>
    places.slice(index + 1).flatMap((second): ReadonlyArray<Explanation> => {
      if (!hasSuspect(first, suspects) && !hasSuspect(second, suspects)) return []
      const overlay = new Map<number, Interval>()
      const fits =
        moveInto(system, overlay, { from: first, to: second }) && moveInto(system, overlay, { from: second, to: first })
      return fits ? explained(system, "exchanged-figures", { overlay, failing }) : []
    })
  )
}

/** Every slip along the lines that explains failing equations. */
export const shiftsIn = (
  system: DocumentSystem,
  lines: ReadonlyArray<Line>,
  failing: ReadonlySet<number>
): ReadonlyArray<Explanation> => {
  const suspects = suspectsOf(system, failing)
  return lines.flatMap((line) => [
    ...exchangesIn(system, line, suspects, failing),
    ...slipsAlong(system, line, { failing, suspects })
  ])
}
