/** 山西式: ten tables with 行次 and 栏次, all classes listed, four blocks in the detail table, 三公 on one line. */
import type { Block, Part } from "../Draft.ts"
import { facts, type Facts } from "../Facts.ts"
import { offices } from "../data/names.ts"
import { vehicleKinds } from "../Statement.ts"
import {
  basicGrid,
  cell,
  codeGrid,
  horizontalGrid,
  listGrid,
  rowOf,
  twoSidedGrid,
  type CodeGridStyle
} from "./grids.ts"
import { evaluationBlocks } from "./evaluations.ts"
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
import { itemList } from "./phrases.ts"
import { chineseNumber, heading, paragraph, reasonFor, tableOf, type Layout, type LayoutInput } from "./Layout.ts"
import { wordsOf, wordStyleOf, type Words } from "./Words.ts"

const tableTitles = [
  "收入支出决算总表",
  "收入决算表",
  "支出决算表",
  "财政拨款收入支出决算总表",
  "一般公共预算财政拨款支出决算表",
  "一般公共预算财政拨款基本支出决算明细表",
  "政府性基金预算财政拨款收入支出决算表",
  "国有资本经营预算财政拨款支出决算表",
  "财政拨款“三公”经费支出决算表",
  "部门决算公开相关信息统计表"
]

const allClasses = ["301", "303", "302", "307", "309", "310", "311", "312", "313", "399"]

const tables = ({ year, statement, chance }: LayoutInput): ReadonlyArray<Block> => {
  const { sheets, unit } = statement
  const numbers = { nothing: chance.happens(0.8) ? "" : "0.00", thousands: unit === "元" && chance.happens(0.5) }
  const codes: CodeGridStyle = {
    codes: "one",
    codeLabel: "科目代码",
    nameLabel: "科目名称",
    itemLabel: "项目",
    numbered: true,
    totalAt: "top",
    indented: false,
    numbers
  }
  const unitLine = `${year.isDepartment ? "部门" : "单位"}名称：${year.unit}`
  const captions = (index: number) => [
    `公开${String(index).padStart(2, "0")}表`,
    unitLine,
    `${year.year}年度`,
    `金额单位：${unit}`
  ]
  const words = (index: number, kind: (typeof sheets)[keyof typeof sheets]["kind"], note: string) => ({
    kind,
    title: tableTitles[index - 1] ?? "",
    captions: captions(index),
    notes: [note]
  })
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
    surplus: year.year >= 2022 ? "使用非财政拨款结余(含专用结余)" : "用事业基金弥补收支差额",
    total: "总计"
  }
  const summary = twoSidedGrid(sheets.summary, summarySides(sheets, sides))
  const fiscal = twoSidedGrid(sheets.fiscal, fiscalSides(sheets, sides))
  const income = codeGrid(sheets.income, incomeHeadings(), codes)
  const expenditure = codeGrid(sheets.expenditure, expenditureHeadings(), codes)
  const governmentFund = codeGrid(sheets.governmentFund, flowHeadings(spendingHeadings("小计", "本年支出")), codes)
  const official = horizontalGrid(
    sheets.official,
    [
      { label: "预算数", below: officialHeadings("budget") },
      { label: "决算数", below: officialHeadings("actual") }
    ],
    numbers,
    true
  )
  const line = (label: string, number: number | string, row: string, isCount = false) => ({
    label,
    line: String(number),
    row,
    columns: ["amount"],
    sheet: "statistics" as const,
    isCount
  })
  const band = (label: string, number = "行次", count = "统计数") => ({
    label,
    line: number,
    columns: [undefined],
    count
  })
  const statistics = listGrid(
    [sheets.statistics],
    [rowOf([cell("项目"), cell("行次"), cell("统计数")])],
    [
      band("一、政府采购情况", ""),
      line("合计", 1, "procurement.total"),
      line("货物", 2, "procurement.goods"),
      line("工程", 3, "procurement.works"),
      line("服务", 4, "procurement.services"),
      band("二、机关运行经费", ""),
      line("（一）行政单位", 5, "cost.administrative"),
      line("（二）参照公务员法管理事业单位", 6, "cost.civilServiceLike"),
      band("三、国有资产占用情况", ""),
      line("（一）车辆数合计（辆）", 7, "vehicles.total", true),
      ...vehicleKinds.map((kind, index) => line(`${index + 1}.${kind}`, 8 + index, `vehicles.${index + 1}`, true)),
      line("（二）单价100万元（含）以上设备（不含车辆）", 17, "equipment", true)
    ],
    { numbers, lineNumbers: true }
  )
  const empty = (rows: number) => (rows <= 1 ? ["说明：本表无数据"] : [])
  const drawn = [
    tableOf(
      chance,
      words(1, "summary", "注：本表反映部门本年度的总收支和年末结转结余情况。金额单位换算时可能存在尾数误差。"),
      summary
    ),
    tableOf(chance, words(2, "income", "注：本表反映部门本年度取得的各项收入情况。"), income),
    tableOf(chance, words(3, "expenditure", "注：本表反映部门本年度各项支出情况。"), expenditure),
    tableOf(chance, words(4, "fiscal", "注：本表反映部门本年度财政拨款总收支和年末结转结余情况。"), fiscal),
    tableOf(
      chance,
      words(5, "general", "注：本表反映部门本年度一般公共预算财政拨款支出情况。"),
      codeGrid(sheets.general, spendingHeadings("小计", "本年支出"), codes)
    ),
    tableOf(
      chance,
      words(6, "basic", "注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。"),
      basicGrid(sheets.basic, {
        blocks: 4,
        labels: ["科目代码", "科目名称", "决算数"],
        numbers,
        onlyUsed: false,
        classes: allClasses
      })
    ),
    tableOf(
      chance,
      words(7, "governmentFund", "注：本表反映部门本年度政府性基金预算财政拨款收入、支出及结转和结余情况。"),
      governmentFund
    ),
    tableOf(
      chance,
      words(8, "stateCapital", "注：本表反映部门本年度国有资本经营预算财政拨款支出情况。"),
      codeGrid(sheets.stateCapital, spendingHeadings("合计", "本年支出"), codes)
    ),
    tableOf(
      chance,
      words(
        9,
        "official",
        "注：本表反映部门本年度“三公”经费支出预决算情况。其中，预算数为全年预算数，反映按规定程序调整后的预算数；决算数包括当年财政拨款和以前年度结转资金安排的实际支出。"
      ),
      official
    ),
    tableOf(
      chance,
      words(10, "statistics", "注：本表反映部门本年度政府采购、机关运行经费和国有资产占用情况。"),
      statistics
    )
  ]
  return drawn.flatMap((table) => {
    const rows = table.kind === "governmentFund" || table.kind === "stateCapital" ? sheets[table.kind].rows : undefined
    return [{ ...table, notes: [...table.notes, ...(rows ? empty(rows.length) : [])] }, { block: "page" } as const]
  })
}

