/** 数量、事件、账册与数字的理由: quantities, events, the ledger and figures with reasons. The public API. */
export * as Quantities from "./Quantity.ts"
export type { Fen, Quantity, RoundingMode, Unit } from "./Quantity.ts"
export * from "./EventId.ts"
export * from "./Event.ts"
export * from "./Entries.ts"
export * from "./Ledger.ts"
export * from "./Figure.ts"
export * from "./Disclosure.ts"
export * from "./Terms.ts"
export { nearestTo } from "./Nearest.ts"
export * from "./ItemCode.ts"
export type { BudgetLine } from "./events/fields.ts"
export type { Actual, Target } from "./events/project.ts"
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
