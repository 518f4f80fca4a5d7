/** 部门决算公开相关信息统计表: relations within the table, for places that have it. */
import { cell, cells, filled, rowGroup, some, sum, total } from "../../formula/Formula.ts"
import { cellIn, equal, identity } from "./head.ts"

const name = "further-information"
const at = cellIn(name)
const local = { ofLocalTable: name } as const

export const furtherInformation = [
  identity(
    {
      id: "further-information.procurement",
      label: "相关信息统计表：政府采购合计",
      labelEn: "Further information: government procurement",
      english: "Procurement is goods, works and services",
      ...local
    },
    equal(
      at("procurement", "amount"),
      total(cells(name, rowGroup("procurement."), "amount")),
      some(filled(cells(name, "procurement", "amount")), filled(cells(name, rowGroup("procurement."), "amount")))
    )
  ),
  identity(
    {
      id: "further-information.vehicles",
      label: "相关信息统计表：车辆数合计",
      labelEn: "Further information: vehicles",
      english: "Vehicles are the sum of their kinds",
      ...local
    },
    equal(
      at("vehicles", "amount"),
      total(cells(name, rowGroup("vehicles."), "amount")),
      some(filled(cells(name, "vehicles", "amount")), filled(cells(name, rowGroup("vehicles."), "amount")))
    )
  ),
  identity(
    {
      id: "further-information.operating-expenditure",
      label: "相关信息统计表与基本支出明细表：机关运行经费不大于公用经费",
      labelEn: "Further information and basic expenditure detail: operating expenditure within public use",
      english: "Operating expenditure of administrative units lies within public use",
      strength: "soft",
      kind: "plausibility",
      severity: "warning",
      ...local
    },
    {
      left: sum(
        at("operating-expenditure.administrative", "amount"),
        at("operating-expenditure.civil-servant-managed", "amount")
      ),
      comparison: "<=",
      right: cell("general-public-budget-basic-expenditure", "public-use", "amount")
    }
  )
]
