/** 自评审核规则: a form that is right in every cell, what each slip in it is found to be, and what is no slip. */
import { readFileSync } from "node:fs"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { foldLedger, type PublishedEvaluation, type PublishedFunds, type PublishedIndicator } from "@juesuan/domain"
import { checkRulesFor, derive, evaluationRules, publishedOf, scoringRuleSets } from "@juesuan/rules"
import * as Result from "effect/Result"
import { sampleEvents } from "./evaluation-books.ts"
import {
  disclosure,
  evaluation,
  findingsOf,
  funds,
  indicator,
  inShort,
  judged,
  points,
  says
} from "./published-evaluation.ts"
import { runs } from "../runs.ts"

/** Right in every cell, by the national measure. */
const indicators = [
  indicator("产出指标/数量指标/养护里程 | ≥120公里 | 118公里 | 20 | 19.67 | 雨季停工"),
  indicator("产出指标/质量指标/验收合格率 | 100% | 100% | 10 | 10"),
  indicator("产出指标/时效指标/完成及时率 | ≥95% | 96% | 10 | 10"),
  indicator("产出指标/成本指标/养护成本 | ≤1.2万元/公里 | 1.19万元/公里 | 10 | 10"),
  indicator("效益指标/社会效益指标/出行便利 | 明显提高 | 明显提高 | 30 | 28 | 路况仍有不足"),
  indicator("满意度指标/服务对象满意度指标/群众满意度 | ≥90% | 92% | 10 | 10")
]
const total = funds(
  {
    source: "年度资金总额",
    initial: "120.00",
    fullYear: "150.00",
    executed: "142.50",
    weight: "10",
    rate: "95.00%",
    score: "9.5"
  },
  "万元"
)
const sources = [
  funds({ source: "其中：当年财政拨款", initial: "120.00", fullYear: "130.00", executed: "122.50" }, "万元"),
  funds({ source: "上年结转资金", initial: "", fullYear: "20.00", executed: "20.00" }, "万元"),
  funds({ source: "其他资金", initial: "", fullYear: "", executed: "" }, "万元")
]
const right = evaluation({
  project: "农村公路养护",
  funds: [total, ...sources],
  indicators,
  total: points("97.17"),
  totalWeight: points("100"),
  grade: "优",
  paragraphs: [says("2024年该项目年初预算120万元，全年预算150万元，实际支出142.5万元，预算执行率95%。")]
})

const withFunds = (change: Partial<PublishedFunds>): PublishedEvaluation => ({
  ...right,
  funds: [{ ...total, ...change }, ...sources]
})
const withIndicator = (name: string, change: (was: PublishedIndicator) => PublishedIndicator): PublishedEvaluation => ({
  ...right,
  indicators: indicators.map((each) => (each.name === name ? change(each) : each))
})
const scoreOf = (name: string, score: string, reason?: string): PublishedEvaluation =>
  withIndicator(name, (was) => ({ ...was, score: points(score), reason: reason ?? was.reason }))
const found = (each: PublishedEvaluation, place?: string): ReadonlyArray<string> =>
  findingsOf(disclosure([each]), place).map(inShort)

describe("没有差错的自评表", () => {
  it("地区不明时没有发现，每条规则都有回话", () => {
    expect(found(right)).toEqual([])
    for (const { id, judge } of evaluationRules()) {
      const judgements = judge(disclosure([right]))
      expect(judgements.length, id).toBeGreaterThan(0)
      for (const { outcome, reason } of judgements)
        if (outcome === "not-applicable" || outcome === "insufficient-data")
          expect(reason?.zh, id).toMatch(/\p{Script=Han}/u)
    }
  })

  it("没有自评的文件，每条规则都是不适用", () => {
    for (const { judge } of evaluationRules())
      expect(judge(disclosure([])).map(({ outcome }) => outcome)).toEqual(["not-applicable"])
  })

  it.each(scoringRuleSets.map(({ policy }) => policy.id))("%s：编号唯一，依据写明待核，说法有中英两种", (place) => {
    const rules = evaluationRules(scoringRuleSets.find(({ policy }) => policy.id === place))
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    for (const { citation, statement } of rules) {
      expect(citation.verified).toBe(false)
      expect(statement.zh).toMatch(/\p{Script=Han}/u)
      expect(statement.en).toMatch(/^[\x20-\x7E−÷×≤≥…]+$/u)
    }
  })
})

