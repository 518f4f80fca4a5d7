/** 公开09表 财政拨款“三公”经费支出决算表: 预算数 is the full-year budget after adjustments; 决算数 is what was paid from the three budgets of 财政拨款, carry-over included. */
import { type Column, Fund, type ThreePublicItem } from "@juesuan/domain"
import { select, sum } from "../../formula/Formula.ts"
import type { Definition } from "../../Rule.ts"
import type { TableTemplate } from "../../TableTemplate.ts"
import { captions, definition, formOf, formRow } from "./form.ts"

const note =
  "注：本表反映部门本年度“三公”经费支出预决算情况。其中，预算数为“三公”经费全年预算数，反映按规定程序调整后的预算数；决算数是包括当年财政拨款和以前年度结转资金安排的实际支出。"

const form = formOf("公开09", "three-public")

const rules = {
  budget: form.rule("budget", "“三公”经费全年预算数", note),
  actual: form.rule("actual", "“三公”经费决算数", note),
  vehicles: form.rule("vehicles", "公务用车购置及运行维护费小计"),
  total: form.rule("total", "“三公”经费合计")
}

/** Per item the economic codes that are paid for it. */
const economicCodes: Readonly<Record<ThreePublicItem, ReadonlyArray<string>>> = {
  "overseas-travel": ["30212"],
  "vehicle-purchase": ["30913", "31013"],
  "vehicle-operation": ["30231"],
  "official-reception": ["30217"]
}

const fiscal = Fund.ids.filter((fund) => Fund.entries[fund].fiscal)
const vehicles = "公务用车购置及运行维护费"

/** The six columns of a half: where they stand, what they are called, what they mean. */
const halves = [
  {
    title: "预算数",
    first: 1,
    meaning: "budget",
    of: (item: ThreePublicItem): Definition =>
      definition(rules.budget, select({ account: ["three-public-budget", "three-public-adjustment"], item: [item] }))
  },
  {
    title: "决算数",
    first: 7,
    meaning: "actual",
    of: (item: ThreePublicItem): Definition =>
      definition(rules.actual, select({ account: "payment", fund: fiscal, economic: economicCodes[item] }))
  }
] as const
type Half = (typeof halves)[number]

const key = "三公经费"
const labels = {
  total: "合计",
  overseas: "因公出国(境)费",
  vehicles: `${vehicles}小计`,
  purchase: "公务用车购置费",
  operation: "公务用车运行维护费",
  reception: "公务接待费"
} as const

const columnsOf = ({ first, meaning, title }: Half): ReadonlyArray<Column> => {
  const column = (offset: number, label: string, of: string, headings: ReadonlyArray<string>): Column => ({
    number: first + offset,
    label: `${title}·${label}`,
    headings: [title, ...headings],
    meaning: `${meaning}.${of}`
  })
  return [
    column(0, labels.total, "total", [labels.total]),
    column(1, labels.overseas, "overseas-travel", [labels.overseas]),
    column(2, labels.vehicles, "vehicles", [vehicles, "小计"]),
    column(3, labels.purchase, "vehicle-purchase", [vehicles, labels.purchase]),
    column(4, labels.operation, "vehicle-operation", [vehicles, labels.operation]),
    column(5, labels.reception, "official-reception", [labels.reception])
  ]
}

const cellsOf = ({ of, title }: Half): Readonly<Record<string, Definition>> => {
  const cell = (label: string) => form.cell(key, `${title}·${label}`, label)
  return {
    [`${title}·${labels.total}`]: definition(
      rules.total,
      sum(cell(labels.overseas), cell(labels.vehicles), cell(labels.reception))
    ),
    [`${title}·${labels.overseas}`]: of("overseas-travel"),
    [`${title}·${labels.vehicles}`]: definition(rules.vehicles, sum(cell(labels.purchase), cell(labels.operation))),
    [`${title}·${labels.purchase}`]: of("vehicle-purchase"),
    [`${title}·${labels.operation}`]: of("vehicle-operation"),
    [`${title}·${labels.reception}`]: of("official-reception")
  }
}

const [budget, actual] = halves

export const threePublic: TableTemplate = {
  id: form.id,
  meaning: form.meaning,
  title: "财政拨款“三公”经费支出决算表",
  unit: "万元",
  captions,
  columns: [...columnsOf(budget), ...columnsOf(actual)],
  rows: {
    _tag: "Form",
    rows: () => [formRow(key, "three-public", { ...cellsOf(budget), ...cellsOf(actual) }, { label: "“三公”经费" })]
  },
  arrangement: { _tag: "List", stubs: [] },
  notes: [note]
}
