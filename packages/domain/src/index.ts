/**
 * 数量、事件、决策、账册与数字的理由: the domain of departmental final accounts, pure: no clock, no randomness, no I/O.
 *
 * The way of a fact: outside data → `decodeRequest` → `commandFrom` → `route` → a decider's `decide` → events → a log of
 * your own → `foldLedger` → entries and facts, from which figures with their reasons are derived.
 */

// --- 数量 quantities -------------------------------------------------------------------------------------------------
/** The one door for numbers: 分 as safe integers, exact decimals with units, rounding by name. */
export * as Quantities from "./Quantity.ts"
export type { Fen, Quantity, RoundingMode, Unit } from "./Quantity.ts"

// --- 术语与科目 terms and classifications ----------------------------------------------------------------------------
/** The closed lists (资金性质, 收入来源, 支出类型 …): identifier ↔ 中文. */
export {
  AdjustmentKind,
  adjustmentSign,
  BasicExpenditurePart,
  DistributionPurpose,
  ExpenditureKind,
  Fund,
  fundOfSource,
  Grade,
  IndicatorDirection,
  IndicatorGroup,
  IndicatorOperator,
  ItemLevel,
  Jurisdiction,
  normalizedLabel,
  ProcurementCategory,
  QualitativeResult,
  RevenueSource,
  SupplierSize,
  type Term,
  type TermList,
  ThreePublicCount,
  ThreePublicItem,
  UnitCategory,
  VehicleKind
} from "./Terms.ts"
/** What a misspelt name may have been meant for. */
export { nearestTo } from "./Nearest.ts"
/** 功能分类 and 经济分类 codes: two types that do not mix. */
export { EconomicCode, FunctionalCode, isEconomicCode, isFunctionalCode } from "./ItemCode.ts"
/** The classifications of a year, with how sure each item is. */
export * as Classifications from "./Classification.ts"
export type {
  AdoptedItem,
  AdoptionRefusal,
  Classification,
  ClassificationItem,
  ClassificationKind,
  ClassificationNotHeld,
  ClassificationSource,
  CodeOf,
  Sureness,
  UnknownCode
} from "./Classification.ts"

// --- 事件 events -----------------------------------------------------------------------------------------------------
/** Units, years, projects, days; streams and event ids. */
export {
  DateText,
  EventId,
  eventId,
  EventReference,
  FiscalYear,
  isDay,
  parseEventId,
  parseStreamName,
  ProjectCode,
  type Stream,
  streamName,
  UnitCode
} from "./EventId.ts"
/** Every kind of event with its schema and label; the envelope it is stored and exported in. */
export {
  type DataOf,
  decodeEvent,
  type DecodingIssue,
  type DomainEvent,
  type EventKind,
  type EventKindEntry,
  eventKindOf,
  eventKinds,
  type EventMetadata,
  type Fact,
  type FactKind,
  type Family,
  isEventKind,
  type ProjectEvent,
  type ProjectFact,
  type ReversalEvent,
  type StoredEvent,
  type UnitEvent,
  type UnitFact,
  type YearEvent,
  type YearFact
} from "./Event.ts"
export type { BudgetLine } from "./events/fields.ts"
export type { Actual, Target } from "./events/project.ts"

// --- 命令与决策 commands and decisions -------------------------------------------------------------------------------
/** Whether an event stands in a stream of its family. */
export { misplacement } from "./Placement.ts"
/** Requests from outside, decoded with every fault listed. */
export {
  decodeRequest,
  type RequestIssue,
  requestIssueMessage,
  requestIssueSummary,
  requestSchema
} from "./RequestDecoder.ts"
export { type Fault, faultMessage } from "./RequestFault.ts"
/** Commands, the events they refer to, and the streams that decide them. */
export {
  type Command,
  commandFrom,
  type CommandRequest,
  correctionsOf,
  type Original,
  type ProjectCommand,
  referencesIn,
  route,
  type Routed,
  type Scope,
  type UnitCommand,
  type YearCommand
} from "./Command.ts"
/** Why a decision says no: named, with fields, in one order of precedence, as a sentence in two languages. */
export { type Refusal, type RefusalOf, refusalPrecedence, type RefusalTag } from "./Refusal.ts"
export { refusalMessage } from "./refusal-messages.ts"
export type { Lang, Says } from "./Language.ts"
/** The deciders of a unit, a year and a project. The folds alone are what a store keeps and advances. */
export type { Decider, Fold } from "./Decider.ts"
export {
  classificationRefusal,
  type UnitContext,
  unitDecider,
  unitFold,
  type UnitState,
  yearContext
} from "./UnitDecider.ts"
export { yearDecider } from "./YearDecider.ts"
export type { YearContext } from "./LineChecks.ts"
/** The state of a year, and what it tells: budget lines with what is left on them, closing carry-over as of now. */
export { availableFor, budgetLines, closingCarryovers, yearFold, type YearState } from "./YearState.ts"
export { projectDecider, projectFold } from "./ProjectDecider.ts"
export type { ProjectContext } from "./EvaluationChecks.ts"
export { type CurrentIndicator, indicatorsOf, type ProjectState } from "./ProjectState.ts"

// --- 账 the ledger ---------------------------------------------------------------------------------------------------
/** Entries: the columns of facts that every figure is summed from. */
export {
  accounts,
  type Account,
  type Dimensions,
  Entries,
  type Entry,
  type EntrySource,
  type Selection,
  selects,
  type Sum,
  type SummedEntries
} from "./Entries.ts"
/** The fold of the log as of a point: position, recorded time, business date. */
export {
  type AsOf,
  entriesOf,
  type FoldedEvent,
  foldLedger,
  isEntriesOnly,
  isWithin,
  Ledger,
  type RecordedFact,
  type SummedYear
} from "./Ledger.ts"

// --- 数字与公开 figures and disclosures ------------------------------------------------------------------------------
/** A value with its reason. */
export {
  type Because,
  type Citation,
  type Figure,
  type FigureValue,
  leavesOf,
  type NoValue,
  quantityOf
} from "./Figure.ts"
/** A disclosure as data, derived or read. */
export type * from "./Disclosure.ts"
/** What a published file states, as printed, with the place of every value; how printed numbers are read. */
export type * from "./Published.ts"
export { cellAddress } from "./Published.ts"
export { intervalOf, isMoneyUnit, printedCellText, printedNumber } from "./Printed.ts"
