/** 栏名: by which headings the columns of the tables are known. Compared is the heading path, joined without signs. */
import type { TableMeaningId } from "./table-names.ts"

export interface ColumnName {
  readonly meaning: string
  /** Of the lowest heading, or of all joined from the highest. */
  readonly says: RegExp
}

const spent: ReadonlyArray<ColumnName> = [
  { meaning: "expenditure.basic", says: /(?:^|本年支出(?:合计)?)基本支出(?:小计|合计)?$/u },
  { meaning: "expenditure.project", says: /(?:^|本年支出(?:合计)?)项目支出(?:小计|合计)?$/u },
  {
    meaning: "expenditure-of-year",
    says: /^(?:合计|小计|总计|本年支出(?:合计|小计)*|支出合计|决算数?(?:合计|小计)?|金额)$/u
  }
]

const movement: ReadonlyArray<ColumnName> = [
  {
    meaning: "opening-carryover",
    says: /^(?:年初|上年|期初)(?:财政拨款)?结转(?:和|与|及)?(?:结余)?(?:资金)?(?:合计|小计)?$/u
  },
  { meaning: "income-of-year", says: /^本年(?:财政拨款)?收入(?:合计|小计)?$/u },
  {
    meaning: "closing-carryover",
    says: /^(?:年末|期末)(?:财政拨款)?结转(?:和|与|及)?(?:结余)?(?:资金)?(?:合计|小计)?$|^结转下年$/u
  }
]

/** By table. The first that fits counts; `total` of a group stands last. */
export const columnNames: Readonly<Partial<Record<TableMeaningId, ReadonlyArray<ColumnName>>>> = {
  income: [
    { meaning: "revenue.fiscal", says: /^财政拨款(?:收入)?(?:小计|合计)?$/u },
    { meaning: "revenue.superior-subsidy", says: /^上级补助收入$/u },
    { meaning: "revenue.institutional", says: /^事业收入(?:小计|合计|金额)?$/u },
    { meaning: "revenue.operating", says: /^(?:事业单位)?经营收入$/u },
    { meaning: "revenue.subordinate-remittance", says: /^附属单位上缴收入$/u },
    { meaning: "revenue.other", says: /^其他收入$/u },
    { meaning: "income-of-year", says: /^(?:本年收入(?:合计|小计)*|收入合计|合计|总计)$/u }
  ],
  expenditure: [
    ...spent,
    { meaning: "expenditure.remitted-to-superior", says: /^上缴上级支出$/u },
    { meaning: "expenditure.operating", says: /^(?:事业单位)?经营支出$/u },
    { meaning: "expenditure.subsidy-to-subordinate", says: /^对附属单位补助(?:支出)?$/u }
  ],
  "general-public-budget-expenditure": [...movement, ...spent],
  "government-fund": [...movement, ...spent],
  "state-capital-expenditure": [...movement, ...spent],
  "general-public-budget-basic-expenditure": [
    { meaning: "personnel", says: /^人员经费(?:支出)?(?:合计|小计)?$/u },
    { meaning: "public-use", says: /^(?:日常)?公用经费(?:支出)?(?:合计|小计)?$/u },
    {
      meaning: "amount",
      says: /^(?:(?:本年)?决算数?|金额|合计|小计|决算金额|支出决算|基本支出|本年支出|本年基本支出)(?:合计|小计)?$/u
    }
  ],
  "fiscal-income-expenditure-summary": [
    { meaning: "expenditure.general-public-budget", says: /一般公共预算(?:财政)?(?:拨款)?(?:支出)?$/u },
    { meaning: "expenditure.government-fund", says: /政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:支出)?$/u },
    { meaning: "expenditure.state-capital", says: /国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:支出)?$/u },
    { meaning: "amount", says: /(?:^|支出|收入)(?:(?:本年)?决算数?|金额|合计|小计|支出|收入)(?:合计|小计)?$/u }
  ],
  "income-expenditure-summary": [
    { meaning: "amount", says: /(?:^|支出|收入)(?:(?:本年)?决算数?|金额|合计|小计|支出|收入)(?:合计|小计)?$/u }
  ],
  "further-information": [{ meaning: "amount", says: /^(?:统计数|(?:本年)?决算数?|金额|数量|合计)$/u }]
}
