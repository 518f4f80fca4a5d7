/** 湖南、广西式: the nine national tables with 行次 and 栏次, three blocks in the detail table, 年初预算 by 项 in the text. */
import type { Block, Part } from "../Draft.ts"
import { functionalNames } from "../data/functional.ts"
import { facts, type CodeFacts, type Facts } from "../Facts.ts"
import { basicGrid, codeGrid, horizontalGrid, twoSidedGrid, type CodeGridStyle } from "./grids.ts"
import {
  expenditureHeadings,
  fiscalSides,
  flowHeadings,
  incomeHeadings,
  officialHeadings,
  spendingHeadings,
  summarySides,
  type SidesStyle
} from "./forms.ts"
import { chineseNumber, heading, paragraph, tableOf, type Layout, type LayoutInput } from "./Layout.ts"
import { because, itemList, joined, procurementText } from "./phrases.ts"
import { wordsOf, wordStyleOf, type Words } from "./Words.ts"

const titles = [
  "收入支出决算总表",
  "收入决算表",
  "支出决算表",
  "财政拨款收入支出决算总表",
  "一般公共预算财政拨款支出决算表",
  "一般公共预算财政拨款基本支出决算明细表",
  "政府性基金预算财政拨款收入支出决算表",
  "国有资本经营预算财政拨款支出决算表",
  "财政拨款“三公”经费支出决算表"
]

const tables = ({ year, statement, chance }: LayoutInput): ReadonlyArray<Block> => {
  const { sheets, unit } = statement
  const numbers = { nothing: chance.pick(["", "0.00", "0.00", "—"]), thousands: chance.happens(0.4) }
  const codes: CodeGridStyle = {
    codes: chance.pick(["merged", "one"]),
    codeLabel: "功能分类科目编码",
    nameLabel: "科目名称",
    itemLabel: "项目",
    numbered: true,
    totalAt: "top",
    indented: false,
    numbers
  }
  const sides: SidesStyle = {
    classes: "all",
    numbered: true,
    numbers,
    sides: ["收入", "支出"],
    itemLabel: "项目",
    amountLabel: "决算数",
    incomeNames: ["一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入"],
    opening: "年初结转和结余",
    closing: "年末结转和结余",
    surplus: "使用非财政拨款结余",
    total: "总计"
  }
  const official = horizontalGrid(
    sheets.official,
    [
      { label: "预算数", below: officialHeadings("budget") },
      { label: "决算数", below: officialHeadings("actual") }
    ],
    numbers,
    true
  )
  const grids = [
    ["summary", twoSidedGrid(sheets.summary, summarySides(sheets, sides))],
    ["income", codeGrid(sheets.income, incomeHeadings(), codes)],
    ["expenditure", codeGrid(sheets.expenditure, expenditureHeadings(), codes)],
    ["fiscal", twoSidedGrid(sheets.fiscal, fiscalSides(sheets, sides))],
    ["general", codeGrid(sheets.general, spendingHeadings("小计", "本年支出"), codes)],
    [
      "basic",
      basicGrid(sheets.basic, {
        blocks: 3,
        labels: ["科目编码", "科目名称", "决算数"],
        numbers,
        onlyUsed: false,
        classes: ["301", "303", "302", "307", "310", "312", "399"]
      })
    ],
    ["governmentFund", codeGrid(sheets.governmentFund, flowHeadings(spendingHeadings("小计", "本年支出")), codes)],
    ["stateCapital", codeGrid(sheets.stateCapital, spendingHeadings("合计", "本年支出"), codes)],
    ["official", official]
  ] as const
  const notes: Readonly<Record<string, string>> = {
    summary: "注：1.本表反映部门本年度的总收支和年末结转结余情况。2.本套报表金额单位转换时可能存在尾数误差。",
    income: "注：本表反映部门本年度取得的各项收入情况。",
    expenditure: "注：本表反映部门本年度各项支出情况。",
    fiscal:
      "注：本表反映部门本年度一般公共预算财政拨款、政府性基金预算财政拨款和国有资本经营预算财政拨款的总收支和年末结转结余情况。",
    official: "注：本表反映部门本年度“三公”经费支出预决算情况。其中，预算数为年初部门预算批复数。"
  }
  const isEmpty = (kind: string) =>
    (kind === "governmentFund" || kind === "stateCapital") && sheets[kind].rows.length <= 1
  return grids.flatMap(([kind, grid], index) => [
    {
      ...tableOf(
        chance,
        {
          kind,
          title: titles[index] ?? "",
          captions: [
            `公开${String(index + 1).padStart(2, "0")}表`,
            `部门：${year.unit}　　　　　　　　${year.year}年度　　　　　　　　金额单位：${unit}`
          ],
          notes: [
            ...(notes[kind] === undefined ? [] : [notes[kind]]),
            ...(isEmpty(kind) ? ["说明：本部门没有此项收入，也没有此项支出，故本表无数据。"] : [])
          ]
        },
        grid
      ),
      titleInGrid: chance.happens(0.5)
    },
    { block: "page" } as const
  ])
}

