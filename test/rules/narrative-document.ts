/**
 * 一份小小的公开文件: tables by meaning from a few lines, and a narrative from headings and paragraphs, for the tests of the
 * narrative. The figures are those of the sample department; the sentences are ours.
 */
import {
  printedCellText,
  type PublishedDisclosure,
  type PublishedParagraph,
  type PublishedRow,
  type PublishedTable,
  Quantities
} from "@juesuan/domain"
import { tableMeanings } from "@juesuan/rules"

const unitOf = (table: string, row: string): string =>
  table === "further-information" && /vehicles|equipment/u.test(row) ? "辆" : "万元"

/** A table with the columns given; each line is `meaning label amount amount …`, `.` for a blank. */
const table = (meaning: keyof typeof tableMeanings, columns: ReadonlyArray<string>, lines: string): PublishedTable => {
  const rows = lines
    .trim()
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line): PublishedRow => {
      const [row = "", label = "", ...amounts] = line.trim().split(/\s+/u)
      const code = /^\d+$/u.test(row) ? row : undefined
      return {
        key: row,
        label,
        code,
        meaning: row,
        place: { page: 2 },
        cells: Object.fromEntries(
          columns.flatMap((column, index) => {
            const amount = amounts[index]
            if (amount === undefined) return []
            const text = amount === "." ? "" : amount
            return [[column, { printed: printedCellText(text, unitOf(meaning, row)), place: { page: 2 } }]]
          })
        )
      }
    })
  return {
    id: tableMeanings[meaning].label,
    title: tableMeanings[meaning].label,
    meaning,
    unit: { shown: "万元", unit: Quantities.yuan },
    columns: columns.map((column, index) => ({
      key: column,
      label: column,
      headings: [column],
      number: index + 1,
      meaning: column
    })),
    rows,
    statedEmpty: lines.trim() === "" ? { text: "本表无数据", place: {} } : undefined,
    notes: meaning === "three-public" ? ["注：预算数为“三公”经费全年预算数。"] : [],
    unread: [],
    place: { page: 2 }
  }
}

const functional = `
total 合计 1564.71 1096.83 467.89
201 一般公共服务支出 1297.04 829.16 467.89
20103 政府办公厅（室）及相关机构事务 962.12 829.16 132.96
2010306 政务公开审批 962.12 829.16 132.96
20131 党委办公厅（室）及相关机构事务 0.68 . 0.68
2013199 其他党委办公厅（室）及相关机构事务支出 0.68 . 0.68
20199 其他一般公共服务支出 334.24 . 334.24
2019999 其他一般公共服务支出 334.24 . 334.24
208 社会保障和就业支出 116.57 116.57 .
20805 行政事业单位养老支出 116.57 116.57 .
2080505 机关事业单位基本养老保险缴费支出 107.13 107.13 .
2080506 机关事业单位职业年金缴费支出 9.44 9.44 .
210 卫生健康支出 57.07 57.07 .
21011 行政事业单位医疗 57.07 57.07 .
2101101 行政单位医疗 12.17 12.17 .
2101102 事业单位医疗 40.12 40.12 .
2101103 公务员医疗补助 3.24 3.24 .
2101199 其他行政事业单位医疗支出 1.54 1.54 .
221 住房保障支出 94.02 94.02 .
22102 住房改革支出 94.02 94.02 .
2210201 住房公积金 94.02 94.02 .`

const expenditureColumns = ["expenditure-of-year", "expenditure.basic", "expenditure.project"]

