/** 读自评: forms and reports of several places, as their grids and paragraphs come from the readers of formats. */
import { readFileSync } from "node:fs"
import type { Printed, PublishedEvaluation } from "@juesuan/domain"
import { type RawBlock, readEvaluations, readRaw } from "@juesuan/documents"
import { evaluationRules } from "@juesuan/rules"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { grid, paragraph } from "./raw-blocks.ts"
import { runs } from "../runs.ts"

const shown = (printed: Printed | undefined): string | null => {
  if (printed === undefined) return null
  switch (printed._tag) {
    case "Number":
      return printed.text
    case "Blank":
      return ""
    default:
      return `${printed._tag} ${printed.text}`
  }
}

const fundsOf = ({ funds }: PublishedEvaluation) =>
  funds.map(({ applied, executed, fullYear, initial, rate, score, source, unspent, weight }) => [
    source,
    ...[applied, initial, fullYear, executed, unspent, weight, rate, score].map(shown)
  ])

const indicatorsOf = ({ indicators }: PublishedEvaluation) =>
  indicators.map(({ actual, level1, level2, name, reason, score, target, weight }) =>
    [level1, level2, name, target, actual, shown(weight), shown(score), reason].join(" · ")
  )

const only = (blocks: ReadonlyArray<RawBlock>): PublishedEvaluation => {
  const { evaluations, rest } = readEvaluations(blocks)
  expect(evaluations.length).toBe(1)
  expect(rest).toEqual([])
  const [evaluation] = evaluations
  if (evaluation === undefined) throw new Error("no evaluation")
  return evaluation
}

/** The form of the measure: everything in one grid, labels merged down and across. */
const national = [
  "项目名称 | < | 农村公路养护 | < | < | < | < | < | < | <",
  "主管部门 | < | 某县交通运输局 | < | < | < | 实施单位 | < | 某县公路站 | <",
  "项目资金（万元） | < | | 年初预算数 | 全年预算数 | 全年执行数 | < | 分值 | 执行率 | 得分",
  "^ | < | 年度资金总额 | 120.00 | 150.00 | 142.50 | < | 10 | 95.00% | 9.5",
  "^ | < | 其中：当年财政拨款 | 120.00 | 130.00 | 122.50 | < | — | 94.23% | —",
  "^ | < | 上年结转资金 | | 20.00 | 20.00 | < | — | 100.00% | —",
  "^ | < | 其他资金 | | | | < | — | | —",
  "年度总体目标 | 预期目标 | < | < | < | < | 实际完成情况 | < | < | <",
  "^ | 养护农村公路120公里，保障群众出行安全。 | < | < | < | < | 养护农村公路118公里，群众出行安全有保障。 | < | < | <",
  "绩效指标 | 一级指标 | 二级指标 | 三级指标 | < | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施",
  "^ | 产出指标（50分） | 数量指标 | 指标1：养护里程 | < | ≥120公里 | 118公里 | 20 | 19.67 | 雨季停工，明年提前",
  "^ | ^ | ^ | 指标2：绿化里程 | < | ≥10公里 | 10公里 | 10 | 10 |",
  "^ | ^ | ^ | …… | < | | | | |",
  "^ | ^ | 质量指标 | 验收合格率 | < | 100% | 100% | 10 | 10 |",
  "^ | ^ | 时效指标 | 完成及时率 | < | ≥95% | 96% | 10 | 10 |",
  "^ | 效益指标（30分） | 社会效益指标 | 出行便利 | < | 明显提高 | 明显提高 | 30 | 28 | 路况仍有不足",
  "^ | 满意度指标（10分） | 服务对象满意度指标 | 群众满意度 | < | ≥90% | 92% | 10 | 10 |",
  "总分 | < | < | < | < | < | < | 100 | 97.17 |"
]

