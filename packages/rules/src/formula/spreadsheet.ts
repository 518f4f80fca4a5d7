/**
 * The reader that writes spreadsheet formulas: `SUM(C8:C12)`, `ROUND(D4/C4,4)`. Where the figures stand on a sheet is told
 * from outside; what stands nowhere is said, never guessed.
 */
import type { Quantity } from "@juesuan/domain"
import { Quantities } from "@juesuan/domain"
import * as Result from "effect/Result"
import { cellRanges } from "./cell-ranges.ts"
import { describe, describeCells } from "./explain.ts"
import type { Banded, Cells, Condition, Formula, Literal, Parameter, Rounded, Select } from "./Formula.ts"
import type { FormulaInput } from "./inputs.ts"

/** Where things stand on the sheets, and how a quantity is written in the unit of the sheet. */
export interface SheetPlaces {
  /** Addresses of the cells of an input (`C8`, `'公开01'!C8`); none where it stands nowhere. */
  readonly cellsOf: (input: Exclude<FormulaInput, Parameter | Select>) => ReadonlyArray<string>
  /** A number as it is written into the formula; plain in its own unit where this is not given. */
  readonly numberOf?: (quantity: Quantity) => string
  /** The total of selected entries, where the sheet holds it as a value. */
  readonly totalOf?: (select: Select) => string | undefined
}

/** An input that stands on no sheet. */
export interface NoPlace {
  readonly _tag: "NoPlace"
  readonly input: string
}

type Written = Result.Result<string, NoPlace>

const textLiteral = (text: string): string => `"${text.replaceAll('"', '""')}"`

class SheetWriter {
  readonly #places: SheetPlaces

  constructor(places: SheetPlaces) {
    this.#places = places
  }

  formula(formula: Formula): Written {
    switch (formula._tag) {
      case "Reference":
      case "Cell":
        return this.#one(formula)
      case "Total":
        return Result.map(this.#several(formula.of), added)
      case "Parameter":
        return Result.succeed(this.#number(formula.value))
      case "Constant":
        return Result.succeed(this.#literal(formula.value))
      case "Sum":
        return formula.terms.length === 0 ? Result.succeed("0") : this.#joined(formula.terms, added)
      case "Difference":
        return this.#joined([formula.minuend, formula.subtrahend], (parts) => `(${parts.join("-")})`)
      case "Product":
        return this.#joined(formula.factors, (parts) => `(${parts.join("*")})`)
      case "Quotient":
        return this.#joined([formula.dividend, formula.divisor], (parts) => `(${parts.join("/")})`)
      case "Least":
        return this.#joined(formula.of, (parts) => `MIN(${parts.join(",")})`)
      case "Greatest":
        return this.#joined(formula.of, (parts) => `MAX(${parts.join(",")})`)
      case "Rounded":
        return Result.map(this.formula(formula.of), (of) => rounded(of, formula))
      case "Banded":
        return Result.map(this.formula(formula.of), (of) => this.#banded(of, formula))
      case "InTenThousandYuan":
        return Result.map(this.formula(formula.of), (of) => `(${of}/10000)`)
      case "When":
        return Result.flatMap(this.condition(formula.condition), (condition) =>
          this.#joined([formula.met, formula.otherwise], ([met, otherwise]) => `IF(${condition},${met},${otherwise})`)
        )
      case "Select": {
        const total = this.#places.totalOf?.(formula)
        return total === undefined ? noPlace(describe(formula)) : Result.succeed(total)
      }
      case "NotApplicable":
        return Result.succeed("NA()")
    }
  }

  condition(condition: Condition): Written {
    switch (condition._tag) {
      case "Is":
        return Result.map(this.#one(condition.figure), (cell) =>
          call(
            "OR",
            condition.oneOf.map((text) => `${cell}=${textLiteral(text)}`)
          )
        )
      case "Compares":
        return this.#joined([condition.left, condition.right], (parts) => parts.join(condition.comparison))
      case "Filled":
        return Result.map(this.#several(condition.of), (cells) =>
          call(
            "OR",
            cells.map((cell) => `N(${cell})<>0`)
          )
        )
      case "Unfilled":
        return Result.map(this.#several(condition.of), (cells) =>
          call(
            "AND",
            cells.map((cell) => `N(${cell})=0`)
          )
        )
      case "Every":
        return Result.map(this.#conditions(condition.of), (parts) => call("AND", parts))
      case "Some":
        return Result.map(this.#conditions(condition.of), (parts) => call("OR", parts))
    }
  }

  #conditions(conditions: ReadonlyArray<Condition>): Result.Result<ReadonlyArray<string>, NoPlace> {
    return allOf(conditions.map((condition) => this.condition(condition)))
  }

  #joined(formulas: ReadonlyArray<Formula>, join: (parts: ReadonlyArray<string>) => string): Written {
    return Result.map(allOf(formulas.map((formula) => this.formula(formula))), join)
  }

  #one(input: Exclude<FormulaInput, Parameter | Select>): Written {
    const [cell, ...more] = this.#places.cellsOf(input)
    return cell === undefined || more.length > 0 ? noPlace(describe(input)) : Result.succeed(cell)
  }

  #several(of: Cells): Result.Result<ReadonlyArray<string>, NoPlace> {
    const cells = this.#places.cellsOf({ _tag: "Total", of })
    return cells.length === 0 ? Result.fail({ _tag: "NoPlace", input: describeCells(of) }) : Result.succeed(cells)
  }

  #number(quantity: Quantity): string {
    return this.#places.numberOf?.(quantity) ?? Quantities.text(quantity)
  }

  #literal(literal: Literal): string {
    return literal._tag === "Text" ? textLiteral(literal.text) : this.#number(literal.quantity)
  }

  #banded(of: string, { bands, below }: Banded): string {
    return bands.reduceRight(
      (rest, { atLeast, gives }) => `IF(${of}>=${this.#number(atLeast)},${this.#literal(gives)},${rest})`,
      this.#literal(below)
    )
  }
}

const noPlace = (input: string): Written => Result.fail({ _tag: "NoPlace", input })

const added = (terms: ReadonlyArray<string>): string =>
  terms.length === 1 ? (terms[0] ?? "") : `SUM(${cellRanges(terms).join(",")})`

const call = (name: string, parts: ReadonlyArray<string>): string =>
  parts.length === 1 ? (parts[0] ?? "") : `${name}(${parts.join(",")})`

const allOf = (results: ReadonlyArray<Written>): Result.Result<ReadonlyArray<string>, NoPlace> => {
  const failed = results.find(Result.isFailure)
  return failed === undefined
    ? Result.succeed(results.map((result) => Result.getOrThrow(result)))
    : Result.fail(failed.failure)
}

/** 四舍五入 is ROUND; 向下 and 向上 go by INT, which steps towards minus infinity below zero too. */
const rounded = (of: string, { digits, mode }: Rounded): string => {
  const scale = `10^${digits}`
  switch (mode) {
    case "half-up":
      return `ROUND(${of},${digits})`
    case "floor":
      return `(INT(${of}*${scale})/${scale})`
    case "ceiling":
      return `(-INT(-${of}*${scale})/${scale})`
  }
}

/**
 * A formula as spreadsheets compute it, without the leading `=`.
 *
 * @example spreadsheetFormula(sum(basic, project), places) // Result.succeed("SUM(D8:E8)")
 */
export const spreadsheetFormula = (formula: Formula, places: SheetPlaces): Written =>
  new SheetWriter(places).formula(formula)
