/**
 * 说法: what a sentence of the narrative says about a figure, each with its formula, the rule that makes our own figure by it and
 * the words of the rule that checks a sentence by it. The relations are arithmetic; that a narrative states them is general
 * knowledge of 部门决算公开, not checked against an official text.
 */
import { type Citation, Quantities } from "@juesuan/domain"
import { difference, type Formula, quotient, select } from "../../formula/Formula.ts"
import type { Wording } from "../../judging/Finding.ts"
import { defineRule, type RuleHeader } from "../../Rule.ts"

export const narrativeCitation: Citation = { document: "部门决算公开格式（情况说明）", verified: false }

const header = (name: string, label: string): RuleHeader => ({
  id: `national.narrative.${name}`,
  label,
  citation: narrativeCitation,
  jurisdiction: "national",
  inForceFrom: "2016-01-01"
})

const amount = (label: string) => ({ label, kind: Quantities.yuan })

/** 占比. */
export const shareOf = (part: Formula, whole: Formula): Formula => quotient(part, whole)

/** 完成率. */
export const completionOf = (actual: Formula, budget: Formula): Formula => quotient(actual, budget)

/** 决算数与预算数之差. */
export const deviationOf = (actual: Formula, budget: Formula): Formula => difference(actual, budget)

/** 增减额: above zero 增加, below zero 减少. */
export const changeOf = (current: Formula, before: Formula): Formula => difference(current, before)

/** 增减幅度: of last year's figure. */
export const changeRateOf = (current: Formula, before: Formula): Formula =>
  quotient(difference(current, before), before)

/** The rules by which the figures of our own narrative are made. */
export const narrativeFigureRules = {
  amount: header("amount", "情况说明所写的金额"),
  items: header("items", "所列各款"),
  budget: header("budget", "情况说明所写的预算数"),
  count: header("count", "情况说明所写的数量"),
  share: defineRule({
    ...header("share", "占比"),
    inputs: { part: amount("部分"), whole: amount("整体") },
    kind: Quantities.ratio,
    formula: ({ part, whole }) => shareOf(part, whole)
  }),
  completion: defineRule({
    ...header("completion", "预算完成率"),
    inputs: { actual: amount("决算数"), budget: amount("预算数") },
    kind: Quantities.ratio,
    formula: ({ actual, budget }) => completionOf(actual, budget)
  }),
  deviation: defineRule({
    ...header("deviation", "决算数与预算数之差"),
    inputs: { actual: amount("决算数"), budget: amount("预算数") },
    kind: Quantities.yuan,
    formula: ({ actual, budget }) => deviationOf(actual, budget)
  }),
  change: defineRule({
    ...header("change", "与上年相比的增减额"),
    inputs: { current: amount("本年数"), before: amount("上年数") },
    kind: Quantities.yuan,
    formula: ({ before, current }) => changeOf(current, before)
  }),
  changeRate: defineRule({
    ...header("change-rate", "与上年相比的增减幅度"),
    inputs: { current: amount("本年数"), before: amount("上年数") },
    kind: Quantities.ratio,
    formula: ({ before, current }) => changeRateOf(current, before)
  })
} as const

/** What the rules that check these relations say of them. */
export const relationWords = {
  amount: { zh: "情况说明中的金额 = 表中同一项的金额", en: "an amount of the narrative is that of the table" },
  share: { zh: "占比 = 部分 ÷ 整体", en: "a share is part ÷ whole" },
  completion: { zh: "完成率 = 决算数 ÷ 预算数", en: "a completion rate is final amount ÷ budget" },
  changeRate: {
    zh: "增减幅度 = 增减额 ÷（本年数 ∓ 增减额）",
    en: "a rate of change is change ÷ (figure ∓ change)"
  }
} as const satisfies Readonly<Record<string, Wording>>

const contractedWith = (...detail: ReadonlyArray<string>): Formula => select({ account: "procurement", detail })

/** Figures that the books hold and no table does, by the subject that names them. */
export const untabledFigures: Readonly<Record<string, Formula>> = {
  "procurement.small-and-medium": contractedWith("medium", "small", "micro"),
  "procurement.small-and-micro": contractedWith("small", "micro")
}