const item = (input: LayoutInput, words: Words, one: CodeFacts, index: number): Block => {
  const { amount, percent } = words
  const { code, initial, spent } = one
  const name = `${index + 1}、${functionalNames.get(code.slice(0, 3))}（类）${functionalNames.get(code.slice(0, 5))}（款）${one.name}（项）。`
  const budget: ReadonlyArray<Part> = [
    "年初预算为",
    amount(initial, "initial"),
    "万元，支出决算为",
    amount(spent),
    "万元"
  ]
  if (initial === 0)
    return paragraph(name, budget, "，由于年初预算未安排，无法计算完成百分比，主要原因是年中追加了专项资金。")
  const rate: ReadonlyArray<Part> = ["，完成年初预算的", percent(spent, initial, "completion")]
  if (words.isUnchanged(spent, initial)) return paragraph(name, budget, rate, "，决算数与年初预算数持平。")
  const word: Part = {
    part: "direction",
    text: spent > initial ? "大于" : "小于",
    opposite: spent > initial ? "小于" : "大于"
  }
  return paragraph(
    name,
    budget,
    rate,
    "，决算数",
    word,
    `年初预算数的主要原因是：${input.chance.pick(["人员变动", "厉行节约", "据实结算"])}。`
  )
}

const narrative = (input: LayoutInput, of: Facts, words: Words): ReadonlyArray<Block> => {
  const { year } = input
  const { amount, percent, count } = words
  const all = of.general
  const compared = "。与上年相比，"
  const share = (parts: ReadonlyArray<{ name: string; amount: number }>, whole: number) =>
    joined(
      parts.map((one) => [one.name, amount(one.amount), "万元，占", percent(one.amount, whole, "share", [of.total])])
    )
  const spending = [
    { name: "基本支出", amount: of.basic },
    { name: "项目支出", amount: of.project },
    { name: "经营支出", amount: of.operating }
  ].filter((one) => one.amount > 0)
  const fund = of.governmentFund
  return [
    heading(2, "一、收入支出决算总体情况说明"),
    paragraph(
      { part: "year", text: `${year.year}年度` },
      "收、支总计",
      amount(of.total),
      `万元${compared}`,
      words.change(of.total, of.lastTotal),
      because(input, words, [of.total, of.lastTotal], "，主要是因为"),
      "。"
    ),
    heading(2, "二、收入决算情况说明"),
    paragraph(`${year.year}年度收入合计`, amount(of.income), "万元，其中：", share(of.incomeBySource, of.income)),
    heading(2, "三、支出决算情况说明"),
    paragraph(`${year.year}年度支出合计`, amount(of.expenditure), "万元，其中：", share(spending, of.expenditure)),
    heading(2, "四、财政拨款收入支出决算总体情况说明"),
    paragraph(
      `${year.year}年度财政拨款收、支总计`,
      amount(of.fiscalTotal),
      `万元${compared}`,
      words.change(of.fiscalTotal, of.lastFiscalTotal),
      because(input, words, [of.fiscalTotal, of.lastFiscalTotal], "，主要是因为"),
      "。"
    ),
    heading(2, "五、一般公共预算财政拨款支出决算情况说明"),
    heading(3, "（一）财政拨款支出决算总体情况"),
    paragraph(
      `${year.year}年度一般公共预算财政拨款支出`,
      amount(all.spent),
      "万元，占本年支出合计的",
      percent(all.spent, of.expenditure, "share", [of.total]),
      "。与上年相比，一般公共预算财政拨款支出",
      words.change(all.spent, all.last),
      because(input, words, [all.spent, all.last], "，主要是因为"),
      "。"
    ),
    heading(3, "（二）财政拨款支出决算结构情况"),
    paragraph(
      `${year.year}年度一般公共预算财政拨款支出`,
      amount(all.spent),
      "万元，主要用于以下方面：",
      joined(
        of.classes.map((one) => [
          `${one.name}（类）`,
          amount(one.spent),
          "万元，占",
          percent(one.spent, all.spent, "share", [of.expenditure])
        ])
      )
    ),
    heading(3, "（三）财政拨款支出决算具体情况"),
    paragraph(
      `${year.year}年度一般公共预算财政拨款支出年初预算为`,
      amount(all.initial, "initial"),
      "万元，支出决算为",
      amount(all.spent),
      "万元",
      all.initial === 0 ? "" : ["，完成年初预算的", percent(all.spent, all.initial, "completion")],
      "。其中："
    ),
    ...of.items.map((one, index) => item(input, words, one, index)),
    heading(2, "六、一般公共预算财政拨款基本支出决算情况说明"),
    paragraph(
      `${year.year}年度一般公共预算财政拨款基本支出`,
      amount(all.basic),
      "万元，其中：人员经费",
      amount(of.personnel),
      "万元，占基本支出的",
      percent(of.personnel, all.basic, "share", [all.spent]),
      "，主要包括",
      itemList(input, of.personnelNames, true),
      "；公用经费",
      amount(of.running),
      "万元，占基本支出的",
      percent(of.running, all.basic, "share", [all.spent]),
      "，主要包括",
      itemList(input, of.runningNames, false),
      "。"
    ),
    heading(2, "七、政府性基金预算收入支出决算情况"),
    fund.income + fund.spent + fund.opening === 0
      ? paragraph(`${year.year}年度本${year.isDepartment ? "部门" : "单位"}无政府性基金预算财政拨款收支。`)
      : paragraph(
          `${year.year}年度政府性基金预算财政拨款收入`,
          amount(fund.income),
          "万元；年初结转和结余",
          amount(fund.opening),
          "万元；支出",
          amount(fund.spent),
          "万元；年末结转和结余",
          amount(fund.closing),
          "万元。"
        ),
    heading(2, "八、国有资本经营预算财政拨款支出决算情况说明"),
    of.stateCapital.spent === 0
      ? paragraph(`${year.year}年度无国有资本经营预算财政拨款支出。`)
      : paragraph(`${year.year}年度国有资本经营预算财政拨款支出`, amount(of.stateCapital.spent), "万元。"),
    heading(2, "九、财政拨款“三公”经费支出决算情况说明"),
    ...officialText(input, of, words),
    heading(2, "十、机关运行经费支出说明"),
    year.kind === "institution"
      ? paragraph("本单位为事业单位，不涉及机关运行经费支出。")
      : paragraph(
          `${year.year}年度机关运行经费支出`,
          amount(year.operatingCost.now),
          "万元，比上年决算数",
          words.change(year.operatingCost.now, year.operatingCost.last),
          because(input, words, [year.operatingCost.now, year.operatingCost.last], "。主要原因是："),
          "。"
        ),
    heading(2, "十一、政府采购支出说明"),
    paragraph(`${year.year}年度政府采购支出总额`, procurementText(of, input, words, "small-and-medium")),
    heading(2, "十二、国有资产占用情况说明"),
    paragraph(
      `截至${year.year}年12月31日，本${year.isDepartment ? "部门" : "单位"}共有车辆`,
      count(of.vehicles, "vehicles"),
      "辆，单位价值100万元以上设备（不含车辆）",
      count(year.equipment, "equipment"),
      "台（套）。"
    ),
    heading(2, "十三、关于预算绩效情况的说明"),
    paragraph(
      `${year.year}年度组织对`,
      count(year.projects.length, "projects"),
      "个项目开展了绩效自评，从评价情况来看，各项目绩效目标基本实现。"
    )
  ]
}

