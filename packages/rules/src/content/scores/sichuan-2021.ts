/**
 * 四川省项目支出绩效自评: the rate is on the budget after adjustments, a low one and every change in mid-year want a reason, and
 * 产出 may have 60 points where no satisfaction is asked for.
 * Seen in forms of the fiscal years 2021 to 2023, not in a document: no number of a document is cited, nothing is verified.
 */
import type { Citation } from "@juesuan/domain"
import { national2020 } from "./national-2020.ts"
import type { ScoringPolicy } from "./ScoringPolicy.ts"

const practice = (what: string): Citation => ({
  document: `四川省项目支出绩效自评的做法（文号待查）：${what}`,
  inForceFrom: "2021-01-01",
  verified: false
})

export const sichuan2021: ScoringPolicy = {
  ...national2020,
  id: "sichuan-2021",
  label: "四川（2021年起）",
  jurisdiction: "sichuan",
  inForceFrom: "2021-01-01",
  citation: practice("项目支出绩效自评"),
  rateBase: "调整后预算数",
  splits: [
    ...national2020.splits,
    {
      execution: "10",
      groups: [
        { of: ["output"], points: "60" },
        { of: ["benefit"], points: "30" }
      ],
      citation: practice("不设满意度指标的，产出60分，效益30分")
    }
  ],
  reasonRequired: {
    ...national2020.reasonRequired,
    rateBelow: { rate: "0.9", citation: practice("预算执行率低于90%须说明原因") },
    budgetChanged: practice("年中调整预算须说明原因")
  }
}
