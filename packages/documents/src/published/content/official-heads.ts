/**
 * 表头式样: the heads of the official forms, column by column. Text in columns may lose which heading stands over which
 * column; a head that has all the words of a form, and no others, is the head of that form.
 */

export interface OfficialHead {
  /** Headings over the columns of amounts, from top to bottom. */
  readonly columns: ReadonlyArray<ReadonlyArray<string>>
  /** Words that stand over all columns or over none, in the ways in which they are printed. */
  readonly stubs: ReadonlyArray<string>
}

const codeWords = ["功能分类科目编码", "支出功能分类科目编码", "科目编码", "科目代码", "功能分类科目代码"]
const byCode = codeWords.flatMap((code) => [`项目${code}科目名称`, `${code}科目名称`, `${code}项目科目名称类款项`])

const threePublic = ["因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费"]
const vehicles = ["公务用车购置及运行维护费", "公务用车购置及运行费"]
const threePublicColumns = (kind: string, over: string): ReadonlyArray<ReadonlyArray<string>> => {
  const [overseas = "", purchase = "", running = "", reception = ""] = threePublic
  return [
    [kind, "合计"],
    [kind, overseas],
    [kind, over, "小计"],
    [kind, over, purchase],
    [kind, over, running],
    [kind, reception]
  ]
}

const sums = ["小计", "合计"]
const funds = ["一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"]
const amounts = ["金额", "决算数"]
const economic = ["经济分类科目编码", "科目编码", "经济分类科目代码", "科目代码"]

/** The heads of all forms that are known. */
export const officialHeads: ReadonlyArray<OfficialHead> = [
  {
    columns: [
      ["本年收入合计"],
      ["财政拨款收入"],
      ["上级补助收入"],
      ["事业收入"],
      ["经营收入"],
      ["附属单位上缴收入"],
      ["其他收入"]
    ],
    stubs: byCode
  },
  {
    columns: [["本年支出合计"], ["基本支出"], ["项目支出"], ["上缴上级支出"], ["经营支出"], ["对附属单位补助支出"]],
    stubs: byCode
  },
  ...sums.flatMap((sum): ReadonlyArray<OfficialHead> => {
    const expenditure = [sum, "基本支出", "项目支出"].map((text) => ["本年支出", text])
    const carried = [["年初结转和结余"], ["本年收入"], ...expenditure, ["年末结转和结余"]]
    return [
      { columns: expenditure, stubs: byCode },
      { columns: carried, stubs: byCode }
    ]
  }),
  ...amounts.map(
    (amount): OfficialHead => ({
      columns: [
        ["收入", amount],
        ["支出", amount]
      ],
      stubs: ["项目行次项目行次", "项目项目"]
    })
  ),
  ...amounts.flatMap((amount) =>
    sums.map(
      (sum): OfficialHead => ({
        columns: [["收入", amount], ...[sum, ...funds].map((text) => ["支出", text])],
        stubs: ["项目行次项目行次", "项目项目"]
      })
    )
  ),
  ...amounts.map(
    (amount): OfficialHead => ({
      columns: [
        ["人员经费", amount],
        ["公用经费", amount],
        ["公用经费", amount]
      ],
      stubs: economic.map((code) => `${code}科目名称`.repeat(3))
    })
  ),
  ...vehicles.map(
    (over): OfficialHead => ({
      columns: [...threePublicColumns("预算数", over), ...threePublicColumns("决算数", over)],
      stubs: [""]
    })
  )
]
