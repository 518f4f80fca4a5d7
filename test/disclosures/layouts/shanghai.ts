/** 上海式: nine tables without 行次, 24 classes, 三公 before the funds, 预算 and 决算 in pairs, a 项 each in the text. */
import type { Block, Part } from "../Draft.ts"
import { functionalNames } from "../data/functional.ts"
import { facts, type CodeFacts, type Facts } from "../Facts.ts"
import { sum } from "../DepartmentYear.ts"
import { basicGrid, codeGrid, horizontalGrid, twoSidedGrid, type CodeGridStyle } from "./grids.ts"
import {
  expenditureHeadings,
  fiscalSides,
  flowHeadings,
  incomeHeadings,
  officialNames,
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
  "一般公共预算财政拨款“三公”经费支出决算表",
  "政府性基金预算财政拨款收入支出决算表",
  "国有资本经营预算财政拨款收入支出决算表"
]

/** 预算数 and 决算数 of an item side by side. */
const paired = (label: string, item: string) => ({
  label,
  below: [
    { label: "预算数", column: `budget.${item}` },
    { label: "决算数", column: `actual.${item}` }
  ]
})

const tables = ({ year, statement, chance }: LayoutInput): ReadonlyArray<Block> => {
  const { sheets, unit } = statement
  const numbers = { nothing: chance.pick(["", "0.00"]), thousands: chance.happens(0.5) }
  const codes: CodeGridStyle = {
    codes: "split",
    codeLabel: "功能分类科目编码",
    nameLabel: "功能分类科目名称",
    itemLabel: "项目",
    numbered: false,
    totalAt: chance.pick(["top", "bottom"]),
    indented: false,
    numbers
  }
  const sides: SidesStyle = {
    classes: "without-debt",
    numbered: false,
    numbers,
    sides: ["收入", "支出"],
    itemLabel: "项目",
    amountLabel: "决算数",
    incomeNames: ["一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "国有资本经营预算财政拨款收入"],
    opening: "年初结转和结余",
    closing: "年末结转和结余",
    surplus: "使用非财政拨款结余（含专用结余)",
    total: "总计"
  }
  const [total, , vehicles, , , reception] = officialNames
  const official = horizontalGrid(
    sheets.official,
    [
      paired(total, "total"),
      paired("因公出国(境)费", "abroad"),
      {
        label: "公务用车购置及运行费",
        below: [paired(vehicles, "vehicles"), paired("购置费", "purchase"), paired("运行费", "running")]
      },
      paired(reception, "reception")
    ],
    numbers,
    false
  )
  const flows = flowHeadings(spendingHeadings("合计", "本年支出"))
  const grids = [
    ["summary", twoSidedGrid(sheets.summary, summarySides(sheets, sides))],
    ["income", codeGrid(sheets.income, incomeHeadings("合计"), codes)],
    ["expenditure", codeGrid(sheets.expenditure, expenditureHeadings("合计"), codes)],
    ["fiscal", twoSidedGrid(sheets.fiscal, fiscalSides(sheets, sides))],
    ["general", codeGrid(sheets.general, spendingHeadings("合计"), { ...codes, totalAt: "bottom" })],
    [
      "basic",
      basicGrid(sheets.basic, {
        blocks: 2,
        labels: ["经济分类科目编码", "经济分类科目名称", "决算数"],
        numbers,
        onlyUsed: false,
        classes: ["301", "303", "302", "310"]
      })
    ],
    ["official", official],
    ["governmentFund", codeGrid(sheets.governmentFund, flows, codes)],
    ["capitalFlow", codeGrid(sheets.capitalFlow, flows, codes)]
  ] as const
  const isEmpty = (kind: string) =>
    (kind === "governmentFund" || kind === "capitalFlow") && sheets[kind].rows.length <= 1
  return grids.flatMap(([kind, grid], index) => [
    tableOf(
      chance,
      {
        kind,
        title: `${year.year}年度${titles[index]}`,
        captions: [
          `公开${String(index + 1).padStart(2, "0")}表`,
          `编制${year.isDepartment ? "部门" : "单位"}：${year.unit}`,
          `单位：${unit}`
        ],
        notes: [
          ...(kind === "official"
            ? ["注：预算数为年初预算数，决算数包括当年财政拨款和以前年度结转资金安排的实际支出。"]
            : []),
          ...(isEmpty(kind) ? [`注：${year.unit}${year.year}年度无此项收支，故本表无数据。`] : [])
        ]
      },
      grid
    ),
    { block: "page" } as const
  ])
}

const parents = (code: string) =>
  `${functionalNames.get(code.slice(0, 3))}（类）${functionalNames.get(code.slice(0, 5))}（款）${functionalNames.get(code)}（项）`

const completion = (
  input: LayoutInput,
  words: Words,
  one: Pick<CodeFacts, "initial" | "spent">
): ReadonlyArray<Part> => {
  const { initial, spent } = one
  const { amount, percent } = words
  const start: ReadonlyArray<Part> = [
    "年初预算为",
    amount(initial, "initial"),
    "万元，支出决算为",
    amount(spent),
    "万元"
  ]
  if (initial === 0) return [...start, "。该项支出为年中追加安排。"]
  const rate = percent(spent, initial, "completion")
  if (words.isUnchanged(initial, spent)) return [...start, "，完成年初预算的", rate, "。决算数与预算数持平。"]
  const word: Part = {
    part: "direction",
    text: spent > initial ? "大于" : "小于",
    opposite: spent > initial ? "小于" : "大于"
  }
  const why = input.chance.pick(["年中预算调整", "据实列支", "政策性因素影响"])
  return [...start, "，完成年初预算的", rate, "。决算数", word, `预算数的主要原因是${why}。`]
}

const narrative = (input: LayoutInput, of: Facts, words: Words): ReadonlyArray<Block> => {
  const { year } = input
  const { amount, percent, count } = words
  const compared = `与${year.year - 1}年度相比，`
  const spending = [
    { name: "基本支出", amount: of.basic },
    { name: "项目支出", amount: of.project },
    { name: "经营支出", amount: of.operating }
  ].filter((one) => one.amount > 0)
  const shares = (parts: ReadonlyArray<{ name: string; amount: number }>, whole: number) =>
    joined(
      parts.map((one) => [one.name, amount(one.amount), "万元，占", percent(one.amount, whole, "share", [of.total])])
    )
  const all = of.general
  const fund = of.governmentFund
  return [
    heading(2, `一、${year.year}年度收入支出决算总体情况说明`),
    paragraph(
      `${year.unit}`,
      { part: "year", text: `${year.year}年度` },
      "收入总计",
      amount(of.total),
      "万元，支出总计",
      amount(of.total),
      `万元。${compared}收入、支出总计各`,
      words.change(of.total, of.lastTotal),
      because(input, words, [of.total, of.lastTotal], "。主要原因是"),
      "。"
    ),
    heading(2, `二、${year.year}年度收入决算情况说明`),
    paragraph("本年收入合计", amount(of.income), "万元，其中：", shares(of.incomeBySource, of.income)),
    heading(2, `三、${year.year}年度支出决算情况说明`),
    paragraph("本年支出合计", amount(of.expenditure), "万元，其中：", shares(spending, of.expenditure)),
    heading(2, `四、${year.year}年度财政拨款收入支出决算总体情况说明`),
    paragraph(
      `${year.year}年度财政拨款收入总计`,
      amount(of.fiscalTotal),
      "万元，支出总计",
      amount(of.fiscalTotal),
      `万元。${compared}财政拨款收入、支出总计各`,
      words.change(of.fiscalTotal, of.lastFiscalTotal),
      because(input, words, [of.fiscalTotal, of.lastFiscalTotal]),
      "。"
    ),
    heading(2, `五、${year.year}年度一般公共预算财政拨款支出决算情况说明`),
    heading(3, "（一）一般公共预算财政拨款支出决算总体情况。"),
    paragraph(
      `${year.year}年度一般公共预算财政拨款支出`,
      amount(all.spent),
      "万元，占本年支出合计的",
      percent(all.spent, of.expenditure, "share", [of.total]),
      `。${compared}一般公共预算财政拨款支出`,
      words.change(all.spent, all.last),
      because(input, words, [all.spent, all.last]),
      "。"
    ),
    heading(3, "（二）一般公共预算财政拨款支出决算结构情况。"),
    paragraph(
      `${year.year}年度一般公共预算财政拨款支出`,
      amount(all.spent),
      "万元，主要用于以下方面：",
      joined(
        of.classes.map((one) => [
          `${one.name}（类）支出`.replace("支出（类）支出", "支出（类）"),
          amount(one.spent),
          "万元，占",
          percent(one.spent, all.spent, "share", [of.expenditure])
        ])
      )
    ),
    heading(3, "（三）一般公共预算财政拨款支出决算具体情况。"),
    paragraph(`${year.year}年度一般公共预算财政拨款支出`, completion(input, words, all), "其中："),
    ...of.items.map((one, index) =>
      paragraph(
        `${index + 1}、${parents(one.code)}。${input.year.trade.duty}方面的支出。`,
        completion(input, words, one)
      )
    ),
    heading(2, `六、${year.year}年度一般公共预算财政拨款基本支出决算情况说明`),
    paragraph(
      `${year.year}年度一般公共预算财政拨款基本支出`,
      amount(all.basic),
      "万元，其中：人员经费",
      amount(of.personnel),
      "万元，主要包括：",
      itemList(input, of.personnelNames, true),
      "；公用经费",
      amount(of.running),
      "万元，主要包括：",
      itemList(input, of.runningNames, false),
      "。"
    ),
    heading(2, `七、${year.year}年度一般公共预算财政拨款“三公”经费支出决算情况说明`),
    ...officialText(input, of, words),
    heading(2, `八、${year.year}年度政府性基金预算财政拨款收入支出决算情况说明`),
    fund.income + fund.spent + fund.opening === 0
      ? paragraph(`${year.unit}${year.year}年度无政府性基金预算财政拨款收入和支出。`)
      : paragraph(
          "年初结转和结余",
          amount(fund.opening),
          "万元，本年收入",
          amount(fund.income),
          "万元，本年支出",
          amount(fund.spent),
          "万元，年末结转和结余",
          amount(fund.closing),
          "万元。"
        ),
    heading(2, `九、${year.year}年度国有资本经营预算财政拨款收入支出决算情况说明`),
    of.stateCapital.spent === 0
      ? paragraph(`${year.unit}${year.year}年度无国有资本经营预算财政拨款收入和支出。`)
      : paragraph("本年支出", amount(of.stateCapital.spent), "万元。"),
    heading(2, "十、其他重要事项的情况说明"),
    heading(3, "（一）机关运行经费支出情况"),
    year.kind === "institution"
      ? paragraph("本单位不属于行政单位和参照公务员法管理的事业单位，无机关运行经费。")
      : paragraph(
          `${year.year}年度机关运行经费支出`,
          amount(year.operatingCost.now),
          `万元，${compared}`,
          words.change(year.operatingCost.now, year.operatingCost.last),
          because(input, words, [year.operatingCost.now, year.operatingCost.last]),
          "。"
        ),
    heading(3, "（二）政府采购支出情况"),
    paragraph(`${year.year}年度政府采购支出总额`, procurementText(of, input, words, "small-and-medium")),
    heading(3, "（三）国有资产占有使用情况"),
    paragraph(
      `截至${year.year}年12月31日，${year.unit}共有车辆`,
      count(of.vehicles, "vehicles"),
      "辆；单位价值100万元以上设备（不含车辆）",
      count(year.equipment, "equipment"),
      "台（套）。"
    ),
    heading(3, "（四）预算绩效管理工作开展情况"),
    evaluationsText(input, words)
  ]
}

const shanghaiGrade = (grade: string) => ({ 优: "优", 良: "良", 中: "合格", 差: "不合格" })[grade] ?? grade

const evaluationsText = ({ year }: LayoutInput, { amount, count }: Words): Block => {
  const { projects } = year
  const executed = sum(projects.map(({ executed }) => executed))
  return paragraph(
    `根据预算绩效管理要求，对${year.year}年度项目支出全面开展绩效自评，共涉及项目`,
    count(projects.length, "projects"),
    "个，涉及资金",
    amount(executed, "other"),
    "万元。自评结果中，",
    joined(
      ["优", "良", "合格", "不合格"].map((grade) => [
        `等级为“${grade}”的项目`,
        count(projects.filter((one) => shanghaiGrade(one.grade) === grade).length, "grade"),
        "个"
      ]),
      "，"
    )
  )
}

const officialText = (input: LayoutInput, of: Facts, words: Words): ReadonlyArray<Block> => {
  const { year } = input
  const { amount, percent, count } = words
  const { budget, actual, last } = of.official
  const done = (now: number, planned: number): ReadonlyArray<Part> =>
    planned === 0 ? [] : ["，完成年初预算的", percent(now, planned, "completion")]
  const share = (now: number): ReadonlyArray<Part> =>
    actual.total === 0 ? [] : ["，占", percent(now, actual.total, "share", [budget.total])]
  const item = (name: string, key: "abroad" | "vehicles" | "reception"): ReadonlyArray<Part> =>
    [`${name}支出决算`, amount(actual[key]), "万元", share(actual[key])].flat()
  return [
    heading(3, "（一）“三公”经费财政拨款支出决算总体情况说明。"),
    paragraph(
      `${year.year}年度“三公”经费财政拨款支出年初预算为`,
      amount(budget.total, "initial"),
      "万元，支出决算为",
      amount(actual.total),
      "万元",
      done(actual.total, budget.total),
      `。与${year.year - 1}年度相比，`,
      words.change(actual.total, last.total),
      "。其中：",
      joined([
        item("因公出国（境）费", "abroad"),
        item("公务用车购置及运行维护费", "vehicles"),
        item("公务接待费", "reception")
      ])
    ),
    heading(3, "（二）“三公”经费财政拨款支出决算具体情况说明。"),
    paragraph(
      "1、因公出国（境）费支出",
      amount(actual.abroad),
      "万元",
      done(actual.abroad, budget.abroad),
      "。全年安排因公出国（境）团组",
      count(year.counts.groups, "groups"),
      "个，累计",
      count(year.counts.travellers, "travellers"),
      "人次。"
    ),
    paragraph(
      "2、公务用车购置及运行维护费支出",
      amount(actual.vehicles),
      "万元",
      done(actual.vehicles, budget.vehicles),
      "。其中：公务用车购置支出",
      amount(actual.purchase),
      "万元，购置公务用车",
      count(year.counts.purchased, "purchased"),
      "辆；公务用车运行支出",
      amount(actual.running),
      "万元，年末公务用车保有量",
      count(of.vehicles, "vehicles"),
      "辆。"
    ),
    paragraph(
      "3、公务接待费支出",
      amount(actual.reception),
      "万元",
      done(actual.reception, budget.reception),
      "。国内公务接待",
      count(year.counts.receptions, "receptions"),
      "批次、",
      count(year.counts.guests, "guests"),
      "人次。"
    )
  ]
}

export const shanghai: Layout = (input) => {
  const { year, chance } = input
  const of = facts(year)
  const words = wordsOf(wordStyleOf(chance, { more: ["增加", "增长"], unchanged: "持平" }))
  const who = year.isDepartment ? "部门" : "单位"
  return {
    blocks: [
      { block: "cover", lines: [`${year.unit}`, `${year.year}年度${who}决算`] },
      {
        block: "contents",
        lines: [
          [`第一部分 ${who}概况`, 3],
          [`第二部分 ${year.year}年度${who}决算表`, 5],
          ...titles.map((title, index) => [`${chineseNumber(index + 1)}、${title}`, index + 5] as const),
          [`第三部分 ${year.year}年度${who}决算情况说明`, 16],
          ["第四部分 名词解释", 24]
        ]
      },
      heading(1, `第一部分 ${year.unit}概况`),
      heading(2, "一、主要职能"),
      paragraph(
        `${year.unit}主要承担${year.trade.duty}工作。核定编制${year.people}名，设${chance.whole(4, 12)}个内设机构。`
      ),
      heading(1, `第二部分 ${year.year}年度${who}决算表`),
      ...tables(input),
      heading(1, `第三部分 ${year.year}年度${who}决算情况说明`),
      ...narrative(input, of, words),
      heading(1, "第四部分 名词解释"),
      paragraph("（一）财政拨款收入：指本年度从本级财政部门取得的财政拨款。"),
      paragraph("（二）机关运行经费：指为保障行政单位运行用于购买货物和服务的各项资金。")
    ]
  }
}
