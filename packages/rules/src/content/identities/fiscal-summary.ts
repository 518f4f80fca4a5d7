/** 财政拨款收入支出决算总表: relations within the table, and with the summary. */
import { Fund, Quantities } from "@juesuan/domain"
import {
  cell,
  cells,
  columnGroup,
  compares,
  type Condition,
  constant,
  every,
  everyColumn,
  filled,
  type Formula,
  rowGroup,
  some,
  sum,
  thisColumn,
  thisRow,
  total,
  when
} from "../../formula/Formula.ts"
import { fiscalByBudget } from "./income-expenditure-summary.ts"
import { cellIn, equal, forEach, identity, inWords } from "./head.ts"

const name = "fiscal-income-expenditure-summary"
const at = cellIn(name)
const summary = cellIn("income-expenditure-summary")
const nothing = constant(Quantities.quantity("0", Quantities.yuan))
export const funds = Fund.ids.filter((fund) => Fund.entries[fund].fiscal)

const forBudgets = <Made>(make: (fund: (typeof funds)[number]) => Made): [Made, ...Array<Made>] =>
  funds.map(make) as [Made, ...Array<Made>]

const byBudget = { table: name, columns: columnGroup("expenditure.") } as const

/** Forms differ in whether they print carry-over by budget; where they do, at least one line has a number. */
export const openingByBudget = filled(cells(name, rowGroup("opening-carryover."), "income"))
const closingByBudget = filled(cells(name, rowGroup("closing-carryover."), everyColumn))
export const nothingOpens = compares(at("opening-carryover", "income"), "=", nothing)
const nothingCloses = compares(at("closing-carryover", "expenditure.fiscal"), "=", nothing)

/** Carry-over of one budget at the end: in the line of the budget (under 合计 or under its own column), else in the one line. */
export const closingOf = (fund: (typeof funds)[number]): Formula => {
  const line = `closing-carryover.${fund}`
  return when(
    filled(cells(name, line, "expenditure.fiscal")),
    cell(name, line, "expenditure.fiscal"),
    when(
      filled(cells(name, line, `expenditure.${fund}`)),
      cell(name, line, `expenditure.${fund}`),
      when(closingByBudget, nothing, cell(name, "closing-carryover", `expenditure.${fund}`))
    )
  )
}

export const openingOf = (fund: (typeof funds)[number]): Formula => cell(name, `opening-carryover.${fund}`, "income")

/** It is printed how the carry-over at the end divides among the budgets: in lines, or in the columns of one line. */
export const closingDivided: Condition = some(
  nothingCloses,
  closingByBudget,
  ...forBudgets((fund) => filled(cells(name, "closing-carryover", `expenditure.${fund}`)))
)