describe("算术上的差错是错误", () => {
  it.each<[string, PublishedEvaluation, ReadonlyArray<string>]>([
    [
      "一个分值少写了一位",
      withIndicator("出行便利", (was) => ({ ...was, weight: points("3") })),
      ["error weights-total", "note weight-split", "error score-within-weight"]
    ],
    ["得分高于分值", { ...scoreOf("群众满意度", "11"), total: points("98.17") }, ["error score-within-weight"]],
    ["总分抄错", { ...right, total: points("98.17") }, ["error total-score"]],
    ["总分与等级不符", { ...right, grade: "良" }, ["error grade"]],
    [
      "执行率抄错两位",
      withFunds({ rate: funds({ rate: "59.00%" }).rate }),
      ["error execution-rate", "warning one-rate"]
    ],
    [
      "执行得分与执行率不符",
      { ...withFunds({ score: points("5.9") }), total: points("93.57") },
      ["error execution-score"]
    ],
    [
      "合计不等于各来源之和",
      withFunds({ executed: funds({ executed: "124.50" }, "万元").executed }),
      [
        "error execution-rate",
        "error execution-score",
        "error funds-total",
        "error stated-amounts",
        "error stated-rate"
      ]
    ]
  ])("%s", (_name, each, expected) => {
    expect(found(each)).toEqual(expected)
  })

  it("资金结（转）余 = 全年预算数 − 全年执行数", () => {
    const row = (unspent: string) =>
      judged(
        "unspent",
        disclosure([evaluation({ funds: [funds({ fullYear: "100.00", executed: "60.00", unspent })] })])
      )
    expect(row("40.00")).toEqual([{ outcome: "pass" }])
    expect(row("4.00")[0]?.finding).toMatchObject({ severity: "error", expected: "40元", found: "4.00" })
  })

  it("执行另计分的表，指标分值合计是总分的其余部分；执行不计分的，可以是全部", () => {
    const all = indicators.map((each) => (each.name === "出行便利" ? { ...each, weight: points("40") } : each))
    const judgedAs = (rows: ReadonlyArray<PublishedFunds>) =>
      judged("weights-total", disclosure([evaluation({ funds: rows, indicators: all })]))[0]?.outcome
    expect(judgedAs([funds({ fullYear: "1", executed: "1", rate: "100", score: "10" })])).toBe("fail")
    expect(judgedAs([funds({ fullYear: "1", executed: "1", rate: "100" })])).toBe("pass")
    expect(judgedAs([])).toBe("pass")
    const among = indicator("预算执行/预算执行率/预算执行率 | 100% | 95% | 10 | 9.5 | 尾款")
    const judgedAmong = disclosure([evaluation({ indicators: [...indicators, among], total: points("97.17") })])
    expect(judged("weights-total", judgedAmong)).toEqual([{ outcome: "pass" }])
    expect(judged("total-score", judgedAmong)).toEqual([{ outcome: "pass" }])
  })

  it("一级指标标明的分值与其下各指标之和不符", () => {
    const grouped = indicators.map((each) =>
      each.level1 === "产出指标" ? { ...each, level1: "产出指标（60分）" } : each
    )
    expect(found({ ...right, indicators: grouped })).toEqual(["error weights-of-group"])
  })

  it("发现写明两头、差额、地址与出处", () => {
    const [finding] = findingsOf(disclosure([{ ...right, total: points("98.17") }]))
    expect(finding).toMatchObject({
      expected: "97.17",
      found: "98.17",
      difference: "1",
      message: { zh: "“农村公路养护”的总分 98.17，各项得分相加为 97.17" }
    })
    const [score] = findingsOf(disclosure([scoreOf("群众满意度", "11")]))
    expect(score?.where[0]).toMatchObject({ address: "自评/农村公路养护/群众满意度/得分" })
  })
})

