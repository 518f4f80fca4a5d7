/** 一般公共预算财政拨款: expenditure and its basic part, by 公开05 and 公开06. */
import { cellAddress } from "@juesuan/domain"
import type { SubjectDefinition } from "./Subject.ts"

const general = (column: string): string => cellAddress("general-public-budget-expenditure", "total", column)
const basic = (row: string): string => cellAddress("general-public-budget-basic-expenditure", row, "amount")

/** 财政拨款支出中的基本支出: of all budgets; some writers mean 一般公共预算 alone. */
const ofAllBudgets = (column: "basic" | "project", name: string): SubjectDefinition => {
  const inTable = (table: string): string => cellAddress(table, "total", `expenditure.${column}`)
  const own = general(`expenditure.${column}`)
  const fund = inTable("government-fund")
  return {
    id: `fiscal-expenditure.${column}`,
    name,
    read: new RegExp(`^(?:财政拨款)?${name}(?:决算)?(?:合计)?$`, "u"),
    sections: ["fiscal-expenditure"],
    cells: [own, fund, inTable("state-capital-expenditure")],
    otherwise: [[own], [own, fund]]
  }
}

export const generalPublic: ReadonlyArray<SubjectDefinition> = [
  {
    id: "general-public-expenditure",
    name: "一般公共预算财政拨款支出",
    read: /^(?:一般公共预算(?:当年)?(?:财政)?(?:拨款)?|财政拨款)(?:决算)?(?:本年|总)?支出(?:决算)?(?:合计|总计|总额)?$/u,
    sections: ["general-public"],
    cells: [general("expenditure-of-year")]
  },
  {
    id: "general-public-expenditure",
    name: "一般公共预算财政拨款支出",
    read: /^一般公共预算(?:当年)?财政拨款(?:决算)?(?:本年|总)?支出(?:决算)?(?:合计|总计|总额)?$/u,
    sections: ["basic", "fiscal", "fiscal-expenditure", "expenditure", "other"],
    cells: [general("expenditure-of-year")]
  },
  {
    id: "fiscal-expenditure",
    name: "财政拨款支出",
    read: /^财政拨款(?:决算)?(?:本年|总)?支出(?:决算)?(?:合计|总计|总额)?$|^支出(?:决算)?(?:合计|总计|总额)$/u,
    sections: ["fiscal-expenditure"],
    cells: [cellAddress("fiscal-income-expenditure-summary", "expenditure-of-year", "expenditure.fiscal")],
    otherwise: [[general("expenditure-of-year")]]
  },
  ofAllBudgets("basic", "基本支出"),
  ofAllBudgets("project", "项目支出"),
  {
    id: "general-public.basic",
    name: "基本支出",
    read: /^(?:一般公共预算)?(?:财政拨款)?基本支出(?:决算)?(?:合计)?$/u,
    sections: ["general-public", "basic"],
    cells: [general("expenditure.basic")]
  },
  {
    id: "general-public.project",
    name: "项目支出",
    read: /^(?:一般公共预算)?(?:财政拨款)?项目支出(?:决算)?(?:合计)?$/u,
    sections: ["general-public"],
    cells: [general("expenditure.project")]
  },
  {
    id: "basic.personnel",
    name: "人员经费",
    read: /^人员(?:经费|支出)(?:支出)?(?:合计)?$/u,
    sections: ["basic"],
    cells: [basic("personnel")]
  },
  {
    id: "basic.public-use",
    name: "公用经费",
    read: /^(?:日常)?公用(?:经费|支出)(?:支出)?(?:合计)?$/u,
    sections: ["basic"],
    cells: [basic("public-use")]
  },
  // In the section on all expenditure the parts of basic expenditure may be of all funds: no table is sure to hold them.
  {
    id: "expenditure.personnel",
    name: "人员经费",
    read: /^人员(?:经费|支出)(?:支出)?(?:合计)?$/u,
    sections: ["expenditure"],
    cells: []
  },
  {
    id: "expenditure.public-use",
    name: "公用经费",
    read: /^(?:日常)?公用(?:经费|支出)(?:支出)?(?:合计)?$/u,
    sections: ["expenditure"],
    cells: []
  },
  {
    id: "general-public.basic",
    name: "基本支出",
    read: /^一般公共预算财政拨款基本支出(?:决算)?(?:合计)?$/u,
    sections: "everywhere",
    cells: [general("expenditure.basic")]
  }
]
