/** 措辞: the finding of an equation that its printed figures do not satisfy, as data and as sentences in both languages. */
import { Quantities, type Quantity } from "@juesuan/domain"
import * as Result from "effect/Result"
import { describeQuantity } from "../formula/explain.ts"
import type { Comparison, Formula } from "../formula/Formula.ts"
import { inputsOf } from "../formula/inputs.ts"
import { type Estimate, estimate } from "../statement/estimate.ts"
import type { EquationCell } from "./Equation.ts"
import type { Finding, Severity, Wording } from "./Finding.ts"

/** An equation that does not hold as printed. */
export interface Unequal {
  readonly rule: string
  readonly label: string
  readonly severity: Severity
  readonly left: Formula
  readonly comparison: Comparison
  readonly right: Formula
  readonly difference: Estimate
  readonly cells: ReadonlyMap<string, EquationCell>
  /** Whether the cells were taken wider because the document adjusts last digits. */
  readonly adjusted: boolean
}

/** The cells of formulas in the order in which they are written, each once. */
export const cellsIn = (
  formulas: ReadonlyArray<Formula>,
  cells: ReadonlyMap<string, EquationCell>
): ReadonlyArray<EquationCell> => {
  const refs = formulas.flatMap((formula) =>
    inputsOf(formula).flatMap((input) => (input._tag === "Reference" ? [input.ref] : []))
  )
  return [...new Set(refs)].flatMap((ref) => cells.get(ref) ?? [])
}

const isBlank = ({ printed }: EquationCell): boolean => printed._tag === "Blank" || printed._tag === "Dash"

/** In the unit that the cells are printed in: 万元 unless all of them are in 元. */
const shownIn = (cells: ReadonlyArray<EquationCell>): ((quantity: Quantity) => string) => {
  const inYuan = cells.every(({ printed }) => printed._tag !== "Number" || printed.shown === "元")
  return (quantity) => {
    if (quantity.unit.kind !== "yuan" || inYuan) return describeQuantity(quantity)
    const shown = Quantities.inTenThousandYuan(quantity)
    const twoDigits = Quantities.rounded(shown, 2, "half-up")
    return Quantities.equals(shown, twoDigits) ? `${Quantities.text(shown, 2)}万元` : describeQuantity(shown)
  }
}

const magnitude = (quantity: Quantity): Quantity =>
  Quantities.isNegative(quantity) ? Quantities.minus(Quantities.quantity("0", quantity.unit), quantity) : quantity

type Part = "table" | "row" | "column"
const parts: ReadonlyArray<Part> = ["table", "row", "column"]
const partWords: Readonly<
  Record<Part, { readonly zh: (text: string) => string; readonly en: (text: string) => string }>
> = {
  table: { zh: (text) => `《${text}》`, en: (text) => `${text} ` },
  row: { zh: (text) => `“${text}”行`, en: (text) => `row “${text}” ` },
  column: { zh: (text) => `“${text}”栏`, en: (text) => `column “${text}” ` }
}

/** How cells are named: what all of them share once, in front; the rest at each. */
const namingOf = (cells: ReadonlyArray<EquationCell>) => {
  const shared = parts.filter((part) => new Set(cells.map(({ where }) => where[part])).size === 1)
  const own = parts.filter((part) => !shared.includes(part))
  const text = (of: ReadonlyArray<Part>, { where }: EquationCell, language: "zh" | "en"): string =>
    of.map((part) => partWords[part][language](where[part] ?? "")).join("")
  const [first] = cells
  return {
    front: (language: "zh" | "en") => (first === undefined ? "" : text(shared, first, language)),
    name: (cell: EquationCell, language: "zh" | "en") => text(own.length === 0 ? [] : own, cell, language)
  }
}

/** So many terms are written out. */
const most = 6

const amountOf = (cell: EquationCell, show: (quantity: Quantity) => string, language: "zh" | "en"): string => {
  if (isBlank(cell)) return language === "zh" ? "空白" : "blank"
  return cell.printed._tag === "Number" ? show(cell.printed.value) : ""
}

