/** 空格分栏的文本: cells that one blank parts, names broken over lines, and columns that are not sure. */
import { type RawGrid, readPublished } from "@juesuan/documents"
import type { Printed, PublishedCell } from "@juesuan/domain"
import { describe, expect, test } from "vitest"
import { bytesOf, documentOf, gridsOf, rowsOf } from "./reading.ts"

const gridOf = async (...lines: ReadonlyArray<string>): Promise<RawGrid | undefined> =>
  gridsOf(await documentOf(bytesOf(lines.join("\n"))))[0]

const publishedOf = async (...lines: ReadonlyArray<string>) =>
  readPublished([await documentOf(bytesOf(lines.join("\n")))])

const tableOf = async (...lines: ReadonlyArray<string>) => (await publishedOf(...lines)).tables[0]
const formsOf = async (...lines: ReadonlyArray<string>) => (await publishedOf(...lines)).evaluations

const printedText = (printed: Printed | undefined): string =>
  printed !== undefined && "text" in printed ? printed.text : ""
const textIn = (cell: PublishedCell | undefined): string => printedText(cell?.printed)

describe("空格分栏", () => {
  test("一个空格隔开的也是两格，折行的名称合成一个", async () => {
    const grid = await gridOf(
      "项目            行次 金额     项目            行次 金额",
      "栏次               1        栏次               2",
      "一、财政拨款收入       1   310.25 一、教育支出         4   208.10",
      "二、上级补助收入       2          二、社会保障和就      5   102.15",
      "                            业支出",
      "总计             3   310.25 总计             6   310.25"
    )
    expect(grid && rowsOf(grid).slice(2)).toEqual([
      ["一、财政拨款收入", "1", "310.25", "一、教育支出", "4", "208.10"],
      ["二、上级补助收入", "2", null, "二、社会保障和就业支出", "5", "102.15"],
      ["总计", "3", "310.25", "总计", "6", "310.25"]
    ])
  })

  test("看不准在哪一栏的，整张表说没有读入，不猜", async () => {
    const document = await documentOf(
      bytesOf(
        [
          "支出决算表",
          "单位：万元",
          "项目                 本年支出合计   基本支出   项目支出",
          "栏次                 1              2          3",
          "合计                       20.00            8.00",
          "205   教育支出             20.00            8.00"
        ].join("\n")
      )
    )
    const [table] = readPublished([document]).tables
    expect(gridsOf(document).map(({ doubt }) => doubt)).toEqual(["body"])
    expect(table?.meaning).toBeUndefined()
    expect(table?.unread.map(({ reason }) => reason.zh)).toEqual([expect.stringContaining("看不准")])
  })

  test("各数看不准在哪一栏的，不再说看不准栏目名称", async () => {
    const table = await tableOf(
      "财政拨款“三公”经费支出决算表",
      "单位：万元",
      "                  预算数                                  决算数",
      "                公务用车购置及运行维护费                         公务用车购置及运行维护费",
      "合计 因公出国（境）",
      "      费    小计 公务用车购    公务用车运行维 公务接待费 合计 因公出国（境）",
      "                                           费    小计    公务用车购 公务用车运行维 公务接待费",
      "                   置费     护费                            置费     护费",
      "12.82      12.82             12.82   12.81      12.81             12.81"
    )
    expect(table?.unread.map(({ reason }) => reason.zh)).toEqual([expect.stringContaining("看不准在哪一栏")])
  })

  test("撕下来的半张表，没有表名也没有栏目：说没有读入，不当作整张表", async () => {
    const { tables } = await publishedOf(
      "                      二十三、其他支出   87.59                 87.59",
      "                      二十四、债务还本",
      "                      支出",
      "                      二十五、债务付息",
      "                      支出",
      "                      二十六、抗疫特别",
      "                      国债安排的支出",
      "本年收入合计     2,440.44   本年支出合计     2,455.19   2,349.12   106.07",
      "年初财政拨款结转   16.80      年末财政拨款结转   2.06       2.06",
      "和结余                   和结余",
      "一般公共预算财政   16.80",
      "拨款",
      "政府性基金预算财"
    )
    expect(tables.flatMap(({ meaning }) => meaning ?? [])).toEqual([])
    expect(tables.flatMap(({ unread }) => unread).length).toBeGreaterThan(0)
  })

  test("程序转出的文本里有几行整体右移：行次不会读成金额", async () => {
    const grid = await gridOf(
      "          收入                                             支出",
      "    项目          行    决算数          项目     行      合计      一般公共预算财政   政府性基金预算 国有资本经营预算",
      "                次                        次                 拨款       财政拨款     财政拨款",
      "    栏次                1          栏次             2          3         4        5",
      "一、一般公共预算财      1 18776000.00 一、一般公共服务支出 33        0.00       0.00      0.00      0.00",
      "政拨款",
      "               4         四、公共安全支出   36 16263300.00      16263300.00    0.00        0.00",
      "               5         五、教育支出     37        0.00             0.00    0.00        0.00",
      "          8              八、社会保障和就业支 40 1235900.00        1235900.00    0.00        0.00",
      "                         出",
      "          9              九、卫生健康支出   41 468000.00          468000.00    0.00        0.00",
      "          10             十、节能环保支出   42        0.00             0.00    0.00        0.00",
      "          11             十一、城乡社区支出 43         0.00             0.00    0.00        0.00",
      "本年收入合计    27 18776000.00 本年支出合计     59 18789600.00      18789600.00    0.00        0.00"
    )
    expect(grid && rowsOf(grid).slice(-8)).toEqual([
      ["一、一般公共预算财政拨款", "1", "18776000.00", "一、一般公共服务支出", "33", "0.00", "0.00", "0.00", "0.00"],
      [null, "4", null, "四、公共安全支出", "36", "16263300.00", "16263300.00", "0.00", "0.00"],
      [null, "5", null, "五、教育支出", "37", "0.00", "0.00", "0.00", "0.00"],
      [null, "8", null, "八、社会保障和就业支出", "40", "1235900.00", "1235900.00", "0.00", "0.00"],
      [null, "9", null, "九、卫生健康支出", "41", "468000.00", "468000.00", "0.00", "0.00"],
      [null, "10", null, "十、节能环保支出", "42", "0.00", "0.00", "0.00", "0.00"],
      [null, "11", null, "十一、城乡社区支出", "43", "0.00", "0.00", "0.00", "0.00"],
      ["本年收入合计", "27", "18776000.00", "本年支出合计", "59", "18789600.00", "18789600.00", "0.00", "0.00"]
    ])
    expect(grid?.doubt).not.toBe("body")
  })

  test("下一页再印一次表头，各栏的位置变了，名称的下半截在页首", async () => {
    const table = await tableOf(
      "支出决算表",
      "                  项目           本年支出合计 基本支出 项目支出 上缴上级支出 经营支出 对附属单位补助支出",
      "功能分类科目编码               科目名称",
      "                  栏次                 1          2          3      4      5    6",
      "合计                              18789.60 9586.00 9203.60",
      "       204     公共安全支出           16263.30 7059.70 9203.60",
      "     2040604   基层司法业务            1358.60         1358.60",
      "     2101199   其他行政事业单位医",
      "\f           项目        本年支出合计 基本支出 项目支出 上缴上级支出 经营支出 对附属单位补助支出",
      "功能分类科目编码         科目名称",
      "           栏次               1         2        3     4     5    6",
      "               疗支出           53.50  53.50",
      "       221     住房保障支出      822.40  822.40"
    )
    const cells = (code: string) => {
      const row = table?.rows.find((each) => each.code === code)
      return [row?.label, ...["本年支出合计", "基本支出", "项目支出"].map((column) => textIn(row?.cells[column]))]
    }
    expect(table?.unread).toEqual([])
    expect(cells("2040604")).toEqual(["基层司法业务", "1358.60", "", "1358.60"])
    expect(cells("2101199")).toEqual(["其他行政事业单位医疗支出", "53.50", "53.50", ""])
    expect(cells("221")).toEqual(["住房保障支出", "822.40", "822.40", ""])
  })

  const firstPage = [
    "支出决算表",
    "项目                   本年支出合计       基本支出       项目支出",
    "栏次                       1              2             3",
    "合计                     2751.33        2328.89        422.43",
    "205     教育支出           2228.71        1821.28        407.43",
    "20502   普通教育           2018.71        1821.28        197.43"
  ]

  test("下一页没有表头：站在原来那一栏下面的读得准", async () => {
    const table = await tableOf(
      ...firstPage,
      "\f20509   教育费附加         210.00                        210.00",
      "2050903 城市中小学校舍建设     210.00                        210.00"
    )
    const row = table?.rows.find(({ code }) => code === "20509")
    expect(["本年支出合计", "基本支出", "项目支出"].map((column) => textIn(row?.cells[column]))).toEqual([
      "210.00",
      "",
      "210.00"
    ])
  })

  test("程序转出的文本，有栏没有数，左边的数把右边的挤开了：看不准是哪一栏，不读", async () => {
    const table = await tableOf(
      "财政拨款收入支出决算总表",
      "         收入                                      支出",
      "     项目       行   金额          项目      行    合计 一般公共预算财政 政府性基金预算财 国有资本经营预算财",
      "              次                       次          拨款      政拨款       政拨款",
      "     栏次            1          栏次            2     3        4        5",
      "一、一般公共预算财政    1 2,334.38 一、一般公共服务支出   33",
      "拨款",
      "二、政府性基金预算财    2    106.07 二、外交支出      34",
      "政拨款",
      "三、国有资本经营预算    3        三、国防支出         35",
      "财政拨款",
      "              7        七、文化旅游体育与传媒    39 1,982.26   1,982.26",
      "                       支出",
      "              8        八、社会保障和就业支出    40 177.61       177.61",
      "              9        九、卫生健康支出       41 51.00         51.00",
      "              11       十一、城乡社区支出      43 18.47                  18.47",
      "本年收入合计     27 2,440.44 本年支出合计         59 2,455.19   2,349.12   106.07",
      "年初财政拨款结转和结 28 16.80 年末财政拨款结转和结余       60 2.06           2.06",
      "余",
      "一般公共预算财政拨款 29 16.80                   61",
      "政府性基金预算财政拨 30                         62",
      "款",
      "国有资本经营预算财政 31                         63",
      "拨款",
      "总计         32 2,457.25 总计             64 2,457.25   2,351.18   106.07"
    )
    expect(table?.meaning).toBeUndefined()
    expect(table?.rows).toEqual([])
    expect(table?.unread[0]?.reason.zh).toContain("看不准在哪一栏")
  })

  test("程序转出的文本，下一页没有表头，少了一栏：站得再近也看不准，不读", async () => {
    const table = await tableOf(
      "支出决算表",
      " 项目                本年支出合计    基本支出      项目支出     上缴上级支出   经营支出   对附属单位补助",
      " 科目代码    科目名称                                                   支出",
      " 栏次                1         2         3        4      5      6",
      " 合计                2455.19   2220.83   234.36",
      " 207     文化旅游体育与   1982.26   1853.97   128.29",
      "         传媒支出",
      " 2070199 其他文化和旅游   34.29               34.29",
      "         支出",
      "\f229      其他支出      87.59   87.59",
      "22960    彩票公益金安排   87.59   87.59",
      "         的支出"
    )
    expect(table?.meaning).toBeUndefined()
    expect(table?.unread.map(({ text }) => text)).toEqual([expect.stringContaining("22960")])
  })

  test("看不准的表在下一页的部分，表头相同：不当作另一张表，只说一次", async () => {
    const { tables } = await publishedOf(
      "一般公共预算财政拨款基本支出决算表",
      "单位：万元",
      "                 人员经费                                          公用经费",
      "经济分类科目编码           经济分类科目名称          决算数        经济分类科目编码         经济分类科目名称    决算数",
      "    301    工资福利支出                     2004.55       302    商品和服务支出            124.48",
      "   30101   基本工资                        2004.55      30201   办公费                124.48",
      "\f             人员经费                                   公用经费",
      "  经济分类科目编码     经济分类科目名称   决算数         经济分类科目编码         经济分类科目名称   决算数",
      "                                          310    资本性支出              20.57",
      "                                         31003   专用设备购置             20.57",
      "人员经费合计                     2004.55 公用经费合计                          145.05"
    )
    expect(tables.map(({ meaning }) => meaning)).toEqual([undefined])
    expect(tables[0]?.unread.map(({ text }) => text).join()).toContain("公用经费合计")
  })

  const unnumbered = [
    "支出决算表",
    " 科目编码                 科目名称      本年支出合计     基本支出      项目支出     上缴上级支出   经营支出   对附属单位补助支出",
    "合计                               2455.19   2220.83   234.36",
    "   207     文化旅游体育与传媒支出           1982.26   1853.97   128.29",
    "  20701    文化和旅游                 1982.26   1853.97   128.29",
    " 2070101   行政运行                  1538.80   1538.80",
    " 2070109   群众文化                   409.17   315.17     94.00",
    " 2070199   其他文化和旅游支出               34.29              34.29"
  ]

  test("没有栏次的表头，有栏没有数：各数都站在一个栏目下面的读得准", async () => {
    const table = await tableOf(...unnumbered)
    const row = table?.rows.find(({ code }) => code === "2070199")
    expect(table?.unread).toEqual([])
    expect(table?.columns.map(({ label }) => label)).toContain("对附属单位补助支出")
    expect(["本年支出合计", "基本支出", "项目支出"].map((column) => textIn(row?.cells[column]))).toEqual([
      "34.29",
      "",
      "34.29"
    ])
  })

  test("表的其余几栏印在另一页上，没有编码和名称：这张表没有读全，要说", async () => {
    const further = ["一般公共预算财政拨款支出决算表", ...unnumbered.slice(1)]
    const columns = ["上缴上级支出  经营支出", "   0.00      304.99", "   0.00      304.99", "   0.00      210.75"]
    const alone = ["其他收入", "", "304.99", "", "304.99", ""]
    for (const rest of [columns, alone]) {
      const { tables } = await publishedOf(...unnumbered, "注：本表反映各项支出。", ...rest, ...further)
      expect(tables.map(({ title, unread }) => [title, unread.length > 0])).toEqual([
        ["支出决算表", true],
        ["一般公共预算财政拨款支出决算表", false]
      ])
      expect(tables[0]?.meaning).toBeUndefined()
      expect(tables[0]?.unread.map(({ text }) => text).join()).toContain("304.99")
    }
  })

  test("编码的款在有的行整体右移：仍是款", async () => {
    const grid = await gridOf(
      " 项目                                   合计         基本支出     项目支出",
      " 功能分类科目编码                  功能分类科目名称",
      " 类           款         项",
      " 201                       一般公共服务支出   1,113.28   389.89   723.39",
      " 201         03            政府办公厅（室）   635.30     389.89   245.41",
      "                           及相关机构事务",
      "201        03         01   行政运行       389.89     389.89",
      "201        03         02   一般行政管理事务   57.86               57.86",
      "201        31              党委办公厅（室）   186.35              186.35",
      "                           及相关机构事务",
      "201        31         99   其他党委办公厅    186.35              186.35",
      "                           （室）及相关机构",
      "                           事务支出"
    )
    expect(grid && rowsOf(grid).map((row) => row.slice(0, 3))).toContainEqual(["201", "03", null])
    expect(grid?.columns).toBe(7)
  })

  test("窄栏的表头折成几行，数被挤到右边，有一行每栏都有数：各数按顺序在各栏", async () => {
    const table = await tableOf(
      "财政拨款收入支出决算总表",
      "             收入                                      支出",
      "                                                                     政府性 国有资",
      "    项目       行次    决算数              项目       行次    合计      一般公共预算财政  基金预 本经营",
      "                                                              拨款     算财政 预算财",
      "                                                                      拨款 政拨款",
      "     栏次              1             栏次               2          3       4   5",
      "一、一般公共预算财政    1    18776000.00 一、一般公共服务支出    33       0.00       0.00 0.00 0.00",
      "拨款",
      "              7                七、文化旅游体育与传    39          0.00           0.00    0.00   0.00",
      "                               媒支出",
      "              8                八、社会保障和就业支    40    1235900.00     1235900.00    0.00   0.00",
      "                               出",
      "              9                九、卫生健康支出      41     468000.00      468000.00    0.00   0.00",
      "年初财政拨款结转和结    28     353200.00 年末财政拨款结转和结    60     339600.00      339600.00    0.00   0.00",
      "余                              余"
    )
    expect(table?.unread).toEqual([])
    expect(table?.columns.map(({ meaning }) => meaning)).toEqual([
      "income",
      "expenditure.fiscal",
      "expenditure.general-public-budget",
      "expenditure.government-fund",
      "expenditure.state-capital"
    ])
  })

  test("编码、类款项的栏目折行：其余栏目仍认得是哪张表的", async () => {
    const table = await tableOf(
      "收入决算表",
      "                 项目",
      "功能分类科目编                           本年收入合 财政拨款收 上级补助收 事业收 经营收 附属单位上缴收 其他收",
      "   码                  科目名称          计     入     入    入   入     入     入",
      "类 款 项",
      "                 栏次                  1           2         3          4      5      6          7",
      "合计                                 2,440.44    2,440.44        0.00   0.00   0.00       0.00   0.00",
      " 207           文化旅游体育与传媒支出         1,967.51    1,967.51        0.00   0.00   0.00       0.00   0.00",
      " 207   01      文化和旅游               1,967.51    1,967.51        0.00   0.00   0.00       0.00   0.00",
      " 207   01   01 行政运行                1,538.80    1,538.80        0.00   0.00   0.00       0.00   0.00",
      " 207   01   09 群众文化                  409.17      409.17        0.00   0.00   0.00       0.00   0.00"
    )
    expect(table?.unread).toEqual([])
    expect(table?.columns.map(({ label }) => label)).toContain("附属单位上缴收入")
  })

  test("折行的名称，下一行以“二、”起头：是上一行的；许多名称都在下面接着的，因标点提前折行的也是", async () => {
    const broken = (first: string, rest: string, code: string) => [`${code}   ${first}   5.00`, `        ${rest}`]
    const grid = await gridOf("项目            决算数", "一、一般公共服   5.00", "务支出经费等", "二、外交支出    5.00")
    const many = await gridOf(
      "科目编码  科目名称   决算数",
      ...["30101", "30102", "30103", "30106", "30107", "30108", "30109", "30110", "30111", "30112"].flatMap((code) =>
        broken("机关事业单位", "缴费", code)
      ),
      ...broken("因公出国", "（境）费用", "30212"),
      "30213   维修护费用   33.07"
    )
    expect(grid && rowsOf(grid)[1]?.[0]).toBe("一、一般公共服务支出经费等")
    expect(
      many &&
        rowsOf(many)
          .slice(-2)
          .map((row) => row[1])
    ).toEqual(["因公出国（境）费用", "维修护费用"])
  })

  test("下面紧接着的一段，没有表名，表头里混进了名称的下半截：是这张表的，没有读全", async () => {
    const { tables } = await publishedOf(
      "一般公共预算财政拨款基本支出决算明细表",
      "金额单位：万元",
      " 人员经费                公用经费",
      " 科目代码   科目名称 决算数     科目代码       科目名称   决算数      科目代码    科目名称   决算数   科目代码    科目名称   决算数",
      " 301    工资福利 2004.55 302        商品和服   124.48   307     债务利息         31011   地上附着",
      "        支出                      务支出                     及费用支                 物和青苗",
      "                                                        出                    补偿",
      "30101   基本工资   701.20   30201   办公费    21.41    30701   国内债务         31012   拆迁补偿",
      "                                                        利息",
      "30102   津贴补贴   370.45   30202   印刷费             30702   国外债务         31013   公务用车",
      "        缴费                                                                   建设）",
      "\f人员经费                    公用经费",
      "\f人员经费                 公用经费",
      "科目代码    科目名称   决算数   科目代码    科目名称   决算数    科目代码    科目名称   决算数     科目代码    科目名称   决算数",
      "                                                                          基金",
      "30306   救济费          30226   劳务费           31002   办公设备           31304   对机关事",
      "                                                   购置                     业单位职",
      "                                                                          业年金的",
      "                                                                          补助",
      "30307   医疗费补         30227   委托业务   1.69   31003   专用设备   20.57   399     其他支出"
    )
    expect(tables.map(({ meaning }) => meaning)).toEqual([undefined])
    expect(tables[0]?.unread.map(({ text }) => text).join()).toContain("劳务费")
  })

  test("下一页没有表头，站在两栏之间的看不准，不读", async () => {
    const table = await tableOf(
      ...firstPage,
      "\f20509   教育费附加         210.00               210.00",
      "2050903 城市中小学校舍建设     210.00               210.00"
    )
    expect(table?.rows.map(({ code }) => code)).not.toContain("20509")
    expect(table?.meaning).toBeUndefined()
    expect(table?.unread).not.toEqual([])
  })

  test("名称同右边的金额、金额同右边的名称连在一起的，分得开", async () => {
    const grid = await gridOf(
      "项目           行次  决算数        项目           行次   决算数",
      "栏次             1          栏次                  2",
      "一、财政拨款收入  1     1,871.09   一、教育支出    31       1,878.50",
      " 本年收入合计    27     1,871.09本年支出合计       59       1,878.50"
    )
    const codes = await gridOf(
      "2101101 行政单位医疗    350,400.00 350,400.00",
      "2101103 公务员医疗补助费64,100.00   64,100.00",
      " 221    住房改革支出    822,400.00 822,400.00"
    )
    expect(grid && rowsOf(grid).at(-1)).toEqual(["本年收入合计", "27", "1,871.09", "本年支出合计", "59", "1,878.50"])
    expect(codes && rowsOf(codes)[1]).toEqual(["2101103", "公务员医疗补助费", "64,100.00", "64,100.00"])
  })

  test("窄格把一个数断成两行的，不读", async () => {
    const table = await tableOf(
      "支出决算表",
      "项目            本年支出合计    基本支出    项目支出",
      "栏次               1          2         3",
      "合计       18,776,000.0 9,586,000.0 9,190,000.0",
      "                     0           0           0",
      "205 教育支出  16,249,700.0 9,586,000.0 6,663,700.0",
      "                     0           0           0"
    )
    expect(table?.rows).toEqual([])
    expect(table?.unread).not.toEqual([])
  })

  test("编码在上一行、金额在下一行的是一行", async () => {
    const grid = await gridOf(
      "项目                本年支出合计       基本支出    项目支出",
      "栏次                     1          2         3",
      "合计                   500.00     300.00    200.00",
      "205     教育支出          200.00     100.00    100.00",
      "20502   普通教育          200.00     100.00    100.00",
      "208     社会保障和就",
      "        业支出           200.00     100.00    100.00",
      "210     卫生健康支出        100.00     100.00"
    )
    expect(grid && rowsOf(grid).slice(-2)).toEqual([
      ["208", "社会保障和就业支出", "200.00", "100.00", "100.00"],
      ["210", "卫生健康支出", "100.00", "100.00", null]
    ])
  })

  test("折行的名称分不清属于上一行还是下一行的，不读", async () => {
    const grid = await gridOf(
      "科目编码    科目名称      本年支出合计    基本支出    项目支出",
      "栏次                     1          2         3",
      "2080505 机关事业单位     200.00     100.00    100.00",
      "        保险缴费支出",
      "2080506 职业年金缴费     100.00     100.00"
    )
    expect(grid?.doubt).toBe("body")
  })
})

