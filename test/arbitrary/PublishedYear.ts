/**
 * A consistent department-year as a published disclosure with the ten tables, in memory: true amounts in 分, every cell
 * rounded by itself to 万元 with two decimals. Small facts are drawn; everything else is added up from them.
 */
import {
  printedCellText,
  type Printed,
  type PublishedDisclosure,
  type PublishedRow,
  type PublishedTable,
  Quantities
} from "@juesuan/domain"
import { type TableMeaning, tableMeanings } from "@juesuan/rules"
import * as fc from "fast-check"

/** Amounts in 分 (counts in pieces) by column meaning; what is not there, or zero, is blank. */
type Amounts = Readonly<Record<string, number>>
interface Line {
  readonly row: string
  readonly amounts: Amounts
}
type Meaning = keyof typeof tableMeanings

const funds = ["general-public-budget", "government-fund", "state-capital"] as const
type FundId = (typeof funds)[number]
const otherSources = ["superior-subsidy", "institutional", "operating", "subordinate-remittance", "other"] as const

/** What one 项 spent and received out of one fund. */
interface Spending {
  readonly code: string
  readonly fund: FundId | "non-fiscal"
  readonly source: (typeof otherSources)[number]
  readonly basic: number
  readonly project: number
  readonly opening: number
  readonly closing: number
}

interface Plan {
  readonly spendings: ReadonlyArray<Spending>
  readonly shares: ReadonlyArray<number>
  readonly surplusUsed: number
  readonly surplusDistributed: number
  readonly extras: ReadonlyArray<number>
}

const codes: Readonly<Record<FundId | "non-fiscal", ReadonlyArray<string>>> = {
  "general-public-budget": [
    "2010301",
    "2010302",
    "2010306",
    "2013199",
    "2050205",
    "2050299",
    "2080505",
    "2080506",
    "2101101",
    "2101102",
    "2101103",
    "2130104",
    "2130199",
    "2210201"
  ],
  "government-fund": ["2120801", "2120803", "2290402"],
  "state-capital": ["2230105", "2239999"],
  "non-fiscal": ["2010302", "2010306", "2050205", "2130104", "2080505"]
}
const economicCodes = [
  "30101",
  "30102",
  "30103",
  "30108",
  "30109",
  "30110",
  "30113",
  "30201",
  "30206",
  "30211",
  "30217",
  "30228",
  "30231",
  "30239",
  "30302",
  "30305",
  "31002"
]
const personnelClasses = ["301", "303"]

const sum = (values: ReadonlyArray<number>): number => values.reduce((total, value) => total + value, 0)
const income = ({ basic, closing, opening, project }: Spending): number => basic + project + closing - opening

const spending = (fund: FundId | "non-fiscal"): fc.Arbitrary<Spending> =>
  fc
    .record({
      code: fc.constantFrom(...codes[fund]),
      fund: fc.constant(fund),
      source: fc.constantFrom(...otherSources),
      basic:
        fund === "general-public-budget" || fund === "non-fiscal"
          ? fc.integer({ min: 0, max: 900_000_000 })
          : fc.constant(0),
      project: fc.integer({ min: 0, max: 4_000_000_000 }),
      opening: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90_000_000 })),
      closing: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90_000_000 }))
    })
    // Nothing is received that is less than nothing: what was carried over and not spent is carried on.
    .map((drawn) => (income(drawn) >= 0 ? drawn : { ...drawn, closing: drawn.opening - drawn.basic - drawn.project }))

const spendings = (fund: FundId | "non-fiscal", min: number, max: number): fc.Arbitrary<ReadonlyArray<Spending>> =>
  fc.uniqueArray(spending(fund), { selector: ({ code }) => code, minLength: min, maxLength: max })

const plan: fc.Arbitrary<Plan> = fc
  .record({
    general: spendings("general-public-budget", 3, 12),
    fund: spendings("government-fund", 0, 3),
    capital: spendings("state-capital", 0, 2),
    other: spendings("non-fiscal", 0, 4),
    shares: fc.array(fc.integer({ min: 1, max: 1000 }), {
      minLength: economicCodes.length,
      maxLength: economicCodes.length
    }),
    surplusUsed: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 50_000_000 })),
    surplusDistributed: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5_000_000 })),
    extras: fc.array(fc.integer({ min: 0, max: 60_000_000 }), { minLength: 16, maxLength: 16 })
  })
  .map(({ capital, fund, general, other, ...rest }) => ({
    ...rest,
    spendings: [...general, ...fund, ...capital, ...other]
  }))