const overall = (input: LayoutInput, of: Facts, words: Words): ReadonlyArray<Block> => {
  const { year, chance } = input
  const { amount, percent, change } = words
  const because = (now: number, before: number): Part =>
    words.isUnchanged(now, before) ? "。" : `。主要原因是${reasonFor(chance, now, before)}。`
  const now: Part = { part: "year", text: `${year.year}年度` }
  const sources = of.incomeBySource.map((source, index) =>
    paragraph(
      `${source.name}`,
      amount(source.amount),
      "万元，占比",
      percent(source.amount, of.income, "share", [of.total]),
      index === of.incomeBySource.length - 1 ? "。" : "；"
    )
  )
  const spending = [
    { name: "基本支出", amount: of.basic },
    { name: "项目支出", amount: of.project },
    { name: "经营支出", amount: of.operating }
  ].filter((one) => one.amount > 0)
  return [
    heading(2, "一、收入支出决算总体情况说明"),
    paragraph(
      now,
      "收入总计",
      amount(of.total),
      "万元，支出总计",
      amount(of.total),
      "万元。与上年相比，收入总计",
      change(of.total, of.lastTotal),
      "，支出总计",
      change(of.total, of.lastTotal),
      because(of.total, of.lastTotal)
    ),
    heading(2, "二、收入决算情况说明"),
    paragraph(now, "收入合计", amount(of.income), "万元，其中："),
    ...sources,
    heading(2, "三、支出决算情况说明"),
    paragraph(now, "支出合计", amount(of.expenditure), "万元，其中："),
    ...spending.map((one, index) =>
      paragraph(
        one.name,
        amount(one.amount),
        "万元，占比",
        percent(one.amount, of.expenditure, "share", [of.total]),
        index === spending.length - 1 ? "。" : "；"
      )
    ),
    heading(2, "四、财政拨款收支决算总体情况说明"),
    paragraph(
      now,
      "财政拨款收入总计",
      amount(of.fiscalTotal),
      "万元，支出总计",
      amount(of.fiscalTotal),
      "万元。与上年相比，财政拨款收入总计",
      change(of.fiscalTotal, of.lastFiscalTotal),
      "；财政拨款支出总计",
      change(of.fiscalTotal, of.lastFiscalTotal),
      because(of.fiscalTotal, of.lastFiscalTotal)
    )
  ]
}

