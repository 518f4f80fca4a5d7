/**
 * 报表: the tables of a department-year as they are printed, before anybody lays them out: whole hundredths of the printed
 * unit, `null` where there is nothing. Every cell is rounded on its own from 分.
 */
import { classes, functionalNames } from "./data/functional.ts"
import { economicItems, isPersonnel } from "./data/economic.ts"
import {
  officialItems,
  ownSources,
  spent,
  sum,
  type DepartmentYear,
  type Fund,
  type Line,
  type Official
} from "./DepartmentYear.ts"

export interface SheetRow {
  readonly key: string
  readonly label: string
  /** Functional or economic code, where the row has one. */
  readonly code?: string
  readonly cells: ReadonlyArray<number | null>
}

export type SheetKind =
  | "summary"
  | "income"
  | "expenditure"
  | "fiscal"
  | "general"
  | "basic"
  | "governmentFund"
  | "stateCapital"
  | "official"
  | "statistics"
  | "generalFlow"
  | "capitalFlow"
  | "projectDetail"
  | "projectByCode"

export interface Sheet {
  readonly kind: SheetKind
  /** What the columns mean; layouts choose their order and their names. */
  readonly columns: ReadonlyArray<string>
  readonly rows: ReadonlyArray<SheetRow>
}

export type Sheets = Readonly<Record<SheetKind, Sheet>>

export interface Statement {
  readonly unit: "万元" | "元"
  readonly sheets: Sheets
}

/** 四舍五入 of 分 to hundredths of the unit. */
export const printed = (amount: number, unit: Statement["unit"]): number =>
  unit === "元" ? amount : Math.sign(amount) * Math.floor(Math.abs(amount) / 10_000 + 0.5)

type Measure = (of: ReadonlyArray<Line>) => number

/** The rows of a table by functional code: 合计, then 类, 款, 项 in the order of their codes. */
const codeRows = (
  lines: ReadonlyArray<Line>,
  measures: ReadonlyArray<Measure>,
  print: (amount: number) => number | null
): ReadonlyArray<SheetRow> => {
  const row = (key: string, label: string, of: ReadonlyArray<Line>, code?: string): SheetRow => ({
    key,
    label,
    ...(code === undefined ? {} : { code }),
    cells: measures.map((measure) => print(measure(of)))
  })
  const within = (code: string) => lines.filter((line) => line.code.startsWith(code))
  const codes = new Set(lines.flatMap(({ code }) => [code.slice(0, 3), code.slice(0, 5), code]))
  return [
    row("total", "合计", lines),
    ...[...codes]
      .toSorted((one, other) =>
        one.startsWith(other) || other.startsWith(one) ? one.length - other.length : one < other ? -1 : 1
      )
      .map((code) => row(code, functionalNames.get(code) ?? "", within(code), code))
  ]
}

const fiscalFunds: ReadonlyArray<Fund> = ["general", "governmentFund", "stateCapital"]

