/**
 * 推导: from the ledger of a unit's year to its disclosure. Every cell is a definition applied to the books; nothing is
 * computed before it is read and nothing twice, so asking for one figure costs one figure. The ledger must not grow while
 * a derivation of it is in use.
 */
import type { Cell, Disclosure, Figure, FoldedEvent, Jurisdiction, Ledger } from "@juesuan/domain"
import * as Result from "effect/Result"
import { type AddressProblem, resolveAddress } from "./Address.ts"
import { arrangedTable } from "./arrange.ts"
import { budgetSpace } from "./content/national/budget.ts"
import { carryoverSpace } from "./content/national/carryover.ts"
import { lastYearSpace, type YearBefore } from "./content/national/last-year.ts"
import { statementSpaces } from "./content/national/statements.ts"
import { EntryIndex } from "./EntryIndex.ts"
import { evaluationFigures } from "./evaluation/addresses.ts"
import { deriveEvaluations } from "./evaluation/Evaluations.ts"
import { type EvaluationSummary, summarizeEvaluations } from "./evaluation/EvaluationSummary.ts"
import { evaluationHead, evaluationSpace } from "./evaluation-space.ts"
import { type ExpandedRow, type ExpansionContext, expandRows } from "./expand.ts"
import { fedBy } from "./feeding.ts"
import { DefinedSpace, type FigureSpace } from "./FigureSpace.ts"
import {
  type ClassificationProblem,
  type YearClassifications,
  classificationsOf,
  formContextOf,
  functionalName
} from "./form-context.ts"
import type { FigureSource } from "./formula/evaluate.ts"
import { lazily } from "./Lazy.ts"
import { BookNarrative } from "./narrative/write/bookNarrative.ts"
import { narrativeHead } from "./narrative/write/narrativeSpace.ts"
import type { WrittenNarrative } from "./narrative/write/writeNarrative.ts"
import { printedCell } from "./printing.ts"
import { type NoRuleSet, ruleSetFor, ruleSetOf, ruleSets } from "./registry.ts"
import type { RuleSet } from "./RuleSet.ts"
import type { TableTemplate } from "./TableTemplate.ts"

/** Whose year, and by which rules where not by those of its place: a rule set, or its id. */
export interface Scope {
  readonly unit: string
  readonly year: number
  readonly ruleSet?: string | RuleSet
}

/** 推导: the disclosure of a unit's year, and every figure of it by address. */
export interface Derivation {
  readonly ruleSet: RuleSet
  readonly disclosure: Disclosure
  readonly evaluationSummary: EvaluationSummary
  /** 情况说明, by the form of the place. */
  readonly narrative: WrittenNarrative
  /** Every kind of figure that can be asked for, each with its rows and columns. */
  readonly spaces: ReadonlyArray<FigureSpace>
  /** The figure at an address, exact; the address may be written in any of the ways that `resolveAddress` understands. */
  readonly figureAt: (address: string) => Result.Result<Figure, AddressProblem>
  /** The cell with a figure's `ref`, as it prints; `undefined` where it is no cell of a table and no amount of the narrative. */
  readonly cellOf: (ref: string) => Cell | undefined
  /** The figures that an event of this ledger feeds, in the order of the disclosure. */
  readonly figuresFedBy: (event: FoldedEvent) => ReadonlyArray<Figure>
}

/** Why a year cannot be derived at all. */
export type DerivationProblem = NoRuleSet | ClassificationProblem

/** The parts of an address that this system wrote: head, row, column. */
const partsOf = (ref: string): readonly [string, string, string] => {
  const first = ref.indexOf("/")
  const second = ref.indexOf("/", first + 1)
  if (first === -1) return [ref, "", ""]
  return second === -1
    ? [ref.slice(0, first), ref.slice(first + 1), ""]
    : [ref.slice(0, first), ref.slice(first + 1, second), ref.slice(second + 1)]
}

/** Other ways to write a table's id: 公开3, 表03, 3, its title. */
const namesOfTable = ({ id, title }: TableTemplate): ReadonlyArray<string> => {
  const number = String(Number(id.replace(/\D/gu, "")))
  return [title, `${id}表`, `公开${number}`, `公开${number}表`, `表${number}`, number, number.padStart(2, "0")]
}

const registered = (ledger: Ledger): { readonly name?: string; readonly jurisdiction: Jurisdiction } =>
  ledger.facts("UnitRegistered").at(-1)?.data ?? { jurisdiction: "national" }

const ruleSetOfScope = ({ ruleSet, year }: Scope, ledger: Ledger): Result.Result<RuleSet, NoRuleSet> => {
  const { jurisdiction } = registered(ledger)
  if (ruleSet === undefined) return ruleSetFor(jurisdiction, year)
  if (typeof ruleSet !== "string") return Result.succeed(ruleSet)
  const named = ruleSetOf(ruleSet)
  return named === undefined
    ? Result.fail({ _tag: "NoRuleSet", jurisdiction, year, held: ruleSets.map(({ id }) => id) })
    : Result.succeed(named)
}

/** Every figure of every space. */
const figuresOf = (spaces: ReadonlyArray<FigureSpace>): ReadonlyArray<Figure> =>
  spaces.flatMap((space) =>
    space.rows.flatMap(({ columns, key }) => columns.flatMap(({ label }) => space.figureAt(key, label) ?? []))
  )

/** The evaluations with their summary, and as a space. */
const evaluationsOf = (ledger: Ledger, scope: Scope, { scoring }: RuleSet) => {
  const evaluations = deriveEvaluations(ledger, scope, scoring)
  const summary = summarizeEvaluations(ledger, scope, { evaluations, ruleSet: scoring })
  return { evaluations, summary, space: evaluationSpace(evaluations, evaluationFigures(evaluations, summary)) }
}

