/** 四川式: tables 1 to 12 without 行次, one list in the detail table, only classes with money, 完成预算 by 项. */
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
  "一般公共预算财政拨款基本支出决算表",
  "一般公共预算财政拨款项目支出决算表",
  "政府性基金预算财政拨款收入支出决算表",
  "国有资本经营预算财政拨款收入支出决算表",
  "国有资本经营预算财政拨款支出决算表",
  "财政拨款“三公”经费支出决算表"
]

const tables = ({ year, statement, chance }: LayoutInput): ReadonlyArray<Block> => {
  const { sheets, unit } = statement
  const numbers = { nothing: chance.pick(["", "0.00", "-"]), thousands: chance.happens(0.7) }
  const codes: CodeGridStyle = {
    codes: "one",
    codeLabel: "科目编码",
    nameLabel: "科目名称",
    itemLabel: chance.happens(0.5) ? "项目" : undefined,
    numbered: chance.happens(0.5),
    totalAt: "top",
    indented: chance.happens(0.5),
    numbers
  }
  const sides: SidesStyle = {
    classes: chance.pick(["used", "all"]),
    numbered: false,
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
    false
  )
  const flows = flowHeadings(spendingHeadings("小计", "本年支出"))
  const grids = [
    ["summary", twoSidedGrid(sheets.summary, summarySides(sheets, sides))],
    ["income", codeGrid(sheets.income, incomeHeadings(), codes)],
    ["expenditure", codeGrid(sheets.expenditure, expenditureHeadings(), codes)],
    ["fiscal", twoSidedGrid(sheets.fiscal, fiscalSides(sheets, sides))],
    ["general", codeGrid(sheets.general, spendingHeadings("合计", "本年支出"), codes)],
    [
      "basic",
      basicGrid(sheets.basic, {
        blocks: chance.pick([1, 2, 3]),
        labels: ["科目编码", "科目名称", "金额"],
        numbers,
        onlyUsed: true,
        classes: ["301", "303", "302", "307", "309", "310", "311", "312", "313", "399"]
      })
    ],
    ["projectByCode", codeGrid(sheets.projectByCode, [{ label: "项目支出", column: "project" }], codes)],
    ["governmentFund", codeGrid(sheets.governmentFund, flows, codes)],
    ["capitalFlow", codeGrid(sheets.capitalFlow, flows, codes)],
    ["stateCapital", codeGrid(sheets.stateCapital, spendingHeadings("小计", "本年支出"), codes)],
    ["official", official]
  ] as const
  const isEmpty = (kind: string) =>
    (kind === "governmentFund" || kind === "capitalFlow" || kind === "stateCapital") && sheets[kind].rows.length <= 1
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
            `单位：${unit}`
          ],
          notes: isEmpty(kind) ? ["注：本表无数据。"] : []
        },
        grid
      ),
      titleInGrid: chance.happens(0.3)
    },
    { block: "page" } as const
  ])
}

/** 完成预算 against what was granted in the year and before. */
const item = ({ chance }: LayoutInput, words: Words, one: CodeFacts, index: number): Block => {
  const { amount, percent } = words
  const { code, granted, spent } = one
  const name = `${index + 1}. ${(functionalNames.get(code.slice(0, 3)) ?? "").replace(/支出$/u, "")}（类）${functionalNames.get(code.slice(0, 5))}（款）${one.name}（项）：`
  const start: ReadonlyArray<Part> = ["支出决算为", amount(spent), "万元，完成预算", percent(spent, granted, "stated")]
  if (words.isUnchanged(spent, granted)) return paragraph(name, start, "，决算数与预算数持平。")
  const why = chance.pick(["项目跨年实施", "按进度支付"])
  const word: Part = { part: "direction", text: "小于", opposite: "大于" }
  return paragraph(name, start, "，决算数", word, `预算数的主要原因是${why}。`)
}

