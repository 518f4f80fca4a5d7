/**
 * The reader that explains: a formula as Chinese text (`四舍五入(执行数 ÷ 预算数, 2 位小数)`), a value as text, and a figure
 * as the lines of its derivation. There is no second, hand-written sentence that could drift from the computation.
 */
import {
  type Account,
  AdjustmentKind,
  type Citation,
  DistributionPurpose,
  ExpenditureKind,
  type Figure,
  type FigureValue,
  Fund,
  ItemLevel,
  type NoValue,
  ProcurementCategory,
  Quantities,
  type Quantity,
  RevenueSource,
  type Selection,
  SupplierSize,
  ThreePublicItem
} from "@juesuan/domain"
import type { Cells, ColumnRange, Comparison, Condition, Formula, Literal, Rounded, RowRange } from "./Formula.ts"
import { isPlainName } from "./names.ts"

/** What the accounts of the ledger are called. */
const accountLabels: Readonly<Record<Account, string>> = {
  "opening-carryover": "年初结转和结余",
  revenue: "收入",
  payment: "支付",
  "surplus-used": "使用非财政拨款结余",
  "surplus-distributed": "结余分配",
  "budget-applied": "目标申报数",
  "budget-approved": "年初预算批复",
  "budget-adjustment": "预算调整",
  "three-public-budget": "“三公”经费预算批复",
  "three-public-adjustment": "“三公”经费预算调整",
  procurement: "政府采购合同"
}

type Labelled = { readonly entries: Readonly<Record<string, { readonly label: string }>> }

/** The label of an identifier in the first of these lists that holds it. */
const labelIn =
  (...lists: ReadonlyArray<Labelled>) =>
  (id: string): string =>
    lists.find(({ entries }) => Object.hasOwn(entries, id))?.entries[id]?.label ?? (id === "" ? "无" : id)

/** Per dimension of a selection: how it is named and how its values are. A fund and a kind need no name before them. */
const dimensionTexts: ReadonlyArray<readonly [Exclude<keyof Selection, "account">, string, (value: string) => string]> =
  [
    ["fund", "", labelIn(Fund)],
    ["functional", "功能科目 ", String],
    ["economic", "经济科目 ", String],
    ["kind", "", labelIn(ExpenditureKind)],
    ["project", "项目 ", labelIn()],
    ["item", "", labelIn(RevenueSource, ThreePublicItem, ProcurementCategory)],
    [
      "detail",
      "",
      labelIn(AdjustmentKind, { entries: { reallocation: { label: "调剂" } } }, DistributionPurpose, SupplierSize)
    ]
  ]

/** A selection as text: `支付(一般公共预算财政拨款，功能科目 201，基本支出)`. */
export const describeSelection = (selection: Selection): string => {
  const accounts = typeof selection.account === "string" ? [selection.account] : selection.account
  const conditions = dimensionTexts.flatMap(([dimension, name, label]) => {
    const values = selection[dimension]
    return values === undefined ? [] : [name + values.map(label).join("、")]
  })
  const account = accounts.map((id) => accountLabels[id]).join("、")
  return conditions.length === 0 ? account : `${account}(${conditions.join("，")})`
}

/** How many digits of an endless ratio are shown before the ellipsis. */
const shownDigits = 8

/** A quantity with its unit, exact; digits beyond the eighth are cut with an ellipsis: `92%`, `61.53846153…%`, `1564.71万元`. */
export const describeQuantity = (quantity: Quantity): string => {
  const shown =
    quantity.unit.kind === "ratio"
      ? Quantities.times(quantity, Quantities.quantity("100", Quantities.ratio), Quantities.ratio)
      : quantity
  const money = shown.unit.kind === "yuan"
  const exact = Quantities.text(shown)
  const [whole = "", digits = ""] = exact.split(".")
  if (digits.length > shownDigits) return `${whole}.${digits.slice(0, shownDigits)}…${shown.unit.label}`
  return `${money && digits.length < 2 ? Quantities.text(shown, 2) : exact}${shown.unit.label}`
}

/** Why there is no value. */
export const describeNoValue = (noValue: NoValue): string => {
  switch (noValue._tag) {
    case "InputMissing":
      return `缺少${noValue.input}`
    case "DivisionByZero":
      return `${noValue.divisor}为零，不能作除数`
    case "NotApplicable":
      return `不适用：${noValue.reason}`
  }
}

const describeLiteral = (literal: Literal): string =>
  literal._tag === "Quantity" ? describeQuantity(literal.quantity) : literal.text

/** A figure's value as text. */
export const describeValue = (value: FigureValue): string =>
  value._tag === "NoValue" ? `（${describeNoValue(value.noValue)}）` : describeLiteral(value)

const roundingNames: Readonly<Record<Rounded["mode"], string>> = {
  "half-up": "四舍五入",
  floor: "向下舍入",
  ceiling: "向上舍入"
}

/** How comparisons are written. */
export const comparisonSigns: Readonly<Record<Comparison, string>> = {
  "<": "<",
  "<=": "≤",
  "=": "=",
  ">=": "≥",
  ">": ">"
}

/** A condition as text. */
export const describeCondition = (condition: Condition): string => {
  switch (condition._tag) {
    case "Is":
      return `${condition.figure.label}为${condition.oneOf.join("或")}`
    case "Compares":
      return `${within(condition.left, "sum")} ${comparisonSigns[condition.comparison]} ${within(condition.right, "sum")}`
    case "Filled":
      return `有数(${describeCells(condition.of)})`
    case "Unfilled":
      return `无数(${describeCells(condition.of)})`
    case "Every":
      return condition.of.map(bracketed).join(" 且 ")
    case "Some":
      return condition.of.map(bracketed).join(" 或 ")
  }
}

