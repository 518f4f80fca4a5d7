/**
 * 说明的主语: what the narrative calls the figures, and which figures of the tables they are, by meaning. The first name is
 * the one that we write; the others are read too. Names are compared without brackets, quotes, years and “本部门”.
 */
import { cellAddress, RevenueSource, ThreePublicItem, VehicleKind } from "@juesuan/domain"
import type { SectionKind } from "./sections.ts"

export interface SubjectDefinition {
  readonly id: string
  /** As we write it. */
  readonly name: string
  /** As others write it. */
  readonly read: RegExp
  /** In which sections the name means this; `everywhere` where it can mean nothing else. */
  readonly sections: ReadonlyArray<SectionKind> | "everywhere"
  /** Cells that hold the figure, by meaning; several are added. Empty: no table holds it. */
  readonly cells: ReadonlyArray<string>
  /** Other cells that hold what the name means where writers differ. */
  readonly otherwise?: ReadonlyArray<string>
  /** What writers who use the name loosely may mean; a figure that agrees with it is worth a word, no error. */
  readonly loosely?: ReadonlyArray<string>
  /** 预算数 of the same figure, where a table holds it. */
  readonly budget?: string
}

const summary = (row: string, column: string): string => cellAddress("income-expenditure-summary", row, column)
const fiscal = (row: string, column: string): string => cellAddress("fiscal-income-expenditure-summary", row, column)
const general = (column: string): string => cellAddress("general-public-budget-expenditure", "total", column)
const basic = (row: string): string => cellAddress("general-public-budget-basic-expenditure", row, "amount")
const further = (row: string): string => cellAddress("further-information", row, "amount")
const funds = (row: string, column: string): string => cellAddress("government-fund", row, column)
const capital = (row: string, column: string): string => cellAddress("state-capital-expenditure", row, column)
const threePublic = (item: string): Pick<SubjectDefinition, "cells" | "budget"> => ({
  cells: [cellAddress("three-public", "three-public", `actual.${item}`)],
  budget: cellAddress("three-public", "three-public", `budget.${item}`)
})

const overall: ReadonlyArray<SubjectDefinition> = [
  {
    id: "income-total",
    name: "收入总计",
    read: /^(?:收入(?:决算)?总[计额数]|总收入|收入决算总计)$/u,
    sections: ["overall", "other"],
    cells: [summary("total", "income")],
    loosely: [summary("income-of-year", "income")]
  },
  {
    id: "expenditure-total",
    name: "支出总计",
    read: /^(?:支出(?:决算)?总[计额数]|总支出|支出决算总计)$/u,
    sections: ["overall", "other"],
    cells: [summary("total", "expenditure")],
    loosely: [summary("expenditure-of-year", "expenditure")]
  },
  {
    id: "income-and-expenditure-total",
    name: "收、支总计",
    read: /^(?:决算)?(?:收支|收、支|收入支出|收入、支出|收入和支出|收入总计和支出总计|收入总计、支出总计|收入与支出|总收入和总支出)(?:决算)?(?:总[计额数]|总计数|总决算)?$/u,
    sections: ["overall", "other"],
    cells: [summary("total", "income")],
    loosely: [summary("income-of-year", "income"), summary("expenditure-of-year", "expenditure")]
  },
  {
    id: "income-of-year",
    name: "本年收入合计",
    read: /^(?:本年)?收入(?:决算)?合计$|^本年收入$/u,
    sections: ["overall"],
    cells: [summary("income-of-year", "income")]
  },
  {
    id: "expenditure-of-year",
    name: "本年支出合计",
    read: /^支出(?:决算)?合计$|^本年支出$/u,
    sections: ["overall"],
    cells: [summary("expenditure-of-year", "expenditure")]
  },
  {
    id: "expenditure-of-year",
    name: "本年支出合计",
    read: /^本年支出(?:决算)?合计$/u,
    sections: "everywhere",
    cells: [summary("expenditure-of-year", "expenditure")]
  },
  {
    id: "surplus-used",
    name: "使用非财政拨款结余（含专用结余）",
    read: /^使用非财政拨款结余(?:含专用结余|和专用结余)?$/u,
    sections: ["overall", "income"],
    cells: [summary("surplus-used", "income")]
  },
  {
    id: "opening-carryover",
    name: "年初结转和结余",
    read: /^年初结转(?:和|及|、)?结余(?:资金)?$/u,
    sections: ["overall"],
    cells: [summary("opening-carryover", "income")]
  },
  {
    id: "surplus-distributed",
    name: "结余分配",
    read: /^结余分配$/u,
    sections: ["overall"],
    cells: [summary("surplus-distributed", "expenditure")]
  },
  {
    id: "closing-carryover",
    name: "年末结转和结余",
    read: /^年末结转(?:和|及|、)?结余(?:资金)?$/u,
    sections: ["overall"],
    cells: [summary("closing-carryover", "expenditure")]
  }
]

