/** 用例: what can be done with the books, once, for every adapter. The public API. */
export { AppError, type Category, type Issue, type Lang, type Says } from "./AppError.ts"
export { type AskedScope, type ProgressReport, type Question, ReportProgress, type Scope } from "./Question.ts"
export { Store, storeLayer, type StoreOptions, type StoreShape } from "./Store.ts"
export {
  type AdoptRequest,
  Books,
  type BooksShape,
  type CorrectRequest,
  type ImportFile,
  type ImportOptions,
  type LogFilter,
  type PageOptions,
  type RecordRequest,
  type WriteOptions
} from "./Books.ts"
export { type Answered, Disclosures, type DisclosuresShape, type Overview } from "./Disclosures.ts"
export { Explanations, type ExplanationsShape } from "./Explanations.ts"
export * from "./json/events.ts"
export * from "./json/explanations.ts"
export { RuleJson, ruleJson, TriedJson } from "./json/rules.ts"
export * from "./json/scores.ts"
export * from "./json/tables.ts"
export * from "./json/values.ts"
export { NarrativeJson, narrativeJson } from "./json/narrative.ts"
export { cellJson, evaluationJson, figureValue, scoresJson, tableJson } from "./json/figures.ts"
export { useCases } from "./useCases.ts"
// 审核 of published files.
export { type Audited, type AuditOptions, Audits, type AuditsShape } from "./Audits.ts"
export { auditing } from "./AuditsLive.ts"
export { AuditJson, auditJson, ReadTablesJson, readTableJson } from "./json/audits.ts"
export {
  AuditBatchJson,
  type AuditedJson,
  auditedJson,
  batchCounts,
  batchSheet,
  batchVerdict,
  reportedJson
} from "./json/audit-batches.ts"
export { type AuditedItem, auditEach, type AuditSource, belongTogether } from "./AuditBatches.ts"
export { type AuditFormat, auditFormats, writeAudit, type WriteAuditOptions } from "./AuditWriting.ts"
export { kindNames, type NamedBytes, outcomeNames, severityNames } from "@juesuan/documents"
export type { AuditReport, Finding, Outcome, ReportedReceipt, Where } from "@juesuan/rules"
/** Sheets: what every list is before it is text or CSV. */
export {
  cellsSheet,
  printedSheet,
  type Sheet,
  sheetCsv,
  sheetText,
  tableSheet,
  tablesPage,
  tablesWorkbook,
  widthOf
} from "@juesuan/documents"

/** 可信: verification, checkpoints, keys, evidence. */
export {
  type BundleRequest,
  type KeptCheckpoint,
  type Sealed,
  type SealOptions,
  Trust,
  type TrustShape,
  type VerifyOptions
} from "./Trust.ts"
export { keyFolder, keysToSign, keysToVerify, listKeys, makeKey, type NewKey } from "./trust/Keys.ts"
export { explainBundle, verifyBundle } from "./bundle/reading.ts"
export { type BackedUp, backUp, restore } from "./trust/Backups.ts"
export { diagnosis } from "./trust/Doctor.ts"
export * from "./json/trust.ts"
/** Rules as they are held, and as a user's file adds to them; no books are needed. */
export { rulesLive } from "./RulesLive.ts"
export type { RulesQuestion, RulesShape } from "./Rules.ts"
