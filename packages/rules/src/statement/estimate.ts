/**
 * The reader that estimates: a bound formula → the value of the printed figures, and the interval of all values that the
 * figures behind them may have. What cannot be read has neither.
 */
import { Quantities, type Quantity, type Unit } from "@juesuan/domain"
import * as Result from "effect/Result"
import { describe } from "../formula/explain.ts"
import type { Banded, Comparison, Formula, Literal } from "../formula/Formula.ts"
import type { EquationCell } from "../judging/Equation.ts"
import * as Intervals from "../judging/Interval.ts"
import type { Interval } from "../judging/Interval.ts"
import { insufficient, undecided, type Unjudged } from "./unjudged.ts"

/** `neutral`: nothing but blanks, a zero of any unit. */
export interface Estimate {
  readonly value: Quantity
  readonly interval: Interval
  readonly neutral?: true
}

type Estimated = Result.Result<Estimate, Unjudged>
type CellsByAddress = ReadonlyMap<string, EquationCell>

const certain = (value: Quantity): Estimate => ({ value, interval: Intervals.exactly(value) })
const nothing: Estimate = { ...certain(Quantities.quantity("0", Quantities.yuan)), neutral: true }

/** What a cell stands for. */
const estimateOfCell = ({ interval, printed, where }: EquationCell): Estimated => {
  if (printed._tag === "Blank" || printed._tag === "Dash") return Result.succeed(nothing)
  if (printed._tag === "Number" && interval !== undefined) return Result.succeed({ value: printed.value, interval })
  const text = printed._tag === "Number" ? printed.text : `“${printed.text}”`
  return Result.fail(
    undecided(
      `${where.table ?? ""}“${where.row ?? ""}”行“${where.column ?? ""}”栏的${text}读不成数`,
      `${where.table ?? ""}, row ${where.row ?? ""}, column ${where.column ?? ""}: ${text} is no number for sure`
    )
  )
}

const differentUnits = (left: Unit, right: Unit): Unjudged =>
  undecided(`单位不同：${left.label}与${right.label}`, `different units: ${left.label} and ${right.label}`)

type Combine = {
  readonly values: (left: Quantity, right: Quantity) => Quantity
  readonly intervals: (left: Interval, right: Interval) => Interval
}

const addition: Combine = { values: Quantities.plus, intervals: Intervals.plusInterval }
const subtraction: Combine = { values: Quantities.minus, intervals: Intervals.minusInterval }
const lesser: Combine = {
  values: Intervals.lesser,
  intervals: (left, right) => ({
    low: Intervals.lesser(left.low, right.low),
    high: Intervals.lesser(left.high, right.high)
  })
}
const greater: Combine = {
  values: Intervals.greater,
  intervals: (left, right) => ({
    low: Intervals.greater(left.low, right.low),
    high: Intervals.greater(left.high, right.high)
  })
}

/** A blank takes the unit of its neighbour. */
const inUnitOf = (estimate: Estimate, other: Estimate): Estimate =>
  estimate.neutral && !other.neutral ? certain(Quantities.quantity("0", other.value.unit)) : estimate

const combined = (combine: Combine, first: Estimate, second: Estimate): Estimated => {
  const left = inUnitOf(first, second)
  const right = inUnitOf(second, first)
  if (!Quantities.sameUnit(left.value.unit, right.value.unit))
    return Result.fail(differentUnits(left.value.unit, right.value.unit))
  return Result.succeed({
    value: combine.values(left.value, right.value),
    interval: combine.intervals(left.interval, right.interval),
    ...(left.neutral && right.neutral ? { neutral: true as const } : {})
  })
}

const folded = (formulas: ReadonlyArray<Formula>, combine: Combine, cells: CellsByAddress): Estimated => {
  let result: Estimated | undefined
  for (const formula of formulas) {
    const next = estimate(formula, cells)
    if (Result.isFailure(next)) return next
    result = result === undefined ? next : Result.flatMap(result, (sofar) => combined(combine, sofar, next.success))
  }
  return result ?? Result.succeed(nothing)
}

const product = (left: Estimate, right: Estimate): Estimated => {
  const unit = left.value.unit.kind === "ratio" ? right.value.unit : left.value.unit
  if (left.value.unit.kind !== "ratio" && right.value.unit.kind !== "ratio")
    return Result.fail(differentUnits(left.value.unit, right.value.unit))
  return Result.succeed({
    value: Quantities.times(left.value, right.value, unit),
    interval: Intervals.timesInterval(left.interval, right.interval, unit)
  })
}

const quotient = (over: Estimate, under: Estimate, divisor: Formula): Estimated => {
  const dividend = inUnitOf(over, under)
  const same = Quantities.sameUnit(dividend.value.unit, under.value.unit)
  if (!same && under.value.unit.kind !== "ratio")
    return Result.fail(differentUnits(dividend.value.unit, under.value.unit))
  const unit = same ? Quantities.ratio : dividend.value.unit
  const interval = Intervals.dividedByInterval(dividend.interval, under.interval, unit)
  const value = Quantities.dividedBy(dividend.value, under.value, unit)
  return interval === undefined || Result.isFailure(value)
    ? Result.fail(insufficient(`除数${describe(divisor)}可能为零`, `the divisor ${describe(divisor)} may be zero`))
    : Result.succeed({ value: value.success, interval })
}