describe("执行率与得分的位数", () => {
  const row = (fullYear: string, executed: string, rate: string, score: string) => {
    const document = disclosure([evaluation({ funds: [funds({ fullYear, executed, rate, score }, "万元")] })])
    return ["execution-rate", "execution-score"].map((rule) => judged(rule, document)[0]?.outcome)
  }
  it.each([
    ["30.00", "20.00", "66.67%", "6.67", "pass", "pass"],
    ["30.00", "20.00", "66.7", "6.7", "pass", "rounding"],
    ["30.00", "20.00", "66.66%", "6.66", "pass", "rounding"],
    ["30.00", "20.00", "67%", "7", "pass", "rounding"],
    ["3000.00", "2000.00", "66.60%", "6.67", "fail", "rounding"],
    ["100.00", "120.00", "100%", "10", "pass", "pass"],
    ["100.00", "120.00", "120%", "10", "pass", "pass"],
    ["100.00", "99.99", "100%", "10", "pass", "pass"]
  ])("预算 %s 执行 %s：%s、%s 分", (...[fullYear, executed, rate, score, ...outcomes]) => {
    expect(row(fullYear, executed, rate, score)).toEqual(outcomes)
  })

  it("整数的得分可能是分档或人工给的，只提醒；全部执行而不给满分、分文未用而给分，怎么都不对", () => {
    const severity = (executed: string, rate: string, score: string) =>
      judged(
        "execution-score",
        disclosure([evaluation({ funds: [funds({ fullYear: "100.00", executed, rate, score })] })])
      )[0]?.finding?.severity
    expect(severity("96.00", "96%", "10")).toBeUndefined()
    expect(severity("85.00", "85%", "10")).toBe("warning")
    expect(severity("100.00", "100%", "8")).toBe("error")
    expect(severity("0.00", "0%", "10")).toBe("error")
    expect(severity("85.00", "85%", "9.5")).toBe("error")
  })

  it("以年初预算数为分母的执行率：提醒，并说出是哪个分母", () => {
    const [judgement] = judged(
      "execution-rate",
      disclosure([
        evaluation({ funds: [funds({ initial: "240.00", fullYear: "136.61", executed: "136.61", rate: "56.92%" })] })
      ])
    )
    expect(judgement?.finding).toMatchObject({
      severity: "warning",
      cause: { kind: "wrong-denominator" },
      expected: "100%"
    })
  })

  it("湖北：20分的执行得分；地区不明时哪一种都不算错", () => {
    const each = evaluation({ funds: [funds({ fullYear: "100.00", executed: "85.00", rate: "85%", score: "17" })] })
    expect(judged("execution-score", disclosure([each]), "hubei-2020")).toEqual([{ outcome: "pass" }])
    expect(judged("execution-score", disclosure([each]))).toEqual([{ outcome: "pass" }])
    expect(judged("execution-score", disclosure([each]), "national-2020")[0]?.finding?.severity).toBe("error")
  })

  it("预算执行都为零：按地方的规定，全国没有规定", () => {
    const each = (rate: string) =>
      disclosure([evaluation({ funds: [funds({ fullYear: "0", executed: "0", rate, score: "0" })] })])
    const severity = (rate: string, place?: string) => judged("zero-budget", each(rate), place)[0]?.finding?.severity
    expect([severity("0"), severity("100")]).toEqual(["note", "note"])
    expect([severity("0", "shanxi-2024"), severity("100", "shanxi-2024")]).toEqual(["note", "warning"])
    expect([severity("0", "zhejiang-2020"), severity("100", "zhejiang-2020")]).toEqual(["warning", "note"])
    expect(judged("execution-score", each("0"))[0]?.outcome).toBe("not-applicable")
  })

  it("没有写明金额单位的表照样核算术，文字里的金额与它不能比", () => {
    const row = funds(
      { initial: "", fullYear: "150.00", executed: "142.50", unspent: "7.50", rate: "95%", score: "9.5" },
      ""
    )
    const parts = [
      funds({ source: "财政拨款", initial: "", fullYear: "150.00", executed: "142.50" }, ""),
      funds({ source: "其他资金", initial: "", fullYear: "", executed: "-" }, "")
    ]
    const each = evaluation({ funds: [row, ...parts], paragraphs: [says("该项目年初预算 9 万元，实际支出 9 万元。")] })
    expect(found(each)).toEqual([])
    expect(found({ ...each, funds: [{ ...row, rate: funds({ rate: "59%" }).rate }, ...parts] })).toEqual([
      "error execution-rate"
    ])
  })

  it("资金来源只列了其中一部分，或者有的是另一项的细目，都不是错", () => {
    const total = funds({ initial: "100", fullYear: "100", executed: "90" })
    const part = funds({ source: "其中：财政拨款", initial: "80", fullYear: "80", executed: "70" })
    const detail = funds({ source: "上级补助", initial: "20", fullYear: "20", executed: "20" })
    const outcome = (...rows: ReadonlyArray<PublishedFunds>) =>
      judged("funds-total", disclosure([evaluation({ funds: [total, ...rows] })])).map(({ outcome }) => outcome)
    expect(outcome(part)).toEqual(["not-applicable", "not-applicable", "not-applicable"])
    expect(outcome({ ...total, source: "财政拨款" }, detail)).toEqual(["pass", "pass", "pass"])
    expect(outcome(part, detail)).toEqual(["pass", "pass", "pass"])
    const other = funds({ source: "其他资金", initial: "10", fullYear: "10", executed: "10" })
    expect(outcome(part, other)).toEqual(["fail", "fail", "fail"])
    expect(outcome({ ...total, source: "其中：甲" }, other)).toEqual(["fail", "fail", "fail"])
    const [half, rest] = [part, detail].map((each) => ({ ...each, source: "明细" }))
    if (half === undefined || rest === undefined) throw new Error("no rows")
    expect(outcome({ ...total, source: "其中：甲" }, half, rest)).toEqual(["pass", "pass", "pass"])
    expect(outcome(part, { ...detail, executed: funds({ executed: "2o" }).executed })).toEqual([
      "pass",
      "pass",
      "insufficient-data"
    ])
  })
})

