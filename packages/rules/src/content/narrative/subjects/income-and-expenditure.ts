/** 收入与支出: sources of income, kinds of expenditure, by 公开01–公开03; of the sources of 财政拨款 also those of 公开04. */
import { cellAddress, RevenueSource } from "@juesuan/domain"
import { type SubjectDefinition, summary } from "./Subject.ts"

const fiscal = (row: string, column: string): string => cellAddress("fiscal-income-expenditure-summary", row, column)

export const sources: ReadonlyArray<SubjectDefinition> = RevenueSource.ids.flatMap((source) => {
  const name = RevenueSource.labelOf(source)
  const plain = name.replace(/收入$/u, "").replace("财政拨款", "")
  const fund = RevenueSource.entries[source].fund
  const read = new RegExp(`^${plain}${fund === "non-fiscal" ? "" : "(?:财政)?(?:拨款)?"}收入$`, "u")
  const own: SubjectDefinition = {
    id: `revenue.${source}`,
    name,
    read: source === "operating" ? /^(?:事业单位)?经营收入$/u : read,
    sections: ["overall", "income", ...(fund === "general-public-budget" ? (["general-public"] as const) : [])],
    cells: [summary(`revenue.${source}`, "income")]
  }
  const ofFiscal: SubjectDefinition = {
    ...own,
    id: `fiscal.revenue.${source}`,
    read: new RegExp(`^${plain}(?:财政)?(?:拨款)?(?:本年)?收入$`, "u"),
    sections: ["fiscal"],
    cells: [fiscal(`revenue.${source}`, "income")]
  }
  // 财政拨款收、支总计5.00万元，其中：一般公共预算财政拨款3.00万元: of its income, of its total, or of what was spent.
  const ofTotal: SubjectDefinition = {
    ...ofFiscal,
    read: new RegExp(`^${plain}(?:财政)?(?:拨款)?$`, "u"),
    otherwise: [[fiscal("total", `expenditure.${source}`)], [fiscal("expenditure-of-year", `expenditure.${source}`)]]
  }
  // 财政拨款收入5.00万元（其中：一般公共预算3.00万元，政府性基金预算2.00万元）
  const ofIncome: SubjectDefinition = {
    ...own,
    read: new RegExp(`^${plain}(?:财政)?(?:拨款)?$`, "u"),
    sections: ["income"]
  }
  return fund === "non-fiscal" ? [own] : [own, ofIncome, ofFiscal, ofTotal]
})

/** 收入总计, 支出总计 in the sections on income and on expenditure: with carry-over as in 公开01, or the total of the year. */
const totalOr = (side: "income" | "expenditure", name: string): SubjectDefinition => ({
  id: `${side}.total`,
  name: `${name}总计`,
  read: new RegExp(`^${name}(?:决算)?总[计额]$`, "u"),
  sections: [side],
  cells: [summary("total", side)],
  otherwise: [[cellAddress(side, "total", `${side}-of-year`)]]
})

export const income: ReadonlyArray<SubjectDefinition> = [
  totalOr("income", "收入"),
  {
    id: "income",
    name: "收入合计",
    read: /^(?:本年)?(?:总)?收入(?:决算)?(?:合计|总计|总额)?$|^本年收入$/u,
    sections: ["income"],
    cells: [cellAddress("income", "total", "income-of-year")],
    loosely: [summary("total", "income")]
  },
  {
    id: "revenue.fiscal",
    name: "财政拨款收入",
    read: /^财政(?:补助|拨款)收入$/u,
    sections: ["income", "overall"],
    cells: [cellAddress("income", "total", "revenue.fiscal")]
  }
]

const expenditureColumns: ReadonlyArray<readonly [string, string, RegExp]> = [
  ["basic", "基本支出", /^基本支出$/u],
  ["project", "项目支出", /^项目支出$/u],
  ["remitted-to-superior", "上缴上级支出", /^上缴上级支出$/u],
  ["operating", "经营支出", /^(?:事业单位)?经营支出$/u],
  ["subsidy-to-subordinate", "对附属单位补助支出", /^对附属单位补助(?:支出)?$/u]
]

export const expenditure: ReadonlyArray<SubjectDefinition> = [
  totalOr("expenditure", "支出"),
  {
    id: "expenditure",
    name: "支出合计",
    read: /^(?:本年)?(?:总)?支出(?:决算)?(?:合计|总计|总额)?$|^本年支出$/u,
    sections: ["expenditure"],
    cells: [cellAddress("expenditure", "total", "expenditure-of-year")],
    loosely: [summary("total", "expenditure")]
  },
  ...expenditureColumns.map(
    ([column, name, read]): SubjectDefinition => ({
      id: `expenditure.${column}`,
      name,
      read,
      sections: ["expenditure", "overall"],
      cells: [cellAddress("expenditure", "total", `expenditure.${column}`)]
    })
  )
]
