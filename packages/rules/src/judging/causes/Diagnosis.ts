/**
 * 诊断: the fewest mistakes that explain all failing equations of a document, each with the candidates for it, the likeliest
 * first. A candidate is certain only where no other explains the same.
 */
import type { PublishedDisclosure } from "@juesuan/domain"
import type { DocumentSystem } from "../joint/DocumentSystem.ts"
import {
  bindingEqualities,
  type Explanation,
  failingConstraints,
  suspectsOf,
  type Testimony,
  testimonyOf
} from "./Explanation.ts"
import { likelihood } from "./kinds.ts"
import { linesOf } from "./lines.ts"
import { pairsExplaining } from "./pairs.ts"
import { shiftsIn } from "./shifts.ts"
import { carriedChanges } from "./carried.ts"
import { causesOf, singleCells } from "./single-cells.ts"
import { unitSlipsOfTables } from "./whole-tables.ts"

export interface Diagnosis {
  /** Ranked; the cells that no known mistake explains come last. Never empty. */
  readonly candidates: ReadonlyArray<Explanation>
  readonly repaired: ReadonlySet<number>
  /** One cell, or one set of cells, explains this, and one kind of mistake reproduces what is printed in it. */
  readonly certain: boolean
}

const meetingOf = (left: ReadonlySet<number>, right: ReadonlySet<number>): ReadonlySet<number> =>
  new Set([...left].filter((one) => right.has(one)))

const rankOf = ({ kind, rare }: Explanation): number => {
  if (kind === undefined) return likelihood.length
  return likelihood.indexOf(rare === undefined ? kind : "wrong-digit") + (rare === undefined ? 0 : 0.5)
}

/** What an explanation changes, and into what. */
const changesKey = ({ changes }: Explanation): string =>
  changes
    .map(({ right: { high, low }, variable }) => `${variable}:${low}:${high}`)
    .toSorted()
    .join(" ")

/** Every candidate with its kinds of mistake; those that change the same by the same kind once. */
const withCauses = (system: DocumentSystem, plain: ReadonlyArray<Explanation>): ReadonlyArray<Explanation> => {
  const all = plain.flatMap((explanation) => {
    if (explanation.kind !== undefined) return [explanation]
    const causes = causesOf(system, explanation)
    return causes.length === 0 ? [explanation] : causes
  })
  const seen = new Set<string>()
  return all.filter((explanation) => {
    const key = `${explanation.kind} ${changesKey(explanation)}`
    return seen.has(key) ? false : seen.add(key)
  })
}

const bound = (system: DocumentSystem, { changes }: Explanation): number =>
  Math.max(...changes.map(({ variable }) => bindingEqualities(system, variable)))

const ranked = (
  system: DocumentSystem,
  candidates: ReadonlyArray<Explanation>,
  testimonies: ReadonlyMap<string, Testimony>
): ReadonlyArray<Explanation> => {
  const spokenFor = (explanation: Explanation): number => {
    const testimony = testimonies.get(changesKey(explanation))
    return testimony === undefined ? 0 : testimony.repaired.size - testimony.broken.size
  }
  return candidates.toSorted(
    (left, right) =>
      spokenFor(right) - spokenFor(left) ||
      rankOf(left) - rankOf(right) ||
      left.changes.length - right.changes.length ||
      bound(system, right) - bound(system, left)
  )
}

const diagnosisOf = (
  system: DocumentSystem,
  plain: ReadonlyArray<Explanation>,
  repaired: ReadonlySet<number>
): Diagnosis => {
  const testimonies = new Map(plain.map((explanation) => [changesKey(explanation), testimonyOf(system, explanation)]))
  const candidates = ranked(system, withCauses(system, plain), testimonies)
  const [first] = candidates
  const spoken = first === undefined ? undefined : testimonies.get(changesKey(first))?.repaired
  return {
    candidates,
    repaired: new Set([...repaired, ...(spoken ?? [])]),
    certain: candidates.length === 1 && first?.kind !== undefined
  }
}

