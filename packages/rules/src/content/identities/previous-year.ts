/** 与上一年度的关系: what a year begins with is what the year before ended with. */
import { Fund } from "@juesuan/domain"
import { cell, some } from "../../formula/Formula.ts"
import { acrossYearsRule, type AcrossYearsSource, type YearPair } from "../../judging/across-years.ts"
import { closingDivided, closingOf, funds, nothingOpens, openingByBudget, openingOf } from "./fiscal-summary.ts"
import { cellIn, citation } from "./head.ts"

const summary = cellIn("income-expenditure-summary")
const fiscal = cellIn("fiscal-income-expenditure-summary")

const rule = ({ id, ...written }: Pick<AcrossYearsSource, "id" | "label" | "labelEn" | "statement" | "pairs">) =>
  acrossYearsRule({
    id: `identity.previous-year.${id}`,
    ...written,
    citation,
    jurisdiction: "national",
    inForceFrom: "2015-01-01"
  })

/** The tables of one budget that may print carry-over, by place. */
const budgetTables = ["general-public-budget-expenditure", "government-fund", "state-capital-expenditure"] as const

export const previousYear = [
  rule({
    id: "carryover",
    label: "收支总表：年初结转和结余等于上年年末结转和结余",
    labelEn: "Summary: carry-over at the start is last year's at the end",
    statement: {
      zh: "收支总表：本年度年初结转和结余 = 上一年度年末结转和结余",
      en: "Carry-over at the start is carry-over at the end of the year before"
    },
    pairs: [{ now: summary("opening-carryover", "income"), before: summary("closing-carryover", "expenditure") }]
  }),
  rule({
    id: "fiscal-carryover",
    label: "财政拨款总表：年初财政拨款结转和结余等于上年年末，合计及各项预算",
    labelEn: "Fiscal summary: carry-over at the start is last year's at the end, in all and by budget",
    statement: {
      zh: "财政拨款总表：本年度年初财政拨款结转和结余 = 上一年度年末财政拨款结转和结余，合计如此，各项预算也如此",
      en: "Fiscal carry-over at the start is that at the end of the year before, in all and budget by budget"
    },
    pairs: [
      { now: fiscal("opening-carryover", "income"), before: fiscal("closing-carryover", "expenditure.fiscal") },
      ...funds.map(
        (fund): YearPair => ({
          now: openingOf(fund),
          nowWhen: some(nothingOpens, openingByBudget),
          before: closingOf(fund),
          beforeWhen: closingDivided
        })
      )
    ]
  }),
  rule({
    id: "budget-carryover",
    label: `${funds.map(Fund.labelOf).join("、")}各表：年初结转和结余等于上年年末`,
    labelEn: "Tables of the three budgets: carry-over at the start is last year's at the end",
    statement: {
      zh: "列有结转和结余的一般公共预算、政府性基金、国有资本经营预算各表：合计行年初结转和结余 = 上一年度年末结转和结余",
      en: "In the tables of a budget that print carry-over, the start is the end of the year before"
    },
    pairs: budgetTables.map(
      (table): YearPair => ({
        now: cell(table, "total", "opening-carryover"),
        before: cell(table, "total", "closing-carryover"),
        local: true
      })
    )
  })
]
