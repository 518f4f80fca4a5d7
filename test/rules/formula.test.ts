/** 公式: what each node computes, how it reads in Chinese, and which inputs it has. Expected values are worked out by hand. */
import { type Figure, type FigureValue, Quantities, type Selection, type Unit } from "@juesuan/domain"
import {
  type Formula,
  type FigureSource,
  Formulas,
  applyRule,
  defineRule,
  derived,
  describe as inChinese,
  describeValue,
  evaluate,
  explain,
  inputsOf
} from "@juesuan/rules"
import { describe, expect, it } from "vitest"

const { freeUnit, points, quantity, ratio, yuan } = Quantities
const {
  banded,
  compares,
  constant,
  difference,
  greatest,
  inTenThousandYuan,
  is,
  least,
  notApplicable,
  parameter,
  product,
  quotient,
  reference,
  rounded,
  select,
  sum,
  sumOver,
  when
} = Formulas

const citation = { document: "测试依据", verified: true }

const figure = (ref: string, label: string, value: FigureValue): Figure => ({
  ref,
  label,
  value,
  because: { _tag: "Stated", events: ["year-1-2024@1"] }
})
const amount = (text: string, unit: Unit): FigureValue => ({ _tag: "Quantity", quantity: quantity(text, unit) })

const figures = [
  figure("budget", "全年预算数", amount("3000", yuan)),
  figure("spent", "全年执行数", amount("1000", yuan)),
  figure("none", "零预算", amount("0", yuan)),
  figure("weight", "分值", amount("10", points)),
  figure("category", "单位类别", { _tag: "Text", text: "行政单位" }),
  figure("unstated", "未填数", { _tag: "NoValue", noValue: { _tag: "InputMissing", input: "未填数" } })
]
const [budget, spent, none, weight] = [
  reference("budget", "全年预算数", yuan),
  reference("spent", "全年执行数", yuan),
  reference("none", "零预算", yuan),
  reference("weight", "分值", points)
]
const category = reference("category", "单位类别", "words")
const unstated = reference("unstated", "未填数", yuan)
const unknown = reference("unknown", "不存在的数", yuan)

const payments: Selection = { account: "payment", functional: ["201"], kind: ["basic"] }
const source: FigureSource = {
  figureAt: (ref) => figures.find((known) => known.ref === ref),
  sumOf: (selection) =>
    selection === payments
      ? { total: Quantities.fenOfText("123.45"), count: 7 }
      : { total: Quantities.zeroFen, count: 0 }
}
const one = constant(quantity("1", ratio))
const hundred = constant(quantity("100.00", yuan))