describe("财预〔2020〕10号的自评表", () => {
  const evaluation = only(
    [paragraph("附件2"), paragraph("项目支出绩效自评表"), paragraph("（2023年度）"), grid(...national)].slice(1)
  )

  it("项目、单位、年度、总分", () => {
    expect(evaluation).toMatchObject({
      form: "table",
      legibility: "clean",
      project: "农村公路养护",
      unit: "某县公路站",
      year: 2023
    })
    expect([shown(evaluation.total), shown(evaluation.totalWeight ?? undefined)]).toEqual(["97.17", "100"])
    expect(evaluation.unread).toEqual([])
  })

  it("资金：合计与三个来源，单位万元；没有的栏是没有，空格是空", () => {
    expect(fundsOf(evaluation)).toEqual([
      ["年度资金总额", null, "120.00", "150.00", "142.50", null, "10", "95.00%", "9.5"],
      ["其中：当年财政拨款", null, "120.00", "130.00", "122.50", null, "Dash —", "94.23%", "Dash —"],
      ["上年结转资金", null, "", "20.00", "20.00", null, "Dash —", "100.00%", "Dash —"],
      ["其他资金", null, "", "", "", null, "Dash —", "", "Dash —"]
    ])
    expect(evaluation.funds[0]?.executed).toMatchObject({ shown: "万元" })
  })

  it("指标：合并的一级、二级指标每行都有，没有填的“……”不是指标", () => {
    expect(indicatorsOf(evaluation)).toEqual([
      "产出指标（50分） · 数量指标 · 养护里程 · ≥120公里 · 118公里 · 20 · 19.67 · 雨季停工，明年提前",
      "产出指标（50分） · 数量指标 · 绿化里程 · ≥10公里 · 10公里 · 10 · 10 · ",
      "产出指标（50分） · 质量指标 · 验收合格率 · 100% · 100% · 10 · 10 · ",
      "产出指标（50分） · 时效指标 · 完成及时率 · ≥95% · 96% · 10 · 10 · ",
      "效益指标（30分） · 社会效益指标 · 出行便利 · 明显提高 · 明显提高 · 30 · 28 · 路况仍有不足",
      "满意度指标（10分） · 服务对象满意度指标 · 群众满意度 · ≥90% · 92% · 10 · 10 · "
    ])
  })

  it("目标与完成情况的文字在段落里", () => {
    expect(evaluation.paragraphs.map(({ text }) => text)).toEqual([
      "养护农村公路120公里，保障群众出行安全。",
      "养护农村公路118公里，群众出行安全有保障。"
    ])
  })

  it("表断在指标中间，下一页没有表头，合起来与不断时一样", () => {
    for (const at of [12, 13, 15]) {
      const [above, below] = [national.slice(0, at), national.slice(at)]
      // A merged cell that reached over the end of the page begins anew there, mostly without its text.
      const opened = (below[0] ?? "").split("|").map((cell) => (cell.trim() === "^" ? "" : cell))
      const blocks = [
        paragraph("项目支出绩效自评表"),
        paragraph("（2023年度）"),
        grid(...above),
        paragraph("— 12 —"),
        grid(opened.join("|"), ...below.slice(1))
      ]
      const broken = only(blocks)
      expect(indicatorsOf(broken), String(at)).toEqual(indicatorsOf(evaluation))
      expect(fundsOf(broken)).toEqual(fundsOf(evaluation))
      expect(shown(broken.total)).toBe("97.17")
    }
  })

  it("表前表后的别的内容原样留下", () => {
    const table = grid("项目 | 预算数 | 决算数 | 完成率", "办公费 | 3.00 | 2.50 | 83.33%")
    const { evaluations, rest } = readEvaluations([
      paragraph("第三部分 情况说明"),
      paragraph("（四）绩效自评情况如下。"),
      table,
      paragraph("项目支出绩效自评表"),
      grid(...national),
      paragraph("填报人：某某"),
      paragraph("第四部分 名词解释"),
      paragraph("一、财政拨款收入：从财政部门取得的资金。")
    ])
    expect(evaluations.map(({ project }) => project)).toEqual(["农村公路养护"])
    expect(rest.map((block) => (block._tag === "Paragraph" ? block.text : "grid"))).toEqual([
      "第三部分 情况说明",
      "（四）绩效自评情况如下。",
      "grid",
      "第四部分 名词解释",
      "一、财政拨款收入：从财政部门取得的资金。"
    ])
  })

  it("一张工作表里上下两份，各归各", () => {
    const second = national.map((line) => line.replace("农村公路养护", "桥梁检测").replace("97.17", "96.17"))
    const { evaluations } = readEvaluations([
      grid(
        "项目支出绩效自评表 | < | < | < | < | < | < | < | < | <",
        ...national,
        "项目支出绩效自评表 | < | < | < | < | < | < | < | < | <",
        ...second
      )
    ])
    expect(evaluations.map(({ project, total }) => [project, shown(total)])).toEqual([
      ["农村公路养护", "97.17"],
      ["桥梁检测", "96.17"]
    ])
    expect(evaluations.map(({ indicators }) => indicators.length)).toEqual([6, 6])
  })
})

