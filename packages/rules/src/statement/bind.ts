/**
 * The reader that binds: a statement and a document → the places it speaks of, each with formulas whose cells are figures
 * of the document. A term of a sum that the form does not print is no term; a cell that stands alone must be there.
 */
import { Quantities } from "@juesuan/domain"
import * as Result from "effect/Result"
import { describeCells, describeCondition } from "../formula/explain.ts"
import * as Formulas from "../formula/Formula.ts"
import type { Cell, Cells, Condition, Formula, Reference } from "../formula/Formula.ts"
import type { DocumentCells, DocumentTable } from "../judging/DocumentCells.ts"
import type { EquationCell } from "../judging/Equation.ts"
import { compares } from "./estimate.ts"
import { cellsInWords, conditionInWords } from "./in-words.ts"
import { cellNotFound, tableNotFound } from "./not-found.ts"
import { columnName, columnsOf, type Position, positionsOf, rowName, rowsOf } from "./positions.ts"
import type { Statement } from "./Statement.ts"
import { insufficient, notApplicable, type Unjudged } from "./unjudged.ts"

type Bound<Value> = Result.Result<Value, Unjudged>

/** A statement at one place: only references are left in its formulas. */
export interface BoundStatement {
  readonly position: Position
  readonly left: Formula
  readonly right: Formula
}

/** What a document is to a formula: its cells, and those that the formula has met. */
export class Binder {
  readonly cells: DocumentCells
  /** Every cell that a bound formula refers to, by address. */
  readonly met = new Map<string, EquationCell>()
  readonly #named: (cell: EquationCell) => EquationCell

  /** `named`: a cell as formulas refer to it, where cells of two documents meet in one formula. */
  constructor(cells: DocumentCells, named: (cell: EquationCell) => EquationCell = (cell) => cell) {
    this.cells = cells
    this.#named = named
  }

  /** A statement at every place that it runs over, in the order of the table. */
  statement(statement: Statement): ReadonlyArray<Bound<BoundStatement>> {
    if (statement.forEach === undefined) return [this.#at(statement, { table: undefined })]
    const table = this.#table(statement.forEach.table)
    if (Result.isFailure(table)) return [Result.fail(table.failure)]
    const positions = positionsOf(statement.forEach, table.success)
    if (positions.length > 0) return positions.map((position) => this.#at(statement, position))
    const { title } = table.success
    return [Result.fail(notApplicable(`${title}没有这样的行或栏`, `${title} prints no such rows or columns`))]
  }

  #at({ left, right, when }: Statement, position: Position): Bound<BoundStatement> {
    if (when !== undefined) {
      const met = this.condition(when, position)
      if (Result.isFailure(met)) return Result.fail(met.failure)
      if (!met.success) {
        const text = describeCondition(conditionInWords(when))
        return Result.fail(notApplicable(`条件不成立：${text}`, `the condition does not hold: ${text}`))
      }
    }
    return Result.flatMap(this.formula(left, position), (boundLeft) =>
      Result.map(this.formula(right, position), (boundRight) => ({ position, left: boundLeft, right: boundRight }))
    )
  }

  #table(name: string): Bound<DocumentTable> {
    const table = this.cells.tableNamed(name)
    return table === undefined ? Result.fail(tableNotFound(name, this.cells)) : Result.succeed(table)
  }