const cases: ReadonlyArray<{ readonly formula: Formula; readonly value: string; readonly text: string }> = [
  { formula: budget, value: "3000.00元", text: "全年预算数" },
  { formula: parameter("起点", quantity("0.6", ratio), citation), value: "60%", text: "起点" },
  { formula: constant("优"), value: "优", text: "优" },
  { formula: one, value: "100%", text: "100%" },
  { formula: sum(budget, spent), value: "4000.00元", text: "全年预算数 + 全年执行数" },
  { formula: sum(budget), value: "3000.00元", text: "全年预算数" },
  { formula: sumOver("各项", [budget, spent], yuan), value: "4000.00元", text: "合计(各项：全年预算数、全年执行数)" },
  { formula: sumOver("各项", [], freeUnit("辆")), value: "0辆", text: "合计(各项：无)" },
  { formula: difference(spent, budget), value: "-2000.00元", text: "全年执行数 − 全年预算数" },
  {
    formula: difference(budget, difference(spent, hundred)),
    value: "2100.00元",
    text: "全年预算数 − (全年执行数 − 100.00元)"
  },
  {
    formula: difference(difference(budget, spent), hundred),
    value: "1900.00元",
    text: "全年预算数 − 全年执行数 − 100.00元"
  },
  {
    formula: product(weight, quotient(spent, budget)),
    value: "3.33333333…分",
    text: "分值 × (全年执行数 ÷ 全年预算数)"
  },
  { formula: quotient(spent, budget), value: "33.33333333…%", text: "全年执行数 ÷ 全年预算数" },
  {
    formula: quotient(sum(spent, spent), budget),
    value: "66.66666666…%",
    text: "(全年执行数 + 全年执行数) ÷ 全年预算数"
  },
  { formula: least(spent, budget), value: "1000.00元", text: "min(全年执行数, 全年预算数)" },
  { formula: greatest(spent, budget, none), value: "3000.00元", text: "max(全年执行数, 全年预算数, 零预算)" },
  {
    formula: rounded(product(weight, least(quotient(spent, budget), one)), 2),
    value: "3.33分",
    text: "四舍五入(分值 × min(全年执行数 ÷ 全年预算数, 100%), 2 位小数)"
  },
  {
    formula: rounded(product(weight, quotient(spent, budget)), 1, "ceiling"),
    value: "3.4分",
    text: "向上舍入(分值 × (全年执行数 ÷ 全年预算数), 1 位小数)"
  },
  {
    formula: rounded(product(weight, quotient(spent, budget)), 0, "floor"),
    value: "3分",
    text: "向下舍入(分值 × (全年执行数 ÷ 全年预算数), 0 位小数)"
  },
  {
    formula: banded(
      weight,
      [
        [quantity("10", points), "优"],
        [quantity("8", points), "良"]
      ],
      "差"
    ),
    value: "优",
    text: "分档(分值，≥ 10分 为 优，≥ 8分 为 良，其余为 差)"
  },
  {
    formula: banded(weight, [[quantity("10.01", points), quantity("1", ratio)]], quantity("0", ratio)),
    value: "0%",
    text: "分档(分值，≥ 10.01分 为 100%，其余为 0%)"
  },
  { formula: select(payments), value: "123.45元", text: "支付(功能科目 201，基本支出)" },
  {
    formula: inTenThousandYuan(sum(budget, spent)),
    value: "0.4万元",
    text: "(全年预算数 + 全年执行数) ÷ 10000"
  },
  {
    formula: when(is(category, "行政单位", "参公单位"), budget, notApplicable("不是行政单位")),
    value: "3000.00元",
    text: "若单位类别为行政单位或参公单位则 全年预算数，否则 不适用(不是行政单位)"
  },
  {
    formula: when(is(category, "事业单位"), budget, notApplicable("不是事业单位")),
    value: "（不适用：不是事业单位）",
    text: "若单位类别为事业单位则 全年预算数，否则 不适用(不是事业单位)"
  },
  {
    formula: when(compares(none, "<=", constant(quantity("0", yuan))), one, quotient(spent, none)),
    value: "100%",
    text: "若零预算 ≤ 0.00元则 100%，否则 全年执行数 ÷ 零预算"
  },
  { formula: quotient(spent, none), value: "（零预算为零，不能作除数）", text: "全年执行数 ÷ 零预算" },
  { formula: sum(budget, unknown), value: "（缺少不存在的数）", text: "全年预算数 + 不存在的数" },
  { formula: sum(unstated, budget), value: "（缺少未填数）", text: "未填数 + 全年预算数" }
]

