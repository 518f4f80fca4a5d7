/** 评分规则: worked examples by hand, rule set by rule set; and what holds of every rule of every set. */
import { describe, expect, it, test } from "vitest"
import { type Figure, Quantities } from "@juesuan/domain"
import { applyRule, describe as describeFormula, describeValue, scoringRuleSets, scoringRulesOf } from "@juesuan/rules"
import {
  type Happening,
  achieved,
  adjusted,
  approved,
  booksOf,
  carriedOver,
  declared,
  figuresOf,
  listed,
  paid,
  quantitative,
  reached,
  ruleSet,
  scored,
  valueAt,
  words
} from "./evaluation-books.ts"

const national = ruleSet("national-2020")
const shanxi = ruleSet("shanxi-2024")
const each = scoringRuleSets.map((set) => [set.policy.id, set] as const)
const [zhejiang, hubei, sichuan, shanghai, guangxi] = [
  "zhejiang-2020",
  "hubei-2020",
  "sichuan-2021",
  "shanghai-2020",
  "guangxi-2020"
].map(ruleSet) as [typeof national, typeof national, typeof national, typeof national, typeof national]
/** A tenth of what stands here is what 10 points of weight earn; a place with 20 points earns the double. */
const ofWeight = (set: typeof national, ofTen: string): string =>
  Quantities.text(
    Quantities.times(
      Quantities.quantity(ofTen, Quantities.points),
      Quantities.quantity(set.policy.weights.execution === "20" ? "2" : "1", Quantities.ratio),
      Quantities.points
    )
  )

const asked = (happenings: ReadonlyArray<Happening>, set: typeof national, ref: string): string =>
  valueAt(figuresOf(booksOf([listed("P1", "修路"), ...happenings]), set), ref)

/** 计算得分 of one quantitative indicator. */
const computed = (
  set: typeof national,
  indicator: {
    readonly sign: ">=" | ">" | "=" | "<=" | "<"
    readonly direction: "higher" | "lower" | "exact"
    readonly target: string
    readonly actual: string
    readonly weight: string
  }
): string => {
  const { actual, direction, sign, target, weight } = indicator
  const happenings = [declared("P1", { target: quantitative(target, sign), direction, weight }), reached("P1", actual)]
  return asked(happenings, set, "自评/修路/数量/计算得分")
}

