/** 公开文件: reading files that come from outside, and writing what goes out. The public API. */
export type { Sheet, SheetCell, SheetColumn } from "./Sheet.ts"
export { sheetText, type TextOptions } from "./write/text.ts"
export { type CsvOptions, sheetCsv } from "./write/csv.ts"
export { printedSheet, tableSheet } from "./write/tables.ts"
export { visible, widthOf } from "./write/wrapping.ts"
export type { Fault, Says } from "./read/Fault.ts"
export type { Field } from "./read/Layout.ts"
export { type Bytes, gather, peek, type Peeked } from "./read/gathering.ts"
export { limits } from "./read/limits.ts"
export { type FileContent, isLogLine, readRows, type RowContent, type RowFile } from "./read/import-file.ts"
export { jsonOf, type Line, LineUnreadable, linesOf } from "./read/lines.ts"
export type { RequestRow } from "./read/RequestRow.ts"
export { RequestLine } from "./read/requests.ts"
export { budgetFields } from "./read/budgets.ts"
export { voucherFields } from "./read/vouchers.ts"
export type { RawBlock, RawCell, RawDocument, RawGrid, RawParagraph } from "./published/RawDocument.ts"
// 公开文件 as bytes: readers of formats.
export { type NamedBytes, readRaw } from "./published/formats/read-raw.ts"

// --- 审核报告 the report of an audit, written ---------------------------------------------------------------------
export { findingsSheet, receiptsSheet, unreadSheet } from "./audit/sheets.ts"
export { auditWorkbook } from "./audit/workbook.ts"
export { auditPage } from "./audit/page.ts"
export { markedPdf } from "./audit/marked-pdf.ts"
export { auditText, type AuditTextOptions } from "./audit/text.ts"
export { kindNames, outcomeNames, severityNames, verdictNames } from "./audit/wording.ts"
// 自评 among the blocks of a document.
export { readEvaluations, type ReadEvaluations } from "./published/evaluations/read-evaluations.ts"
// 公开文件 understood: tables by their meaning, running text by its headings.
export { readDisclosure } from "./published/read-disclosure.ts"
export { readPublished } from "./published/readPublished.ts"
export { carryoverFields, type CarryoverRow, readCarryovers } from "./read/carryovers.ts"
export { readRuleFile } from "./read/rule-file.ts"