describe("公式", () => {
  it.each(cases)("$text", ({ formula, text, value }) => {
    expect(inChinese(formula)).toBe(text)
    expect(describeValue(evaluate(formula, source).value)).toBe(value)
  })

  it("大小比较的五种写法在边界上各得其所", () => {
    const signs = ["<", "<=", "=", ">=", ">"] as const
    const holds = (left: string) =>
      signs.filter((sign) => {
        const condition = compares(constant(quantity(left, yuan)), sign, constant(quantity("2", yuan)))
        return describeValue(evaluate(when(condition, constant("是"), constant("否")), source).value) === "是"
      })
    expect(holds("1.99")).toEqual(["<", "<="])
    expect(holds("2.00")).toEqual(["<=", "=", ">="])
    expect(holds("2.01")).toEqual([">=", ">"])
  })

  it("四舍五入在一半处离开零", () => {
    const half = (text: string) => describeValue(evaluate(rounded(constant(quantity(text, points)), 2), source).value)
    expect(["0.125", "-0.125", "0.1249999", "2.675", "1.005"].map(half)).toEqual([
      "0.13分",
      "-0.13分",
      "0.12分",
      "2.68分",
      "1.01分"
    ])
  })

  it("单位不同不能相加，也不能相乘、相除", () => {
    expect(() => evaluate(sum(budget, weight), source)).toThrow("different units")
    expect(() => evaluate(product(budget, weight), source)).toThrow("must be a ratio")
    expect(() => evaluate(quotient(budget, weight), source)).toThrow("quotient of")
    expect(() => evaluate(sum(budget, category), source)).toThrow("words where a quantity is wanted")
  })

  it("理由里只有看过的数：没有走到的分支不在其中", () => {
    const formula = when(compares(none, "=", constant(quantity("0", yuan))), spent, budget)
    expect(inputsOf(formula).flatMap((input) => (input._tag === "Reference" ? input.ref : []))).toEqual([
      "none",
      "spent",
      "budget"
    ])
    expect(evaluate(formula, source).inputs.map(({ ref }) => ref)).toEqual(["none", "spent"])
  })

  it("缺一项时仍列出其余各项，同一数只列一次", () => {
    expect(evaluate(sum(unstated, budget, spent, budget), source).inputs.map(({ ref }) => ref)).toEqual([
      "unstated",
      "budget",
      "spent"
    ])
  })
})

describe("规则", () => {
  const rate = defineRule({
    id: "test.execution-score",
    label: "预算执行率得分",
    citation,
    jurisdiction: "national",
    inForceFrom: "2020-01-01",
    inputs: {
      weight: { label: "预算执行率分值", kind: points },
      disbursed: { label: "全年执行数", kind: yuan },
      budgeted: { label: "全年预算数", kind: yuan }
    },
    kind: points,
    formula: ({ budgeted, disbursed, weight: of }) => rounded(product(of, least(quotient(disbursed, budgeted), one)), 2)
  })
  const stated = (label: string, text: string, unit: Unit) => figure(label, label, amount(text, unit))
  const inputs = {
    weight: stated("预算执行率分值", "10", points),
    disbursed: stated("全年执行数", "920000.00", yuan),
    budgeted: stated("全年预算数", "1000000.00", yuan)
  }

  it("推导逐行写明数值、公式、依据", () => {
    const score = applyRule(rate, inputs, { ref: "自评/甲/执行率得分" })
    expect(explain(score)).toEqual([
      "预算执行率得分 = 9.2分  ⇐ 四舍五入(预算执行率分值 × min(全年执行数 ÷ 全年预算数, 100%), 2 位小数)  〔测试依据〕",
      "  预算执行率分值 = 10分  ⇐ 1 条记录：year-1-2024@1",
      "  全年执行数 = 920000.00元  ⇐ 1 条记录：year-1-2024@1",
      "  全年预算数 = 1000000.00元  ⇐ 1 条记录：year-1-2024@1"
    ])
  })

  it("没有数时说明缺什么，不当作零", () => {
    const missing = applyRule(rate, { ...inputs, budgeted: stated("全年预算数", "0", yuan) }, { ref: "甲" })
    expect(describeValue(missing.value)).toBe("（全年预算数为零，不能作除数）")
  })

  it("写错的输入名不能编译", () => {
    const broken = () =>
      defineRule({
        ...rate,
        // @ts-expect-error: there is no input of this name.
        formula: ({ disbursment }) => rounded(disbursment, 2)
      })
    expect(() => inChinese(broken().formula)).toThrow("undefined")
  })

  it("依赖自身的数是程序的错误，不会无限推下去", () => {
    const circular: Figure = derived(
      { ref: "甲", label: "甲" },
      { rule: rate, formula: sum(budget, reference("甲", "甲", yuan)) },
      { ...source, figureAt: (ref) => (ref === "甲" ? circular : source.figureAt(ref)) }
    )
    expect(() => circular.value).toThrow("depends on itself: 甲")
  })
})