/** Conditions that join others stand in brackets inside another. */
const bracketed = (condition: Condition): string =>
  condition._tag === "Every" || condition._tag === "Some"
    ? `(${describeCondition(condition)})`
    : describeCondition(condition)

/** Names with a sign of the language in them, or a blank, stand in 「」. */
export const named = (name: string): string => (isPlainName(name) ? name : `「${name}」`)

const describeRows = (rows: RowRange): string => {
  switch (rows._tag) {
    case "Row":
      return named(rows.row)
    case "ThisRow":
      return "此行"
    case "EveryRow":
      return "各行"
    case "RowsBelow":
      return "下级"
    case "RowsOfLevel":
      return `各${ItemLevel.labelOf(rows.level)}`
    case "RowGroup":
      return `${named(rows.prefix)}*`
  }
}

const describeColumns = (columns: ColumnRange): string => {
  switch (columns._tag) {
    case "Column":
      return named(columns.column)
    case "ThisColumn":
      return "此栏"
    case "EveryColumn":
      return "各栏"
    case "ColumnGroup":
      return `${named(columns.prefix)}*`
  }
}

/** Cells as text: `公开03/下级/项目支出`. */
export const describeCells = ({ columns, rows, table }: Cells): string =>
  `${named(table)}/${describeRows(rows)}/${describeColumns(columns)}`

/** How tightly a formula binds, loosest first. */
type Binding = "case" | "sum" | "product" | "atom"
const bindings: ReadonlyArray<Binding> = ["case", "sum", "product", "atom"]

const bindingOf = (formula: Formula): Binding => {
  switch (formula._tag) {
    case "When":
      return "case"
    case "Sum":
      return formula.over === undefined && formula.terms.length > 1 ? "sum" : "atom"
    case "Difference":
      return "sum"
    case "Product":
    case "Quotient":
    case "InTenThousandYuan":
      return "product"
    case "Reference":
    case "Parameter":
    case "Constant":
    case "Least":
    case "Greatest":
    case "Rounded":
    case "Banded":
    case "Select":
    case "NotApplicable":
    case "Cell":
    case "Total":
      return "atom"
  }
}

/** A part of a formula, in brackets where it binds more loosely than its place wants. */
const within = (formula: Formula, wanted: Binding): string =>
  bindings.indexOf(bindingOf(formula)) < bindings.indexOf(wanted) ? `(${describe(formula)})` : describe(formula)

const listed = (formulas: ReadonlyArray<Formula>): string => formulas.map((formula) => describe(formula)).join(", ")

/** A formula as Chinese text. */
export const describe = (formula: Formula): string => {
  switch (formula._tag) {
    case "Reference":
    case "Parameter":
      return formula.label
    case "Constant":
      return describeLiteral(formula.value)
    case "Sum":
      return formula.over === undefined
        ? formula.terms.map((term) => within(term, "sum")).join(" + ")
        : `合计(${formula.over}：${formula.terms.length === 0 ? "无" : formula.terms.map(describe).join("、")})`
    case "Difference":
      return `${within(formula.minuend, "sum")} − ${within(formula.subtrahend, "product")}`
    case "Product":
      return formula.factors.map((factor) => within(factor, "atom")).join(" × ")
    case "Quotient":
      return `${within(formula.dividend, "product")} ÷ ${within(formula.divisor, "atom")}`
    case "Least":
      return `min(${listed(formula.of)})`
    case "Greatest":
      return `max(${listed(formula.of)})`
    case "Rounded":
      return `${roundingNames[formula.mode]}(${describe(formula.of)}, ${formula.digits} 位小数)`
    case "Banded": {
      const bands = formula.bands.map(
        ({ atLeast, gives }) => `≥ ${describeQuantity(atLeast)} 为 ${describeLiteral(gives)}`
      )
      return `分档(${[describe(formula.of), ...bands, `其余为 ${describeLiteral(formula.below)}`].join("，")})`
    }
    case "Select":
      return describeSelection(formula.selection)
    case "InTenThousandYuan":
      return `${within(formula.of, "product")} ÷ 10000`
    case "When":
      return `若${describeCondition(formula.condition)}则 ${within(formula.met, "sum")}，否则 ${describe(formula.otherwise)}`
    case "NotApplicable":
      return `不适用(${formula.reason})`
    case "Cell":
      return describeCells({ table: formula.table, rows: formula.row, columns: formula.column })
    case "Total":
      return `合计(${describeCells(formula.of)})`
  }
}

/** A citation in brackets; one that nobody has checked against the official text says so. */
export const describeCitation = ({ article, document, verified }: Citation): string =>
  `〔${[document, article, verified ? undefined : "待核"].filter((part) => part !== undefined).join(" ")}〕`

const reasonOf = (figure: Figure): string => {
  const { because } = figure
  switch (because._tag) {
    case "Entries":
      return `${because.count} 笔分录`
    case "Stated":
      return because.events.length === 0 ? "没有记录" : `${because.events.length} 条记录：${because.events.join("、")}`
    case "Given":
      return describeCitation(because.citation)
    case "Derived":
      return `${because.formula}  ${describeCitation(because.citation)}`
  }
}

/** The derivation of a figure as lines, two blanks deeper for every step: `得分 = 9.20分  ⇐ 四舍五入(…)  〔…〕`. */
export const explain = (figure: Figure, depth = 0): ReadonlyArray<string> => {
  const line = `${"  ".repeat(depth)}${figure.label} = ${describeValue(figure.value)}  ⇐ ${reasonOf(figure)}`
  const inputs = figure.because._tag === "Derived" ? figure.because.inputs : []
  return [line, ...inputs.flatMap((input) => explain(input, depth + 1))]
}
