/**
 * 部门年度: a random department-year that holds together to the 分. It knows nothing of tables, and nothing of what reads
 * or judges them: an independent voice.
 */
import type { Chance } from "./Chance.ts"
import { fundCodes, functionalNames, trades, type Trade } from "./data/functional.ts"
import { economicItems, isPersonnel } from "./data/economic.ts"
import { places, projectNames } from "./data/names.ts"

type Province = "shanxi" | "shanghai" | "yunnan" | "sichuan" | "hunan" | "guangxi"
type UnitKind = "administrative" | "civil-service-like" | "institution"
/** 一般公共预算、政府性基金预算、国有资本经营预算、单位资金. */
export type Fund = "general" | "governmentFund" | "stateCapital" | "own"
/** The sources of income in the order of the forms, after 财政拨款. */
export const ownSources = ["superior", "business", "operating", "affiliate", "other"] as const
type OwnSource = (typeof ownSources)[number]

/** One 项 of one fund. All amounts in 分; `income` by source for own money, `fiscal` for the rest. */
export interface Line {
  readonly code: string
  readonly fund: Fund
  readonly opening: number
  readonly fiscal: number
  readonly own: Readonly<Record<OwnSource, number>>
  readonly basic: number
  readonly project: number
  readonly operating: number
  readonly closing: number
  /** 年初预算, and what was spent the year before. */
  readonly initial: number
  readonly lastBasic: number
  readonly lastProject: number
}

export interface Indicator {
  readonly level1: string
  readonly level2: string
  readonly name: string
  readonly target: string
  readonly actual: string
  readonly weight: number
  readonly score: number
  readonly reason: string
}

export interface Project {
  readonly name: string
  readonly code: string
  readonly initial: number
  readonly fullYear: number
  readonly executed: number
  readonly executionScore: string
  readonly indicators: ReadonlyArray<Indicator>
  readonly total: string
  readonly grade: string
}

export const officialItems = ["abroad", "purchase", "running", "reception"] as const
export type OfficialItem = (typeof officialItems)[number]
/** 三公 by item, in 分. */
export type Official = Readonly<Record<OfficialItem, number>>

export interface DepartmentYear {
  readonly province: Province
  readonly year: number
  readonly unit: string
  readonly isDepartment: boolean
  readonly kind: UnitKind
  readonly trade: Trade
  readonly people: number
  readonly lines: ReadonlyArray<Line>
  readonly surplusUsed: number
  readonly surplusDistributed: number
  /** 基本支出 of 一般公共预算 by 款. */
  readonly economic: ReadonlyMap<string, number>
  /** 项目支出 of 一般公共预算 by 款. */
  readonly economicOfProjects: ReadonlyMap<string, number>
  readonly official: { readonly budget: Official; readonly actual: Official; readonly last: Official }
  readonly counts: {
    readonly groups: number
    readonly travellers: number
    readonly purchased: number
    readonly receptions: number
    readonly guests: number
  }
  readonly operatingCost: { readonly now: number; readonly last: number }
  readonly procurement: {
    readonly goods: number
    readonly works: number
    readonly services: number
    readonly smallAndMedium: number
    readonly smallAndMicro: number
  }
  /** 车辆 by the eight kinds of the form; large equipment. */
  readonly vehicles: ReadonlyArray<number>
  readonly equipment: number
  /** 收入总计 and 财政拨款收入总计 of the year before. */
  readonly last: { readonly total: number; readonly fiscalTotal: number }
  readonly projects: ReadonlyArray<Project>
}

export const sum = (amounts: Iterable<number>): number => {
  let total = 0
  for (const amount of amounts) total += amount
  return total
}

export const spent = (line: Line): number => line.basic + line.project + line.operating

const zeroOwn: Readonly<Record<OwnSource, number>> = { superior: 0, business: 0, operating: 0, affiliate: 0, other: 0 }

const scaled = (chance: Chance, amount: number, least: number, most: number): number =>
  Math.round((amount * chance.whole(least, most)) / 100)

