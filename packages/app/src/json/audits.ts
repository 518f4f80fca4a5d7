/** 审核的 JSON: the report of an audit and the tables as read, as scripts get them. */
import { type Printed, type PublishedTable, Quantities } from "@juesuan/domain"
import type { AuditReport, CauseCandidate, Finding, ReportedReceipt } from "@juesuan/rules"
import * as Schema from "effect/Schema"
import type { Lang } from "../AppError.ts"
import { Amount } from "./values.ts"

const optionalText = Schema.optionalKey(Schema.String)

/** 矩形 on a page, in points from its top left corner. */
const RectangleJson = Schema.Struct({
  left: Schema.Number,
  top: Schema.Number,
  right: Schema.Number,
  bottom: Schema.Number
})

/** 出处: where in a file. */
const placeFields = {
  file: optionalText,
  page: Schema.optionalKey(Schema.Int),
  sheet: optionalText,
  line: Schema.optionalKey(Schema.Int),
  rectangle: Schema.optionalKey(RectangleJson)
}

const WhereJson = Schema.Struct({
  table: optionalText.annotateKey({
    description: "as in tables[].table: 公开03; 自评/<project> of an evaluation form"
  }),
  title: optionalText.annotateKey({ description: "as in tables[].title" }),
  row: optionalText.annotateKey({ description: "as in tables[].rows[].label" }),
  column: optionalText.annotateKey({ description: "as in tables[].columns[].label" }),
  section: optionalText,
  quote: optionalText,
  address: optionalText.annotateKey({ description: "by meaning, the same in every form of the table" }),
  ...placeFields
}).annotate({ identifier: "Where", title: "所在" })

const SeverityJson = Schema.Literals(["error", "warning", "rounding", "note"])
const OutcomeJson = Schema.Literals(["pass", "rounding", "fail", "not-applicable", "insufficient-data"])

const CandidateJson = Schema.Struct({ kind: Schema.String, label: Schema.String, where: Schema.Array(WhereJson) })

const FindingJson = Schema.Struct({
  rule: Schema.String,
  severity: SeverityJson,
  message: Schema.String,
  cause: Schema.optionalKey(
    Schema.Struct({
      kind: Schema.String,
      label: Schema.String,
      certainty: Schema.Literals(["certain", "possible"]),
      alternatives: Schema.optionalKey(Schema.Array(CandidateJson))
    })
  ),
  where: Schema.Array(WhereJson),
  expected: optionalText,
  found: optionalText,
  difference: optionalText,
  tolerance: optionalText,
  basis: optionalText,
  rules: Schema.optionalKey(Schema.Array(Schema.String))
}).annotate({ identifier: "Finding", title: "发现" })

const countsByOutcome = Schema.Struct({
  pass: Schema.Int,
  rounding: Schema.Int,
  fail: Schema.Int,
  "not-applicable": Schema.Int,
  "insufficient-data": Schema.Int
})

const ReceiptJson = Schema.Struct({
  rule: Schema.String,
  label: Schema.String,
  kind: Schema.Literals(["identity", "claim", "score", "plausibility"]),
  strength: Schema.Literals(["hard", "conditional", "soft"]),
  outcome: OutcomeJson,
  counts: countsByOutcome,
  reason: optionalText
}).annotate({ identifier: "Receipt", title: "回执" })

const readJudged = Schema.Struct({ read: Schema.Int, judged: Schema.Int })

/** What stands in a cell that was read: blank and dash are null. */
const ReadCellJson = Schema.NullOr(
  Schema.Union([Amount, Schema.Struct({ text: Schema.String }), Schema.Struct({ unreadable: Schema.String })])
)

export const ReadTableJson = Schema.Struct({
  table: Schema.String,
  title: Schema.String,
  meaning: Schema.NullOr(Schema.String),
  unit: Schema.NullOr(Schema.String),
  columns: Schema.Array(Schema.Struct({ key: Schema.String, label: Schema.String })),
  rows: Schema.Array(
    Schema.Struct({ key: Schema.String, label: Schema.String, cells: Schema.Record(Schema.String, ReadCellJson) })
  ),
  statedEmpty: optionalText,
  notes: Schema.Array(Schema.String)
}).annotate({ identifier: "ReadTable", title: "读到的表" })
type ReadTableJson = typeof ReadTableJson.Type

/** `juesuan audit --tables-json`. */
export const ReadTablesJson = Schema.Array(ReadTableJson)

const headFields = {
  files: Schema.Array(Schema.Struct({ name: Schema.String, format: Schema.String, pages: Schema.NullOr(Schema.Int) })),
  unit: Schema.NullOr(Schema.String),
  year: Schema.NullOr(Schema.Int)
}