/** 类, 款 and 项 rows under 合计, in the order of the codes, each column added up. */
const hierarchy = (leaves: ReadonlyArray<Line>): ReadonlyArray<Line> => {
  const byRow = new Map<string, Record<string, number>>()
  for (const { amounts, row } of leaves)
    for (const key of ["total", row.slice(0, 3), row.slice(0, 5), row]) {
      const into = byRow.get(key) ?? {}
      for (const [column, amount] of Object.entries(amounts)) into[column] = (into[column] ?? 0) + amount
      byRow.set(key, into)
    }
  const order = (row: string) => (row === "total" ? "0" : row)
  return [...byRow].map(([row, amounts]) => ({ row, amounts })).sort((a, b) => (order(a.row) < order(b.row) ? -1 : 1))
}

const expenditureAmounts = (basic: number, project: number): Amounts => ({
  "expenditure-of-year": basic + project,
  "expenditure.basic": basic,
  "expenditure.project": project
})

/** A total in parts of given shares; the last part takes what is left. */
const divided = (total: number, shares: ReadonlyArray<number>): ReadonlyArray<number> => {
  const parts = shares.map((share) => Math.floor((total * share) / sum(shares)))
  return parts.map((part, index) => (index === parts.length - 1 ? total - sum(parts.slice(0, -1)) : part))
}

const of = (list: ReadonlyArray<Spending>, fund: string) => list.filter((spent) => spent.fund === fund)
const spent = (list: ReadonlyArray<Spending>) => sum(list.map(({ basic, project }) => basic + project))

const classLines = (column: string, list: ReadonlyArray<Spending>): ReadonlyArray<Line> => {
  const classes = [...new Set(list.map(({ code }) => code.slice(0, 3)))].toSorted()
  return classes.map((row) => ({
    row: `expenditure.${row}`,
    amounts: { [column]: spent(list.filter(({ code }) => code.startsWith(row))) }
  }))
}

const summary = ({ spendings: list, surplusDistributed, surplusUsed }: Plan): ReadonlyArray<Line> => {
  const received = sum(list.map(income))
  const opening = sum(list.map((spent) => spent.opening))
  const total = received + surplusUsed + opening
  const line = (row: string, column: string, amount: number): Line => ({ row, amounts: { [column]: amount } })
  return [
    ...funds.map((fund) => line(`revenue.${fund}`, "income", sum(of(list, fund).map(income)))),
    ...otherSources.map((source) =>
      line(
        `revenue.${source}`,
        "income",
        sum(
          of(list, "non-fiscal")
            .filter((one) => one.source === source)
            .map(income)
        )
      )
    ),
    ...classLines("expenditure", list),
    { row: "income-of-year", amounts: { income: received } },
    { row: "expenditure-of-year", amounts: { expenditure: spent(list) } },
    line("surplus-used", "income", surplusUsed),
    line("opening-carryover", "income", opening),
    line("surplus-distributed", "expenditure", surplusDistributed),
    line("closing-carryover", "expenditure", total - spent(list) - surplusDistributed),
    { row: "total", amounts: { income: total, expenditure: total } }
  ]
}

const incomeLines = ({ spendings: list }: Plan): ReadonlyArray<Line> =>
  hierarchy(
    list.map((one) => ({
      row: one.code,
      amounts: {
        "income-of-year": income(one),
        [one.fund === "non-fiscal" ? `revenue.${one.source}` : "revenue.fiscal"]: income(one)
      }
    }))
  )

const fiscalSummary = (plan: Plan): ReadonlyArray<Line> => {
  const list = plan.spendings.filter(({ fund }) => fund !== "non-fiscal")
  const each = (amountOf: (list: ReadonlyArray<Spending>) => number): Amounts => ({
    "expenditure.fiscal": amountOf(list),
    ...Object.fromEntries(funds.map((fund) => [`expenditure.${fund}`, amountOf(of(list, fund))]))
  })
  const opened = (some: ReadonlyArray<Spending>) => sum(some.map(({ opening }) => opening))
  const closed = (some: ReadonlyArray<Spending>) => sum(some.map(({ closing }) => closing))
  const classes = [...new Set(list.map(({ code }) => code.slice(0, 3)))].toSorted()
  return [
    ...funds.map((fund) => ({ row: `revenue.${fund}`, amounts: { income: sum(of(list, fund).map(income)) } })),
    ...classes.map((row) => ({
      row: `expenditure.${row}`,
      amounts: each((some) => spent(some.filter(({ code }) => code.startsWith(row))))
    })),
    { row: "income-of-year", amounts: { income: sum(list.map(income)) } },
    { row: "expenditure-of-year", amounts: each(spent) },
    { row: "opening-carryover", amounts: { income: opened(list) } },
    ...funds.map((fund) => ({ row: `opening-carryover.${fund}`, amounts: { income: opened(of(list, fund)) } })),
    { row: "closing-carryover", amounts: each(closed) },
    ...funds.map((fund) => ({
      row: `closing-carryover.${fund}`,
      amounts: { "expenditure.fiscal": closed(of(list, fund)), [`expenditure.${fund}`]: closed(of(list, fund)) }
    })),
    {
      row: "total",
      amounts: { income: sum(list.map(income)) + opened(list), ...each((some) => spent(some) + closed(some)) }
    }
  ]
}

