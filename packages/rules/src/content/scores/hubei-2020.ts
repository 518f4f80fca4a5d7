/**
 * 湖北省项目支出绩效自评: 20 points for the budget execution, 40 for 产出, 40 for 效益 and 满意度 together, and a lower middle band.
 * Seen in forms, not in a document: no number of a document is cited, nothing is verified, and since when it is so is not
 * known; it is held to be so as long as the national measure.
 */
import type { Citation } from "@juesuan/domain"
import { national2020 } from "./national-2020.ts"
import type { ScoringPolicy } from "./ScoringPolicy.ts"

const practice = (what: string): Citation => ({
  document: `湖北省项目支出绩效自评的做法（文号、施行日期待查）：${what}`,
  inForceFrom: "2020-02-25",
  verified: false
})

export const hubei2020: ScoringPolicy = {
  ...national2020,
  id: "hubei-2020",
  label: "湖北（2020年起）",
  jurisdiction: "hubei",
  inForceFrom: "2020-02-25",
  citation: practice("项目支出绩效自评"),
  weights: { execution: "20", indicators: "80" },
  splits: [
    {
      execution: "20",
      groups: [
        { of: ["output"], points: "40" },
        { of: ["benefit", "satisfaction"], points: "40" }
      ],
      citation: practice("预算执行20分，产出40分，效益和满意度40分")
    }
  ],
  bands: {
    met: { from: "0.8", to: "1", includesUpperEnd: true },
    "partly-met": { from: "0.5", to: "0.8", includesUpperEnd: false },
    unmet: { from: "0", to: "0.5", includesUpperEnd: false }
  }
}
