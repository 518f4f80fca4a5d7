/**
 * 《项目支出绩效评价管理办法》 财预〔2020〕10号 (财政部, 2020-02-25): scoring of self-evaluations.
 * Encoded: the weights, the quantitative and qualitative scores, the execution score, the grades. Not encoded: how far a
 * score is "reduced as appropriate" when an actual is far above its target (judgement, not arithmetic), and the split of
 * the 90 points over 产出, 效益 and 满意度 as a rule: it holds only "in principle" and is kept as what is usual.
 * No article is cited: the text was not at hand to check the numbers. Where it is silent, the reading chosen is said below.
 */
import { type Citation, Grade } from "@juesuan/domain"
import type { ScoringPolicy } from "./ScoringPolicy.ts"

const measure: Citation = {
  document: "《项目支出绩效评价管理办法》（财预〔2020〕10号）",
  inForceFrom: "2020-02-25",
  verified: false
}

/** What the text leaves open and users of the forms do. */
const practice = (what: string): Citation => ({
  document: `《项目支出绩效评价管理办法》（财预〔2020〕10号）未作规定，${what}`,
  inForceFrom: "2020-02-25",
  verified: false
})

export const national2020: ScoringPolicy = {
  id: "national-2020",
  label: "全国（财预〔2020〕10号）",
  jurisdiction: "national",
  inForceFrom: "2020-02-25",
  citation: measure,
  weights: { execution: "10", indicators: "90" },
  splits: [
    {
      execution: "10",
      groups: [
        { of: ["output"], points: "50" },
        { of: ["benefit"], points: "30" },
        { of: ["satisfaction"], points: "10" }
      ],
      citation: measure
    },
    {
      execution: "10",
      groups: [
        { of: ["cost"], points: "20" },
        { of: ["output"], points: "40" },
        { of: ["benefit"], points: "20" },
        { of: ["satisfaction"], points: "10" }
      ],
      citation: {
        document: "《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（财预〔2021〕101号）",
        inForceFrom: "2021-08-18",
        verified: false
      }
    }
  ],
  rateBase: "全年预算数",
  // The text has no case for a budget of zero, so there is no rate: neither 0 nor 100 % may be made up.
  zeroBudget: { _tag: "NoRate" },
  // "By the ratio of what was reached to the target", read for a ceiling the other way round: target ÷ actual.
  missedCeiling: { formula: "inverse-ratio", citation: practice("反向指标按指标值与完成值的比例计分") },
  // No rounding clause. Two decimals are the finest that the form takes: an endless 6.95193… could equal no score given,
  // and a third of 9 points would fall short of 3.
  scoreDigits: { digits: 2, citation: practice("得分保留两位小数") },
  bands: {
    met: { from: "0.8", to: "1", includesUpperEnd: true },
    "partly-met": { from: "0.6", to: "0.8", includesUpperEnd: false },
    unmet: { from: "0", to: "0.6", includesUpperEnd: false }
  },
  grades: {
    from: [
      ["90", "excellent"],
      ["80", "good"],
      ["60", "fair"]
    ],
    below: "poor",
    names: {
      excellent: Grade.labelOf("excellent"),
      good: Grade.labelOf("good"),
      fair: Grade.labelOf("fair"),
      poor: Grade.labelOf("poor")
    }
  },
  overFulfilment: { from: "1.2", citation: practice("完成值达到指标值的120%以上须说明原因") },
  reasonRequired: { belowWeight: practice("得分低于分值的指标须说明偏差原因及改进措施") }
}
