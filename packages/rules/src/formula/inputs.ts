/** The reader that lists what a formula needs: the figures it refers to, the entries it selects, the parameters it takes. */
import type { Selection } from "@juesuan/domain"
import type { Cell, Condition, Formula, Parameter, Reference, Select, Total } from "./Formula.ts"

/** A part of a formula whose value comes from outside it. */
export type FormulaInput = Reference | Parameter | Select | Cell | Total

const ofCondition = (condition: Condition): ReadonlyArray<FormulaInput> => {
  switch (condition._tag) {
    case "Is":
      return [condition.figure]
    case "Compares":
      return [...inputsOf(condition.left), ...inputsOf(condition.right)]
    case "Filled":
    case "Unfilled":
      return [{ _tag: "Total", of: condition.of }]
    case "Every":
    case "Some":
      return condition.of.flatMap(ofCondition)
  }
}

/** Every input of a formula, of all its branches, in the order in which they are written. */
export const inputsOf = (formula: Formula): ReadonlyArray<FormulaInput> => {
  switch (formula._tag) {
    case "Reference":
    case "Parameter":
    case "Select":
    case "Cell":
    case "Total":
      return [formula]
    case "Constant":
    case "NotApplicable":
      return []
    case "Sum":
      return formula.terms.flatMap(inputsOf)
    case "Difference":
      return [...inputsOf(formula.minuend), ...inputsOf(formula.subtrahend)]
    case "Product":
      return formula.factors.flatMap(inputsOf)
    case "Quotient":
      return [...inputsOf(formula.dividend), ...inputsOf(formula.divisor)]
    case "Least":
    case "Greatest":
      return formula.of.flatMap(inputsOf)
    case "Rounded":
    case "Banded":
    case "InTenThousandYuan":
      return inputsOf(formula.of)
    case "When":
      return [...ofCondition(formula.condition), ...inputsOf(formula.met), ...inputsOf(formula.otherwise)]
  }
}

/** The selections of entries in a formula. */
export const selectionsOf = (formula: Formula): ReadonlyArray<Selection> =>
  inputsOf(formula).flatMap((input) => (input._tag === "Select" ? [input.selection] : []))
