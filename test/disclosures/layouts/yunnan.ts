/** 云南式: tables GK01 to GK12, the form's three code columns, 三公 as rows with 行次, assets in a table of their own. */
import type { Block, Part } from "../Draft.ts"
import { facts, type Facts } from "../Facts.ts"
import {
  basicGrid,
  cell,
  codeGrid,
  decimalText,
  headingRows,
  listGrid,
  rowOf,
  twoSidedGrid,
  type CodeGridStyle,
  type Grid,
  type Heading,
  type NumberStyle
} from "./grids.ts"
import {
  expenditureHeadings,
  fiscalSides,
  flowHeadings,
  incomeHeadings,
  spendingHeadings,
  summarySides,
  type SidesStyle
} from "./forms.ts"
import { evaluationBlocks } from "./evaluations.ts"
import { chineseNumber, heading, paragraph, tableOf, type Layout, type LayoutInput } from "./Layout.ts"
import { because, itemList, joined } from "./phrases.ts"
import { wordsOf, wordStyleOf, type Words } from "./Words.ts"

const titles = [
  "收入支出决算表",
  "收入决算表",
  "支出决算表",
  "财政拨款收入支出决算表",
  "一般公共预算财政拨款收入支出决算表",
  "一般公共预算财政拨款基本支出决算表",
  "一般公共预算财政拨款项目支出决算表",
  "政府性基金预算财政拨款收入支出决算表",
  "国有资本经营预算财政拨款收入支出决算表",
  "财政拨款“三公”经费、行政参公单位机关运行经费情况表",
  "国有资产使用情况表"
]

const generalFlow: ReadonlyArray<Heading> = [
  {
    label: "年初结转和结余",
    below: [
      { label: "合计", column: "opening" },
      { label: "基本支出结转", column: "openingBasic" },
      { label: "项目支出结转和结余", column: "openingProject" }
    ]
  },
  {
    label: "本年收入",
    below: [
      { label: "合计", column: "income" },
      { label: "基本支出", column: "incomeBasic" },
      { label: "项目支出", column: "incomeProject" }
    ]
  },
  {
    label: "本年支出",
    below: [
      { label: "合计", column: "total" },
      { label: "基本支出", column: "basic" },
      { label: "项目支出", column: "project" }
    ]
  },
  {
    label: "年末结转和结余",
    below: [
      { label: "合计", column: "closing" },
      { label: "基本支出结转", column: "closingBasic" },
      { label: "项目支出结转和结余", column: "closingProject" }
    ]
  }
]

const officialGrid = ({ year, statement }: LayoutInput, numbers: NumberStyle): Grid => {
  const { sheets } = statement
  const { counts } = year
  const both = (label: string, key: string) => ({
    label,
    row: "official",
    sheet: "official" as const,
    columns: [`budget.${key}`, `actual.${key}`]
  })
  const counted = (label: string, of: number) => ({ label, columns: [undefined, undefined], texts: ["—", String(of)] })
  const titled = (label: string) => ({ label, columns: [undefined, undefined], texts: ["—", "—"] })
  const cost = (label: string, key: string) => ({
    label,
    row: `cost.${key}`,
    sheet: "statistics" as const,
    columns: [undefined, "amount"],
    texts: ["—"]
  })
  const lines = [
    titled("一、“三公”经费支出"),
    both("（一）支出合计", "total"),
    both("1．因公出国（境）费", "abroad"),
    both("2．公务用车购置及运行维护费", "vehicles"),
    both("（1）公务用车购置费", "purchase"),
    both("（2）公务用车运行维护费", "running"),
    both("3．公务接待费", "reception"),
    titled("（二）相关统计数"),
    counted("1．因公出国（境）团组数（个）", counts.groups),
    counted("2．因公出国（境）人次数（人）", counts.travellers),
    counted("3．公务用车购置数（辆）", counts.purchased),
    counted(
      "4．公务用车保有量（辆）",
      year.vehicles.reduce((one, other) => one + other, 0)
    ),
    counted("5．国内公务接待批次（个）", counts.receptions),
    counted("6．国内公务接待人次（人）", counts.guests),
    titled("二、机关运行经费"),
    cost("（一）行政单位", "administrative"),
    cost("（二）参照公务员法管理事业单位", "civilServiceLike")
  ]
  return listGrid(
    [sheets.official, sheets.statistics],
    [
      rowOf([cell("项目"), cell("行次"), cell("预算数"), cell("决算统计数")]),
      rowOf([cell("栏次"), cell(""), cell("1"), cell("2")])
    ],
    lines.map((line, index) => ({ ...line, line: String(index + 1) })),
    { numbers, lineNumbers: true }
  )
}