describe("空格分栏的自评表", () => {
  const title = [
    "房租费项目支出绩效自评表",
    "",
    "项目名称        房租费",
    "主管部门        某局             实施单位        某局"
  ]
  const funds = [
    "资金来源     年初预算数   全年预算数   全年执行数   执行率   得分",
    "资金总额        10.00       10.00        9.00    90.00   9.00"
  ]
  const head = "一级指标     二级指标     三级指标     年度指标值   实际完成值   分值   得分   偏差原因"
  const total = "总分                                                             100     99     优"

  test("每行都完整的，读得进", async () => {
    const [form] = await formsOf(
      ...title,
      ...funds,
      head,
      "产出指标     数量指标     租用面积     ≥500平方米   520平方米     50     50",
      "             质量指标     达标率       ≥95%         96%           40     40",
      "满意度指标   满意度       职工满意度   ≥90%         91%           10      9",
      total
    )
    expect(form?.legibility).toBe("clean")
    expect(form?.unread).toEqual([])
    expect(form?.funds.map(({ executed, source }) => [source, printedText(executed)])).toEqual([["资金总额", "9.00"]])
    expect(
      form?.indicators.map(({ actual, level1, name, score, weight }) => [
        level1,
        name,
        actual,
        printedText(weight),
        printedText(score)
      ])
    ).toEqual([
      ["产出指标", "租用面积", "520平方米", "50", "50"],
      ["产出指标", "达标率", "96%", "40", "40"],
      ["满意度指标", "职工满意度", "91%", "10", "9"]
    ])
    expect(printedText(form?.total)).toBe("99")
  })

  test("折行的格同别的行混在一起的，整份说没有读入", async () => {
    const [form] = await formsOf(
      ...title,
      "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因",
      "        数量指标 租用面积 ≥560次 ≥560次     560次      20 20",
      "产出指标 质量指标  验收合格率 ≥85% ≥85%",
      "        时效指标 支付及时率 ≥100% ≥100%",
      "                             85%    10 10",
      "                             100% 10 10",
      "总分                                                 100 89.88 良"
    )
    expect(form?.legibility).toBe("noisy")
    expect(form?.indicators).toEqual([])
    expect(form?.unread.map(({ reason }) => reason.zh)).toContainEqual(expect.stringContaining("没有读入"))
  })

  test("少了得分的一行，整份说没有读入", async () => {
    const [form] = await formsOf(
      ...title,
      head,
      "产出指标     数量指标     租用面积     ≥500平方米   520平方米     50     50",
      "             质量指标     达标率       ≥95%         96%           40",
      "满意度指标   满意度       职工满意度   ≥90%         91%           10      9",
      total
    )
    expect(form?.legibility).toBe("noisy")
    expect(form?.indicators).toEqual([])
  })
})