describe("结论的文字", () => {
  const report = evaluation({
    form: "report",
    project: "房屋租赁",
    funds: [
      funds({
        applied: "2,400,000",
        initial: "2,400,000",
        fullYear: "1,366,133.02",
        executed: "1,366,133.02",
        unspent: "0",
        rate: "100",
        score: "10"
      })
    ],
    indicators: [
      indicator("产出指标/数量指标/面积 | =5424.08平方米 | 5424.08 | 50 | 45 | 未全部使用"),
      indicator("效益指标/社会效益/保障人数 | ≥300人 | 300 | 30 | 30"),
      indicator("满意度指标/服务对象满意度/满意度 | ≥90% | 90 | 10 | 10")
    ],
    grade: "优"
  })
  const of = (text: string): ReadonlyArray<string> =>
    findingsOf(disclosure([{ ...report, paragraphs: [says(text)] }]))
      .map(inShort)
      .filter((each) => each !== "note quantitative-score")

  it("得分与表相符", () => {
    expect(of("综合考虑预算执行情况得分 10 分，指标完成情况得分 85 分，总得分 95 分，属于“优”。")).toEqual([])
    expect(of("综合考虑预算执行情况得分 8 分，指标完成情况得分 85 分，总得分 93 分，属于“优”。")).toEqual([
      "error stated-scores",
      "error stated-scores"
    ])
  })

  it("万元、元、位数各异，在所写位数之内就是相符；约数不核", () => {
    expect(of("该项目年初预算 240 万，实际支出 136.61 万。")).toEqual([])
    expect(of("年初预算2400000元，实际支出1366133.02元。预算执行率")).toEqual([])
    expect(of("年初预算约250万，执行率56.92%")).toEqual(["warning one-rate"])
    expect(of("该项目年初预算 240 万，实际支出 163.61 万，")).toEqual(["error stated-amounts"])
    expect(of("该项目年初预算 24 万，实际支出 136.61 万，")).toEqual(["error stated-amounts"])
    expect(of("该项目年初预算 136.61 万，")).toEqual(["warning stated-amounts"])
    expect(of("累计支出 1636.61 万，三年实际支出 500 万元")).toEqual([])
  })

  it("执行率：两种分母都认，写明了分母就不算两个数；哪种都不是就是错", () => {
    expect(of("年初预算 240 万，实际支出 136.61 万，预算执行率 56.92%。")).toEqual(["warning one-rate"])
    expect(of("预算执行率 100%。")).toEqual([])
    expect(of("预算执行率 59.62%。")).toEqual(["error stated-rate"])
  })
})