/** What every layout prints of the year, in one unit. */
export const statementOf = (year: DepartmentYear, unit: Statement["unit"]): Statement => {
  const print = (amount: number): number | null => (amount === 0 ? null : printed(amount, unit))
  const of = (fund: Fund) => year.lines.filter((line) => line.fund === fund)
  const one = (key: string, label: string, amount: number): SheetRow => ({ key, label, cells: [print(amount)] })
  const total = (lines: ReadonlyArray<Line>, field: (line: Line) => number) => sum(lines.map(field))
  const ownIncome = (line: Line) => sum(Object.values(line.own))
  const incomeOf = (line: Line) => line.fiscal + ownIncome(line)
  const all = year.lines
  const byClass = (lines: ReadonlyArray<Line>, code: string) =>
    total(
      lines.filter((line) => line.code.startsWith(code)),
      spent
    )

  const incomeOfYear = total(all, incomeOf)
  const opening = total(all, (line) => line.opening)
  const closing = total(all, (line) => line.closing)
  const expenditureOfYear = total(all, spent)
  const summary: Sheet = {
    kind: "summary",
    columns: ["amount"],
    rows: [
      ...fiscalFunds.map((fund) =>
        one(
          `income.${fund}`,
          "",
          total(of(fund), (line) => line.fiscal)
        )
      ),
      ...ownSources.map((source) =>
        one(
          `income.${source}`,
          "",
          total(all, (line) => line.own[source])
        )
      ),
      one("income.year", "", incomeOfYear),
      one("income.surplusUsed", "", year.surplusUsed),
      one("income.opening", "", opening),
      one("income.total", "", incomeOfYear + year.surplusUsed + opening),
      ...classes.map(([code, name]) => one(`class.${code}`, name, byClass(all, code))),
      one("expenditure.year", "", expenditureOfYear),
      one("expenditure.distributed", "", year.surplusDistributed),
      one("expenditure.closing", "", closing),
      one("expenditure.total", "", expenditureOfYear + year.surplusDistributed + closing)
    ]
  }

  const income: Sheet = {
    kind: "income",
    columns: ["total", "fiscal", ...ownSources],
    rows: codeRows(
      all.filter((line) => incomeOf(line) !== 0),
      [
        (lines) => total(lines, incomeOf),
        (lines) => total(lines, (line) => line.fiscal),
        ...ownSources.map((source) => (lines: ReadonlyArray<Line>) => total(lines, (line) => line.own[source]))
      ],
      print
    )
  }

  const expenditure: Sheet = {
    kind: "expenditure",
    columns: ["total", "basic", "project", "remitted", "operating", "subsidies"],
    rows: codeRows(
      all.filter((line) => spent(line) !== 0),
      [
        (lines) => total(lines, spent),
        (lines) => total(lines, (line) => line.basic),
        (lines) => total(lines, (line) => line.project),
        () => 0,
        (lines) => total(lines, (line) => line.operating),
        () => 0
      ],
      print
    )
  }

  const fiscal = all.filter((line) => line.fund !== "own")
  const byFund = (field: (lines: ReadonlyArray<Line>) => number) => [
    print(field(fiscal)),
    ...fiscalFunds.map((fund) => print(field(of(fund))))
  ]
  const four = (key: string, label: string, field: (lines: ReadonlyArray<Line>) => number): SheetRow => ({
    key,
    label,
    cells: byFund(field)
  })
  const side = (key: string, label: string, amount: number): SheetRow => ({
    key,
    label,
    cells: [print(amount), null, null, null]
  })
  const fiscalSheet: Sheet = {
    kind: "fiscal",
    columns: ["total", ...fiscalFunds],
    rows: [
      ...fiscalFunds.map((fund) =>
        side(
          `income.${fund}`,
          "",
          total(of(fund), (line) => line.fiscal)
        )
      ),
      side(
        "income.year",
        "",
        total(fiscal, (line) => line.fiscal)
      ),
      side(
        "income.opening",
        "",
        total(fiscal, (line) => line.opening)
      ),
      ...fiscalFunds.map((fund) =>
        side(
          `opening.${fund}`,
          "",
          total(of(fund), (line) => line.opening)
        )
      ),
      side(
        "income.total",
        "",
        total(fiscal, (line) => line.fiscal + line.opening)
      ),
      ...classes.map(([code, name]) => four(`class.${code}`, name, (lines) => byClass(lines, code))),
      four("expenditure.year", "", (lines) => total(lines, spent)),
      four("expenditure.closing", "", (lines) => total(lines, (line) => line.closing)),
      four("expenditure.total", "", (lines) => total(lines, (line) => spent(line) + line.closing))
    ]
  }

  const basicAndProject: ReadonlyArray<Measure> = [
    (lines) => total(lines, spent),
    (lines) => total(lines, (line) => line.basic),
    (lines) => total(lines, (line) => line.project)
  ]
  const spending = (kind: SheetKind, lines: ReadonlyArray<Line>): Sheet => ({
    kind,
    columns: ["total", "basic", "project"],
    rows: codeRows(
      lines.filter((line) => spent(line) !== 0),
      basicAndProject,
      print
    )
  })

  const economic = [...year.economic]
  const ofClass = (code: string) => sum(economic.filter(([item]) => item.startsWith(code)).map(([, amount]) => amount))
  const basic: Sheet = {
    kind: "basic",
    columns: ["amount"],
    rows: [
      ...economicItems.map(({ code, name }) => ({ key: code, label: name, code, cells: [print(ofClass(code))] })),
      one("personnel", "人员经费合计", sum(economic.filter(([code]) => isPersonnel(code)).map(([, of]) => of))),
      one("running", "公用经费合计", sum(economic.filter(([code]) => !isPersonnel(code)).map(([, of]) => of)))
    ]
  }

  const governmentFund: Sheet = {
    kind: "governmentFund",
    columns: ["opening", "income", "total", "basic", "project", "closing"],
    rows: codeRows(
      of("governmentFund"),
      [
        (lines) => total(lines, (line) => line.opening),
        (lines) => total(lines, (line) => line.fiscal),
        ...basicAndProject,
        (lines) => total(lines, (line) => line.closing)
      ],
      print
    )
  }

  const flow = (kind: SheetKind, fund: Fund): Sheet => ({
    kind,
    columns: [
      "opening",
      "openingBasic",
      "openingProject",
      "income",
      "incomeBasic",
      "incomeProject",
      "total",
      "basic",
      "project",
      "closing",
      "closingBasic",
      "closingProject"
    ],
    rows: codeRows(
      of(fund),
      [
        (lines) => total(lines, (line) => line.opening),
        () => 0,
        (lines) => total(lines, (line) => line.opening),
        (lines) => total(lines, (line) => line.fiscal),
        (lines) => total(lines, (line) => line.basic),
        (lines) => total(lines, (line) => line.fiscal - line.basic),
        ...basicAndProject,
        (lines) => total(lines, (line) => line.closing),
        () => 0,
        (lines) => total(lines, (line) => line.closing)
      ],
      print
    )
  })
  const byProject = [...year.economicOfProjects]
  const projectDetail: Sheet = {
    kind: "projectDetail",
    columns: ["amount"],
    rows: [
      ...economicItems.map(({ code, name }) => ({
        key: code,
        label: name,
        code,
        cells: [print(sum(byProject.filter(([item]) => item.startsWith(code)).map(([, amount]) => amount)))]
      })),
      one("total", "合计", sum(byProject.map(([, amount]) => amount)))
    ]
  }

  const six = (official: Official) => {
    const vehicles = official.purchase + official.running
    return [
      sum(officialItems.map((item) => official[item])),
      official.abroad,
      vehicles,
      official.purchase,
      official.running,
      official.reception
    ].map(print)
  }
  const sixColumns = ["total", "abroad", "vehicles", "purchase", "running", "reception"]
  const officialSheet: Sheet = {
    kind: "official",
    columns: [...sixColumns.map((name) => `budget.${name}`), ...sixColumns.map((name) => `actual.${name}`)],
    rows: [{ key: "official", label: "", cells: [...six(year.official.budget), ...six(year.official.actual)] }]
  }

  const count = (key: string, label: string, of: number): SheetRow => ({
    key,
    label,
    cells: [of === 0 ? null : of * 100]
  })
  const { goods, works, services } = year.procurement
  const costOf = (kind: DepartmentYear["kind"]) => (year.kind === kind ? year.operatingCost.now : 0)
  const statistics: Sheet = {
    kind: "statistics",
    columns: ["amount"],
    rows: [
      one("procurement.total", "合计", goods + works + services),
      one("procurement.goods", "货物", goods),
      one("procurement.works", "工程", works),
      one("procurement.services", "服务", services),
      one("cost.administrative", "（一）行政单位", costOf("administrative")),
      one("cost.civilServiceLike", "（二）参照公务员法管理事业单位", costOf("civil-service-like")),
      count("vehicles.total", "（一）车辆数合计（辆）", sum(year.vehicles)),
      ...vehicleKinds.map((name, index) =>
        count(`vehicles.${index + 1}`, `${index + 1}.${name}`, year.vehicles[index] ?? 0)
      ),
      count("equipment", "（二）单价100万元（含）以上设备（不含车辆）", year.equipment)
    ]
  }

  return {
    unit,
    sheets: {
      summary,
      income,
      expenditure,
      fiscal: fiscalSheet,
      general: spending("general", of("general")),
      basic,
      governmentFund,
      stateCapital: spending("stateCapital", of("stateCapital")),
      official: officialSheet,
      statistics,
      generalFlow: flow("generalFlow", "general"),
      capitalFlow: flow("capitalFlow", "stateCapital"),
      projectDetail,
      projectByCode: {
        kind: "projectByCode",
        columns: ["project"],
        rows: codeRows(
          of("general").filter((line) => line.project !== 0),
          [(lines) => total(lines, (line) => line.project)],
          print
        )
      }
    }
  }
}

export const vehicleKinds: ReadonlyArray<string> = [
  "副部（省）级及以上领导用车",
  "主要负责人用车",
  "机要通信用车",
  "应急保障用车",
  "执法执勤用车",
  "特种专业技术用车",
  "离退休干部服务用车",
  "其他用车"
]
