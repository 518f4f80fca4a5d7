/** 批量审核的 JSON 与表页: one line a disclosure, and how all came out. */
import { type Sheet, verdictNames } from "@juesuan/documents"
import type { Verdict } from "@juesuan/rules"
import * as Schema from "effect/Schema"
import type { AuditedItem } from "../AuditBatches.ts"
import { AppError, type Lang } from "../AppError.ts"
import { AuditJson, auditJson, countsBySeverity } from "./audits.ts"

const readJudged = AuditJson.fields.counts.fields.cells

/** One disclosure of many. */
export const AuditedJson = Schema.Struct({
  files: Schema.Array(Schema.String),
  unit: Schema.NullOr(Schema.String),
  year: Schema.NullOr(Schema.Int),
  /** `unreadable`: nothing of it was audited, for the reason given. */
  verdict: Schema.Literals(["pass", "fail", "incomplete", "unreadable"]),
  reason: Schema.optionalKey(Schema.String),
  counts: Schema.NullOr(
    Schema.Struct({ findings: AuditJson.fields.counts.fields.findings, cells: readJudged, claims: readJudged })
  ),
  /** Where the report was written, with `--output`. */
  output: Schema.optionalKey(Schema.String),
  /** The whole report, without `--output`. */
  report: Schema.optionalKey(AuditJson)
}).annotate({ identifier: "Audited", title: "一份公开的审核结果" })
export type AuditedJson = typeof AuditedJson.Type

const BatchCountsJson = Schema.Struct({
  disclosures: Schema.Int,
  pass: Schema.Int,
  fail: Schema.Int,
  incomplete: Schema.Int,
  unreadable: Schema.Int
})
export type BatchCounts = typeof BatchCountsJson.Type

/** `juesuan audit FOLDER --json`. */
export const AuditBatchJson = Schema.Struct({
  disclosures: Schema.Array(AuditedJson),
  counts: BatchCountsJson,
  verdict: Schema.Literals(["pass", "fail", "incomplete"])
}).annotate({ identifier: "AuditBatch", title: "批量审核" })

/** One disclosure as it stands in the list, without its report. */
export const auditedJson = ({ names, outcome }: AuditedItem, lang: Lang, output?: string): AuditedJson => {
  const written = output === undefined ? {} : { output }
  if (outcome instanceof AppError) {
    const reason = [outcome.says[lang], ...outcome.issues.map(({ says }) => says[lang])].join(" ")
    return { files: names, unit: null, year: null, verdict: "unreadable", reason, counts: null, ...written }
  }
  const { coverage, document, findings, verdict } = outcome.report
  const { cells, claims } = coverage
  return {
    files: names,
    unit: document.unit ?? null,
    year: document.year ?? null,
    verdict,
    counts: { findings: countsBySeverity(findings), cells, claims },
    ...written
  }
}

/** One disclosure with its whole report. */
export const reportedJson = (item: AuditedItem, lang: Lang): AuditedJson => ({
  ...auditedJson(item, lang),
  ...(item.outcome instanceof AppError ? {} : { report: auditJson(item.outcome.report, lang) })
})

export const batchCounts = (all: ReadonlyArray<Pick<AuditedJson, "verdict">>): BatchCounts => {
  const count = (wanted: AuditedJson["verdict"]) => all.filter(({ verdict }) => verdict === wanted).length
  return {
    disclosures: all.length,
    pass: count("pass"),
    fail: count("fail"),
    incomplete: count("incomplete"),
    unreadable: count("unreadable")
  }
}

/** 结论 of all: an error in any fails; without one, everything must have been read. */
export const batchVerdict = ({ fail, incomplete, unreadable }: BatchCounts): Verdict =>
  fail > 0 ? "fail" : incomplete + unreadable > 0 ? "incomplete" : "pass"

const heading = {
  unit: ["单位", "unit"],
  year: ["年度", "year"],
  verdict: ["结论", "verdict"],
  error: ["错误", "errors"],
  warning: ["待说明", "warnings"],
  rounding: ["尾差", "rounding"],
  note: ["提示", "notes"],
  read: ["金额读到", "amounts read"],
  judged: ["判断", "judged"],
  files: ["文件", "files"],
  reason: ["原因", "reason"]
} as const

const unreadable = { zh: "读不了", en: "unreadable" }

/** One line a disclosure; `whole` for CSV, whose headings never change. */
export const batchSheet = (all: ReadonlyArray<AuditedJson>, lang: Lang, whole: boolean): Sheet => {
  const column = (id: keyof typeof heading, holds: "words" | "number" = "words") => ({
    id,
    headings: [heading[id][lang === "zh" ? 0 : 1]],
    holds
  })
  const hasReasons = whole || all.some(({ reason }) => reason !== undefined)
  return {
    columns: [
      column("unit"),
      column("year"),
      column("verdict"),
      column("error", "number"),
      column("warning", "number"),
      column("rounding", "number"),
      column("note", "number"),
      column("read", "number"),
      column("judged", "number"),
      column("files"),
      ...(hasReasons ? [column("reason")] : [])
    ],
    rows: all.map(({ counts, files, reason, unit, verdict, year }) => [
      unit,
      year === null ? null : String(year),
      verdict === "unreadable" ? unreadable[lang] : verdictNames[verdict][lang],
      ...(["error", "warning", "rounding", "note"] as const).map((severity) =>
        counts === null ? null : String(counts.findings[severity])
      ),
      counts === null ? null : String(counts.cells.read),
      counts === null ? null : String(counts.cells.judged),
      files.join(lang === "zh" ? "、" : ", "),
      ...(hasReasons ? [reason ?? null] : [])
    ])
  }
}