const expenditureLines = (list: ReadonlyArray<Spending>): ReadonlyArray<Line> =>
  hierarchy(list.map(({ basic, code, project }) => ({ row: code, amounts: expenditureAmounts(basic, project) })))

const fundLines = (list: ReadonlyArray<Spending>): ReadonlyArray<Line> =>
  hierarchy(
    list.map((one) => ({
      row: one.code,
      amounts: {
        "opening-carryover": one.opening,
        "income-of-year": income(one),
        ...expenditureAmounts(one.basic, one.project),
        "closing-carryover": one.closing
      }
    }))
  )

const basicDetail = ({ shares, spendings: list }: Plan): ReadonlyArray<Line> => {
  const total = sum(of(list, "general-public-budget").map(({ basic }) => basic))
  const leaves = divided(total, shares).map((amount, index) => ({ row: economicCodes[index] ?? "", amount }))
  const classes = [...new Set(leaves.map(({ row }) => row.slice(0, 3)))]
  const ofClasses = (wanted: ReadonlyArray<string>) =>
    sum(leaves.filter(({ row }) => wanted.includes(row.slice(0, 3))).map(({ amount }) => amount))
  const lines = classes.flatMap((row) => [
    { row, amount: ofClasses([row]) },
    ...leaves.filter((leaf) => leaf.row.startsWith(row))
  ])
  const personnel = ofClasses(personnelClasses)
  return [...lines, { row: "personnel", amount: personnel }, { row: "public-use", amount: total - personnel }].map(
    ({ amount, row }) => ({ row, amounts: { amount } })
  )
}

const threePublic = (plan: Plan): ReadonlyArray<Line> => {
  const detail = new Map(basicDetail(plan).map(({ amounts, row }) => [row, amounts.amount ?? 0]))
  const [travel = 0, purchase = 0, operation = 0, reception = 0, ...savings] = plan.extras
  const items = {
    "overseas-travel": travel,
    "vehicle-purchase": purchase,
    "vehicle-operation": (detail.get("30231") ?? 0) + operation,
    "official-reception": (detail.get("30217") ?? 0) + reception
  }
  const half = (prefix: string, amountOf: (amount: number, index: number) => number): Amounts => {
    const [overseas = 0, bought = 0, run = 0, received = 0] = Object.values(items).map(amountOf)
    return {
      [`${prefix}.total`]: overseas + bought + run + received,
      [`${prefix}.overseas-travel`]: overseas,
      [`${prefix}.vehicles`]: bought + run,
      [`${prefix}.vehicle-purchase`]: bought,
      [`${prefix}.vehicle-operation`]: run,
      [`${prefix}.official-reception`]: received
    }
  }
  const budget = half("budget", (amount, index) => amount + (savings[index] ?? 0))
  return [{ row: "three-public", amounts: { ...budget, ...half("actual", (amount) => amount) } }]
}

const vehicleKinds = [
  "vice-provincial-leader",
  "principal-official",
  "confidential-communication",
  "emergency",
  "law-enforcement",
  "special-technical",
  "retired-cadres",
  "other"
]

const furtherInformation = (plan: Plan): ReadonlyArray<Line> => {
  const [goods = 0, works = 0, services = 0, ...rest] = plan.extras.slice(5)
  const counts = vehicleKinds.map((_, index) => ((rest[index] ?? 0) % 9) * 100)
  const publicUse = basicDetail(plan).find(({ row }) => row === "public-use")?.amounts.amount ?? 0
  return [
    ["procurement", goods + works + services] as const,
    ["procurement.goods", goods] as const,
    ["procurement.works", works] as const,
    ["procurement.services", services] as const,
    ["operating-expenditure.administrative", publicUse] as const,
    ["vehicles", sum(counts)] as const,
    ...vehicleKinds.map((kind, index) => [`vehicles.${kind}`, counts[index] ?? 0] as const)
  ].map(([row, amount]) => ({ row, amounts: { amount } }))
}

/** 分 as 万元 with two decimals, half up. */
const inTenThousand = (fen: number): string => {
  const cents = Math.floor((Math.abs(fen) + 5000) / 10_000)
  return `${fen < 0 ? "-" : ""}${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`
}

