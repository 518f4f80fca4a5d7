/** 自评的推导: what the events of a project come to, at which address, and with which reason. */
import { describe, expect, it } from "vitest"
import { deriveEvaluations, describeValue, explain, scoringRuleSets, summarizeEvaluations } from "@juesuan/rules"
import {
  type Happening,
  achieved,
  adjusted,
  adjustedIndicator,
  approved,
  booksOf,
  concluded,
  declared,
  explained,
  figuresOf,
  listed,
  on,
  paid,
  quantitative,
  reached,
  returned,
  reversed,
  ruleSet,
  scope,
  scored,
  valueAt,
  words
} from "./evaluation-books.ts"

const shanxi = ruleSet("shanxi-2024")
const asked = (happenings: ReadonlyArray<Happening>, ref: string): string =>
  valueAt(figuresOf(booksOf(happenings), shanxi), ref)

/** A project with one quantitative and one qualitative indicator, all recorded. */
const road: ReadonlyArray<Happening> = [
  listed("P1", "修路"),
  approved("P1", "1000.00", "1200.00"),
  adjusted("P1", "reduction", "200.00"),
  paid("P1", "640.00"),
  returned("P1", "40.00"),
  declared("P1", { indicator: "里程", target: quantitative("12", ">=", "公里"), weight: "50" }),
  declared("P1", { level2: "质量指标", indicator: "质量", target: words("平整"), weight: "40" }),
  reached("P1", "9", "里程"),
  achieved("P1", "met"),
  scored("P1", "38", "里程"),
  scored("P1", "36", "质量"),
  explained("P1", "尾款未付"),
  explained("P1", "雨季停工", "里程"),
  concluded("P1", { executionScore: "7.5", indicatorScore: "74", total: "81.5", grade: "good" })
]

describe("一个项目的自评", () => {
  it.each([
    ["目标申报数", "1200.00元"],
    ["预算编制数", "1000.00元"],
    ["全年预算数", "800.00元"],
    ["全年执行数", "600.00元"],
    ["资金结转结余", "200.00元"],
    ["执行率", "75%"],
    ["年初预算执行率", "60%"],
    ["偏差原因", "尾款未付"],
    ["执行率得分", "7.5分"],
    ["里程/年度指标值", "≥12公里"],
    ["里程/实际完成值", "9公里"],
    ["里程/分值", "50分"],
    ["里程/得分", "38分"],
    ["里程/计算得分", "37.5分"],
    ["里程/偏差原因", "雨季停工"],
    ["质量/年度指标值", "平整"],
    ["质量/实际完成值", "达成预期指标"],
    ["质量/得分", "36分"],
    ["质量/计算得分", "[32, 40]"],
    ["质量/计算得分下限", "32分"],
    ["质量/计算得分上限", "40分"],
    ["质量/计入得分", "36分"],
    ["质量/偏差原因", "（缺少质量偏差原因）"],
    ["指标得分", "74分"],
    ["总分", "81.5分"],
    ["等级", "良"],
    ["计算指标得分", "73.5分"],
    ["计算总分", "81分"],
    ["计算等级", "良"],
    ["自评结论/执行率得分", "7.5分"],
    ["自评结论/指标得分", "74分"],
    ["自评结论/总分", "81.5分"],
    ["自评结论/等级", "良"]
  ])("自评/修路/%s 是 %s，用项目代码问也一样", (address, expected) => {
    expect(asked(road, `自评/修路/${address}`)).toBe(expected)
    expect(asked(road, `自评/P1/${address}`)).toBe(expected)
  })

  it("记录的和计算的并列，各自加总，理由一直写到事件", () => {
    const figures = figuresOf(booksOf(road), shanxi)
    const total = figures.get("自评/修路/总分")
    const lines = (total === undefined ? [] : explain(total)).map((line) => line.replace(/ {1,2}〔.*$/u, ""))
    expect(lines).toEqual([
      "修路总得分 = 81.5分  ⇐ 预算执行率得分 + 指标得分合计",
      "  修路预算执行率得分 = 7.5分  ⇐ 四舍五入(预算执行率分值 × max(0%, min(预算执行率, 100%)), 2 位小数)",
      "    预算执行率分值 = 10分  ⇐",
      "    修路预算执行率 = 75%  ⇐ 若全年预算数 = 0.00元则 (若全年执行数 = 0.00元则 零预算零执行时的执行率，否则 不适用(全年预算数为零而有执行数))，否则 全年执行数 ÷ 全年预算数",
      "      修路全年预算数 = 800.00元  ⇐ 预算编制数 + 预算调整(项目 P1) + 年初结转和结余(项目 P1)",
      "        修路预算编制数 = 1000.00元  ⇐ 年初预算批复(项目 P1)",
      "          年初预算批复(项目 P1) = 1000.00元  ⇐ 1 笔分录",
      "        预算调整(项目 P1) = -200.00元  ⇐ 1 笔分录",
      "        年初结转和结余(项目 P1) = 0.00元  ⇐ 0 笔分录",
      "      修路全年执行数 = 600.00元  ⇐ 支付(项目 P1)",
      "        支付(项目 P1) = 600.00元  ⇐ 2 笔分录",
      "  修路指标得分合计 = 74分  ⇐ 合计(各指标得分：里程得分、质量得分)",
      "    里程得分 = 38分  ⇐ 1 条记录：project-001-2024-P1@5",
      "    质量得分 = 36分  ⇐ 1 条记录：project-001-2024-P1@6"
    ])
  })

  it("定性指标的计算得分是一档，理由是它的两端，端点由分值和完成情况推出", () => {
    const band = figuresOf(booksOf(road), shanxi).get("自评/修路/质量/计算得分")
    if (band?.because._tag !== "Derived") throw new Error("not derived")
    expect(band.because.formula).toBe("[计算得分下限, 计算得分上限]")
    expect(band.because.inputs.map(({ ref }) => ref)).toEqual([
      "自评/修路/质量/计算得分下限",
      "自评/修路/质量/计算得分上限"
    ])
    expect(explain(band).map((line) => line.trim().split("  ⇐ ")[0])).toEqual([
      "质量计算得分 = [32, 40]",
      "质量计算得分下限 = 32分",
      "质量分值 = 40分",
      "质量实际完成值 = 达成预期指标",
      "达成预期指标一档的下限 = 80%",
      "质量计算得分上限 = 40分",
      "质量分值 = 40分",
      "质量实际完成值 = 达成预期指标",
      "达成预期指标一档的上限 = 100%"
    ])
  })
})

