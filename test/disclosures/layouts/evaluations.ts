/** 项目支出绩效自评: the form as a table, the report in sections, and what the narrative says of all of them. */
import type { Block, DraftCell, DraftRow, Part } from "../Draft.ts"
import { sum, type Indicator, type Project } from "../DepartmentYear.ts"
import { printed } from "../Statement.ts"
import { cell, decimalText, rowOf, type Grid } from "./grids.ts"
import { heading, paragraph, tableOf, type LayoutInput } from "./Layout.ts"
import type { Words } from "./Words.ts"

const grades = ["优", "良", "中", "差"] as const

/** Without zeros at the end, as the forms print: 55, 6.34, 0.5. */
const short = (hundredths: number): string => decimalText(hundredths, false).replace(/\.?0+$/u, "")
const inTenThousands = (amount: number): string => short(printed(amount, "万元"))
const inYuan = (amount: number): string => {
  const text = decimalText(amount, true)
  return text.endsWith(".00") ? text.slice(0, -3) : text
}
const points = (of: number): string => short(Math.round(of * 100))

/** 执行率 in per cent with two decimals at most. */
const executionRate = ({ executed, fullYear }: Project): string =>
  fullYear === 0 ? "0" : short(Number((20_000n * BigInt(executed) + BigInt(fullYear)) / (2n * BigInt(fullYear))))

const fundsRow = (project: Project, source: string, amount: (of: number) => string): ReadonlyArray<DraftCell> => [
  cell(source),
  cell(amount(project.initial)),
  cell(amount(project.initial)),
  cell(amount(project.fullYear)),
  cell(amount(project.executed)),
  cell(amount(project.fullYear - project.executed)),
  cell(executionRate(project)),
  cell(project.executionScore)
]

/** How many rows a label of an indicator reaches over. */
const reach = (of: ReadonlyArray<Indicator>, index: number, same: (one: Indicator, other: Indicator) => boolean) => {
  const here = of[index] as Indicator
  if (index > 0 && same(of[index - 1] as Indicator, here)) return 0
  let rows = 1
  while (index + rows < of.length && same(of[index + rows] as Indicator, here)) rows += 1
  return rows
}

const indicatorRows = (
  of: ReadonlyArray<Indicator>,
  columns: (one: Indicator) => ReadonlyArray<string>
): ReadonlyArray<DraftRow> =>
  of.map((one, index) => {
    const levels = [
      [one.level1, reach(of, index, (a, b) => a.level1 === b.level1)] as const,
      [one.level2, reach(of, index, (a, b) => a.level1 === b.level1 && a.level2 === b.level2)] as const
    ]
    return [
      ...levels.map(([label, rows]) => (rows === 0 ? undefined : cell(label, 1, rows))),
      ...columns(one).map((text) => cell(text))
    ]
  })

const formGrid = (project: Project, unit: string): Grid => {
  const indicators = indicatorRows(project.indicators, (one) => [
    one.name,
    one.target,
    one.target,
    one.actual,
    String(one.weight),
    points(one.score),
    one.reason
  ])
  const reason = project.executed < project.fullYear ? "按实际进度支付" : ""
  const money = "项目资金预算安排及执行进度（万元）"
  const funds = (source: string) => fundsRow(project, source, inTenThousands)
  return {
    width: 10,
    header: [],
    body: [
      rowOf([cell("项目名称", 2), cell(project.name, 8)]),
      rowOf([cell("主管部门", 2), cell(unit, 3), cell("预算单位", 2), cell(unit, 3)]),
      [
        cell(money, 1, 4),
        cell("资金来源", 1, 2),
        cell("年初预算数", 2),
        undefined,
        ...["全年预算数", "全年执行数", "资金结（转）余", "执行率", "得分", "偏差原因"].map((label) =>
          cell(label, 1, 2)
        )
      ],
      [undefined, undefined, cell("目标申报数"), cell("预算编制数"), ...Array.from({ length: 6 }, () => undefined)],
      [undefined, ...funds("资金总额"), cell(reason)],
      [undefined, ...funds("市县区财政资金").slice(0, 7), cell(""), cell("")],
      [cell("项目年度绩效目标", 1, 2), ...rowOf([cell("年度目标", 5), cell("实际完成情况", 4)])],
      [undefined, ...rowOf([cell("保障工作正常开展，提高服务水平。", 5), cell("基本完成年度目标任务。", 4)])],
      [
        cell("绩效指标", 1, indicators.length + 1),
        ..."一级指标 二级指标 三级指标 年初指标值 调整后指标值 实际完成值 分值 得分 偏差原因分析及改进措施"
          .split(" ")
          .map((label) => cell(label))
      ],
      ...indicators.map((row) => [undefined, ...row]),
      rowOf([cell("总分", 7), cell("100"), cell(project.total), cell(project.grade)])
    ]
  }
}

const form = ({ year, chance }: LayoutInput, project: Project): ReadonlyArray<Block> => [
  {
    ...tableOf(
      chance,
      {
        kind: "evaluation",
        title: `${project.name}项目支出绩效自评表`,
        captions: [`（${year.year}年度）`]
      },
      formGrid(project, year.unit)
    ),
    breaks: []
  },
  { block: "page" }
]