describe("给分与规则", () => {
  const only = (line: string, more: Partial<PublishedIndicator> = {}) =>
    disclosure([evaluation({ indicators: [indicator(line, more)] })])
  const verdict = (rule: string, line: string, place?: string, more: Partial<PublishedIndicator> = {}) => {
    const [judgement] = judged(rule, only(line, more), place)
    return judgement?.finding?.severity ?? judgement?.outcome
  }

  it.each([
    ["产出指标/数量指标/户数 | ≥1519户 | 1320 | 8 | 6.95", "pass"],
    ["产出指标/数量指标/户数 | ≥1519户 | 1320户 | 8 | 7", "rounding"],
    ["产出指标/数量指标/户数 | ≥5户 | 0 | 2 | 0", "pass"],
    ["产出指标/数量指标/户数 | ≥300户 | 150户 | 10 | 10", "error"],
    ["产出指标/数量指标/户数 | ≥300户 | 150户 | 10 | 10 | 下半年才开展", "warning"],
    ["产出指标/数量指标/户数 | ≥300户 | 295户 | 10 | 10", "rounding"],
    ["产出指标/数量指标/户数 | ≥300户 | 282户 | 10 | 10", "warning"],
    ["产出指标/数量指标/户数 | ≥300户 | 295户 | 10 | 8", "warning"],
    ["产出指标/数量指标/户数 | ≥300户 | 295户 | 10 | 8 | 质量不高", "note"],
    ["产出指标/时效指标/时长 | =12月 | 6 | 10 | 10 | 半年的费用", "warning"],
    ["产出指标/时效指标/时长 | 12月 | 6月 | 10 | 5", "pass"],
    ["满意度指标/满意度/满意度 | ≥90% | 90 | 10 | 8 | 未及时支付", "note"],
    ["产出指标/成本指标/成本 | =240万 | 136.61 | 10 | 10", "pass"],
    ["产出指标/成本指标/成本 | =240万 | 136.61 | 10 | 5.69", "pass"],
    ["产出指标/成本指标/单价 | ≤100元 | 110元 | 10 | 9.09", "pass"],
    ["产出指标/成本指标/单价 | ≤100元 | 110元 | 10 | 9", "not-applicable"],
    ["产出指标/成本指标/单价 | ≤100元 | 110元 | 10 | 10", "warning"],
    ["产出指标/成本指标/费用 | ≤1万元 | 9000元 | 10 | 10", "pass"],
    ["产出指标/数量指标/次数 | ≥3次 | ≥3次 | 10 | 10", "pass"],
    ["产出指标/数量指标/频次 | 3—5次 | 4次 | 10 | 9", "not-applicable"],
    ["产出指标/时效指标/日期 | 2024年12月31日前 | 2024年12月 | 10 | 9", "not-applicable"],
    ["产出指标/数量指标/面积 | ≥10亩 | 6000平方米 | 10 | 9", "not-applicable"]
  ])("定量 %s：%s", (line, expected) => {
    expect(verdict("quantitative-score", line)).toBe(expected)
  })

  it.each([
    ["产出指标/质量指标/及时 | 及时 | 达成预期指标 | 10 | 8", "pass"],
    ["产出指标/质量指标/及时 | 及时 | 及时 | 10 | 10", "pass"],
    ["产出指标/质量指标/及时 | 及时 | 达成预期指标 | 10 | 7.99 | 略晚", "warning"],
    ["产出指标/质量指标/及时 | 及时 | 部分达成预期指标并具有一定效果 | 10 | 6", "pass"],
    ["产出指标/质量指标/及时 | 及时 | 部分达成预期指标并具有一定效果 | 10 | 2 | 晚", "warning"],
    ["产出指标/质量指标/及时 | 及时 | 部分达成 | 10 | 5.5 | 晚", "not-applicable"],
    ["产出指标/时效指标/时间 | 12月 | 达成预期指标 | 10 | 10", "pass"],
    ["产出指标/质量指标/及时 | 及时 | 收到较好效果 | 10 | 3", "not-applicable"]
  ])("定性 %s：%s", (line, expected) => {
    expect(verdict("qualitative-score", line)).toBe(expected)
  })

  it("地区已知就按那里的办法", () => {
    const partly = "产出指标/质量指标/及时 | 及时 | 部分达成 | 10 | 5.5 | 晚"
    expect(verdict("qualitative-score", partly, "hubei-2020")).toBe("pass")
    expect(verdict("qualitative-score", partly, "national-2020")).toBe("warning")
    const ceiling = "产出指标/成本指标/单价 | ≤100元 | 110元 | 10 | 9"
    expect(verdict("quantitative-score", ceiling, "shanxi-2024")).toBe("pass")
    expect(verdict("quantitative-score", ceiling, "national-2020")).toBe("rounding")
    const late = "产出指标/成本指标/成本 | =240万 | 136.61 | 10 | 5 | 金额较大"
    expect(verdict("quantitative-score", late, "shanxi-2024", { initialTarget: "" })).toBe("pass")
    expect(verdict("quantitative-score", late, "shanxi-2024", { initialTarget: "=240万" })).toBe("note")
  })

  it("低于分值要有原因，超额较多要有原因；有的地方执行率低也要", () => {
    expect(verdict("reason-below-weight", "效益指标/社会效益/便利 | 提高 | 效果较好 | 30 | 28")).toBe("warning")
    expect(verdict("reason-below-weight", "效益指标/社会效益/便利 | 提高 | 效果较好 | 30 | 28 | 宣传不够")).toBe("pass")
    expect(verdict("reason-over-fulfilment", "产出指标/数量指标/次数 | ≥10次 | 12次 | 10 | 10")).toBe("note")
    expect(verdict("reason-over-fulfilment", "产出指标/数量指标/次数 | ≥10次 | 11次 | 10 | 10")).toBe("pass")
    expect(verdict("reason-over-fulfilment", "产出指标/数量指标/次数 | ≥10次 | 12次 | 10 | 10", "guangxi-2020")).toBe(
      "pass"
    )
    expect(verdict("reason-over-fulfilment", "产出指标/数量指标/次数 | ≥0次 | 30次 | 10 | 10", "guangxi-2020")).toBe(
      "note"
    )
    const low = (more: object) =>
      judged(
        "reason-execution",
        disclosure([
          evaluation({ funds: [funds({ initial: "9", fullYear: "9", executed: "8", rate: "88.89%", ...more })] })
        ]),
        "sichuan-2021"
      )[0]
    expect(low({})?.finding?.severity).toBe("warning")
    expect(low({ reason: "尾款未付" })?.outcome).toBe("pass")
    expect(low({ executed: "8.1", rate: "90%" })?.outcome).toBe("pass")
    expect(low({ initial: "10", executed: "9", rate: "100%" })?.finding?.severity).toBe("warning")
  })
})

