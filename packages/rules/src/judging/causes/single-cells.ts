/**
 * 单个数的差错: cells that alone explain failing equations: one value in them makes every equation on them hold. What the
 * others say the cell must be is then held against every slip that would print what is printed.
 */
import type { PrintedNumber } from "@juesuan/domain"
import { type DocumentSystem, intervalOfText } from "../joint/DocumentSystem.ts"
import { type Interval, isEmpty, meetingOf } from "../joint/LinearSystem.ts"
import { type Explanation, repairedBy, rightIntervalOf, suspectsOf } from "./Explanation.ts"
import type { CauseKind } from "./kinds.ts"
import { decimalsOf, type Misprint, misprintsOf } from "./misprints.ts"
import { copiedFromLastYear } from "./last-year.ts"
import { sourcesOf } from "./misplaced.ts"

type Slip = Pick<Explanation, "kind" | "rare" | "rightText">

const slipOf = (printed: PrintedNumber, { kind, rare, right }: Misprint): Slip => ({
  kind,
  ...(rare === undefined ? {} : { rare }),
  ...(decimalsOf(right) === decimalsOf(printed.text) ? { rightText: right } : {})
})

/** A figure that is nothing has no digits that a wrong unit or a slipped point could move. */
const isMoved = ({ kind }: Misprint): boolean => kind === "unit-slip" || kind === "shifted-point"

/** Slips that print what is printed in place of a figure in the interval, none twice. */
const slipsOf = (system: DocumentSystem, variable: number, right: Interval): ReadonlyArray<Slip> => {
  const printed = system.cells[variable]?.printed
  if (printed?._tag === "Blank" || printed?._tag === "Dash") return [{ kind: "omitted-figure" }]
  // A bound on one side fits too many figures to tell a slip.
  if (printed?._tag !== "Number" || right.low === undefined || right.high === undefined) return []
  const isNothing = right.low <= 0n && right.high >= 0n
  const found = new Map<CauseKind, Slip>()
  for (const misprint of misprintsOf(printed.text).filter((one) => !isNothing || !isMoved(one))) {
    const known = found.has(misprint.kind)
    const interval = known ? undefined : intervalOfText(misprint.right, printed.shown, system.decimals)
    if (interval !== undefined && !isEmpty(meetingOf(interval, right)))
      found.set(misprint.kind, slipOf(printed, misprint))
  }
  return [...found.values()]
}

/** The cell reads what it read last year. */
const lastYears = (
  { cells, lastYear }: DocumentSystem,
  variable: number
): ReadonlyArray<Pick<Explanation, "kind" | "elsewhere">> => {
  const cell = cells[variable]
  if (cell?.printed._tag !== "Number") return []
  const elsewhere = copiedFromLastYear(lastYear, cell.address, cell.printed)
  return elsewhere === undefined ? [] : [{ kind: "figure-of-last-year", elsewhere }]
}

/** Everything that would print what is printed in a cell whose right figure lies in the interval. */
export const causesOf = (system: DocumentSystem, explanation: Explanation): ReadonlyArray<Explanation> => {
  const [change] = explanation.changes
  if (change === undefined) return []
  const { right, variable } = change
  return [
    ...[...slipsOf(system, variable, right), ...lastYears(system, variable)].map(
      (slip): Explanation => ({ ...explanation, ...slip })
    ),
    ...sourcesOf(system, variable).map(({ kind, source }): Explanation => ({ ...explanation, kind, source }))
  ]
}

/** Cells that alone explain failing equations, each with what it must be. */
export const singleCells = (system: DocumentSystem, failing: ReadonlySet<number>): ReadonlyArray<Explanation> =>
  [...suspectsOf(system, failing)].flatMap((variable) => {
    const right = rightIntervalOf(system, variable)
    if (right === undefined) return []
    const repaired = repairedBy(system, new Map([[variable, right]]), failing)
    return repaired === undefined ? [] : [{ kind: undefined, changes: [{ variable, right }], repaired }]
  })
