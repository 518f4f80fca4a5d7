/**
 * 表样: a sheet of an official form as data: its rows with 行次, its columns with 栏次, headings and notes as printed, what
 * each row and column means, and the definition of every cell. Meaning is what other rules bind to; line and column
 * numbers are presentation, they differ from place to place.
 */
import type { Arrangement, ClassificationItem, Column, PrintedLine, Unit } from "@juesuan/domain"
import type { Formula, Reference } from "./formula/Formula.ts"
import type { Definition, RuleHeader } from "./Rule.ts"

/** A row that the form prints whether or not it has a figure. */
export interface RowTemplate {
  readonly key: string
  readonly label: string
  readonly meaning: string
  readonly level: number
  readonly section?: string
  readonly lines?: Readonly<Record<string, number>>
  /** Unit of what is printed where it is not 万元: a count prints as an integer. */
  readonly unit?: Unit
  readonly cells: Readonly<Record<string, Definition>>
}

/** What the rows of a form may depend on beside the form itself: the year's codes, those in use, and the carry-over lines. */
export interface FormContext {
  /** 类 with a line of their own, in the order of the form. */
  readonly functionalClasses: ReadonlyArray<ClassificationItem<"functional">>
  /** 类 in use that the form has no line for; the totals must not lose them. */
  readonly furtherClasses: ReadonlyArray<{ readonly code: string; readonly name: string }>
  readonly economicItems: ReadonlyArray<EconomicRow>
  /** References to 年末结转和结余 of every fund and project with money, by fund. */
  readonly closing: (funds: ReadonlyArray<string>) => ReadonlyArray<Reference>
}

/** A code of 公开06, as the year's classification and the unit's own additions give it. */
export interface EconomicRow {
  readonly code: string
  readonly name: string
  readonly part: "personnel" | "public-use"
  /** Whether money was paid under exactly this code. */
  readonly used: boolean
}

/** A column of a table by functional code. */
export type HierarchyColumn =
  /** 项 by the entries it selects; 款, 类 and 合计 by adding up the rows below. */
  | { readonly _tag: "Selected"; readonly of: (code: string) => Formula }
  /** In every row from other columns of the row. */
  | { readonly _tag: "Across"; readonly of: (cell: (column: string) => Reference) => Formula }

/** 科目代码 as rows: the codes in use with their 款 and 类, and 合计 above them. */
export interface HierarchyRows {
  readonly _tag: "Hierarchy"
  readonly columns: Readonly<Record<string, HierarchyColumn>>
  readonly rules: {
    readonly selected: RuleHeader
    /** 款 from 项, 类 from 款, 合计 from 类. */
    readonly addedUp: RuleHeader
    readonly across: RuleHeader
  }
}

/** The rows of a form that prints the same rows for everybody. */
export interface FormRows {
  readonly _tag: "Form"
  readonly rows: (context: FormContext) => ReadonlyArray<RowTemplate>
}

/** How rows stand side by side; the lines depend on the rows. */
export interface SideBySide extends Omit<Extract<Arrangement, { readonly _tag: "SideBySide" }>, "lines"> {
  readonly lines: (rows: ReadonlyArray<RowTemplate>) => ReadonlyArray<PrintedLine>
}

/** 表样. */
export interface TableTemplate {
  /** As printed: `公开01`. */
  readonly id: string
  /** Stable over places and years: `income-expenditure-summary`. */
  readonly meaning: string
  readonly title: string
  readonly unit: string
  readonly captions: { readonly name: string; readonly amounts: string }
  readonly columns: ReadonlyArray<Column>
  readonly rows: HierarchyRows | FormRows
  readonly arrangement: Extract<Arrangement, { readonly _tag: "List" }> | SideBySide
  readonly notes: ReadonlyArray<string>
  /** The sentence that an empty table must carry. */
  readonly emptyNote?: string
}

/** One of everything a form may print, so that every definition of it shows. */
const specimen: FormContext = {
  functionalClasses: [{ code: "201", name: "一般公共服务支出", level: "class", sure: "general" }],
  furtherClasses: [],
  economicItems: [
    { code: "301", name: "工资福利支出", part: "personnel", used: false },
    { code: "30101", name: "基本工资", part: "personnel", used: true }
  ],
  closing: () => []
}

/** Every rule by which a cell of a table is defined, each once. */
export const rulesOfTable = ({ rows }: TableTemplate): ReadonlyArray<RuleHeader> =>
  rows._tag === "Hierarchy"
    ? Object.values(rows.rules)
    : [...new Set(rows.rows(specimen).flatMap(({ cells }) => Object.values(cells).map(({ rule }) => rule)))]
