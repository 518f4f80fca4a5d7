/** 公开05表 一般公共预算财政拨款支出决算表. */
import type { TableTemplate } from "../../TableTemplate.ts"
import { captions, formOf } from "./form.ts"
import { acrossOf, byFunction, codeAndName, spentFrom } from "./hierarchy.ts"

const form = formOf("公开05", "general-public-budget-expenditure")

export const generalBudgetExpenditure: TableTemplate = {
  id: form.id,
  meaning: form.meaning,
  title: "一般公共预算财政拨款支出决算表",
  unit: "万元",
  captions,
  columns: [
    { number: 1, label: "小计", headings: ["本年支出", "小计"], meaning: "expenditure-of-year" },
    { number: 2, label: "基本支出", headings: ["本年支出", "基本支出"], meaning: "expenditure.basic" },
    { number: 3, label: "项目支出", headings: ["本年支出", "项目支出"], meaning: "expenditure.project" }
  ],
  rows: byFunction(form, [
    ["小计", acrossOf("基本支出", "项目支出")],
    ["基本支出", spentFrom("general-public-budget", "basic")],
    ["项目支出", spentFrom("general-public-budget", "project")]
  ]),
  arrangement: { _tag: "List", stubs: codeAndName },
  notes: ["注：本表反映部门本年度一般公共预算财政拨款支出情况。"]
}
