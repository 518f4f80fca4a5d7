/**
 * 浙江省项目支出绩效自评: the national measure with one variation that is known, of a budget and an execution of zero.
 * Seen in the province's practice, not in a document: no number of a document is cited, nothing is verified, and since when
 * it is so is not known; it is held to be so as long as the national measure. Not encoded: that a rate above 100 % is no
 * longer refused (April 2024), since none is refused here.
 */
import type { Citation } from "@juesuan/domain"
import { national2020 } from "./national-2020.ts"
import type { ScoringPolicy } from "./ScoringPolicy.ts"

const practice = (what: string): Citation => ({
  document: `浙江省项目支出绩效自评的做法（文号、施行日期待查）：${what}`,
  inForceFrom: "2020-02-25",
  verified: false
})

export const zhejiang2020: ScoringPolicy = {
  ...national2020,
  id: "zhejiang-2020",
  label: "浙江（2020年起）",
  jurisdiction: "zhejiang",
  inForceFrom: "2020-02-25",
  citation: practice("项目支出绩效自评"),
  // Nothing was to be spent and nothing was: the rate is 100 %, and the score full.
  zeroBudget: { _tag: "RateOf", rate: "1", citation: practice("全年预算数、全年执行数均为零，执行率为100%") }
}
