/** 读账: ledgers and states as plain data, so that two of them can be compared whole. */
import {
  accounts,
  budgetLines,
  closingCarryovers,
  type Dimensions,
  eventKinds,
  type FactKind,
  type Ledger,
  type Selection,
  type YearState
} from "@juesuan/domain"

const everything: Selection = { account: accounts }

const keyOf = (dimensions: Dimensions): string => JSON.stringify(Object.entries(dimensions).toSorted())

/** 各维度的合计, those that are not zero. */
export const sumsIn = (ledger: Ledger): ReadonlyArray<readonly [string, number]> =>
  ledger.entries
    .cells(everything)
    .filter(({ total }) => total !== 0)
    .map(({ dimensions, total }): readonly [string, number] => [keyOf(dimensions), total])
    .toSorted()

const factKinds = Object.keys(eventKinds).filter((kind) => kind !== "EventReversed") as ReadonlyArray<FactKind>

/** The facts of every kind that stand, in their order. */
export const factsIn = (ledger: Ledger) => factKinds.map((kind) => [kind, ledger.facts(kind)])

/** Everything a ledger answers, whatever order it was folded in. */
export const everythingIn = (ledger: Ledger) => ({
  sums: sumsIn(ledger),
  facts: factsIn(ledger),
  entries: [...ledger.entries.list(everything)]
    .map((entry) => ({ ...entry, dimensions: keyOf(entry.dimensions) }))
    .toSorted((left, right) => left.position - right.position || left.amount - right.amount),
  events: ledger.events,
  lastPosition: ledger.lastPosition
})

/** What a year's state tells. */
export const moneyIn = (state: YearState) => ({
  status: state.status,
  lines: budgetLines(state),
  closing: closingCarryovers(state)
})