describe("别处的表式", () => {
  it("云南：指标性质、指标值、度量单位各成一栏；金额以元计", () => {
    const evaluation = only([
      paragraph("2024年度项目支出绩效自评表"),
      paragraph("单位：元"),
      grid(
        "项目名称 | 河道清淤 | < | < | < | < | < | < | <",
        "项目资金 | 资金来源 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 | 备注",
        "^ | 年度资金总额 | 1,200,000.00 | 1,000,000.00 | 853,000.00 | 10 | 85.30 | 8.53 |",
        "^ | 本级财政资金 | 1,200,000.00 | 1,000,000.00 | 853,000.00 | | 85.30 | |",
        "一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 实际完成值 | 分值 | 得分",
        "产出指标 | 数量指标 | 清淤长度 | >= | 12 | 公里 | 12 | 40 | 40",
        "^ | 质量指标 | 验收合格率 | = | 100 | % | 100 | 10 | 9",
        "效益指标 | 生态效益 | 水质 | 定性 | 明显改善 | 无 | 明显改善 | 30 | 30",
        "满意度指标 | 服务对象满意度 | 群众满意度 | >= | 90 | % | 95 | 10 | 10",
        "总分 | < | < | < | < | < | < | 100 | 97.53"
      )
    ])
    expect(fundsOf(evaluation)[0]).toEqual([
      "年度资金总额",
      null,
      "1,200,000.00",
      "1,000,000.00",
      "853,000.00",
      null,
      "10",
      "85.30",
      "8.53"
    ])
    expect(evaluation.funds[0]?.executed).toMatchObject({ shown: "元" })
    expect(indicatorsOf(evaluation)).toEqual([
      "产出指标 · 数量指标 · 清淤长度 · >=12公里 · 12 · 40 · 40 · ",
      "产出指标 · 质量指标 · 验收合格率 · =100% · 100 · 10 · 9 · ",
      "效益指标 · 生态效益 · 水质 · 明显改善 · 明显改善 · 30 · 30 · ",
      "满意度指标 · 服务对象满意度 · 群众满意度 · >=90% · 95 · 10 · 10 · "
    ])
  })

  it("四川：预算数与执行数成对排列，没有分值与得分", () => {
    const evaluation = only([
      paragraph("2021年部门预算项目支出绩效自评表"),
      grid(
        "项目名称 | 档案修复 | < | < | < | <",
        "主管部门及代码 | 301001-某市档案馆 | < | 实施单位 | 某市档案馆 | <",
        "项目预算执行情况（万元） | 预算数： | 80.00 | 执行数： | 76.00 | ",
        "^ | 其中：财政拨款 | 70.00 | 其中：财政拨款 | 66.00 | ",
        "^ | 其他资金 | 10.00 | 其他资金 | 10.00 | ",
        "年度目标完成情况 | 预期目标 | < | 实际完成目标 | < | <",
        "^ | 修复档案3000页，改善保管条件。 | < | 修复档案3100页，保管条件得到改善。 | < | <",
        "绩效指标完成情况 | 一级指标 | 二级指标 | 三级指标 | 预期指标值 | 实际完成指标值",
        "^ | 项目完成指标 | 数量指标 | 修复页数 | 3000页 | 3100页",
        "^ | 效益指标 | 社会效益指标 | 查阅便利 | 提高 | 提高"
      )
    ])
    expect(evaluation).toMatchObject({
      project: "档案修复",
      unit: "某市档案馆",
      year: 2021,
      legibility: "clean",
      unread: []
    })
    const document = { files: [], unit: undefined, year: 2021, tables: [], narrative: [], unread: [] }
    const found = evaluationRules().flatMap(({ judge }) => judge({ ...document, evaluations: [evaluation] }))
    expect(found.flatMap(({ finding }) => finding?.rule ?? [])).toEqual(["evaluation.missing-group"])
    expect(fundsOf(evaluation).map((row) => [row[0], row[3], row[4]])).toEqual([
      ["合计", "80.00", "76.00"],
      ["其中:财政拨款", "70.00", "66.00"],
      ["其他资金", "10.00", "10.00"]
    ])
    expect(evaluation.funds[0]?.executed).toMatchObject({ shown: "万元" })
    expect(evaluation.indicators.map(({ actual, name, target }) => [name, target, actual])).toEqual([
      ["修复页数", "3000页", "3100页"],
      ["查阅便利", "提高", "提高"]
    ])
  })

  it("部门整体支出绩效自评表没有项目名称，以表名称呼；执行率写成小数的读作百分之几", () => {
    const evaluation = only([
      paragraph("2022年度部门整体支出绩效自评表"),
      grid(
        "部门名称 | 某市档案馆 | < | < | < | < | <",
        "预算执行情况（万元） | | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分",
        "^ | 部门支出总额 | 800 | 760 | 10 | 0.95 | 9.5",
        "一级指标 | 二级指标 | 指标名称 | 目标值 | 实际值 | 权重 | 自评得分",
        "产出 | 数量 | 接收档案卷数 | 3000卷 | 3200卷 | 50 | 50",
        "效益 | 社会效益 | 利用档案人次 | 500人次 | 510人次 | 40 | 40",
        "合计 | < | < | < | < | 100 | 99.5"
      )
    ])
    expect(evaluation).toMatchObject({ project: "部门整体", unit: "某市档案馆", year: 2022 })
    expect(evaluation.funds[0]?.rate).toMatchObject({ text: "0.95", shown: "" })
    expect(shown(evaluation.total)).toBe("99.5")
    expect(evaluation.indicators.length).toBe(2)
  })
})

