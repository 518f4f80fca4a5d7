/**
 * 公式: a small closed language, as data. One tree has several readers, each in its own file beside this one: `evaluate`
 * computes it, `explain` prints it in Chinese, `inputs` lists what it needs. A new kind of node fails to compile in every
 * reader until that reader handles it (each is a `switch` without `default`): that is the checklist.
 *
 * Formulas are built by the plain functions below and never by hand. Nothing rounds but `rounded`; nothing hides a
 * missing value: a formula over a figure without a value has none either, and says which one was missing.
 */
import type { Citation, ItemLevel, Quantity, RoundingMode, Selection, Unit } from "@juesuan/domain"

/** What a formula gives: a quantity in a unit, or words (a grade, a category). A free unit on an input stands for whatever unit the figure has. */
export type Kind = Unit | "words"

/** A value that is written in the formula itself. */
export type Literal =
  | { readonly _tag: "Quantity"; readonly quantity: Quantity }
  | { readonly _tag: "Text"; readonly text: string }

/** 引用: another figure by its address (`公开03/20103/项目支出`), or, in the formula of a rule, one of its declared inputs by name. */
export interface Reference {
  readonly _tag: "Reference"
  readonly ref: string
  readonly label: string
  readonly kind: Kind
}

/** 参数: a number that a document gives, with the document. */
export interface Parameter {
  readonly _tag: "Parameter"
  readonly label: string
  readonly value: Quantity
  readonly citation: Citation
}

/** 常数: what needs no source (100 %, zero, a word). */
export interface Constant {
  readonly _tag: "Constant"
  readonly value: Literal
}

/** 合计. `unit` is what an empty sum is zero of; `over` names what is summed where the terms are a series (各款). */
export interface Sum {
  readonly _tag: "Sum"
  readonly terms: ReadonlyArray<Formula>
  readonly unit?: Unit
  readonly over?: string
}

export interface Difference {
  readonly _tag: "Difference"
  readonly minuend: Formula
  readonly subtrahend: Formula
}

export interface Product {
  readonly _tag: "Product"
  readonly factors: readonly [Formula, Formula, ...ReadonlyArray<Formula>]
}

export interface Quotient {
  readonly _tag: "Quotient"
  readonly dividend: Formula
  readonly divisor: Formula
}

export interface Least {
  readonly _tag: "Least"
  readonly of: readonly [Formula, ...ReadonlyArray<Formula>]
}

export interface Greatest {
  readonly _tag: "Greatest"
  readonly of: readonly [Formula, ...ReadonlyArray<Formula>]
}

/** 舍入, the only node that gives up digits. */
export interface Rounded {
  readonly _tag: "Rounded"
  readonly of: Formula
  readonly digits: number
  readonly mode: RoundingMode
}

/** One band of `Banded`: from `atLeast` upwards, until the next higher one. */
export interface Band {
  readonly atLeast: Quantity
  readonly gives: Literal
}

/** 分档: bands from the highest down, and what lies below them all. */
export interface Banded {
  readonly _tag: "Banded"
  readonly of: Formula
  readonly bands: ReadonlyArray<Band>
  readonly below: Literal
}

/** 选取: the sum of the entries of the ledger that a selection matches, in 元. */
export interface Select {
  readonly _tag: "Select"
  readonly selection: Selection
}

/** 元 → 万元, exact. */
export interface InTenThousandYuan {
  readonly _tag: "InTenThousandYuan"
  readonly of: Formula
}

/** 行 of one cell: named by meaning, label or code, or 此行, the row a statement is about at the moment. */
export type RowPick = { readonly _tag: "Row"; readonly row: string } | { readonly _tag: "ThisRow" }

/** 栏 of one cell. */
export type ColumnPick = { readonly _tag: "Column"; readonly column: string } | { readonly _tag: "ThisColumn" }

/** 若干行. A group is every row whose meaning begins with the prefix: `revenue.`. */
export type RowRange =
  | RowPick
  | { readonly _tag: "EveryRow" }
  /** 下级: the rows one level below this one; below 合计 the highest that are printed. */
  | { readonly _tag: "RowsBelow" }
  /** 各类, 各款, 各项. */
  | { readonly _tag: "RowsOfLevel"; readonly level: ItemLevel }
  | { readonly _tag: "RowGroup"; readonly prefix: string }