const words = (text: string): Unjudged => insufficient(`“${text}”不是数`, `${text} is no number`)

const quantityOf = (literal: Literal): Estimated =>
  literal._tag === "Quantity" ? Result.succeed(certain(literal.quantity)) : Result.fail(words(literal.text))

const bandOf = ({ bands, below }: Banded, value: Quantity): Literal =>
  bands.find(({ atLeast }) => Quantities.compare(value, atLeast) >= 0)?.gives ?? below

/** Between the bands of both ends everything is possible that a band between them gives. */
const banded = (formula: Banded, { interval, value }: Estimate): Estimated => {
  const reached = formula.bands.filter(({ atLeast }) => Quantities.compare(atLeast, interval.high) <= 0)
  const possible = [
    bandOf(formula, interval.low),
    ...reached.filter(({ atLeast }) => Quantities.compare(atLeast, interval.low) > 0).map(({ gives }) => gives)
  ]
  const quantities: Array<Quantity> = []
  for (const literal of possible) {
    if (literal._tag === "Text") return Result.fail(words(literal.text))
    quantities.push(literal.quantity)
  }
  return Result.map(quantityOf(bandOf(formula, value)), (at) => ({
    value: at.value,
    interval: { low: quantities.reduce(Intervals.lesser), high: quantities.reduce(Intervals.greater) }
  }))
}

const mapped = ({ interval, value }: Estimate, map: (quantity: Quantity) => Quantity): Estimate => ({
  value: map(value),
  interval: { low: map(interval.low), high: map(interval.high) }
})

/** The estimate of a bound formula. */
export const estimate = (formula: Formula, cells: CellsByAddress): Estimated => {
  const inner = (part: Formula): Estimated => estimate(part, cells)
  switch (formula._tag) {
    case "Reference": {
      const found = cells.get(formula.ref)
      return found === undefined
        ? Result.fail(insufficient(`没有${formula.label}`, `${formula.label} is missing`))
        : estimateOfCell(found)
    }
    case "Parameter":
      return Result.succeed(certain(formula.value))
    case "Constant":
      return quantityOf(formula.value)
    case "Sum":
      return folded(formula.terms, addition, cells)
    case "Difference":
      return folded([formula.minuend, formula.subtrahend], subtraction, cells)
    case "Least":
      return folded(formula.of, lesser, cells)
    case "Greatest":
      return folded(formula.of, greater, cells)
    case "Product": {
      const [first, ...rest] = formula.factors
      return rest.reduce<Estimated>(
        (sofar, factor) =>
          Result.flatMap(sofar, (left) => Result.flatMap(inner(factor), (right) => product(left, right))),
        inner(first)
      )
    }
    case "Quotient":
      return Result.flatMap(inner(formula.dividend), (over) =>
        Result.flatMap(inner(formula.divisor), (under) => quotient(over, under, formula.divisor))
      )
    case "Rounded":
      return Result.map(inner(formula.of), (of) =>
        mapped(of, (quantity) => Quantities.rounded(quantity, formula.digits, formula.mode))
      )
    case "Banded":
      return Result.flatMap(inner(formula.of), (of) => banded(formula, of))
    case "InTenThousandYuan":
      // A printed amount is known in 元 whatever it is printed in; 万元 is how it reads.
      return inner(formula.of)
    case "NotApplicable":
      return Result.fail({ outcome: "not-applicable", reason: { zh: formula.reason, en: formula.reason } })
    case "When":
    case "Select":
    case "Cell":
    case "Total":
      throw new Error(`not bound to a document: ${describe(formula)}`)
  }
}

/** How left minus right comes out: whether the printed figures satisfy the comparison, and whether any values do. */
export interface Comparing {
  readonly exactly: boolean
  readonly possibly: boolean
}

const zeroOf = (unit: Unit): Quantity => Quantities.quantity("0", unit)

/** `difference (comparison) 0` for the printed value and for the interval. */
export const comparing = ({ interval, value }: Estimate, comparison: Comparison): Comparing => {
  const zero = zeroOf(value.unit)
  const at = Quantities.compare(value, zero)
  const low = Quantities.compare(interval.low, zero)
  const high = Quantities.compare(interval.high, zero)
  switch (comparison) {
    case "=":
      return { exactly: at === 0, possibly: low <= 0 && high >= 0 }
    case "<=":
      return { exactly: at <= 0, possibly: low <= 0 }
    case "<":
      return { exactly: at < 0, possibly: low < 0 }
    case ">=":
      return { exactly: at >= 0, possibly: high >= 0 }
    case ">":
      return { exactly: at > 0, possibly: high > 0 }
  }
}

/** left − right, for formulas whose cells are all bound. */
export const estimateDifference = (left: Formula, right: Formula, cells: CellsByAddress): Estimated =>
  folded([left, right], subtraction, cells)

/** Whether the printed figures compare like this. */
export const compares = (
  left: Formula,
  comparison: Comparison,
  right: Formula,
  cells: CellsByAddress
): Result.Result<boolean, Unjudged> =>
  Result.map(estimateDifference(left, right, cells), (difference) => comparing(difference, comparison).exactly)
