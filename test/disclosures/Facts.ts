/** 数据: the sums of a department-year that running text speaks of, in 分. */
import { isPersonnel, economicNames } from "./data/economic.ts"
import { functionalNames } from "./data/functional.ts"
import {
  officialItems,
  ownSources,
  spent,
  sum,
  type DepartmentYear,
  type Line,
  type OfficialItem
} from "./DepartmentYear.ts"

export interface CodeFacts {
  readonly code: string
  readonly name: string
  readonly spent: number
  readonly basic: number
  readonly project: number
  readonly initial: number
  readonly granted: number
  readonly last: number
  readonly lastBasic: number
  readonly lastProject: number
}

export interface Facts {
  readonly total: number
  readonly lastTotal: number
  readonly income: number
  readonly incomeBySource: ReadonlyArray<{ readonly name: string; readonly amount: number }>
  readonly expenditure: number
  readonly basic: number
  readonly project: number
  readonly operating: number
  readonly fiscalTotal: number
  readonly lastFiscalTotal: number
  readonly lastExpenditure: number
  /** 全年预算 of 一般公共预算: what was granted and what was left from before. */
  readonly granted: number
  readonly general: CodeFacts
  /** 类 and 项 of 一般公共预算财政拨款支出. */
  readonly classes: ReadonlyArray<CodeFacts>
  readonly items: ReadonlyArray<CodeFacts>
  readonly personnel: number
  readonly running: number
  readonly personnelNames: ReadonlyArray<string>
  readonly runningNames: ReadonlyArray<string>
  readonly governmentFund: {
    readonly opening: number
    readonly income: number
    readonly spent: number
    readonly closing: number
  }
  readonly stateCapital: { readonly income: number; readonly spent: number }
  readonly official: {
    readonly [which in "budget" | "actual" | "last"]: Readonly<Record<OfficialItem | "total" | "vehicles", number>>
  }
  readonly procurement: number
  readonly vehicles: number
}

const sourceNames = {
  superior: "上级补助收入",
  business: "事业收入",
  operating: "经营收入",
  affiliate: "附属单位上缴收入",
  other: "其他收入"
} as const

const factsOf = (code: string, lines: ReadonlyArray<Line>): CodeFacts => {
  const of = (field: (line: Line) => number) => sum(lines.map(field))
  const [lastBasic, lastProject] = [of((line) => line.lastBasic), of((line) => line.lastProject)]
  return {
    code,
    name: functionalNames.get(code) ?? "",
    spent: of(spent),
    basic: of((line) => line.basic),
    project: of((line) => line.project),
    initial: of((line) => line.initial),
    granted: of((line) => line.opening + line.fiscal),
    last: lastBasic + lastProject,
    lastBasic,
    lastProject
  }
}

export const facts = (year: DepartmentYear): Facts => {
  const of = (fund: Line["fund"]) => year.lines.filter((line) => line.fund === fund)
  const total = (lines: ReadonlyArray<Line>, field: (line: Line) => number) => sum(lines.map(field))
  const general = of("general").filter((line) => spent(line) > 0)
  const fiscal = year.lines.filter((line) => line.fund !== "own")
  const incomeOf = (line: Line) => line.fiscal + sum(Object.values(line.own))
  const income = total(year.lines, incomeOf)
  const by = (length: number) =>
    [...new Set(general.map(({ code }) => code.slice(0, length)))].toSorted().map((code) =>
      factsOf(
        code,
        general.filter((line) => line.code.startsWith(code))
      )
    )
  const names = (personnel: boolean) =>
    [...year.economic.keys()]
      .filter((code) => isPersonnel(code) === personnel)
      .toSorted()
      .map((code) => economicNames.get(code) ?? "")
  const running =
    total(general, (line) => line.basic) -
    sum([...year.economic].filter(([code]) => isPersonnel(code)).map(([, amount]) => amount))
  const fundLines = of("governmentFund")
  const official = (which: "budget" | "actual" | "last") => {
    const one = year.official[which]
    return { ...one, vehicles: one.purchase + one.running, total: sum(officialItems.map((item) => one[item])) }
  }
  return {
    total: income + year.surplusUsed + total(year.lines, (line) => line.opening),
    lastTotal: year.last.total,
    income,
    incomeBySource: [
      { name: "财政拨款收入", amount: total(fiscal, (line) => line.fiscal) },
      ...ownSources.map((source) => ({
        name: sourceNames[source],
        amount: total(year.lines, (line) => line.own[source])
      }))
    ].filter(({ amount }) => amount > 0),
    expenditure: total(year.lines, spent),
    basic: total(year.lines, (line) => line.basic),
    project: total(year.lines, (line) => line.project),
    operating: total(year.lines, (line) => line.operating),
    fiscalTotal: total(fiscal, (line) => line.fiscal + line.opening),
    lastFiscalTotal: year.last.fiscalTotal,
    lastExpenditure: total(year.lines, (line) => line.lastBasic + line.lastProject),
    granted: total(of("general"), (line) => line.opening + line.fiscal),
    general: factsOf("", general),
    classes: by(3),
    items: by(7),
    personnel: total(general, (line) => line.basic) - running,
    running,
    personnelNames: names(true),
    runningNames: names(false),
    governmentFund: {
      opening: total(fundLines, (line) => line.opening),
      income: total(fundLines, (line) => line.fiscal),
      spent: total(fundLines, spent),
      closing: total(fundLines, (line) => line.closing)
    },
    stateCapital: { income: total(of("stateCapital"), (line) => line.fiscal), spent: total(of("stateCapital"), spent) },
    official: { budget: official("budget"), actual: official("actual"), last: official("last") },
    procurement: year.procurement.goods + year.procurement.works + year.procurement.services,
    vehicles: sum(year.vehicles)
  }
}