describe("预算执行率得分", () => {
  const example: ReadonlyArray<Happening> = [
    approved("P1", "1000000.00", "1200000.00"),
    adjusted("P1", "supplement", "300000.00"),
    adjusted("P1", "withdrawal", "500000.00"),
    carriedOver("P1", "350000.00"),
    paid("P1", "920000.00")
  ]

  it.each(each)(
    "%s：全年预算数 = 预算编制数 + 调整 + 年初结转，执行率以它为分母，年初预算执行率以预算编制数为分母",
    (_id, set) => {
      expect(asked(example, set, "自评/修路/目标申报数")).toBe("1200000.00元")
      expect(asked(example, set, "自评/修路/预算编制数")).toBe("1000000.00元")
      expect(asked(example, set, "自评/修路/全年预算数")).toBe("1150000.00元")
      expect(asked(example, set, "自评/修路/全年执行数")).toBe("920000.00元")
      expect(asked(example, set, "自评/修路/资金结转结余")).toBe("230000.00元")
      expect(asked(example, set, "自评/修路/执行率")).toBe("80%")
      expect(asked(example, set, "自评/修路/年初预算执行率")).toBe("92%")
      expect(asked(example, set, "自评/修路/执行率得分")).toBe(`${ofWeight(set, "8")}分`)
    }
  )

  it.each(each)("%s：未调整时全年预算数就是预算编制数；两个分母不同，两个执行率就不同", (_id, set) => {
    const unadjusted = [approved("P1", "2400000.00"), paid("P1", "1366133.02")]
    expect(asked(unadjusted, set, "自评/修路/全年预算数")).toBe("2400000.00元")
    expect(asked(unadjusted, set, "自评/修路/执行率")).toBe("56.92220916…%")
    expect(asked(unadjusted, set, "自评/修路/执行率得分")).toBe(set === hubei ? "11.38分" : "5.69分")
    const withdrawn = [...unadjusted, adjusted("P1", "withdrawal", "1033866.98")]
    expect(asked(withdrawn, set, "自评/修路/执行率")).toBe("100%")
    expect(asked(withdrawn, set, "自评/修路/年初预算执行率")).toBe("56.92220916…%")
    expect(asked(withdrawn, set, "自评/修路/执行率得分")).toBe(`${ofWeight(set, "10")}分`)
  })

  it.each(each)("%s：执行率超过100%%时得分以分值为限，执行率照实", (_id, set) => {
    const over = [approved("P1", "100.00"), paid("P1", "150.00")]
    expect(asked(over, set, "自评/修路/执行率")).toBe("150%")
    expect(asked(over, set, "自评/修路/执行率得分")).toBe(`${ofWeight(set, "10")}分`)
    expect(asked(over, set, "自评/修路/资金结转结余")).toBe("-50.00元")
  })

  const withdrawnWhole = [approved("P1", "30000.00"), adjusted("P1", "withdrawal", "30000.00")]

  it("全国：全年预算数为零，办法未作规定，没有执行率，没有得分", () => {
    expect(asked(withdrawnWhole, national, "自评/修路/执行率")).toBe("（全年预算数为零，不能作除数）")
    expect(asked(withdrawnWhole, national, "自评/修路/执行率得分")).toBe("（全年预算数为零，不能作除数）")
  })

  it("浙江：零预算零执行，执行率为100%，得满分；有执行数而无预算，不计分", () => {
    expect(asked(withdrawnWhole, zhejiang, "自评/修路/执行率")).toBe("100%")
    expect(asked(withdrawnWhole, zhejiang, "自评/修路/执行率得分")).toBe("10分")
    expect(asked([...withdrawnWhole, paid("P1", "0.01")], zhejiang, "自评/修路/执行率得分")).toBe(
      "（不适用：全年预算数为零而有执行数）"
    )
    expect(asked([approved("P1", "0.01")], zhejiang, "自评/修路/执行率")).toBe("0%")
  })

  it("湖北：预算执行20分，黄冈的表写作“20分×执行率”", () => {
    expect(asked([approved("P1", "100.00"), paid("P1", "85.00")], hubei, "自评/修路/执行率得分")).toBe("17分")
    expect(asked([approved("P1", "100.00"), paid("P1", "99.99")], hubei, "自评/修路/执行率得分")).toBe("20分")
    expect(asked([approved("P1", "100.00"), paid("P1", "99.97")], hubei, "自评/修路/执行率得分")).toBe("19.99分")
  })

  it("四川：执行率以调整后预算数为分母，名称也这样写；低于90%、年中有调整的须说明原因", () => {
    expect(describeFormula(sichuan.executionRate.formula)).toBe("全年执行数 ÷ 调整后预算数")
    expect(describeFormula(sichuan.initialExecutionRate.formula)).toBe("全年执行数 ÷ 预算编制数")
    expect(sichuan.policy.reasonRequired.rateBelow?.rate).toBe("0.9")
    expect(sichuan.policy.reasonRequired.budgetChanged).toBeDefined()
    expect(scoringRuleSets.filter(({ policy }) => policy.reasonRequired.rateBelow !== undefined)).toEqual([sichuan])
  })

  it("山西：零预算零执行，执行率为零，得零分；有执行数而无预算，不计分", () => {
    expect(asked(withdrawnWhole, shanxi, "自评/修路/执行率")).toBe("0%")
    expect(asked(withdrawnWhole, shanxi, "自评/修路/执行率得分")).toBe("0分")
    expect(asked([...withdrawnWhole, paid("P1", "1.00")], shanxi, "自评/修路/执行率得分")).toBe(
      "（不适用：全年预算数为零而有执行数）"
    )
  })

  it.each(each)("%s：没有申报目标数就是没有，不是零", (_id, set) => {
    expect(asked([approved("P1", "100.00")], set, "自评/修路/目标申报数")).toBe("（缺少目标申报数）")
    expect(asked([approved("P1", "100.00", "0.00")], set, "自评/修路/目标申报数")).toBe("0.00元")
    expect(asked([], set, "自评/修路/年初预算执行率")).toBe("（预算编制数为零，不能作除数）")
  })
})

