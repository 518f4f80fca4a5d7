/** 政府性基金预算 and 国有资本经营预算 tables: relations within the tables and with 财政拨款总表. */
import { cell, cells, constant, everyColumn, everyRow, sum, unfilled } from "../../formula/Formula.ts"
import { Quantities } from "@juesuan/domain"
import { type Budget, movementRules } from "./budget-movements.ts"
import { expenditureByKind, hierarchy } from "./by-code.ts"
import { equal, identity } from "./head.ts"
import type { IdentityRule } from "../../judging/identity.ts"

const fiscal = "fiscal-income-expenditure-summary"
const nothing = constant(Quantities.quantity("0", Quantities.yuan))

/** The relations of a budget's own table. */
const budgetRules = (budget: Budget): ReadonlyArray<IdentityRule> => {
  const { fund, id, label, labelEn, table } = budget
  return [
    expenditureByKind(id, table),
    hierarchy(id, table),
    identity(
      {
        id: `${id}.expenditure`,
        label: `${label}与财政拨款总表：本年支出`,
        labelEn: `${labelEn} and fiscal summary: expenditure of the year`,
        english: "Expenditure of the year is the same in both tables",
        copies: true
      },
      equal(cell(table, "total", "expenditure-of-year"), cell(fiscal, "expenditure-of-year", `expenditure.${fund}`))
    ),
    ...movementRules(budget)
  ]
}

export const governmentFund = [
  ...budgetRules({
    id: "government-fund",
    label: "政府性基金表",
    labelEn: "Government fund",
    table: "government-fund",
    fund: "government-fund"
  }),
  identity(
    {
      id: "government-fund.empty",
      label: "政府性基金表空白时，财政拨款总表没有政府性基金",
      labelEn: "Where the government fund table is empty, the fiscal summary has no government fund",
      english:
        "Where the table is empty, the summary has no income of, carry-over of or expenditure from government funds",
      strength: "conditional"
    },
    equal(
      sum(
        cell(fiscal, "revenue.government-fund", "income"),
        cell(fiscal, "opening-carryover.government-fund", "income"),
        cell(fiscal, "expenditure-of-year", "expenditure.government-fund")
      ),
      nothing,
      unfilled(cells("government-fund", everyRow, everyColumn))
    )
  )
]

export const stateCapital = budgetRules({
  id: "state-capital",
  label: "国有资本经营预算表",
  labelEn: "State capital",
  table: "state-capital-expenditure",
  fund: "state-capital"
})
