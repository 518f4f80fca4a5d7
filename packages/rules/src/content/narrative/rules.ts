/**
 * 情况说明的审核规则: one rule for every relation that a sentence may state. The relations are arithmetic and the form of the
 * tables; what a template asks for is general knowledge of 部门决算公开, not checked against an official text.
 */
import type { CheckRule } from "../../judging/CheckRule.ts"
import { judgeAmounts, judgeRestated } from "../../narrative/judge/amounts.ts"
import { judgeDirections, judgeUnchangeds } from "../../narrative/judge/changes.ts"
import { judgeLists, judgeNothings, judgeUses } from "../../narrative/judge/lists.ts"
import { claimRule } from "./claim-rule.ts"
import { countRules } from "./count-rules.ts"
import { relationWords } from "./relations.ts"
import { judgeExecutions } from "../../narrative/judge/executions.ts"
import { judgeCompletions, judgeShares } from "../../narrative/judge/ratios.ts"
import { judgePreviousYear, lastYearIn } from "../../narrative/judge/previous-year.ts"
import { judgeRates } from "../../narrative/judge/rates.ts"
import { judgeChangeParts, judgeClasses, judgeParts, judgeTotalBases } from "../../narrative/judge/sums.ts"
import {
  judgeDepartments,
  judgeLeftovers,
  judgeReasons,
  judgeReasonSums,
  judgeRepetitions,
  judgeYears
} from "../../narrative/judge/texts.ts"

