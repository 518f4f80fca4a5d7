/**
 * 矛盾的证明 (Farkas): multipliers of constraints under which their sum cannot hold, whatever the cells are inside their
 * intervals. Whoever proposes the multipliers, what is claimed is worked out here again in whole numbers: a proposal that
 * does not prove anything gives nothing.
 */
import {
  intervalOfTerms,
  isEmpty,
  type LinearSystem,
  meetingOf,
  scaledInterval,
  sumOfIntervals,
  type Interval,
  type Term
} from "./LinearSystem.ts"

/** Cells that cannot stand together, and why: the weighted sum of `constraints` says what `terms` cannot give. */
export interface Contradiction {
  /** Indices of the constraints with their multipliers, none zero. */
  readonly constraints: ReadonlyArray<{ readonly index: number; readonly multiplier: bigint }>
  /** The cells that remain when the constraints are added up. */
  readonly terms: ReadonlyArray<Term>
  /** What the constraints together allow the sum of the terms to be, and what the cells allow. */
  readonly allowed: Interval
  readonly possible: Interval
}

/** Multipliers with small denominators: what a basis of sums with coefficients ±1 gives. */
const largestDenominator = 60

const nearlyWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-6

/** The multipliers as whole numbers in the same proportion, where there are such. */
const wholeMultipliers = (proposed: ReadonlyMap<number, number>): ReadonlyMap<number, bigint> | undefined => {
  const values = [...proposed.values()]
  for (let denominator = 1; denominator <= largestDenominator; denominator += 1)
    if (values.every((value) => nearlyWhole(value * denominator)))
      return new Map(
        [...proposed]
          .map(([index, value]) => [index, BigInt(Math.round(value * denominator))] as const)
          .filter(([, multiplier]) => multiplier !== 0n)
      )
  return undefined
}

/** The multipliers in proportion to the smallest of them: whole where constraints have large coefficients. */
const inProportion = (proposed: ReadonlyMap<number, number>): ReadonlyMap<number, number> => {
  const smallest = Math.min(...[...proposed.values()].map(Math.abs))
  return new Map([...proposed].map(([index, value]) => [index, value / smallest]))
}

/** What proposed multipliers prove, worked out exactly; `undefined` where they prove nothing. */
export const provenBy = (system: LinearSystem, proposed: ReadonlyMap<number, number>): Contradiction | undefined =>
  provenExactly(system, wholeMultipliers(proposed)) ?? provenExactly(system, wholeMultipliers(inProportion(proposed)))

const provenExactly = (
  system: LinearSystem,
  multipliers: ReadonlyMap<number, bigint> | undefined
): Contradiction | undefined => {
  if (multipliers === undefined || multipliers.size === 0) return undefined
  const coefficients = new Map<number, bigint>()
  let allowed: Interval = { low: 0n, high: 0n }
  for (const [index, multiplier] of multipliers) {
    const constraint = system.constraints[index]
    if (constraint === undefined) return undefined
    allowed = sumOfIntervals(allowed, scaledInterval(constraint, multiplier))
    for (const { coefficient, variable } of constraint.terms)
      coefficients.set(variable, (coefficients.get(variable) ?? 0n) + multiplier * coefficient)
  }
  const terms = [...coefficients]
    .filter(([, coefficient]) => coefficient !== 0n)
    .map(([variable, coefficient]) => ({ variable, coefficient }))
  const possible = intervalOfTerms(system, terms)
  if (!isEmpty(meetingOf(allowed, possible))) return undefined
  const constraints = [...multipliers].map(([index, multiplier]) => ({ index, multiplier }))
  return { constraints, terms, allowed, possible }
}