const sources: ReadonlyArray<SubjectDefinition> = RevenueSource.ids.flatMap((source) => {
  const name = RevenueSource.labelOf(source)
  const plain = name.replace(/收入$/u, "").replace("财政拨款", "")
  const fund = RevenueSource.entries[source].fund
  const read = new RegExp(`^${plain}${fund === "non-fiscal" ? "" : "(?:财政)?(?:拨款)?"}收入$`, "u")
  const own: SubjectDefinition = {
    id: `revenue.${source}`,
    name,
    read: source === "operating" ? /^(?:事业单位)?经营收入$/u : read,
    sections: ["overall", "income"],
    cells: [summary(`revenue.${source}`, "income")]
  }
  const ofFiscal: SubjectDefinition = {
    ...own,
    id: `fiscal.revenue.${source}`,
    read: new RegExp(`^${plain}(?:财政)?(?:拨款)?(?:收入)?$`, "u"),
    sections: ["fiscal"],
    cells: [fiscal(`revenue.${source}`, "income")]
  }
  return fund === "non-fiscal" ? [own] : [own, ofFiscal]
})

const income: ReadonlyArray<SubjectDefinition> = [
  {
    id: "income",
    name: "收入合计",
    read: /^(?:本年)?(?:总)?收入(?:决算)?(?:合计|总计|总额)?$|^本年收入$/u,
    sections: ["income"],
    cells: [cellAddress("income", "total", "income-of-year")],
    loosely: [summary("total", "income")]
  },
  {
    id: "revenue.fiscal",
    name: "财政拨款收入",
    read: /^财政(?:补助|拨款)收入$/u,
    sections: ["income", "overall"],
    cells: [cellAddress("income", "total", "revenue.fiscal")]
  }
]

const expenditureColumns: ReadonlyArray<readonly [string, string, RegExp]> = [
  ["basic", "基本支出", /^基本支出$/u],
  ["project", "项目支出", /^项目支出$/u],
  ["remitted-to-superior", "上缴上级支出", /^上缴上级支出$/u],
  ["operating", "经营支出", /^(?:事业单位)?经营支出$/u],
  ["subsidy-to-subordinate", "对附属单位补助支出", /^对附属单位补助(?:支出)?$/u]
]

const expenditure: ReadonlyArray<SubjectDefinition> = [
  {
    id: "expenditure",
    name: "支出合计",
    read: /^(?:本年)?(?:总)?支出(?:决算)?(?:合计|总计|总额)?$|^本年支出$/u,
    sections: ["expenditure"],
    cells: [cellAddress("expenditure", "total", "expenditure-of-year")],
    loosely: [summary("total", "expenditure")]
  },
  ...expenditureColumns.map(
    ([column, name, read]): SubjectDefinition => ({
      id: `expenditure.${column}`,
      name,
      read,
      sections: ["expenditure", "overall"],
      cells: [cellAddress("expenditure", "total", `expenditure.${column}`)]
    })
  )
]