/** 情况说明的规则, in the order in which a reader checks a sentence. */
export const narrativeRules: ReadonlyArray<CheckRule> = [
  claimRule({
    id: "narrative.amount",
    label: "文字与表格的金额一致",
    labelEn: "Amounts of the text are those of the tables",
    strength: "hard",
    severity: "error",
    statement: relationWords.amount,
    judge: (reading, { year }) => judgeAmounts(reading, year)
  }),
  claimRule({
    id: "narrative.restated",
    label: "同一数前后一致",
    labelEn: "A figure stated twice is one figure",
    strength: "hard",
    severity: "error",
    statement: { zh: "情况说明中同一项的金额前后相等", en: "a figure that is stated twice is one figure" },
    judge: judgeRestated
  }),
  claimRule({
    id: "narrative.share",
    label: "占比",
    labelEn: "Share",
    strength: "hard",
    severity: "error",
    statement: relationWords.share,
    judge: judgeShares
  }),
  claimRule({
    id: "narrative.completion",
    label: "预算完成率",
    labelEn: "Completion of the budget",
    strength: "hard",
    severity: "error",
    statement: relationWords.completion,
    judge: (reading) => [...judgeCompletions(reading), ...judgeExecutions(reading)]
  }),
  claimRule({
    id: "narrative.change-rate",
    label: "增减幅度",
    labelEn: "Rate of change",
    strength: "hard",
    severity: "error",
    statement: relationWords.changeRate,
    judge: judgeRates
  }),
  claimRule({
    id: "narrative.direction",
    label: "增减方向",
    labelEn: "Direction of change",
    strength: "hard",
    severity: "error",
    statement: {
      zh: "金额与幅度的增减方向一致，并与两年的数一致",
      en: "amount and rate change in one direction, that of the figures"
    },
    judge: judgeDirections
  }),
  claimRule({
    id: "narrative.unchanged",
    label: "持平",
    labelEn: "Unchanged",
    strength: "hard",
    severity: "error",
    statement: { zh: "写为持平的两数相等", en: "figures that are called unchanged are equal" },
    judge: judgeUnchangeds
  }),
  claimRule({
    id: "narrative.total-bases",
    label: "收入总计与支出总计的变动一致",
    labelEn: "Total income and total expenditure change alike",
    strength: "hard",
    severity: "error",
    statement: { zh: "收入总计的变动 = 支出总计的变动", en: "the totals of income and expenditure change alike" },
    judge: judgeTotalBases
  }),
  claimRule({
    id: "narrative.previous-year",
    label: "上年数与上一年度的公开一致",
    labelEn: "Last year's figures are those of last year's disclosure",
    strength: "hard",
    severity: "error",
    statement: {
      zh: "文字所写或推得的上年数（本年数 ∓ 增减额）= 上一年度公开的同一项",
      en: "a figure of last year, stated or derived (figure ∓ change), is that of last year's disclosure"
    },
    judge: judgePreviousYear,
    lastYearIn
  }),
  claimRule({
    id: "narrative.parts",
    label: "文内分项相加等于合计",
    labelEn: "Parts in the text add up to their total",
    strength: "hard",
    severity: "error",
    statement: { zh: "合计 = 各分项之和", en: "a whole is the sum of its parts" },
    judge: judgeParts
  }),
  claimRule({
    id: "narrative.change-parts",
    label: "分项的变动相加等于合计的变动",
    labelEn: "Changes of the parts add up to the change of the total",
    strength: "hard",
    severity: "error",
    statement: {
      zh: "合计的变动 = 各分项变动之和",
      en: "the change of a whole is the sum of the changes of its parts"
    },
    judge: judgeChangeParts
  }),
  claimRule({
    id: "narrative.classes",
    label: "各类相加等于一般公共预算合计",
    labelEn: "Classes add up to the general public budget",
    strength: "soft",
    severity: "warning",
    statement: {
      zh: "年初预算、较上年变动：合计 = 各类之和",
      en: "budget and change of the total are those of its classes"
    },
    judge: judgeClasses
  }),
  claimRule({
    id: "narrative.item-list",
    label: "款的罗列与明细表一致",
    labelEn: "Lists of economic items are those of the detail table",
    strength: "hard",
    severity: "error",
    statement: {
      zh: "罗列的款 = 明细表中有金额的款（有“等”字的只查多列）",
      en: "items listed are the items with an amount"
    },
    judge: judgeLists
  }),
  claimRule({
    id: "narrative.use",
    label: "用途金额与决算数一致",
    labelEn: "Amounts of uses agree with the final amount",
    strength: "hard",
    severity: "error",
    statement: {
      zh: "用途金额不超过决算数，不是预算数的重复",
      en: "what was used is no more than what was spent, and not the budget"
    },
    judge: judgeUses
  }),
  claimRule({
    id: "narrative.nothing",
    label: "无此项收支",
    labelEn: "No such income or expenditure",
    strength: "hard",
    severity: "error",
    statement: {
      zh: "写为没有此项收支的，表中没有金额",
      en: "where the text says there is nothing, the table has nothing"
    },
    judge: judgeNothings
  }),
  ...countRules,
  claimRule({
    id: "narrative.reason-parts",
    label: "原因的分项相加等于变动",
    labelEn: "Reasons add up to the change",
    strength: "soft",
    severity: "warning",
    statement: { zh: "变动 = 各项原因之和", en: "a change is the sum of the reasons given by basic and project" },
    judge: judgeReasonSums
  }),
  claimRule({
    id: "narrative.reason-missing",
    label: "变动有原因说明",
    labelEn: "A change has its reason",
    strength: "soft",
    severity: "note",
    statement: { zh: "与上年相比有变动的，说明原因", en: "a change against last year has a reason" },
    judge: judgeReasons
  }),
  claimRule({
    id: "narrative.year",
    label: "年度一致",
    labelEn: "The year is that of the disclosure",
    strength: "hard",
    severity: "error",
    statement: { zh: "文字所写的年度 = 公开的年度", en: "the years of the text are those of the disclosure" },
    judge: judgeYears
  }),
  claimRule({
    id: "narrative.department",
    label: "部门名称一致",
    labelEn: "The department is that of the disclosure",
    strength: "soft",
    severity: "warning",
    statement: { zh: "文字所写的部门 = 公开的部门", en: "the department of the text is that of the disclosure" },
    judge: judgeDepartments
  }),
  claimRule({
    id: "narrative.leftover",
    label: "没有模板遗留",
    labelEn: "Nothing is left of the template",
    strength: "hard",
    severity: "error",
    statement: { zh: "文字中没有未填的模板内容", en: "no words of an unfilled form are left" },
    judge: judgeLeftovers
  }),
  claimRule({
    id: "narrative.repetition",
    label: "没有重复的段落",
    labelEn: "No paragraph is repeated",
    strength: "soft",
    severity: "warning",
    statement: { zh: "同一节内没有两段相同的文字", en: "no paragraph stands twice in a section" },
    judge: judgeRepetitions
  })
]
