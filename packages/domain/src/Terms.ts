/**
 * 术语: the closed lists of the field as data: identifier (stored) ↔ 中文 (shown). Everything a user sees is made from
 * these labels; a user may write the label, or an alias of it, wherever an identifier is accepted.
 */
import * as Schema from "effect/Schema"

/** One entry of a list. */
export interface Term {
  readonly label: string
  readonly aliases?: ReadonlyArray<string>
}

/**
 * 术语表: a closed list. `idOf` accepts identifier, label and aliases, whatever brackets, quotes and numbering look like,
 * and answers `undefined` to anything else.
 *
 * @example ThreePublicItem.idOf("1. 因公出国(境)费") // "overseas-travel"
 * @example ThreePublicItem.labelOf("overseas-travel") // "因公出国（境）费"
 */
export interface TermList<Id extends string, Entry extends Term = Term> {
  readonly ids: ReadonlyArray<Id>
  readonly schema: Schema.Literals<ReadonlyArray<Id>>
  readonly entries: { readonly [Key in Id]: Entry }
  readonly labelOf: (id: Id) => string
  readonly idOf: (text: string) => Id | undefined
}

/** 一、 (一) 1. 1、 (1) before a label, and 其中: after it. */
const numbering = /^(?:\(?[一二三四五六七八九十]+[、)]|\(?\d+[.、)])?(?:其中:)?/u

/**
 * A label as it is compared: full-width and half-width forms are the same, blanks, quotes and list numbering play no part.
 *
 * @example normalizedLabel("（一） “三公”经费 ") // "三公经费"
 */