const fiscalTotals: ReadonlyArray<SubjectDefinition> = [
  {
    id: "fiscal-income-total",
    name: "财政拨款收入总计",
    read: /^(?:财政拨款)?收入(?:决算)?总[计额]$|^财政拨款总收入$/u,
    sections: ["fiscal"],
    cells: [fiscal("total", "income")],
    loosely: [fiscal("income-of-year", "income")]
  },
  {
    id: "fiscal-income-total",
    name: "财政拨款收入总计",
    read: /^财政拨款收入(?:决算)?总[计额]$/u,
    sections: "everywhere",
    cells: [fiscal("total", "income")],
    loosely: [fiscal("income-of-year", "income")]
  },
  {
    id: "fiscal-expenditure-total",
    name: "财政拨款支出总计",
    read: /^(?:财政拨款)?支出(?:决算)?总[计额]$|^财政拨款总支出$/u,
    sections: ["fiscal"],
    cells: [fiscal("total", "expenditure.fiscal")],
    loosely: [fiscal("expenditure-of-year", "expenditure.fiscal")]
  },
  {
    id: "fiscal-expenditure-total",
    name: "财政拨款支出总计",
    read: /^财政拨款支出(?:决算)?总[计额]$/u,
    sections: "everywhere",
    cells: [fiscal("total", "expenditure.fiscal")],
    loosely: [fiscal("expenditure-of-year", "expenditure.fiscal")]
  },
  {
    id: "fiscal-income-and-expenditure-total",
    name: "财政拨款收、支总计",
    read: /^(?:财政拨款)?(?:决算)?(?:收支|收、支|收入支出|收入、支出|收入和支出|收入总计和支出总计|收入总计、支出总计)(?:决算)?(?:总[计额数]|总决算)?$/u,
    sections: ["fiscal"],
    cells: [fiscal("total", "income")],
    loosely: [fiscal("income-of-year", "income"), fiscal("expenditure-of-year", "expenditure.fiscal")]
  },
  {
    id: "fiscal-income-of-year",
    name: "财政拨款收入合计",
    read: /^(?:本年)?财政拨款(?:本年)?收入(?:合计)?$|^本年收入(?:合计)?$/u,
    sections: ["fiscal"],
    cells: [fiscal("income-of-year", "income")]
  },
  {
    id: "fiscal-expenditure-of-year",
    name: "财政拨款支出合计",
    read: /^(?:本年)?财政拨款(?:本年)?支出(?:合计)?$|^本年支出(?:合计)?$/u,
    sections: ["fiscal"],
    cells: [fiscal("expenditure-of-year", "expenditure.fiscal")]
  },
  {
    id: "fiscal-opening-carryover",
    name: "年初财政拨款结转和结余",
    read: /^年初(?:财政拨款)?结转(?:和|及|、)?结余(?:资金)?$/u,
    sections: ["fiscal"],
    cells: [fiscal("opening-carryover", "income")]
  },
  {
    id: "fiscal-closing-carryover",
    name: "年末财政拨款结转和结余",
    read: /^年末(?:财政拨款)?结转(?:和|及|、)?结余(?:资金)?$/u,
    sections: ["fiscal"],
    cells: [fiscal("closing-carryover", "expenditure.fiscal")]
  }
]

