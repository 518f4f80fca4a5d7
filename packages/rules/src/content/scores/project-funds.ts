/**
 * 项目资金: the amounts of a project in its self-evaluation, as the notes under the form 项目支出绩效自评表 define them.
 *
 * 全年预算数 is the adjusted budget: 预算编制数 where nothing was adjusted. The form of the measure has a line for 上年结转资金
 * within 年度资金总额, so what the project carried over at the start of the year belongs to it: payments from it count
 * as executed too, and the rest is 资金结(转)余. The note "执行数是指预算执行指标确认数" is not encoded: our payments are the
 * confirmed ones.
 */
import type { Citation, Selection } from "@juesuan/domain"
import { Quantities } from "@juesuan/domain"
import { type Formula, difference, reference, select, sum } from "../../formula/Formula.ts"
import type { RuleHeader } from "../../Rule.ts"

const notes: Citation = {
  document: "《项目支出绩效评价管理办法》（财预〔2020〕10号）附：项目支出绩效自评表及其备注",
  inForceFrom: "2020-02-25",
  verified: false
}

/** One amount of the form: the rule, and its formula for one project. `at` refers to another amount of the same project. */
export interface FundRule {
  readonly header: RuleHeader
  /** What must have entries for the amount to be known; without it no entries are an amount of zero. */
  readonly needs?: (project: string) => Selection
  readonly formula: (project: string, at: (amount: FundAmount) => Formula) => Formula
}

export type FundAmount = "applied" | "approved" | "fullYear" | "executed" | "unspent"

const header = (name: string, label: string): RuleHeader => ({
  id: `performance.funds.${name}`,
  label,
  citation: notes,
  jurisdiction: "national",
  inForceFrom: "2020-02-25"
})

const entries = (account: Selection["account"], project: string): Selection => ({ account, project: [project] })

export const fundRules: { readonly [Amount in FundAmount]: FundRule } = {
  applied: {
    header: header("applied", "目标申报数"),
    needs: (project) => entries("budget-applied", project),
    formula: (project) => select(entries("budget-applied", project))
  },
  approved: {
    header: header("approved", "预算编制数"),
    formula: (project) => select(entries("budget-approved", project))
  },
  fullYear: {
    header: header("full-year-budget", "全年预算数"),
    formula: (project, at) =>
      sum(at("approved"), select(entries("budget-adjustment", project)), select(entries("opening-carryover", project)))
  },
  executed: {
    header: header("executed", "全年执行数"),
    formula: (project) => select(entries("payment", project))
  },
  unspent: {
    header: header("unspent", "资金结（转）余"),
    formula: (_project, at) => difference(at("fullYear"), at("executed"))
  }
}

/** 年初预算合计: the year-start budgets of all projects that are evaluated. */
export const initialBudgetTotal: RuleHeader = header("initial-budget-total", "年初预算合计")

/** A fund amount as an input of another formula. */
export const fundReference = (ref: string, amount: FundAmount): Formula =>
  reference(ref, fundRules[amount].header.label, Quantities.yuan)
