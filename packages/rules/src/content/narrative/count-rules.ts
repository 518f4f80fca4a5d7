/** 数量、采购与绩效的审核规则: rules over what the narrative counts, over procurement and over evaluated projects. */
import type { CheckRule } from "../../judging/CheckRule.ts"
import { judgeAverages } from "../../narrative/judge/averages.ts"
import { judgeCounts, judgeCountsAndAmounts } from "../../narrative/judge/counts.ts"
import { judgeFundsShares } from "../../narrative/judge/funds-share.ts"
import { judgePerformance } from "../../narrative/judge/performance.ts"
import { judgeProcurementByKind } from "../../narrative/judge/procurement-by-kind.ts"
import { judgeProcurementOrder } from "../../narrative/judge/procurement.ts"
import { judgePurchasedVehicles } from "../../narrative/judge/purchased-vehicles.ts"
import { claimRule } from "./claim-rule.ts"

export const countRules: ReadonlyArray<CheckRule> = [
  claimRule({
    id: "narrative.count",
    label: "实物量一致",
    labelEn: "Counts of the text are those of the tables",
    strength: "hard",
    severity: "error",
    statement: { zh: "情况说明中的数量 = 表中的数量", en: "a count of the narrative is that of the table" },
    judge: (reading) => [...judgeCounts(reading), ...judgePurchasedVehicles(reading)]
  }),
  claimRule({
    id: "narrative.count-and-amount",
    label: "数量与金额相称",
    labelEn: "Counts and amounts go together",
    strength: "soft",
    severity: "warning",
    statement: {
      zh: "有支出即有数量，有数量即有支出",
      en: "where money was spent there is a count, and the other way round"
    },
    judge: judgeCountsAndAmounts
  }),
  claimRule({
    id: "narrative.procurement-order",
    label: "小微 ≤ 中小 ≤ 采购总额",
    labelEn: "Small and micro ≤ small and medium ≤ all procurement",
    strength: "hard",
    severity: "error",
    statement: { zh: "小微企业 ≤ 中小企业 ≤ 政府采购支出总额", en: "small and micro ≤ small and medium ≤ total" },
    judge: judgeProcurementOrder
  }),
  claimRule({
    id: "narrative.procurement-by-kind",
    label: "授予中小企业合同金额的分类",
    labelEn: "Contracts with small and medium enterprises by kind",
    strength: "soft",
    severity: "note",
    statement: {
      zh: "授予中小企业合同金额 = 货物、工程、服务各类金额 × 各类所占比例之和",
      en: "what went to small and medium enterprises is the sum over goods, works and services of amount × share"
    },
    judge: judgeProcurementByKind
  }),
  claimRule({
    id: "narrative.average",
    label: "车均、人均",
    labelEn: "Averages a vehicle and a person",
    strength: "soft",
    severity: "warning",
    statement: { zh: "平均数 = 金额 ÷ 数量", en: "an average is amount ÷ number" },
    judge: judgeAverages
  }),
  claimRule({
    id: "narrative.performance",
    label: "绩效自评项目数与资金",
    labelEn: "Number and funds of self-evaluated projects",
    strength: "hard",
    severity: "error",
    statement: { zh: "项目数 = 各等级之和；资金 = 各预算之和", en: "projects add up by grade, funds by budget" },
    judge: (reading) => [...judgePerformance(reading), ...judgeFundsShares(reading)]
  })
]