export const fiscalSummary = [
  identity(
    {
      id: "fiscal-summary.income-of-year",
      label: "财政拨款总表：本年收入合计",
      labelEn: "Fiscal summary: income of the year",
      english: "Income of the year is the sum of the three budgets"
    },
    equal(at("income-of-year", "income"), total(cells(name, rowGroup("revenue."), "income")))
  ),
  identity(
    {
      id: "fiscal-summary.opening-carryover",
      label: "财政拨款总表：年初财政拨款结转和结余",
      labelEn: "Fiscal summary: carry-over at the start of the year",
      english: "Carry-over at the start is the sum of the three budgets",
      strength: "conditional"
    },
    equal(
      at("opening-carryover", "income"),
      total(cells(name, rowGroup("opening-carryover."), "income")),
      openingByBudget
    )
  ),
  identity(
    {
      id: "fiscal-summary.total-income",
      label: "财政拨款总表：收入总计",
      labelEn: "Fiscal summary: total income",
      english: "Total income is income of the year and carry-over at the start"
    },
    equal(at("total", "income"), sum(at("income-of-year", "income"), at("opening-carryover", "income")))
  ),
  identity(
    {
      id: "fiscal-summary.expenditure-of-year",
      label: "财政拨款总表：本年支出合计",
      labelEn: "Fiscal summary: expenditure of the year",
      english: "Expenditure of the year is the sum of its functional classes, in every column"
    },
    forEach(
      byBudget,
      equal(cell(name, "expenditure-of-year", thisColumn), total(cells(name, rowGroup("expenditure."), thisColumn)))
    )
  ),
  identity(
    {
      id: "fiscal-summary.closing-carryover",
      label: "财政拨款总表：年末财政拨款结转和结余",
      labelEn: "Fiscal summary: carry-over at the end of the year",
      english: "Carry-over at the end is the sum of the three budgets",
      strength: "conditional"
    },
    equal(
      at("closing-carryover", "expenditure.fiscal"),
      total(cells(name, rowGroup("closing-carryover."), "expenditure.fiscal")),
      filled(cells(name, rowGroup("closing-carryover."), "expenditure.fiscal"))
    )
  ),
  identity(
    {
      id: "fiscal-summary.total-expenditure",
      label: "财政拨款总表：支出总计",
      labelEn: "Fiscal summary: total expenditure",
      english: "Total expenditure is expenditure of the year and carry-over at the end"
    },
    equal(
      at("total", "expenditure.fiscal"),
      sum(at("expenditure-of-year", "expenditure.fiscal"), at("closing-carryover", "expenditure.fiscal"))
    )
  ),
  identity(
    {
      id: "fiscal-summary.total-expenditure-by-budget",
      label: "财政拨款总表：各项财政拨款支出总计",
      labelEn: "Fiscal summary: total expenditure by budget",
      english: "In the column of each budget, total expenditure is expenditure of the year and carry-over at the end",
      strength: "conditional"
    },
    ...forBudgets((fund) =>
      equal(
        cell(name, "total", `expenditure.${fund}`),
        sum(cell(name, "expenditure-of-year", `expenditure.${fund}`), closingOf(fund)),
        every(filled(cells(name, "total", `expenditure.${fund}`)), closingDivided)
      )
    )
  ),
  identity(
    {
      id: "fiscal-summary.across",
      label: "财政拨款总表：各行合计等于三项财政拨款之和",
      labelEn: "Fiscal summary: every row is the sum of the three budgets",
      english: "In every class and in the expenditure of the year, 合计 is the sum of the three budgets"
    },
    forEach(
      { table: name, rows: rowGroup("expenditure") },
      equal(
        cell(name, thisRow, "expenditure.fiscal"),
        sum(...forBudgets((fund) => cell(name, thisRow, `expenditure.${fund}`)))
      )
    )
  ),
  identity(
    {
      id: "fiscal-summary.totals",
      label: "财政拨款总表：收支总计相等",
      labelEn: "Fiscal summary: total income equals total expenditure",
      english: "Total income equals total expenditure",
      copies: true
    },
    equal(at("total", "income"), at("total", "expenditure.fiscal"))
  ),
  ...funds.map((fund) =>
    identity(
      {
        id: `fiscal-summary.balance-${fund}`,
        label: `财政拨款总表：${Fund.labelOf(fund)}收支平衡`,
        labelEn: `Fiscal summary: balance of the ${inWords(fund)}`,
        english: "What the budget had at the start and received is what it spent and has at the end",
        strength: "conditional"
      },
      equal(
        sum(cell(name, `revenue.${fund}`, "income"), openingOf(fund)),
        sum(cell(name, "expenditure-of-year", `expenditure.${fund}`), closingOf(fund)),
        every(some(nothingOpens, openingByBudget), closingDivided)
      )
    )
  ),
  ...funds.map((fund) =>
    identity(
      {
        id: `fiscal-summary.summary-${fund}`,
        label: `财政拨款总表与收支总表：${Fund.labelOf(fund)}收入`,
        labelEn: `Fiscal summary and summary: ${inWords(fund)} revenue`,
        english: "The appropriation is the same in both tables",
        copies: true
      },
      equal(
        cell(name, `revenue.${fund}`, "income"),
        cell("income-expenditure-summary", `revenue.${fund}`, "income"),
        fiscalByBudget
      )
    )
  ),
  identity(
    {
      id: "fiscal-summary.within-summary",
      label: "财政拨款总表与收支总表：各类财政拨款支出不大于该类全部支出",
      labelEn: "Fiscal summary and summary: fiscal expenditure within all expenditure, by class",
      english: "No class spends more from appropriations than it spends in all"
    },
    forEach(
      { table: name, rows: rowGroup("expenditure") },
      { left: at(thisRow, "expenditure.fiscal"), comparison: "<=", right: summary(thisRow, "expenditure") }
    )
  ),
  identity(
    {
      id: "fiscal-summary.all-fiscal",
      label: "财政拨款总表与收支总表：支出全部来自财政拨款时各类相等",
      labelEn: "Fiscal summary and summary: equal by class where all expenditure is fiscal",
      english: "Where all expenditure comes from appropriations, every class is the same in both tables",
      strength: "conditional",
      copies: true
    },
    forEach(
      { table: name, rows: rowGroup("expenditure.") },
      equal(
        at(thisRow, "expenditure.fiscal"),
        summary(thisRow, "expenditure"),
        compares(at("expenditure-of-year", "expenditure.fiscal"), "=", summary("expenditure-of-year", "expenditure"))
      )
    )
  )
]
