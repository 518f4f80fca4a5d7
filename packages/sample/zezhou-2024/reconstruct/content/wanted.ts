/**
 * 期望金额: every leaf that has an amount, with the amount in 元 that would be liked best; the solver moves it by a few
 * 元 where the published cells ask for it. For 基本支出 the published cell of 公开06 is the wish (`undefined`) unless
 * a 款 is shared by several functional items; for 项目支出 the economic codes and the split are reconstructed.
 */
import type { EconomicCode, FunctionalCode } from "@juesuan/domain"
import type { ExpenditureLeaf } from "../Leaf.ts"

export interface WantedLeaf extends ExpenditureLeaf {
  readonly wantedYuan?: string
  /** An agreed price: the solver leaves it alone. */
  readonly fixed?: true
}

const basic = (functional: FunctionalCode, economic: EconomicCode, wantedYuan?: string): WantedLeaf => ({
  account: "expenditure",
  functional,
  economic,
  kind: "basic",
  ...(wantedYuan === undefined ? {} : { wantedYuan })
})

/** The last of a project's leaves takes what the solver has to move; the others are prices as agreed. */
const project = (
  code: string,
  functional: FunctionalCode,
  wishes: ReadonlyArray<readonly [economic: EconomicCode, wantedYuan: string]>
): ReadonlyArray<WantedLeaf> =>
  wishes.map(([economic, wantedYuan], index) => ({
    account: "expenditure",
    functional,
    economic,
    kind: "project",
    project: code,
    wantedYuan,
    ...(index < wishes.length - 1 ? { fixed: true as const } : {})
  }))

/** 机关养老保险 30108 is 2080505, 住房公积金 30113 is 2210201, 其他社会保障缴费 30112 is 2101199, as printed. */
const personnel: ReadonlyArray<WantedLeaf> = [
  basic("2010306", "30101"),
  basic("2010306", "30102"),
  basic("2010306", "30103"),
  basic("2010306", "30107"),
  basic("2080505", "30108"),
  // 职业年金 51.93 is more than 2080506 shows (9.44): the rest stands with the unit's own item.
  basic("2010306", "30109", "424900.00"),
  basic("2080506", "30109", "94400.00"),
  // 30110 + 30111 + 30307 = 55.53 = 2101101 + 2101102 + 2101103, as printed.
  basic("2101101", "30110", "121700.00"),
  basic("2101102", "30110", "270200.00"),
  basic("2101103", "30111", "32400.00"),
  basic("2101102", "30111", "126000.00"),
  basic("2101102", "30307"),
  basic("2101199", "30112"),
  basic("2210201", "30113"),
  basic("2010306", "30199"),
  basic("2010306", "30302"),
  basic("2010306", "30309")
]

const publicFunds: ReadonlyArray<WantedLeaf> = (["30201", "30211", "30228", "30231", "30239", "30299"] as const).map(
  (economic) => basic("2010306", economic)
)

const projectExpenditure: ReadonlyArray<WantedLeaf> = [
  ...project("P01", "2019999", [
    ["30214", "1193297.60"],
    ["30209", "172835.42"]
  ]),
  ...project("P02", "2010306", [
    ["30202", "24000.00"],
    ["30205", "21150.00"],
    ["30208", "195266.88"],
    ["30209", "218000.00"],
    ["30213", "72000.00"],
    ["30227", "60000.00"],
    ["30206", "173556.63"]
  ]),
  ...project("P03", "2010306", [["30227", "447950.94"]]),
  ...project("P05", "2010306", [
    ["30218", "92160.00"],
    ["30207", "6711.00"]
  ]),
  ...project("P07", "2019999", [
    ["31002", "41800.00"],
    ["30201", "21622.50"]
  ]),
  ...project("P08", "2010306", [["30226", "15600.00"]]),
  ...project("P09", "2010306", [["30202", "3204.50"]]),
  ...project("P10", "2013199", [
    ["30201", "4260.00"],
    ["30216", "2540.00"]
  ]),
  ...project("P11", "2019999", [
    ["30213", "520000.00"],
    ["31007", "299500.00"],
    ["30227", "45480.00"]
  ]),
  ...project("P12", "2019999", [
    ["31002", "268000.00"],
    ["31003", "255000.00"]
  ]),
  ...project("P13", "2019999", [
    ["30207", "56000.00"],
    ["30227", "261000.00"],
    ["30202", "63000.00"]
  ]),
  ...project("P14", "2019999", [
    ["31007", "139000.00"],
    ["30227", "5840.00"]
  ])
]

export const wantedLeaves: ReadonlyArray<WantedLeaf> = [...personnel, ...publicFunds, ...projectExpenditure]
