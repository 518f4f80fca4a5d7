/**
 * 列示: how an exact figure becomes the text of a cell. It is a rule like any other: 元 are shown in 万元, rounded half-up to
 * two decimals, each cell on its own; counts as integers. A cell prints blank where it has no value, no entries, or is
 * exactly zero; what is not zero but less than half a cent of 万元 prints 0.00.
 */
import { type Cell, type Figure, Quantities, type Unit, quantityOf } from "@juesuan/domain"
import { evaluate } from "./formula/evaluate.ts"
import { inTenThousandYuan, rounded } from "./formula/Formula.ts"
import { type Rule, type RuleSource, applyRule, defineRule } from "./Rule.ts"

const header = (name: string, label: string): Omit<RuleSource<"exact">, "inputs" | "kind" | "formula"> => ({
  id: `national.printing.${name}`,
  label,
  citation: {
    document: "部门决算公开表式",
    inForceFrom: "2020-01-01",
    quote: "本套报表金额单位转换时可能存在尾数误差。",
    verified: false
  },
  jurisdiction: "national",
  inForceFrom: "2020-01-01"
})

/** 以万元列示: 四舍五入(金额 ÷ 10000, 2 位小数). */
export const amountPrinting: Rule<"exact"> = defineRule({
  ...header("amount", "以万元列示，保留两位小数"),
  inputs: { exact: { label: "金额", kind: Quantities.yuan } },
  kind: Quantities.tenThousandYuan,
  formula: ({ exact }) => rounded(inTenThousandYuan(exact), 2)
})

/** 以整数列示, of a count. */
export const countPrinting: Rule<"exact"> = defineRule({
  ...header("count", "以整数列示"),
  inputs: { exact: { label: "数量", kind: Quantities.freeUnit("") } },
  kind: Quantities.freeUnit(""),
  formula: ({ exact }) => rounded(exact, 0)
})

const isAmount = (unit: Unit): boolean => unit.kind === "tenThousandYuan"

/** The rule by which a cell of this unit prints. */
export const printingOf = (unit: Unit): Rule<"exact"> => (isAmount(unit) ? amountPrinting : countPrinting)

/** 列示数: what the cell shows, as a figure whose reason is the rounding step over the exact figure. */
export const printedFigureOf = ({ figure, unit }: Pick<Cell, "figure" | "unit">): Figure =>
  applyRule(printingOf(unit), { exact: figure }, { ref: figure.ref, label: figure.label })

const noEntries = (): never => {
  throw new Error("printing selects entries")
}

/** The text of a cell, `null` where it is blank. */
export const printedText = (figure: Figure, unit: Unit): string | null => {
  const exact = quantityOf(figure)
  if (exact === undefined || Quantities.isZero(exact)) return null
  const { value } = evaluate(printingOf(unit).formula, { figureAt: () => figure, sumOf: noEntries })
  if (value._tag !== "Quantity") throw new Error(`a figure with a quantity does not print: ${figure.ref}`)
  return Quantities.text(value.quantity, isAmount(unit) ? 2 : 0)
}

/** The cell of an exact figure, with what it prints. */
export const printedCell = (figure: Figure, unit: Unit): Cell => ({ printed: printedText(figure, unit), unit, figure })
