/**
 * 所写的主语: a subject of the narrative as the books hold it: its figure, last year's, its budgets, as formulas over addresses.
 * A subject of which the place's form has no cell is none.
 */
import { Quantities, type Selection, ThreePublicItem, UnitCategory } from "@juesuan/domain"
import type { BudgetOf } from "../../content/narrative/forms/NarrativeForm.ts"
import { untabledFigures } from "../../content/narrative/relations.ts"
import { subjectOf } from "../../content/narrative/subjects.ts"
import type { SubjectDefinition } from "../../content/narrative/subjects/Subject.ts"
import { lastYear } from "../../content/national/last-year.ts"
import { unitCategory } from "../../content/national/statements.ts"
import { type Formula, is, notApplicable, reference, select, sum, when } from "../../formula/Formula.ts"
import type { AddressOfMeaning } from "../../meaning-addresses.ts"
import type { EconomicRow } from "../../TableTemplate.ts"

/** What the narrative of a year stands on. */
export interface NarrativeGround {
  readonly addressOf: AddressOfMeaning
  readonly nameOf: (code: string) => string
  /** The functional codes under which there are entries of a selection. */
  readonly codesIn: (selection: Selection) => ReadonlyArray<string>
  readonly hasEntries: (selection: Selection) => boolean
  /** Rows of a table, by its meaning, of which last year's figure in a column is known. */
  readonly rowsLastYear: (table: string, column: string) => ReadonlyArray<string>
  readonly economicItems: ReadonlyArray<EconomicRow>
  /** What the place calls its grades, from the highest down. */
  readonly grades: ReadonlyArray<string>
  readonly projects: ReadonlyArray<string>
}

export interface Topic {
  /** As the reader of a narrative calls it. */
  readonly id: string
  readonly name: string
  /** As its figure is labelled: the name, with the item that it is a part of. */
  readonly label: string
  /** As addresses call it, and what else they may. */
  readonly key: string
  readonly names: ReadonlyArray<string>
  readonly figure: Formula
  readonly before: Formula
  /** The addresses of the cells that hold the figure. */
  readonly cells: ReadonlyArray<string>
  readonly budget: (of: BudgetOf) => Formula
  /** Addresses of the budget, for reasons of what was not spent as budgeted. */
  readonly budgetCells: ReadonlyArray<string>
}

/** A figure that nobody recorded: it has no value, and says what is missing. */
const unrecorded = (label: string): Formula => reference("", label, Quantities.yuan)

const generalTable = "general-public-budget-expenditure"
const generalFund = ["general-public-budget"]

/** Cells that are each of one kind of unit: the unit's own counts. */
const byCategory = (cells: ReadonlyArray<readonly [UnitCategory, Formula]>): Formula =>
  cells.reduceRight<Formula>(
    (otherwise, [category, cell]) => when(is(unitCategory, UnitCategory.labelOf(category)), cell, otherwise),
    notApplicable("没有这一项的单位类别")
  )

const together = (meanings: ReadonlyArray<string>, formulas: ReadonlyArray<Formula>): Formula => {
  const [first, ...others] = formulas
  if (first === undefined) throw new Error("a subject without cells")
  if (others.length === 0) return first
  const categories = meanings.flatMap((meaning, index) => {
    const category = UnitCategory.ids.find((id) => meaning.split("/")[1]?.endsWith(`.${id}`) === true)
    const formula = formulas[index]
    return category === undefined || formula === undefined ? [] : [[category, formula] as const]
  })
  return categories.length === formulas.length ? byCategory(categories) : sum(first, ...others)
}

export class Topics {
  readonly #ground: NarrativeGround

  constructor(ground: NarrativeGround) {
    this.#ground = ground
  }

