/**
 * 广西壮族自治区项目支出绩效自评: the national measure, with its own limit from which an over-fulfilment wants a reason.
 * Seen in the region's practice, not in a document: no number of a document is cited, nothing is verified, and since when it
 * is so is not known; it is held to be so as long as the national measure.
 */
import type { Citation } from "@juesuan/domain"
import { national2020 } from "./national-2020.ts"
import type { ScoringPolicy } from "./ScoringPolicy.ts"

const practice = (what: string): Citation => ({
  document: `广西壮族自治区项目支出绩效自评的做法（文号、施行日期待查）：${what}`,
  inForceFrom: "2020-02-25",
  verified: false
})

export const guangxi2020: ScoringPolicy = {
  ...national2020,
  id: "guangxi-2020",
  label: "广西（2020年起）",
  jurisdiction: "guangxi",
  inForceFrom: "2020-02-25",
  citation: practice("项目支出绩效自评"),
  overFulfilment: {
    from: "1.3",
    ofZeroFrom: "30",
    citation: practice("完成值达到指标值的130%以上、指标值为零而完成值达到30以上，须说明原因")
  }
}
