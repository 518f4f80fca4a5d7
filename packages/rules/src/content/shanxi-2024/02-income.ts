/** 公开02表 收入决算表: revenue by functional code and source. */
import { type Column, type RevenueSource, RevenueSource as Sources } from "@juesuan/domain"
import { type Formula, select, sum } from "../../formula/Formula.ts"
import type { TableTemplate } from "../../TableTemplate.ts"
import { captions, formOf } from "./form.ts"
import { acrossOf, byFunction, codeAndName, selected } from "./hierarchy.ts"

const form = formOf("公开02", "income")

const received = (code: string, source: RevenueSource): Formula =>
  select({ account: "revenue", functional: [code], item: [source] })

const fiscal = "财政拨款收入"
const others = ["superior-subsidy", "institutional", "operating", "subordinate-remittance", "other"] as const
const otherLabels = others.map((source) => Sources.labelOf(source))

const columns: ReadonlyArray<Column> = [
  { number: 1, label: "本年收入合计", headings: ["本年收入合计"], meaning: "income-of-year" },
  { number: 2, label: fiscal, headings: [fiscal], meaning: "revenue.fiscal" },
  ...others.map((source, index) => {
    const label = Sources.labelOf(source)
    return { number: index + 3, label, headings: [label], meaning: `revenue.${source}` }
  })
]

export const incomeByFunction: TableTemplate = {
  id: form.id,
  meaning: form.meaning,
  title: "收入决算表",
  unit: "万元",
  captions,
  columns,
  rows: byFunction(form, [
    ["本年收入合计", acrossOf(fiscal, ...otherLabels)],
    [
      fiscal,
      selected((code) =>
        sum(received(code, "general-public-budget"), received(code, "government-fund"), received(code, "state-capital"))
      )
    ],
    ...others.map((source) => [Sources.labelOf(source), selected((code) => received(code, source))] as const)
  ]),
  arrangement: { _tag: "List", stubs: codeAndName },
  notes: ["注：本表反映部门本年度取得的各项收入情况。"]
}
