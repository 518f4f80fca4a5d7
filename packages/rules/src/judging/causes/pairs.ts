/** 两处差错: two cells that together explain failing equations which no single cell explains, each with what it must be. */
import type { DocumentSystem } from "../joint/DocumentSystem.ts"
import { impliedInterval } from "../joint/implied.ts"
import { type Interval, isEmpty } from "../joint/LinearSystem.ts"
import { type Change, type Explanation, hardOn, repairedBy, suspectsOf } from "./Explanation.ts"

/** More suspects than this give more pairs than anybody can weigh. */
const mostSuspects = 80

/** A cell with the hard constraints on it. */
interface Suspect {
  readonly variable: number
  readonly constraints: ReadonlyArray<number>
}

const rightWithout = (system: DocumentSystem, suspect: Suspect, other: ReadonlySet<number>): Interval | undefined => {
  const own = suspect.constraints.filter((index) => !other.has(index))
  if (own.length === 0) return undefined
  const right = impliedInterval(system, suspect.variable, own)
  return isEmpty(right) || right.low === undefined || right.high === undefined ? undefined : right
}

/** Two explanations, one for each cell, where changing both repairs every failing equation. */
export const pairsExplaining = (
  system: DocumentSystem,
  failing: ReadonlySet<number>
): ReadonlyArray<readonly [Explanation, Explanation]> => {
  const suspects = [...suspectsOf(system, failing)].map(
    (variable): Suspect => ({ variable, constraints: hardOn(system, variable) })
  )
  if (suspects.length > mostSuspects) return []
  const sets = suspects.map(({ constraints }) => new Set(constraints))
  const part = (change: Change): Explanation => ({
    kind: undefined,
    changes: [change],
    repaired: new Set((system.touching[change.variable] ?? []).filter((index) => failing.has(index)))
  })
  return suspects.flatMap((first, index) =>
    suspects.slice(index + 1).flatMap((second, offset): ReadonlyArray<readonly [Explanation, Explanation]> => {
      const [ofFirst, ofSecond] = [sets[index], sets[index + 1 + offset]]
      if (ofFirst === undefined || ofSecond === undefined) return []
      if (![...failing].every((one) => ofFirst.has(one) || ofSecond.has(one))) return []
      const right = rightWithout(system, first, ofSecond)
      const other = rightWithout(system, second, ofFirst)
      if (right === undefined || other === undefined) return []
      const overlay = new Map([
        [first.variable, right],
        [second.variable, other]
      ])
      if (repairedBy(system, overlay, failing) === undefined) return []
      return [[part({ variable: first.variable, right }), part({ variable: second.variable, right: other })]]
    })
  )
}