const officialText = (input: LayoutInput, of: Facts, words: Words): ReadonlyArray<Block> => {
  const { amount, percent, count } = words
  const { budget, actual, last } = of.official
  const { counts } = input.year
  const done = (now: number, planned: number): ReadonlyArray<Part> =>
    planned === 0 ? [] : ["，完成预算的", percent(now, planned, "completion")]
  const whole: Part = actual.total === 0 ? "" : "其中："
  const name = {
    abroad: "因公出国（境）费",
    reception: "公务接待费",
    purchase: "公务用车购置费",
    running: "公务用车运行维护费"
  }
  const each = (["abroad", "reception", "purchase", "running"] as const).map((key) =>
    paragraph(
      `${name[key]}支出预算为`,
      amount(budget[key], "initial"),
      "万元，支出决算为",
      amount(actual[key]),
      "万元",
      done(actual[key], budget[key]),
      "，与上年相比",
      words.change(actual[key], last[key]),
      because(input, words, [actual[key], last[key]]),
      "。"
    )
  )
  return [
    heading(3, "（一）“三公”经费财政拨款支出决算总体情况说明"),
    paragraph(
      "“三公”经费财政拨款支出预算为",
      amount(budget.total, "initial"),
      "万元，支出决算为",
      amount(actual.total),
      "万元",
      done(actual.total, budget.total),
      "。",
      whole
    ),
    ...each,
    heading(3, "（二）“三公”经费财政拨款支出决算具体情况说明"),
    paragraph(
      "1、因公出国（境）费支出决算为",
      amount(actual.abroad),
      "万元，全年安排因公出国（境）团组",
      count(counts.groups, "groups"),
      "个，累计",
      count(counts.travellers, "travellers"),
      "人次。"
    ),
    paragraph(
      "2、公务接待费支出决算为",
      amount(actual.reception),
      "万元，全年共接待来访团组",
      count(counts.receptions, "receptions"),
      "个、来宾",
      count(counts.guests, "guests"),
      "人次。"
    ),
    paragraph(
      "3、公务用车购置费及运行维护费支出决算为",
      amount(actual.vehicles),
      "万元，其中：公务用车购置费",
      amount(actual.purchase),
      "万元，更新公务用车",
      count(counts.purchased, "purchased"),
      "辆。公务用车运行维护费",
      amount(actual.running),
      `万元，截止${input.year.year}年12月31日，我单位开支财政拨款的公务用车保有量为`,
      count(of.vehicles, "vehicles"),
      "辆。"
    )
  ]
}