describe("定量指标计算得分", () => {
  // 正向：达到得满分，未达到按完成比例，四舍五入到两位小数；超过不加分。
  it.each([
    {
      example: "≥ 1519，完成 1320，分值 8：8 × 1320 ÷ 1519 = 6.9519…",
      sign: ">=",
      target: "1519",
      actual: "1320",
      weight: "8",
      score: "6.95分"
    },
    {
      example: "≥ 964，完成 900，分值 10：9.336…",
      sign: ">=",
      target: "964",
      actual: "900",
      weight: "10",
      score: "9.34分"
    },
    { example: "≥ 5，完成 0", sign: ">=", target: "5", actual: "0", weight: "2", score: "0分" },
    { example: "≥ 90，完成 90", sign: ">=", target: "90", actual: "90", weight: "10", score: "10分" },
    { example: "≥ 90，完成 180 不加分", sign: ">=", target: "90", actual: "180", weight: "10", score: "10分" },
    { example: "≥ 3，完成 1，分值 9 恰为 3", sign: ">=", target: "3", actual: "1", weight: "9", score: "3分" },
    { example: "≥ 10，完成 -1 不为负", sign: ">=", target: "10", actual: "-1", weight: "10", score: "0分" },
    { example: "正向的 =，完成 6，指标 12", sign: "=", target: "12", actual: "6", weight: "10", score: "5分" },
    { example: "> 90，完成 91", sign: ">", target: "90", actual: "91", weight: "10", score: "10分" },
    { example: "> 90，完成 89", sign: ">", target: "90", actual: "89", weight: "10", score: "9.89分" }
  ] as const)("正向 $example", ({ actual, score, sign, target, weight }) => {
    for (const set of scoringRuleSets) {
      expect(computed(set, { sign, direction: "higher", target, actual, weight }), set.policy.id).toBe(score)
    }
  })

  // 反向：不高于指标值得满分；高出的，全国按指标值 ÷ 完成值，山西按超出的比例扣。
  it.each([
    {
      example: "≤ 5，完成 1",
      sign: "<=",
      target: "5",
      actual: "1",
      weight: "10",
      inNational: "10分",
      inShanxi: "10分"
    },
    {
      example: "≤ 5，完成 5",
      sign: "<=",
      target: "5",
      actual: "5",
      weight: "10",
      inNational: "10分",
      inShanxi: "10分"
    },
    {
      example: "≤ 5，完成 0",
      sign: "<=",
      target: "5",
      actual: "0",
      weight: "10",
      inNational: "10分",
      inShanxi: "10分"
    },
    {
      example: "≤ 5，完成 6：5÷6 或 1−1÷5",
      sign: "<=",
      target: "5",
      actual: "6",
      weight: "10",
      inNational: "8.33分",
      inShanxi: "8分"
    },
    {
      example: "≤ 5，完成 10：一半，或扣完",
      sign: "<=",
      target: "5",
      actual: "10",
      weight: "10",
      inNational: "5分",
      inShanxi: "0分"
    },
    {
      example: "≤ 5，完成 15",
      sign: "<=",
      target: "5",
      actual: "15",
      weight: "10",
      inNational: "3.33分",
      inShanxi: "0分"
    },
    {
      example: "成本 = 240，完成 136.61：比上限便宜",
      sign: "=",
      target: "240",
      actual: "136.61",
      weight: "10",
      inNational: "10分",
      inShanxi: "10分"
    },
    {
      example: "成本 = 100，完成 125",
      sign: "=",
      target: "100",
      actual: "125",
      weight: "4",
      inNational: "3.2分",
      inShanxi: "3分"
    },
    { example: "< 5，完成 4", sign: "<", target: "5", actual: "4", weight: "10", inNational: "10分", inShanxi: "10分" },
    { example: "< 5，完成 6", sign: "<", target: "5", actual: "6", weight: "10", inNational: "8.33分", inShanxi: "8分" }
  ] as const)("反向 $example", ({ actual, inNational, inShanxi, sign, target, weight }) => {
    const example = { sign, direction: "lower", target, actual, weight } as const
    expect(computed(national, example)).toBe(inNational)
    expect(computed(shanxi, example)).toBe(inShanxi)
  })

  // 适度：偏离指标值多少扣多少，两边一样。
  it.each([
    { example: "完成等于指标", target: "12", actual: "12", weight: "10", score: "10分" },
    { example: "不足：6 ÷ 12", target: "12", actual: "6", weight: "10", score: "5分" },
    { example: "超出同样扣分：(18 − 12) ÷ 12", target: "12", actual: "18", weight: "10", score: "5分" },
    { example: "超出一倍扣完", target: "12", actual: "24", weight: "10", score: "0分" },
    { example: "超出更多不为负", target: "12", actual: "100", weight: "10", score: "0分" }
  ] as const)("适度 $example", ({ actual, score, target, weight }) => {
    for (const set of scoringRuleSets) {
      expect(computed(set, { sign: "=", direction: "exact", target, actual, weight }), set.policy.id).toBe(score)
    }
  })

  it.each([
    [">", "higher"],
    ["<", "lower"]
  ] as const)("符号是 %s 时，完成值等于指标值没有达到，没有计算得分", (sign, direction) => {
    for (const set of scoringRuleSets) {
      expect(computed(set, { sign, direction, target: "90", actual: "90", weight: "10" })).toBe(
        `（不适用：“数量”的实际完成值等于年度指标值，按“${sign}”没有达到，按比例却不扣分）`
      )
    }
  })

  it.each(["0", "-5"])("指标值是 %s 时不能按比例计分，没有计算得分", (target) => {
    for (const set of scoringRuleSets) {
      for (const direction of ["higher", "lower", "exact"] as const) {
        expect(computed(set, { sign: "=", direction, target, actual: "1", weight: "10" })).toBe(
          "（不适用：“数量”的年度指标值不大于零，不能按比例计分）"
        )
      }
    }
  })

  it.each([
    ["<=", "higher", "正向，≤"],
    ["<", "higher", "正向，<"],
    [">=", "lower", "反向，≥"],
    [">", "lower", "反向，>"],
    [">=", "exact", "适度，≥"],
    ["<=", "exact", "适度，≤"]
  ] as const)("符号 %s 与方向 %s 不一致时没有计算得分", (sign, direction, terms) => {
    for (const set of scoringRuleSets) {
      expect(computed(set, { sign, direction, target: "5", actual: "5", weight: "10" })).toBe(
        `（不适用：“数量”的指标方向与符号不一致（${terms}））`
      )
    }
  })

  it.each(each)("%s：没有完成值就没有计算得分；完成值与指标值形式不同也没有", (_id, set) => {
    expect(asked([declared("P1", { target: quantitative("5") })], set, "自评/修路/数量/计算得分")).toBe(
      "（缺少数量实际完成值）"
    )
    const mixed = [declared("P1", { target: quantitative("5") }), achieved("P1", "met", "数量")]
    expect(asked(mixed, set, "自评/修路/数量/计算得分")).toBe(
      "（不适用：“数量”的年度指标值与实际完成值，一个是数值，一个是文字）"
    )
  })
})