const narrative = (input: LayoutInput, of: Facts, words: Words): ReadonlyArray<Block> => {
  const { year } = input
  const { amount, percent, count } = words
  const all = of.general
  const last = `${year.year - 1}年度`
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
      "收、支总计均为",
      amount(of.total),
      `万元。与${last}相比，收、支总计各`,
      words.change(of.total, of.lastTotal),
      because(input, words, [of.total, of.lastTotal], "。主要变动原因是"),
      "。"
    ),
    paragraph("（图1：收、支决算总计变动情况图）（柱状图）"),
    heading(2, "二、收入决算情况说明"),
    paragraph(`${year.year}年度本年收入合计`, amount(of.income), "万元，其中：", share(of.incomeBySource, of.income)),
    heading(2, "三、支出决算情况说明"),
    paragraph(`${year.year}年度本年支出合计`, amount(of.expenditure), "万元，其中：", share(spending, of.expenditure)),
    heading(2, "四、财政拨款收入支出决算总体情况说明"),
    paragraph(
      `${year.year}年度财政拨款收、支总计均为`,
      amount(of.fiscalTotal),
      `万元。与${last}相比，财政拨款收、支总计各`,
      words.change(of.fiscalTotal, of.lastFiscalTotal),
      because(input, words, [of.fiscalTotal, of.lastFiscalTotal], "。主要变动原因是"),
      "。"
    ),
    heading(2, "五、一般公共预算财政拨款支出决算情况说明"),
    heading(3, "（一）一般公共预算财政拨款支出决算总体情况"),
    paragraph(
      `${year.year}年度一般公共预算财政拨款支出`,
      amount(all.spent),
      "万元，占本年支出合计的",
      percent(all.spent, of.expenditure, "share", [of.total]),
      `。与${last}相比，一般公共预算财政拨款支出`,
      words.change(all.spent, all.last),
      because(input, words, [all.spent, all.last], "。主要变动原因是"),
      "。"
    ),
    heading(3, "（二）一般公共预算财政拨款支出决算结构情况"),
    paragraph(
      `${year.year}年度一般公共预算财政拨款支出`,
      amount(all.spent),
      "万元，主要用于以下方面：",
      joined(
        of.classes.map((one) => [
          one.name,
          amount(one.spent),
          "万元，占",
          percent(one.spent, all.spent, "share", [of.expenditure])
        ])
      )
    ),
    heading(3, "（三）一般公共预算财政拨款支出决算具体情况"),
    paragraph(
      `${year.year}年度一般公共预算支出决算数为`,
      amount(all.spent),
      "万元，完成预算",
      percent(all.spent, of.granted, "stated"),
      "。其中："
    ),
    ...of.items.map((one, index) => item(input, words, one, index)),
    heading(2, "六、一般公共预算财政拨款基本支出决算情况说明"),
    paragraph(
      `${year.year}年度一般公共预算财政拨款基本支出`,
      amount(all.basic),
      "万元，其中：人员经费",
      amount(of.personnel),
      "万元，主要包括：",
      itemList(input, of.personnelNames, true, false),
      "。公用经费",
      amount(of.running),
      "万元，主要包括：",
      itemList(input, of.runningNames, false, false),
      "。"
    ),
    heading(2, "七、财政拨款“三公”经费支出决算情况说明"),
    ...officialText(input, of, words),
    heading(2, "八、政府性基金预算支出决算情况说明"),
    paragraph(`${year.year}年度政府性基金预算财政拨款支出`, amount(fund.spent), "万元。"),
    heading(2, "九、国有资本经营预算支出决算情况说明"),
    paragraph(`${year.year}年度国有资本经营预算财政拨款支出`, amount(of.stateCapital.spent), "万元。"),
    heading(2, "十、其他重要事项的情况说明"),
    heading(3, "（一）机关运行经费支出情况"),
    year.kind === "institution"
      ? paragraph(`${year.unit}为事业单位，按规定未使用机关运行的相关科目。`)
      : paragraph(
          `${year.year}年度，${year.unit}机关运行经费支出`,
          amount(year.operatingCost.now),
          `万元，比${last}`,
          words.change(year.operatingCost.now, year.operatingCost.last),
          because(input, words, [year.operatingCost.now, year.operatingCost.last]),
          "。"
        ),
    heading(3, "（二）政府采购支出情况"),
    paragraph(`${year.year}年度，${year.unit}政府采购支出总额`, procurementText(of, input, words, "total")),
    heading(3, "（三）国有资产占有使用情况"),
    paragraph(
      `截至${year.year}年12月31日，${year.unit}共有车辆`,
      count(of.vehicles, "vehicles"),
      "辆。单价100万元以上设备（不含车辆）",
      count(year.equipment, "equipment"),
      "台（套）。"
    )
  ]
}

