/**
 * 互相矛盾的数: sets of cells that cannot stand together although every single constraint can hold. Each is irreducible: of
 * its constraints none can be left out. Sound, not complete: what is named cannot hold; what is not named may.
 */
import { type Contradiction, provenBy } from "./certificate.ts"
import type { LinearSystem } from "./LinearSystem.ts"
import { proposedContradiction } from "./simplex.ts"

/** Contradictions that are named at most; more say nothing that these do not. */
const mostContradictions = 20

const contradictionAmong = (system: LinearSystem, chosen: ReadonlyArray<number>): Contradiction | undefined => {
  const proposed = proposedContradiction(system, chosen)
  return proposed === undefined ? undefined : provenBy(system, proposed)
}

/** Leaves out every constraint without which the others still contradict each other. */
const irreducible = (system: LinearSystem, contradiction: Contradiction): Contradiction => {
  const chosen = contradiction.constraints.map(({ index }) => index)
  for (const left of chosen) {
    const smaller = contradictionAmong(
      system,
      chosen.filter((index) => index !== left)
    )
    if (smaller !== undefined) return irreducible(system, smaller)
  }
  return contradiction
}

/** Contradictions among the chosen constraints that share no constraint, in the order in which they were found. */
export const contradictionsAmong = (
  system: LinearSystem,
  chosen: ReadonlyArray<number>
): ReadonlyArray<Contradiction> => {
  const found: Array<Contradiction> = []
  let left = chosen
  while (found.length < mostContradictions) {
    const contradiction = contradictionAmong(system, left)
    if (contradiction === undefined) return found
    const smallest = irreducible(system, contradiction)
    found.push(smallest)
    const used = new Set(smallest.constraints.map(({ index }) => index))
    left = left.filter((index) => !used.has(index))
  }
  return found
}
