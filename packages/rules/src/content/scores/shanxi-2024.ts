/**
 * 山西省项目支出绩效自评, 2024: the national measure as the province's budget-performance platform carries it out.
 * Seen in forms and in the platform's behaviour, not in a document: no number of a document is cited, nothing is verified.
 * Not encoded: that the platform refuses an execution rate above 100 % (it is capped here and left to a finding), and that
 * it leaves a row unscored whose target was not filled in again after an adjustment.
 */
import type { Citation } from "@juesuan/domain"
import { national2020 } from "./national-2020.ts"
import type { ScoringPolicy } from "./ScoringPolicy.ts"

const platform = (what: string): Citation => ({
  document: `山西省预算绩效管理平台的做法（文号待查）：${what}`,
  inForceFrom: "2024-01-01",
  verified: false
})

export const shanxi2024: ScoringPolicy = {
  ...national2020,
  id: "shanxi-2024",
  label: "山西（2024年度）",
  jurisdiction: "shanxi",
  inForceFrom: "2024-01-01",
  citation: platform("项目支出绩效自评"),
  // The platform divides by 1 instead of 0; nothing spent of nothing is a rate of 0 and 0 points, as published forms show.
  zeroBudget: { _tag: "RateOf", rate: "0", citation: platform("全年预算数、全年执行数均为零，执行率为零") },
  // The platform's preset: full up to the target, nothing from twice the target, a straight line between.
  missedCeiling: { formula: "linear", citation: platform("反向指标超出指标值的部分按比例扣分，扣完为止") },
  // The preset of automatic scoring. Published scores are often whole points: those were entered by hand.
  scoreDigits: { digits: 2, citation: platform("得分保留两位小数") },
  overFulfilment: { from: "1.2", citation: platform("完成值达到指标值的120%以上标红，须说明原因") },
  lateCostCap: { points: "5", citation: platform("年初未填报成本指标的项目，成本指标最多得5分") }
}
