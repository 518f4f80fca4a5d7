/** 末级金额: the smallest amounts that are solved for, and which of them each published cell adds up. */
import type { EconomicCode, FunctionalCode } from "@juesuan/domain"
import type { PublishedTable } from "./Published.ts"

/** 支出: one functional 项, one economic 款, 基本支出 or 项目支出, and the project. */
export interface ExpenditureLeaf {
  readonly account: "expenditure"
  readonly functional: FunctionalCode
  readonly economic: EconomicCode
  readonly kind: "basic" | "project"
  readonly project?: string
}
/** 政府采购合同. */
export interface ContractLeaf {
  readonly account: "procurement"
  readonly contract: string
  readonly category: "goods" | "services"
  readonly size: "large" | "medium" | "small" | "micro"
  readonly supplier: string
  readonly signedOn: string
  readonly project: string
}
/** “三公”经费全年预算数 of 公务用车运行维护费, the only item with a budget. */
interface ThreePublicLeaf {
  readonly account: "three-public-budget"
}
export type Leaf = ExpenditureLeaf | ContractLeaf | ThreePublicLeaf

/** A published cell in 万元: its address, what is printed, and which leaves belong to it. */
export interface PublishedCell {
  readonly address: string
  readonly printed: string | null
  readonly selects: (leaf: Leaf) => boolean
}

type Test = (leaf: ExpenditureLeaf) => boolean

const all: Test = () => true
const never: Test = () => false
const functional =
  (code: string): Test =>
  (leaf) =>
    leaf.functional.startsWith(code)
const economic =
  (...codes: ReadonlyArray<string>): Test =>
  (leaf) =>
    codes.some((code) => leaf.economic.startsWith(code))
const basic: Test = (leaf) => leaf.kind === "basic"
const project: Test = (leaf) => leaf.kind === "project"
const both =
  (left: Test, right: Test): Test =>
  (leaf) =>
    left(leaf) && right(leaf)

/** 公用经费: every economic class of 基本支出 except 301 and 303. */
const publicFunds: Test = (leaf) => basic(leaf) && !/^30[13]/u.test(leaf.economic)

/** Columns that add up general-public-budget expenditure or, as all money of this year came from there, its revenue. */
const byColumn: Readonly<Record<string, Test>> = {
  收入: all,
  支出: all,
  合计: all,
  一般公共预算财政拨款: all,
  本年收入合计: all,
  财政拨款收入: all,
  本年支出合计: all,
  小计: all,
  基本支出: basic,
  项目支出: project,
  决算数: basic
}

const byRow: Readonly<Record<string, Test>> = {
  合计: all,
  总计: all,
  一般公共预算财政拨款收入: all,
  一般公共预算财政拨款: all,
  本年收入合计: all,
  本年支出合计: all,
  人员经费合计: economic("301", "303"),
  公用经费合计: publicFunds
}

const vehicleOperation: Test = economic("30231")
const threePublic: Readonly<Record<string, Test>> = {
  决算数·合计: economic("30212", "30217", "30231", "30913", "31013"),
  "决算数·因公出国(境)费": economic("30212"),
  决算数·公务用车购置及运行维护费小计: economic("30231", "30913", "31013"),
  决算数·公务用车购置费: economic("30913", "31013"),
  决算数·公务用车运行维护费: vehicleOperation,
  决算数·公务接待费: economic("30217")
}
const budgetedItems = new Set(["预算数·合计", "预算数·公务用车购置及运行维护费小计", "预算数·公务用车运行维护费"])

const ofExpenditure =
  (test: Test) =>
  (leaf: Leaf): boolean =>
    leaf.account === "expenditure" && test(leaf)

const relatedInformation = (row: string): ((leaf: Leaf) => boolean) | undefined => {
  switch (row) {
    case "合计":
      return (leaf) => leaf.account === "procurement"
    case "货物":
      return (leaf) => leaf.account === "procurement" && leaf.category === "goods"
    case "服务":
      return (leaf) => leaf.account === "procurement" && leaf.category === "services"
    case "工程":
    case "参照公务员法管理事业单位":
      return () => false
    case "行政单位":
      return ofExpenditure(publicFunds)
    default:
      return undefined
  }
}

const selection = (table: string, row: string, column: string): ((leaf: Leaf) => boolean) | undefined => {
  if (table === "公开07" || table === "公开08") return () => false
  if (table === "公开09") {
    const test = threePublic[column]
    return test === undefined
      ? (leaf) => leaf.account === "three-public-budget" && budgetedItems.has(column)
      : ofExpenditure(test)
  }
  if (table === "公开10") return relatedInformation(row)
  const rowTest = row.startsWith("3") ? economic(row) : row.startsWith("2") ? functional(row) : (byRow[row] ?? never)
  return ofExpenditure(both(rowTest, byColumn[column] ?? never))
}

/** Every published cell in 万元 with its leaves; the counts of 公开10 (辆, 台) are no amounts and are left out. */
export const publishedCells = (tables: ReadonlyArray<PublishedTable>): ReadonlyArray<PublishedCell> =>
  tables.flatMap(({ table, rows }) =>
    rows.flatMap(({ key, cells }) =>
      Object.entries(cells).flatMap(([column, printed]) => {
        const selects = selection(table, key, column)
        return selects === undefined ? [] : [{ address: `${table}/${key}/${column}`, printed, selects }]
      })
    )
  )
