/**
 * 预算控制: what is left on each budget line. A line is fund, 支出类型, project and functional code as budgeted (类, 款 or
 * 项). A payment draws on the line of its own fund, kind and project whose code is its own or the nearest above it.
 *
 * available = 预算编制数 + adjustments + opening carry-over − payments + returns.
 *
 * Of two lines with the same fund, kind and project no code may be the beginning of the other, so every payment has one
 * line. Opening carry-over is recorded as finely as it is known: below a budget line it is spent from that line, where no
 * budget line covers it, it is a line of its own.
 *
 * Immutable: every operation answers a new control that shares what did not change. What was carried over and spent is
 * summed at each level of the code, so that one look tells what lies below a line, however many payments there were.
 */
import * as HashMap from "effect/HashMap"
import * as Option from "effect/Option"
import type { BudgetLine } from "./events/fields.ts"
import type { FunctionalCode } from "./ItemCode.ts"
import { type Fen, negatedFen, plusFen, zeroFen } from "./Quantity.ts"

/** Amounts by functional code; a code whose amount is zero is not held. */
type Amounts = HashMap.HashMap<FunctionalCode, Fen>

/** How many live events name a code, so that a line whose events were all reversed is gone. */
type Counts = HashMap.HashMap<FunctionalCode, number>

/** 一个资金性质、支出类型、项目的预算控制. */
export interface BudgetControl {
  readonly line: Omit<BudgetLine, "functional">
  /** Budget and adjustments by code as budgeted, the events that named it, and the approvals among them. */
  readonly budgets: Amounts
  readonly budgeted: Counts
  readonly approved: Counts
  /** The codes of carry-over as recorded, and its sums at every level. */
  readonly carried: Counts
  readonly carryover: Amounts
  /** Payments less returns, at every level. */
  readonly spent: Amounts
  /** 收入 + 使用非财政拨款结余 − 结余分配, by class. */
  readonly received: Amounts
}

export const emptyControl = ({ fund, kind, project }: Omit<BudgetLine, "functional">): BudgetControl => ({
  line: { fund, kind, ...(project === undefined ? {} : { project }) },
  budgets: HashMap.empty(),
  budgeted: HashMap.empty(),
  approved: HashMap.empty(),
  carried: HashMap.empty(),
  carryover: HashMap.empty(),
  spent: HashMap.empty(),
  received: HashMap.empty()
})

const read = <Value>(map: HashMap.HashMap<FunctionalCode, Value>, code: FunctionalCode): Value | undefined =>
  Option.getOrUndefined(HashMap.get(map, code))

const amountAt = (amounts: Amounts, code: FunctionalCode): Fen => read(amounts, code) ?? zeroFen

const plus = (amounts: Amounts, code: FunctionalCode, amount: Fen): Amounts => {
  const sum = plusFen(amountAt(amounts, code), amount)
  return sum === 0 ? HashMap.remove(amounts, code) : HashMap.set(amounts, code, sum)
}

const counted = (counts: Counts, code: FunctionalCode, step: 1 | -1): Counts => {
  const count = (read(counts, code) ?? 0) + step
  return count === 0 ? HashMap.remove(counts, code) : HashMap.set(counts, code, count)
}

const classOf = (code: FunctionalCode): FunctionalCode => code.slice(0, 3) as FunctionalCode

/** Adds at the code itself and at every level above it. */
const plusAtLevels = (amounts: Amounts, code: FunctionalCode, amount: Fen): Amounts => {
  let sums = plus(amounts, code, amount)
  for (let length = code.length - 2; length >= 3; length -= 2) {
    sums = plus(sums, code.slice(0, length) as FunctionalCode, amount)
  }
  return sums
}

/** A budget or an adjustment on the line of this code; `sign` is -1 where the event is reversed. */
export const withBudget = (control: BudgetControl, code: FunctionalCode, amount: Fen, sign: 1 | -1): BudgetControl => ({
  ...control,
  budgets: plus(control.budgets, code, amount),
  budgeted: counted(control.budgeted, code, sign)
})

/** 年初预算批复 of the line, beside its amount. */
export const withApproval = (control: BudgetControl, code: FunctionalCode, sign: 1 | -1): BudgetControl => ({
  ...control,
  approved: counted(control.approved, code, sign)
})

export const withCarryover = (
  control: BudgetControl,
  code: FunctionalCode,
  amount: Fen,
  sign: 1 | -1
): BudgetControl => ({
  ...control,
  carryover: plusAtLevels(control.carryover, code, amount),
  carried: counted(control.carried, code, sign)
})

