/**
 * The reader that checks units: what a formula gives, or where amounts of different units meet. It looks at nothing but the
 * formula and the kinds of its inputs, so a rule is checked once, before any document is judged by it.
 */
import { Quantities, type Unit } from "@juesuan/domain"
import * as Result from "effect/Result"
import { describe, describeCondition } from "./explain.ts"
import type { Condition, Formula, Kind, Literal, Select } from "./Formula.ts"
import type { FormulaInput } from "./inputs.ts"

/** Where units do not fit. `at` is the part of the formula, as it prints. */
export type UnitFault =
  | { readonly _tag: "DifferentUnits"; readonly left: Kind; readonly right: Kind; readonly at: string }
  | { readonly _tag: "WordsInArithmetic"; readonly at: string }
  | { readonly _tag: "NotAnAmount"; readonly unit: Unit; readonly at: string }

/** What an input is measured in; a free unit without a label stands for whatever unit the figure has. */
export type KindOf = (input: Exclude<FormulaInput, Select>) => Kind

type Checked<Value> = Result.Result<Value, UnitFault>

const isAny = (unit: Unit): boolean => unit.kind === "free" && unit.label === ""

const sameKind = (left: Kind, right: Kind): boolean => {
  if (left === "words" || right === "words") return left === right
  return isAny(left) || isAny(right) || Quantities.sameUnit(left, right)
}

const kindOfLiteral = (literal: Literal): Kind => (literal._tag === "Text" ? "words" : literal.quantity.unit)

/** One kind of all parts. */
const together = (kinds: ReadonlyArray<Kind>, at: string): Checked<Kind> => {
  const [first, ...rest] = kinds
  if (first === undefined) throw new Error(`nothing to compare: ${at}`)
  const other = rest.find((kind) => !sameKind(first, kind))
  if (other !== undefined) return Result.fail({ _tag: "DifferentUnits", left: first, right: other, at })
  return Result.succeed(kinds.find((kind) => kind === "words" || !isAny(kind)) ?? first)
}

class UnitReader {
  readonly #kindOf: KindOf

  constructor(kindOf: KindOf) {
    this.#kindOf = kindOf
  }