describe("值得一看的", () => {
  it("完成值全部等于指标值；成本不是实际支出；节约率与资金不合；缺满意度", () => {
    const copied = evaluation({
      funds: [funds({ initial: "550,000", fullYear: "447,950.94", executed: "447,950.94", rate: "100", score: "10" })],
      indicators: [
        indicator("产出指标/数量指标/人数 | =14人 | 14 | 30 | 30"),
        indicator("产出指标/成本指标/工资 | ≤55万 | 55 | 10 | 10"),
        indicator("产出指标/成本指标/成本节约率 | ≥70% | 70 | 10 | 10"),
        indicator("效益指标/社会效益/效率 | ≥98% | 98 | 40 | 40")
      ]
    })
    expect(found(copied)).toEqual([
      "note weight-split",
      "note every-target-met-to-the-digit",
      "warning cost-against-execution",
      "note saving-rate",
      "note missing-group"
    ])
  })

  it("另一种分值分配只是提示；湖北的分配在地区不明时不判断", () => {
    const split = (output: string, benefit: string, satisfaction: string) =>
      disclosure([
        evaluation({
          indicators: [
            indicator(`产出指标/数量指标/甲 | 1 | 1 | ${output} | 1`),
            indicator(`效益指标/社会效益/乙 | 1 | 1 | ${benefit} | 1`),
            indicator(`满意度指标/满意度/丙 | 1 | 1 | ${satisfaction} | 1`)
          ]
        })
      ])
    const outcome = (document: ReturnType<typeof split>, place?: string) =>
      judged("weight-split", document, place)[0]?.outcome
    expect(outcome(split("50", "30", "10"))).toBe("pass")
    expect(outcome(split("40", "30", "10"))).toBe("not-applicable")
    expect(outcome(split("40", "30", "10"), "hubei-2020")).toBe("pass")
    expect(outcome(split("45", "35", "10"))).toBe("fail")
  })

  it("识别不清的表不判断，与清晰的报告不同只是提示", () => {
    const report = evaluation({ form: "report", project: "修路经费", funds: right.funds, indicators })
    const noisy = evaluation({
      form: "table",
      legibility: "noisy",
      project: "修路",
      funds: [funds({ fullYear: "15", executed: "99", rate: "3", score: "77" }, "万元")],
      indicators
    })
    expect(findingsOf(disclosure([report, noisy])).map(inShort)).toEqual(["note two-forms"])
    expect(judged("execution-rate", disclosure([noisy]))).toMatchObject([{ outcome: "insufficient-data" }])
    const clean: PublishedEvaluation = { ...noisy, legibility: "clean", funds: [funds({ fullYear: "15" }, "万元")] }
    expect(judged("two-forms", disclosure([report, clean]))[0]?.finding?.severity).toBe("warning")
  })
})

describe("说明里的汇总", () => {
  const graded = (project: string, grade: string) => evaluation({ project, grade })
  const text = (count: number) =>
    `组织开展了绩效自评，涉及二级项目3个，资金829.18万元。自评结果为：${count}个项目自评等级为“优”，1个项目自评等级为“良”，0个项目自评等级为“差”。`
  const judge = (count: number, ...evaluations: ReadonlyArray<PublishedEvaluation>) =>
    judged("summary", disclosure(evaluations, [text(count)]))

  it("附了全部项目才核对", () => {
    const all = [graded("甲", "优"), graded("乙", "优秀"), graded("丙", "良")]
    expect(judge(2, ...all).map(({ outcome }) => outcome)).toEqual(["pass", "pass", "pass"])
    expect(judge(3, ...all)[0]?.finding).toMatchObject({ severity: "error", expected: "2", found: "3" })
    expect(judge(2, ...all.slice(1))).toMatchObject([{ outcome: "not-applicable" }])
  })
})