describe("定性指标计算得分", () => {
  const withNationalBands = scoringRuleSets.filter((set) => set !== hubei)
  const band = (set: typeof national, weight: string, result: "met" | "partly-met" | "unmet"): string =>
    asked(
      [declared("P1", { indicator: "质量", target: words("保障"), weight }), achieved("P1", result)],
      set,
      "自评/修路/质量/计算得分"
    )

  it.each([
    ["20", "met", "[16, 20]"],
    ["20", "partly-met", "[12, 16)"],
    ["20", "unmet", "[0, 12)"],
    ["10", "partly-met", "[6, 8)"],
    ["15", "met", "[12, 15]"],
    ["2.5", "partly-met", "[1.5, 2)"],
    ["0.01", "partly-met", "[0.01, 0.01]"]
  ] as const)("分值 %s，%s，计算得分是一档 %s，不是一个数", (weight, result, expected) => {
    for (const set of withNationalBands) expect(band(set, weight, result)).toBe(expected)
  })

  it.each([
    ["20", "met", "[16, 20]"],
    ["20", "partly-met", "[10, 16)"],
    ["20", "unmet", "[0, 10)"],
    ["10", "partly-met", "[5, 8)"]
  ] as const)("湖北：分值 %s，%s，中间一档自50%%起：%s", (weight, result, expected) => {
    expect(band(hubei, weight, result)).toBe(expected)
  })

  it.each([
    ["partly-met", "6", "6分"],
    ["partly-met", "7.99", "7.99分"],
    ["partly-met", "8", "（不适用：“质量”的得分不在完成情况所属的一档之内）"],
    ["partly-met", "5.99", "（不适用：“质量”的得分不在完成情况所属的一档之内）"],
    ["partly-met", "2", "（不适用：“质量”的得分不在完成情况所属的一档之内）"],
    ["met", "8", "8分"],
    ["met", "10", "10分"],
    ["met", "7.99", "（不适用：“质量”的得分不在完成情况所属的一档之内）"],
    ["unmet", "0", "0分"],
    ["unmet", "6", "（不适用：“质量”的得分不在完成情况所属的一档之内）"]
  ] as const)("分值10、%s、得分 %s：档内的得分计入计算合计，档外的没有", (result, score, expected) => {
    const happenings = [
      declared("P1", { indicator: "质量", target: words("保障") }),
      achieved("P1", result),
      scored("P1", score, "质量")
    ]
    for (const set of withNationalBands) {
      expect(asked(happenings, set, "自评/修路/质量/计入得分")).toBe(expected)
      expect(asked(happenings, set, "自评/修路/计算指标得分")).toBe(expected)
      expect(asked(happenings, set, "自评/修路/质量/得分")).toBe(`${score}分`)
    }
  })
})

