/** 导入文件: what kind of file it is, by its head, and its rows. */
import * as Result from "effect/Result"
import { readBudgets, budgetFields } from "./budgets.ts"
import { decodeText } from "./decode-text.ts"
import { type Fault, fault } from "./Fault.ts"
import { type Field, headingsOf, normalizedHeading } from "./Layout.ts"
import type { RequestRow } from "./RequestRow.ts"
import { readRequests } from "./requests.ts"
import { readVouchers, voucherFields } from "./vouchers.ts"

/** What a file of rows can hold. */
export type RowContent = "vouchers" | "budgets" | "requests"

/** What a file can hold. */
export type FileContent = RowContent | "log"

/** Rows that were read. */
export interface RowFile {
  readonly content: RowContent
  readonly rows: ReadonlyArray<RequestRow>
}

/** Whether a file is an exported log, told by its first line: an envelope has a position and a stream. */
export const isLogLine = (text: string): boolean =>
  /^\uFEFF?\s*\{/u.test(text) && /"position"\s*:/u.test(text) && /"stream"\s*:/u.test(text)

const share = (headings: ReadonlyArray<string>, fields: Readonly<Record<string, Field>>): number => {
  const known = new Set(Object.values(fields).flatMap(headingsOf))
  return headings.filter((heading) => known.has(heading)).length
}

/** Which layout the headings fit better; a column that only one of them has decides. */
const contentOf = (text: string): RowContent | undefined => {
  const firstLine = text.trimStart().split(/[\r\n]/u, 1)[0] ?? ""
  if (firstLine.startsWith("{")) return "requests"
  const headings = firstLine.split(/[,\t]/u).map((cell) => normalizedHeading(cell.replaceAll('"', "")))
  const vouchers = share(headings, voucherFields)
  const budgets = share(headings, budgetFields)
  if (vouchers === 0 && budgets === 0) return undefined
  return budgets > vouchers ? "budgets" : "vouchers"
}

const readers = { vouchers: readVouchers, budgets: readBudgets, requests: readRequests }

/** Reads a file of rows: vouchers, budgets or requests, as the user says or as its head shows. */
export const readRows = (
  file: string,
  bytes: Uint8Array,
  named?: RowContent
): Result.Result<RowFile, ReadonlyArray<Fault>> => {
  const decoded = decodeText(file, bytes)
  if (Result.isFailure(decoded)) return Result.fail([decoded.failure])
  const { text } = decoded.success
  const content = named ?? contentOf(text)
  if (content === undefined) return Result.fail([unrecognised(file, text)])
  return Result.map(readers[content](file, text), (rows) => ({ content, rows }))
}

const unrecognised = (file: string, text: string): Fault => {
  const labels = (fields: Readonly<Record<string, Field>>) =>
    Object.values(fields)
      .map(({ label }) => label)
      .join("、")
  return text.trim() === ""
    ? fault({ file }, "FileEmpty", { zh: "文件是空的", en: "the file is empty" })
    : fault(
        { file, line: 1 },
        "FileUnrecognised",
        { zh: "看不出是什么文件", en: "it is not clear what this file holds" },
        {
          found: text.trimStart().split(/[\r\n]/u, 1)[0] ?? "",
          expected: {
            zh: `首行列名（凭证：${labels(voucherFields)}；预算：${labels(budgetFields)}）或 JSON 行`,
            en: `headings in the first line (vouchers: ${Object.keys(voucherFields).join(", ")}; budgets: ${Object.keys(budgetFields).join(", ")}) or JSON lines`
          }
        }
      )
}