const isCount = (row: string) => row.startsWith("vehicles")

const inYuan = (fen: number): string => `${Math.trunc(fen / 100)}.${String(Math.abs(fen % 100)).padStart(2, "0")}`

const printedAmount = (fen: number, row: string, text: (fen: number) => string): Printed => {
  if (fen === 0) return { _tag: "Blank" }
  return isCount(row) ? printedCellText(String(fen / 100), "辆") : printedCellText(text(fen), "万元")
}

interface Source {
  readonly number: number
  readonly lines: ReadonlyArray<Line>
  /** How an amount in 分 is written. */
  readonly text: (fen: number) => string
}

const tableOf = (meaning: Meaning, { lines, number, text }: Source): PublishedTable => {
  const template: TableMeaning = tableMeanings[meaning]
  const place = { file: "disclosure.txt", page: number }
  const columns = Object.entries(template.columns).map(([column, label]) => ({
    key: label,
    label,
    headings: [label],
    number: null,
    meaning: column
  }))
  const rows = lines.map(({ amounts, row }, index): PublishedRow => {
    const code = /^\d+$/u.test(row) ? row : undefined
    const shown = Object.entries(template.columns).filter(([column]) => template.by !== "form" || column in amounts)
    const cells = shown.map(([column, label]) => [
      label,
      { printed: printedAmount(amounts[column] ?? 0, row, text), place }
    ])
    const key = code ?? template.rows[row] ?? row
    return {
      key,
      label: key,
      code,
      meaning: row,
      place: { ...place, line: index + 1 },
      cells: Object.fromEntries(cells)
    }
  })
  return {
    id: `公开${String(number).padStart(2, "0")}`,
    title: template.label,
    meaning,
    unit: { shown: "万元", unit: Quantities.yuan },
    columns,
    rows,
    statedEmpty: lines.length === 0 ? { text: "本表无数据", place } : undefined,
    notes: [],
    unread: [],
    place
  }
}

/** `slipped`: the table that is printed in 元 and says 万元. */
const disclosureOf = (plan: Plan, slipped?: Meaning): PublishedDisclosure => {
  const { spendings: list } = plan
  const tables: ReadonlyArray<readonly [Meaning, ReadonlyArray<Line>]> = [
    ["income-expenditure-summary", summary(plan)],
    ["income", incomeLines(plan)],
    ["expenditure", expenditureLines(list)],
    ["fiscal-income-expenditure-summary", fiscalSummary(plan)],
    ["general-public-budget-expenditure", expenditureLines(of(list, "general-public-budget"))],
    ["general-public-budget-basic-expenditure", basicDetail(plan)],
    ["government-fund", fundLines(of(list, "government-fund"))],
    ["state-capital-expenditure", fundLines(of(list, "state-capital"))],
    ["three-public", threePublic(plan)],
    ["further-information", furtherInformation(plan)]
  ]
  return {
    files: [{ name: "disclosure.txt", format: "text", pages: 10 }],
    unit: "某局",
    year: 2024,
    tables: tables.map(([meaning, lines], index) =>
      tableOf(meaning, { number: index + 1, lines, text: meaning === slipped ? inYuan : inTenThousand })
    ),
    narrative: [],
    evaluations: [],
    unread: []
  }
}

/** 一个部门一年的决算公开, 表表相符. */
export const publishedYear: fc.Arbitrary<PublishedDisclosure> = plan.map((drawn) => disclosureOf(drawn))

/** The same with one whole table in 元 that says 万元. */
export const publishedYearWithSlippedTable: fc.Arbitrary<{
  readonly disclosure: PublishedDisclosure
  readonly table: string
}> = fc
  .tuple(
    plan,
    fc.constantFrom<Meaning>("income", "expenditure", "general-public-budget-expenditure", "income-expenditure-summary")
  )
  .map(([drawn, table]) => ({ disclosure: disclosureOf(drawn, table), table }))

/** The disclosure with some cells printed otherwise: by address (`expenditure/2010306/expenditure.basic`) the new text. */
export const withTexts = (
  disclosure: PublishedDisclosure,
  texts: ReadonlyMap<string, string>
): PublishedDisclosure => ({
  ...disclosure,
  tables: disclosure.tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      cells: Object.fromEntries(
        table.columns.flatMap(({ key, meaning }) => {
          const cell = row.cells[key]
          if (cell === undefined) return []
          const text = texts.get(`${table.meaning}/${row.meaning}/${meaning}`)
          const shown = isCount(row.meaning ?? "") ? "辆" : "万元"
          return [[key, text === undefined ? cell : { ...cell, printed: printedCellText(text, shown) }]]
        })
      )
    }))
  }))
})