  of(id: string): Topic | undefined {
    const subject = subjectOf(id)
    const cells = subject?.cells.flatMap((meaning) => this.#address(meaning) ?? []) ?? []
    const untabled = untabledFigures[id]
    if (subject === undefined || cells.length < subject.cells.length) return undefined
    if (cells.length === 0 && untabled === undefined) return undefined
    const { name } = subject
    const own = cells.map((cell) => reference(cell, name, Quantities.yuan))
    const before = cells.map((cell) => lastYear(cell, name))
    return {
      id,
      name,
      label: name,
      key: name,
      names: [],
      cells,
      figure: untabled ?? together(subject.cells, own),
      before: untabled === undefined ? together(subject.cells, before) : unrecorded(`上年${name}`),
      budget: (of) => this.#budgetOf(subject, of),
      budgetCells: subject.budget === undefined ? ["预算/合计/年初预算数"] : [this.#address(subject.budget) ?? ""]
    }
  }

  /** An item of the general public budget. */
  ofCode(code: string, column: "expenditure-of-year" | "expenditure.basic" | "expenditure.project"): Topic | undefined {
    const cell = this.#ground.addressOf(generalTable, code, column)
    if (cell === undefined) return undefined
    const kind = column === "expenditure.basic" ? "基本支出" : column === "expenditure.project" ? "项目支出" : undefined
    const label = kind ?? this.#ground.nameOf(code)
    // A code without a row this year was not spent on.
    const spent = this.#hasRow(code)
      ? reference(cell, label, Quantities.yuan)
      : select({ account: "payment", fund: generalFund, functional: [code] })
    const suffix = kind === undefined ? "" : `·${kind}`
    return {
      id: kind === undefined ? `item.${code}` : `item.${code}.${column}`,
      name: kind ?? this.#path(code),
      label: `${this.#path(code)}${suffix}`,
      key: `${code}${suffix}`,
      names: [`${this.#ground.nameOf(code)}${suffix}`],
      cells: [cell],
      figure: spent,
      before: lastYear(cell, label),
      budget: (of) => (of === "initial" ? this.#initialBudget(code) : unrecorded("全年预算数")),
      budgetCells: [`预算/${code}/年初预算数`]
    }
  }

  /** A class of a budget of its own. */
  ofFundCode(table: string, code: string): Topic | undefined {
    const cell = this.#ground.addressOf(table, code, "expenditure-of-year")
    if (cell === undefined) return undefined
    const label = this.#ground.nameOf(code)
    return {
      id: `item.${code}`,
      name: this.#path(code),
      label: this.#path(code),
      key: code,
      names: [label],
      cells: [cell],
      figure: reference(cell, label, Quantities.yuan),
      before: lastYear(cell, label),
      budget: () => unrecorded("预算数"),
      budgetCells: []
    }
  }

  /** Codes of a level that were spent on, budgeted for or spent on last year. */
  generalCodes(digits: 3 | 7): ReadonlyArray<string> {
    const { codesIn, rowsLastYear } = this.#ground
    const known = [
      ...codesIn({ account: ["payment", "budget-approved"], fund: generalFund }),
      ...rowsLastYear(generalTable, "expenditure-of-year")
    ]
    const codes = known.filter((code) => /^\d+$/u.test(code) && code.length >= digits)
    return [...new Set(codes.map((code) => code.slice(0, digits)))].toSorted()
  }

  #hasRow(code: string): boolean {
    return this.#ground.hasEntries({ account: "payment", fund: generalFund, functional: [code] })
  }

  /** 一般公共服务支出（类）…（款）政务公开审批（项）. */
  #path(code: string): string {
    const levels = [
      [3, "类"],
      [5, "款"],
      [7, "项"]
    ] as const
    return levels
      .filter(([digits]) => digits <= code.length)
      .map(([digits, mark]) => `${this.#ground.nameOf(code.slice(0, digits))}（${mark}）`)
      .join("")
  }

  #address(meaning: string): string | undefined {
    const [table = "", row = "", column = ""] = meaning.split("/")
    return this.#ground.addressOf(table, row, column)
  }

  #budgetOf(subject: SubjectDefinition, of: BudgetOf): Formula {
    if (subject.id === "general-public-expenditure") return this.#initialBudget(undefined)
    const label = of === "initial" ? "年初预算数" : "全年预算数"
    const accounts: Selection["account"] =
      of === "initial" ? "three-public-budget" : ["three-public-budget", "three-public-adjustment"]
    if (subject.budget === undefined || !this.#ground.hasEntries({ account: accounts })) return unrecorded(label)
    const cell = this.#address(subject.budget)
    if (of === "full-year" && cell !== undefined) return reference(cell, label, Quantities.yuan)
    return select({ account: accounts, item: itemsOf(subject.id) })
  }

  /** 年初预算 of the general public budget; unknown where none was recorded, or where a code's is part of one for more. */
  #initialBudget(code: string | undefined): Formula {
    const { codesIn, hasEntries } = this.#ground
    const approved = { account: "budget-approved", fund: generalFund } as const
    const above = codesIn(approved).some(
      (other) => code !== undefined && other.length < code.length && code.startsWith(other)
    )
    if (!hasEntries(approved) || above) return unrecorded("年初预算数")
    return select(code === undefined ? approved : { ...approved, functional: [code] })
  }
}

const itemsOf = (id: string): ReadonlyArray<string> => {
  const name = id.replace("three-public.", "")
  if (name === "total") return ThreePublicItem.ids
  return name === "vehicles" ? ["vehicle-purchase", "vehicle-operation"] : [name]
}
