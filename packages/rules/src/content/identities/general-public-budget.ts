/** 一般公共预算财政拨款支出决算表 and its 基本支出决算明细表: relations within the tables and with the others. */
import {
  cell,
  cells,
  compares,
  type Condition,
  every,
  filled,
  type Formula,
  rowsOfLevel,
  some,
  sum,
  everyRow,
  thisRow
} from "../../formula/Formula.ts"
import { movementRules } from "./budget-movements.ts"
import { expenditureByKind, hierarchy } from "./by-code.ts"
import { cellIn, equal, forEach, identity } from "./head.ts"

const name = "general-public-budget-expenditure"
const detail = "general-public-budget-basic-expenditure"
const at = cellIn(name)
const inDetail = cellIn(detail)
const fiscal = cellIn("fiscal-income-expenditure-summary")
const all = cellIn("expenditure")
const column = "expenditure.general-public-budget"

type Code = `${number}`
type Codes = readonly [Code, ...ReadonlyArray<Code>]

const kinds = ["expenditure-of-year", "expenditure.basic", "expenditure.project"] as const

/** All appropriations that were spent are of the general public budget, and nothing else was spent. */
const allGeneral = compares(at("total", "expenditure-of-year"), "=", all("total", "expenditure-of-year"))

/** Contributions that functional items and economic items both show: 养老, 年金, 医疗, 其他社会保障, 公积金. */
const contributions: ReadonlyArray<readonly [functional: Codes, economic: Codes]> = [
  [["2080505"], ["30108"]],
  [["2080506"], ["30109"]],
  [
    ["2101101", "2101102", "2101103"],
    ["30110", "30111", "30307"]
  ],
  [["2101199"], ["30112"]],
  [["2210201"], ["30113"]]
]

/** The amounts of some items, added up. */
const amountsAt = ([first, ...rest]: Codes, amountAt: (code: Code) => Formula): Formula =>
  rest.length === 0 ? amountAt(first) : sum(amountAt(first), ...rest.map(amountAt))

const someFilled = (table: string, column: string, [first, ...rest]: Codes): Condition => {
  const isFilled = (code: Code): Condition => filled(cells(table, code, column))
  const [second, ...others] = rest
  return second === undefined ? isFilled(first) : some(isFilled(first), isFilled(second), ...others.map(isFilled))
}

/** Both tables show the contribution: what only one of them shows is booked under another item there. */
const shownInBoth = (functional: Codes, economic: Codes): Condition =>
  every(someFilled(name, "expenditure.basic", functional), someFilled(detail, "amount", economic))

export const generalPublicBudget = [
  expenditureByKind("general-budget", name),
  hierarchy("general-budget", name),
  identity(
    {
      id: "general-budget.fiscal-summary",
      label: "一般公共预算支出表与财政拨款总表：本年支出合计",
      labelEn: "General public budget and fiscal summary: expenditure of the year",
      english: "Expenditure of the year is the same in both tables",
      copies: true
    },
    equal(at("total", "expenditure-of-year"), fiscal("expenditure-of-year", column))
  ),
  identity(
    {
      id: "general-budget.fiscal-summary-class",
      label: "一般公共预算支出表与财政拨款总表：各类支出",
      labelEn: "General public budget and fiscal summary: expenditure by class",
      english: "Every class is the same in both tables",
      copies: true
    },
    forEach(
      { table: name, rows: rowsOfLevel("class") },
      equal(at(thisRow, "expenditure-of-year"), fiscal(thisRow, column))
    )
  ),
  identity(
    {
      id: "general-budget.within-expenditure",
      label: "一般公共预算支出表与支出决算表：各科目不大于全部支出",
      labelEn: "General public budget and expenditure: every code within all expenditure",
      english: "No item spends more of the general public budget than it spends in all"
    },
    ...(kinds.map((kind) =>
      forEach(
        { table: name, rows: everyRow },
        { left: cell(name, thisRow, kind), comparison: "<=" as const, right: cell("expenditure", thisRow, kind) }
      )
    ) as [ReturnType<typeof forEach>, ...Array<ReturnType<typeof forEach>>])
  ),
  identity(
    {
      id: "general-budget.all-general",
      label: "一般公共预算支出表与支出决算表：全部支出来自一般公共预算时各科目相等",
      labelEn: "General public budget and expenditure: equal by code where all expenditure is of this budget",
      english: "Where all expenditure is of the general public budget, every item is the same in both tables",
      strength: "conditional",
      copies: true
    },
    ...(kinds.map((kind) =>
      forEach(
        { table: name, rows: everyRow },
        equal(cell(name, thisRow, kind), cell("expenditure", thisRow, kind), allGeneral)
      )
    ) as [ReturnType<typeof forEach>, ...Array<ReturnType<typeof forEach>>])
  ),
  ...movementRules({
    id: "general-budget",
    label: "一般公共预算支出表",
    labelEn: "General public budget",
    table: name,
    fund: "general-public-budget"
  }),
  hierarchy("basic-detail", detail),
  identity(
    {
      id: "basic-detail.personnel",
      label: "基本支出明细表：人员经费合计",
      labelEn: "Basic expenditure detail: personnel",
      english: "Personnel is the sum of classes 301 and 303"
    },
    equal(inDetail("personnel", "amount"), sum(inDetail("301", "amount"), inDetail("303", "amount")))
  ),
  identity(
    {
      id: "basic-detail.public-use",
      label: "基本支出明细表：公用经费合计",
      labelEn: "Basic expenditure detail: public use",
      english: "Public use is the sum of classes 302, 307, 309, 310, 311, 312, 313 and 399"
    },
    equal(
      inDetail("public-use", "amount"),
      sum(
        inDetail("302", "amount"),
        inDetail("307", "amount"),
        inDetail("309", "amount"),
        inDetail("310", "amount"),
        inDetail("311", "amount"),
        inDetail("312", "amount"),
        inDetail("313", "amount"),
        inDetail("399", "amount")
      )
    )
  ),
  identity(
    {
      id: "basic-detail.basic-expenditure",
      label: "基本支出明细表与一般公共预算支出表：人员经费与公用经费之和",
      labelEn: "Basic expenditure detail and general public budget: personnel and public use together",
      english: "Personnel and public use make up basic expenditure of the general public budget"
    },
    equal(sum(inDetail("personnel", "amount"), inDetail("public-use", "amount")), at("total", "expenditure.basic"))
  ),
  identity(
    {
      id: "basic-detail.pension",
      label: "功能科目与经济科目互证：养老、年金、医疗、公积金",
      labelEn: "Functional and economic codes compared: pension, annuity, medical insurance, housing fund",
      english: "Functional items and economic items of the same contributions are worth comparing",
      kind: "plausibility",
      strength: "soft",
      severity: "note",
      together: true
    },
    ...(contributions.map(([functional, economic]) =>
      equal(
        amountsAt(functional, (code) => at(code, "expenditure.basic")),
        amountsAt(economic, (code) => inDetail(code, "amount")),
        shownInBoth(functional, economic)
      )
    ) as [ReturnType<typeof equal>, ...Array<ReturnType<typeof equal>>])
  )
]