const generalPublic: ReadonlyArray<SubjectDefinition> = [
  {
    id: "general-public-expenditure",
    name: "一般公共预算财政拨款支出",
    read: /^(?:一般公共预算(?:当年)?(?:财政)?(?:拨款)?|财政拨款)(?:决算)?(?:本年|总)?支出(?:决算)?(?:合计|总计|总额)?$/u,
    sections: ["general-public"],
    cells: [general("expenditure-of-year")]
  },
  {
    id: "general-public-expenditure",
    name: "一般公共预算财政拨款支出",
    read: /^一般公共预算(?:当年)?财政拨款(?:决算)?总?支出(?:决算)?(?:合计|总计|总额)?$/u,
    sections: ["basic", "fiscal", "fiscal-expenditure", "expenditure", "other"],
    cells: [general("expenditure-of-year")]
  },
  {
    id: "fiscal-expenditure",
    name: "财政拨款支出",
    read: /^财政拨款(?:决算)?(?:本年|总)?支出(?:决算)?(?:合计|总计|总额)?$|^支出(?:决算)?(?:合计|总计|总额)$/u,
    sections: ["fiscal-expenditure"],
    cells: [fiscal("expenditure-of-year", "expenditure.fiscal")],
    otherwise: [general("expenditure-of-year")]
  },
  {
    id: "general-public.basic",
    name: "基本支出",
    read: /^(?:一般公共预算)?(?:财政拨款)?基本支出(?:决算)?(?:合计)?$/u,
    sections: ["general-public", "basic"],
    cells: [general("expenditure.basic")]
  },
  {
    id: "general-public.project",
    name: "项目支出",
    read: /^(?:一般公共预算)?(?:财政拨款)?项目支出(?:决算)?(?:合计)?$/u,
    sections: ["general-public"],
    cells: [general("expenditure.project")]
  },
  {
    id: "basic.personnel",
    name: "人员经费",
    read: /^人员(?:经费|支出)(?:支出)?(?:合计)?$/u,
    sections: ["basic"],
    cells: [basic("personnel")]
  },
  {
    id: "basic.public-use",
    name: "公用经费",
    read: /^(?:日常)?公用(?:经费|支出)(?:支出)?(?:合计)?$/u,
    sections: ["basic"],
    cells: [basic("public-use")]
  },
  // In the section on all expenditure the parts of basic expenditure may be of all funds: no table is sure to hold them.
  {
    id: "expenditure.personnel",
    name: "人员经费",
    read: /^人员(?:经费|支出)(?:支出)?(?:合计)?$/u,
    sections: ["expenditure"],
    cells: []
  },
  {
    id: "expenditure.public-use",
    name: "公用经费",
    read: /^(?:日常)?公用(?:经费|支出)(?:支出)?(?:合计)?$/u,
    sections: ["expenditure"],
    cells: []
  },
  {
    id: "general-public.basic",
    name: "基本支出",
    read: /^一般公共预算财政拨款基本支出(?:决算)?(?:合计)?$/u,
    sections: "everywhere",
    cells: [general("expenditure.basic")]
  }
]

const budgetTables = (
  kind: "fund" | "state-capital",
  name: string,
  at: (row: string, column: string) => string
): ReadonlyArray<SubjectDefinition> => [
  {
    id: `${kind}.opening-carryover`,
    name: "年初结转和结余",
    read: new RegExp(`^(?:${name}(?:财政拨款)?)?年初结转(?:和|及|、)?结余$`, "u"),
    sections: [kind],
    cells: [at("total", "opening-carryover")]
  },
  {
    id: `${kind}.income`,
    name: "本年收入",
    read: new RegExp(`^(?:${name}(?:财政)?(?:拨款)?)?(?:本年)?收入(?:决算)?(?:合计)?$`, "u"),
    sections: [kind],
    cells: [at("total", "income-of-year")]
  },
  {
    id: `${kind}.expenditure`,
    name: "本年支出",
    read: new RegExp(`^(?:${name}(?:财政)?(?:拨款)?)?(?:本年)?支出(?:决算)?(?:合计)?$`, "u"),
    sections: [kind],
    cells: [at("total", "expenditure-of-year")]
  },
  {
    id: `${kind}.basic`,
    name: "基本支出",
    read: /^基本支出$/u,
    sections: [kind],
    cells: [at("total", "expenditure.basic")]
  },
  {
    id: `${kind}.project`,
    name: "项目支出",
    read: /^项目支出$/u,
    sections: [kind],
    cells: [at("total", "expenditure.project")]
  },
  {
    id: `${kind}.closing-carryover`,
    name: "年末结转和结余",
    read: new RegExp(`^(?:${name}(?:财政拨款)?)?年末结转(?:和|及|、)?结余$`, "u"),
    sections: [kind],
    cells: [at("total", "closing-carryover")]
  }
]