interface Assets {
  readonly current: number
  readonly buildings: number
  readonly vehicles: number
  readonly others: number
  readonly intangible: number
}

const assetsGrid = (assets: Assets): Grid => {
  const { current, buildings, vehicles, others, intangible } = assets
  const fixed = buildings + vehicles + others
  const headings: ReadonlyArray<Heading> = [
    { label: "项目" },
    { label: "资产总额" },
    { label: "流动资产" },
    { label: "固定资产", below: ["小计", "房屋构筑物", "车辆", "其他固定资产"].map((label) => ({ label })) },
    { label: "无形资产" }
  ]
  const values = [current + fixed + intangible, current, fixed, buildings, vehicles, others, intangible]
  return {
    width: 8,
    header: headingRows(headings),
    body: [rowOf([cell("合计"), ...values.map((value) => cell(decimalText(value, false)))])]
  }
}

const tables = (input: LayoutInput, assets: Assets): ReadonlyArray<Block> => {
  const { year, statement, chance } = input
  const { sheets, unit } = statement
  const numbers = { nothing: chance.pick(["", "0.00", ""]), thousands: chance.happens(0.6) }
  const codes: CodeGridStyle = {
    codes: "merged",
    codeLabel: "支出功能分类科目编码",
    nameLabel: "科目名称",
    itemLabel: chance.happens(0.5) ? "项目" : undefined,
    numbered: true,
    totalAt: "top",
    indented: chance.happens(0.4),
    numbers
  }
  const sides: SidesStyle = {
    classes: "all",
    numbered: true,
    numbers,
    sides: ["收入", "支出"],
    itemLabel: "项目",
    amountLabel: "金额",
    incomeNames: ["一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入"],
    opening: "年初结转和结余",
    closing: "年末结转和结余",
    surplus: "使用专用结余和非财政拨款结余",
    total: "总计"
  }
  const flows = flowHeadings(spendingHeadings("合计", "本年支出"))
  const detail = listGrid(
    [sheets.projectDetail],
    [rowOf([cell("科目编码"), cell("科目名称"), cell("决算数")])],
    sheets.projectDetail.rows
      .filter(({ cells }) => cells[0] !== null)
      .map((row) => ({
        label: row.code ?? row.label,
        line: row.code === undefined ? "" : row.label,
        row: row.key,
        sheet: "projectDetail" as const,
        columns: ["amount"]
      })),
    { numbers, lineNumbers: true }
  )
  const grids = [
    ["summary", twoSidedGrid(sheets.summary, summarySides(sheets, sides))],
    ["income", codeGrid(sheets.income, incomeHeadings(), codes)],
    ["expenditure", codeGrid(sheets.expenditure, expenditureHeadings(), codes)],
    ["fiscal", twoSidedGrid(sheets.fiscal, fiscalSides(sheets, sides))],
    ["generalFlow", codeGrid(sheets.generalFlow, generalFlow, codes)],
    [
      "basic",
      basicGrid(sheets.basic, {
        blocks: 3,
        labels: ["科目编码", "科目名称", "决算数"],
        numbers,
        onlyUsed: false,
        classes: ["301", "303", "302", "307", "309", "310", "311", "312", "313", "399"]
      })
    ],
    ["projectDetail", detail],
    ["governmentFund", codeGrid(sheets.governmentFund, flows, codes)],
    ["capitalFlow", codeGrid(sheets.capitalFlow, flows, codes)],
    ["official", officialGrid(input, numbers)],
    ["other", assetsGrid(assets)]
  ] as const
  const isEmpty = (kind: string) =>
    (kind === "governmentFund" || kind === "capitalFlow") && sheets[kind].rows.length <= 1
  return grids.flatMap(([kind, grid], index) => [
    {
      ...tableOf(
        chance,
        {
          kind,
          title: titles[index] ?? "",
          captions: [
            `公开${String(index + 1).padStart(2, "0")}表`,
            `${year.isDepartment ? "部门" : "单位"}：${year.unit}`,
            `${year.year}年度`,
            `金额单位：${kind === "other" ? "万元" : unit}`
          ],
          notes: isEmpty(kind)
            ? [`注：本${year.isDepartment ? "部门" : "单位"}${year.year}年度无此项收入支出，故公开表为空表。`]
            : []
        },
        grid
      ),
      titleInGrid: chance.happens(0.4)
    },
    { block: "page" } as const
  ])
}