export const hunan: Layout = (input) => {
  const { year, chance } = input
  const of = facts(year)
  const words = wordsOf(
    wordStyleOf(chance, { more: ["增加", "增长"], less: ["减少", "降低"], unchanged: "持平", noBase: "" })
  )
  const who = year.isDepartment ? "部门" : "单位"
  return {
    blocks: [
      { block: "cover", lines: [`${year.year}年度`, `${year.unit}${who}决算`] },
      {
        block: "contents",
        lines: [
          [`第一部分 ${year.unit}概况`, 1],
          [`第二部分 ${year.year}年度${who}决算表`, 3],
          ...titles.map((title, index) => [`${chineseNumber(index + 1)}、${title}`, index + 3] as const),
          [`第三部分 ${year.year}年度${who}决算情况说明`, 13],
          ["第四部分 名词解释", 20]
        ]
      },
      heading(1, `第一部分 ${year.unit}概况`),
      heading(2, "一、部门职责"),
      paragraph(`（一）贯彻执行${year.trade.duty}的法律法规和方针政策；（二）完成上级交办的其他任务。`),
      heading(2, "二、机构设置及决算单位构成"),
      paragraph(
        `（一）内设机构设置。${year.unit}内设机构${chance.whole(4, 12)}个，所属事业单位${chance.whole(0, 4)}个。（二）决算单位构成。本${who}${year.year}年度${who}决算汇总公开单位构成包括：${year.unit}本级。`
      ),
      heading(1, `第二部分 ${year.year}年度${who}决算表`),
      ...tables(input),
      heading(1, `第三部分 ${year.year}年度${who}决算情况说明`),
      ...narrative(input, of, words),
      heading(1, "第四部分 名词解释"),
      paragraph("一、基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。"),
      paragraph("二、机关运行经费：指为保障行政单位（含参照公务员法管理的事业单位）运行用于购买货物和服务的各项资金。")
    ]
  }
}