describe("样例年度公开的八份自评", () => {
  type Texts = Readonly<Record<string, string | null>>
  const published = JSON.parse(
    readFileSync(new URL("../../packages/sample/zezhou-2024/published/evaluations.json", import.meta.url), "utf8")
  ) as {
    readonly evaluations: ReadonlyArray<{
      readonly project: string
      readonly result: { readonly grade: string }
      readonly funds: ReadonlyArray<Texts>
      readonly indicators: ReadonlyArray<Texts>
    }>
  }
  const document = disclosure(
    published.evaluations.map((each) =>
      evaluation({
        form: "report",
        project: each.project,
        grade: each.result.grade,
        funds: each.funds.map((row) =>
          funds({
            source: row["source"] ?? "",
            applied: row["declared"] ?? "",
            initial: row["compiled"] ?? "",
            fullYear: row["fullYear"] ?? "",
            executed: row["executed"] ?? "",
            unspent: row["carryover"] ?? "",
            rate: row["rate"] ?? "",
            score: row["score"] ?? "",
            reason: row["reason"] ?? ""
          })
        ),
        indicators: each.indicators.map((row) =>
          indicator(
            [
              `${row["level1"]}/${row["level2"]}/`,
              row["target"],
              row["actual"],
              row["weight"],
              row["score"],
              row["reason"] ?? ""
            ].join("|"),
            { name: row["name"] ?? "", initialTarget: "", explanation: row["note"] ?? "" }
          )
        )
      })
    )
  )

  it.each(["shanxi-2024", "national-2020"])("%s：记录的得分与规则不同的，恰是核对过的五个", (place) => {
    const differing = ["quantitative-score", "qualitative-score"]
      .flatMap((rule) => judged(rule, document, place))
      .flatMap(({ finding }) =>
        finding === undefined
          ? []
          : [`${finding.where[0]?.row} ${finding.found}/${finding.expected} ${finding.severity}`]
      )
    const reviewed = [
      "项目持续时间 10/5 warning",
      "企业刻章数 7/6.95 rounding",
      "个体刻章数 9/9.34 rounding",
      "专家满意度 8/10 note",
      "评审费发放及时性 2/[6, 8) warning"
    ]
    // The cap on cost indicators filed late is Shanxi's alone: by the national measure one more score is a matter of reasons.
    const cost = place === "shanxi-2024" ? [] : ["租赁成本 5/10 note"]
    expect(differing.toSorted()).toEqual([...reviewed, ...cost].toSorted())
  })

  it("没有错误", () => {
    for (const place of [undefined, "shanxi-2024"])
      expect(findingsOf(document, place).filter(({ severity }) => severity === "error")).toEqual([])
  })
})

