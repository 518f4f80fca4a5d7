/** 公开04表 财政拨款收入支出决算总表: 64 lines, of the three budgets of 财政拨款 only. Lines 61–63 are printed empty. */
import { Fund, Quantities } from "@juesuan/domain"
import { select, sum, sumOver } from "../../formula/Formula.ts"
import type { Definition, RuleHeader } from "../../Rule.ts"
import type { FormContext, RowTemplate, TableTemplate } from "../../TableTemplate.ts"
import { captions, definition, facing, formOf, formRow, itemAndLine, numeral } from "./form.ts"

const form = formOf("公开04", "fiscal-income-expenditure-summary")
const { yuan } = Quantities

const income = { title: "收入", first: 1, last: 32 }
const expenditure = { title: "支出", first: 33, last: 64 }

const budgets = Fund.ids.filter((fund) => Fund.entries[fund].fiscal)
const budgetLabels = budgets.map((fund) => Fund.labelOf(fund))
const together = "合计"

const rules = {
  revenue: form.rule("revenue", "各项财政拨款收入"),
  incomeOfYear: form.rule("income-of-year", "本年收入合计"),
  opening: form.rule("opening-carryover", "年初财政拨款结转和结余"),
  openingByBudget: form.rule("opening-carryover-by-budget", "各项财政拨款年初结转和结余"),
  incomeTotal: form.rule("income-total", "财政拨款收入总计"),
  byClass: form.rule("expenditure-by-class", "各类财政拨款支出"),
  acrossBudgets: form.rule("across-budgets", "三项财政拨款合计"),
  expenditureOfYear: form.rule("expenditure-of-year", "本年支出合计"),
  closing: form.rule("closing-carryover", "年末财政拨款结转和结余"),
  expenditureTotal: form.rule("expenditure-total", "财政拨款支出总计")
}

const opening = "年初财政拨款结转和结余"
const closing = "年末财政拨款结转和结余"
const inIncome = (key: string, label = key) => form.cell(key, income.title, label)

const incomeRow = (line: number, key: string, meaning: string, defined: Definition): RowTemplate =>
  formRow(key, meaning, { [income.title]: defined }, { lines: { [income.title]: line } })

const incomeRows: ReadonlyArray<RowTemplate> = [
  ...budgets.map((fund, index) => ({
    ...incomeRow(
      index + 1,
      Fund.labelOf(fund),
      `revenue.${fund}`,
      definition(rules.revenue, select({ account: "revenue", fund: [fund] }))
    ),
    label: `${numeral(index + 1)}、${Fund.labelOf(fund)}`
  })),
  incomeRow(
    27,
    "本年收入合计",
    "income-of-year",
    definition(
      rules.incomeOfYear,
      sumOver(
        "各项财政拨款收入",
        budgetLabels.map((key) => inIncome(key)),
        yuan
      )
    )
  ),
  incomeRow(
    28,
    opening,
    "opening-carryover",
    definition(
      rules.opening,
      sumOver(
        "各项财政拨款",
        budgetLabels.map((label) => inIncome(`${opening}·${label}`, label)),
        yuan
      )
    )
  ),
  ...budgets.map((fund, index) => ({
    ...incomeRow(
      29 + index,
      `${opening}·${Fund.labelOf(fund)}`,
      `opening-carryover.${fund}`,
      definition(rules.openingByBudget, select({ account: "opening-carryover", fund: [fund] }))
    ),
    label: Fund.labelOf(fund),
    level: 1
  }))
]

/** A row of the expenditure side: each budget by its definition, and their sum under 合计. */
const acrossBudgets = (
  key: string,
  rule: RuleHeader,
  of: (fund: Fund) => Definition["formula"]
): RowTemplate["cells"] => {
  const [first = together, ...rest] = budgetLabels
  const inBudget = (label: string) => form.cell(key, label, label)
  return {
    [together]: definition(rules.acrossBudgets, sum(inBudget(first), ...rest.map(inBudget))),
    ...Object.fromEntries(budgets.map((fund) => [Fund.labelOf(fund), definition(rule, of(fund))]))
  }
}

/** A row of the expenditure side that adds up other rows, column by column. */
const addedUp = (rule: RuleHeader, of: (column: string) => Definition["formula"]): RowTemplate["cells"] =>
  Object.fromEntries([together, ...budgetLabels].map((column) => [column, definition(rule, of(column))]))

const spentOn = (code: string): RowTemplate["cells"] =>
  acrossBudgets(code, rules.byClass, (fund) => select({ account: "payment", fund: [fund], functional: [code] }))

const expenditureRows = (context: FormContext): ReadonlyArray<RowTemplate> => {
  const { functionalClasses, furtherClasses } = context
  const classes = [
    ...functionalClasses.map(({ code, name }, index) =>
      formRow(code, `expenditure.${code}`, spentOn(code), {
        label: `${numeral(index + 1)}、${name}`,
        lines: { [expenditure.title]: expenditure.first + index }
      })
    ),
    ...furtherClasses.map(({ code, name }) => formRow(code, `expenditure.${code}`, spentOn(code), { label: name }))
  ]
  const everyClass = (column: string) => classes.map(({ key }) => form.cell(key, column))
  return [
    ...classes,
    formRow(
      "本年支出合计",
      "expenditure-of-year",
      addedUp(rules.expenditureOfYear, (column) => sumOver("各类支出", everyClass(column), yuan)),
      { lines: { [expenditure.title]: 59 } }
    ),
    formRow(
      closing,
      "closing-carryover",
      acrossBudgets(closing, rules.closing, (fund) => sumOver("各项目年末结转和结余", context.closing([fund]), yuan)),
      { lines: { [expenditure.title]: 60 } }
    )
  ]
}

const total = formRow(
  "总计",
  "total",
  {
    [income.title]: definition(rules.incomeTotal, sum(inIncome("本年收入合计"), inIncome(opening))),
    ...addedUp(rules.expenditureTotal, (column) => sum(form.cell("本年支出合计", column), form.cell(closing, column)))
  },
  { lines: { [income.title]: income.last, [expenditure.title]: expenditure.last } }
)

export const fiscalIncomeExpenditureSummary: TableTemplate = {
  id: form.id,
  meaning: form.meaning,
  title: "财政拨款收入支出决算总表",
  unit: "万元",
  captions,
  columns: [
    { number: 1, label: income.title, headings: ["收入", "金额"], meaning: "income" },
    { number: 2, label: together, headings: ["支出", together], meaning: "expenditure.fiscal" },
    ...budgets.map((fund, index) => ({
      number: index + 3,
      label: Fund.labelOf(fund),
      headings: ["支出", Fund.labelOf(fund)],
      meaning: `expenditure.${fund}`
    }))
  ],
  rows: { _tag: "Form", rows: (context) => [...incomeRows, ...expenditureRows(context), total] },
  arrangement: {
    _tag: "SideBySide",
    sides: [
      { title: income.title, stubs: itemAndLine, columns: [income.title] },
      { title: expenditure.title, stubs: itemAndLine, columns: [together, ...budgetLabels] }
    ],
    lines: (rows) => facing([income, expenditure], rows)
  },
  notes: [
    "注：本表反映部门本年度一般公共预算财政拨款、政府性基金预算财政拨款和国有资本经营预算财政拨款的总收支和年末结转结余情况。"
  ]
}
