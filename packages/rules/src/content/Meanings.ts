/**
 * 表的含义: what the tables, rows and columns of a disclosure mean, whatever they are called, numbered and in whatever order
 * they stand in a place. Readers recognise by it, rules bind to it, and nothing else in a rule names a row or column.
 *
 * Rows of a table by code mean their code (`201`, `20103`, `2010306`, `301`, `30101`); `total` is 合计. In a form (收支总表)
 * the line of a functional class means `expenditure.201`.
 */
import { Fund, ProcurementCategory, RevenueSource, ThreePublicCount, UnitCategory, VehicleKind } from "@juesuan/domain"

/** A table with the meanings of its columns and of the rows that every form of it may print. */
export interface TableMeaning {
  readonly meaning: string
  /** 表名. */
  readonly label: string
  readonly columns: Readonly<Record<string, string>>
  /** Rows that are no codes. `expenditure.<类>` and codes are not listed. */
  readonly rows: Readonly<Record<string, string>>
  /** What the rows are: lines of a form, 功能分类 codes, or 经济分类 codes. */
  readonly by: "form" | "functional" | "economic"
}

const labelled = <Id extends string>(
  prefix: string,
  ids: ReadonlyArray<Id>,
  labelOf: (id: Id) => string
): Readonly<Record<string, string>> => Object.fromEntries(ids.map((id) => [`${prefix}.${id}`, labelOf(id)]))

const fiscalFunds = Fund.ids.filter((fund) => Fund.entries[fund].fiscal)

const total = { total: "合计" } as const
const basicAndProject = {
  "expenditure-of-year": "本年支出合计",
  "expenditure.basic": "基本支出",
  "expenditure.project": "项目支出"
} as const

/** What a budget's own table prints where it tells carry-over and income too. */
const flowColumns = {
  "opening-carryover": "年初结转和结余",
  "income-of-year": "本年收入",
  ...basicAndProject,
  "closing-carryover": "年末结转和结余"
} as const

const threePublicColumns = (prefix: string, title: string): Readonly<Record<string, string>> => ({
  [`${prefix}.total`]: `${title}合计`,
  [`${prefix}.overseas-travel`]: `${title}因公出国（境）费`,
  [`${prefix}.vehicles`]: `${title}公务用车购置及运行维护费小计`,
  [`${prefix}.vehicle-purchase`]: `${title}公务用车购置费`,
  [`${prefix}.vehicle-operation`]: `${title}公务用车运行维护费`,
  [`${prefix}.official-reception`]: `${title}公务接待费`
})

