/**
 * 比率: a printed ratio of two sums of cells as constraints between them: with the part p, the whole w and the printed ratio in
 * [l, h], a whole that is not negative demands l × w ≤ p ≤ h × w. Both sides are linear, so the joint check takes them as they are.
 */
import { intervalOf, type PrintedNumber, Quantities, type Quantity } from "@juesuan/domain"
import { type DocumentSystem, intervalOfNumber } from "./DocumentSystem.ts"
import { type Constraint, intervalOfTerms, isEmpty, meetingOf, type Term } from "./LinearSystem.ts"

/** A sum of cells, and what the sentence says it is. */
interface StatedSum {
  readonly addresses: ReadonlyArray<string>
  readonly stated: PrintedNumber
}

/** 占比 as a sentence prints it, of what and in what. */
export interface PrintedRatio {
  readonly rule: string
  readonly ratio: PrintedNumber
  readonly part: StatedSum
  readonly whole: StatedSum
}

/** Decimals in which a ratio is taken: more than any percentage prints. */
const places = 12

const scaled = (value: Quantity): bigint => {
  const [whole = "0", digits = ""] = Quantities.text(Quantities.rounded(value, places, "half-up")).split(".")
  return BigInt(whole + digits.padEnd(places, "0"))
}

/** The cells of a sum; `undefined` where an equation knows one of them not, or where they are not what the sentence says. */
const termsOf = (system: DocumentSystem, { addresses, stated }: StatedSum): ReadonlyArray<Term> | undefined => {
  const terms = addresses.flatMap((address): ReadonlyArray<Term> => {
    const variable = system.indexOf.get(address)
    return variable === undefined ? [] : [{ variable, coefficient: 1n }]
  })
  if (terms.length === 0 || terms.length < addresses.length) return undefined
  const agreed = meetingOf(intervalOfTerms(system, terms), intervalOfNumber(stated, system.decimals))
  return isEmpty(agreed) ? undefined : terms
}

const combined = (left: ReadonlyArray<Term>, by: bigint, right: ReadonlyArray<Term>, times: bigint): Constraint => {
  const coefficients = new Map<number, bigint>()
  const add = ({ coefficient, variable }: Term, factor: bigint) =>
    coefficients.set(variable, (coefficients.get(variable) ?? 0n) + coefficient * factor)
  for (const term of left) add(term, by)
  for (const term of right) add(term, times)
  const terms = [...coefficients].map(([variable, coefficient]) => ({ variable, coefficient }))
  return { terms, low: 0n, high: undefined }
}

const constraintsOf = (system: DocumentSystem, { part, ratio, whole }: PrintedRatio): ReadonlyArray<Constraint> => {
  const parts = termsOf(system, part)
  const wholes = termsOf(system, whole)
  if (parts === undefined || wholes === undefined) return []
  const least = intervalOfTerms(system, wholes).low
  if (least === undefined || least < 0n) return []
  const { high, low } = intervalOf(ratio)
  const one = 10n ** BigInt(places)
  return [combined(parts, one, wholes, -scaled(low)), combined(parts, -one, wholes, scaled(high))]
}

/** The system with the printed ratios whose cells it knows. */
export const withRatios = (system: DocumentSystem, ratios: ReadonlyArray<PrintedRatio>): DocumentSystem => {
  const added = ratios.flatMap((ratio) =>
    constraintsOf(system, ratio).map((constraint) => ({ rule: ratio.rule, constraint }))
  )
  return {
    ...system,
    constraints: [...system.constraints, ...added.map(({ constraint }) => constraint)],
    equations: [
      ...system.equations,
      ...added.map(({ rule }) => ({ rule, terms: [], comparison: ">=", copies: false, strength: "hard" }) as const)
    ]
  }
}