/** A report of the platform's kind, as text with tabs, with the head of the form in two lines. */
const report = `项目支出绩效自评分析报告

项目名称：档案数字化

项目单位：012001-某市档案馆

主管部门：012-某市档案馆

2024年12月

目 录

一、项目的基本情况.....	3
二、项目绩效完成情况.....	5

一、项目绩效完成情况

（一）预算执行情况

资金来源	年初预算数		全年预算数(元)	全年执行数(元)	资金结(转)余(元)	执行率	得分	偏差原因
	目标申报(元)	预算编制(元)						
合计	500,000	450,000	450,000	405,000	45,000	90	9	
市区财政资金	500,000	450,000	450,000	405,000	45,000			尾款未付

（二）绩效指标完成情况

一级指标	二级指标	指标名称	年度指标		实际完成值	完成情况说明	权重	得分	偏差原因分析及改进措施
			年初指标	调整后指标					
产出指标	数量指标	扫描页数		≥100万页	102		40	40	
	时效指标	完成时间	=11月	=12月	12		10	10	
效益指	社会效益	查档便利		提高	达成预期指标	网上可查	30	30	

标	经济效益	节约库房		节约	部分达成预期指标	仍需库房	5	3	库房未腾空
满意度指标	服务对象满意度	查档者满意度		≥95%	97		5	5	

二、项目自评结果

1. 项目自评得分和结论

预算执行情况得分 9 分，指标完成情况得分 88 分，总得分 97 分，属于“优”。
`

describe("自评分析报告", () => {
  const read = async (text: string): Promise<ReadonlyArray<RawBlock>> =>
    Result.getOrThrow(await readRaw({ name: "报告.txt", bytes: new TextEncoder().encode(text) })).blocks

  it("封面、资金、指标、结论；一级指标的名称断在页末也不另成一级", async () => {
    const evaluation = only(await read(report))
    expect(evaluation).toMatchObject({
      form: "report",
      legibility: "clean",
      project: "档案数字化",
      unit: "某市档案馆",
      year: 2024,
      grade: "优",
      total: undefined
    })
    expect(fundsOf(evaluation)).toEqual([
      ["合计", "500,000", "450,000", "450,000", "405,000", "45,000", null, "90", "9"],
      ["市区财政资金", "500,000", "450,000", "450,000", "405,000", "45,000", null, "", ""]
    ])
    expect(evaluation.funds[1]?.reason).toBe("尾款未付")
    expect(evaluation.indicators.map(({ initialTarget, name, target }) => [name, initialTarget, target])).toEqual([
      ["扫描页数", "", "≥100万页"],
      ["完成时间", "=11月", "=12月"],
      ["查档便利", "", "提高"],
      ["节约库房", "", "节约"],
      ["查档者满意度", "", "≥95%"]
    ])
    expect(new Set(evaluation.indicators.map(({ level1 }) => level1))).toEqual(
      new Set(["产出指标", "效益指", "满意度指标"])
    )
    expect(evaluation.paragraphs.map(({ headings }) => headings.join(" / "))).toEqual([
      "二、项目自评结果 / 1. 项目自评得分和结论"
    ])
  })

  it("一份接一份", async () => {
    const { evaluations, rest } = readEvaluations(
      await read(`${report}\n${report.replace("项目名称：档案数字化", "项目名称：库房维修")}`)
    )
    expect(evaluations.map(({ project }) => project)).toEqual(["档案数字化", "库房维修"])
    expect(rest).toEqual([])
  })

  it("表名之下没有表，说出来，不当作没有", async () => {
    const { evaluations, unread } = readEvaluations(
      await read("库房维修项目支出绩效自评表\n\n（2024年度）\n\n备注：1.“年初预算数”的取数规则从略。\n")
    )
    expect(evaluations).toEqual([])
    expect(unread.map(({ text }) => text)).toEqual(["库房维修项目支出绩效自评表"])
  })
})

