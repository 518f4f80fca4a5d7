/**
 * 没有带到底的改动: a figure was changed and its totals with it, but not everywhere: not in the grand total, not in the other
 * tables. From a cell on, every equation that holds demands the same change of the total in it; where equations fail, the
 * change was not carried on. Taking it back must repair them.
 */
import type { DocumentSystem } from "../joint/DocumentSystem.ts"
import { canHold, type Interval, printedSum } from "../joint/LinearSystem.ts"
import { type Explanation, isHard, repairedBy } from "./Explanation.ts"

/** A change that goes farther than this is none that was carried along by hand. */
const mostCells = 40
/** Differences that are tried; in one document more of them are more mistakes. */
const mostDifferences = 4

/** The cell that the others of the constraint add up to: the only one on the other side. */
const wholeFor = (system: DocumentSystem, index: number, part: number): number | undefined => {
  const terms = system.constraints[index]?.terms ?? []
  const own = terms.find(({ variable }) => variable === part)?.coefficient ?? 0n
  const other = terms.filter(({ coefficient }) => coefficient > 0n !== own > 0n)
  return other.length === 1 ? other[0]?.variable : undefined
}

const netOf = (system: DocumentSystem, index: number, cells: ReadonlySet<number>): bigint =>
  (system.constraints[index]?.terms ?? []).reduce(
    (sum, { coefficient, variable }) => (cells.has(variable) ? sum + coefficient : sum),
    0n
  )

/** The cells that change with one, as far as equations that hold demand it; `undefined` where they leave it open. */
const carriedFrom = (
  system: DocumentSystem,
  start: number,
  isOpen: (index: number) => boolean
): ReadonlySet<number> | undefined => {
  const cells = new Set([start])
  for (const cell of cells) {
    if (cells.size > mostCells) return undefined
    for (const index of system.touching[cell] ?? []) {
      if (isOpen(index) || netOf(system, index, cells) === 0n) continue
      const whole = wholeFor(system, index, cell)
      if (whole === undefined || cells.has(whole)) return undefined
      cells.add(whole)
    }
  }
  return cells.size < 2 ? undefined : cells
}

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value)

/** By how much the failing equations are off, each size once. */
const differences = (system: DocumentSystem, failing: ReadonlySet<number>): ReadonlyArray<bigint> => {
  const sizes = [...failing].map((index) => magnitude(printedSum(system, system.constraints[index]?.terms ?? [])))
  return [...new Set(sizes)].slice(0, mostDifferences)
}

const shifted = ({ high, low }: Interval, by: bigint): Interval => ({
  low: low === undefined ? low : low + by,
  high: high === undefined ? high : high + by
})

/** Every change that explains failing equations by not having been carried to the end. */
export const carriedChanges = (system: DocumentSystem, failing: ReadonlySet<number>): ReadonlyArray<Explanation> => {
  const sizes = differences(system, failing)
  const isOpen = (index: number): boolean => {
    const constraint = system.constraints[index]
    return (
      constraint === undefined ||
      !isHard(system, index) ||
      system.equations[index]?.comparison !== "=" ||
      !canHold(system, constraint)
    )
  }
  return system.cells.flatMap((cell, start): ReadonlyArray<Explanation> => {
    if (cell.printed._tag !== "Number") return []
    const cells = carriedFrom(system, start, isOpen)
    if (cells === undefined) return []
    return sizes
      .flatMap((size) => [size, -size])
      .flatMap((by): ReadonlyArray<Explanation> => {
        const overlay = new Map(
          [...cells].map((variable) => [variable, shifted(system.variables[variable] ?? { low: 0n, high: 0n }, by)])
        )
        const repaired = repairedBy(system, overlay, failing)
        if (repaired === undefined) return []
        const changes = [...overlay].map(([variable, right]) => ({ variable, right }))
        return [{ kind: "carried-change", changes, repaired }]
      })
  })
}