const general = (input: LayoutInput, of: Facts, words: Words): ReadonlyArray<Block> => {
  const { year, chance } = input
  const { amount, percent, change } = words
  const all = of.general
  const because = (now: number, before: number) =>
    words.isUnchanged(now, before) ? "" : `，主要原因是${reasonFor(chance, now, before)}`
  const completion = (initial: number, actual: number): ReadonlyArray<Part> =>
    initial === 0
      ? ["年初预算", amount(0, "initial"), "万元，支出决算", amount(actual), "万元"]
      : [
          "年初预算",
          amount(initial, "initial"),
          "万元，支出决算",
          amount(actual),
          "万元，完成年初预算的",
          percent(actual, initial, "completion")
        ]
  const usedFor = (basic: number, project: number): ReadonlyArray<Part> => [
    "，用于",
    ...(basic > 0 ? ["基本支出", amount(basic), "万元"] : []),
    ...(basic > 0 && project > 0 ? ["，"] : []),
    ...(project > 0 ? ["项目支出", amount(project), "万元"] : [])
  ]
  return [
    heading(2, "五、一般公共预算财政拨款支出决算情况说明"),
    heading(3, "（一）一般公共预算财政拨款支出决算总体情况"),
    paragraph(
      `${year.year}年一般公共预算财政拨款支出决算`,
      amount(all.spent),
      "万元，占本年支出合计的",
      percent(all.spent, of.expenditure, "share", [of.total]),
      "。与上年相比，一般公共预算财政拨款支出",
      change(all.spent, all.last),
      because(all.spent, all.last),
      "。"
    ),
    heading(3, "（二）一般公共预算财政拨款支出决算结构情况"),
    paragraph(`${year.year}年度一般公共预算财政拨款支出`, amount(all.spent), "万元，主要用于以下方面："),
    ...of.classes.map((one, index) =>
      paragraph(
        `${one.name}（类）`,
        amount(one.spent),
        "万元，占比",
        percent(one.spent, all.spent, "share", [of.expenditure]),
        index === of.classes.length - 1 ? "。" : "；"
      )
    ),
    heading(3, "（三）一般公共预算财政拨款支出决算具体情况"),
    paragraph(`${year.year}年度一般公共预算财政拨款支出`, completion(all.initial, all.spent), "。其中："),
    ...of.classes.map((one) =>
      paragraph(
        one.name,
        completion(one.initial, one.spent),
        usedFor(one.basic, one.project),
        "。较上年决算",
        change(one.spent, one.last),
        because(one.spent, one.last),
        "。"
      )
    ),
    heading(2, "六、一般公共预算财政拨款基本支出决算情况说明"),
    paragraph(`${year.year}年度一般公共预算财政拨款基本支出`, amount(all.basic), "万元，其中："),
    paragraph("人员经费", amount(of.personnel), "万元，主要包括", itemList(input, of.personnelNames, true), "；"),
    paragraph("公用经费", amount(of.running), "万元，主要包括", itemList(input, of.runningNames, false), "。")
  ]
}