/** 收入支出决算总表 … 相关信息统计表; a table that a place adds is added here. */
export const tableMeanings = {
  "income-expenditure-summary": {
    meaning: "income-expenditure-summary",
    label: "收入支出决算总表",
    by: "form",
    columns: { income: "收入", expenditure: "支出" },
    rows: {
      ...labelled("revenue", RevenueSource.ids, RevenueSource.labelOf),
      // Older forms print 财政拨款 as one line, with its budgets as parts of it.
      "revenue.fiscal": "财政拨款收入",
      "income-of-year": "本年收入合计",
      "surplus-used": "使用非财政拨款结余（含专用结余）",
      "opening-carryover": "年初结转和结余",
      "expenditure-of-year": "本年支出合计",
      "surplus-distributed": "结余分配",
      "closing-carryover": "年末结转和结余",
      total: "总计"
    }
  },
  income: {
    meaning: "income",
    label: "收入决算表",
    by: "functional",
    columns: {
      "income-of-year": "本年收入合计",
      "revenue.fiscal": "财政拨款收入",
      ...labelled(
        "revenue",
        RevenueSource.ids.filter((id) => RevenueSource.entries[id].fund === "non-fiscal"),
        RevenueSource.labelOf
      )
    },
    rows: total
  },
  expenditure: {
    meaning: "expenditure",
    label: "支出决算表",
    by: "functional",
    columns: {
      ...basicAndProject,
      "expenditure.remitted-to-superior": "上缴上级支出",
      "expenditure.operating": "经营支出",
      "expenditure.subsidy-to-subordinate": "对附属单位补助支出"
    },
    rows: total
  },
  "fiscal-income-expenditure-summary": {
    meaning: "fiscal-income-expenditure-summary",
    label: "财政拨款收入支出决算总表",
    by: "form",
    columns: {
      income: "收入",
      "expenditure.fiscal": "支出合计",
      ...labelled("expenditure", fiscalFunds, Fund.labelOf)
    },
    rows: {
      ...labelled("revenue", fiscalFunds, Fund.labelOf),
      "income-of-year": "本年收入合计",
      "opening-carryover": "年初财政拨款结转和结余",
      ...labelled("opening-carryover", fiscalFunds, Fund.labelOf),
      "expenditure-of-year": "本年支出合计",
      "closing-carryover": "年末财政拨款结转和结余",
      ...labelled("closing-carryover", fiscalFunds, Fund.labelOf),
      total: "总计"
    }
  },
  "general-public-budget-expenditure": {
    meaning: "general-public-budget-expenditure",
    label: "一般公共预算财政拨款支出决算表",
    by: "functional",
    // Places that print it as an income and expenditure table (Yunnan) have the columns of the funds table.
    columns: flowColumns,
    rows: total
  },
  "general-public-budget-basic-expenditure": {
    meaning: "general-public-budget-basic-expenditure",
    label: "一般公共预算财政拨款基本支出决算明细表",
    by: "economic",
    // Places that print a list have the two parts as columns.
    columns: { amount: "决算数", personnel: "人员经费", "public-use": "公用经费" },
    rows: { total: "合计", personnel: "人员经费合计", "public-use": "公用经费合计" }
  },
  "government-fund": {
    meaning: "government-fund",
    label: "政府性基金预算财政拨款收入支出决算表",
    by: "functional",
    columns: flowColumns,
    rows: total
  },
  "state-capital-expenditure": {
    meaning: "state-capital-expenditure",
    label: "国有资本经营预算财政拨款支出决算表",
    by: "functional",
    // Places that print it as an income and expenditure table (Shanghai) have the columns of the funds table.
    columns: flowColumns,
    rows: total
  },
  "three-public": {
    meaning: "three-public",
    label: "财政拨款“三公”经费支出决算表",
    by: "form",
    // Which budget 预算数 is (年初, 全年) is said by the table's notes or headings, not by the meaning.
    columns: { ...threePublicColumns("budget", "预算数"), ...threePublicColumns("actual", "决算数") },
    rows: { "three-public": "“三公”经费" }
  },
  "further-information": {
    meaning: "further-information",
    label: "部门决算公开相关信息统计表",
    by: "form",
    columns: { amount: "统计数" },
    rows: {
      procurement: "政府采购合计",
      ...labelled("procurement", ProcurementCategory.ids, ProcurementCategory.labelOf),
      ...labelled("operating-expenditure", UnitCategory.ids, UnitCategory.labelOf),
      vehicles: "车辆数合计",
      ...labelled("vehicles", VehicleKind.ids, VehicleKind.labelOf),
      ...labelled("three-public-count", ThreePublicCount.ids, ThreePublicCount.labelOf),
      "large-equipment": "单价100万元（含）以上设备（不含车辆）"
    }
  }
} as const satisfies Readonly<Record<string, TableMeaning>>

/** 各项: families of meanings, with the name that statements print before the star: `收入*`. */
export const meaningGroups: ReadonlyArray<{ readonly prefix: string; readonly label: string }> = [
  { prefix: "revenue.", label: "收入" },
  { prefix: "expenditure.", label: "支出" },
  { prefix: "expenditure", label: "本年支出及各项支出" },
  { prefix: "opening-carryover.", label: "年初结转和结余" },
  { prefix: "closing-carryover.", label: "年末结转和结余" },
  { prefix: "procurement.", label: "政府采购" },
  { prefix: "vehicles.", label: "车辆" },
  { prefix: "three-public-count.", label: "“三公”经费实物量" },
  { prefix: "budget.", label: "预算数" },
  { prefix: "actual.", label: "决算数" }
]

/**
 * What a meaning is called in its table; with its family in front where the bare name would not tell it apart:
 * `年末结转和结余·一般公共预算财政拨款`.
 */
export const nameOfMeaning = (labels: Readonly<Record<string, string>>, meaning: string): string | undefined => {
  const label = labels[meaning]
  if (label === undefined || Object.values(labels).filter((other) => other === label).length === 1) return label
  const group = meaningGroups.find(({ prefix }) => prefix.endsWith(".") && meaning.startsWith(prefix))
  return group === undefined ? meaning : `${group.label}·${label}`
}