const personnelOf = (chance: Chance, kind: UnitKind, people: number): Map<string, number> => {
  const each = (least: number, most: number) => people * chance.whole(least, most) * 100 + chance.whole(0, 99)
  const amounts = new Map<string, number>([
    ["30101", each(30000, 60000)],
    ["30102", each(5000, 30000)],
    ["30103", each(4000, 25000)],
    ["30108", each(9000, 15000)],
    ["30110", each(4000, 7000)],
    ["30113", each(7000, 12000)]
  ])
  if (kind !== "administrative") amounts.set("30107", each(15000, 40000))
  if (chance.happens(0.6)) amounts.set("30109", each(500, 6000))
  if (chance.happens(0.6)) amounts.set("30111", each(500, 2500))
  if (chance.happens(0.7)) amounts.set("30112", each(50, 700))
  if (chance.happens(0.3)) amounts.set("30106", each(100, 900))
  if (chance.happens(0.4)) amounts.set("30199", each(100, 3000))
  if (chance.happens(0.6)) amounts.set("30302", chance.whole(3000, 400000) * 100)
  if (chance.happens(0.4)) amounts.set("30305", chance.whole(1000, 90000) * 100 + chance.whole(0, 99))
  if (chance.happens(0.3)) amounts.set("30309", chance.whole(60, 9000) * 100)
  if (chance.happens(0.2)) amounts.set("30307", chance.whole(1000, 50000) * 100)
  if (chance.happens(0.15)) amounts.set("30304", chance.whole(90000, 400000) * 100)
  return amounts
}

const runningItems =
  "30201 30202 30203 30204 30205 30206 30207 30208 30209 30211 30213 30214 30215 30216 30218 30226 30227 30228 30229 30239 30240 30299 31002 31003 31007".split(
    " "
  )

const runningCostsOf = (chance: Chance, people: number, official: Official): Map<string, number> => {
  const amounts = new Map<string, number>()
  for (const code of chance.some(runningItems, chance.whole(5, 18)))
    amounts.set(code, people * chance.whole(20, 3000) * 100 + chance.whole(0, 9999))
  if (chance.happens(0.15)) amounts.set("30204", chance.whole(100, 4900))
  const ofOfficial = [
    ["30212", official.abroad],
    ["30217", official.reception],
    ["30231", official.running],
    ["31013", official.purchase]
  ] as const
  for (const [code, amount] of ofOfficial) if (amount > 0) amounts.set(code, amount)
  return amounts
}

/** 三公 actual by item, the part of it that basic expenditure bears, the budget and the year before. */
const officialOf = (chance: Chance) => {
  const amount = (probability: number, least: number, most: number) =>
    chance.happens(probability) ? chance.whole(least, most) * 100 + chance.whole(0, 99) : 0
  const actual: Official = {
    abroad: amount(0.12, 20000, 150000),
    purchase: amount(0.15, 120000, 250000),
    running: amount(0.8, 5000, 180000),
    reception: amount(0.5, 300, 60000)
  }
  const each = (of: (item: OfficialItem) => number): Official => ({
    abroad: of("abroad"),
    purchase: of("purchase"),
    running: of("running"),
    reception: of("reception")
  })
  const isExact = chance.happens(0.4)
  const budget = each((item) =>
    isExact || actual[item] === 0 ? actual[item] : Math.ceil(scaled(chance, actual[item], 100, 140) / 10000) * 10000
  )
  const last = each((item) =>
    actual[item] > 0 && chance.happens(0.1)
      ? actual[item]
      : actual[item] > 0
        ? chance.happens(0.15)
          ? 0
          : scaled(chance, actual[item], 70, 150)
        : chance.happens(0.15)
          ? chance.whole(500, 50000) * 100
          : 0
  )
  const byProject = chance.happens(0.25)
  const basic = each((item) => (byProject ? scaled(chance, actual[item], 0, 90) : actual[item]))
  return { actual, budget, last, basic }
}

interface Spending {
  readonly basic: number
  readonly project: number
  /** 年初预算. */
  readonly initial: number
}

/** Which 项 of 一般公共预算 bears which part of basic expenditure. */
const basicByCode = (
  chance: Chance,
  kind: UnitKind,
  trade: Trade,
  economic: ReadonlyMap<string, number>
): Map<string, number> => {
  const byCode = new Map<string, number>()
  const give = (code: string, amount: number) => {
    if (amount > 0) byCode.set(code, (byCode.get(code) ?? 0) + amount)
  }
  const of = (code: string) => economic.get(code) ?? 0
  give("2080505", of("30108"))
  give("2080506", of("30109"))
  const isMixed = kind !== "institution" && chance.happens(0.4)
  const medical = isMixed ? wholeTenThousands(scaled(chance, of("30110"), 20, 80)) : of("30110")
  give(kind === "institution" ? "2101102" : "2101101", medical)
  give(kind === "institution" ? "2101101" : "2101102", of("30110") - medical)
  give("2101103", of("30111"))
  give("2101199", of("30112"))
  give("2210201", of("30113"))
  give("2080801", of("30304"))
  if (chance.happens(0.5)) give(kind === "institution" ? "2080502" : "2080501", of("30302"))
  const rest = sum(economic.values()) - sum(byCode.values())
  const institutionPart = isMixed ? wholeTenThousands(scaled(chance, rest, 10, 50)) : kind === "institution" ? rest : 0
  give(trade.institution, institutionPart)
  give(trade.running, rest - institutionPart)
  return byCode
}

