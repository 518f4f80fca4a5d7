/**
 * 指标与金额: whether the budget lines that a command draws on or makes stand as it needs them, and whether enough is left.
 */
import {
  type BudgetControl,
  isLine,
  lineWith,
  overdrawn,
  overlappedByBudget,
  overlappedByCarryover,
  withBudget,
  withCarryover
} from "./BudgetControl.ts"
import type { DataOf, YearFact } from "./Event.ts"
import type { BudgetLine } from "./events/fields.ts"
import { firstRefusal, linesOf, type PlainYearCommand, type YearContext } from "./LineChecks.ts"
import { type Fen, fenOfText, textOfFen, zeroFen } from "./Quantity.ts"
import type { Refusal } from "./Refusal.ts"
import { adjustmentSign, Fund } from "./Terms.ts"
import {
  availableFor,
  budgetLines,
  closingCarryovers,
  controlOf,
  threePublicOf,
  withControl,
  type YearState
} from "./YearState.ts"

const linesShown = 5

const missing = (state: YearState, line: BudgetLine): Refusal => {
  const known = budgetLines(state).map((each) => each.line)
  const own = known.filter(({ kind, project }) => kind === line.kind && project === line.project)
  const ofFund = known.filter(
    ({ fund, kind, project }) => fund === line.fund && kind === line.kind && project !== line.project
  )
  return { _tag: "BudgetLineMissing", line: lineOnly(line), lines: [...own, ...ofFund].slice(0, linesShown) }
}

/** The line alone, without whatever else the data says. */
const lineOnly = ({ functional, fund, kind, project }: BudgetLine): BudgetLine => ({
  fund,
  functional,
  kind,
  ...(project === undefined ? {} : { project })
})

const overlap = (control: BudgetControl, line: BudgetLine, other: BudgetLine["functional"] | undefined) =>
  other === undefined
    ? undefined
    : ({ _tag: "BudgetLevelsOverlap", line: lineOnly(line), other: lineWith(control, other) } as const)

/** A line that an event takes from must be there, at the level it was budgeted at. */
const refusedSource = (state: YearState, line: BudgetLine): Refusal | undefined => {
  const control = controlOf(state, line)
  if (isLine(control, line.functional)) return undefined
  return overlap(control, line, overlappedByBudget(control, line.functional)) ?? missing(state, line)
}

/** A line that an event makes or adds to must not overlap another. */
const refusedTarget = (state: YearState, line: BudgetLine): Refusal | undefined => {
  const control = controlOf(state, line)
  return overlap(control, line, overlappedByBudget(control, line.functional))
}

const refusedCarryovers = (state: YearState, { carryovers }: DataOf<"YearOpened">): Refusal | undefined => {
  const controls = new Map<string, BudgetControl>()
  return firstRefusal(carryovers, (line) => {
    const key = `${line.fund}|${line.kind}|${line.project ?? ""}`
    const control = controls.get(key) ?? controlOf(state, line)
    controls.set(key, withCarryover(control, line.functional, zeroFen, 1))
    return overlap(control, line, overlappedByCarryover(control, line.functional))
  })
}

const sameLine = (left: BudgetLine, right: BudgetLine): boolean =>
  left.fund === right.fund &&
  left.functional === right.functional &&
  left.kind === right.kind &&
  left.project === right.project

/** The line that takes must not overlap any, nor the one that gives, which is a budget line from then on. */
const refusedTaker = (state: YearState, { from, to }: DataOf<"BudgetReallocated">): Refusal | undefined => {
  const giver = withBudget(controlOf(state, from), from.functional, zeroFen, 1)
  return refusedTarget(withControl(state, giver), to)
}

const refusedReallocation = (state: YearState, data: DataOf<"BudgetReallocated">): Refusal | undefined => {
  const { from, to } = data
  return (
    refusedSource(state, from) ??
    refusedTaker(state, data) ??
    (sameLine(from, to) ? { _tag: "ReallocationToSameLine", line: lineOnly(from) } : undefined) ??
    (from.fund === to.fund ? undefined : { _tag: "ReallocationBetweenFunds", from: from.fund, to: to.fund })
  )
}

/** 指标: whether the lines that are changed are there, each at one level. */
export const refusedLines = (command: PlainYearCommand, state: YearState): Refusal | undefined => {
  switch (command.type) {
    case "YearOpened":
      return refusedCarryovers(state, command.data)
    case "InitialBudgetApproved":
      return refusedTarget(state, command.data)
    case "BudgetAdjusted":
      return adjustmentSign(command.data.adjustment) === 1
        ? refusedTarget(state, command.data)
        : refusedSource(state, command.data)
    case "BudgetReallocated":
      return refusedReallocation(state, command.data)
    default:
      return undefined
  }
}

