/**
 * 上海市项目支出绩效自评: the national measure, with names of its own for the two lower grades.
 * Seen in published forms, not in a document: no number of a document is cited, nothing is verified, and since when it is so
 * is not known; it is held to be so as long as the national measure. The limits of the grades are the national ones: no
 * others were seen. Not encoded: the average score that departments publish.
 */
import type { Citation } from "@juesuan/domain"
import { national2020 } from "./national-2020.ts"
import type { ScoringPolicy } from "./ScoringPolicy.ts"

const practice = (what: string): Citation => ({
  document: `上海市项目支出绩效自评的做法（文号、施行日期待查）：${what}`,
  inForceFrom: "2020-02-25",
  verified: false
})

export const shanghai2020: ScoringPolicy = {
  ...national2020,
  id: "shanghai-2020",
  label: "上海（2020年起）",
  jurisdiction: "shanghai",
  inForceFrom: "2020-02-25",
  citation: practice("项目支出绩效自评"),
  grades: {
    ...national2020.grades,
    names: { ...national2020.grades.names, fair: "合格", poor: "不合格" }
  }
}
