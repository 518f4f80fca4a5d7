/**
 * 年度状态: what the decisions of a fiscal year need to know, and nothing else: whether the year is open, which projects
 * take part, what is left on every budget line, what was returned of which payment, which events were reversed.
 *
 * Immutable, in persistent maps: a payment costs a handful of small copies whatever the length of the stream, and a state
 * that two callers advance from the same version stays as it was for both. A reversal is the original applied with the
 * opposite sign: it carries what it takes back, so nothing is looked up.
 */
import * as HashMap from "effect/HashMap"
import * as HashSet from "effect/HashSet"
import * as Option from "effect/Option"
import {
  availableOn,
  type BudgetControl,
  closingByClass,
  emptyControl,
  lineCodeFor,
  lineCodes,
  lineWith,
  withApproval,
  withBudget,
  withCarryover,
  withPayment,
  withReceipt
} from "./BudgetControl.ts"
import type { Fold } from "./Decider.ts"
import type { DataOf, YearEvent, YearFact } from "./Event.ts"
import type { BudgetLine } from "./events/fields.ts"
import { type Fen, fenOfText, negatedFen, plusFen, zeroFen } from "./Quantity.ts"
import { type AdjustmentKind, adjustmentSign, fundOfSource, type ThreePublicItem } from "./Terms.ts"

/** “三公”经费预算 of one item. */
export interface ThreePublicBudget {
  readonly approvals: number
  readonly amount: Fen
}

/** 年度状态. */
export interface YearState {
  readonly status: "unopened" | "open" | "closed"
  /** Listed projects: code to name. */
  readonly projects: HashMap.HashMap<string, string>
  /** Budget control by fund, kind and project. */
  readonly controls: HashMap.HashMap<string, BudgetControl>
  readonly threePublic: HashMap.HashMap<ThreePublicItem, ThreePublicBudget>
  /** What was returned, by the id of the payment. */
  readonly returned: HashMap.HashMap<string, Fen>
  /** Ids of reversed events. */
  readonly reversed: HashSet.HashSet<string>
}

const initial: YearState = {
  status: "unopened",
  projects: HashMap.empty(),
  controls: HashMap.empty(),
  threePublic: HashMap.empty(),
  returned: HashMap.empty(),
  reversed: HashSet.empty()
}

/** Whose lines share one control: fund, kind and project. */
type Purpose = Omit<BudgetLine, "functional">

const purposeKey = ({ fund, kind, project }: Purpose): string => `${fund}|${kind}|${project ?? ""}`

/** The budget control of a fund, kind and project. */
export const controlOf = (state: YearState, purpose: Purpose): BudgetControl =>
  Option.getOrUndefined(HashMap.get(state.controls, purposeKey(purpose))) ?? emptyControl(purpose)

export const withControl = (state: YearState, control: BudgetControl): YearState => ({
  ...state,
  controls: HashMap.set(state.controls, purposeKey(control.line), control)
})

/** The “三公”经费 budget of an item so far. */
export const threePublicOf = (state: YearState, item: ThreePublicItem): ThreePublicBudget =>
  Option.getOrUndefined(HashMap.get(state.threePublic, item)) ?? { approvals: 0, amount: zeroFen }

/** What was returned of a payment so far. */
export const returnedOf = (state: YearState, payment: string): Fen =>
  Option.getOrUndefined(HashMap.get(state.returned, payment)) ?? zeroFen

type Sign = 1 | -1

const signed = (sign: Sign, amount: string): Fen => {
  const fen = fenOfText(amount)
  return sign === 1 ? fen : negatedFen(fen)
}

const opened = (state: YearState, { carryovers }: DataOf<"YearOpened">, sign: Sign): YearState =>
  carryovers.reduce<YearState>(
    (before, carryover) =>
      withControl(
        before,
        withCarryover(controlOf(before, carryover), carryover.functional, signed(sign, carryover.amount), sign)
      ),
    { ...state, status: sign === 1 ? "open" : "unopened" }
  )

const approved = (state: YearState, data: DataOf<"InitialBudgetApproved">, sign: Sign): YearState => {
  const control = withBudget(controlOf(state, data), data.functional, signed(sign, data.approved), sign)
  return withControl(state, withApproval(control, data.functional, sign))
}

/** A budget line raised or lowered by an event that counts (`sign` 1) or that was reversed (-1). */
const moved = (state: YearState, line: BudgetLine, amount: Fen, sign: Sign): YearState =>
  withControl(state, withBudget(controlOf(state, line), line.functional, amount, sign))

const times = (left: Sign, right: Sign): Sign => (left === right ? 1 : -1)

const reallocated = (state: YearState, { amount, from, to }: DataOf<"BudgetReallocated">, sign: Sign): YearState =>
  moved(moved(state, from, signed(times(sign, -1), amount), sign), to, signed(sign, amount), sign)

const threePublicMoved = (state: YearState, item: ThreePublicItem, amount: Fen, approvals: number): YearState => {
  const known = threePublicOf(state, item)
  const budget = { approvals: known.approvals + approvals, amount: plusFen(known.amount, amount) }
  return { ...state, threePublic: HashMap.set(state.threePublic, item, budget) }
}