/** Whether a line covers what is wanted and has enough left; looked up once, for payments come by the hundred thousand. */
const exceeds = (
  tag: "PaymentExceedsAvailableBudget" | "AdjustmentExceedsAvailableBudget",
  state: YearState,
  wanted: BudgetLine & { readonly amount: string }
): Refusal | undefined => {
  const drawn = availableFor(state, wanted)
  if (drawn === undefined) return missing(state, wanted)
  if (drawn.available >= fenOfText(wanted.amount)) return undefined
  return { _tag: tag, line: drawn.line, available: textOfFen(drawn.available), requested: wanted.amount }
}

const refusedThreePublic = (
  state: YearState,
  { adjustment, amount, item }: DataOf<"ThreePublicBudgetAdjusted">
): Refusal | undefined => {
  const budget = threePublicOf(state, item).amount
  return adjustmentSign(adjustment) === 1 || budget >= fenOfText(amount)
    ? undefined
    : { _tag: "ThreePublicAdjustmentExceedsBudget", item, budget: textOfFen(budget), requested: amount }
}

/**
 * 年末结转 of 财政拨款 cannot be below zero: more was spent than carried over and received. Looked at by fund, kind,
 * project and functional class, the finest that carry-over, revenue and expenditure all have. 非财政拨款 may close below
 * zero; what covers it is an event of its own.
 */
const refusedClosing = (state: YearState, { unit, year }: YearContext): Refusal | undefined => {
  const lines = closingCarryovers(state)
    .filter(({ amount, line }) => amount < 0 && Fund.entries[line.fund].fiscal)
    .map(({ amount, line }) => ({ ...line, amount: textOfFen(amount) }))
  return lines.length === 0 ? undefined : { _tag: "ClosingCarryoverNegative", unit, year, lines }
}

/** 金额: whether enough is left. */
export const refusedAmounts = (
  command: PlainYearCommand,
  state: YearState,
  context: YearContext
): Refusal | undefined => {
  switch (command.type) {
    case "PaymentMade":
      return exceeds("PaymentExceedsAvailableBudget", state, command.data)
    case "BudgetAdjusted":
      return adjustmentSign(command.data.adjustment) === 1
        ? undefined
        : exceeds("AdjustmentExceedsAvailableBudget", state, command.data)
    case "BudgetReallocated":
      return exceeds("AdjustmentExceedsAvailableBudget", state, { ...command.data.from, amount: command.data.amount })
    case "ThreePublicBudgetAdjusted":
      return refusedThreePublic(state, command.data)
    case "YearClosed":
      return refusedClosing(state, context)
    default:
      return undefined
  }
}

/** The line that a change of the books left below zero, or further below than it was. */
const overdrawnBy = (before: YearState, after: YearState, line: BudgetLine) => {
  const known = new Map(overdrawn(controlOf(before, line)).map(({ available, code }) => [code, available]))
  const control = controlOf(after, line)
  const worse = overdrawn(control).find(({ available, code }) => available < (known.get(code) ?? zeroFen))
  return worse === undefined ? undefined : { line: lineWith(control, worse.code), available: worse.available }
}

/** What a reversal, together with its replacement, would leave behind: nothing may be overdrawn by it. */
export const refusedAftermath = (
  id: string,
  facts: ReadonlyArray<YearFact>,
  { after, before }: { readonly before: YearState; readonly after: YearState }
): Refusal | undefined =>
  firstRefusal(facts.flatMap(linesOf), (line) => {
    const left = overdrawnBy(before, after, line)
    return left === undefined
      ? undefined
      : { _tag: "ReversalLeavesBudgetOverdrawn", id, line: left.line, available: textOfFen(left.available) }
  }) ?? firstRefusal(facts, (fact) => refusedThreePublicAftermath(id, fact, after))

const refusedThreePublicAftermath = (id: string, fact: YearFact, after: YearState): Refusal | undefined => {
  if (fact.type !== "ThreePublicBudgetApproved" && fact.type !== "ThreePublicBudgetAdjusted") return undefined
  const { item } = fact.data
  const budget: Fen = threePublicOf(after, item).amount
  return budget < 0
    ? { _tag: "ReversalLeavesThreePublicBudgetNegative", id, item, budget: textOfFen(budget) }
    : undefined
}