const report = ({ year, chance }: LayoutInput, project: Project): ReadonlyArray<Block> => {
  const table = (title: string, grid: Grid): Block => ({
    ...tableOf(chance, { kind: "evaluation", title, captions: [] }, grid),
    breaks: []
  })
  const labels = (text: string) => text.split(" ").map((label) => cell(label, 1, 2))
  const indicatorScore = sum(project.indicators.map(({ score }) => score))
  const rate = printed(project.initial, "万元") === 0 ? undefined : executionRateOf(project.executed, project.initial)
  const executed = `${inTenThousands(project.executed)}万元`
  return [
    { block: "cover", lines: ["项目支出绩效自评分析报告", `项目名称：${project.name}`, `项目单位：${year.unit}`] },
    heading(2, "一、项目基本信息"),
    heading(3, "（一）项目概况"),
    paragraph("项目概况：为保障各项工作正常开展，根据工作需要设立本项目，专款专用，不挪作他用。"),
    heading(2, "二、项目绩效完成情况"),
    table("（一）预算执行情况", {
      width: 9,
      header: [
        [
          cell("资金来源", 1, 2),
          cell("年初预算数", 2),
          undefined,
          ...labels("全年预算数（元） 全年执行数（元） 资金结（转）余（元） 执行率 得分 偏差原因")
        ],
        [undefined, cell("目标申报（元）"), cell("预算编制（元）"), ...Array.from({ length: 6 }, () => undefined)]
      ],
      body: [
        rowOf([...fundsRow(project, "合计", inYuan), cell("")]),
        rowOf([...fundsRow(project, "市县区财政资金", inYuan).slice(0, 6), cell(""), cell(""), cell("按进度支付。")])
      ]
    }),
    table("（二）绩效指标完成情况", {
      width: 9,
      header: [
        [
          ...labels("一级指标 二级指标 指标名称"),
          cell("年度指标", 2),
          undefined,
          ...labels("实际完成值 权重 得分 偏差原因分析及改进措施")
        ],
        [
          undefined,
          undefined,
          undefined,
          cell("年初指标"),
          cell("调整后指标"),
          ...Array.from({ length: 4 }, () => undefined)
        ]
      ],
      body: indicatorRows(project.indicators, (one) => [
        one.name,
        one.target,
        one.target,
        one.actual,
        String(one.weight),
        points(one.score),
        one.reason
      ])
    }),
    heading(2, "三、项目自评结果"),
    heading(3, "1. 项目自评得分和结论"),
    paragraph(
      `综合考虑预算执行情况得分${project.executionScore}分、产出、效益、服务对象满意度各方面因素，指标完成情况得分`,
      { part: "amount", hundredths: Math.round(indicatorScore * 100), text: points(indicatorScore), role: "other" },
      `分，最终评分结果：${project.name}项目总得分`,
      { part: "amount", hundredths: Math.round(Number(project.total) * 100), text: project.total, role: "other" },
      `分，属于“${project.grade}”。`
    ),
    heading(3, "2. 项目实施和预算执行情况分析"),
    rate === undefined
      ? paragraph(`${year.year}年该项目年初未安排预算，实际支出${executed}。`)
      : paragraph(
          `${year.year}年该项目年初预算${inTenThousands(project.initial)}万元，实际支出${executed}，占年初预算的${rate}%。`
        ),
    { block: "page" }
  ]
}

const executionRateOf = (executed: number, initial: number): string =>
  short(Number((20_000n * BigInt(executed) + BigInt(initial)) / (2n * BigInt(initial))))

/** 预算绩效情况说明 and the forms themselves. */
export const evaluationBlocks = (
  input: LayoutInput,
  words: Words
): { readonly summary: ReadonlyArray<Block>; readonly forms: ReadonlyArray<Block> } => {
  const { year, chance } = input
  const { projects } = year
  const of = (grade: string) => projects.filter((project) => project.grade === grade).length
  const planned = sum(projects.map(({ initial }) => initial))
  const counted: ReadonlyArray<Part> = grades.flatMap((grade, index) => [
    index === 0 ? "" : "，",
    words.count(of(grade), "grade"),
    `个项目自评等级为“${grade}”`
  ])
  const asReports = chance.happens(0.4)
  return {
    summary: [
      heading(3, "（四）预算绩效情况说明"),
      paragraph(
        "根据预算绩效管理要求，组织对",
        `${year.year}年预算安排的所有项目资金全面开展了绩效自评，涉及项目`,
        words.count(projects.length, "projects"),
        "个，资金",
        words.amount(planned, "other"),
        "万元，其中一般公共预算项目支出",
        words.amount(planned, "other"),
        "万元、政府性基金预算项目支出0万元、国有资本经营预算项目支出0万元。自评结果为：",
        ...counted,
        "。"
      )
    ],
    forms: projects.flatMap((project) => [...form(input, project), ...(asReports ? report(input, project) : [])])
  }
}
