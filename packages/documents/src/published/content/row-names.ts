/**
 * 行名: by which labels the rows of the forms are known. Labels are compared without numbering, blanks, quotes and
 * brackets with remarks; a line that begins with 其中 is part of another line and has no meaning of its own.
 */
import type { TableMeaningId } from "./table-names.ts"

export type Side = "income" | "expenditure"

export interface RowName {
  readonly meaning: string
  readonly says: RegExp
  readonly tables: ReadonlyArray<TableMeaningId>
  readonly side?: Side
}

const summary = ["income-expenditure-summary"] as const
const fiscal = ["fiscal-income-expenditure-summary"] as const
const both = [...summary, ...fiscal]

/** Sections of 财政拨款收入支出决算总表 whose rows are the budgets again. */
export const carryoverSections: ReadonlyArray<{ readonly meaning: string; readonly side: Side }> = [
  { meaning: "opening-carryover", side: "income" },
  { meaning: "closing-carryover", side: "expenditure" }
]

export const rowNames: ReadonlyArray<RowName> = [
  {
    meaning: "revenue.general-public-budget",
    says: /^一般公共预算(?:财政)?拨款(?:收入)?$/u,
    tables: both,
    side: "income"
  },
  {
    meaning: "revenue.government-fund",
    says: /^政府性基金(?:预算)?(?:财政)?拨款(?:收入)?$/u,
    tables: both,
    side: "income"
  },
  {
    meaning: "revenue.state-capital",
    says: /^国有资本经营(?:预算)?(?:财政)?拨款(?:收入)?$/u,
    tables: both,
    side: "income"
  },
  { meaning: "revenue.fiscal", says: /^(?:财政拨款收入|财政拨款|本年财政拨款收入)$/u, tables: both, side: "income" },
  { meaning: "revenue.superior-subsidy", says: /^上级补助收入$/u, tables: summary, side: "income" },
  { meaning: "revenue.institutional", says: /^事业收入$/u, tables: summary, side: "income" },
  { meaning: "revenue.operating", says: /^(?:事业单位)?经营收入$/u, tables: summary, side: "income" },
  { meaning: "revenue.subordinate-remittance", says: /^附属单位上缴收入$/u, tables: summary, side: "income" },
  { meaning: "revenue.other", says: /^其他收入$/u, tables: summary, side: "income" },
  {
    meaning: "income-of-year",
    says: /^(?:本年收入(?:合计|小计)?|收入合计|本年收入总计)$/u,
    tables: both,
    side: "income"
  },
  {
    meaning: "surplus-used",
    says: /^(?:使用.{0,6}(?:非财政拨款|专用)结余.*|用事业基金弥补收支差额|动用非财政拨款结余)$/u,
    tables: summary,
    side: "income"
  },
  {
    meaning: "opening-carryover",
    says: /^(?:年初|上年|期初)(?:财政拨款)?(?:结转(?:和|与|及|、)?结余|结转|结余)(?:资金)?$/u,
    tables: both,
    side: "income"
  },
  {
    meaning: "expenditure-of-year",
    says: /^(?:本年支出(?:合计|小计)?|支出合计|本年支出总计)$/u,
    tables: both,
    side: "expenditure"
  },
  { meaning: "surplus-distributed", says: /^结余分配$/u, tables: summary, side: "expenditure" },
  {
    meaning: "closing-carryover",
    says: /^(?:年末|期末|结转下年|年终)(?:财政拨款)?(?:结转(?:和|与|及|、)?结余|结转|结余)?(?:资金)?$/u,
    tables: both,
    side: "expenditure"
  },
  { meaning: "total", says: /^(?:总计|收入总计|收支总计)$/u, tables: both, side: "income" },
  { meaning: "total", says: /^(?:总计|支出总计|收支总计)$/u, tables: both, side: "expenditure" }
]

/** 合计 and the two parts of 基本支出, in the tables by codes. */
export const totalNames = /^(?:合计|总计|支出合计|收入合计|本年支出合计|本年收入合计|基本支出合计)$/u
export const personnelNames = /^人员(?:经费|支出)(?:合计|小计)?$/u
export const publicUseNames = /^(?:日常)?公用(?:经费|支出)(?:合计|小计)?$/u