  #refer(printed: EquationCell): Reference {
    const cell = this.#named(printed)
    this.met.set(cell.address, cell)
    const unit = cell.printed._tag === "Number" ? cell.printed.value.unit : Quantities.yuan
    return Formulas.reference(cell.address, `${cell.where.row}·${cell.where.column}`, unit)
  }

  /** Every printed cell of a range. */
  range(of: Cells, position: Position): Bound<ReadonlyArray<EquationCell>> {
    return Result.map(this.#table(of.table), (table) => {
      const columns = columnsOf(of.columns, table, position)
      return rowsOf(of.rows, table, position).flatMap((row) =>
        columns.flatMap((column) => table.cellAt(row, column) ?? [])
      )
    })
  }

  #cell({ column, row, table: name }: Cell, position: Position): Bound<Reference> {
    const range = { table: name, rows: row, columns: column }
    return Result.flatMap(this.#table(name), (table) => {
      const all = Result.getOrElse(this.range(range, position), () => [])
      const found = all.find(({ printed }) => printed._tag !== "Blank") ?? all[0]
      if (found !== undefined) return Result.succeed(this.#refer(found))
      if (table.isEmpty)
        return Result.succeed(this.#refer(table.emptyCell(rowName(row, position), columnName(column, position))))
      const [rows, columns] = [rowsOf(row, table, position), columnsOf(column, table, position)]
      return Result.fail(cellNotFound(range, table, { rows, columns }))
    })
  }

  formula(formula: Formula, position: Position): Bound<Formula> {
    const inner = (part: Formula) => this.formula(part, position)
    switch (formula._tag) {
      case "Cell":
        return this.#cell(formula, position)
      case "Total":
        return Result.flatMap(this.range(formula.of, position), (found) => {
          const text = describeCells(cellsInWords(formula.of))
          return found.length === 0
            ? Result.fail(notApplicable(`没有 ${text}`, `there is no ${text}`))
            : Result.succeed(
                Formulas.sumOver(
                  text,
                  found.map((cell) => this.#refer(cell)),
                  Quantities.yuan
                )
              )
        })
      case "Sum":
        return this.#sum(formula, position)
      case "Difference":
        return Result.flatMap(inner(formula.minuend), (minuend) =>
          Result.map(inner(formula.subtrahend), (subtrahend) => Formulas.difference(minuend, subtrahend))
        )
      case "Quotient":
        return Result.flatMap(inner(formula.dividend), (dividend) =>
          Result.map(inner(formula.divisor), (divisor) => Formulas.quotient(dividend, divisor))
        )
      case "Product":
        return Result.map(allOf(formula.factors.map(inner)), ([first, second, ...rest]) =>
          Formulas.product(first as Formula, second as Formula, ...rest)
        )
      case "Least":
        return Result.map(allOf(formula.of.map(inner)), ([first, ...rest]) => Formulas.least(first as Formula, ...rest))
      case "Greatest":
        return Result.map(allOf(formula.of.map(inner)), ([first, ...rest]) =>
          Formulas.greatest(first as Formula, ...rest)
        )
      case "Rounded":
      case "Banded":
      case "InTenThousandYuan":
        return Result.map(inner(formula.of), (of) => ({ ...formula, of }))
      case "When":
        return Result.flatMap(this.condition(formula.condition, position), (met) =>
          inner(met ? formula.met : formula.otherwise)
        )
      case "NotApplicable":
        return Result.fail(notApplicable(formula.reason, formula.reason))
      case "Select":
        return Result.fail(insufficient("文件里没有账册分录", "a document holds no entries of a ledger"))
      case "Reference":
      case "Parameter":
      case "Constant":
        return Result.succeed(formula)
    }
  }

  /** What the form does not print is no term; a table that is not there leaves the sum unknown. */
  #sum(formula: Formulas.Sum, position: Position): Bound<Formula> {
    const terms: Array<Formula> = []
    let missing: Unjudged | undefined
    for (const term of formula.terms) {
      const bound = this.formula(term, position)
      if (Result.isSuccess(bound)) terms.push(bound.success)
      else if (isOptional(term) && this.#tablesOf(term)) missing ??= bound.failure
      else return bound
    }
    if (terms.length === 0 && missing !== undefined) return Result.fail(missing)
    return Result.succeed({ ...formula, terms, unit: formula.unit ?? Quantities.yuan })
  }

  #tablesOf(term: Formula): boolean {
    if (term._tag === "Cell") return this.cells.tableNamed(term.table) !== undefined
    return term._tag === "Total" && this.cells.tableNamed(term.of.table) !== undefined
  }

  /** A condition holds, does not hold, or cannot be told from the document. */
  condition(condition: Condition, position: Position): Bound<boolean> {
    switch (condition._tag) {
      case "Is":
        return Result.fail(notApplicable("条件里的文字不在表内", "the words of the condition stand in no table"))
      case "Filled":
        return Result.map(this.range(condition.of, position), (found) => found.some(isFilled))
      case "Unfilled":
        return Result.map(this.range(condition.of, position), (found) => !found.some(isFilled))
      case "Compares": {
        const bound = Result.flatMap(this.formula(condition.left, position), (left) =>
          Result.map(this.formula(condition.right, position), (right) => ({ left, right }))
        )
        if (Result.isFailure(bound)) return Result.fail(bound.failure)
        return compares(bound.success.left, condition.comparison, bound.success.right, this.met)
      }
      case "Every":
        return this.#joined(condition.of, position, false)
      case "Some":
        return this.#joined(condition.of, position, true)
    }
  }

  #joined(of: ReadonlyArray<Condition>, position: Position, decisive: boolean): Bound<boolean> {
    let unknown: Unjudged | undefined
    for (const condition of of) {
      const met = this.condition(condition, position)
      if (Result.isFailure(met)) unknown ??= met.failure
      else if (met.success === decisive) return met
    }
    return unknown === undefined ? Result.succeed(!decisive) : Result.fail(unknown)
  }
}

const isFilled = ({ printed }: EquationCell): boolean => printed._tag === "Number" && !Quantities.isZero(printed.value)

const isOptional = ({ _tag }: Formula): boolean => _tag === "Cell" || _tag === "Total"

const allOf = <Value>(results: ReadonlyArray<Bound<Value>>): Bound<ReadonlyArray<Value>> => {
  const values: Array<Value> = []
  for (const result of results) {
    if (Result.isFailure(result)) return Result.fail(result.failure)
    values.push(result.success)
  }
  return Result.succeed(values)
}
