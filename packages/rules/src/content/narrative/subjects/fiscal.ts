/** 财政拨款收支: totals with what leads to them, by 公开04. */
import { cellAddress } from "@juesuan/domain"
import type { SubjectDefinition } from "./Subject.ts"

const fiscal = (row: string, column: string): string => cellAddress("fiscal-income-expenditure-summary", row, column)

/** 政府性基金预算财政拨款本年支出: what was spent of one budget. */
const ofBudget = (fund: "government-fund" | "state-capital", name: string): SubjectDefinition => ({
  id: `fiscal.expenditure.${fund}`,
  name: `${name}预算财政拨款支出`,
  read: new RegExp(`^${name}(?:预算)?(?:财政)?(?:拨款)?(?:本年)?支出(?:合计)?$`, "u"),
  sections: ["fiscal", "fiscal-expenditure", "expenditure"],
  cells: [fiscal("expenditure-of-year", `expenditure.${fund}`)]
})

/** A paragraph that opens with a budget's income speaks of that budget: its 本年支出 is the budget's. */
export const expenditureOfBudget: ReadonlyMap<string, string> = new Map([
  ["fiscal.revenue.general-public-budget", "general-public-expenditure"],
  ["fiscal.revenue.government-fund", "fiscal.expenditure.government-fund"],
  ["fiscal.revenue.state-capital", "fiscal.expenditure.state-capital"]
])

export const fiscalTotals: ReadonlyArray<SubjectDefinition> = [
  ofBudget("government-fund", "政府性基金"),
  ofBudget("state-capital", "国有资本经营"),
  {
    id: "fiscal-income-total",
    name: "财政拨款收入总计",
    read: /^(?:财政拨款)?收入(?:决算)?总[计额]$|^财政拨款总收入$/u,
    sections: ["fiscal"],
    cells: [fiscal("total", "income")],
    loosely: [fiscal("income-of-year", "income")]
  },
  {
    id: "fiscal-income-total",
    name: "财政拨款收入总计",
    read: /^财政拨款收入(?:决算)?总[计额]$/u,
    sections: "everywhere",
    cells: [fiscal("total", "income")],
    loosely: [fiscal("income-of-year", "income")]
  },
  {
    id: "fiscal-expenditure-total",
    name: "财政拨款支出总计",
    read: /^(?:财政拨款)?支出(?:决算)?总[计额]$|^财政拨款总支出$/u,
    sections: ["fiscal"],
    cells: [fiscal("total", "expenditure.fiscal")],
    loosely: [fiscal("expenditure-of-year", "expenditure.fiscal")]
  },
  {
    id: "fiscal-expenditure-total",
    name: "财政拨款支出总计",
    read: /^财政拨款支出(?:决算)?总[计额]$/u,
    sections: "everywhere",
    cells: [fiscal("total", "expenditure.fiscal")],
    loosely: [fiscal("expenditure-of-year", "expenditure.fiscal")]
  },
  {
    id: "fiscal-income-and-expenditure-total",
    name: "财政拨款收、支总计",
    read: /^(?:财政拨款)?(?:决算)?(?:收支|收、支|收入支出|收入、支出|收入和支出|收入总计和支出总计|收入总计、支出总计)(?:决算)?(?:总[计额数]|总决算)?$/u,
    sections: ["fiscal"],
    cells: [fiscal("total", "income")],
    loosely: [fiscal("income-of-year", "income"), fiscal("expenditure-of-year", "expenditure.fiscal")]
  },
  {
    id: "fiscal-income-of-year",
    name: "财政拨款收入合计",
    read: /^(?:本年)?财政拨款(?:本年)?收入(?:合计)?$|^本年收入(?:合计)?$/u,
    sections: ["fiscal"],
    cells: [fiscal("income-of-year", "income")]
  },
  {
    id: "fiscal-expenditure-of-year",
    name: "财政拨款支出合计",
    read: /^(?:本年)?财政拨款(?:本年)?支出(?:合计)?$|^本年支出(?:合计)?$/u,
    sections: ["fiscal"],
    cells: [fiscal("expenditure-of-year", "expenditure.fiscal")]
  },
  {
    id: "fiscal-opening-carryover",
    name: "年初财政拨款结转和结余",
    read: /^年初(?:财政拨款)?结转(?:和|及|、)?结余(?:资金)?$/u,
    sections: ["fiscal"],
    cells: [fiscal("opening-carryover", "income")]
  },
  {
    id: "fiscal-closing-carryover",
    name: "年末财政拨款结转和结余",
    read: /^年末(?:财政拨款)?结转(?:和|及|、)?结余(?:资金)?$/u,
    sections: ["fiscal"],
    cells: [fiscal("closing-carryover", "expenditure.fiscal")]
  }
]