/** 若干栏. */
export type ColumnRange =
  | ColumnPick
  | { readonly _tag: "EveryColumn" }
  | { readonly _tag: "ColumnGroup"; readonly prefix: string }

/** 单元格 of a table, named by meaning, number (公开01) or title. It stands for a figure once the statement is bound to a document. */
export interface Cell {
  readonly _tag: "Cell"
  readonly table: string
  readonly row: RowPick
  readonly column: ColumnPick
}

/** 若干单元格. */
export interface Cells {
  readonly table: string
  readonly rows: RowRange
  readonly columns: ColumnRange
}

/** 合计 over cells: those of the range that the form prints. */
export interface Total {
  readonly _tag: "Total"
  readonly of: Cells
}

export type Comparison = "<" | "<=" | "=" | ">=" | ">"

/** 条件. */
export type Condition =
  /** The words of a figure are one of these. */
  | { readonly _tag: "Is"; readonly figure: Reference; readonly oneOf: ReadonlyArray<string> }
  /** Two quantities of one unit compare like this. */
  | { readonly _tag: "Compares"; readonly left: Formula; readonly comparison: Comparison; readonly right: Formula }
  /** 有数: at least one of the cells holds a number. */
  | { readonly _tag: "Filled"; readonly of: Cells }
  /** 无数: none of the cells holds a number. */
  | { readonly _tag: "Unfilled"; readonly of: Cells }
  /** 且. */
  | { readonly _tag: "Every"; readonly of: readonly [Condition, Condition, ...ReadonlyArray<Condition>] }
  /** 或. */
  | { readonly _tag: "Some"; readonly of: readonly [Condition, Condition, ...ReadonlyArray<Condition>] }

/** 分情形: only the branch that applies is evaluated, and only its figures become part of the reason. */
export interface When {
  readonly _tag: "When"
  readonly condition: Condition
  readonly met: Formula
  readonly otherwise: Formula
}

/** 不适用: no value, and the rule says why. */
export interface NotApplicable {
  readonly _tag: "NotApplicable"
  readonly reason: string
}

export type Formula =
  | Reference
  | Parameter
  | Constant
  | Sum
  | Difference
  | Product
  | Quotient
  | Least
  | Greatest
  | Rounded
  | Banded
  | Select
  | InTenThousandYuan
  | When
  | NotApplicable
  | Cell
  | Total

/** The figure at an address, or a rule's own input by its name. */
export const reference = (ref: string, label: string, kind: Kind): Reference => ({
  _tag: "Reference",
  ref,
  label,
  kind
})

export const parameter = (label: string, value: Quantity, citation: Citation): Parameter => ({
  _tag: "Parameter",
  label,
  value,
  citation
})

const literal = (value: Quantity | string): Literal =>
  typeof value === "string" ? { _tag: "Text", text: value } : { _tag: "Quantity", quantity: value }

export const constant = (value: Quantity | string): Constant => ({ _tag: "Constant", value: literal(value) })

/** a + b + … */
export const sum = (...terms: readonly [Formula, ...ReadonlyArray<Formula>]): Sum => ({ _tag: "Sum", terms })

/** The sum of a series that may be empty: `sumOver("各款", rows, yuan)`. */
export const sumOver = (over: string, terms: ReadonlyArray<Formula>, unit: Unit): Sum => ({
  _tag: "Sum",
  terms,
  unit,
  over
})

/** a − b */
export const difference = (minuend: Formula, subtrahend: Formula): Difference => ({
  _tag: "Difference",
  minuend,
  subtrahend
})

/** a × b × …; all factors but one are ratios. */
export const product = (...factors: readonly [Formula, Formula, ...ReadonlyArray<Formula>]): Product => ({
  _tag: "Product",
  factors
})

/** a ÷ b: a ratio where both have one unit, else b is a ratio. A divisor of zero gives no value, by name. */
export const quotient = (dividend: Formula, divisor: Formula): Quotient => ({ _tag: "Quotient", dividend, divisor })

export const least = (...of: readonly [Formula, ...ReadonlyArray<Formula>]): Least => ({ _tag: "Least", of })