describe("年初未填报成本指标的封顶", () => {
  const cost = (filing: "initial" | "late", more: ReadonlyArray<Happening> = []): ReadonlyArray<Happening> => [
    declared("P1", {
      level2: "成本指标",
      indicator: "租赁成本",
      target: quantitative("240", "=", "万"),
      direction: "lower",
      filing
    }),
    reached("P1", "136.61", "租赁成本"),
    ...more
  ]
  const score = (happenings: ReadonlyArray<Happening>, set: typeof national): string =>
    asked(happenings, set, "自评/修路/租赁成本/计算得分")

  it("山西：年中补报的成本指标最多5分，全国没有这一条", () => {
    expect(score(cost("late"), shanxi)).toBe("5分")
    expect(asked(cost("late"), shanxi, "自评/修路/租赁成本/计算得分（未封顶）")).toBe("10分")
    expect(score(cost("late"), national)).toBe("10分")
  })

  it("只有事件写明年中补报时才封顶", () => {
    expect(score(cost("initial"), shanxi)).toBe("10分")
  })

  it("封顶的规则自己也看申报时间", () => {
    const cap = shanxi.lateCostCap
    if (cap === undefined) throw new Error("no cap")
    const figure = (label: string, value: Figure["value"]): Figure => ({
      ref: label,
      label,
      value,
      because: { _tag: "Stated", events: [] }
    })
    const score = figure("得分", { _tag: "Quantity", quantity: Quantities.quantity("10", Quantities.points) })
    const capped = (text: string): string =>
      describeValue(applyRule(cap, { score, filing: figure("申报时间", { _tag: "Text", text }) }, { ref: "" }).value)
    expect(capped("年中补报")).toBe("5分")
    expect(capped("年初申报")).toBe("10分")
  })

  it("年初已经填报过成本指标的项目不封顶", () => {
    const other = declared("P1", {
      level2: "成本指标",
      indicator: "水费",
      target: quantitative("7", "<="),
      direction: "lower"
    })
    expect(score(cost("late", [other]), shanxi)).toBe("10分")
  })

  it("年中补报的其他指标不封顶", () => {
    const late = [declared("P1", { target: quantitative("5"), filing: "late" }), reached("P1", "5")]
    expect(asked(late, shanxi, "自评/修路/数量/计算得分")).toBe("10分")
  })

  it("一级指标是成本指标的同样封顶", () => {
    const late = [
      declared("P1", { level1: "成本指标", level2: "经济指标", target: quantitative("5"), filing: "late" }),
      reached("P1", "5")
    ]
    expect(asked(late, shanxi, "自评/修路/数量/计算得分")).toBe("5分")
  })

  it("封顶低于分值一档上限时，那一档到封顶为止，含封顶", () => {
    const late = (result: "met" | "partly-met", weight: string) => [
      declared("P1", { level2: "成本指标", indicator: "质量", target: words("节约"), weight, filing: "late" }),
      achieved("P1", result)
    ]
    expect(asked(late("met", "10"), shanxi, "自评/修路/质量/计算得分")).toBe("[5, 5]")
    expect(asked(late("met", "6"), shanxi, "自评/修路/质量/计算得分")).toBe("[4.8, 5]")
    expect(asked(late("partly-met", "8"), shanxi, "自评/修路/质量/计算得分")).toBe("[4.8, 5]")
    expect(asked(late("partly-met", "6"), shanxi, "自评/修路/质量/计算得分")).toBe("[3.6, 4.8)")
  })
})

