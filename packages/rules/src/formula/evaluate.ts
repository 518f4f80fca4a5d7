/** The reader that computes: a formula's value, and the figures it was computed from. */
import type { Because, Figure, FigureValue, NoValue, Quantity, Selection, Unit } from "@juesuan/domain"
import { Quantities } from "@juesuan/domain"
import * as Result from "effect/Result"
import { describe, describeCondition, describeSelection } from "./explain.ts"
import type { Banded, Comparison, Condition, Formula, Literal, Parameter, Select } from "./Formula.ts"
import type { FormulaInput } from "./inputs.ts"

/** Where a formula finds what it refers to. */
export interface FigureSource {
  /** The figure at an address, or the input of that name; `undefined` where there is none. One address, one figure. */
  readonly figureAt: (ref: string) => Figure | undefined
  readonly sumOf: (selection: Selection) => { readonly total: Quantities.Fen; readonly count: number }
}

/** What an evaluation gives: the value, and the figures that were looked at on the way, each once, in the order of the formula. */
export interface Outcome {
  readonly value: FigureValue
  readonly inputs: ReadonlyArray<Figure>
  /** Which figure stood for a part of the formula; `undefined` where it was not looked at or is not there. */
  readonly figureOf: (input: FormulaInput) => Figure | undefined
}

type Valued = Result.Result<Literal, NoValue>

const ofQuantity = (quantity: Quantity): Valued => Result.succeed({ _tag: "Quantity", quantity })

/** A word where a quantity is wanted, or the other way round, is a defect of the rule, not of the books. */
const quantityIn = (literal: Literal, formula: Formula): Quantity => {
  if (literal._tag === "Quantity") return literal.quantity
  throw new Error(`words where a quantity is wanted: ${describe(formula)} = ${literal.text}`)
}

/** ratio × x is an x; any other product has no unit here. */
const unitOfProduct = (left: Unit, right: Unit): Unit => {
  if (left.kind === "ratio") return right
  if (right.kind === "ratio") return left
  throw new Error(`product of ${left.label} and ${right.label}: one of them must be a ratio`)
}

/** x ÷ x is a ratio, x ÷ ratio an x; any other quotient has no unit here. */
const unitOfQuotient = (dividend: Unit, divisor: Unit): Unit => {
  if (Quantities.sameUnit(dividend, divisor)) return Quantities.ratio
  if (divisor.kind === "ratio") return dividend
  throw new Error(`quotient of ${dividend.label} and ${divisor.label}`)
}

const holds = (order: -1 | 0 | 1, comparison: Comparison): boolean => {
  switch (comparison) {
    case "<":
      return order < 0
    case "<=":
      return order <= 0
    case "=":
      return order === 0
    case ">=":
      return order >= 0
    case ">":
      return order > 0
  }
}

const bandOf = ({ bands, below }: Banded, value: Quantity): Literal =>
  bands.find(({ atLeast }) => Quantities.compare(value, atLeast) >= 0)?.gives ?? below

class Evaluator {
  readonly inputs: Array<Figure> = []
  /** The leaves of the formula that are no figures elsewhere; few formulas have more than one. */
  readonly #leaves: Array<readonly [Formula, Figure]> = []
  readonly #source: FigureSource

  constructor(source: FigureSource) {
    this.#source = source
  }

