/**
 * The identities of one document as a linear system, with what stands in every cell: text and interval → whole numbers in one
 * scale, and back.
 */
import { intervalOf, type PrintedNumber, printedNumber, type Quantity, Quantities } from "@juesuan/domain"
import type { EquationCell, EquationSystem, LastYear, LinearEquation } from "../Equation.ts"
import type { Constraint, Interval, LinearSystem, Variable } from "./LinearSystem.ts"

export interface DocumentSystem extends LinearSystem {
  /** By the index of the variable. */
  readonly cells: ReadonlyArray<EquationCell>
  readonly indexOf: ReadonlyMap<string, number>
  /** The constraints on a cell, by the index of its variable. */
  readonly touching: ReadonlyArray<ReadonlyArray<number>>
  /** By the index of the constraint. */
  readonly equations: ReadonlyArray<LinearEquation>
  /** Decimals of the scale: a variable counts 10^−decimals of the cell's unit. */
  readonly decimals: number
  readonly lastYear?: LastYear
}

/** Decimals kept beyond what is printed, for figures that were printed with a digit less. */
const spareDecimals = 2

/** A quantity in the scale of a system; digits beyond it are a defect. */
const scaledOf = (value: Quantity, decimals: number): bigint => {
  const [whole = "0", digits = ""] = Quantities.text(value).split(".")
  if (digits.length > decimals) throw new Error(`${whole}.${digits} has more than ${decimals} decimals`)
  return BigInt(whole + digits.padEnd(decimals, "0"))
}

/** Down or up to the scale: a side of an interval moves outwards, never inwards. */
const outward = (value: Quantity, decimals: number, mode: "floor" | "ceiling"): bigint =>
  scaledOf(Quantities.rounded(value, decimals, mode), decimals)

/** What a printed number stands for, in the scale of a system. */
export const intervalOfNumber = (printed: PrintedNumber, decimals: number): Interval => {
  const { high, low } = intervalOf(printed)
  return { low: outward(low, decimals, "floor"), high: outward(high, decimals, "ceiling") }
}

/** What a number printed as `text` would stand for, in the scale of a system; `undefined` for what is no number. */
export const intervalOfText = (text: string, shown: string, decimals: number): Interval | undefined => {
  const printed = printedNumber(text, shown)
  return printed === undefined ? undefined : intervalOfNumber(printed, decimals)
}

const open: Interval = { low: undefined, high: undefined }

/** The interval of a cell as it is printed; open where the cell cannot be read. */
const variableOf = ({ interval, printed }: EquationCell, decimals: number): Variable => {
  if (interval === undefined) return { printed: 0n, ...open }
  const low = scaledOf(interval.low, decimals)
  const high = scaledOf(interval.high, decimals)
  return { printed: printed._tag === "Number" ? scaledOf(printed.value, decimals) : (low + high) / 2n, low, high }
}

const boundOf = ({ comparison }: LinearEquation): Interval => {
  if (comparison === "=") return { low: 0n, high: 0n }
  return comparison === "<" || comparison === "<=" ? { low: undefined, high: 0n } : { low: 0n, high: undefined }
}

const decimalsOf = ({ interval }: EquationCell): number =>
  Math.max(
    0,
    ...(interval === undefined ? [] : [interval.low, interval.high]).map(
      (side) => (Quantities.text(side).split(".")[1] ?? "").length
    )
  )

/**
 * The equations that must hold (or must where their condition does) as a linear system; `soft` ones say nothing for sure.
 * Where single cells of the document were adjusted so that sums close, every cell is wider by its last printed digit.
 */
export const documentSystem = (written: EquationSystem): DocumentSystem => {
  const { adjusted, cells: byAddress, equations: all, lastYear } = written
  const equations = all.filter(({ strength }) => strength !== "soft")
  const cells = [...byAddress.values()]
  const indexOf = new Map(cells.map(({ address }, index) => [address, index]))
  const decimals = spareDecimals + Math.max(0, ...cells.map(decimalsOf))
  const constraints = equations.map(
    (equation): Constraint => ({
      terms: equation.terms.map(({ address, coefficient }) => {
        const variable = indexOf.get(address)
        if (variable === undefined) throw new Error(`an equation of ${equation.rule} names no cell: ${address}`)
        return { variable, coefficient: BigInt(coefficient) }
      }),
      ...boundOf(equation)
    })
  )
  const touching = cells.map((): Array<number> => [])
  for (const [index, { terms }] of constraints.entries())
    for (const { variable } of terms) touching[variable]?.push(index)
  const variables = cells.map((cell) => variableOf(cell, decimals))
  return {
    variables: adjusted ? variables.map(widenedVariable) : variables,
    constraints,
    cells,
    indexOf,
    touching,
    equations,
    decimals,
    ...(lastYear === undefined ? {} : { lastYear })
  }
}

/** A cell wider by its last printed digit: what it may be where single cells were adjusted so that sums close. */
export const widenedVariable = ({ high, low, printed }: Variable): Variable => {
  const digit = low === undefined || high === undefined ? 0n : high - low
  return { printed, low: low === undefined ? low : low - digit, high: high === undefined ? high : high + digit }
}

/** A whole number as decimal text, `decimals` digits behind the point, without needless zeros: (123400n, 4) → `12.34`. */
const decimalText = (value: bigint, decimals: number): string => {
  const digits = String(value < 0n ? -value : value).padStart(decimals + 1, "0")
  const whole = digits.slice(0, digits.length - decimals)
  const part = digits.slice(digits.length - decimals).replace(/0+$/u, "")
  return `${value < 0n ? "-" : ""}${whole}${part === "" ? "" : `.${part}`}`
}

/** Decimals by which a printed unit is larger than the unit of the value: 万元 4, % −2. */
const magnitudes: ReadonlyMap<string, number> = new Map([
  ["千元", 3],
  ["万元", 4],
  ["百万元", 6],
  ["亿元", 8],
  ["%", -2]
])

/** What a value in the scale of the system reads as in a printed unit, exactly, with at least two decimals of money. */
export const textInUnit = (value: bigint, decimals: number, shown: string): string => {
  const behind = decimals + (magnitudes.get(shown) ?? 0)
  const exact = behind >= 0 ? decimalText(value, behind) : decimalText(value * 10n ** BigInt(-behind), 0)
  if (!shown.endsWith("元") && shown !== "%") return exact
  const [whole = "0", digits = ""] = exact.split(".")
  return `${whole}.${digits.padEnd(2, "0")}`
}
