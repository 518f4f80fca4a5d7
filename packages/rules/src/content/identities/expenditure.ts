/** 支出决算表: relations within the table, with the summary and with the income table. */
import { cell, compares, constant, rowsOfLevel, sum, thisRow } from "../../formula/Formula.ts"
import { Quantities } from "@juesuan/domain"
import { expenditureByKind, hierarchy } from "./by-code.ts"
import { cellIn, equal, forEach, identity } from "./head.ts"

const name = "expenditure"
const at = cellIn(name)
const summary = cellIn("income-expenditure-summary")
const nothing = constant(Quantities.quantity("0", Quantities.yuan))

/** The summary proves that nothing was carried over, taken from surplus or distributed. */
const nothingMoved = compares(
  sum(
    summary("opening-carryover", "income"),
    summary("surplus-used", "income"),
    summary("surplus-distributed", "expenditure"),
    summary("closing-carryover", "expenditure")
  ),
  "=",
  nothing
)

export const expenditure = [
  expenditureByKind("expenditure", name),
  hierarchy("expenditure", name),
  identity(
    {
      id: "expenditure.summary",
      label: "支出决算表与收支总表：本年支出合计",
      labelEn: "Expenditure and summary: expenditure of the year",
      english: "Expenditure of the year is the same in both tables",
      copies: true
    },
    equal(at("total", "expenditure-of-year"), summary("expenditure-of-year", "expenditure"))
  ),
  identity(
    {
      id: "expenditure.summary-class",
      label: "支出决算表与收支总表：各类支出",
      labelEn: "Expenditure and summary: expenditure by class",
      english: "Every class is the same in both tables",
      copies: true
    },
    forEach(
      { table: name, rows: rowsOfLevel("class") },
      equal(at(thisRow, "expenditure-of-year"), summary(thisRow, "expenditure"))
    )
  ),
  identity(
    {
      id: "expenditure.income-class",
      label: "支出决算表与收入决算表：没有结转和结余变动时各类收支相等",
      labelEn: "Expenditure and income: equal by class where no carry-over moves",
      english: "Where nothing was carried over or distributed, every class has as much income as expenditure",
      strength: "conditional",
      copies: true
    },
    forEach(
      { table: name, rows: rowsOfLevel("class") },
      equal(at(thisRow, "expenditure-of-year"), cell("income", thisRow, "income-of-year"), nothingMoved)
    )
  )
]
