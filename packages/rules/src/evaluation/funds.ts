/** 自评资金: the amounts of a project, its execution rates and its execution score. */
import type { EvaluationFunds, Figure, Ledger } from "@juesuan/domain"
import { Quantities } from "@juesuan/domain"
import { type FundAmount, fundReference, fundRules } from "../content/scores/project-funds.ts"
import type { ScoringRuleSet } from "../content/scores/ScoringRuleSet.ts"
import type { FigureSource } from "../formula/evaluate.ts"
import { reference } from "../formula/Formula.ts"
import { applyRule, derived } from "../Rule.ts"
import type { ProjectRecord } from "./ProjectRecord.ts"
import { type At, statedText } from "./stated-figures.ts"

/** The last part of the address of each amount. */
const addresses: { readonly [Amount in FundAmount]: string } = {
  applied: "目标申报数",
  approved: "预算编制数",
  fullYear: "全年预算数",
  executed: "全年执行数",
  unspent: "资金结转结余"
}

/** `base` is the project's address: `自评/房租费`. */
export const deriveFunds = (
  ledger: Ledger,
  project: ProjectRecord,
  { base, ruleSet }: { readonly base: string; readonly ruleSet: ScoringRuleSet }
): EvaluationFunds => {
  const at = (address: string, label: string): At => ({ ref: `${base}/${address}`, label: `${project.name}${label}` })
  const figures = new Map<string, Figure>()
  const source: FigureSource = {
    figureAt: (ref) => figures.get(ref),
    sumOf: (selection) => ledger.entries.sum(selection)
  }
  const addressOf = (amount: FundAmount): string => `${base}/${addresses[amount]}`
  const amountOf = (amount: FundAmount): Figure => {
    const { formula, header, needs } = fundRules[amount]
    const selection = needs?.(project.code)
    const known = selection === undefined || ledger.entries.sum(selection).count > 0
    return derived(
      at(addresses[amount], header.label),
      {
        rule: header,
        formula: known
          ? formula(project.code, (other) => fundReference(addressOf(other), other))
          : reference("", header.label, Quantities.yuan)
      },
      source
    )
  }
  const applied = amountOf("applied")
  const approved = amountOf("approved")
  const fullYear = amountOf("fullYear")
  const executed = amountOf("executed")
  const unspent = amountOf("unspent")
  for (const figure of [applied, approved, fullYear, executed, unspent]) figures.set(figure.ref, figure)
  return {
    applied,
    approved,
    fullYear,
    executed,
    unspent,
    executionRate: applyRule(ruleSet.executionRate, { executed, budget: fullYear }, at("执行率", "预算执行率")),
    initialExecutionRate: applyRule(
      ruleSet.initialExecutionRate,
      { executed, initial: approved },
      at("年初预算执行率", "年初预算执行率")
    ),
    reason: statedText(at("偏差原因", "预算执行偏差原因"), project.executionReason)
  }
}