export const normalizedLabel = (text: string): string => {
  const plain = text.normalize("NFKC").replaceAll(/["“”'‘’\s]/gu, "")
  return plain.replace(numbering, "") || plain
}

const namesOf = (id: string, { label, aliases = [] }: Term): ReadonlyArray<string> => [id, label, ...aliases]

const termList = <Id extends string, Entry extends Term>(
  entries: {
    readonly [Key in Id]: Entry
  }
): TermList<Id, Entry> => {
  const ids = Object.keys(entries) as Array<Id>
  const idByName = new Map<string, Id>()
  for (const id of ids) for (const name of namesOf(id, entries[id])) idByName.set(normalizedLabel(name), id)
  return {
    ids,
    schema: Schema.Literals(ids as ReadonlyArray<Id>),
    entries,
    labelOf: (id) => entries[id].label,
    idOf: (text) => idByName.get(normalizedLabel(text))
  }
}

/** 资金性质: the three budgets of 财政拨款, and everything else. */
export const Fund = termList({
  "general-public-budget": { label: "一般公共预算财政拨款", aliases: ["一般公共预算"], fiscal: true },
  "government-fund": { label: "政府性基金预算财政拨款", aliases: ["政府性基金预算", "政府性基金"], fiscal: true },
  "state-capital": { label: "国有资本经营预算财政拨款", aliases: ["国有资本经营预算"], fiscal: true },
  "non-fiscal": { label: "非财政拨款", aliases: ["非财政拨款资金"], fiscal: false }
})
export type Fund = (typeof Fund.ids)[number]

/** 收入来源 with their 行次 in 公开01; the source decides the fund. */
export const RevenueSource = termList({
  "general-public-budget": {
    label: "一般公共预算财政拨款收入",
    aliases: ["一般公共预算财政拨款"],
    fund: "general-public-budget" as Fund,
    line: 1
  },
  "government-fund": {
    label: "政府性基金预算财政拨款收入",
    aliases: ["政府性基金预算财政拨款"],
    fund: "government-fund" as Fund,
    line: 2
  },
  "state-capital": {
    label: "国有资本经营预算财政拨款收入",
    aliases: ["国有资本经营预算财政拨款"],
    fund: "state-capital" as Fund,
    line: 3
  },
  "superior-subsidy": { label: "上级补助收入", fund: "non-fiscal" as Fund, line: 4 },
  institutional: { label: "事业收入", fund: "non-fiscal" as Fund, line: 5 },
  operating: { label: "经营收入", aliases: ["事业单位经营收入"], fund: "non-fiscal" as Fund, line: 6 },
  "subordinate-remittance": { label: "附属单位上缴收入", fund: "non-fiscal" as Fund, line: 7 },
  other: { label: "其他收入", fund: "non-fiscal" as Fund, line: 8 }
})
export type RevenueSource = (typeof RevenueSource.ids)[number]

/** The fund that revenue of a source belongs to. */
export const fundOfSource = (source: RevenueSource): Fund => RevenueSource.entries[source].fund

/** 支出类型, in the order of 公开03 columns 2–6. */
export const ExpenditureKind = termList({
  basic: { label: "基本支出" },
  project: { label: "项目支出" },
  "remitted-to-superior": { label: "上缴上级支出" },
  operating: { label: "经营支出" },
  "subsidy-to-subordinate": { label: "对附属单位补助支出" }
})
export type ExpenditureKind = (typeof ExpenditureKind.ids)[number]

/** 预算调整方式; the sign is how the line's budget moves. */
export const AdjustmentKind = termList({
  supplement: { label: "追加", sign: 1 as 1 | -1 },
  reduction: { label: "追减", sign: -1 as 1 | -1 },
  withdrawal: { label: "收回", sign: -1 as 1 | -1 }
})
export type AdjustmentKind = (typeof AdjustmentKind.ids)[number]

/** 1 where the kind raises a budget, -1 where it lowers it. */
export const adjustmentSign = (kind: AdjustmentKind): 1 | -1 => AdjustmentKind.entries[kind].sign

/** 结余分配的去向. */
export const DistributionPurpose = termList({
  "income-tax": { label: "缴纳所得税", aliases: ["所得税"] },
  "special-surplus": { label: "提取专用结余", aliases: ["专用结余"] },
  "non-fiscal-surplus": { label: "转入非财政拨款结余", aliases: ["非财政拨款结余"] }
})
export type DistributionPurpose = (typeof DistributionPurpose.ids)[number]

/** 政府采购类别. */
export const ProcurementCategory = termList({
  goods: { label: "货物", aliases: ["政府采购货物支出"] },
  works: { label: "工程", aliases: ["政府采购工程支出"] },
  services: { label: "服务", aliases: ["政府采购服务支出"] }
})
export type ProcurementCategory = (typeof ProcurementCategory.ids)[number]

/** 供应商规模: 中小企业 are medium, small and micro; 小微企业 are small and micro. */
export const SupplierSize = termList({
  large: { label: "大型企业" },
  medium: { label: "中型企业" },
  small: { label: "小型企业" },
  micro: { label: "微型企业" }
})
export type SupplierSize = (typeof SupplierSize.ids)[number]

/** 车辆用途, the eight kinds of 公开10 in order. */
export const VehicleKind = termList({
  "vice-provincial-leader": { label: "副部（省）级及以上领导用车" },
  "principal-official": { label: "主要负责人用车", aliases: ["主要领导干部用车"] },
  "confidential-communication": { label: "机要通信用车" },
  emergency: { label: "应急保障用车" },
  "law-enforcement": { label: "执法执勤用车" },
  "special-technical": { label: "特种专业技术用车" },
  "retired-cadres": { label: "离退休干部服务用车", aliases: ["离退休干部用车"] },
  other: { label: "其他用车" }
})
export type VehicleKind = (typeof VehicleKind.ids)[number]

/** “三公”经费项目, in the order of 公开09. */
export const ThreePublicItem = termList({
  "overseas-travel": { label: "因公出国（境）费", aliases: ["因公出国（境）费用"] },
  "vehicle-purchase": { label: "公务用车购置费" },
  "vehicle-operation": { label: "公务用车运行维护费", aliases: ["公务用车运行费"] },
  "official-reception": { label: "公务接待费" }
})
export type ThreePublicItem = (typeof ThreePublicItem.ids)[number]

/** “三公”经费实物量. 外事接待 is part of 国内接待. */
export const ThreePublicCount = termList({
  "overseas-groups": { label: "因公出国（境）团组数", unit: "个" },
  "overseas-persons": { label: "因公出国（境）人次数", unit: "人次" },
  "vehicles-purchased": { label: "公务用车购置数", unit: "辆" },
  "vehicles-kept": { label: "公务用车保有量", unit: "辆" },
  "domestic-reception-batches": { label: "国内公务接待批次", unit: "批次" },
  "domestic-reception-persons": { label: "国内公务接待人次", unit: "人次" },
  "foreign-affairs-reception-batches": { label: "其中：外事接待批次", unit: "批次" },
  "foreign-affairs-reception-persons": { label: "其中：外事接待人次", unit: "人次" },
  "overseas-reception-batches": { label: "国（境）外公务接待批次", unit: "批次" },
  "overseas-reception-persons": { label: "国（境）外公务接待人次", unit: "人次" }
})
export type ThreePublicCount = (typeof ThreePublicCount.ids)[number]

/** 单位类别. */
export const UnitCategory = termList({
  administrative: { label: "行政单位" },
  "civil-servant-managed": { label: "参照公务员法管理事业单位", aliases: ["参公单位", "参照公务员法管理的事业单位"] },
  "public-institution": { label: "事业单位" }
})
export type UnitCategory = (typeof UnitCategory.ids)[number]

/** 一级指标. 成本指标 is a group of its own in later forms, in earlier ones a kind of 产出指标. */
export const IndicatorGroup = termList({
  output: { label: "产出指标", aliases: ["产出", "项目完成指标", "项目完成"] },
  benefit: { label: "效益指标", aliases: ["效益", "效果指标", "效果"] },
  satisfaction: { label: "满意度指标", aliases: ["满意度", "服务对象满意度指标", "服务对象满意度"] },
  cost: { label: "成本指标", aliases: ["成本"] }
})
export type IndicatorGroup = (typeof IndicatorGroup.ids)[number]

/** 指标方向: which way better lies; the operator alone cannot decide. */
export const IndicatorDirection = termList({
  higher: { label: "正向", aliases: ["正向指标"] },
  lower: { label: "反向", aliases: ["反向指标"] },
  exact: { label: "适度", aliases: ["适度指标"] }
})
export type IndicatorDirection = (typeof IndicatorDirection.ids)[number]

/** 指标符号, as printed before the target. */
export const IndicatorOperator = termList({
  ">=": { label: "≥", aliases: ["大于等于"] },
  ">": { label: ">", aliases: ["＞", "大于"] },
  "=": { label: "=", aliases: ["＝", "等于"] },
  "<=": { label: "≤", aliases: ["小于等于"] },
  "<": { label: "<", aliases: ["＜", "小于"] }
})
export type IndicatorOperator = (typeof IndicatorOperator.ids)[number]

/** 定性指标完成情况, the three bands. */
export const QualitativeResult = termList({
  met: { label: "达成预期指标", aliases: ["达成年度指标"] },
  "partly-met": {
    label: "部分达成预期指标并具有一定效果",
    aliases: ["部分达成年度指标并具有一定效果", "部分达成预期指标"]
  },
  unmet: {
    label: "未达成预期指标且效果较差",
    aliases: ["未达成年度指标且效果较差", "未达成预期指标"]
  }
})
export type QualitativeResult = (typeof QualitativeResult.ids)[number]

/** 科目级次: the levels of a classification by the number of digits in the code; an economic code has no 项. */
export const ItemLevel = termList({
  class: { label: "类", digits: 3 },
  section: { label: "款", digits: 5 },
  item: { label: "项", digits: 7 }
})
export type ItemLevel = (typeof ItemLevel.ids)[number]

/** 基本支出的两部分, by the economic class. */
export const BasicExpenditurePart = termList({
  personnel: { label: "人员经费" },
  "public-use": { label: "公用经费" }
})
export type BasicExpenditurePart = (typeof BasicExpenditurePart.ids)[number]

/** 自评等级. */
export const Grade = termList({
  excellent: { label: "优" },
  good: { label: "良" },
  fair: { label: "中", aliases: ["合格"] },
  poor: { label: "差", aliases: ["不合格"] }
})
export type Grade = (typeof Grade.ids)[number]

/** 地区: whose rules apply; 全国 where a place has none of its own here. Listed are the places of which a variation is known. */
export const Jurisdiction = termList({
  national: { label: "全国" },
  shanxi: { label: "山西", aliases: ["山西省"] },
  shanghai: { label: "上海", aliases: ["上海市"] },
  zhejiang: { label: "浙江", aliases: ["浙江省"] },
  hubei: { label: "湖北", aliases: ["湖北省"] },
  sichuan: { label: "四川", aliases: ["四川省"] },
  yunnan: { label: "云南", aliases: ["云南省"] },
  anhui: { label: "安徽", aliases: ["安徽省"] },
  guangxi: { label: "广西", aliases: ["广西壮族自治区"] },
  hunan: { label: "湖南", aliases: ["湖南省"] },
  jiangxi: { label: "江西", aliases: ["江西省"] },
  shaanxi: { label: "陕西", aliases: ["陕西省"] }
})
export type Jurisdiction = (typeof Jurisdiction.ids)[number]
