/** 公开08表 国有资本经营预算财政拨款支出决算表. */
import type { TableTemplate } from "../../TableTemplate.ts"
import { captions, formOf } from "./form.ts"
import { acrossOf, byFunction, codeAndName, spentFrom } from "./hierarchy.ts"

const form = formOf("公开08", "state-capital-expenditure")

export const stateCapitalExpenditure: TableTemplate = {
  id: form.id,
  meaning: form.meaning,
  title: "国有资本经营预算财政拨款支出决算表",
  unit: "万元",
  captions: { ...captions, amounts: "单位" },
  columns: [
    { number: 1, label: "合计", headings: ["本年支出", "合计"], meaning: "expenditure-of-year" },
    { number: 2, label: "基本支出", headings: ["本年支出", "基本支出"], meaning: "expenditure.basic" },
    { number: 3, label: "项目支出", headings: ["本年支出", "项目支出"], meaning: "expenditure.project" }
  ],
  rows: byFunction(form, [
    ["合计", acrossOf("基本支出", "项目支出")],
    ["基本支出", spentFrom("state-capital", "basic")],
    ["项目支出", spentFrom("state-capital", "project")]
  ]),
  arrangement: { _tag: "List", stubs: codeAndName },
  notes: ["注：本表反映部门本年度国有资本经营预算财政拨款支出情况。"],
  emptyNote: "说明：本表无数据"
}