describe("不是一份自评的表，和拆成几张的自评", () => {
  it("各项目得分的汇总表不是自评表", () => {
    const list = grid(
      "序号 | 项目名称 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 自评得分 | 等级",
      "1 | 公路养护 | 10 | 10 | 9 | 90% | 95 | 优",
      "2 | 桥梁检测 | 10 | 10 | 8 | 80% | 91 | 优"
    )
    expect(readEvaluations([paragraph("项目支出绩效自评结果汇总表"), list])).toEqual({
      evaluations: [],
      rest: [paragraph("项目支出绩效自评结果汇总表"), list],
      unread: []
    })
  })

  it("资金与指标各成一张、中间有文字的，是一份", () => {
    const { evaluations, rest } = readEvaluations([
      paragraph("2023年度农村公路养护项目绩效自评报告"),
      paragraph(
        "为进一步加强预算绩效管理，按照要求，我单位对农村公路养护项目开展了绩效自评，现将有关情况报告如下，请予审阅。"
      ),
      grid(
        "资金来源 | 年初预算数（元） | 全年预算数（元） | 全年执行数（元） | 分值 | 执行率 | 得分",
        "合计 | 100 | 100 | 90 | 10 | 90% | 9"
      ),
      paragraph("各项指标的完成情况见下表，其中个别指标受天气影响没有完成，下一年度将提前安排。"),
      grid(
        "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分",
        "产出指标 | 数量指标 | 里程 | ≥10公里 | 10公里 | 90 | 90",
        "总分 | | | | | 100 | 99"
      )
    ])
    expect(evaluations.length).toBe(1)
    expect(evaluations[0]).toMatchObject({ project: "农村公路养护" })
    expect([evaluations[0]?.funds.length, evaluations[0]?.indicators.length]).toEqual([1, 1])
    expect(rest.length).toBe(3)
  })

  it("几行合用一个分值和得分的，分值得分只算一次", () => {
    const { indicators } = only([
      grid(
        "项目名称 | 培训 | < | < | < | < | <",
        "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分",
        "产出指标 | 数量指标 | 场次 | 3场 | 3场 | 20 | 20",
        "^ | ^ | 人次 | 90人 | 95人 | ^ | ^"
      )
    ])
    expect(indicators.map(({ name, score, weight }) => [name, shown(weight), shown(score)])).toEqual([
      ["场次", "20", "20"],
      ["人次", "", ""]
    ])
  })

  it("报告之后的名词解释不归报告", async () => {
    const blocks = [paragraph("四、名词解释"), paragraph("（一）财政拨款收入：从财政部门取得的资金。")]
    const { rest } = readEvaluations([
      paragraph("项目支出绩效自评分析报告"),
      paragraph("项目名称：库房维修"),
      paragraph("一、项目概况"),
      paragraph("库房屋面漏水，年内完成维修。"),
      ...blocks
    ])
    expect(rest).toEqual(blocks)
  })
})