describe("随便多少指标", () => {
  const share = fc.integer({ min: 0, max: 100 })
  /** Forms that were filled in by the rules, with amounts in 万元 and two decimals as printed. */
  const form = fc
    .record({
      budget: fc.integer({ min: 1, max: 10_000_000 }),
      spent: share,
      reached: fc.array(share, { minLength: 9, maxLength: 9 })
    })
    .map(({ budget, reached, spent }) => {
      const cents = (value: number): string => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`
      const executed = Math.floor((budget * spent) / 100)
      const round = (over: number, under: number): number => Math.floor((2 * over + under) / (2 * under))
      const rate = round(executed * 10_000, budget)
      const execution = round(executed * 1000, budget)
      const scores = reached.map((each) => each * 10)
      const levels = [
        "产出指标/数量指标",
        "产出指标/质量指标",
        "产出指标/时效指标",
        "产出指标/成本指标",
        "产出指标/数量指标"
      ]
      const groups = [...levels, ...Array.from({ length: 3 }, () => "效益指标/社会效益"), "满意度指标/满意度"]
      return evaluation({
        funds: [
          funds(
            {
              initial: cents(budget),
              fullYear: cents(budget),
              executed: cents(executed),
              unspent: cents(budget - executed),
              weight: "10",
              rate: `${cents(rate)}%`,
              score: cents(execution)
            },
            "万元"
          )
        ],
        indicators: reached.map((each, index) =>
          indicator(`${groups[index]}/指标${index} | ≥100个 | ${each}个 | 10 | ${cents(scores[index] ?? 0)} | 原因`)
        ),
        total: points(cents(execution + scores.reduce((left, right) => left + right, 0))),
        totalWeight: points("100")
      })
    })

  it("按规则填的表没有错误，没有提醒", () => {
    fc.assert(
      fc.property(form, (each) => {
        const bad = findingsOf(disclosure([each])).filter(
          ({ severity }) => severity === "error" || severity === "warning"
        )
        expect(bad).toEqual([])
      }),
      { numRuns: runs(200) }
    )
  })

  it("总分改动一分，总会被发现", () => {
    fc.assert(
      fc.property(form, fc.constantFrom(1, -1), (each, by) => {
        const was = each.total?._tag === "Number" ? Math.round(Number(each.total.text) * 100) : 0
        const changed = Math.max(0, was + by * 100)
        fc.pre(changed !== was)
        const total = points(`${Math.floor(changed / 100)}.${String(changed % 100).padStart(2, "0")}`)
        expect(judged("total-score", disclosure([{ ...each, total }]))[0]?.finding?.severity).toBe("error")
      }),
      { numRuns: runs(100) }
    )
  })
})

describe("随文件一起审核", () => {
  const idsFor = (...[place, year]: Parameters<typeof checkRulesFor>) =>
    checkRulesFor(place, year).filter(({ id }) => id.startsWith("evaluation."))

  it("地区有自己的办法的按它的办法，没有的按全国的；哪一年都在", () => {
    expect(new Set(idsFor("shanxi", 2024).map(({ jurisdiction }) => jurisdiction))).toEqual(new Set(["shanxi"]))
    expect(new Set(idsFor("yunnan", 2024).map(({ jurisdiction }) => jurisdiction))).toEqual(new Set(["national"]))
    expect(idsFor("national", 2018).length).toBe(evaluationRules().length)
    const ids = checkRulesFor("hubei", 2024).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe("不是差错的", () => {
  it("评分百分制、分值是权重的，不相比也不相加", () => {
    const scaled = right.indicators.map((each) => ({ ...each, score: points("95"), reason: "略" }))
    const severities = findingsOf(disclosure([{ ...right, indicators: scaled, total: points("95") }])).map(inShort)
    expect(severities.filter((each) => each.startsWith("error"))).toEqual([])
  })

  it("没有读到总分的表，分值不足也许是没有读全，不算错；多出来的仍是错", () => {
    const { total: _total, totalWeight: _weight, ...open } = right
    const outcome = (rows: ReadonlyArray<PublishedIndicator>) =>
      judged("weights-total", disclosure([{ ...open, total: undefined, indicators: rows }]))[0]?.outcome
    expect(outcome(indicators.slice(0, 5))).toBe("insufficient-data")
    expect(outcome([...indicators, ...indicators.slice(0, 1)])).toBe("fail")
    const stated = {
      ...open,
      total: undefined,
      indicators: indicators.slice(0, 5),
      paragraphs: [says("总得分87.17分。")]
    }
    expect(judged("weights-total", disclosure([stated]))[0]?.outcome).toBe("fail")
  })

  it("来源一栏没有填的，不与合计相比", () => {
    const blank = [total, ...sources.map((row) => ({ ...row, executed: funds({ executed: "—" }, "万元").executed }))]
    expect(found({ ...right, funds: blank })).toEqual([])
  })

  it("文中分项的数、上年的数，不当作全部的数", () => {
    const more = [
      says("产出指标总得分40分，产出指标得分49.67分，其中社会效益指标得分28分。"),
      says("项目资金用于材料采购，其中实际支出42.5万元；预算执行率95%"),
      says("综合以上，总得分97.17分，等级为优。")
    ]
    expect(found({ ...right, paragraphs: [...right.paragraphs, ...more] })).toEqual([])
    expect(found({ ...right, paragraphs: [says("总得分79.17分。")] })).toEqual(["error stated-scores"])
  })

  it("得分截去末位之后的数字，是尾差", () => {
    const cut = evaluation({ funds: [funds({ fullYear: "1000.00", executed: "987.00", rate: "98.7%", score: "9.8" })] })
    expect(judged("execution-score", disclosure([cut]))[0]?.outcome).toBe("rounding")
  })
})

describe("自己的账", () => {
  it("样例年度由账册推导、照印出的样子审核，与核对过的五个相同，没有错误", () => {
    const books = Result.getOrThrow(derive(foldLedger(sampleEvents()), { unit: "023001", year: 2024 }))
    const document = publishedOf(books.disclosure)
    const differing = ["quantitative-score", "qualitative-score"]
      .flatMap((rule) => judged(rule, document, "shanxi-2024"))
      .flatMap(({ finding }) =>
        finding === undefined ? [] : [`${finding.where[0]?.row} ${finding.found}/${finding.expected}`]
      )
    expect(differing.toSorted()).toEqual(
      [
        "项目持续时间 10/5",
        "企业刻章数 7/6.95",
        "个体刻章数 9/9.34",
        "专家满意度 8/10",
        "评审费发放及时性 2/[6, 8)"
      ].toSorted()
    )
    expect(findingsOf(document, "shanxi-2024").filter(({ severity }) => severity === "error")).toEqual([])
  })
})