const spent = (state: YearState, line: BudgetLine, amount: Fen): YearState =>
  withControl(state, withPayment(controlOf(state, line), line.functional, amount))

const received = (state: YearState, line: BudgetLine, amount: Fen): YearState =>
  withControl(state, withReceipt(controlOf(state, line), line.functional, amount))

const returned = (state: YearState, data: DataOf<"PaymentReturned">, sign: Sign): YearState => {
  const total = plusFen(returnedOf(state, data.payment), signed(sign, data.amount))
  return {
    ...spent(state, data, signed(times(sign, -1), data.amount)),
    returned:
      total === 0 ? HashMap.remove(state.returned, data.payment) : HashMap.set(state.returned, data.payment, total)
  }
}

const adjustmentOf = (adjustment: AdjustmentKind, amount: string, sign: Sign): Fen =>
  signed(times(sign, adjustmentSign(adjustment)), amount)

/** The state after a fact; with the sign -1, after the fact was taken back. */
const apply = (state: YearState, fact: YearFact, sign: Sign): YearState => {
  switch (fact.type) {
    case "YearOpened":
      return opened(state, fact.data, sign)
    case "ProjectListed":
      return {
        ...state,
        projects:
          sign === 1
            ? HashMap.set(state.projects, fact.data.project, fact.data.name)
            : HashMap.remove(state.projects, fact.data.project)
      }
    case "InitialBudgetApproved":
      return approved(state, fact.data, sign)
    case "BudgetAdjusted":
      return moved(state, fact.data, adjustmentOf(fact.data.adjustment, fact.data.amount, sign), sign)
    case "BudgetReallocated":
      return reallocated(state, fact.data, sign)
    case "ThreePublicBudgetApproved":
      return threePublicMoved(state, fact.data.item, signed(sign, fact.data.amount), sign)
    case "ThreePublicBudgetAdjusted": {
      const { adjustment, amount, item } = fact.data
      return threePublicMoved(state, item, adjustmentOf(adjustment, amount, sign), 0)
    }
    case "RevenueReceived": {
      const line = { ...fact.data, fund: fundOfSource(fact.data.source) }
      return received(state, line, signed(sign, fact.data.amount))
    }
    case "PaymentMade":
      return spent(state, fact.data, signed(sign, fact.data.amount))
    case "PaymentReturned":
      return returned(state, fact.data, sign)
    case "NonFiscalSurplusUsed":
      return received(state, fact.data, signed(sign, fact.data.amount))
    case "SurplusDistributed":
      return received(state, fact.data, signed(times(sign, -1), fact.data.amount))
    case "YearClosed":
      return { ...state, status: sign === 1 ? "closed" : "open" }
    case "YearReopened":
      return { ...state, status: sign === 1 ? "open" : "closed" }
    case "ProcurementContracted":
    case "VehiclesCounted":
    case "LargeEquipmentCounted":
    case "ThreePublicCounted":
    case "ComparativeRecorded":
    case "ReasonStated":
    case "DisclosurePublished":
      return state
  }
}

/** 年度的状态演变: what a store folds and keeps. */
export const yearFold: Fold<YearState, YearEvent> = {
  initialState: () => initial,
  evolve: (state, event) =>
    event.type === "EventReversed"
      ? {
          ...apply(state, event.data.original as YearFact, -1),
          reversed: HashSet.add(state.reversed, event.data.event)
        }
      : apply(state, event, 1)
}

/** 预算指标及可用数: every budget line with what is left on it, by fund, kind, project and code. */
export const budgetLines = (state: YearState): ReadonlyArray<{ readonly line: BudgetLine; readonly available: Fen }> =>
  controlsOf(state).flatMap((control) =>
    lineCodes(control)
      .toSorted()
      .map((code) => ({ line: lineWith(control, code), available: availableOn(control, code) }))
  )

/** 可用数 for a payment with these codes; `undefined` where no budget line covers it. */
export const availableFor = (
  state: YearState,
  payment: BudgetLine
): { readonly line: BudgetLine; readonly available: Fen } | undefined => {
  const control = controlOf(state, payment)
  const code = lineCodeFor(control, payment.functional)
  return code === undefined ? undefined : { line: lineWith(control, code), available: availableOn(control, code) }
}

/** 年末结转和结余 as of now by fund, kind, project and functional class; lines with zero are left out. */
export const closingCarryovers = (
  state: YearState
): ReadonlyArray<{ readonly line: BudgetLine; readonly amount: Fen }> =>
  controlsOf(state).flatMap((control) =>
    closingByClass(control)
      .filter(({ amount }) => amount !== 0)
      .map(({ amount, code }) => ({ line: lineWith(control, code), amount }))
  )

/** The projects that opening carry-over names, listed or not. */
export const projectsCarriedOver = (state: YearState): ReadonlyArray<string> =>
  controlsOf(state).flatMap(({ carried, line: { project } }) =>
    project === undefined || HashMap.isEmpty(carried) ? [] : [project]
  )

const controlsOf = (state: YearState): ReadonlyArray<BudgetControl> =>
  HashMap.toEntries(state.controls)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([, control]) => control)
