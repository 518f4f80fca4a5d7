/**
 * 预算绩效情况的用语: numbers of projects, of grades and of funds, matched on plain text. Each pattern names its number.
 */

export interface PerformanceCount {
  readonly unit: string
  readonly read: ReadonlyArray<RegExp>
}

const grade = (name: string): PerformanceCount => ({
  unit: "个",
  read: [
    new RegExp(
      `(?<number>\\d+)个(?:二级|一级)?项目(?:的)?(?:支出)?(?:自评|评价)?(?:结果|等级|得分)*(?:为|是|评为)?[“"]?${name}[”"]?(?![\\p{Script=Han}])`,
      "gu"
    ),
    new RegExp(`(?:等级|结果|评)?(?:为)?[“"]${name}[”"](?:等级)?(?:的)?(?:项目)?(?:有|共)?(?<number>\\d+)个`, "gu"),
    new RegExp(`(?<number>\\d+)个(?:项目)?(?:自评|评价)?(?:结果|等级)?(?:被)?(?:评)?为[“"]${name}[”"]`, "gu")
  ]
})

const budget = (name: string): PerformanceCount => ({
  unit: "万元",
  read: [
    new RegExp(
      `${name}(?:预算)?(?:财政拨款)?(?:项目)?(?:支出)?(?:资金)?(?:为|共)?(?<number>[\\d,]+(?:\\.\\d+)?)万元`,
      "gu"
    )
  ]
})

export const performancePatterns: {
  readonly projects: PerformanceCount
  readonly amount: PerformanceCount
  readonly grades: ReadonlyArray<PerformanceCount>
  readonly budgets: ReadonlyArray<PerformanceCount>
} = {
  projects: {
    unit: "个",
    read: [
      /(?:涉及|共|对|组织对)(?:[\p{Script=Han}]{0,8})?(?:二级|一级)?项目(?:支出)?(?:共|共计)?(?<number>\d+)个/gu,
      /(?:组织)?对(?:[\p{Script=Han}“”"、]{0,80})?(?<number>\d+)个(?:二级|一级|预算)?项目(?:支出)?(?:全面)?(?:开展|进行)/gu
    ]
  },
  amount: {
    unit: "万元",
    read: [/(?:涉及)?(?:预算)?资金(?:总额|总计|共计|合计|共|总额为|为)?(?<number>[\d,]+(?:\.\d+)?)万元/gu]
  },
  grades: [grade("优"), grade("良"), grade("中"), grade("差")],
  budgets: [budget("一般公共预算"), budget("政府性基金"), budget("国有(?:资本|资金|资产)经营"), budget("社会保险基金")]
}