/** Failing constraints that hang together with some: each shares a cell with another. */
const componentOf = (
  system: DocumentSystem,
  failing: ReadonlySet<number>,
  some: ReadonlySet<number>
): ReadonlySet<number> => {
  const component = new Set(some)
  for (const index of component) {
    const beside = (system.constraints[index]?.terms ?? []).flatMap(({ variable }) => system.touching[variable] ?? [])
    for (const other of beside) if (failing.has(other)) component.add(other)
  }
  return component
}

const ofPairs = (system: DocumentSystem, component: ReadonlySet<number>): ReadonlyArray<Diagnosis> => {
  const pairs = pairsExplaining(system, component)
  const [first] = pairs
  if (first === undefined) return []
  const sides = pairs.length === 1 ? first.map((side) => [side]) : [pairs.flat()]
  return sides.map((side) =>
    diagnosisOf(system, side, meetingOf(component, new Set(side.flatMap(({ repaired }) => [...repaired]))))
  )
}

/** Those that repair the most of what is left, and repair the same. */
const strongest = (
  explanations: ReadonlyArray<Explanation>,
  left: ReadonlySet<number>
): { readonly chosen: ReadonlyArray<Explanation>; readonly repaired: ReadonlySet<number> } | undefined => {
  let best: ReadonlySet<number> = new Set()
  for (const { repaired } of explanations) {
    const met = meetingOf(repaired, left)
    if (met.size > best.size) best = met
  }
  if (best.size === 0) return undefined
  const chosen = explanations.filter(({ repaired }) => {
    const met = meetingOf(repaired, left)
    return met.size === best.size && [...met].every((index) => best.has(index))
  })
  return { chosen, repaired: best }
}

/** The fewest of the explanations for what fails, the strongest first; two cells together where they explain more. */
const fewestOf = (
  system: DocumentSystem,
  explanations: ReadonlyArray<Explanation>,
  failing: ReadonlySet<number>
): ReadonlyArray<Diagnosis> => {
  const found: Array<Diagnosis> = []
  let left = failing
  while (left.size > 0) {
    const single = strongest(explanations, left)
    const component = componentOf(system, left, single?.repaired ?? new Set([...left].slice(0, 1)))
    const pairs = single?.repaired.size === component.size ? [] : ofPairs(system, component)
    if (pairs.length > 0) found.push(...pairs)
    else if (single !== undefined) found.push(diagnosisOf(system, single.chosen, single.repaired))
    const explained = pairs.length > 0 || single === undefined ? component : single.repaired
    left = new Set([...left].filter((index) => !explained.has(index)))
  }
  return found
}

/** How much a set of diagnoses leaves to be said: one for each, and one for each equation that none explains. */
const costOf = (diagnoses: ReadonlyArray<Diagnosis>, failing: ReadonlySet<number>): number => {
  const explained = new Set(diagnoses.flatMap(({ repaired }) => [...repaired]))
  return diagnoses.length + [...failing].filter((index) => !explained.has(index)).length
}

/** What explains the failing equations of a document. Equations that nothing explains are in no diagnosis. */
export const diagnosesOf = (system: DocumentSystem, document: PublishedDisclosure): ReadonlyArray<Diagnosis> => {
  const failing = failingConstraints(system)
  if (failing.size === 0) return []
  const explanations = [
    ...singleCells(system, failing),
    ...shiftsIn(system, linesOf(system, document), failing),
    ...unitSlipsOfTables(system, document, failing)
  ]
  const found = fewestOf(system, explanations, failing)
  if (costOf(found, failing) < 2) return found
  const carried = fewestOf(system, [...explanations, ...carriedChanges(system, failing)], failing)
  return costOf(carried, failing) < costOf(found, failing) ? carried : found
}

/** Cells that some diagnosis suspects; where a failing equation is explained by nothing, all its cells. */
export const suspectedCells = (system: DocumentSystem, diagnoses: ReadonlyArray<Diagnosis>): ReadonlySet<number> => {
  const explained = new Set(diagnoses.flatMap(({ repaired }) => [...repaired]))
  const unexplained = [...failingConstraints(system)].filter((index) => !explained.has(index))
  return new Set([
    ...diagnoses.flatMap(({ candidates }) =>
      candidates.flatMap(({ changes }) => changes.map(({ variable }) => variable))
    ),
    ...suspectsOf(system, new Set(unexplained))
  ])
}