/** The ten tables of the sample department. */
export const sampleTables: ReadonlyArray<PublishedTable> = [
  table(
    "income-expenditure-summary",
    ["income", "expenditure"],
    `
revenue.general-public-budget 一般公共预算财政拨款收入 1564.71
revenue.government-fund 政府性基金预算财政拨款收入 .
revenue.state-capital 国有资本经营预算财政拨款收入 .
revenue.superior-subsidy 上级补助收入 .
revenue.institutional 事业收入 .
revenue.other 其他收入 .
income-of-year 本年收入合计 1564.71
surplus-used 使用非财政拨款结余 .
opening-carryover 年初结转和结余 .
expenditure.201 一般公共服务支出 . 1297.04
expenditure.208 社会保障和就业支出 . 116.57
expenditure.210 卫生健康支出 . 57.07
expenditure.221 住房保障支出 . 94.02
expenditure-of-year 本年支出合计 . 1564.71
surplus-distributed 结余分配 . .
closing-carryover 年末结转和结余 . .
total 总计 1564.71 1564.71`
  ),
  table(
    "income",
    ["income-of-year", "revenue.fiscal", "revenue.superior-subsidy", "revenue.institutional", "revenue.other"],
    `
total 合计 1564.71 1564.71 . . .
201 一般公共服务支出 1297.04 1297.04 . . .`
  ),
  table(
    "expenditure",
    [...expenditureColumns, "expenditure.operating"],
    functional.replaceAll(/$/gmu, " .").replace(/^ \.\n/u, "")
  ),
  table(
    "fiscal-income-expenditure-summary",
    [
      "income",
      "expenditure.fiscal",
      "expenditure.general-public-budget",
      "expenditure.government-fund",
      "expenditure.state-capital"
    ],
    `
revenue.general-public-budget 一般公共预算财政拨款 1564.71
revenue.government-fund 政府性基金预算财政拨款 .
income-of-year 本年收入合计 1564.71
opening-carryover 年初财政拨款结转和结余 .
expenditure-of-year 本年支出合计 . 1564.71 1564.71 . .
closing-carryover 年末财政拨款结转和结余 . . . . .
total 总计 1564.71 1564.71 1564.71 . .`
  ),
  table("general-public-budget-expenditure", expenditureColumns, functional),
  table(
    "general-public-budget-basic-expenditure",
    ["amount"],
    `
301 工资福利支出 1041.34
30101 基本工资 337.55
30102 津贴补贴 80.23
30103 奖金 82.65
30106 伙食补助费 .
30107 绩效工资 230.34
30108 机关事业单位基本养老保险缴费 107.13
30109 职业年金缴费 51.93
30110 职工基本医疗保险缴费 39.19
30111 公务员医疗补助缴费 15.84
30112 其他社会保障缴费 1.54
30113 住房公积金 94.02
30199 其他工资福利支出 0.92
302 商品和服务支出 47.32
30201 办公费 24.68
30202 印刷费 .
30207 邮电费 .
30211 差旅费 0.83
30213 维修(护)费 .
30228 工会经费 6.02
30231 公务用车运行维护费 2.58
30239 其他交通费用 12.39
30299 其他商品和服务支出 0.81
303 对个人和家庭的补助 8.17
30302 退休费 6.53
30307 医疗费补助 0.50
30309 奖励金 1.14
personnel 人员经费合计 1049.51
public-use 公用经费合计 47.32`
  ),
  table("government-fund", ["opening-carryover", "income-of-year", ...expenditureColumns, "closing-carryover"], ""),
  table("state-capital-expenditure", expenditureColumns, ""),
  table(
    "three-public",
    ["budget", "actual"].flatMap((side) =>
      ["total", "overseas-travel", "vehicles", "vehicle-purchase", "vehicle-operation", "official-reception"].map(
        (item) => `${side}.${item}`
      )
    ),
    "three-public “三公”经费 2.58 . 2.58 . 2.58 . 2.58 . 2.58 . 2.58 ."
  ),
  table(
    "further-information",
    ["amount"],
    `
procurement 政府采购合计 399.17
procurement.goods 货物 233.77
procurement.works 工程 .
procurement.services 服务 165.41
operating-expenditure.administrative 行政单位 47.32
operating-expenditure.civil-servant-managed 参照公务员法管理事业单位 .
vehicles 车辆数合计 2
vehicles.confidential-communication 机要通信用车 .
vehicles.other 其他用车 2
large-equipment 单价100万元（含）以上设备 .`
  )
]

/** The narrative from lines: `# ` opens a heading of the first level, `## ` of the second; other lines are paragraphs. */
const narrativeOf = (lines: string): ReadonlyArray<PublishedParagraph> => {
  let headings: ReadonlyArray<string> = []
  return lines.split("\n").flatMap((line, index) => {
    const heading = /^\s*(#+)\s+(.*)$/u.exec(line)
    if (heading !== null) {
      headings = [...headings.slice(0, (heading[1] ?? "").length - 1), heading[2] ?? ""]
      return []
    }
    return line.trim() === "" ? [] : [{ headings, text: line.trim(), place: { page: 15, line: index + 1 } }]
  })
}

/** A disclosure of the sample figures with this narrative. */
export const disclosureWith = (lines: string, changed: Partial<PublishedDisclosure> = {}): PublishedDisclosure => ({
  files: [],
  unit: "泽州县行政审批服务管理局",
  year: 2024,
  tables: sampleTables,
  narrative: narrativeOf(lines),
  evaluations: [],
  unread: [],
  ...changed
})