/** 三公 items as rows or headings, and the sums over them. */
export const threePublicNames: ReadonlyArray<{ readonly item: string; readonly says: RegExp }> = [
  { item: "overseas-travel", says: /因公出国(?:\(境\))?(?:费|费用|经费|支出)*$/u },
  {
    item: "vehicles",
    says: /公务用车(?:购置[及和、与]?(?:运行)(?:维护)?(?:费用?|支出)*|费|费用|费小计|购置及运行费)(?:合计|小计)?$/u
  },
  { item: "vehicle-purchase", says: /^(?:公务用车|车辆)?购置(?:费用?|支出)*$/u },
  { item: "vehicle-operation", says: /^(?:公务用车|车辆)?运行(?:维护)?(?:费用?|支出)*$/u },
  { item: "official-reception", says: /^公务接待(?:费用?|支出)*$/u },
  { item: "total", says: /^(?:合计|小计|总计|三公经费(?:支出)?(?:合计|小计|总计)?|支出合计)$/u }
]

/** 相关信息: rows by section. */
export const furtherNames: ReadonlyArray<{
  readonly meaning: string
  readonly section?: RegExp
  readonly says: RegExp
}> = [
  { meaning: "procurement", section: /采购/u, says: /^(?:合计|政府采购(?:支出)?(?:合计|总额|情况合计))$/u },
  { meaning: "procurement", says: /^政府采购(?:支出)?(?:合计|总额)$/u },
  { meaning: "procurement.goods", section: /采购/u, says: /^(?:政府采购)?货物(?:支出)?$/u },
  { meaning: "procurement.works", section: /采购/u, says: /^(?:政府采购)?工程(?:支出)?$/u },
  { meaning: "procurement.services", section: /采购/u, says: /^(?:政府采购)?服务(?:支出)?$/u },
  { meaning: "procurement.goods", says: /^政府采购货物支出$/u },
  { meaning: "procurement.works", says: /^政府采购工程支出$/u },
  { meaning: "procurement.services", says: /^政府采购服务支出$/u },
  { meaning: "operating-expenditure.administrative", section: /运行经费/u, says: /^行政单位$/u },
  {
    meaning: "operating-expenditure.civil-servant-managed",
    section: /运行经费/u,
    says: /^参照公务员法管理的?事业单位$/u
  },
  { meaning: "vehicles", says: /^车辆数(?:合计|量)?$/u },
  { meaning: "vehicles.vice-provincial-leader", says: /^副(?:部|省).{0,6}(?:级)?(?:及)?以上领导(?:干部)?用车$/u },
  { meaning: "vehicles.principal-official", says: /^主要(?:负责人|领导|领导干部)用车$/u },
  { meaning: "vehicles.confidential-communication", says: /^机要通信用车$/u },
  { meaning: "vehicles.emergency", says: /^应急保障用车$/u },
  { meaning: "vehicles.law-enforcement", says: /^执法执勤用车$/u },
  { meaning: "vehicles.special-technical", says: /^特种专业技术用车$/u },
  { meaning: "vehicles.retired-cadres", says: /^离退休干部(?:服务)?用车$/u },
  { meaning: "vehicles.other", says: /^其他用车$/u },
  { meaning: "three-public-count.overseas-groups", says: /^因公出国(?:\(境\))?团组数?$/u },
  { meaning: "three-public-count.overseas-persons", says: /^因公出国(?:\(境\))?人次数?$/u },
  { meaning: "three-public-count.vehicles-purchased", says: /^公务用车购置(?:数量?|量)$/u },
  { meaning: "three-public-count.vehicles-kept", says: /^公务用车保有(?:量|数量?)$/u },
  { meaning: "three-public-count.domestic-reception-batches", says: /^国内公务接待批次数?$/u },
  { meaning: "three-public-count.domestic-reception-persons", says: /^国内公务接待人次数?$/u },
  { meaning: "large-equipment", says: /^单[价位](?:价值)?100万元(?:\(含\))?以上.*设备/u }
]
