/**
 * 业务日期: on which days the things of a fiscal year may have happened. Money moves within the year. Budgets and projects
 * may be approved in the year before (部门预算 is approved before 1 January as often as after). Goals and indicators may be
 * declared then too, and still be changed after the year (that is unwise, and shows). Closing, evaluating, publishing and
 * explaining happen from the year on, without an end.
 */
import type { ProjectFact, YearFact } from "./Event.ts"
import type { Refusal } from "./Refusal.ts"

type DatedKind = (YearFact | ProjectFact)["type"]

interface Window {
  /** First day: of the year, or of the year before. */
  readonly from: "year" | "year-before"
  /** Whether the last day is 31 December of the year; otherwise there is none. */
  readonly ends: boolean
}

const within: Window = { from: "year", ends: true }
const budgeting: Window = { from: "year-before", ends: true }
const declaring: Window = { from: "year-before", ends: false }
const concluding: Window = { from: "year", ends: false }

const windows: { readonly [Kind in DatedKind]: Window } = {
  YearOpened: within,
  ProjectListed: budgeting,
  InitialBudgetApproved: budgeting,
  BudgetAdjusted: within,
  BudgetReallocated: within,
  ThreePublicBudgetApproved: budgeting,
  ThreePublicBudgetAdjusted: within,
  RevenueReceived: within,
  PaymentMade: within,
  PaymentReturned: within,
  NonFiscalSurplusUsed: within,
  SurplusDistributed: within,
  ProcurementContracted: within,
  VehiclesCounted: within,
  LargeEquipmentCounted: within,
  ThreePublicCounted: within,
  ComparativeRecorded: concluding,
  ReasonStated: concluding,
  YearClosed: concluding,
  YearReopened: concluding,
  DisclosurePublished: concluding,

  ProjectEstablished: budgeting,
  PerformanceGoalDeclared: declaring,
  PerformanceGoalAdjusted: declaring,
  IndicatorDeclared: declaring,
  IndicatorAdjusted: declaring,
  ActualValueRecorded: concluding,
  IndicatorScored: concluding,
  DeviationExplained: concluding,
  SelfEvaluationConcluded: concluding,
  DepartmentEvaluationConcluded: concluding
}

/** Whether a thing of this kind can have happened on that day in the books of this year. */
export const refusedDate = (type: DatedKind, occurredOn: string, year: number): Refusal | undefined => {
  const window = windows[type]
  const from = `${window.from === "year" ? year : year - 1}-01-01`
  const until = `${year}-12-31`
  if (occurredOn >= from && (!window.ends || occurredOn <= until)) return undefined
  return { _tag: "DateOutsideYear", type, year, occurredOn, from, ...(window.ends ? { until } : {}) }
}