/** One side of the equation as text: its cells with what is printed, and their value where there are several. */
const sideIn =
  (all: ReadonlyArray<EquationCell>, { cells }: Unequal, show: (quantity: Quantity) => string) =>
  (formula: Formula, language: "zh" | "en"): string => {
    const naming = namingOf(all)
    const own = cellsIn([formula], cells)
    const filled = own.filter((cell) => !isBlank(cell))
    const value = estimate(formula, cells)
    const total = Result.isSuccess(value) ? show(value.success.value) : ""
    const [only] = own
    if (only === undefined) return total
    if (own.length === 1) return `${naming.name(only, language)}${amountOf(only, show, language)}`
    if (filled.length === 0) {
      return language === "zh"
        ? `${naming.name(only, language)}等 ${own.length} 项（都是空白）`
        : `${naming.name(only, language)}and others, ${own.length} in all, every one blank`
    }
    const rest =
      filled.length > most ? (language === "zh" ? ` … 等 ${filled.length} 项` : ` … ${filled.length} terms`) : ""
    const terms = filled.slice(0, most).map((cell) => `${naming.name(cell, language)}${amountOf(cell, show, language)}`)
    const joint = language === "zh" ? "、" : ", "
    return language === "zh"
      ? `${terms.join(joint)}${rest}算得 ${total}`
      : `${terms.join(joint)}${rest}, which give ${total}`
  }

const demands: Readonly<Record<Comparison, Wording>> = {
  "=": { zh: "应等于", en: "must equal" },
  "<=": { zh: "应不大于", en: "must not exceed" },
  "<": { zh: "应小于", en: "must be less than" },
  ">=": { zh: "应不小于", en: "must not be less than" },
  ">": { zh: "应大于", en: "must be greater than" }
}

const basisOf = (terms: number, adjusted: boolean): Wording => ({
  zh: `四舍五入，${terms} 个印出的数${adjusted ? "；文件为使合计相符调过尾数，每个数再放宽末位一个单位" : ""}`,
  en: `rounding of ${terms} printed figures${adjusted ? "; the document adjusts last digits so that sums close: one digit more for each" : ""}`
})

/** The finding that says so. */
export const unequalFinding = (unequal: Unequal, isRounding: boolean): Finding => {
  const { adjusted, cells, comparison, difference, label, left, right, rule, severity } = unequal
  const all = cellsIn([left, right], cells)
  const show = shownIn(all)
  const side = sideIn(all, unequal, show)
  const apart = show(magnitude(difference.value))
  const tolerance = show(magnitude(Quantities.minus(difference.interval.high, difference.value)))
  const rounded = all.filter(({ printed }) => printed._tag === "Number" && !Quantities.isZero(printed.half)).length
  const basis = basisOf(rounded, adjusted)
  const naming = namingOf(all)
  const valueOf = (formula: Formula): string | undefined => {
    const value = estimate(formula, cells)
    return Result.isSuccess(value) ? show(value.success.value) : undefined
  }
  const expected = valueOf(right)
  const found = valueOf(left)
  return {
    rule,
    severity: isRounding ? "rounding" : severity,
    message: {
      zh: `${label}：${naming.front("zh")}${side(left, "zh")}，${demands[comparison].zh}${side(right, "zh")}，相差 ${apart}（${isRounding ? "在" : "超出"}容许的 ${tolerance}${isRounding ? " 之内" : ""}：${basis.zh}）`,
      en: `${naming.front("en")}${side(left, "en")} ${demands[comparison].en} ${side(right, "en")}; difference ${apart} (${isRounding ? "within" : "beyond"} ${tolerance}: ${basis.en})`
    },
    where: [...all.filter((cell) => !isBlank(cell)), ...all.filter(isBlank)].map(({ where }) => where),
    ...(expected === undefined ? {} : { expected }),
    ...(found === undefined ? {} : { found }),
    difference: apart,
    tolerance,
    basis
  }
}