class Books implements Derivation {
  readonly ruleSet: RuleSet
  readonly disclosure: Disclosure
  readonly #context: ExpansionContext
  readonly #tables: ReadonlyArray<DefinedSpace<ExpandedRow>>
  readonly #byHead: () => ReadonlyMap<string, FigureSpace>
  readonly #evaluations: () => ReturnType<typeof evaluationsOf>
  readonly #narrative: BookNarrative

  constructor(ledger: Ledger, scope: Scope, { before, classifications, ruleSet }: Ground) {
    this.ruleSet = ruleSet
    const index = new EntryIndex(ledger.entries)
    const nameOf = (code: string): string => functionalName(classifications, code)
    const source: FigureSource = {
      figureAt: (ref) => this.#exactly(ref),
      sumOf: (selection) => index.sumOf(selection)
    }
    const form = formContextOf(ledger, classifications, index)
    this.#context = { form, nameOf, source, codesIn: (selection) => index.valuesOf("functional", selection) }
    this.#tables = ruleSet.tables.map((template) => this.#spaceOf(template))
    this.#evaluations = lazily(() => evaluationsOf(ledger, scope, ruleSet))
    this.#narrative = new BookNarrative(ledger, { ...scope, ruleSet, before }, this.#context)
    this.#byHead = lazily(() => {
      const shared = [
        budgetSpace(ledger, nameOf, source),
        carryoverSpace(ledger, source),
        ...statementSpaces(ledger, scope.year),
        lastYearSpace(ledger, before),
        this.#narrative.space
      ]
      return new Map([...this.#tables, ...shared].map((space) => [space.head, space]))
    })
    this.disclosure = this.#disclosureOf(ledger, scope)
  }

  get evaluationSummary(): EvaluationSummary {
    return this.#evaluations().summary
  }

  get narrative(): WrittenNarrative {
    return this.#narrative.written
  }

  get spaces(): ReadonlyArray<FigureSpace> {
    return [...this.#byHead().values(), this.#evaluations().space]
  }

  readonly figureAt: Derivation["figureAt"] = (address) => {
    const exactly = this.#exactly(address)
    if (exactly !== undefined) return Result.succeed(exactly)
    return Result.map(resolveAddress(address, this.spaces), ({ column, row, space }) => {
      const figure = space.figureAt(row, column)
      if (figure === undefined) throw new Error(`a place without a figure: ${space.head}/${row}/${column}`)
      return figure
    })
  }

  readonly cellOf: Derivation["cellOf"] = (ref) => {
    const [head, row, column] = partsOf(ref)
    if (head === narrativeHead) return this.#narrative.cellOf(row, column)
    const space = this.#tables.find((table) => table.head === head)
    const unit = space?.rows.find(({ key }) => key === row)?.unit
    const figure = space?.figureAt(row, column)
    return unit === undefined || figure === undefined ? undefined : printedCell(figure, unit)
  }

  readonly figuresFedBy: Derivation["figuresFedBy"] = (event) => fedBy(event, figuresOf(this.spaces))

  #exactly(ref: string): Figure | undefined {
    const [head, row, column] = partsOf(ref)
    return this.#spaceAt(head)?.figureAt(row, column)
  }

  /** Evaluations are worked out where one is asked for: most figures do without. */
  #spaceAt(head: string): FigureSpace | undefined {
    return head === evaluationHead ? this.#evaluations().space : this.#byHead().get(head)
  }

  #spaceOf(template: TableTemplate): DefinedSpace<ExpandedRow> {
    const { id } = template
    const { source } = this.#context
    return new DefinedSpace(
      { head: id, names: namesOfTable(template) },
      () => expandRows(template, this.#context),
      source
    )
  }

  #disclosureOf(ledger: Ledger, { unit, year }: Scope): Disclosure {
    const evaluations = (): Disclosure["evaluations"] => this.#evaluations().evaluations
    const formRowsOf = ({ rows }: TableTemplate) => (rows._tag === "Form" ? rows.rows(this.#context.form) : [])
    const tables = this.ruleSet.tables.flatMap((template, index) => {
      const space = this.#tables[index]
      return space === undefined ? [] : [arrangedTable(template, space, () => formRowsOf(template))]
    })
    return {
      unit: { code: unit, name: registered(ledger).name ?? unit },
      year,
      ruleSet: this.ruleSet.id,
      tables,
      get evaluations() {
        return evaluations()
      }
    }
  }
}

/** What a derivation stands on beside the ledger. */
interface Ground {
  readonly ruleSet: RuleSet
  readonly classifications: YearClassifications
  readonly before: YearBefore | undefined
}

/**
 * The disclosure of the unit's year that a ledger holds, by the rules of the unit's place; `before` is the year before, where its
 * books are at hand: what the narrative compares with.
 *
 * @example
 * const books = Result.getOrThrow(derive(foldLedger(events), { unit: "023001", year: 2024 }))
 * books.disclosure.tables[0]?.title // "收入支出决算总表"
 * Result.map(books.figureAt("公开01/总计/支出"), explain) // the reason, line by line
 */
export const derive = (
  ledger: Ledger,
  scope: Scope,
  before?: YearBefore
): Result.Result<Derivation, DerivationProblem> =>
  Result.flatMap(ruleSetOfScope(scope, ledger), (ruleSet) =>
    Result.map(
      classificationsOf(ledger, scope.year),
      (classifications) => new Books(ledger, scope, { ruleSet, classifications, before })
    )
  )