describe("总得分与等级", () => {
  const withScore = (score: string): ReadonlyArray<Happening> => [
    approved("P1", "100.00"),
    paid("P1", "95.00"),
    declared("P1", { target: quantitative("5"), weight: "90" }),
    reached("P1", "5"),
    scored("P1", score)
  ]

  it.each([
    ["90", "99.5分", "优"],
    ["80.5", "90分", "优"],
    ["80.49", "89.99分", "良"],
    ["70.5", "80分", "良"],
    ["70.49", "79.99分", "中"],
    ["50.5", "60分", "中"],
    ["50.49", "59.99分", "差"],
    ["0", "9.5分", "差"]
  ])("指标得分 %s，加执行率得分 9.5，总得分 %s，等级 %s", (score, total, grade) => {
    for (const set of scoringRuleSets.filter((set) => set !== hubei)) {
      expect(asked(withScore(score), set, "自评/修路/总分")).toBe(total)
      const inShanghai = grade === "中" ? "合格" : grade === "差" ? "不合格" : grade
      expect(asked(withScore(score), set, "自评/修路/等级")).toBe(set === shanghai ? inShanghai : grade)
      expect(asked(withScore(score), set, "自评/修路/计算总分")).toBe("99.5分")
      expect(asked(withScore(score), set, "自评/修路/计算等级")).toBe("优")
    }
  })
})

