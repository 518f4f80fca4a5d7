/** 收入决算表: relations within the table, and with the summary. */
import { RevenueSource } from "@juesuan/domain"
import { cell, cells, columnGroup, everyRow, sum, thisRow, total } from "../../formula/Formula.ts"
import { hierarchy } from "./by-code.ts"
import { fiscalByBudget, fiscalInOneLine } from "./income-expenditure-summary.ts"
import { cellIn, equal, forEach, identity, inWords } from "./head.ts"

const name = "income"
const at = cellIn(name)
const summary = cellIn("income-expenditure-summary")
const others = RevenueSource.ids.filter((id) => RevenueSource.entries[id].fund === "non-fiscal")

export const income = [
  identity(
    {
      id: "income.across",
      label: "收入决算表：本年收入等于各栏之和",
      labelEn: "Income: income of the year is the sum of its columns",
      english: "Income of the year is the sum of its sources, in every row"
    },
    forEach(
      { table: name, rows: everyRow },
      equal(cell(name, thisRow, "income-of-year"), total(cells(name, thisRow, columnGroup("revenue."))))
    )
  ),
  hierarchy("income", name),
  identity(
    {
      id: "income.summary",
      label: "收入决算表与收支总表：本年收入合计",
      labelEn: "Income and summary: income of the year",
      english: "Income of the year is the same in both tables",
      copies: true
    },
    equal(at("total", "income-of-year"), summary("income-of-year", "income"))
  ),
  identity(
    {
      id: "income.summary-fiscal",
      label: "收入决算表与收支总表：财政拨款收入",
      labelEn: "Income and summary: fiscal appropriation revenue",
      english: "Fiscal appropriation is the sum of the three budgets in the summary"
    },
    equal(
      at("total", "revenue.fiscal"),
      sum(
        summary("revenue.general-public-budget", "income"),
        summary("revenue.government-fund", "income"),
        summary("revenue.state-capital", "income")
      ),
      fiscalByBudget
    ),
    equal(at("total", "revenue.fiscal"), summary("revenue.fiscal", "income"), fiscalInOneLine)
  ),
  ...others.map((id) =>
    identity(
      {
        id: `income.summary-${id}`,
        label: `收入决算表与收支总表：${RevenueSource.labelOf(id)}`,
        labelEn: `Income and summary: ${inWords(id)} revenue`,
        english: "The source is the same in both tables",
        copies: true
      },
      equal(cell(name, "total", `revenue.${id}`), cell("income-expenditure-summary", `revenue.${id}`, "income"))
    )
  )
]
