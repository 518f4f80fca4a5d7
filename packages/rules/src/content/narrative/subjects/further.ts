/** 机关运行经费、政府采购与车辆, by 公开10; contracts by the size of the supplier, which no table holds. */
import { cellAddress, VehicleKind } from "@juesuan/domain"
import type { SubjectDefinition } from "./Subject.ts"

const further = (row: string): string => cellAddress("further-information", row, "amount")

const procurementPart = (id: string, name: string, read: RegExp): SubjectDefinition => ({
  id: `procurement.${id}`,
  name,
  read,
  sections: ["procurement"],
  cells: [further(`procurement.${id}`)]
})

export const furtherSubjects: ReadonlyArray<SubjectDefinition> = [
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
    read: /^政府采购(?:支出|合同|合同支出|支出合同)?(?:金额)?(?:总额|合计|总计|总金额|金额)?$|^采购(?:支出|合同)?(?:金额)?(?:总额|合计|总计|总金额)$|^政府采购实际支出(?:总额)?$/u,
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
    read: /^(?:部门|单位)?(?:公务)?(?:共有|拥有|有|实有)?(?:公务)?(?:车辆|公务用车)(?:共计?|合计|总数|共有)?$/u,
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