const overall = (input: LayoutInput, of: Facts, words: Words): ReadonlyArray<Block> => {
  const { year } = input
  const { amount, percent } = words
  const unit = year.unit
  const all = of.general
  const share = (parts: ReadonlyArray<{ name: string; amount: number }>, whole: number, what: string) =>
    joined(
      parts.map((one) => [
        one.name,
        amount(one.amount),
        `万元，占${what}的`,
        percent(one.amount, whole, "share", [of.total])
      ])
    )
  const spending = [
    { name: "基本支出", amount: of.basic },
    { name: "项目支出", amount: of.project },
    { name: "经营支出", amount: of.operating }
  ].filter((one) => one.amount > 0)
  return [
    heading(2, "一、收入决算情况说明"),
    paragraph(
      unit,
      { part: "year", text: `${year.year}年度` },
      "收入合计",
      amount(of.income),
      "万元。其中：",
      share(of.incomeBySource, of.income, "总收入")
    ),
    heading(2, "二、支出决算情况说明"),
    paragraph(
      `${unit}${year.year}年度支出合计`,
      amount(of.expenditure),
      "万元。其中：",
      share(spending, of.expenditure, "总支出"),
      "与上年相比，支出合计",
      words.change(of.expenditure, of.lastExpenditure),
      because(input, words, [of.expenditure, of.lastExpenditure], "。主要原因是"),
      "。"
    ),
    heading(3, "（一）基本支出情况"),
    paragraph(
      `${year.year}年度用于保障机构正常运转的一般公共预算财政拨款基本支出`,
      amount(all.basic),
      "万元。其中：",
      itemList(input, of.personnelNames, true, true),
      "人员经费支出",
      amount(of.personnel),
      "万元，占基本支出的",
      percent(of.personnel, all.basic, "share", [all.spent]),
      "；",
      itemList(input, of.runningNames, false, true),
      "公用经费支出",
      amount(of.running),
      "万元，占基本支出的",
      percent(of.running, all.basic, "share", [all.spent]),
      "。"
    ),
    heading(2, "三、一般公共预算财政拨款支出决算情况说明"),
    heading(3, "（一）一般公共预算财政拨款支出决算总体情况"),
    paragraph(
      `${unit}${year.year}年度一般公共预算财政拨款支出`,
      amount(all.spent),
      "万元，占本年支出合计的",
      percent(all.spent, of.expenditure, "share", [of.total]),
      "。与上年相比",
      words.change(all.spent, all.last),
      because(input, words, [all.spent, all.last]),
      "。"
    ),
    heading(3, "（二）一般公共预算财政拨款支出决算具体情况"),
    ...of.classes.map((one, index) =>
      paragraph(
        `${index + 1}．${one.name}（类）`,
        amount(one.spent),
        "万元，占一般公共预算财政拨款总支出的",
        percent(one.spent, all.spent, "share", [of.expenditure]),
        `。主要用于${year.trade.duty}等工作${index === of.classes.length - 1 ? "。" : "；"}`
      )
    )
  ]
}

const official = (input: LayoutInput, of: Facts, words: Words): ReadonlyArray<Block> => {
  const { year } = input
  const { amount, percent, count } = words
  const { budget, actual, last } = of.official
  const done = (now: number, planned: number): ReadonlyArray<Part> =>
    planned === 0 ? [] : ["，完成年初预算的", percent(now, planned, "completion")]
  const each = (name: string, key: "abroad" | "purchase" | "running" | "reception"): ReadonlyArray<Part> => [
    `${name}支出年初预算为`,
    amount(budget[key], "initial"),
    "万元，决算为",
    amount(actual[key]),
    "万元",
    ...done(actual[key], budget[key])
  ]
  return [
    heading(2, "四、财政拨款“三公”经费支出决算情况说明"),
    paragraph(
      `${year.unit}${year.year}年度财政拨款“三公”经费支出年初预算为`,
      amount(budget.total, "initial"),
      "万元，支出决算为",
      amount(actual.total),
      "万元",
      done(actual.total, budget.total),
      "。其中：",
      joined([
        each("因公出国（境）费", "abroad"),
        each("公务用车购置费", "purchase"),
        each("公务用车运行维护费", "running"),
        each("公务接待费", "reception")
      ])
    ),
    paragraph(
      `${year.year}年度财政拨款“三公”经费支出决算数比上年`,
      words.change(actual.total, last.total),
      "。其中：因公出国（境）费支出决算",
      words.change(actual.abroad, last.abroad),
      "；公务用车购置费支出决算",
      words.change(actual.purchase, last.purchase),
      "；公务用车运行维护费支出决算",
      words.change(actual.running, last.running),
      "；公务接待费支出决算",
      words.change(actual.reception, last.reception),
      "。"
    ),
    paragraph(
      "开支一般公共预算财政拨款的公务用车保有量为",
      count(of.vehicles, "vehicles"),
      "辆。国内公务接待",
      count(year.counts.receptions, "receptions"),
      "批次，接待人次",
      count(year.counts.guests, "guests"),
      "人。"
    )
  ]
}

