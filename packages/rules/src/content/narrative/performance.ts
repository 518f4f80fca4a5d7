/**
 * 预算绩效情况的用语: numbers of projects, of grades and of funds, matched on plain text. Each pattern names its number.
 */
import { cellAddress } from "@juesuan/domain"

export interface PerformanceCount {
  readonly unit: string
  readonly read: ReadonlyArray<RegExp>
}

/** 优, 良, 合格 … in quotes, or the usual ones without. */
const gradeWord = '(?:[“"][\\p{Script=Han}]{1,4}[”"]|(?:优秀?|良好?|中等?|差|合格|不合格)(?![\\p{Script=Han}]))'

const grades: PerformanceCount = {
  unit: "个",
  read: [
    new RegExp(
      `(?<number>\\d+)[个项](?:二级|一级)?(?:项目)?(?:支出)?(?:的)?(?:自评|评价)?(?:结果|等级|得分)*(?:被)?(?:评)?(?:为|是|评为)?${gradeWord}`,
      "gu"
    ),
    new RegExp(
      `(?:等级|等次|结果|评|得分)(?:为|是)?${gradeWord}(?:等级|等次)?(?:的)?(?:项目)?(?:有|共)?(?<number>\\d+)[个项]`,
      "gu"
    ),
    // 自评结果为“优”6个，“良”1个
    new RegExp(
      `(?<=[,、])[“"][\\p{Script=Han}]{1,4}[”"](?:等级|等次)?(?:的)?(?:项目)?(?:有|共)?(?<number>\\d+)[个项]`,
      "gu"
    ),
    // 评价得分在80-90分（不含）的2个
    /得分(?:在)?\d+(?:\.\d+)?(?:[-—至~]\d+(?:\.\d+)?)?分(?:\((?:不?含)\))?(?:及?以[上下])?(?:\((?:不?含)\))?的(?:项目)?(?:有|共)?(?<number>\d+)[个项]/gu
  ]
}

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
  readonly grades: PerformanceCount
  readonly budgets: ReadonlyArray<PerformanceCount>
} = {
  projects: {
    unit: "个",
    read: [
      /(?:涉及|共|对|组织对)(?:[\p{Script=Han}]{0,8})?(?:二级|一级)?项目(?:支出)?(?:共|共计)?(?<number>\d+)[个项]/gu,
      /(?:组织)?对(?:20\d\d年度?)?(?:[\p{Script=Han}“”"、]{0,80})?(?<number>\d+)个(?:二级|一级|预算)?项目(?:支出)?(?:全面)?(?:开展|进行)/gu,
      /组织对(?<number>\d+)个(?:二级|一级|预算)?项目/gu,
      /自评(?:项目)?(?<number>\d+)[个项]/gu,
      /评价项目(?<number>\d+)[个项]/gu
    ]
  },
  amount: {
    unit: "万元",
    read: [/(?:涉及)?(?:预算)?资金(?:总额|总计|共计|合计|共|总额为|为)?(?<number>[\d,]+(?:\.\d+)?)万元/gu]
  },
  grades,
  budgets: [budget("一般公共预算"), budget("政府性基金"), budget("国有(?:资本|资金|资产)经营"), budget("社会保险基金")]
}

/** 共涉及资金952.36万元，占一般公共预算项目支出总额的100%. */
export const fundsShare =
  /资金(?:总额|总计|共计|合计|共|为)*(?<amount>\d[\d,]*(?:\.\d+)?)(?<unit>[万亿]?元),占(?:部门|单位|全部)?(?<of>一般公共预算|政府性基金预算|国有资本经营预算)?(?:财政拨款)?项目支出(?:总额|合计)?的?(?<percent>\d+(?:\.\d+)?)%/gu

/** 项目支出总额 of a budget, of all money where none is named. */
export const projectTotals: ReadonlyMap<string, string> = new Map([
  ["", cellAddress("expenditure", "total", "expenditure.project")],
  ["一般公共预算", cellAddress("general-public-budget-expenditure", "total", "expenditure.project")],
  ["政府性基金预算", cellAddress("government-fund", "total", "expenditure.project")],
  ["国有资本经营预算", cellAddress("state-capital-expenditure", "total", "expenditure.project")]
])

/** 项目全年预算数为8万元，执行数为6万元，完成预算的75%. */
export const execution =
  /(?:全年|年初|调整后?)?预算(?:数|资金|金额|安排)*(?:为|共)?(?<budget>\d[\d,]*(?:\.\d+)?)(?<budgetUnit>[万亿]?元),(?:全年|实际)*(?:执行|支出|完成|使用)(?:数|金额|资金)*(?:为|共)?(?<actual>\d[\d,]*(?:\.\d+)?)(?<actualUnit>[万亿]?元),(?:完成(?:全年|年初|调整后?)?预算的?|(?:预算)?(?:执行|完成|支出)(?:率|进度))(?:比例)?(?:为|达到?)?(?<percent>\d+(?:\.\d+)?)%/gu
