/**
 * 认科目: items of the functional and of the economic classification by their names, as the tables print them or as the
 * classification has them, and the cells that hold them in a section.
 */
import { cellAddress, Classifications } from "@juesuan/domain"
import * as Result from "effect/Result"
import { levelMark } from "../content/narrative/phrases.ts"
import type { SectionKind } from "../content/narrative/sections.ts"
import { lazily } from "../Lazy.ts"
import { canonicalName, type Cells, type NamedCode } from "./Cells.ts"
import type { Subject } from "./Claim.ts"

export interface NamingContext {
  readonly section: SectionKind
  readonly cells: Cells
  readonly unit: string | undefined
  /** The functional item that the sentence speaks of: 用于 names what lies below it. */
  readonly within: string | undefined
  /** 基本支出 or 项目支出 whose parts are being listed: an item may stand there for its part of that. */
  readonly column: string | undefined
}

const generalPublic = (code: string): string =>
  cellAddress("general-public-budget-expenditure", code, "expenditure-of-year")

/**
 * What was spent of 财政拨款 on an item: its line in 财政拨款总表, else what the tables of the three budgets print of it together;
 * not known where the table of government funds was not read.
 */
const ofAllBudgets = (code: string, cells: Cells): ReadonlyArray<string> => {
  const line = cellAddress("fiscal-income-expenditure-summary", `expenditure.${code}`, "expenditure.fiscal")
  if (cells.at(line)._tag === "Number") return [line]
  const fund = cellAddress("government-fund", code, "expenditure-of-year")
  const capital = cellAddress("state-capital-expenditure", code, "expenditure-of-year")
  const printed = [generalPublic(code), fund, capital].filter((address) => cells.at(address)._tag === "Number")
  if (cells.at(fund)._tag === "Unknown") return [...printed, fund]
  return printed.length === 0 ? [generalPublic(code)] : printed
}

/** The cells that hold an item in a section; several are added. */
type ItemCells = (code: string, cells: Cells) => ReadonlyArray<string>

const itemCells: Readonly<Partial<Record<SectionKind, ItemCells>>> = {
  "general-public": (code) => [generalPublic(code)],
  "fiscal-expenditure": ofAllBudgets,
  expenditure: (code) => [cellAddress("expenditure", code, "expenditure-of-year")],
  income: (code) => [cellAddress("income", code, "income-of-year")],
  fund: (code) => [cellAddress("government-fund", code, "expenditure-of-year")],
  "state-capital": (code) => [cellAddress("state-capital-expenditure", code, "expenditure-of-year")],
  fiscal: (code) =>
    code.length === 3
      ? [cellAddress("fiscal-income-expenditure-summary", `expenditure.${code}`, "expenditure.fiscal")]
      : [],
  overall: (code) =>
    code.length === 3 ? [cellAddress("income-expenditure-summary", `expenditure.${code}`, "expenditure")] : []
}

/** Sections whose items have basic and project expenditure apart. */
const withColumns: ReadonlySet<SectionKind> = new Set<SectionKind>([
  "general-public",
  "fiscal-expenditure",
  "expenditure"
])

const levels = /\((类|款|项)(?:级)?\)/gu
const levelDigits: ReadonlyMap<string, number> = new Map([
  ["类", 3],
  ["款", 5],
  ["项", 7]
])

const sameName = (label: string, name: string): boolean =>
  label === name || label === `${name}支出` || `${label}支出` === name

/** 教育支出中等职业教育: items behind the name of their class, of their 款, or of both. */
const chained = (name: string, codes: ReadonlyArray<NamedCode>, within = ""): ReadonlyArray<NamedCode> =>
  codes.flatMap(({ code, label }) => {
    if (code.length === 7 || code.length <= within.length || !code.startsWith(within)) return []
    if (!name.startsWith(label) || name.length === label.length) return []
    const rest = name.slice(label.length)
    const below = codes.filter((one) => one.code.length > code.length && one.code.startsWith(code))
    return [...below.filter((one) => sameName(one.label, rest)), ...chained(rest, codes, code)]
  })

/** Codes that a chain of names leads to: 一般公共服务支出（类）…（款）行政运行（项）. */
const codesOfChain = (raw: string, codes: ReadonlyArray<NamedCode>): ReadonlyArray<NamedCode> => {
  let within: ReadonlyArray<string> = [""]
  let found: ReadonlyArray<NamedCode> = []
  let from = 0
  for (const mark of raw.matchAll(levels)) {
    const name = canonicalName(raw.slice(from, mark.index))
    const digits = levelDigits.get(mark[1] ?? "") ?? 0
    const named = codes.filter(({ label }) => sameName(label, name))
    found = [...named, ...chained(name, codes)].filter(
      ({ code }) => code.length === digits && within.some((parent) => code.startsWith(parent))
    )
    within = found.map(({ code }) => code)
    from = mark.index + mark[0].length
  }
  return canonicalName(raw.slice(from)).replace(/^支出/u, "") === "" ? found : []
}

