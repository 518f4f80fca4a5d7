/** The reader that writes out: a bound formula as whole multiples of cells, where it is nothing but sums and differences. */
import { Quantities } from "@juesuan/domain"
import type { Formula } from "../formula/Formula.ts"
import type { EquationTerm } from "../judging/Equation.ts"

const add = (formula: Formula, sign: 1 | -1, into: Map<string, number>): boolean => {
  switch (formula._tag) {
    case "Reference":
      into.set(formula.ref, (into.get(formula.ref) ?? 0) + sign)
      return true
    case "Constant":
      return formula.value._tag === "Quantity" && Quantities.isZero(formula.value.quantity)
    case "Sum":
      return formula.terms.every((term) => add(term, sign, into))
    case "Difference":
      return add(formula.minuend, sign, into) && add(formula.subtrahend, sign === 1 ? -1 : 1, into)
    case "InTenThousandYuan":
      return add(formula.of, sign, into)
    case "Parameter":
    case "Product":
    case "Quotient":
    case "Least":
    case "Greatest":
    case "Rounded":
    case "Banded":
    case "When":
    case "Select":
    case "NotApplicable":
    case "Cell":
    case "Total":
      return false
  }
}

/** left − right as terms, each cell once; `undefined` where a formula is not linear. A cell that cancels out is left out. */
export const linearTerms = (left: Formula, right: Formula): ReadonlyArray<EquationTerm> | undefined => {
  const terms = new Map<string, number>()
  if (!add(left, 1, terms) || !add(right, -1, terms)) return undefined
  return [...terms]
    .filter(([, coefficient]) => coefficient !== 0)
    .map(([address, coefficient]) => ({ address, coefficient }))
}