describe("字迹", () => {
  it("标签走样而格子里的数又放不进栏目，是识别不清的表", () => {
    const evaluation = only([
      paragraph("库房维修项目支出绩效自评表"),
      grid(
        "项目名称 | 库房维修 | < | < | < | < | <",
        "主要部门 | 某市档案馆 | < | < | < | < | <",
        "项目资金 | 年初预算数 | 全年预算数 | 全年执行数 | 资金结转 | 执行率 | 得分",
        "总额 | 50 | 50 | 44 | 6 | 88% | 8.8",
        "一级指标 | 二级指标 | 三级指标 | 年初预算值 | 实际完成值 | 分值 | 得分",
        "产出指标 | 数量指标 | 维修面积 | 100平方米 | 100平方米 | 达成 | 20",
        "产出指标 | 质量指标 | 合格率 | 98% | 98% | 20 | 培训",
        "效益指标 | 社会效益 | 库房安全 | 98% | 98% | ≥98% | 30"
      )
    ])
    expect(evaluation.legibility).toBe("noisy")
  })

  it("一个没见过的栏名，或者一个填错的分值，还不是识别不清", () => {
    const clean = only([
      paragraph("项目支出绩效自评表"),
      grid(...national.map((line) => line.replace("| 10 | 10 |", "| 10 | 满分 |")).slice(0, 11), ...national.slice(12))
    ])
    expect(clean.legibility).toBe("clean")
  })
})

describe("样例年度的八份报告", () => {
  /** What was transcribed by hand from the published file, cell by cell. */
  const published = JSON.parse(
    readFileSync(new URL("../../packages/sample/zezhou-2024/published/evaluations.json", import.meta.url), "utf8")
  ) as {
    readonly evaluations: ReadonlyArray<{
      readonly project: string
      readonly indicators: ReadonlyArray<Record<string, string>>
    }>
  }

  it("抄录的指标写成文字再读回来，逐格相同", () => {
    for (const { indicators, project } of published.evaluations) {
      const rows = indicators.map(({ actual, level1, level2, name, reason, score, target, weight }) =>
        [level1, level2, name, target, actual, weight, score, reason ?? ""].join(" | ")
      )
      const evaluation = only([
        paragraph("项目支出绩效自评表"),
        grid(
          `项目名称 | ${project} | < | < | < | < | < | <`,
          "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施",
          ...rows
        )
      ])
      expect(indicatorsOf(evaluation)).toEqual(
        rows.map((row) =>
          row
            .split("|")
            .map((cell) => cell.trim())
            .join(" · ")
        )
      )
      expect(evaluation.legibility).toBe("clean")
    }
  })
})

describe("什么样的块都读得完", () => {
  const words = [
    [
      "",
      "项目名称",
      "修路",
      "主管部门",
      "单位：元",
      "年初预算数",
      "全年预算数（万元）",
      "全年执行数",
      "执行率",
      "得分",
      "分值"
    ],
    [
      "一级指标",
      "二级指标",
      "三级指标",
      "年度指标值",
      "实际完成值",
      "产出指标",
      "成本指标",
      "满意度指标",
      "总分",
      "合计",
      "其他资金"
    ],
    [
      "≥100%",
      "=240万",
      "≤5种",
      "10",
      "9.5",
      "0",
      "-",
      "—",
      "1,234.5",
      "100%",
      "达成预期指标",
      "优",
      "备注：无",
      "3—5次",
      "1e5",
      "=1/0"
    ]
  ].flat()
  const cell = fc.constantFrom(...words)
  const anyGrid = fc
    .array(fc.array(cell, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 8 })
    .map((rows) => grid(...rows.map((row) => row.join(" | "))))
  const anyParagraph = fc
    .constantFrom(
      "项目支出绩效自评表",
      "项目支出绩效自评分析报告",
      "项目名称：修路",
      "（2024年度）",
      "一、预算执行情况",
      "该项目年初预算 3 万元，实际支出 2 万元，预算执行率 66.67%。总得分 95 分，属于“优”。",
      "备注：略",
      "第四部分 名词解释",
      "下"
    )
    .map(paragraph)
  const form = fc.constant(grid(...national))
  const blocks = fc.array(fc.oneof(anyGrid, anyParagraph, form), { maxLength: 12 })

  it("不出错，留下的块照原来的次序，每条规则都有回话", () => {
    fc.assert(
      fc.property(blocks, (given) => {
        const { evaluations, rest } = readEvaluations(given)
        const places = rest.map((block) => given.indexOf(block))
        expect(places).toEqual(places.toSorted((left, right) => left - right))
        expect(places).not.toContain(-1)
        const document = { files: [], unit: undefined, year: 2024, tables: [], narrative: [], evaluations, unread: [] }
        for (const { id, judge } of evaluationRules()) expect(judge(document).length, id).toBeGreaterThan(0)
      }),
      { numRuns: runs(300) }
    )
  })
})
