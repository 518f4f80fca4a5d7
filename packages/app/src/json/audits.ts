/** 审核的 JSON: the report of an audit and the tables as read, as scripts get them. */
import { type Printed, type PublishedTable, Quantities } from "@juesuan/domain"
import type { AuditReport, Finding, ReportedReceipt, Wording } from "@juesuan/rules"
import type { Lang } from "../AppError.ts"
import type { Amount } from "./values.ts"

/** What stands in a cell that was read: blank and dash are null. */
type ReadCellJson = Amount | { readonly text: string } | { readonly unreadable: string } | null

const cellJson = (printed: Printed): ReadCellJson => {
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
export const readTableJson = (table: PublishedTable) => {
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

type Worded<A> = { readonly [Key in keyof A]: A[Key] extends Wording | undefined ? string : A[Key] }

/** The sentences of a record in one language. */
const worded = <A extends object>(record: A, lang: Lang): Worded<A> =>
  Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, isWording(value) ? value[lang] : value])
  ) as Worded<A>

const isWording = (value: unknown): value is Wording =>
  typeof value === "object" && value !== null && "zh" in value && "en" in value

const findingJson = (finding: Finding, lang: Lang) => ({
  ...worded(finding, lang),
  ...(finding.cause === undefined ? {} : { cause: worded(finding.cause, lang) })
})

const receiptJson = (receipt: ReportedReceipt, lang: Lang) => worded(receipt, lang)

const bySeverity = (findings: ReadonlyArray<Finding>) => {
  const counts = { error: 0, warning: 0, rounding: 0, note: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}

/** The report as JSON, its sentences in one language. */
export const auditJson = ({ coverage, document, findings, receipts, unread, verdict }: AuditReport, lang: Lang) => ({
  document: { ...document, unit: document.unit ?? null, year: document.year ?? null },
  verdict,
  counts: { findings: bySeverity(findings), ...coverage },
  receipts: receipts.map((receipt) => receiptJson(receipt, lang)),
  findings: findings.map((finding) => findingJson(finding, lang)),
  unread: unread.map((each) => worded(each, lang))
})
