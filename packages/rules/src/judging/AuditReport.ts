/**
 * 审核报告: what auditing a disclosure gives, whole: what was read, how every rule came out, every finding, what could not be
 * read. Own books and foreign files have the same report; what writes it (terminal, JSON, workbook, page) only arranges it.
 */
import type { PublishedDisclosure, Unread } from "@juesuan/domain"
import type { CheckRule } from "./CheckRule.ts"
import type { Finding, Outcome, Receipt, Wording } from "./Finding.ts"

/** 通过, 不通过, 无法判断. */
export type Verdict = "pass" | "fail" | "incomplete"

/** 规则的由来: asked for, told by the unit's name, registered in the books, or national because nothing names a place. */
export type RulesChosenBy = "given" | "name" | "books" | "default"

/** A receipt with what the rule is called, so that a report can be read without the registry. */
export interface ReportedReceipt extends Receipt {
  readonly label: Wording
  readonly kind: CheckRule["kind"]
  readonly strength: CheckRule["strength"]
}

/** 覆盖: how much was read, and how much of it some rule looked at. */
export interface Coverage {
  /** Amount cells of tables that were read, and those that at least one rule judged. */
  readonly cells: { readonly read: number; readonly judged: number }
  /** Statements of the narrative and of evaluations that were read, and those that were judged. */
  readonly claims: { readonly read: number; readonly judged: number }
  /** Rules by how they came out; their sum is the number of rules. */
  readonly rules: Readonly<Record<Outcome, number>>
}

export interface AuditReport {
  readonly document: Pick<PublishedDisclosure, "files" | "unit" | "year"> & {
    /** The disclosure of the year before that it was held against, where one was. */
    readonly previous?: Pick<PublishedDisclosure, "files" | "unit" | "year">
    /** The rule set that judged it, with its label, and why it is this one. */
    readonly ruleSet: { readonly id: string; readonly label: string; readonly chosenBy: RulesChosenBy }
    readonly tables: ReadonlyArray<{ readonly id: string; readonly title: string; readonly recognised: boolean }>
    readonly paragraphs: number
    readonly evaluations: ReadonlyArray<string>
  }
  readonly verdict: Verdict
  readonly coverage: Coverage
  readonly receipts: ReadonlyArray<ReportedReceipt>
  /** Errors first, then warnings, rounding, notes; within one severity in the order of the document. */
  readonly findings: ReadonlyArray<Finding>
  readonly unread: ReadonlyArray<Unread>
}