const others = (input: LayoutInput, of: Facts, words: Words, assets: Assets): ReadonlyArray<Block> => {
  const { year } = input
  const { amount, percent } = words
  const { procurement } = year
  const fixed = assets.buildings + assets.vehicles + assets.others
  const total = assets.current + fixed + assets.intangible
  return [
    heading(2, "五、其他重要事项及相关口径情况说明"),
    heading(3, "（一）机关运行经费支出情况"),
    year.kind === "institution"
      ? paragraph("本单位属于事业单位，无机关运行经费支出。")
      : paragraph(
          `${year.unit}${year.year}年机关运行经费支出`,
          amount(year.operatingCost.now),
          "万元，与上年对比",
          words.change(year.operatingCost.now, year.operatingCost.last),
          because(input, words, [year.operatingCost.now, year.operatingCost.last], "。主要原因是"),
          "。"
        ),
    heading(3, "（二）国有资产占用情况"),
    paragraph(
      `截至${year.year}年12月31日，${year.unit}资产总额`,
      amount(total * 10_000, "other"),
      "万元，其中，流动资产",
      amount(assets.current * 10_000, "other"),
      "万元，固定资产",
      amount(fixed * 10_000, "other"),
      "万元，无形资产",
      amount(assets.intangible * 10_000, "other"),
      "万元（具体内容详见附表）。"
    ),
    heading(3, "（三）政府采购支出情况"),
    paragraph(
      `${year.year}年度，政府采购支出总额`,
      amount(of.procurement),
      "万元，其中：政府采购货物支出",
      amount(procurement.goods),
      "万元；政府采购工程支出",
      amount(procurement.works),
      "万元；政府采购服务支出",
      amount(procurement.services),
      "万元。",
      of.procurement === 0
        ? ""
        : [
            "授予中小企业合同金额",
            amount(procurement.smallAndMedium),
            "万元，占政府采购支出总额的",
            percent(procurement.smallAndMedium, of.procurement, "share"),
            "，其中：授予小微企业合同金额",
            amount(procurement.smallAndMicro),
            "万元，占政府采购支出总额的",
            percent(procurement.smallAndMicro, of.procurement, "share", [procurement.smallAndMedium]),
            "。"
          ]
    )
  ]
}

export const yunnan: Layout = (input) => {
  const { year, chance } = input
  const of = facts(year)
  const words = wordsOf(wordStyleOf(chance, { zero: "0.00", unchanged: "与上年持平", noBase: "，上年无此项支出" }))
  const who = year.isDepartment ? "部门" : "单位"
  const money = () => chance.whole(1_000, 900_000)
  const assets = { current: money(), buildings: money(), vehicles: money(), others: money(), intangible: money() }
  const evaluations = evaluationBlocks(input, words)
  return {
    blocks: [
      { block: "cover", lines: [`${year.unit}${year.year}年度${who}决算`] },
      {
        block: "contents",
        lines: [
          [`第一部分 ${year.unit}概况`, 1],
          [`第二部分 ${year.year}年度${who}决算表`, 4],
          ...titles.map((title, index) => [`${chineseNumber(index + 1)}、${title}`, 4] as const),
          [`第三部分 ${year.year}年度${who}决算情况说明`, 5],
          ["第四部分 其他重要事项及相关口径情况说明", 12],
          ["第五部分 名词解释", 14]
        ]
      },
      heading(1, `第一部分 ${year.unit}概况`),
      heading(2, "一、主要职责"),
      paragraph(`（一）承担${year.trade.duty}工作。（二）完成市委、市政府交办的其他任务。`),
      heading(2, "二、部门基本情况"),
      paragraph(
        `纳入${year.unit}${year.year}年度${who}决算编报的单位共1个。人员编制${year.people}人，在职在编实有人员${Math.max(1, year.people - chance.whole(0, 5))}人，离退休人员${chance.whole(0, 60)}人。实有车辆编制${of.vehicles}辆，在编实有车辆${of.vehicles}辆。`
      ),
      heading(1, `第二部分 ${year.year}年度${who}决算表`),
      ...tables(input, assets),
      heading(1, `第三部分 ${year.year}年度${who}决算情况说明`),
      ...overall(input, of, words),
      ...official(input, of, words),
      ...others(input, of, words, assets),
      heading(1, "第五部分 名词解释"),
      paragraph("“三公”经费：纳入财政预算管理的因公出国（境）费、公务用车购置及运行维护费和公务接待费。"),
      ...evaluations.forms
    ]
  }
}