describe("缺了什么就没有什么", () => {
  const graded = [listed("P9", "未公开项目"), approved("P9", "100.00"), paid("P9", "100.00")]

  it("只有等级结论、没有指标的项目：等级照结论，没有总分，并写明缺什么", () => {
    const happenings = [...graded, concluded("P9", { grade: "fair" })]
    expect(asked(happenings, "自评/未公开项目/等级")).toBe("中")
    expect(asked(happenings, "自评/未公开项目/总分")).toBe("（缺少绩效指标）")
    expect(asked(happenings, "自评/未公开项目/指标得分")).toBe("（缺少绩效指标）")
    expect(asked(happenings, "自评/未公开项目/计算等级")).toBe("（缺少绩效指标）")
    expect(asked(happenings, "自评/未公开项目/自评结论/总分")).toBe("（缺少未公开项目自评结论的总分）")
    expect(asked(happenings, "自评/未公开项目/执行率得分")).toBe("10分")
    expect(asked(graded, "自评/未公开项目/等级")).toBe("（缺少未公开项目等级）")
  })

  it("有指标的项目等级只由总得分来，结论写的等级另列", () => {
    const happenings = [...road, concluded("P1", { grade: "excellent" })]
    expect(asked(happenings, "自评/修路/等级")).toBe("良")
    expect(asked(happenings, "自评/修路/自评结论/等级")).toBe("优")
  })

  it("有一个指标没有得分，合计、总分、等级就没有，并点出是哪一个", () => {
    const happenings = road.filter(({ data }) => (data as { score?: string }).score !== "36")
    for (const address of ["质量/得分", "指标得分", "总分", "等级", "质量/计入得分", "计算总分", "计算等级"]) {
      expect(asked(happenings, `自评/修路/${address}`), address).toBe("（缺少质量得分）")
    }
    expect(asked(happenings, "自评/修路/质量/计算得分")).toBe("[32, 40]")
  })
})

describe("以最后说的为准", () => {
  it("指标调整后按调整后的指标值、分值、方向计算", () => {
    const change = {
      indicator: "里程",
      target: quantitative("10", ">=", "公里"),
      direction: "higher",
      weight: "45"
    } as const
    const happenings = [...road, adjustedIndicator("P1", change)]
    expect(asked(happenings, "自评/修路/里程/年度指标值")).toBe("≥10公里")
    expect(asked(happenings, "自评/修路/里程/计算得分")).toBe("40.5分")
  })

  it("同一指标两次记录，业务日期晚的为准，不论先记后记", () => {
    const later = on("2024-12-01", scored("P1", "40", "里程"))
    expect(asked([...road, later], "自评/修路/里程/得分")).toBe("40分")
    expect(asked([later, ...road], "自评/修路/里程/得分")).toBe("40分")
    expect(asked([...road, on("2024-01-01", scored("P1", "40", "里程"))], "自评/修路/里程/得分")).toBe("38分")
  })

  it("红字冲销之后如同没有记过", () => {
    const mistake = scored("P1", "40", "里程")
    const before = road.filter(({ stream }) => stream.startsWith("project-")).length
    expect(asked([...road, mistake], "自评/修路/里程/得分")).toBe("40分")
    expect(asked([...road, mistake, reversed(mistake, before + 1)], "自评/修路/里程/得分")).toBe("38分")
  })
})

