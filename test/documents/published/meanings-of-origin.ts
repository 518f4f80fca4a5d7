/** 含义对照: a cell of the disclosures made for tests, by the meanings that its table, row and column must be read with. */
import type { Origin } from "../../disclosures/Draft.ts"

const tables: Readonly<Record<string, string>> = {
  summary: "income-expenditure-summary",
  income: "income",
  expenditure: "expenditure",
  fiscal: "fiscal-income-expenditure-summary",
  general: "general-public-budget-expenditure",
  generalFlow: "general-public-budget-expenditure",
  basic: "general-public-budget-basic-expenditure",
  governmentFund: "government-fund",
  stateCapital: "state-capital-expenditure",
  capitalFlow: "state-capital-expenditure",
  official: "three-public",
  statistics: "further-information"
}

const funds: Readonly<Record<string, string>> = {
  general: "general-public-budget",
  governmentFund: "government-fund",
  stateCapital: "state-capital"
}

const sources: Readonly<Record<string, string>> = {
  ...funds,
  fiscal: "fiscal",
  superior: "superior-subsidy",
  business: "institutional",
  operating: "operating",
  affiliate: "subordinate-remittance",
  other: "other"
}

const officialItems: Readonly<Record<string, string>> = {
  total: "total",
  abroad: "overseas-travel",
  vehicles: "vehicles",
  purchase: "vehicle-purchase",
  running: "vehicle-operation",
  reception: "official-reception"
}

const vehicles = [
  "vice-provincial-leader",
  "principal-official",
  "confidential-communication",
  "emergency",
  "law-enforcement",
  "special-technical",
  "retired-cadres",
  "other"
]

const rows: Readonly<Record<string, string>> = {
  total: "total",
  "income.year": "income-of-year",
  "expenditure.year": "expenditure-of-year",
  "income.surplusUsed": "surplus-used",
  "expenditure.distributed": "surplus-distributed",
  "income.opening": "opening-carryover",
  "expenditure.closing": "closing-carryover",
  "income.total": "total",
  "expenditure.total": "total",
  personnel: "personnel",
  running: "public-use",
  official: "three-public",
  "procurement.total": "procurement",
  "procurement.goods": "procurement.goods",
  "procurement.works": "procurement.works",
  "procurement.services": "procurement.services",
  "cost.administrative": "operating-expenditure.administrative",
  "cost.civilServiceLike": "operating-expenditure.civil-servant-managed",
  "vehicles.total": "vehicles",
  equipment: "large-equipment"
}

const rowOf = (row: string): string | undefined => {
  if (/^\d+$/u.test(row)) return row
  const [kind = "", name = ""] = row.split(".")
  if (rows[row] !== undefined) return rows[row]
  if (kind === "class") return `expenditure.${name}`
  if (kind === "vehicles") return `vehicles.${vehicles[Number(name) - 1]}`
  if (kind === "income") return `revenue.${sources[name]}`
  return kind === "opening" || kind === "closing" ? `${kind}-carryover.${funds[name]}` : undefined
}

const columns: Readonly<Record<string, string>> = {
  total: "expenditure-of-year",
  basic: "expenditure.basic",
  project: "expenditure.project",
  remitted: "expenditure.remitted-to-superior",
  operating: "expenditure.operating",
  subsidies: "expenditure.subsidy-to-subordinate",
  opening: "opening-carryover",
  income: "income-of-year",
  closing: "closing-carryover"
}

const columnOf = ({ column, row, sheet }: Origin): string | undefined => {
  const isSpent = /^(?:class|expenditure|closing)/u.test(row)
  switch (sheet) {
    case "summary":
      return isSpent ? "expenditure" : "income"
    case "income":
      return column === "total" ? "income-of-year" : `revenue.${sources[column]}`
    case "fiscal":
      if (!isSpent) return "income"
      return column === "total" ? "expenditure.fiscal" : `expenditure.${funds[column]}`
    case "basic":
    case "statistics":
      return "amount"
    case "official": {
      const [half = "", item = ""] = column.split(".")
      return row === "official" ? `${half}.${officialItems[item]}` : "amount"
    }
    default:
      return columns[column]
  }
}

/** Table, row and column; `undefined` for what has no meaning (结转 by 基本 and 项目, tables of one place). */
export const meaningOfOrigin = (
  origin: Origin
): { readonly table: string; readonly row: string; readonly column: string } | undefined => {
  const isCost = origin.row.startsWith("cost.")
  const table = isCost ? "further-information" : tables[origin.sheet]
  const row = rowOf(origin.row)
  const column = columnOf(origin)
  return table === undefined || row === undefined || column === undefined ? undefined : { table, row, column }
}