const gradeOf = (total: number): string => (total >= 90 ? "优" : total >= 80 ? "良" : total >= 60 ? "中" : "差")

const indicatorTargets = [
  { level1: "产出指标", level2: "数量指标", weight: 20, names: ["保障人数", "服务次数", "采购数量"], unit: "次" },
  { level1: "产出指标", level2: "质量指标", weight: 10, names: ["验收合格率", "达标率"], unit: "%" },
  { level1: "产出指标", level2: "时效指标", weight: 10, names: ["完成及时率", "支付及时率"], unit: "%" },
  { level1: "产出指标", level2: "成本指标", weight: 10, names: ["成本节约率", "预算控制率"], unit: "%" },
  { level1: "效益指标", level2: "社会效益", weight: 15, names: ["工作正常运转保障率", "服务覆盖率"], unit: "%" },
  { level1: "效益指标", level2: "可持续影响", weight: 15, names: ["长效机制健全率", "持续服务能力提升率"], unit: "%" },
  {
    level1: "满意度指标",
    level2: "服务对象满意度",
    weight: 10,
    names: ["服务对象满意度", "办事群众满意度"],
    unit: "%"
  }
] as const

const indicatorsOf = (chance: Chance): ReadonlyArray<Indicator> =>
  indicatorTargets.map(({ level1, level2, weight, names, unit }) => {
    const target = unit === "%" ? chance.pick([80, 85, 90, 95, 98, 100]) : chance.whole(2, 60) * 10
    const isMissed = chance.happens(0.15)
    const actual = isMissed ? Math.round((target * chance.whole(5, 9)) / 10) : target
    const score = isMissed ? Math.round(((weight * actual) / target) * 100) / 100 : weight
    const isWhole = chance.happens(0.5)
    return {
      level1,
      level2,
      name: chance.pick(names),
      target: `≥${target}${unit}`,
      actual: `${actual}${unit}`,
      weight,
      score: isWhole ? Math.floor(score) : score,
      reason: isMissed ? "年中任务调整，未达到预期，今后加强计划管理" : ""
    }
  })

const hundredth = (amount: number): string => {
  const text = (Math.round(amount * 100) / 100).toFixed(2)
  return text.replace(/\.?0+$/u, "")
}

const projectOf = (chance: Chance, name: string, code: string, isClosed: boolean): Project => {
  const initial = chance.happens(0.1) ? 0 : chance.whole(1, 400) * 1_000_000 + (chance.happens(0.3) ? 500_000 : 0)
  const fullYear = initial === 0 || chance.happens(0.3) ? chance.whole(1, 400) * 1_000_000 : initial
  const isFull = chance.happens(0.5)
  const partly = scaled(chance, fullYear, 5, 99) - chance.whole(0, 9999)
  const executed = isFull ? fullYear : isClosed ? wholeTenThousands(partly) : partly
  const indicators = indicatorsOf(chance)
  const executionScore = Math.round((executed * 1000) / fullYear) / 100
  const total = Math.round((executionScore + sum(indicators.map(({ score }) => score))) * 100) / 100
  return {
    name,
    code,
    initial,
    fullYear,
    executed,
    executionScore: hundredth(executionScore),
    indicators,
    total: hundredth(total),
    grade: gradeOf(total)
  }
}