  kind(formula: Formula): Checked<Kind> {
    const at = describe(formula)
    switch (formula._tag) {
      case "Reference":
      case "Parameter":
      case "Cell":
      case "Total":
        return Result.succeed(this.#kindOf(formula))
      case "Select":
        return Result.succeed(Quantities.yuan)
      case "Constant":
        return Result.succeed(kindOfLiteral(formula.value))
      case "Sum":
        return formula.terms.length === 0
          ? Result.succeed(formula.unit ?? Quantities.yuan)
          : this.#alike(formula.terms, at)
      case "Difference":
        return this.#alike([formula.minuend, formula.subtrahend], at)
      case "Least":
      case "Greatest":
        return this.#alike(formula.of, at)
      case "Product":
        return formula.factors
          .slice(1)
          .reduce<Checked<Kind>>(
            (sofar, factor) =>
              Result.flatMap(sofar, (left) => Result.flatMap(this.#unit(factor), (right) => product(left, right, at))),
            this.#unit(formula.factors[0])
          )
      case "Quotient":
        return Result.flatMap(this.#unit(formula.dividend), (left) =>
          Result.flatMap(this.#unit(formula.divisor), (right) => quotient(left, right, at))
        )
      case "Rounded":
        return this.#unit(formula.of)
      case "Banded":
        return Result.flatMap(
          Result.flatMap(this.#unit(formula.of), (of) =>
            together([of, ...formula.bands.map(({ atLeast }) => atLeast.unit)], at)
          ),
          () => together([...formula.bands.map(({ gives }) => kindOfLiteral(gives)), kindOfLiteral(formula.below)], at)
        )
      case "InTenThousandYuan":
        return Result.flatMap(this.#unit(formula.of), (unit) =>
          unit.kind === "yuan"
            ? Result.succeed(Quantities.tenThousandYuan)
            : Result.fail({ _tag: "NotAnAmount", unit, at })
        )
      case "When":
        return Result.flatMap(this.condition(formula.condition), () =>
          this.#branches(formula.met, formula.otherwise, at)
        )
      case "NotApplicable":
        return Result.succeed(Quantities.freeUnit(""))
    }
  }

  /** A branch that says 不适用 has whatever kind the other one has. */
  #branches(met: Formula, otherwise: Formula, at: string): Checked<Kind> {
    const judged = [met, otherwise].filter(({ _tag }) => _tag !== "NotApplicable")
    if (judged.length === 0) return Result.succeed(Quantities.freeUnit(""))
    const kinds = judged.map((branch) => this.kind(branch))
    const failed = kinds.find(Result.isFailure)
    return (
      failed ??
      together(
        kinds.map((kind) => Result.getOrThrow(kind)),
        at
      )
    )
  }

  #unit(formula: Formula): Checked<Unit> {
    return Result.flatMap(this.kind(formula), (kind) =>
      kind === "words"
        ? Result.fail({ _tag: "WordsInArithmetic" as const, at: describe(formula) })
        : Result.succeed(kind)
    )
  }

  #alike(formulas: ReadonlyArray<Formula>, at: string): Checked<Kind> {
    const units = formulas.map((formula) => this.#unit(formula))
    const failed = units.find(Result.isFailure)
    return (
      failed ??
      together(
        units.map((unit) => Result.getOrThrow(unit)),
        at
      )
    )
  }

  /** Whether the units of a condition fit. */
  condition(condition: Condition): Checked<void> {
    switch (condition._tag) {
      case "Is":
      case "Filled":
      case "Unfilled":
        return Result.succeed(undefined)
      case "Compares":
        return Result.map(this.#alike([condition.left, condition.right], describeCondition(condition)), () => undefined)
      case "Every":
      case "Some":
        return condition.of.reduce<Checked<void>>(
          (sofar, each) => Result.flatMap(sofar, () => this.condition(each)),
          Result.succeed(undefined)
        )
    }
  }
}

/** ratio × x is an x. */
const product = (left: Kind, right: Kind, at: string): Checked<Unit> => {
  if (left === "words" || right === "words") return Result.fail({ _tag: "WordsInArithmetic", at })
  if (left.kind === "ratio") return Result.succeed(right)
  return right.kind === "ratio" ? Result.succeed(left) : Result.fail({ _tag: "DifferentUnits", left, right, at })
}

/** x ÷ x is a ratio, x ÷ ratio an x. */
const quotient = (left: Unit, right: Unit, at: string): Checked<Unit> => {
  if (sameKind(left, right)) return Result.succeed(Quantities.ratio)
  return right.kind === "ratio" ? Result.succeed(left) : Result.fail({ _tag: "DifferentUnits", left, right, at })
}

const kindAsDeclared: KindOf = (input) => {
  if (input._tag === "Reference") return input.kind
  return input._tag === "Parameter" ? input.value.unit : Quantities.yuan
}

/**
 * What a formula gives. Cells are amounts unless `kindOf` knows better.
 *
 * @example kindOfFormula(quotient(disbursed, budgeted)) // Result.succeed(ratio)
 */
export const kindOfFormula = (formula: Formula, kindOf: KindOf = kindAsDeclared): Result.Result<Kind, UnitFault> =>
  new UnitReader(kindOf).kind(formula)

/** Whether the units of a condition fit. */
export const checkConditionUnits = (
  condition: Condition,
  kindOf: KindOf = kindAsDeclared
): Result.Result<void, UnitFault> => new UnitReader(kindOf).condition(condition)

const kindLabel = (kind: Kind): string => (kind === "words" ? "文字" : kind.label)

/** The fault as a sentence. */
export const describeUnitFault = (fault: UnitFault): { readonly zh: string; readonly en: string } => {
  switch (fault._tag) {
    case "DifferentUnits": {
      const [left, right] = [kindLabel(fault.left), kindLabel(fault.right)]
      return {
        zh: `单位不合：${left}与${right}，在 ${fault.at}`,
        en: `units do not fit: ${left} and ${right}, in ${fault.at}`
      }
    }
    case "WordsInArithmetic":
      return { zh: `文字不能计算：${fault.at}`, en: `words cannot be computed with: ${fault.at}` }
    case "NotAnAmount":
      return {
        zh: `不是金额，单位是${fault.unit.label}：${fault.at}`,
        en: `no amount but ${fault.unit.label}: ${fault.at}`
      }
  }
}