const codesNamed = (raw: string, codes: ReadonlyArray<NamedCode>): ReadonlyArray<NamedCode> => {
  const chain = codesOfChain(raw, codes)
  if (chain.length > 0) return chain
  const plain = canonicalName(raw)
  const exact = codes.filter(({ label }) => sameName(label, plain))
  return exact.length > 0 ? exact : chained(plain, codes)
}

/** The items of the functional classification that is held, by their names. */
const heldItems = lazily((): ReadonlyArray<NamedCode> => {
  const held = Result.getOrUndefined(Classifications.classificationOf("functional", 2024))
  return [...(held?.items.values() ?? [])].map(({ code, name }) => ({ code, label: canonicalName(name) }))
})

/** An item that no table prints, by the chain of its names: it is known which one is meant, and no table holds it. */
const unprintedSubject = (name: string): Subject | undefined => {
  const [found, other] = levelMark.test(name) ? codesOfChain(name, heldItems()) : []
  if (found === undefined || other !== undefined) return undefined
  const { code, label } = found
  return { id: `item.${code}`, name: label, bound: true, cells: [], loosely: [], budget: undefined, code }
}

export const functionalSubject = (name: string, context: NamingContext): Subject | undefined => {
  const cellsOf = itemCells[context.section]
  if (cellsOf === undefined) return undefined
  return printedSubject(name, context, cellsOf) ?? unprintedSubject(name)
}

const printedSubject = (name: string, context: NamingContext, cellsOf: ItemCells): Subject | undefined => {
  const written = /(?<!\d)(2\d{2}(?:\d{2}){0,2})(?!\d)/u.exec(name)?.[1]
  // 2010301-行政运行
  const bare = written === undefined ? name : name.replace(written, "").replace(/^[-—:_]+/u, "")
  const plain = canonicalName(bare)
  const named = codesNamed(bare, context.cells.functional)
  const below = named.filter(
    ({ code }) => (context.within === undefined || code.startsWith(context.within)) && (written ?? code) === code
  )
  const [first, ...others] = [...new Set(below.map(({ code }) => code))].toSorted((a, b) => a.length - b.length)
  if (first === undefined || others.some((code) => !code.startsWith(first))) return undefined
  const { column, section } = context
  const sums = [first, ...others].map((code) => cellsOf(code, context.cells)).filter((sum) => sum.length > 0)
  const ofColumn = sums.map((sum) =>
    sum.map((address) => address.replace(/expenditure-of-year$/u, `expenditure.${column}`))
  )
  const inColumn = column !== undefined && withColumns.has(section)
  const cells = [...(inColumn ? ofColumn : []), ...sums]
  if (cells.length === 0) return undefined
  const id = inColumn ? `item.${first}.of-${column}` : `item.${first}`
  return { id, name: plain, bound: true, cells, loosely: [], budget: undefined, code: first }
}

export const columnSubject = (name: string, context: NamingContext): Subject | undefined => {
  const kind = /^(基本|项目)支出$/u.exec(canonicalName(name))?.[1]
  const { section, within } = context
  if (kind === undefined || within === undefined || (section !== "general-public" && section !== "fiscal-expenditure"))
    return undefined
  const column = kind === "基本" ? "expenditure.basic" : "expenditure.project"
  const sum = itemCells[section]?.(within, context.cells) ?? []
  return {
    id: `item.${within}.${column}`,
    name: `${kind}支出`,
    bound: true,
    cells: [sum.map((address) => address.replace(/expenditure-of-year$/u, column))],
    loosely: [],
    budget: undefined,
    code: undefined
  }
}

/** Names that classes of the economic classification had before 2018 and that writers still use for them. */
const formerClasses: ReadonlyMap<string, string> = new Map([["其他资本性支出", "310"]])

/** The item whose basic or project expenditure a subject is. */
export const itemOfPart = ({ id }: Subject): string | undefined => /^item\.(\d+)\.expenditure\./u.exec(id)?.[1]

export const economicSubject = (name: string, { cells, section }: NamingContext): Subject | undefined => {
  if (section !== "basic") return undefined
  const plain = canonicalName(name)
  const former = formerClasses.get(plain)
  const isNamed = ({ code, label }: NamedCode): boolean => sameName(label, plain) || code === former
  const found = [...new Set(cells.economic.filter(isNamed).map(({ code }) => code))]
  const [first] = found
  if (first === undefined) return undefined
  const addresses = found.map((code) => [cellAddress("general-public-budget-basic-expenditure", code, "amount")])
  return {
    id: `economic.${found.join("+")}`,
    name: plain,
    bound: true,
    cells: addresses,
    loosely: [],
    budget: undefined,
    code: undefined
  }
}