const ownLines = (chance: Chance, kind: UnitKind, trade: Trade): ReadonlyArray<Line> => {
  const wanted = kind === "institution" ? 0.6 : 0.2
  if (!chance.happens(wanted)) return []
  const codes = [...new Set([trade.institution, ...chance.some(trade.projects, 1)])]
  return codes.map((code) => {
    const income = { ...zeroOwn }
    const amount = () => chance.whole(5_000, 3_000_000) * 100 + chance.whole(0, 99)
    if (kind === "institution" && chance.happens(0.7)) income.business = amount()
    if (kind === "institution" && chance.happens(0.15)) income.operating = amount()
    if (chance.happens(0.25)) income.superior = amount()
    if (kind === "institution" && chance.happens(0.1)) income.affiliate = amount()
    if (chance.happens(0.6) || sum(Object.values(income)) === 0) income.other = amount()
    const opening = chance.happens(0.4) ? amount() : 0
    const operating = income.operating === 0 ? 0 : scaled(chance, income.operating, 60, 100)
    const available = opening + sum(Object.values(income)) - operating
    const used = chance.happens(0.4) ? available : scaled(chance, available, 40, 99)
    const basic = chance.happens(0.5) ? used : scaled(chance, used, 0, 90)
    const zero = { initial: 0, fiscal: 0, closing: 0 }
    const last = { lastBasic: scaled(chance, basic, 60, 140), lastProject: scaled(chance, used - basic, 60, 140) }
    return { code, fund: "own", opening, own: income, basic, project: used - basic, operating, ...zero, ...last }
  })
}

/** A line of fiscal money: what came in follows from what was spent and what was carried over. */
const fiscalLine = (chance: Chance, code: string, fund: Fund, { basic, project, initial }: Spending): Line => {
  const carries = project > 0 && chance.happens(0.25)
  const opening = carries ? scaled(chance, project, 5, 60) : 0
  const closing = carries || (project > 0 && chance.happens(0.1)) ? scaled(chance, project, 0, 50) : 0
  const isNew = chance.happens(0.08)
  const isSame = !isNew && chance.happens(0.05)
  const before = (amount: number) => (isNew ? 0 : isSame ? amount : scaled(chance, amount, 60, 150))
  return {
    code,
    fund,
    opening,
    fiscal: basic + project + closing - opening,
    own: zeroOwn,
    basic,
    project,
    operating: 0,
    closing,
    initial,
    lastBasic: before(basic),
    lastProject: before(project)
  }
}

const generalLines = (
  chance: Chance,
  basic: ReadonlyMap<string, number>,
  projects: ReadonlyArray<Project>,
  trade: Trade
): ReadonlyArray<Line> => {
  const spending = new Map<string, Spending>(
    [...basic].map(([code, amount]) => {
      const initial = chance.happens(0.1) ? amount : scaled(chance, amount, 85, 112)
      return [code, { basic: amount, project: 0, initial }]
    })
  )
  const give = (code: string, amount: number, budget: number) => {
    const before = spending.get(code) ?? { basic: 0, project: 0, initial: 0 }
    spending.set(code, { ...before, project: before.project + amount, initial: before.initial + budget })
  }
  for (const { code, executed, initial } of projects) give(code, executed, initial)
  if (chance.happens(0.4)) give(chance.pick(trade.projects), chance.whole(10_000, 2_000_000) * 100, 0)
  return [...spending].map(([code, amounts]) => fiscalLine(chance, code, "general", amounts))
}

const otherFunds = (chance: Chance): ReadonlyArray<Line> => {
  const lines: Line[] = []
  if (chance.happens(0.3))
    for (const code of chance.some(fundCodes.governmentFund, chance.whole(1, 3))) {
      const project = chance.whole(5_000, 5_000_000) * 100 + chance.whole(0, 99)
      lines.push(
        fiscalLine(chance, code, "governmentFund", { basic: 0, project, initial: scaled(chance, project, 50, 150) })
      )
    }
  if (chance.happens(0.12)) {
    const project = chance.whole(1_000, 300_000) * 100 + chance.whole(0, 99)
    lines.push(fiscalLine(chance, fundCodes.stateCapital[0], "stateCapital", { basic: 0, project, initial: project }))
  }
  return lines
}

const procurementOf = (chance: Chance) => {
  if (chance.happens(0.15)) return { goods: 0, works: 0, services: 0, smallAndMedium: 0, smallAndMicro: 0 }
  const amount = (probability: number) =>
    chance.happens(probability) ? chance.whole(5_000, 3_000_000) * 100 + chance.whole(0, 99) : 0
  const goods = amount(0.9)
  const works = amount(0.3)
  const services = amount(0.7)
  const total = goods + works + services
  const smallAndMedium = chance.happens(0.3) ? total : scaled(chance, total, 30, 99)
  return { goods, works, services, smallAndMedium, smallAndMicro: scaled(chance, smallAndMedium, 10, 100) }
}

const wholeTenThousands = (amount: number): number => Math.round(amount / 10_000) * 10_000

const roundedOfficial = (of: Official): Official => ({
  abroad: wholeTenThousands(of.abroad),
  purchase: wholeTenThousands(of.purchase),
  running: wholeTenThousands(of.running),
  reception: wholeTenThousands(of.reception)
})

