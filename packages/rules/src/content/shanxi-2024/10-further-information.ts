/** 公开10表 部门决算公开相关信息统计表: procurement, 机关运行经费, vehicles and large equipment. The form numbers no line 16. */
import { Quantities, type ProcurementCategory, UnitCategory, type Unit, type VehicleKind } from "@juesuan/domain"
import { is, notApplicable, reference, select, sum, sumOver, when } from "../../formula/Formula.ts"
import type { Definition } from "../../Rule.ts"
import type { FormContext, RowTemplate, TableTemplate } from "../../TableTemplate.ts"
import { equipment, unitCategory, vehicles } from "../national/statements.ts"
import { captions, definition, formOf, formRow, itemAndLine } from "./form.ts"

const form = formOf("公开10", "further-information")

const amount = "统计数"

const rules = {
  procurement: form.rule("procurement", "政府采购各类别"),
  procurementTotal: form.rule("procurement-total", "政府采购合计"),
  operating: form.rule("operating-expenditure", "机关运行经费"),
  vehicles: form.rule("vehicles", "各类用途车辆"),
  vehiclesTotal: form.rule("vehicles-total", "车辆数合计"),
  equipment: form.rule("large-equipment", "单价100万元(含)以上设备(不含车辆)")
}

const row = (
  section: string,
  line: number,
  defined: Definition,
  { key, label = key, meaning, unit }: { key: string; label?: string; meaning: string; unit?: Unit }
): RowTemplate =>
  formRow(
    key,
    meaning,
    { [amount]: defined },
    { label, section, lines: { [amount]: line }, ...(unit === undefined ? {} : { unit }) }
  )

const procurementRow = (line: number, key: string, category: ProcurementCategory): RowTemplate =>
  row("一、政府采购情况", line, definition(rules.procurement, select({ account: "procurement", item: [category] })), {
    key,
    meaning: `procurement.${category}`
  })

const procurement: ReadonlyArray<RowTemplate> = [
  row(
    "一、政府采购情况",
    1,
    definition(
      rules.procurementTotal,
      sum(form.cell("货物", amount), form.cell("工程", amount), form.cell("服务", amount))
    ),
    { key: "合计", meaning: "procurement" }
  ),
  procurementRow(2, "货物", "goods"),
  procurementRow(3, "工程", "works"),
  procurementRow(4, "服务", "services")
]

/** 机关运行经费: the public-use part of 一般公共预算财政拨款基本支出 of a unit of this category. */
const operatingRow = (
  line: number,
  key: string,
  category: UnitCategory,
  { economicItems }: FormContext
): RowTemplate => {
  const economic = economicItems.filter(({ code, part }) => part === "public-use" && code.length === 3)
  const label = UnitCategory.labelOf(category)
  const formula = when(
    is(unitCategory, label),
    select({
      account: "payment",
      fund: ["general-public-budget"],
      kind: ["basic"],
      economic: economic.map(({ code }) => code)
    }),
    notApplicable(`不是${label}`)
  )
  return {
    ...row("二、机关运行经费", line, definition(rules.operating, formula), {
      key,
      meaning: `operating-expenditure.${category}`
    })
  }
}

const assets = "三、国有资产占用情况"
const vehicleUnit = Quantities.freeUnit("辆")

/** The eight kinds as this form prints them. */
const vehicleRows: ReadonlyArray<readonly [VehicleKind, string]> = [
  ["vice-provincial-leader", "副部(省)级及以上领导用车"],
  ["principal-official", "主要负责人用车"],
  ["confidential-communication", "机要通信用车"],
  ["emergency", "应急保障用车"],
  ["law-enforcement", "执法执勤用车"],
  ["special-technical", "特种专业技术用车"],
  ["retired-cadres", "离退休干部服务用车"],
  ["other", "其他用车"]
]

const counts: ReadonlyArray<RowTemplate> = [
  row(
    assets,
    7,
    definition(
      rules.vehiclesTotal,
      sumOver(
        "各类用途",
        vehicleRows.map(([, key]) => reference(form.cell(key, amount).ref, key, vehicleUnit)),
        vehicleUnit
      )
    ),
    { key: "车辆数合计(辆)", label: "(一) 车辆数合计(辆)", meaning: "vehicles", unit: vehicleUnit }
  ),
  ...vehicleRows.map(([kind, key], index) =>
    row(assets, 8 + index, definition(rules.vehicles, vehicles(kind)), {
      key,
      label: `${index + 1}. ${key}`,
      meaning: `vehicles.${kind}`,
      unit: vehicleUnit
    })
  ),
  row(assets, 17, definition(rules.equipment, equipment), {
    key: "单价100万元(含)以上设备(不含车辆)",
    label: "(二) 单价100万元(含)以上设备(不含车辆)",
    meaning: "large-equipment",
    unit: equipment.kind
  })
]

export const furtherInformation: TableTemplate = {
  id: form.id,
  meaning: form.meaning,
  title: "部门决算公开相关信息统计表",
  unit: "万元",
  captions: { ...captions, name: "单位名称" },
  columns: [{ number: null, label: amount, headings: [amount], meaning: "amount" }],
  rows: {
    _tag: "Form",
    rows: (context) => [
      ...procurement,
      { ...operatingRow(5, "行政单位", "administrative", context), label: "(一) 行政单位" },
      {
        ...operatingRow(6, "参照公务员法管理事业单位", "civil-servant-managed", context),
        label: "(二) 参照公务员法管理事业单位"
      },
      ...counts
    ]
  },
  arrangement: { _tag: "List", stubs: itemAndLine },
  notes: ["注：本表反映部门本年度政府采购、机关运行经费和国有资产占用情况。"]
}
