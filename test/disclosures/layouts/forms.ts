/** 表式: headings and sides of the tables that provinces share, with the names that differ given by each. */
import type { Sheets } from "../Statement.ts"
import type { Heading, NumberStyle, SideLine, TwoSides } from "./grids.ts"
import { chineseNumber, classLines, filled, numberedSide } from "./Layout.ts"

const ownKeys = ["superior", "business", "operating", "affiliate", "other"]
const ownNames = ["上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"]

export const incomeHeadings = (total = "本年收入合计", fiscal = "财政拨款收入"): ReadonlyArray<Heading> => [
  { label: total, column: "total" },
  { label: fiscal, column: "fiscal" },
  ...ownNames.map((label, index) => ({ label, column: ownKeys[index] ?? "" }))
]

export const expenditureHeadings = (total = "本年支出合计"): ReadonlyArray<Heading> => [
  { label: total, column: "total" },
  { label: "基本支出", column: "basic" },
  { label: "项目支出", column: "project" },
  { label: "上缴上级支出", column: "remitted" },
  { label: "经营支出", column: "operating" },
  { label: "对附属单位补助支出", column: "subsidies" }
]

/** 合计, 基本支出, 项目支出, under one heading where a name is given for it. */
export const spendingHeadings = (total: string, over?: string): ReadonlyArray<Heading> => {
  const below = [
    { label: total, column: "total" },
    { label: "基本支出", column: "basic" },
    { label: "项目支出", column: "project" }
  ]
  return over === undefined ? below : [{ label: over, below }]
}

export const flowHeadings = (
  spending: ReadonlyArray<Heading>,
  names: readonly [string, string, string] = ["年初结转和结余", "本年收入", "年末结转和结余"]
): ReadonlyArray<Heading> => [
  { label: names[0], column: "opening" },
  { label: names[1], column: "income" },
  ...spending,
  { label: names[2], column: "closing" }
]

export const officialNames = [
  "合计",
  "因公出国（境）费",
  "小计",
  "公务用车购置费",
  "公务用车运行维护费",
  "公务接待费"
] as const

export const officialHeadings = (half: "budget" | "actual"): ReadonlyArray<Heading> => {
  const [total, abroad, vehicles, purchase, running, reception] = officialNames
  return [
    { label: total, column: `${half}.total` },
    { label: abroad, column: `${half}.abroad` },
    {
      label: "公务用车购置及运行维护费",
      below: [
        { label: vehicles, column: `${half}.vehicles` },
        { label: purchase, column: `${half}.purchase` },
        { label: running, column: `${half}.running` }
      ]
    },
    { label: reception, column: `${half}.reception` }
  ]
}

export interface SidesStyle {
  readonly classes: "all" | "without-debt" | "used"
  readonly numbered: boolean
  readonly numbers: NumberStyle
  readonly sides: readonly [string, string]
  readonly itemLabel: string
  readonly amountLabel: string
  readonly incomeNames: readonly [string, string, string]
  readonly opening: string
  readonly closing: string
  readonly surplus: string
  readonly total: string
}

const padBoth = (
  top: readonly [ReadonlyArray<SideLine>, ReadonlyArray<SideLine>],
  bottom: readonly [ReadonlyArray<SideLine>, ReadonlyArray<SideLine>],
  spare = 0
): readonly [ReadonlyArray<SideLine>, ReadonlyArray<SideLine>] => {
  const upper = Math.max(top[0].length, top[1].length)
  const lower = Math.max(bottom[0].length, bottom[1].length) + spare
  /** The last line of both sides is their total: what is short is filled before it. */
  const fill = (lines: ReadonlyArray<SideLine>) => [...filled(lines.slice(0, -1), lower - 1), ...lines.slice(-1)]
  return [
    [...filled(top[0], upper), ...fill(bottom[0])],
    [...filled(top[1], upper), ...fill(bottom[1])]
  ]
}

const lined = (
  [left, right]: readonly [ReadonlyArray<SideLine>, ReadonlyArray<SideLine>],
  numbered: boolean
): Pick<TwoSides, "left" | "right"> => ({
  left: numbered ? numberedSide(left, 1) : left,
  right: numbered ? numberedSide(right, left.length + 1) : right
})

const basics = (style: SidesStyle) => ({
  itemLabel: style.itemLabel,
  numbered: style.numbered,
  numbers: style.numbers,
  sides: style.sides
})

export const summarySides = (sheets: Sheets, style: SidesStyle): TwoSides => {
  const names = [...style.incomeNames, ...ownNames]
  const keys = ["general", "governmentFund", "stateCapital", ...ownKeys]
  const income = names.map((name, index) => ({
    label: `${chineseNumber(index + 1)}、${name}`,
    key: `income.${keys[index]}`
  }))
  const sides = padBoth(
    [income, classLines(sheets, style.classes)],
    [
      [
        { label: "本年收入合计", key: "income.year" },
        { label: style.surplus, key: "income.surplusUsed" },
        { label: style.opening, key: "income.opening" },
        { label: style.total, key: "income.total" }
      ],
      [
        { label: "本年支出合计", key: "expenditure.year" },
        { label: "结余分配", key: "expenditure.distributed" },
        { label: style.closing, key: "expenditure.closing" },
        { label: style.total, key: "expenditure.total" }
      ]
    ],
    style.numbered ? 1 : 0
  )
  return {
    ...lined(sides, style.numbered),
    ...basics(style),
    leftColumns: [{ label: style.amountLabel, column: "amount" }],
    rightColumns: [{ label: style.amountLabel, column: "amount" }]
  }
}

const fundNames = ["一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"] as const
const fundKeys = ["general", "governmentFund", "stateCapital"] as const

export const fiscalSides = (sheets: Sheets, style: SidesStyle): TwoSides => {
  const income = fundNames.map((name, index) => ({
    label: `${chineseNumber(index + 1)}、${name}`,
    key: `income.${fundKeys[index]}`
  }))
  const sides = padBoth(
    [income, classLines(sheets, style.classes)],
    [
      [
        { label: "本年收入合计", key: "income.year" },
        { label: "年初财政拨款结转和结余", key: "income.opening" },
        ...fundNames.map((label, index) => ({ label, key: `opening.${fundKeys[index]}` })),
        { label: style.total, key: "income.total" }
      ],
      [
        { label: "本年支出合计", key: "expenditure.year" },
        { label: "年末财政拨款结转和结余", key: "expenditure.closing" },
        { label: style.total, key: "expenditure.total" }
      ]
    ]
  )
  return {
    ...lined(sides, style.numbered),
    ...basics(style),
    leftColumns: [{ label: style.amountLabel, column: "total" }],
    rightColumns: [
      { label: "合计", column: "total" },
      ...fundNames.map((label, index) => ({ label, column: fundKeys[index] ?? "" }))
    ]
  }
}