/**
 * The same year with every amount a multiple of 100 元, as where books are kept in 万元 with two decimals: then printed
 * sums close everywhere. Totals are rebuilt from the parts.
 */
const closed = (year: DepartmentYear): DepartmentYear => {
  const round = wholeTenThousands
  const official = roundedOfficial
  return {
    ...year,
    official: {
      budget: official(year.official.budget),
      actual: official(year.official.actual),
      last: official(year.official.last)
    },
    procurement: {
      goods: round(year.procurement.goods),
      works: round(year.procurement.works),
      services: round(year.procurement.services),
      smallAndMedium: round(year.procurement.smallAndMedium),
      smallAndMicro: round(year.procurement.smallAndMicro)
    }
  }
}

const roundedValues = (amounts: Map<string, number>): Map<string, number> =>
  new Map([...amounts].map(([code, amount]) => [code, wholeTenThousands(amount)] as const).filter(([, of]) => of > 0))

const roundedLine = (line: Line): Line => {
  const round = wholeTenThousands
  const own = {
    superior: round(line.own.superior),
    business: round(line.own.business),
    operating: round(line.own.operating),
    affiliate: round(line.own.affiliate),
    other: round(line.own.other)
  }
  const [basic, project, operating] = [round(line.basic), round(line.project), round(line.operating)]
  const [opening, closing] = [round(line.opening), round(line.closing)]
  const fiscal = line.fund === "own" ? 0 : basic + project + closing - opening
  return { ...line, own, basic, project, operating, opening, closing, fiscal }
}

export interface Wishes {
  readonly province: Province
  /** Every amount a multiple of 100 元. */
  readonly isClosed: boolean
}

const kindOf = (chance: Chance, office: string): UnitKind =>
  /小学|医院|中心/u.test(office) ? "institution" : chance.happens(0.8) ? "administrative" : "civil-service-like"

/** Lines of all funds, with what own money leaves: 使用非财政拨款结余, 结余分配 or carried over. */
const settledLines = (chance: Chance, kind: UnitKind, lines: ReadonlyArray<Line>) => {
  const own = lines.filter(({ fund }) => fund === "own")
  const left = sum(own.map((line) => line.opening + sum(Object.values(line.own)) - spent(line)))
  const surplusUsed = left < 0 ? -left : 0
  const canDistribute = kind === "institution" && left > 0 && chance.happens(0.4)
  const surplusDistributed = canDistribute ? Math.max(0, wholeTenThousands(scaled(chance, left, 10, 100) - 5_000)) : 0
  const closing = left + surplusUsed - surplusDistributed
  return { lines: own.length === 0 ? lines : closeOwn(lines, closing), surplusUsed, surplusDistributed }
}

const countsOf = (chance: Chance, { abroad, purchase, reception }: Official): DepartmentYear["counts"] => ({
  groups: abroad > 0 ? chance.whole(1, 3) : 0,
  travellers: abroad > 0 ? chance.whole(3, 9) : 0,
  purchased: purchase > 0 ? 1 : 0,
  receptions: reception > 0 ? chance.whole(1, 60) : 0,
  guests: reception > 0 ? chance.whole(61, 700) : 0
})

const vehiclesOf = (chance: Chance, { running, purchase }: Official): ReadonlyArray<number> => {
  const kinds = [0, chance.whole(0, 2), chance.whole(0, 3), chance.whole(0, 1), 0, chance.whole(0, 3), 0, 1]
  return running + purchase > 0 ? kinds : kinds.map(() => 0)
}

/** What was spent last year, and what it left, which is what this year opened with. */
const lastOf = (lines: ReadonlyArray<Line>): number =>
  sum(lines.map(({ lastBasic, lastProject, opening }) => lastBasic + lastProject + opening))

const projectItems = [
  "30201",
  "30202",
  "30205",
  "30211",
  "30213",
  "30214",
  "30226",
  "30227",
  "30299",
  "30305",
  "31002",
  "31003",
  "31007",
  "39999"
]