  value(formula: Formula): Valued {
    switch (formula._tag) {
      case "Reference":
        return this.#figure(this.#source.figureAt(formula.ref), formula.label)
      case "Parameter":
      case "Select":
        return this.#figure(this.#leaf(formula), "")
      case "Constant":
        return Result.succeed(formula.value)
      case "Sum":
        return this.#folded(formula.terms, Quantities.plus, formula.unit)
      case "Difference":
        return this.#folded([formula.minuend, formula.subtrahend], Quantities.minus)
      case "Product":
        return this.#folded(formula.factors, (left, right) =>
          Quantities.times(left, right, unitOfProduct(left.unit, right.unit))
        )
      case "Quotient":
        return this.#quotient(formula.dividend, formula.divisor)
      case "Least":
        return this.#folded(formula.of, (left, right) => (Quantities.compare(left, right) <= 0 ? left : right))
      case "Greatest":
        return this.#folded(formula.of, (left, right) => (Quantities.compare(left, right) >= 0 ? left : right))
      case "Rounded":
        return this.#mapped(formula.of, (value) => ofQuantity(Quantities.rounded(value, formula.digits, formula.mode)))
      case "Banded":
        return this.#mapped(formula.of, (value) => Result.succeed(bandOf(formula, value)))
      case "InTenThousandYuan":
        return this.#mapped(formula.of, (value) => ofQuantity(Quantities.inTenThousandYuan(value)))
      case "When":
        return Result.flatMap(this.#condition(formula.condition), (applies) =>
          this.value(applies ? formula.met : formula.otherwise)
        )
      case "NotApplicable":
        return Result.fail({ _tag: "NotApplicable", reason: formula.reason })
      case "Cell":
      case "Total":
        throw new Error(`not bound to a document: ${describe(formula)}`)
    }
  }

  #figure(figure: Figure | undefined, label: string): Valued {
    if (figure === undefined) return Result.fail({ _tag: "InputMissing", input: label })
    if (!this.inputs.includes(figure)) this.inputs.push(figure)
    return figure.value._tag === "NoValue" ? Result.fail(figure.value.noValue) : Result.succeed(figure.value)
  }

  figureOf(input: FormulaInput): Figure | undefined {
    return input._tag === "Reference" ? this.#source.figureAt(input.ref) : this.#known(input)
  }

  #leaf(formula: Parameter | Select): Figure {
    const known = this.#known(formula)
    if (known !== undefined) return known
    const leaf = formula._tag === "Select" ? new EntriesFigure(formula.selection, this.#source) : givenFigure(formula)
    this.#leaves.push([formula, leaf])
    return leaf
  }

  #known(formula: Formula): Figure | undefined {
    return this.#leaves.find(([leaf]) => leaf === formula)?.[1]
  }

  /** Looks at every term, also after one without a value, so that the reason is complete. */
  #folded(
    formulas: ReadonlyArray<Formula>,
    combine: (left: Quantity, right: Quantity) => Quantity,
    empty?: Unit
  ): Valued {
    let result: Quantity | undefined
    let missing: NoValue | undefined
    for (const formula of formulas) {
      const valued = this.value(formula)
      if (Result.isFailure(valued)) missing ??= valued.failure
      else if (missing === undefined) {
        const value = quantityIn(valued.success, formula)
        result = result === undefined ? value : combine(result, value)
      }
    }
    if (missing !== undefined) return Result.fail(missing)
    if (result !== undefined) return ofQuantity(result)
    if (empty === undefined) throw new Error("an empty sum without a unit")
    return ofQuantity(Quantities.quantity("0", empty))
  }

  #mapped(formula: Formula, map: (value: Quantity) => Valued): Valued {
    return Result.flatMap(this.value(formula), (literal) => map(quantityIn(literal, formula)))
  }

  #quotient(dividend: Formula, divisor: Formula): Valued {
    const over = this.value(dividend)
    const under = this.value(divisor)
    if (Result.isFailure(over)) return over
    if (Result.isFailure(under)) return under
    const left = quantityIn(over.success, dividend)
    const right = quantityIn(under.success, divisor)
    return Result.mapBoth(Quantities.dividedBy(left, right, unitOfQuotient(left.unit, right.unit)), {
      onSuccess: (quantity): Literal => ({ _tag: "Quantity", quantity }),
      onFailure: (_tag): NoValue => ({ _tag, divisor: describe(divisor) })
    })
  }

  #condition(condition: Condition): Result.Result<boolean, NoValue> {
    switch (condition._tag) {
      case "Is":
        return Result.map(
          this.value(condition.figure),
          (literal) => literal._tag === "Text" && condition.oneOf.includes(literal.text)
        )
      case "Compares": {
        const left = this.value(condition.left)
        const right = this.value(condition.right)
        if (Result.isFailure(left)) return Result.fail(left.failure)
        if (Result.isFailure(right)) return Result.fail(right.failure)
        const order = Quantities.compare(
          quantityIn(left.success, condition.left),
          quantityIn(right.success, condition.right)
        )
        return Result.succeed(holds(order, condition.comparison))
      }
      case "Filled":
      case "Unfilled":
        throw new Error(`not bound to a document: ${describeCondition(condition)}`)
      case "Every":
        return this.#joined(condition.of, false)
      case "Some":
        return this.#joined(condition.of, true)
    }
  }

  /** 且, 或: the first condition that comes out as `decisive` decides; one without a value decides that there is none. */
  #joined(conditions: ReadonlyArray<Condition>, decisive: boolean): Result.Result<boolean, NoValue> {
    for (const condition of conditions) {
      const met = this.#condition(condition)
      if (Result.isFailure(met) || met.success === decisive) return met
    }
    return Result.succeed(!decisive)
  }
}

const nothing = Quantities.quantityOfFen(Quantities.zeroFen)

/** A sum of entries is a leaf: it has no address of its own, its events are found by its selection. */
class EntriesFigure implements Figure {
  readonly ref = ""
  readonly value: FigureValue
  readonly because: Extract<Because, { readonly _tag: "Entries" }>

  constructor(selection: Selection, source: FigureSource) {
    const { count, total } = source.sumOf(selection)
    this.value = { _tag: "Quantity", quantity: total === 0 ? nothing : Quantities.quantityOfFen(total) }
    this.because = { _tag: "Entries", selection, count, total }
  }

  /** The selection in words; most are never read. */
  get label(): string {
    return describeSelection(this.because.selection)
  }

  toJSON(): Figure {
    const { because, label, ref, value } = this
    return { ref, label, value, because }
  }
}

const givenFigure = ({ citation, label, value }: Parameter): Figure => ({
  ref: "",
  label,
  value: { _tag: "Quantity", quantity: value },
  because: { _tag: "Given", citation }
})

/** The value of a formula and the figures it was computed from. */
export const evaluate = (formula: Formula, source: FigureSource): Outcome => {
  const evaluator = new Evaluator(source)
  const valued = evaluator.value(formula)
  return {
    value: Result.isSuccess(valued) ? valued.success : { _tag: "NoValue", noValue: valued.failure },
    inputs: evaluator.inputs,
    figureOf: (input) => evaluator.figureOf(input)
  }
}