/** `juesuan audit --json` and `juesuan check --json`. */
export const AuditJson = Schema.Struct({
  document: Schema.Struct({
    ...headFields,
    previous: Schema.NullOr(Schema.Struct(headFields)).annotateKey({
      description: "the disclosure of the year before that it was held against; null where none was"
    }),
    ruleSet: Schema.Struct({
      id: Schema.String,
      label: Schema.String,
      chosenBy: Schema.Literals(["given", "name", "books", "default"])
    }),
    tables: Schema.Array(Schema.Struct({ id: Schema.String, title: Schema.String, recognised: Schema.Boolean })),
    paragraphs: Schema.Int,
    evaluations: Schema.Array(Schema.String)
  }),
  verdict: Schema.Literals(["pass", "fail", "incomplete"]),
  counts: Schema.Struct({
    findings: Schema.Struct({ error: Schema.Int, warning: Schema.Int, rounding: Schema.Int, note: Schema.Int }),
    cells: readJudged,
    claims: readJudged,
    rules: countsByOutcome
  }),
  receipts: Schema.Array(ReceiptJson),
  findings: Schema.Array(FindingJson),
  unread: Schema.Array(
    Schema.Struct({ text: Schema.String, reason: Schema.String, place: Schema.Struct(placeFields) })
  ),
  tables: Schema.optionalKey(ReadTablesJson)
}).annotate({ identifier: "Audit", title: "审核报告" })
export type AuditJson = typeof AuditJson.Type

const cellJson = (printed: Printed): typeof ReadCellJson.Type => {
  switch (printed._tag) {
    case "Blank":
    case "Dash":
      return null
    case "Words":
      return { text: printed.text }
    case "Unreadable":
      return { unreadable: printed.text }
    case "Number": {
      const value = printed.text.normalize("NFKC").replaceAll(/[,，\s]|[^\d.]+$/gu, "")
      return { value, unit: printed.shown, exact: Quantities.text(printed.value) }
    }
  }
}

/** A table as read: codes are row keys; a column without a place in a row is left out. */
export const readTableJson = (table: PublishedTable): ReadTableJson => {
  const columns = table.columns.filter(({ arranged }) => arranged !== true)
  return {
    table: table.id,
    title: table.title,
    meaning: table.meaning ?? null,
    unit: table.unit?.shown ?? null,
    columns: columns.map(({ label, number }, index) => ({ key: String(number ?? index + 1), label })),
    rows: table.rows
      .filter(({ arranged }) => arranged !== true)
      .map(({ cells, key, label }) => ({
        key,
        label,
        cells: Object.fromEntries(
          columns.flatMap((column) => {
            const cell = cells[column.key]
            return cell === undefined ? [] : [[column.label, cellJson(cell.printed)]]
          })
        )
      })),
    ...(table.statedEmpty === undefined ? {} : { statedEmpty: table.statedEmpty.text }),
    notes: table.notes
  }
}

const candidateJson = ({ kind, label, where }: CauseCandidate, lang: Lang) => ({ kind, label: label[lang], where })

const causeJson = ({ alternatives, certainty, kind, label }: NonNullable<Finding["cause"]>, lang: Lang) => ({
  kind,
  label: label[lang],
  certainty,
  ...(alternatives === undefined ? {} : { alternatives: alternatives.map((each) => candidateJson(each, lang)) })
})

const findingJson = ({ basis, cause, message, where, ...finding }: Finding, lang: Lang) => ({
  ...finding,
  message: message[lang],
  ...(cause === undefined ? {} : { cause: causeJson(cause, lang) }),
  where,
  ...(basis === undefined ? {} : { basis: basis[lang] })
})

const receiptJson = ({ label, reason, ...receipt }: ReportedReceipt, lang: Lang) => ({
  ...receipt,
  label: label[lang],
  ...(reason === undefined ? {} : { reason: reason[lang] })
})

/** How many findings there are of each severity. */
export const countsBySeverity = (findings: ReadonlyArray<Finding>): AuditJson["counts"]["findings"] => {
  const counts = { error: 0, warning: 0, rounding: 0, note: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}

const namesOf = ({ unit, year }: Pick<AuditReport["document"], "unit" | "year">) => ({
  unit: unit ?? null,
  year: year ?? null
})

/** The report as JSON, its sentences in one language. */
export const auditJson = (
  { coverage, document, findings, receipts, unread, verdict }: AuditReport,
  lang: Lang
): AuditJson => ({
  document: {
    ...document,
    ...namesOf(document),
    previous: document.previous === undefined ? null : { files: document.previous.files, ...namesOf(document.previous) }
  },
  verdict,
  counts: { findings: countsBySeverity(findings), ...coverage },
  receipts: receipts.map((receipt) => receiptJson(receipt, lang)),
  findings: findings.map((finding) => findingJson(finding, lang)),
  unread: unread.map(({ place, reason, text }) => ({ text, reason: reason[lang], place }))
})