describe("地址", () => {
  it("名称里的斜杠不妨碍寻址", () => {
    const slash = [
      listed("P1", "审批/采购"),
      declared("P1", { indicator: "提高审批/采购质量", target: quantitative("5") }),
      reached("P1", "5", "提高审批/采购质量")
    ]
    expect(asked(slash, "自评/审批/采购/提高审批/采购质量/计算得分")).toBe("10分")
    expect(asked(slash, "自评/P1/提高审批/采购质量/计算得分")).toBe("10分")
  })

  it("两个项目同名时各用代码", () => {
    const twins = [listed("P1", "修路"), listed("P2", "修路"), approved("P1", "1.00"), approved("P2", "2.00")]
    const figures = figuresOf(booksOf(twins), shanxi)
    expect(valueAt(figures, "自评/P1/预算编制数")).toBe("1.00元")
    expect(valueAt(figures, "自评/P2/预算编制数")).toBe("2.00元")
    expect(figures.has("自评/修路/预算编制数")).toBe(false)
  })

  it("每个地址一个数，数里写的就是这个地址", () => {
    const figures = figuresOf(booksOf([...road, listed("P2", "修桥"), concluded("P2", {})]), shanxi)
    for (const [ref, figure] of figures) {
      expect(figure.ref).toBe(ref.replace(/^自评\/P1\//u, "自评/修路/").replace(/^自评\/P2\//u, "自评/修桥/"))
    }
  })

  it("别的单位、别的年度的项目不在内", () => {
    const other = { ...listed("P7", "别的年度"), stream: "year-001-2023" }
    const evaluations = deriveEvaluations(booksOf([...road, other]), scope, shanxi)
    expect(evaluations.map(({ project }) => project)).toEqual(["P1"])
  })

  it("项目按代码排列，指标按一级、二级指标归拢，其余照申报的先后", () => {
    const happenings = [
      listed("P2", "修桥"),
      listed("P1", "修路"),
      declared("P1", { indicator: "里程", target: words("足") }),
      declared("P1", { level1: "效益指标", level2: "社会效益", indicator: "便利", target: words("便利") }),
      declared("P1", { level2: "成本指标", indicator: "单价", target: words("省") }),
      declared("P1", { indicator: "宽度", target: words("够") })
    ]
    const evaluations = deriveEvaluations(booksOf(happenings), scope, shanxi)
    expect(evaluations.map(({ name }) => name)).toEqual(["修路", "修桥"])
    expect(evaluations[0]?.indicators.map(({ indicator }) => indicator)).toEqual(["里程", "宽度", "单价", "便利"])
  })
})

describe("自评汇总", () => {
  const happenings: ReadonlyArray<Happening> = [
    ...road,
    listed("P2", "修桥"),
    approved("P2", "2000.50"),
    concluded("P2", { grade: "excellent" }),
    listed("P3", "植树"),
    approved("P3", "0.50"),
    concluded("P3", { grade: "excellent" }),
    listed("P4", "未自评的项目"),
    approved("P4", "9.00")
  ]

  it.each([
    ["自评/项目个数", "4个"],
    ["自评/优", "2个"],
    ["自评/良", "1个"],
    ["自评/中", "0个"],
    ["自评/差", "0个"],
    ["自评/年初预算合计", "3010.00元"]
  ])("%s 是 %s", (ref, expected) => {
    for (const set of scoringRuleSets) {
      const inShanghai = ref.replace("中", "合格").replace("差", "不合格")
      const asCalled = set.policy.id === "shanghai-2020" ? inShanghai : ref
      expect(valueAt(figuresOf(booksOf(happenings), set), asCalled)).toBe(expected)
    }
  })

  it("还没有等级的项目不算在任何等级里，所以项目个数与各等级个数可以不等", () => {
    const ledger = booksOf(happenings)
    const evaluations = deriveEvaluations(ledger, scope, shanxi)
    const summary = summarizeEvaluations(ledger, scope, { evaluations, ruleSet: shanxi })
    expect(Object.values(summary.grades).map(({ value }) => describeValue(value))).toEqual(["2个", "1个", "0个", "0个"])
    expect(summary.projects.because).toEqual({
      _tag: "Stated",
      events: ["year-001-2024@1", "year-001-2024@6", "year-001-2024@8", "year-001-2024@10"]
    })
  })

  it("没有项目的年度", () => {
    const figures = figuresOf(booksOf([]), shanxi)
    expect(valueAt(figures, "自评/项目个数")).toBe("0个")
    expect(valueAt(figures, "自评/优")).toBe("0个")
    expect(valueAt(figures, "自评/年初预算合计")).toBe("（缺少项目）")
  })
})