const otherFunds = (of: Facts, { amount }: Words): ReadonlyArray<Block> => {
  const fund = of.governmentFund
  const has = fund.opening + fund.income + fund.spent > 0
  return [
    heading(2, "七、政府性基金预算财政拨款收支决算情况说明"),
    has
      ? paragraph(
          "政府性基金预算财政拨款年初结转和结余",
          amount(fund.opening),
          "万元，本年收入",
          amount(fund.income),
          "万元，本年支出",
          amount(fund.spent),
          "万元，年末结转和结余",
          amount(fund.closing),
          "万元。"
        )
      : paragraph("本年度无此项收支。"),
    heading(2, "八、国有资本经营预算财政拨款支出决算情况说明"),
    of.stateCapital.spent > 0
      ? paragraph("国有资本经营预算财政拨款本年支出", amount(of.stateCapital.spent), "万元。")
      : paragraph("本年度无此项支出。")
  ]
}

const officialNames = [
  ["abroad", "因公出国（境）费"],
  ["purchase", "公务用车购置费"],
  ["running", "公务用车运行维护费"],
  ["reception", "公务接待费"]
] as const

const official = (input: LayoutInput, of: Facts, words: Words): ReadonlyArray<Block> => {
  const { year, chance } = input
  const { amount, percent, count } = words
  const { budget, actual, last } = of.official
  const compared = (now: number, before: number): ReadonlyArray<Part> =>
    words.isUnchanged(now, before)
      ? ["，", { part: "unchanged", text: "与上年相同" }]
      : ["，比上年度", ...words.change(now, before), `，主要原因是：${reasonFor(chance, now, before)}`]
  const completed = (now: number, planned: number): ReadonlyArray<Part> =>
    planned === 0 ? [] : ["，完成全年预算的", percent(now, planned, "completion")]
  const { counts } = year
  return [
    heading(2, "九、财政拨款“三公”经费支出决算情况说明"),
    heading(3, "（一）“三公”经费财政拨款支出决算总体情况说明"),
    paragraph(
      `${year.year}年度“三公”经费财政拨款支出全年预算`,
      amount(budget.total),
      "万元，支出决算",
      amount(actual.total),
      "万元",
      completed(actual.total, budget.total),
      compared(actual.total, last.total),
      "。其中："
    ),
    ...officialNames.map(([item, name], index) =>
      paragraph(
        `${name}支出`,
        amount(actual[item]),
        "万元",
        completed(actual[item], budget[item]),
        compared(actual[item], last[item]),
        index === officialNames.length - 1 ? "。" : "；"
      )
    ),
    heading(3, "（二）“三公”经费财政拨款支出决算具体情况说明"),
    paragraph(
      "1、因公出国（境）费支出",
      amount(actual.abroad),
      "万元，出国（境）团组共",
      count(counts.groups, "groups"),
      "个，",
      count(counts.travellers, "travellers"),
      "人次。"
    ),
    paragraph(
      "2、公务用车购置支出",
      amount(actual.purchase),
      "万元，使用财政拨款共购置公务用车",
      count(counts.purchased, "purchased"),
      "辆。"
    ),
    paragraph(
      "3、公务用车运行维护费支出",
      amount(actual.running),
      "万元，使用财政拨款负担的公务用车保有量共",
      count(of.vehicles, "vehicles"),
      "辆，主要用于公务出行的燃料费、维修费和过路过桥费等。"
    ),
    paragraph(
      "4、公务接待费支出",
      amount(actual.reception),
      "万元，共接待",
      count(counts.receptions, "receptions"),
      "批次，",
      count(counts.guests, "guests"),
      "人次。其中：国内接待费",
      amount(actual.reception),
      "万元，共接待",
      count(counts.receptions, "receptions"),
      "批次，",
      count(counts.guests, "guests"),
      "人次；国（境）外接待费",
      amount(0),
      "万元，共接待0批次，0人次。"
    )
  ]
}