const threePublicNames: Readonly<Record<(typeof ThreePublicItem.ids)[number] | "total" | "vehicles", RegExp>> = {
  total:
    /^(?:(?:一般公共预算)?财政拨款)?(?:安排的)?三公经费(?:(?:一般公共预算)?财政拨款)?总?(?:支出)?(?:决算)?(?:支出)?(?:合计|总额|总计)?$/u,
  "overseas-travel": /^因公出国境?(?:经费|费用?)?(?:支出)?(?:决算)?$/u,
  vehicles: /^公务用车购置费?(?:及|和|、)(?:公务用车)?运行(?:维护)?(?:费用?|经费)?(?:支出)?(?:决算)?$/u,
  "vehicle-purchase": /^公务用车购置(?:费用?|经费)?(?:支出)?(?:决算)?$/u,
  "vehicle-operation":
    /^(?:公务用车)?运行(?:维护)?(?:费用?|经费)(?:支出)?(?:决算)?$|^公务用车运行(?:维护)?(?:支出)?(?:决算)?$/u,
  "official-reception": /^公务接待(?:费用?|经费)?(?:支出)?(?:决算)?$/u
}

const receptionNames: ReadonlyArray<readonly [string, string, RegExp]> = [
  ["reception.domestic", "国内接待费", /^(?:其他)?国内(?:公务)?接待(?:费用?|经费)?(?:支出)?(?:决算)?$/u],
  ["reception.foreign-affairs", "外事接待费", /^(?:国内)?外(?:事|宾)接待(?:费用?|经费)?(?:支出)?(?:决算)?$/u],
  ["reception.overseas", "国（境）外接待费", /^国境?外(?:公务)?接待(?:费用?|经费)?(?:支出)?(?:决算)?$/u]
]

const threePublicSubjects: ReadonlyArray<SubjectDefinition> = [
  {
    id: "three-public.total",
    name: "“三公”经费财政拨款支出",
    read: threePublicNames.total,
    sections: "everywhere",
    ...threePublic("total")
  },
  {
    id: "three-public.vehicles",
    name: "公务用车购置及运行维护费",
    read: threePublicNames.vehicles,
    sections: ["three-public"],
    ...threePublic("vehicles")
  },
  ...ThreePublicItem.ids.map(
    (item): SubjectDefinition => ({
      id: `three-public.${item}`,
      name: ThreePublicItem.labelOf(item),
      read: threePublicNames[item],
      sections: ["three-public"],
      ...threePublic(item)
    })
  ),
  ...receptionNames.map(
    ([id, name, read]): SubjectDefinition => ({
      id: `three-public.${id}`,
      name,
      read,
      sections: ["three-public"],
      cells: []
    })
  )
]

const procurementPart = (id: string, name: string, read: RegExp): SubjectDefinition => ({
  id: `procurement.${id}`,
  name,
  read,
  sections: ["procurement"],
  cells: [further(`procurement.${id}`)]
})