/** What projects were spent on: first the part of 三公 that basic expenditure does not bear. */
const projectEconomics = (chance: Chance, total: number, extra: Official): ReadonlyMap<string, number> => {
  const amounts = new Map<string, number>()
  const items = [
    ["30212", extra.abroad],
    ["30217", extra.reception],
    ["30231", extra.running],
    ["31013", extra.purchase]
  ] as const
  for (const [code, amount] of items) if (amount > 0) amounts.set(code, amount)
  let left = total - sum(amounts.values())
  const codes = chance.some(projectItems, chance.whole(3, 8))
  codes.forEach((code, index) => {
    const part = index === codes.length - 1 ? left : wholeTenThousands(scaled(chance, left, 0, 60))
    if (part > 0) amounts.set(code, part)
    left -= part
  })
  return amounts
}

/** The part of 三公 that projects bear, where they can bear it; else basic expenditure bears all there is. */
const borneByProjects = (actual: Official, basic: Official, projectTotal: number): Official => {
  const each = (of: (item: OfficialItem) => number): Official => ({
    abroad: of("abroad"),
    purchase: of("purchase"),
    running: of("running"),
    reception: of("reception")
  })
  const extra = each((item) => actual[item] - basic[item])
  return sum(Object.values(extra)) <= projectTotal ? extra : each(() => 0)
}

export const departmentYearOf = (chance: Chance, { province, isClosed }: Wishes): DepartmentYear => {
  const trade = chance.pick(trades)
  const kind = kindOf(chance, trade.office)
  const people = chance.whole(8, 140)
  const official = officialOf(chance)
  const settle = isClosed ? roundedValues : (amounts: Map<string, number>) => amounts
  const economic = settle(
    new Map([...personnelOf(chance, kind, people), ...runningCostsOf(chance, people, official.basic)])
  )
  const projects = chance
    .some(projectNames, chance.whole(1, 9))
    .map((name) => projectOf(chance, name, chance.pick(trade.projects), isClosed))
  const drawn = [
    ...generalLines(chance, basicByCode(chance, kind, trade, economic), projects, trade),
    ...otherFunds(chance),
    ...ownLines(chance, kind, trade)
  ]
  const kept = (isClosed ? drawn.map(roundedLine) : drawn).filter((line) => spent(line) + line.closing > 0)
  for (const { code } of kept) if (!functionalNames.has(code)) throw new Error(`no name for ${code}`)
  const { lines, surplusUsed, surplusDistributed } = settledLines(chance, kind, kept)
  const generalProject = sum(lines.filter(({ fund }) => fund === "general").map((line) => line.project))
  const borne = (of: Official): Official => (isClosed ? roundedOfficial(of) : of)
  const basicPart = borne(official.basic)
  const extra = borneByProjects(borne(official.actual), basicPart, generalProject)
  const actual: Official = {
    abroad: basicPart.abroad + extra.abroad,
    purchase: basicPart.purchase + extra.purchase,
    running: basicPart.running + extra.running,
    reception: basicPart.reception + extra.reception
  }
  const running = sum([...economic].filter(([code]) => !isPersonnel(code)).map(([, amount]) => amount))
  const now = kind === "institution" ? 0 : running
  const year: DepartmentYear = {
    province,
    year: chance.pick([2022, 2023, 2024, 2024, 2024, 2025]),
    unit: `${chance.pick(places[province] ?? [])}${trade.office}`,
    isDepartment: chance.happens(0.6),
    kind,
    trade,
    people,
    lines,
    surplusUsed,
    surplusDistributed,
    economic,
    economicOfProjects: projectEconomics(chance, generalProject, extra),
    official: { budget: official.budget, actual, last: official.last },
    counts: countsOf(chance, actual),
    operatingCost: { now, last: chance.happens(0.05) ? now : scaled(chance, now, 80, 130) },
    procurement: procurementOf(chance),
    vehicles: vehiclesOf(chance, actual),
    equipment: chance.happens(0.2) ? chance.whole(1, 9) : 0,
    last: { total: lastOf(lines), fiscalTotal: lastOf(lines.filter(({ fund }) => fund !== "own")) },
    projects
  }
  return isClosed ? closed(year) : year
}

/** What is left of own money is carried over with its first line. */
const closeOwn = (lines: ReadonlyArray<Line>, left: number): ReadonlyArray<Line> => {
  const first = lines.findIndex(({ fund }) => fund === "own")
  return lines.map((line, index) => (index === first ? { ...line, closing: left } : line))
}

/** Items that every form has and that this unit did not spend on: for lists with an item too many. */
export const unusedItems = (year: DepartmentYear, personnel: boolean): ReadonlyArray<string> =>
  economicItems
    .filter(
      ({ code }) => /^(?:30[123]|310)\d\d$/u.test(code) && isPersonnel(code) === personnel && !year.economic.has(code)
    )
    .map(({ name }) => name)
