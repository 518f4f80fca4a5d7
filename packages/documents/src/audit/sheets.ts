/** 审核报告的表页: findings, receipts and what was not understood as sheets, for CSV files and workbooks. */
import type { AuditReport, Finding } from "@juesuan/rules"
import type { Sheet, SheetColumn } from "../Sheet.ts"
import { causeText, kindNames, type Language, outcomeNames, severityNames, whereText, words } from "./wording.ts"

const column = (id: string, heading: string, holds: SheetColumn["holds"] = "words"): SheetColumn => ({
  id,
  headings: [heading],
  holds
})

const findingRow = (finding: Finding, lang: Language): ReadonlyArray<string | null> => [
  severityNames[finding.severity][lang],
  finding.rule,
  finding.message[lang],
  finding.cause === undefined ? null : causeText(finding.cause, lang),
  finding.where.map((where) => whereText(where, lang)).join("\n") || null,
  finding.found ?? null,
  finding.expected ?? null,
  finding.difference ?? null,
  finding.tolerance ?? null,
  finding.basis?.[lang] ?? null
]

/** One line a finding; the headings of a CSV file never change. */
export const findingsSheet = ({ findings }: Pick<AuditReport, "findings">, lang: Language): Sheet => ({
  title: words.findings[lang],
  columns: [
    column("severity", words.severity[lang]),
    column("rule", words.rule[lang]),
    column("message", words.message[lang]),
    column("cause", words.cause[lang]),
    column("where", words.place[lang]),
    column("found", words.found[lang]),
    column("expected", words.expected[lang]),
    column("difference", words.difference[lang]),
    column("tolerance", words.tolerance[lang]),
    column("basis", words.basis[lang])
  ],
  rows: findings.map((finding) => findingRow(finding, lang))
})

/** One line a rule: how it came out, and at how many places. */
export const receiptsSheet = ({ receipts }: Pick<AuditReport, "receipts">, lang: Language): Sheet => ({
  title: words.receipts[lang],
  columns: [
    column("rule", words.rule[lang]),
    column("label", words.label[lang]),
    column("kind", words.kind[lang]),
    column("outcome", words.outcome[lang]),
    column("pass", outcomeNames.pass[lang], "number"),
    column("rounding", outcomeNames.rounding[lang], "number"),
    column("fail", outcomeNames.fail[lang], "number"),
    column("not-applicable", outcomeNames["not-applicable"][lang], "number"),
    column("insufficient-data", outcomeNames["insufficient-data"][lang], "number"),
    column("reason", words.reason[lang])
  ],
  rows: receipts.map(({ counts, kind, label, outcome, reason, rule }) => [
    rule,
    label[lang],
    kindNames[kind][lang],
    outcomeNames[outcome][lang],
    String(counts.pass),
    String(counts.rounding),
    String(counts.fail),
    String(counts["not-applicable"]),
    String(counts["insufficient-data"]),
    reason?.[lang] ?? null
  ])
})

/** What stands in the document and was not understood, and why. */
export const unreadSheet = ({ unread }: Pick<AuditReport, "unread">, lang: Language): Sheet => ({
  title: words.unread[lang],
  columns: [column("text", words.text[lang]), column("reason", words.reason[lang]), column("where", words.place[lang])],
  rows: unread.map(({ place, reason, text }) => [text, reason[lang], whereText(place, lang)])
})
