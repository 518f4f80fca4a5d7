/**
 * 错位: figures of a line that slipped by one place, or two that changed places. Putting them back must repair the failing
 * equations and break none; the figure that fell off the end is what the equations say.
 */
import type { DocumentSystem } from "../joint/DocumentSystem.ts"
import { type Interval, isEmpty, meetingOf } from "../joint/LinearSystem.ts"
import { type Explanation, repairedBy, rightIntervalOf, suspectsOf } from "./Explanation.ts"
import type { CauseKind } from "./kinds.ts"
import type { Line } from "./lines.ts"

type Place = ReadonlyArray<number | undefined>

const intervalAt = (system: DocumentSystem, variable: number): Interval => {
  const { high, low } = system.variables[variable] ?? { low: undefined, high: undefined }
  return { low, high }
}

const same = (left: Interval, right: Interval): boolean => left.low === right.low && left.high === right.high

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
    if (!same(right, intervalAt(system, variable))) overlay.set(variable, right)
  }
  return true
}

/** What the run reads once every figure stands one place back; the last place gets the first figure, or none. */
const movedBack = (
  system: DocumentSystem,
  run: ReadonlyArray<Place>,
  way: 1 | -1,
  wrapped: boolean
): Map<number, Interval> | undefined => {
  const ordered = way > 0 ? run : run.toReversed()
  const overlay = new Map<number, Interval>()
  for (const [index, to] of ordered.entries()) {
    const last = index === ordered.length - 1
    if (last && !wrapped) continue
    const from = last ? ordered[0] : ordered[index + 1]
    if (from === undefined || !moveInto(system, overlay, { from, to })) return undefined
  }
  return overlay
}

const explained = (
  system: DocumentSystem,
  kind: CauseKind,
  overlay: Map<number, Interval> | undefined,
  failing: ReadonlySet<number>
): ReadonlyArray<Explanation> => {
  if (overlay === undefined || overlay.size < 2) return []
  const repaired = repairedBy(system, overlay, failing)
  if (repaired === undefined) return []
  return [{ kind, changes: [...overlay].map(([variable, right]) => ({ variable, right })), repaired }]
}

/** The run moved back by one place, what fell off its end taken from the equations. */
const withLostEnd = (
  system: DocumentSystem,
  { kind, run, way }: { readonly kind: CauseKind; readonly run: ReadonlyArray<Place>; readonly way: 1 | -1 },
  failing: ReadonlySet<number>
): ReadonlyArray<Explanation> => {
  const overlay = movedBack(system, run, way, false)
  const end = (way > 0 ? run.at(-1) : run[0]) ?? []
  const [lost] = end
  if (overlay === undefined || overlay.size < 2 || end.length !== 1 || lost === undefined) return []
  const right = rightIntervalOf(system, lost, overlay)
  if (right === undefined) return []
  const stands = !isEmpty(meetingOf(right, intervalAt(system, lost)))
  return explained(system, kind, stands ? overlay : overlay.set(lost, right), failing)
}

/** Runs whose both ends stand in a failing equation: a figure that slipped does not fit where it stands. */
const runsOf = (line: Line, suspects: ReadonlySet<number>): ReadonlyArray<ReadonlyArray<Place>> => {
  const suspected = line.places.map((place) => place.some((cell) => cell !== undefined && suspects.has(cell)))
  const ends = [...suspected.keys()].filter((index) => suspected[index] === true)
  return ends.flatMap((from) => ends.filter((to) => to > from).map((to) => line.places.slice(from, to + 1)))
}

/** Runs longer than this are no slip of a line but another table. */
const longestRun = 40

const ofRun = (
  system: DocumentSystem,
  kind: Line["kind"],
  run: ReadonlyArray<Place>,
  failing: ReadonlySet<number>
): ReadonlyArray<Explanation> => {
  if (run.length === 2 || run.length > longestRun) return []
  const slips = ([1, -1] as const).flatMap((way) => [
    ...explained(system, kind, movedBack(system, run, way, true), failing),
    ...withLostEnd(system, { kind, run, way }, failing)
  ])
  return slips
}

/** Two figures of a line in each other's place, one of them in a failing equation: the other may fit where it stands. */
const exchangesIn = (
  system: DocumentSystem,
  { places }: Line,
  suspects: ReadonlySet<number>,
  failing: ReadonlySet<number>
): ReadonlyArray<Explanation> => {
  const isSuspected = (place: Place): boolean => place.some((cell) => cell !== undefined && suspects.has(cell))
  return places.flatMap((first, index) =>
    places.slice(index + 1).flatMap((second): ReadonlyArray<Explanation> => {
      if (!isSuspected(first) && !isSuspected(second)) return []
      const overlay = new Map<number, Interval>()
      const fits =
        moveInto(system, overlay, { from: first, to: second }) && moveInto(system, overlay, { from: second, to: first })
      return fits ? explained(system, "exchanged-figures", overlay, failing) : []
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
    ...runsOf(line, suspects).flatMap((run) => ofRun(system, line.kind, run, failing))
  ])
}