describe("每个规则集的每条规则", () => {
  it("编号唯一，名称、依据、施行日期齐全；没有核对过的依据写明待核", () => {
    const seen = new Map<string, string>()
    for (const set of scoringRuleSets) {
      const rules = scoringRulesOf(set)
      expect(rules.length).toBeGreaterThan(30)
      for (const rule of rules) {
        expect(rule.label).toMatch(/\p{Script=Han}/u)
        expect(rule.citation.document).toMatch(/\p{Script=Han}/u)
        expect(rule.citation.verified, rule.id).toBe(false)
        expect(rule.citation.article, rule.id).toBeUndefined()
        expect(rule.inForceFrom).toMatch(/^20\d{2}-\d{2}-\d{2}$/u)
        expect(seen.get(rule.id) ?? rule.label, rule.id).toBe(rule.label)
        seen.set(rule.id, rule.label)
      }
      const ids = rules.map(({ id }) => id)
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    }
  })

  it("每条公式用到它申报的每个输入，分值合起来是100分", () => {
    for (const set of scoringRuleSets) {
      for (const rule of scoringRulesOf(set)) {
        if (!("formula" in rule) || !("inputs" in rule)) continue
        const { formula, inputs } = rule as typeof set.executionRate
        const printed = describeFormula(formula)
        if (printed.startsWith("不适用")) continue
        for (const { label } of Object.values(inputs)) expect(printed, rule.id).toContain(label)
      }
      const { execution, indicators } = set.policy.weights
      const sum = Quantities.plus(
        Quantities.quantity(execution, Quantities.points),
        Quantities.quantity(indicators, Quantities.points)
      )
      expect(Quantities.text(sum)).toBe("100")
      for (const split of set.policy.splits) {
        const parts = [split.execution, ...split.groups.map(({ points }) => points)]
        const whole = parts.map((part) => Quantities.quantity(part, Quantities.points)).reduce(Quantities.plus)
        expect(Quantities.text(whole)).toBe("100")
        expect(split.execution).toBe(execution)
      }
    }
  })

  test("打印出来的公式就是办法的说法", () => {
    const about = { indicator: "数量", unit: Quantities.freeUnit("个") }
    expect(describeFormula(national.executionScore.formula)).toBe(
      "四舍五入(预算执行率分值 × max(0%, min(预算执行率, 100%)), 2 位小数)"
    )
    expect(describeFormula(national.executionRate.formula)).toBe("全年执行数 ÷ 全年预算数")
    expect(describeFormula(shanxi.executionRate.formula)).toBe(
      "若全年预算数 = 0.00元则 (若全年执行数 = 0.00元则 零预算零执行时的执行率，否则 不适用(全年预算数为零而有执行数))，否则 全年执行数 ÷ 全年预算数"
    )
    expect(
      describeFormula(national.quantitativeScore({ ...about, direction: "lower", operator: "<=" }).formula)
    ).toContain("四舍五入(分值 × (年度指标值 ÷ max(实际完成值, 年度指标值)), 2 位小数)")
    expect(
      describeFormula(shanxi.quantitativeScore({ ...about, direction: "lower", operator: "<=" }).formula)
    ).toContain("四舍五入(分值 × max(0%, min(100% − (实际完成值 − 年度指标值) ÷ 年度指标值, 100%)), 2 位小数)")
    expect(describeFormula(national.grade.formula)).toBe(
      "分档(总得分，≥ 90分 为 优，≥ 80分 为 良，≥ 60分 为 中，其余为 差)"
    )
  })

  it("超额完成较多的界线是数据，不进入得分", () => {
    expect(scoringRuleSets.map(({ policy }) => [policy.id, policy.overFulfilment.from])).toEqual([
      ["national-2020", "1.2"],
      ["shanxi-2024", "1.2"],
      ["zhejiang-2020", "1.2"],
      ["hubei-2020", "1.2"],
      ["sichuan-2021", "1.2"],
      ["shanghai-2020", "1.2"],
      ["guangxi-2020", "1.3"]
    ])
    expect(scoringRuleSets.flatMap(({ policy }) => policy.overFulfilment.ofZeroFrom ?? [])).toEqual(["30"])
    expect(guangxi.policy.overFulfilment.ofZeroFrom).toBe("30")
  })
})