/** A payment, or with the opposite sign what came back of one. */
export const withPayment = (control: BudgetControl, code: FunctionalCode, amount: Fen): BudgetControl => ({
  ...control,
  spent: plusAtLevels(control.spent, code, amount)
})

export const withReceipt = (control: BudgetControl, code: FunctionalCode, amount: Fen): BudgetControl => ({
  ...control,
  received: plus(control.received, classOf(code), amount)
})

/** Whether the line's year-start budget was approved. */
export const isApproved = (control: BudgetControl, code: FunctionalCode): boolean => HashMap.has(control.approved, code)

/** The nearest code, from this one upwards, that is in `counts`. */
const nearestIn = (counts: Counts, code: FunctionalCode): FunctionalCode | undefined => {
  for (let length = code.length; length >= 3; length -= 2) {
    const candidate = (length === code.length ? code : code.slice(0, length)) as FunctionalCode
    if (HashMap.has(counts, candidate)) return candidate
  }
  return undefined
}

/** The code of the line that a payment with this code draws on. */
export const lineCodeFor = (control: BudgetControl, code: FunctionalCode): FunctionalCode | undefined =>
  nearestIn(control.budgeted, code) ?? nearestIn(control.carried, code)

/** 可用数 of the line with this code. */
export const availableOn = (control: BudgetControl, code: FunctionalCode): Fen =>
  plusFen(
    plusFen(amountAt(control.budgets, code), amountAt(control.carryover, code)),
    negatedFen(amountAt(control.spent, code))
  )

/** The codes that are lines: every budgeted one, and carry-over that no budget covers. */
export const lineCodes = (control: BudgetControl): ReadonlyArray<FunctionalCode> => [
  ...HashMap.keys(control.budgeted),
  ...[...HashMap.keys(control.carried)].filter((code) => nearestIn(control.budgeted, code) === undefined)
]

/** Whether a line has exactly this code. */
export const isLine = (control: BudgetControl, code: FunctionalCode): boolean =>
  HashMap.has(control.budgeted, code) ||
  (HashMap.has(control.carried, code) && nearestIn(control.budgeted, code) === undefined)

const isRelated = (left: FunctionalCode, right: FunctionalCode): boolean =>
  left !== right && (left.startsWith(right) || right.startsWith(left))

/** The line that one more budget with this code would overlap; finer carry-over is taken in, it overlaps nothing. */
export const overlappedByBudget = (control: BudgetControl, code: FunctionalCode): FunctionalCode | undefined =>
  lineCodes(control).find(
    (other) =>
      other !== code && (code.startsWith(other) || (other.startsWith(code) && HashMap.has(control.budgeted, other)))
  )

/** What one more carry-over with this code would overlap: another carry-over, or a finer budget line. */
export const overlappedByCarryover = (control: BudgetControl, code: FunctionalCode): FunctionalCode | undefined =>
  [...HashMap.keys(control.carried)].find((other) => isRelated(code, other)) ??
  [...HashMap.keys(control.budgeted)].find((other) => other !== code && other.startsWith(code))

/** What is overspent: lines below zero, and spending that no line covers (as a line of its own). */
export const overdrawn = (
  control: BudgetControl
): ReadonlyArray<{ readonly code: FunctionalCode; readonly available: Fen }> => {
  const uncovered = [...HashMap.keys(control.spent)].filter(
    (code) => code.length === 7 && lineCodeFor(control, code) === undefined
  )
  return [...lineCodes(control), ...uncovered]
    .map((code) => ({ code, available: availableOn(control, code) }))
    .filter(({ available }) => available < 0)
}

/** 年末结转 by class: opening carry-over + received − spent. */
export const closingByClass = (
  control: BudgetControl
): ReadonlyArray<{ readonly code: FunctionalCode; readonly amount: Fen }> => {
  const classes = new Set(
    [control.carryover, control.received, control.spent].flatMap((amounts) => [...HashMap.keys(amounts)].map(classOf))
  )
  return [...classes].toSorted().map((code) => ({
    code,
    amount: plusFen(
      plusFen(amountAt(control.carryover, code), amountAt(control.received, code)),
      negatedFen(amountAt(control.spent, code))
    )
  }))
}

/** The line of this control with a code. */
export const lineWith = ({ line }: BudgetControl, functional: FunctionalCode): BudgetLine => ({ ...line, functional })