const others = (input: LayoutInput, of: Facts, words: Words): ReadonlyArray<Block> => {
  const { year, chance } = input
  const { amount, percent, count } = words
  const { operatingCost, procurement } = year
  const shares = (): ReadonlyArray<Part> =>
    of.procurement === 0
      ? ["。"]
      : [
          "。政府采购授予中小企业合同金额",
          amount(procurement.smallAndMedium),
          "万元，占政府采购支出总额的",
          percent(procurement.smallAndMedium, of.procurement, "share"),
          "。其中：授予小微企业合同金额",
          amount(procurement.smallAndMicro),
          "万元，占政府采购支出总额的",
          percent(procurement.smallAndMicro, of.procurement, "share", [procurement.smallAndMedium]),
          "。"
        ]
  const kinds = vehicleKinds
    .map((name, index) => [name, year.vehicles[index] ?? 0] as const)
    .filter(([, number]) => number > 0)
  const cost =
    year.kind === "institution"
      ? paragraph("本单位为事业单位，无机关运行经费支出。")
      : paragraph(
          `${year.year}年机关运行经费支出`,
          amount(operatingCost.now),
          "万元，",
          words.isUnchanged(operatingCost.now, operatingCost.last)
            ? [{ part: "unchanged", text: "与上年持平" } as const, "。"]
            : [
                `比${year.year - 1}年`,
                ...words.change(operatingCost.now, operatingCost.last),
                `，主要原因是${reasonFor(chance, operatingCost.now, operatingCost.last)}。`
              ]
        )
  return [
    heading(2, "十、其他重要事项情况说明"),
    heading(3, "（一）机关运行经费支出情况说明"),
    cost,
    heading(3, "（二）政府采购情况说明"),
    paragraph(
      `${year.year}年度政府采购支出总额`,
      amount(of.procurement),
      "万元，其中：政府采购货物支出",
      amount(procurement.goods),
      "万元、政府采购工程支出",
      amount(procurement.works),
      "万元、政府采购服务支出",
      amount(procurement.services),
      "万元",
      shares()
    ),
    heading(3, "（三）国有资产占用情况说明"),
    paragraph(
      `截至${year.year}年12月31日，本部门（单位）共有车辆`,
      count(of.vehicles, "vehicles"),
      "辆",
      kinds.length === 0
        ? ""
        : [
            "。其中：",
            ...kinds.flatMap(([name, number], index) => [
              index === 0 ? name : `、${name}`,
              count(number, "vehicle-kind"),
              "辆"
            ])
          ],
      "。单价100万元（含）以上设备（不含车辆）",
      count(year.equipment, "equipment"),
      "台（套）。"
    )
  ]
}

export const shanxi: Layout = (input) => {
  const { year, chance } = input
  const of = facts(year)
  const words = wordsOf(wordStyleOf(chance, { zero: "0", thousands: chance.happens(0.7) }))
  const who = year.isDepartment ? "部门" : "单位"
  const rooms = chance.some(offices, chance.whole(3, 8))
  const evaluations = evaluationBlocks(input, words)
  return {
    blocks: [
      { block: "cover", lines: [year.unit, `${year.year}年度部门决算公开`] },
      {
        block: "contents",
        lines: [
          ["第一部分 概况", 1],
          [`一、本${who}职责`, 1],
          ["二、机构设置情况", 1],
          [`第二部分 ${year.year}年部门决算表`, 2],
          ...tableTitles.map((title, index) => [`${chineseNumber(index + 1)}、${title}`, index + 2] as const),
          ["第三部分 情况说明", 15],
          ["第四部分 名词解释", 18],
          ["第五部分 附件", 18]
        ]
      },
      heading(1, "第一部分 概况"),
      heading(2, `一、本${who}职责`),
      paragraph(
        `主要承担${year.trade.duty}等职责。负责贯彻落实国家和省、市有关法律法规，服务全县${chance.whole(8, 30)}个乡镇、${chance.whole(90, 600)}个行政村，“十四五”期间推进${chance.whole(3, 12)}项重点改革。`
      ),
      heading(2, "二、机构设置情况"),
      paragraph(`根据主要职责，${year.unit}设${rooms.length}个内设机构，分别是：${rooms.join("、")}。`),
      heading(1, `第二部分 ${year.year}年部门决算表`),
      ...tables(input),
      heading(1, "第三部分 情况说明"),
      ...overall(input, of, words),
      ...general(input, of, words),
      ...otherFunds(of, words),
      ...official(input, of, words),
      ...others(input, of, words),
      ...evaluations.summary,
      heading(1, "第四部分 名词解释"),
      paragraph("一、财政拨款收入：指单位从同级财政部门取得的财政预算资金。"),
      paragraph("二、基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用经费支出。"),
      paragraph("三、“三公”经费：指用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费支出。"),
      heading(1, "第五部分 附件"),
      ...evaluations.forms
    ]
  }
}