const furtherSubjects: ReadonlyArray<SubjectDefinition> = [
  {
    id: "operating-expenditure",
    name: "机关运行经费",
    read: /^机关运行经费(?:财政拨款)?(?:支出)?(?:决算)?(?:合计)?$/u,
    sections: ["operating", "other", "basic"],
    cells: [further("operating-expenditure.administrative"), further("operating-expenditure.civil-servant-managed")]
  },
  {
    id: "procurement.total",
    name: "政府采购支出总额",
    read: /^(?:政府)?采购(?:支出|合同|合同支出|支出合同)?(?:金额)?(?:总额|合计|总计|总金额|金额)?$|^政府采购实际支出(?:总额)?$/u,
    sections: ["procurement"],
    cells: [further("procurement")]
  },
  procurementPart(
    "goods",
    "政府采购货物支出",
    /^(?:政府)?(?:采购)?货物(?:类)?(?:采购)?(?:支出|类支出|合同)?(?:金额|总额)?$/u
  ),
  procurementPart(
    "works",
    "政府采购工程支出",
    /^(?:政府)?(?:采购)?工程(?:类)?(?:采购)?(?:支出|类支出|合同)?(?:金额|总额)?$/u
  ),
  procurementPart(
    "services",
    "政府采购服务支出",
    /^(?:政府)?(?:采购)?服务(?:类)?(?:采购)?(?:支出|类支出|合同)?(?:金额|总额)?$/u
  ),
  {
    id: "procurement.small-and-medium",
    name: "授予中小企业合同金额",
    read: /^(?:政府采购)?(?:支出中)?(?:授予|面向)?中小企业(?:的)?(?:采购)?(?:合同)?(?:支出)?(?:总?金额|总额)?$/u,
    sections: ["procurement"],
    cells: []
  },
  {
    id: "procurement.small-and-micro",
    name: "授予小微企业合同金额",
    read: /^(?:政府采购)?(?:支出中)?(?:授予|面向)?(?:小微|小型、微型|小型和微型)企业(?:的)?(?:采购)?(?:合同)?(?:支出)?(?:总?金额|总额)?$/u,
    sections: ["procurement"],
    cells: []
  }
]

/** Every subject that is no code of a classification. */
export const subjectDefinitions: ReadonlyArray<SubjectDefinition> = [
  ...overall,
  ...income,
  ...sources,
  ...expenditure,
  ...fiscalTotals,
  ...generalPublic,
  ...budgetTables("fund", "政府性基金(?:预算)?", funds),
  ...budgetTables("state-capital", "国有资本经营(?:预算)?", capital),
  ...threePublicSubjects,
  ...furtherSubjects
]

/** 副部（省）级及以上领导用车 is written for one of the two as well. */
const namesOf = (kind: VehicleKind): ReadonlyArray<string> => {
  const { label, ...entry } = VehicleKind.entries[kind]
  return [
    label,
    ...("aliases" in entry ? entry.aliases : []),
    ...(kind === "vice-provincial-leader" ? ["副部级及以上领导用车", "副省级及以上领导用车"] : [])
  ]
}

/** 车辆: kinds as the narrative calls them, and the row that counts them. */
export const vehicleCounts: ReadonlyArray<{
  readonly id: string
  readonly name: string
  readonly read: RegExp
  readonly cell: string
}> = [
  {
    id: "vehicles",
    name: "车辆",
    read: /^(?:公务)?(?:共有|拥有|有|实有)?(?:公务)?(?:车辆|公务用车)(?:共计?|合计|总数|共有)?$/u,
    cell: further("vehicles")
  },
  ...VehicleKind.ids.map((kind) => ({
    id: `vehicles.${kind}`,
    name: VehicleKind.labelOf(kind),
    read: new RegExp(
      `^(?:${namesOf(kind)
        .join("|")
        .replaceAll(/[（）]/gu, "")})$`,
      "u"
    ),
    cell: further(`vehicles.${kind}`)
  }))
]

/** 各节的整体: what a bare 占比 is a share of in a section. */
export const wholeOfSection: Readonly<Partial<Record<SectionKind, string>>> = {
  income: "income",
  expenditure: "expenditure",
  "general-public": "general-public-expenditure",
  "fiscal-expenditure": "fiscal-expenditure",
  basic: "general-public.basic",
  "three-public": "three-public.total",
  procurement: "procurement.total"
}
