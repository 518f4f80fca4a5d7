/** 措辞: the finding of an equation that its printed figures do not satisfy, as data and as sentences in both languages. */
import { Quantities, type Quantity } from "@juesuan/domain"
import * as Result from "effect/Result"
import { describeQuantity } from "../formula/explain.ts"
import type { Comparison, Formula } from "../formula/Formula.ts"
import { inputsOf } from "../formula/inputs.ts"
import { type Estimate, estimate } from "../statement/estimate.ts"
import type { EquationCell } from "./Equation.ts"
import type { Finding, Severity, Wording } from "./Finding.ts"
import { counted, placeName } from "./naming.ts"

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

/** How cells are named: what all of them share, the table and more, once in front; the rest at each. */
const namingOf = (cells: ReadonlyArray<EquationCell>) => {
  const isShared = (part: Part): boolean => new Set(cells.map(({ where }) => where[part])).size === 1
  const shared = isShared("table") ? parts.filter(isShared) : []
  const own = parts.filter((part) => !shared.includes(part))
  const named = (of: ReadonlyArray<Part>, { where }: EquationCell): Wording =>
    placeName(Object.fromEntries(of.flatMap((part) => (where[part] === undefined ? [] : [[part, where[part]]]))))
  const [first] = cells
  const front = first === undefined ? { zh: "", en: "" } : named(shared, first)
  return {
    front: { zh: front.zh, en: front.en === "" ? "" : own.length === 0 ? `${front.en} ` : `${front.en}: ` },
    name: (cell: EquationCell): Wording => {
      const { en, zh } = named(own, cell)
      return { zh, en: en === "" ? "" : `${en} ` }
    }
  }
}

/** So many terms are written out. */
const most = 6

const amountOf = (cell: EquationCell, show: (quantity: Quantity) => string, language: "zh" | "en"): string => {
  if (isBlank(cell)) return language === "zh" ? "空白" : "blank"
  return cell.printed._tag === "Number" ? show(cell.printed.value) : ""
}

/** A sum of printed figures and nothing else. */
const isPlainSum = (formula: Formula): boolean =>
  formula._tag === "Sum" && formula.terms.every((term) => term._tag === "Reference" || isPlainSum(term))

const listedTerms = (terms: ReadonlyArray<string>, count: number, language: "zh" | "en"): string => {
  const joined = terms.join(language === "zh" ? "、" : "; ")
  if (terms.length === count) return joined
  return language === "zh" ? `${joined} … 等 ${count} 项` : `${joined} … ${count} figures in all`
}

/** Several cells: what they give together, a sum as such. */
const severalIn = (formula: Formula, terms: string, total: string): Wording =>
  isPlainSum(formula)
    ? { zh: `${terms}之和 ${total}`, en: `the sum ${total} of ${terms}` }
    : { zh: `${terms}算得 ${total}`, en: `${total}, worked out from ${terms}` }

/** One side of the equation as text: its cells with what is printed, and their value where there are several. */
const sideIn =
  (all: ReadonlyArray<EquationCell>, { cells }: Unequal, show: (quantity: Quantity) => string) =>
  (formula: Formula, language: "zh" | "en"): string => {
    const naming = namingOf(all)
    const own = cellsIn([formula], cells)
    const filled = own.filter((cell) => !isBlank(cell))
    const said = (cell: EquationCell): string => `${naming.name(cell)[language]}${amountOf(cell, show, language)}`
    const value = estimate(formula, cells)
    const total = Result.isSuccess(value) ? show(value.success.value) : ""
    const [only] = own
    const [first] = filled
    if (only === undefined) return total
    if (own.length === 1) return said(only)
    if (first === undefined)
      return language === "zh"
        ? `${naming.name(only).zh}等 ${own.length} 项（都是空白）`
        : `${own.length} figures (${naming.name(only).en}and others, all of them blank)`
    if (filled.length === 1 && isPlainSum(formula))
      return `${said(first)}${language === "zh" ? `（其余 ${own.length - 1} 项空白）` : ` (${own.length - 1} more, blank)`}`
    const terms = listedTerms(filled.slice(0, most).map(said), filled.length, language)
    return severalIn(formula, terms, total)[language]
  }

const demands: Readonly<Record<Comparison, Wording>> = {
  "=": { zh: "应等于", en: "must equal" },
  "<=": { zh: "应不大于", en: "must not exceed" },
  "<": { zh: "应小于", en: "must be less than" },
  ">=": { zh: "应不小于", en: "must not be less than" },
  ">": { zh: "应大于", en: "must be greater than" }
}

const basisOf = (terms: number, adjusted: boolean): Wording =>
  terms === 0
    ? { zh: "印出的数都没有四舍五入", en: "no printed figure is rounded" }
    : {
        zh: `四舍五入，${terms} 个印出的数${adjusted ? "；文件为使合计相符调过尾数，每个数再放宽末位一个单位" : ""}`,
        en: `rounding of ${counted(terms, "printed figure")}${adjusted ? "; the document adjusts last digits so that sums close: one digit more for each" : ""}`
      }

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
      zh: `${label}：${naming.front.zh}${side(left, "zh")}，${demands[comparison].zh}${side(right, "zh")}，相差 ${apart}（${isRounding ? "在" : "超出"}容许的 ${tolerance}${isRounding ? " 之内" : ""}：${basis.zh}）`,
      en: `${naming.front.en}${side(left, "en")} ${demands[comparison].en} ${side(right, "en")}; difference ${apart} (${isRounding ? "within" : "beyond"} ${tolerance}: ${basis.en})`
    },
    where: [...all.filter((cell) => !isBlank(cell)), ...all.filter(isBlank)].map(({ where }) => where),
    ...(expected === undefined ? {} : { expected }),
    ...(found === undefined ? {} : { found }),
    difference: apart,
    tolerance,
    basis
  }
}
