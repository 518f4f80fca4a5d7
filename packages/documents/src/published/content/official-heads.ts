/**
 * 表头式样: the heads of the official forms, column by column. Text in columns may lose which heading stands over which
 * column; a head that has all the words of a form over amounts, and no others, is the head of that form.
 */

/** Headings over the columns of amounts, each from top to bottom. */
export type OfficialHead = ReadonlyArray<ReadonlyArray<string>>

const under = (over: string, below: ReadonlyArray<string>): OfficialHead => below.map((text) => [over, text])

const sums = ["小计", "合计"]
const amounts = ["金额", "决算数"]
const funds = ["一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"]

const income: OfficialHead = [
  ["财政拨款收入"],
  ["上级补助收入"],
  ["事业收入"],
  ["经营收入"],
  ["附属单位上缴收入"],
  ["其他收入"]
]
const expenditure: OfficialHead = [["基本支出"], ["项目支出"], ["上缴上级支出"], ["经营支出"], ["对附属单位补助支出"]]
const byClass = [
  ...["本年收入合计", "合计"].map((sum): OfficialHead => [[sum], ...income]),
  ...["本年支出合计", "合计"].map((sum): OfficialHead => [[sum], ...expenditure]),
  ...["本年支出合计", "合计", "小计"].map((sum): OfficialHead => [[sum], ...expenditure.slice(0, 2)])
]

/** 年初结转, 本年收入, 本年支出, 年末结转: whole, or each parted into 基本支出 and 项目支出. */
const spending = sums.map((sum) => under("本年支出", [sum, "基本支出", "项目支出"]))
const carried = spending.map((own): OfficialHead => [["年初结转和结余"], ["本年收入"], ...own, ["年末结转和结余"]])
const parted = sums.map((sum): OfficialHead => {
  const carryover = [sum, "基本支出结转", "项目支出结转和结余"]
  const ofYear = [sum, "基本支出", "项目支出"]
  return [
    ...under("年初结转和结余", carryover),
    ...under("本年收入", ofYear),
    ...under("本年支出", ofYear),
    ...under("年末结转和结余", carryover)
  ]
})

const twoSided = amounts.flatMap(
  (amount): ReadonlyArray<OfficialHead> => [
    [
      ["收入", amount],
      ["支出", amount]
    ],
    ...[funds, funds.slice(0, 2)].flatMap((kinds) =>
      sums.map((sum): OfficialHead => [["收入", amount], ...under("支出", [sum, ...kinds])])
    )
  ]
)

/** 人员经费 beside one to three columns of 公用经费. */
const basic = amounts.flatMap((amount) =>
  [1, 2, 3].map(
    (others): OfficialHead => [["人员经费", amount], ...Array.from({ length: others }, () => ["公用经费", amount])]
  )
)

interface Vehicles {
  readonly over: string
  readonly purchase: string
  readonly running: string
}

const vehicles: ReadonlyArray<Vehicles> = ["公务用车购置及运行维护费", "公务用车购置及运行费"].flatMap((over) =>
  [
    ["公务用车购置费", "公务用车运行维护费"],
    ["公务用车购置费", "公务用车运行费"],
    ["购置费", "运行费"],
    ["购置费", "运行维护费"]
  ].map(([purchase = "", running = ""]) => ({ over, purchase, running }))
)

const itemsOf = ({ over, purchase, running }: Vehicles): OfficialHead => [
  ["合计"],
  ["因公出国（境）费"],
  ...under(over, ["小计", purchase, running]),
  ["公务接待费"]
]

const budgets = ["预算数", "年初预算数", "全年预算数"]

/** 预算数 and 决算数 over all items, or below each. */
const threePublic = vehicles.flatMap((own) =>
  budgets.flatMap(
    (budget): ReadonlyArray<OfficialHead> => [
      [budget, "决算数"].flatMap((kind) => itemsOf(own).map((path) => [kind, ...path])),
      itemsOf(own).flatMap((path) => [
        [...path, budget],
        [...path, "决算数"]
      ])
    ]
  )
)

/** The heads of all forms that are known. */
const officialHeads: ReadonlyArray<OfficialHead> = [
  ...byClass,
  ...spending,
  ...carried,
  ...parted,
  ...twoSided,
  ...basic,
  ...threePublic
]

/** The words of headings, one that stands over several columns once. */
const wordsOf = (columns: OfficialHead): ReadonlyArray<string> =>
  columns.flatMap((path, index) => {
    const before = columns[index - 1] ?? []
    return path.filter(
      (_, depth) =>
        depth === path.length - 1 || path.slice(0, depth + 1).join("·") !== before.slice(0, depth + 1).join("·")
    )
  })

const signsOf = (texts: ReadonlyArray<string>): string => {
  const words = texts.map((text) => text.normalize("NFKC").replaceAll(/\s|^20\d{2}年度?/gu, ""))
  return [...words.join("")].sort().join("")
}

const depthOf = (columns: OfficialHead): number => Math.max(...columns.map(({ length }) => length))

/** Those of more lines first: 本年支出 over 合计 and 本年支出合计 are the same words. */
const known = officialHeads
  .map((columns) => ({ columns, signs: signsOf(wordsOf(columns)) }))
  .sort((a, b) => depthOf(b.columns) - depthOf(a.columns))

/**
 * The form whose headings over amounts a head prints, wherever it breaks them and in whatever order they are read. A head of
 * one line is that of a form with one line of headings.
 *
 * @example officialHeadOf(["项目支出", "本年支出", "小计", "基本", "支出"], 2)?.length // 3
 */
export const officialHeadOf = (texts: ReadonlyArray<string>, lines: number): OfficialHead | undefined => {
  const own = signsOf(texts)
  return known.find(
    ({ columns, signs }) => signs === own && columns.every(({ length }) => Math.min(length, 2) <= lines)
  )?.columns
}
