/**
 * 单个数的差错: cells that alone explain failing equations: one value in them makes every equation on them hold. What the
 * others say the cell must be is then held against every slip that would print what is printed.
 */
import { type DocumentSystem, intervalOfText } from "../joint/DocumentSystem.ts"
import { type Interval, isEmpty, meetingOf } from "../joint/LinearSystem.ts"
import { type Explanation, repairedBy, rightIntervalOf, suspectsOf } from "./Explanation.ts"
import type { CauseKind } from "./kinds.ts"
import { misprintsOf } from "./misprints.ts"
import { sourcesOf } from "./misplaced.ts"

/** Kinds of slips that print what is printed in place of a figure in the interval. */
const misprintKinds = (system: DocumentSystem, variable: number, right: Interval): ReadonlyArray<CauseKind> => {
  const printed = system.cells[variable]?.printed
  if (printed?._tag === "Blank" || printed?._tag === "Dash") return ["omitted-figure"]
  if (printed?._tag !== "Number") return []
  const kinds = misprintsOf(printed.text).flatMap(({ kind, right: text }) => {
    const interval = intervalOfText(text, printed.shown, system.decimals)
    return interval !== undefined && !isEmpty(meetingOf(interval, right)) ? [kind] : []
  })
  return [...new Set(kinds)]
}

/** Everything that would print what is printed in a cell whose right figure lies in the interval. */
export const causesOf = (system: DocumentSystem, explanation: Explanation): ReadonlyArray<Explanation> => {
  const [change] = explanation.changes
  if (change === undefined) return []
  const { right, variable } = change
  return [
    ...misprintKinds(system, variable, right).map((kind): Explanation => ({ ...explanation, kind })),
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
