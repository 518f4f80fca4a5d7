/** 公开06表 一般公共预算财政拨款基本支出决算明细表: every class and 款 of the economic classification, in four blocks side by side. */
import { type PrintedLine, Quantities, type Stub } from "@juesuan/domain"
import { type Formula, select, sumOver } from "../../formula/Formula.ts"
import type { EconomicRow, RowTemplate, TableTemplate } from "../../TableTemplate.ts"
import { captions, definition, formOf, formRow } from "./form.ts"

const form = formOf("公开06", "general-public-budget-basic-expenditure")

const amount = "决算数"
const parts = { personnel: "人员经费", "public-use": "公用经费" } as const
const totalOf = (part: EconomicRow["part"]): string => `${parts[part]}合计`

const rules = {
  section: form.rule("section", "款级科目"),
  class: form.rule("class", "类级科目"),
  part: form.rule("part", "人员经费合计、公用经费合计")
}

const isClass = ({ code }: EconomicRow): boolean => code.length === 3

/** A class adds up its 款; one that money was paid under directly is selected as a whole. */
const formulaOf = (item: EconomicRow, items: ReadonlyArray<EconomicRow>): Formula => {
  const { code, used } = item
  if (used || !isClass(item)) {
    return select({ account: "payment", fund: ["general-public-budget"], kind: ["basic"], economic: [code] })
  }
  const sections = items.filter((other) => other.code !== code && other.code.startsWith(code))
  return sumOver(
    "各款",
    sections.map((section) => form.cell(section.code, amount)),
    Quantities.yuan
  )
}

const rowOf = (item: EconomicRow, items: ReadonlyArray<EconomicRow>): RowTemplate => {
  const { code, name } = item
  const cells = { [amount]: definition(isClass(item) ? rules.class : rules.section, formulaOf(item, items)) }
  return formRow(code, code, cells, { label: name, level: isClass(item) ? 1 : 2 })
}

const totalRow = (part: EconomicRow["part"], items: ReadonlyArray<EconomicRow>): RowTemplate => {
  const classes = items.filter((item) => item.part === part && isClass(item))
  const of = sumOver(
    "各类",
    classes.map(({ code }) => form.cell(code, amount)),
    Quantities.yuan
  )
  return formRow(totalOf(part), part, { [amount]: definition(rules.part, of) })
}

const rows = (items: ReadonlyArray<EconomicRow>): ReadonlyArray<RowTemplate> =>
  (["personnel", "public-use"] as const).flatMap((part) => [
    ...items.filter((item) => item.part === part).map((item) => rowOf(item, items)),
    totalRow(part, items)
  ])

/** The first code of the third and the fourth block; the first block holds 人员经费, the second begins 公用经费. */
const thirdBlock = "307"
const fourthBlock = "31011"

const inBlock = (code: string): number => {
  if (code.startsWith("301") || code.startsWith("303")) return 0
  return code < thirdBlock ? 1 : code < fourthBlock ? 2 : 3
}

const lines = (all: ReadonlyArray<RowTemplate>): ReadonlyArray<PrintedLine> => {
  const coded = all.filter(({ level }) => level > 0)
  const blocks = [0, 1, 2, 3].map((block) => coded.filter(({ key }) => inBlock(key) === block))
  const height = Math.max(...blocks.map((block) => block.length))
  const body = Array.from({ length: height }, (_, index) => ({
    sides: blocks.map((block) => {
      const row = block[index]
      return row === undefined ? {} : { row: row.key }
    })
  }))
  return [...body, { sides: [{ row: totalOf("personnel") }, {}, {}, { row: totalOf("public-use") }] }]
}

const stubs: ReadonlyArray<Stub> = [
  { holds: "code", headings: ["科目代码"] },
  { holds: "label", headings: ["科目名称"] }
]
const block = (title: string) => ({ title, stubs, columns: [amount] })

export const basicExpenditureDetail: TableTemplate = {
  id: form.id,
  meaning: form.meaning,
  title: "一般公共预算财政拨款基本支出决算明细表",
  unit: "万元",
  captions,
  columns: [{ number: null, label: amount, headings: [amount], meaning: "amount" }],
  rows: { _tag: "Form", rows: ({ economicItems }) => rows(economicItems) },
  arrangement: {
    _tag: "SideBySide",
    sides: [block(parts.personnel), block(parts["public-use"]), block(parts["public-use"]), block(parts["public-use"])],
    lines
  },
  notes: ["注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。"]
}
