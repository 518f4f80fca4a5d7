/** 规则的 JSON: what a rule says, where it comes from, whose it is. */
import type { CheckRule, Receipt } from "@juesuan/rules"
import * as Schema from "effect/Schema"

const Wording = Schema.Struct({ zh: Schema.String, en: Schema.String })

/** `juesuan rules list`, `juesuan rules show`. */
export const RuleJson = Schema.Struct({
  id: Schema.String,
  label: Schema.String,
  labelEn: Schema.String,
  kind: Schema.Literals(["identity", "claim", "score", "plausibility"]),
  strength: Schema.Literals(["hard", "conditional", "soft"]),
  severity: Schema.Literals(["error", "warning", "rounding", "note"]),
  statement: Wording,
  jurisdiction: Schema.String,
  inForceFrom: Schema.String,
  citation: Schema.Struct({
    document: Schema.String,
    article: Schema.optionalKey(Schema.String),
    inForceFrom: Schema.optionalKey(Schema.String),
    quote: Schema.optionalKey(Schema.String),
    verified: Schema.Boolean
  })
}).annotate({ identifier: "Rule", title: "规则" })
export type RuleJson = typeof RuleJson.Type

/** `juesuan rules try`: how a user's rules came out. */
export const TriedJson = Schema.Struct({
  file: Schema.String,
  /** What they were tried on: a file's name, or unit and year of the books. */
  on: Schema.String,
  rules: Schema.Array(
    Schema.Struct({
      rule: Schema.String,
      label: Wording,
      outcome: Schema.Literals(["pass", "rounding", "fail", "not-applicable", "insufficient-data"]),
      counts: Schema.Record(Schema.String, Schema.Int),
      reason: Schema.optionalKey(Wording),
      findings: Schema.Array(Schema.Struct({ severity: Schema.String, message: Wording }))
    })
  )
}).annotate({ identifier: "Tried", title: "试用规则" })
export type TriedJson = typeof TriedJson.Type

export const ruleJson = (rule: CheckRule): RuleJson => {
  const { citation, id, inForceFrom, jurisdiction, kind, label, labelEn, severity, statement, strength } = rule
  return { id, label, labelEn, kind, strength, severity, statement, jurisdiction, inForceFrom, citation }
}

const labelOf = (rule: CheckRule | undefined) => ({ zh: rule?.label ?? "", en: rule?.labelEn ?? "" })

/** The receipts of a user's rules, each with what it found. */
export const triedJson = (
  file: string,
  on: string,
  rules: ReadonlyArray<CheckRule>,
  { findings, receipts }: Pick<Judgement, "findings" | "receipts">
): TriedJson => ({
  file,
  on,
  rules: receipts.map(({ counts, outcome, reason, rule }) => ({
    rule,
    label: labelOf(rules.find(({ id }) => id === rule)),
    outcome,
    counts,
    ...(reason === undefined ? {} : { reason }),
    findings: findings
      .filter((finding) => finding.rule === rule)
      .map(({ message, severity }) => ({ severity, message }))
  }))
})

interface Judgement {
  readonly receipts: ReadonlyArray<Receipt>
  readonly findings: ReadonlyArray<{
    readonly rule: string
    readonly severity: string
    readonly message: { readonly zh: string; readonly en: string }
  }>
}
