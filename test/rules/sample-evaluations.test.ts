/**
 * 样例年度的自评: every printed cell of the eight published self-evaluations, as data, against what is derived from the log;
 * and the list, gone through by hand, of the indicators whose score somebody gave differs from the score by rule.
 */
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import {
  type Evaluation,
  type EvaluationIndicator,
  type Figure,
  Quantities,
  type Quantity,
  foldLedger,
  leavesOf,
  quantityOf
} from "@juesuan/domain"
import { type ScoringRuleSet, deriveEvaluations, describeValue } from "@juesuan/rules"
import { figuresOf, ruleSet, sampleEvents, valueAt } from "./evaluation-books.ts"
import { isReckonedAgain } from "./Recomputation.ts"

interface Published {
  readonly project: string
  readonly textExecutionRate: string
  readonly result: {
    readonly executionScore: string
    readonly indicatorScore: string
    readonly total: string
    readonly grade: string
  }
  readonly funds: ReadonlyArray<Readonly<Record<string, string | null>>>
  readonly indicators: ReadonlyArray<Readonly<Record<string, string | null>>>
}

const published = JSON.parse(
  readFileSync(new URL("../../packages/sample/zezhou-2024/published/evaluations.json", import.meta.url), "utf8")
) as { readonly evaluations: ReadonlyArray<Published> }

const events = sampleEvents()
const ledger = foldLedger(events)
const scope = { unit: "023001", year: 2024 }
const shanxi = ruleSet("shanxi-2024")
const national = ruleSet("national-2020")
const evaluationsBy = (set: ScoringRuleSet): ReadonlyArray<Evaluation> => deriveEvaluations(ledger, scope, set)
const evaluations = evaluationsBy(shanxi)

const evaluationOf = (project: string): Evaluation => {
  const found = evaluations.find(({ name }) => name === project)
  if (found === undefined) throw new Error(`no evaluation of ${project}`)
  return found
}

const numberOf = (figure: Figure): Quantity => {
  const quantity = quantityOf(figure)
  if (quantity === undefined) throw new Error(`${figure.ref}: ${describeValue(figure.value)}`)
  return quantity
}
const plain = (figure: Figure): string => Quantities.text(numberOf(figure))
/** `1366133.02` as `1,366,133.02`. */
const amount = (figure: Figure): string => plain(figure).replaceAll(/\B(?=(?:\d{3})+(?!\d))(?<!\..*)/gu, ",")
const percent = (figure: Figure, digits: number): string => {
  const hundred = Quantities.quantity("100", Quantities.ratio)
  return Quantities.text(
    Quantities.rounded(Quantities.times(numberOf(figure), hundred, Quantities.ratio), digits, "half-up")
  )
}
const words = (figure: Figure): string | null => (figure.value._tag === "Text" ? figure.value.text : null)
const withoutBlanks = (text: string | null | undefined): string => (text ?? "").replaceAll(" ", "")
const withoutMark = (text: string | null | undefined): string | null => text?.replace(/。$/u, "") ?? null

const printed = ({ actual, indicator, level1, level2, reason, score, target, weight }: EvaluationIndicator) => ({
  level1,
  level2,
  name: indicator,
  target: words(target),
  actual: words(actual) ?? plain(actual),
  weight: plain(weight),
  score: plain(score),
  reason: withoutMark(words(reason))
})

describe("八份公开的自评，逐格", () => {
  it("公开的就是八份，日志里另有六个未公开的项目", () => {
    expect(published.evaluations.length).toBe(8)
    expect(evaluations.length).toBe(14)
  })

  it.each(published.evaluations)(
    "$project：每个指标的三级名称、指标值、完成值、分值、得分、偏差原因，次序相同",
    (each) => {
      expect(evaluationOf(each.project).indicators.map(printed)).toEqual(
        each.indicators.map(({ actual, level1, level2, name, reason, score, target, weight }) => ({
          level1,
          level2,
          name,
          target: withoutBlanks(target),
          actual,
          weight,
          score,
          reason: withoutMark(reason)
        }))
      )
    }
  )

  it.each(published.evaluations)("$project：资金、执行率、得分", ({ funds: rows, project, textExecutionRate }) => {
    const { executionScore, funds } = evaluationOf(project)
    const [total, row] = rows
    expect({
      declared: amount(funds.applied),
      compiled: amount(funds.approved),
      fullYear: amount(funds.fullYear),
      executed: amount(funds.executed),
      carryover: amount(funds.unspent),
      rate: percent(funds.executionRate, 0),
      score: plain(executionScore)
    }).toEqual({ ...total, source: undefined, reason: undefined })
    expect(withoutMark(words(funds.reason))).toBe(withoutMark(row?.["reason"]))
    // 报告的文字写的是对年初预算数的执行率。
    expect(percent(funds.initialExecutionRate, 2)).toBe(textExecutionRate.replace("%", ""))
  })

  it.each(published.evaluations)(
    "$project：执行率得分、指标得分、总得分、等级，推导的与结论所写的都相同",
    ({ project, result }) => {
      const { executionScore, grade, indicatorScore, stated, total } = evaluationOf(project)
      const shown = (of: Pick<Evaluation, "executionScore" | "indicatorScore" | "total" | "grade">) => ({
        executionScore: plain(of.executionScore),
        indicatorScore: plain(of.indicatorScore),
        total: plain(of.total),
        grade: words(of.grade)
      })
      expect(shown({ executionScore, indicatorScore, total, grade })).toEqual(result)
      expect(shown(stated)).toEqual(result)
    }
  )
})