const officialText = (input: LayoutInput, of: Facts, words: Words): ReadonlyArray<Block> => {
  const { year } = input
  const { amount, percent, count } = words
  const { budget, actual, last } = of.official
  const done = (now: number, planned: number): ReadonlyArray<Part> =>
    planned === 0 ? [] : ["，完成预算", percent(now, planned, "completion")]
  const share = (now: number): ReadonlyArray<Part> =>
    actual.total === 0 ? [] : ["，占", percent(now, actual.total, "share", [budget.total])]
  const one = (name: string, key: "abroad" | "vehicles" | "reception"): ReadonlyArray<Part> => [
    `${name}支出决算`,
    amount(actual[key]),
    "万元",
    ...share(actual[key])
  ]
  return [
    heading(3, "（一）“三公”经费财政拨款支出决算总体情况说明"),
    paragraph(
      `${year.year}年度“三公”经费财政拨款支出决算为`,
      amount(actual.total),
      "万元",
      done(actual.total, budget.total),
      "，较上年度",
      words.change(actual.total, last.total),
      because(input, words, [actual.total, last.total], "。主要原因是"),
      "。"
    ),
    heading(3, "（二）“三公”经费财政拨款支出决算具体情况说明"),
    paragraph(
      `${year.year}年度“三公”经费财政拨款支出决算中，`,
      joined([
        one("因公出国（境）费", "abroad"),
        one("公务用车购置及运行维护费", "vehicles"),
        one("公务接待费", "reception")
      ])
    ),
    paragraph(
      "1. 因公出国（境）经费支出",
      amount(actual.abroad),
      "万元",
      done(actual.abroad, budget.abroad),
      "。全年安排因公出国（境）团组",
      count(year.counts.groups, "groups"),
      "次，出国（境）",
      count(year.counts.travellers, "travellers"),
      "人。因公出国（境）支出决算比上年度",
      words.change(actual.abroad, last.abroad),
      "。"
    ),
    paragraph(
      "2. 公务用车购置及运行维护费支出",
      amount(actual.vehicles),
      "万元",
      done(actual.vehicles, budget.vehicles),
      "。公务用车购置及运行维护费支出决算比上年度",
      words.change(actual.vehicles, last.vehicles),
      "。其中：公务用车购置支出",
      amount(actual.purchase),
      "万元。全年按规定更新购置公务用车",
      count(year.counts.purchased, "purchased"),
      `辆。截至${year.year}年12月31日，单位共有公务用车`,
      count(of.vehicles, "vehicles"),
      "辆。公务用车运行维护费支出",
      amount(actual.running),
      "万元。"
    ),
    paragraph(
      "3. 公务接待费支出",
      amount(actual.reception),
      "万元",
      done(actual.reception, budget.reception),
      "。公务接待费支出决算比上年度",
      words.change(actual.reception, last.reception),
      "。其中：国内公务接待支出",
      amount(actual.reception),
      "万元，国内公务接待",
      count(year.counts.receptions, "receptions"),
      "批次，",
      count(year.counts.guests, "guests"),
      "人次；外事接待支出",
      amount(0),
      "万元。"
    )
  ]
}

export const sichuan: Layout = (input) => {
  const { year, chance } = input
  const of = facts(year)
  const words = wordsOf(wordStyleOf(chance, { unchanged: "持平", thousands: false }))
  const who = year.isDepartment ? "部门" : "单位"
  return {
    blocks: [
      { block: "cover", lines: [`${year.year}年度`, `${year.unit}`, `${who}决算`] },
      {
        block: "contents",
        lines: [
          [`第一部分 ${who}概况`, 4],
          [`第二部分 ${year.year}年度${who}决算情况说明`, 6],
          ["第三部分 名词解释", 17],
          ["第四部分 附件", 20],
          [`第五部分 附表`, 30],
          ...titles.map((title, index) => [`${chineseNumber(index + 1)}、${title}`, 30] as const)
        ]
      },
      heading(1, `第一部分 ${who}概况`),
      heading(2, "一、主要职责"),
      paragraph(
        `${year.unit}主要负责${year.trade.duty}工作。${year.year}年重点完成${chance.whole(2, 9)}项任务，接待群众${chance.whole(2, 60)}万人次。`
      ),
      heading(2, "二、机构设置"),
      paragraph(`${year.unit}下属二级预算单位${chance.whole(0, 5)}个，其中行政单位1个。`),
      heading(1, `第二部分 ${year.year}年度${who}决算情况说明`),
      ...narrative(input, of, words),
      heading(1, "第三部分 名词解释"),
      paragraph("1.财政拨款收入：指单位从同级财政部门取得的财政预算资金。"),
      paragraph("2.年初结转和结余：指以前年度尚未完成、结转到本年按有关规定继续使用的资金。"),
      heading(1, "第五部分 附表"),
      ...tables(input)
    ]
  }
}
