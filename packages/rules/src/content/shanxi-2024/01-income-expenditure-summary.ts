/**
 * 公开01表 收入支出决算总表: 62 lines. The closing carry-over is summed from its own derivation by fund and project, so both
 * totals are sums of their own: that they are equal is a theorem, not a definition that cannot fail.
 */
import { Fund, Quantities, RevenueSource } from "@juesuan/domain"
import { select, sum, sumOver } from "../../formula/Formula.ts"
import type { Definition } from "../../Rule.ts"
import type { FormContext, RowTemplate, TableTemplate } from "../../TableTemplate.ts"
import { captions, definition, facing, formOf, formRow, itemAndLine, numeral } from "./form.ts"

const form = formOf("公开01", "income-expenditure-summary")

const income = { title: "收入", first: 1, last: 31 }
const expenditure = { title: "支出", first: 32, last: 62 }

const rules = {
  revenue: form.rule("revenue", "各来源的收入"),
  incomeOfYear: form.rule("income-of-year", "本年收入合计"),
  surplusUsed: form.rule("surplus-used", "使用非财政拨款结余(含专用结余)"),
  opening: form.rule("opening-carryover", "年初结转和结余"),
  incomeTotal: form.rule("income-total", "收入总计"),
  byClass: form.rule("expenditure-by-class", "各类支出"),
  expenditureOfYear: form.rule("expenditure-of-year", "本年支出合计"),
  distributed: form.rule("surplus-distributed", "结余分配"),
  closing: form.rule("closing-carryover", "年末结转和结余"),
  expenditureTotal: form.rule("expenditure-total", "支出总计")
}

const inIncome = (key: string) => form.cell(key, income.title)
const inExpenditure = (key: string) => form.cell(key, expenditure.title)

const incomeRow = (line: number, key: string, meaning: string, defined: Definition): RowTemplate =>
  formRow(key, meaning, { [income.title]: defined }, { lines: { [income.title]: line } })

const expenditureRow = (line: number, key: string, meaning: string, defined: Definition): RowTemplate =>
  formRow(key, meaning, { [expenditure.title]: defined }, { lines: { [expenditure.title]: line } })

const revenueRows = RevenueSource.ids.map((source, index) => {
  const { label, line } = RevenueSource.entries[source]
  const received = definition(rules.revenue, select({ account: "revenue", item: [source] }))
  return { ...incomeRow(line, label, `revenue.${source}`, received), label: `${numeral(index + 1)}、${label}` }
})

const everyRevenue = revenueRows.map(({ key }) => inIncome(key))

const incomeRows: ReadonlyArray<RowTemplate> = [
  ...revenueRows,
  incomeRow(
    27,
    "本年收入合计",
    "income-of-year",
    definition(rules.incomeOfYear, sumOver("各项收入", everyRevenue, Quantities.yuan))
  ),
  incomeRow(
    28,
    "使用非财政拨款结余(含专用结余)",
    "surplus-used",
    definition(rules.surplusUsed, select({ account: "surplus-used" }))
  ),
  incomeRow(
    29,
    "年初结转和结余",
    "opening-carryover",
    definition(rules.opening, select({ account: "opening-carryover" }))
  )
]

const spentOn = (code: string): Definition =>
  definition(rules.byClass, select({ account: "payment", functional: [code] }))

const classRows = ({ functionalClasses, furtherClasses }: FormContext): ReadonlyArray<RowTemplate> => [
  ...functionalClasses.map(({ code, name }, index) => ({
    ...expenditureRow(expenditure.first + index, code, `expenditure.${code}`, spentOn(code)),
    label: `${numeral(index + 1)}、${name}`
  })),
  ...furtherClasses.map(({ code, name }) =>
    formRow(code, `expenditure.${code}`, { [expenditure.title]: spentOn(code) }, { label: name })
  )
]

const expenditureRows = (context: FormContext): ReadonlyArray<RowTemplate> => {
  const classes = classRows(context)
  const everyClass = classes.map(({ key }) => inExpenditure(key))
  const closing = sumOver("各资金、各项目年末结转和结余", context.closing(Fund.ids), Quantities.yuan)
  return [
    ...classes,
    expenditureRow(
      58,
      "本年支出合计",
      "expenditure-of-year",
      definition(rules.expenditureOfYear, sumOver("各类支出", everyClass, Quantities.yuan))
    ),
    expenditureRow(
      59,
      "结余分配",
      "surplus-distributed",
      definition(rules.distributed, select({ account: "surplus-distributed" }))
    ),
    expenditureRow(60, "年末结转和结余", "closing-carryover", definition(rules.closing, closing))
  ]
}

const total = formRow(
  "总计",
  "total",
  {
    [income.title]: definition(
      rules.incomeTotal,
      sum(inIncome("本年收入合计"), inIncome("使用非财政拨款结余(含专用结余)"), inIncome("年初结转和结余"))
    ),
    [expenditure.title]: definition(
      rules.expenditureTotal,
      sum(inExpenditure("本年支出合计"), inExpenditure("结余分配"), inExpenditure("年末结转和结余"))
    )
  },
  { lines: { [income.title]: income.last, [expenditure.title]: expenditure.last } }
)

export const incomeExpenditureSummary: TableTemplate = {
  id: form.id,
  meaning: form.meaning,
  title: "收入支出决算总表",
  unit: "万元",
  captions,
  columns: [
    { number: 1, label: income.title, headings: ["收入", "金额"], meaning: "income" },
    { number: 2, label: expenditure.title, headings: ["支出", "金额"], meaning: "expenditure" }
  ],
  rows: { _tag: "Form", rows: (context) => [...incomeRows, ...expenditureRows(context), total] },
  arrangement: {
    _tag: "SideBySide",
    sides: [
      { title: income.title, stubs: itemAndLine, columns: [income.title] },
      { title: expenditure.title, stubs: itemAndLine, columns: [expenditure.title] }
    ],
    lines: (rows) => facing([income, expenditure], rows)
  },
  notes: ["注：本表反映部门本年度的总收入和年末结转结余情况。本套报表金额单位转换时可能存在尾数误差。"]
}
