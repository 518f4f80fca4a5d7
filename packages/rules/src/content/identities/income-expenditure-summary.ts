/** 收入支出决算总表: relations within the table. */
import { RevenueSource } from "@juesuan/domain"
import { cell, cells, filled, rowGroup, some, sum, total, unfilled } from "../../formula/Formula.ts"
import { cellIn, equal, identity } from "./head.ts"

const name = "income-expenditure-summary"
const at = cellIn(name)
const fiscal = cells(name, "revenue.fiscal", "income")

/** The form prints 财政拨款收入 in one line, as those up to 2018 do; the budgets below it are parts of it. */
export const fiscalInOneLine = filled(fiscal)

/** The form prints the appropriation of each budget in a line of its own. */
export const fiscalByBudget = some(unfilled(fiscal), filled(cells(name, "revenue.general-public-budget", "income")))

const ownRevenue = RevenueSource.ids
  .filter((id) => RevenueSource.entries[id].fund === "non-fiscal")
  .map((id) => cell(name, `revenue.${id}`, "income"))

export const incomeExpenditureSummary = [
  identity(
    {
      id: "summary.income-of-year",
      label: "收支总表：本年收入合计",
      labelEn: "Summary: income of the year",
      english: "Income of the year is the sum of its sources"
    },
    equal(at("income-of-year", "income"), total(cells(name, rowGroup("revenue."), "income")), unfilled(fiscal)),
    equal(at("income-of-year", "income"), sum(at("revenue.fiscal", "income"), ...ownRevenue), fiscalInOneLine)
  ),
  identity(
    {
      id: "summary.expenditure-of-year",
      label: "收支总表：本年支出合计",
      labelEn: "Summary: expenditure of the year",
      english: "Expenditure of the year is the sum of its functional classes"
    },
    equal(at("expenditure-of-year", "expenditure"), total(cells(name, rowGroup("expenditure."), "expenditure")))
  ),
  identity(
    {
      id: "summary.total-income",
      label: "收支总表：收入总计",
      labelEn: "Summary: total income",
      english: "Total income is income of the year, surplus used and carry-over at the start"
    },
    equal(
      at("total", "income"),
      sum(at("income-of-year", "income"), at("surplus-used", "income"), at("opening-carryover", "income"))
    )
  ),
  identity(
    {
      id: "summary.total-expenditure",
      label: "收支总表：支出总计",
      labelEn: "Summary: total expenditure",
      english: "Total expenditure is expenditure of the year, surplus distributed and carry-over at the end"
    },
    equal(
      at("total", "expenditure"),
      sum(
        at("expenditure-of-year", "expenditure"),
        at("surplus-distributed", "expenditure"),
        at("closing-carryover", "expenditure")
      )
    )
  ),
  identity(
    {
      id: "summary.totals",
      label: "收支总表：收支总计相等",
      labelEn: "Summary: total income equals total expenditure",
      english: "Total income equals total expenditure",
      copies: true
    },
    equal(at("total", "income"), at("total", "expenditure"))
  ),
  identity(
    {
      id: "summary.carryover",
      label: "收支总表：年末结转和结余",
      labelEn: "Summary: carry-over at the end of the year",
      english: "Carry-over at the end is what came in, less what was spent and distributed"
    },
    equal(
      sum(
        at("closing-carryover", "expenditure"),
        at("expenditure-of-year", "expenditure"),
        at("surplus-distributed", "expenditure")
      ),
      sum(at("opening-carryover", "income"), at("income-of-year", "income"), at("surplus-used", "income"))
    )
  )
]
