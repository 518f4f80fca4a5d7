/** 审核报告的写法: one report as text, JSON, CSV, workbook, page, or as the audited PDF itself with the places marked. */
import {
  auditPage,
  auditText,
  auditWorkbook,
  findingsSheet,
  markedPdf,
  type NamedBytes,
  sheetCsv
} from "@juesuan/documents"
import * as Effect from "effect/Effect"
import { type AppError, type Lang, refusal } from "./AppError.ts"
import type { Audited } from "./Audits.ts"
import { auditJson, readTableJson } from "./json/audits.ts"

export const auditFormats = ["text", "json", "csv", "xlsx", "html", "pdf"] as const
export type AuditFormat = (typeof auditFormats)[number]

export interface WriteAuditOptions {
  readonly lang: Lang
  /** The audited files: a PDF among them is what is marked. */
  readonly files?: ReadonlyArray<NamedBytes>
  /** Columns of the terminal, for text. */
  readonly width?: number | undefined
  /** 尾差 and 提示 one by one; in a PDF they are marked too. */
  readonly details?: boolean | undefined
  /** Every receipt, for text. */
  readonly receipts?: boolean | undefined
  /** Every table as read, for JSON. */
  readonly tables?: boolean | undefined
}

const isPdf = ({ bytes }: NamedBytes): boolean => Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-")

const noPdf = (count: number): AppError =>
  refusal(
    "usage",
    "NoPdfToMark",
    { pdfs: count },
    count === 0
      ? {
          zh: "没有可以标注的 PDF：只有 PDF 才能以 pdf 输出。请改用 --format html。",
          en: "There is no PDF to mark: pdf marks the audited PDF itself. Use --format html."
        }
      : {
          zh: `有 ${count} 个 PDF，一次只能标注一个。请只给一个，或改用 --format html。`,
          en: `There are ${count} PDFs and one at a time can be marked. Give one, or use --format html.`
        }
  )

const marked = ({ report }: Audited, { details, files = [], lang }: WriteAuditOptions) =>
  Effect.gen(function* () {
    const pdfs = files.filter(isPdf)
    const [pdf] = pdfs
    if (pdf === undefined || pdfs.length > 1) return yield* Effect.fail(noPdf(pdfs.length))
    const shown = report.findings.filter(
      ({ severity }) => details === true || severity === "error" || severity === "warning"
    )
    return (yield* Effect.promise(() => markedPdf(pdf, shown, lang))) ?? pdf.bytes
  })

const json = ({ disclosure, report }: Audited, { lang, tables }: WriteAuditOptions): string => {
  const read = disclosure.tables.filter(({ arranged }) => arranged !== true).map(readTableJson)
  return `${JSON.stringify({ ...auditJson(report, lang), ...(tables === true ? { tables: read } : {}) }, null, 2)}\n`
}

/**
 * A report in one of its forms: text and CSV as a string, what is a file of its own as bytes.
 *
 * @example writeAudit(audited, "xlsx", { lang: "zh" })
 */
export const writeAudit = (
  audited: Audited,
  format: AuditFormat,
  options: WriteAuditOptions
): Effect.Effect<string | Uint8Array, AppError> => {
  const { disclosure, report } = audited
  const { lang } = options
  switch (format) {
    case "text":
      return Effect.sync(() => `${auditText(report, lang, options)}\n`)
    case "json":
      return Effect.sync(() => json(audited, options))
    case "csv":
      return Effect.sync(() => sheetCsv(findingsSheet(report, lang)))
    case "xlsx":
      return Effect.sync(() => auditWorkbook(report, lang))
    case "html":
      return Effect.sync(() => auditPage(report, disclosure, lang))
    case "pdf":
      return marked(audited, options)
  }
}
