/** 公开03表 支出决算表: expenditure by functional code and 支出类型, of all funds. */
import { ExpenditureKind } from "@juesuan/domain"
import { select } from "../../formula/Formula.ts"
import type { TableTemplate } from "../../TableTemplate.ts"
import { captions, formOf } from "./form.ts"
import { acrossOf, byFunction, codeAndName, selected } from "./hierarchy.ts"

const form = formOf("公开03", "expenditure")

const total = "本年支出合计"
const { labelOf } = ExpenditureKind

export const expenditureByFunction: TableTemplate = {
  id: form.id,
  meaning: form.meaning,
  title: "支出决算表",
  unit: "万元",
  captions,
  columns: [
    { number: 1, label: total, headings: [total], meaning: "expenditure-of-year" },
    ...ExpenditureKind.ids.map((kind, index) => ({
      number: index + 2,
      label: labelOf(kind),
      headings: [labelOf(kind)],
      meaning: `expenditure.${kind}`
    }))
  ],
  rows: byFunction(form, [
    [total, acrossOf(labelOf("basic"), ...ExpenditureKind.ids.filter((kind) => kind !== "basic").map(labelOf))],
    ...ExpenditureKind.ids.map(
      (kind) =>
        [labelOf(kind), selected((code) => select({ account: "payment", functional: [code], kind: [kind] }))] as const
    )
  ]),
  arrangement: { _tag: "List", stubs: codeAndName },
  notes: ["注：本表反映部门本年度各项支出情况。"]
}
