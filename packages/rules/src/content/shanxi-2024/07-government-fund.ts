/** 公开07表 政府性基金预算财政拨款收入支出决算表. */
import { difference, select, sum } from "../../formula/Formula.ts"
import type { TableTemplate } from "../../TableTemplate.ts"
import { captions, formOf } from "./form.ts"
import { acrossOf, byFunction, codeAndName, selected, spentFrom } from "./hierarchy.ts"

const form = formOf("公开07", "government-fund")

const opening = "年初结转和结余"
const closing = "年末结转和结余"

export const governmentFund: TableTemplate = {
  id: form.id,
  meaning: form.meaning,
  title: "政府性基金预算财政拨款收入支出决算表",
  unit: "万元",
  captions: { ...captions, amounts: "单位" },
  columns: [
    { number: 1, label: opening, headings: [opening], meaning: "opening-carryover" },
    { number: 2, label: "本年收入", headings: ["本年收入"], meaning: "income-of-year" },
    { number: 3, label: "小计", headings: ["本年支出", "小计"], meaning: "expenditure-of-year" },
    { number: 4, label: "基本支出", headings: ["本年支出", "基本支出"], meaning: "expenditure.basic" },
    { number: 5, label: "项目支出", headings: ["本年支出", "项目支出"], meaning: "expenditure.project" },
    { number: 6, label: closing, headings: [closing], meaning: "closing-carryover" }
  ],
  rows: byFunction(form, [
    [
      opening,
      selected((code) => select({ account: "opening-carryover", fund: ["government-fund"], functional: [code] }))
    ],
    ["本年收入", selected((code) => select({ account: "revenue", fund: ["government-fund"], functional: [code] }))],
    ["小计", acrossOf("基本支出", "项目支出")],
    ["基本支出", spentFrom("government-fund", "basic")],
    ["项目支出", spentFrom("government-fund", "project")],
    [closing, { _tag: "Across", of: (cell) => difference(sum(cell(opening), cell("本年收入")), cell("小计")) }]
  ]),
  arrangement: { _tag: "List", stubs: codeAndName },
  notes: ["注：本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。"],
  emptyNote: "说明：本表无数据"
}