export const greatest = (...of: readonly [Formula, ...ReadonlyArray<Formula>]): Greatest => ({ _tag: "Greatest", of })

/** 四舍五入 unless another mode is named. */
export const rounded = (of: Formula, digits: number, mode: RoundingMode = "half-up"): Rounded => ({
  _tag: "Rounded",
  of,
  digits,
  mode
})

/** `banded(total, [[points90, "优"], [points80, "良"]], "差")`: bands from the highest down. */
export const banded = (
  of: Formula,
  bands: ReadonlyArray<readonly [Quantity, Quantity | string]>,
  below: Quantity | string
): Banded => ({
  _tag: "Banded",
  of,
  bands: bands.map(([atLeast, gives]) => ({ atLeast, gives: literal(gives) })),
  below: literal(below)
})

export const select = (selection: Selection): Select => ({ _tag: "Select", selection })

export const inTenThousandYuan = (of: Formula): InTenThousandYuan => ({ _tag: "InTenThousandYuan", of })

export const is = (figure: Reference, ...oneOf: readonly [string, ...ReadonlyArray<string>]): Condition => ({
  _tag: "Is",
  figure,
  oneOf
})

export const compares = (left: Formula, comparison: Comparison, right: Formula): Condition => ({
  _tag: "Compares",
  left,
  comparison,
  right
})

export const when = (condition: Condition, met: Formula, otherwise: Formula): When => ({
  _tag: "When",
  condition,
  met,
  otherwise
})

export const notApplicable = (reason: string): NotApplicable => ({ _tag: "NotApplicable", reason })

type Tagged<Union extends { readonly _tag: string }, Tag extends Union["_tag"]> = Extract<Union, { readonly _tag: Tag }>

export const thisRow: Tagged<RowPick, "ThisRow"> = { _tag: "ThisRow" }
export const thisColumn: Tagged<ColumnPick, "ThisColumn"> = { _tag: "ThisColumn" }
export const rowsBelow: Tagged<RowRange, "RowsBelow"> = { _tag: "RowsBelow" }
export const everyRow: Tagged<RowRange, "EveryRow"> = { _tag: "EveryRow" }
export const everyColumn: Tagged<ColumnRange, "EveryColumn"> = { _tag: "EveryColumn" }
export const rowsOfLevel = (level: ItemLevel): Tagged<RowRange, "RowsOfLevel"> => ({ _tag: "RowsOfLevel", level })
export const rowGroup = (prefix: string): Tagged<RowRange, "RowGroup"> => ({ _tag: "RowGroup", prefix })
export const columnGroup = (prefix: string): Tagged<ColumnRange, "ColumnGroup"> => ({ _tag: "ColumnGroup", prefix })

const rowOf = <Range>(row: string | Range): Range | Extract<RowPick, { readonly _tag: "Row" }> =>
  typeof row === "string" ? { _tag: "Row", row } : row
const columnOf = <Range>(column: string | Range): Range | Extract<ColumnPick, { readonly _tag: "Column" }> =>
  typeof column === "string" ? { _tag: "Column", column } : column

/** `cell("expenditure", thisRow, "expenditure.basic")` */
export const cell = (table: string, row: string | RowPick, column: string | ColumnPick): Cell => ({
  _tag: "Cell",
  table,
  row: rowOf(row),
  column: columnOf(column)
})

/** `cells("income-expenditure-summary", rowGroup("revenue."), "income")` */
export const cells = (table: string, rows: string | RowRange, columns: string | ColumnRange): Cells => ({
  table,
  rows: rowOf(rows),
  columns: columnOf(columns)
})

export const total = (of: Cells): Total => ({ _tag: "Total", of })

export const filled = (of: Cells): Condition => ({ _tag: "Filled", of })

export const unfilled = (of: Cells): Condition => ({ _tag: "Unfilled", of })

export const every = (...of: readonly [Condition, Condition, ...ReadonlyArray<Condition>]): Condition => ({
  _tag: "Every",
  of
})

export const some = (...of: readonly [Condition, Condition, ...ReadonlyArray<Condition>]): Condition => ({
  _tag: "Some",
  of
})