describe("十四个项目的汇总", () => {
  it.each([
    ["自评/项目个数", "14个"],
    ["自评/优", "13个"],
    ["自评/良", "0个"],
    ["自评/中", "1个"],
    ["自评/差", "0个"],
    ["自评/年初预算合计", "8291800.00元"],
    ["自评/未公开项目6/等级", "中"],
    ["自评/未公开项目6/总分", "（缺少绩效指标）"]
  ])("%s 是 %s", (ref, expected) => {
    expect(valueAt(figuresOf(ledger, shanxi, scope), ref)).toBe(expected)
  })
})

/** The indicators of which the score given is not the score by rule: another number, or outside the band. */
const differences = (set: ScoringRuleSet): ReadonlyArray<ReadonlyArray<string>> =>
  evaluationsBy(set).flatMap(({ indicators, name }) =>
    indicators
      .filter(({ computedScore, score }) => {
        const [computed, given] = [quantityOf(computedScore), numberOf(score)]
        if (computed !== undefined) return !Quantities.equals(computed, given)
        const counted = figuresOf(ledger, set, scope).get(score.ref.replace(/得分$/u, "计入得分"))
        return counted === undefined || quantityOf(counted) === undefined
      })
      .map(({ actual, computedScore, indicator, score, target, weight }) =>
        [name, indicator, target, actual, weight, score, computedScore].map((each) =>
          typeof each === "string" ? each : describeValue(each.value)
        )
      )
  )

describe("记录得分与计算得分不同的指标，逐个看过", () => {
  const inBoth = [
    // 半年的费用按全年的指标给了满分；适度指标 6 ÷ 12。
    ["购买政务服务综合窗口服务经费", "项目持续时间", "=12月", "6月", "10分", "10分", "5分"],
    // 按整数给分：8 × 1320 ÷ 1519 = 6.95，10 × 900 ÷ 964 = 9.34。
    ["新开办企业免费刻章经费", "企业刻章数", "≥1519户", "1320户", "8分", "7分", "6.95分"],
    ["新开办企业免费刻章经费", "个体刻章数", "≥964户", "900户", "10分", "9分", "9.34分"],
    // 部分达成应在 6 至 8 分之间，给了 2 分。
    ["招标评审相关经费", "评审费发放及时性", "及时", "部分达成预期指标并具有一定效果", "10分", "2分", "[6, 8)"],
    // 达到了指标值仍扣 2 分。
    ["招标评审相关经费", "专家满意度", "≥90%", "90%", "10分", "8分", "10分"]
  ]

  it("山西：五个", () => {
    expect(differences(shanxi)).toEqual(inBoth)
  })

  it("全国没有成本指标封顶，另有一个：租赁成本没有超过上限却只得5分", () => {
    expect(differences(national)).toEqual([
      ["房租费", "租赁成本", "=240万", "136.61万", "10分", "5分", "10分"],
      ...inBoth
    ])
  })

  it("六十个指标中，其余的记录得分都等于计算得分，或在那一档之内", () => {
    expect(evaluations.flatMap(({ indicators }) => indicators).length).toBe(60)
  })

  it("按规则算的总得分", () => {
    const totals = (set: ScoringRuleSet) =>
      evaluationsBy(set)
        .slice(0, 8)
        .map(({ computed, name }) => [name, describeValue(computed.total.value), describeValue(computed.grade.value)])
    const outside = "（不适用：“评审费发放及时性”的得分不在完成情况所属的一档之内）"
    expect(totals(shanxi)).toEqual([
      ["房租费", "95分", "优"],
      ["楼层管理费", "100分", "优"],
      ["购买政务服务综合窗口服务经费", "95分", "优"],
      ["省级标准化建设项目建设经费", "90分", "优"],
      ["新开办企业免费刻章经费", "96.29分", "优"],
      ["营商环境工作经费", "90分", "优"],
      ["优化营商环境促进市场主体倍增工作专班相关经费", "100分", "优"],
      ["招标评审相关经费", outside, outside]
    ])
    // 两个项目的全年预算数为零，全国办法没有规定。
    const withoutRate = totals(national).filter(([, total]) => total === "（全年预算数为零，不能作除数）")
    expect(withoutRate.map(([name]) => name)).toEqual(["省级标准化建设项目建设经费", "营商环境工作经费"])
  })
})

describe("样例的理由", () => {
  it.each(["national-2020", "shanxi-2024"] as const)("%s：每个推导的数都能只凭它的理由重算出来", (id) => {
    const figures = [...figuresOf(ledger, ruleSet(id), scope).values()]
    expect(figures.length).toBeGreaterThan(1000)
    expect(figures.filter((figure) => !isReckonedAgain(figure)).map(({ ref }) => ref)).toEqual([])
  })

  it("总得分的叶子恰是这个项目的得分事件、预算与支付的分录和分值参数", () => {
    const leaves = leavesOf(evaluationOf("房租费").total)
    const stated = leaves.flatMap(({ because }) => (because._tag === "Stated" ? because.events : []))
    const scores = events.filter(({ stream, type }) => stream.endsWith("-P01") && type === "IndicatorScored")
    expect(stated.toSorted()).toEqual(scores.map(({ stream, version }) => `${stream}@${version}`).toSorted())
    const entries = leaves.flatMap(({ because }) => (because._tag === "Entries" ? [because.selection] : []))
    expect(entries.map(({ account }) => account)).toEqual([
      "budget-approved",
      "budget-adjustment",
      "opening-carryover",
      "payment"
    ])
    const paid = [...ledger.entries.list({ account: "payment", project: ["P01"] })]
    expect(paid.length).toBe(
      leaves.flatMap(({ because }) =>
        because._tag === "Entries" && because.selection.account === "payment" ? [because.count] : []
      )[0]
    )
    expect(leaves.filter(({ because }) => because._tag === "Given").map(({ label }) => label)).toEqual([
      "预算执行率分值"
    ])
  })
})
