/** 空格分栏的文本: cells that one blank parts, names broken over lines, and columns that are not sure. */
import { readPublished } from "@juesuan/documents"
import { describe, expect, test } from "vitest"
import { bytesOf, documentOf, gridOfLines, gridsOf, printedText, publishedOfLines, rowsOf, textIn } from "./reading.ts"

const tableOf = async (...lines: ReadonlyArray<string>) => (await publishedOfLines(...lines)).tables[0]
const formsOf = async (...lines: ReadonlyArray<string>) => (await publishedOfLines(...lines)).evaluations

describe("空格分栏", () => {
  test("一个空格隔开的也是两格，折行的名称合成一个", async () => {
    const grid = await gridOfLines(
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
    const { tables } = await publishedOfLines(
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
    const grid = await gridOfLines(
      "项目           行次  决算数        项目           行次   决算数",
      "栏次             1          栏次                  2",
      "一、财政拨款收入  1     1,871.09   一、教育支出    31       1,878.50",
      " 本年收入合计    27     1,871.09本年支出合计       59       1,878.50"
    )
    const codes = await gridOfLines(
      "2101101 行政单位医疗    350,400.00 350,400.00",
      "2101103 公务员医疗补助费64,100.00   64,100.00",
      " 221    住房改革支出    822,400.00 822,400.00"
    )
    expect(grid && rowsOf(grid).at(-1)).toEqual(["本年收入合计", "27", "1,871.09", "本年支出合计", "59", "1,878.50"])
    expect(codes && rowsOf(codes)[1]).toEqual(["2101103", "公务员医疗补助费", "64,100.00", "64,100.00"])
  })

  test("负数右边隔一格是“年末…”：是两格，年字不是数的单位", async () => {
    const grid = await gridOfLines(
      "项目              行次    金额 项目                  行次    金额",
      "栏次                         1 栏次                           2",
      "一、财政拨款收入     1  871.09 一、教育支出            31  778.50",
      "年初结转和结余      29 -127.13 年末结转和结余          59  -34.54",
      "总计                31  743.96 总计                    62  743.96"
    )
    expect(grid && rowsOf(grid).at(-2)).toEqual(["年初结转和结余", "29", "-127.13", "年末结转和结余", "59", "-34.54"])
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
    const grid = await gridOfLines(
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
    const grid = await gridOfLines(
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
