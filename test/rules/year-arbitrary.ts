/** 任意有效的一年: what the deciders accept, as the fold reads it; and a payment that comes back whole, to be put at its end. */
import type { DataOf, FactKind, FoldedEvent } from "@juesuan/domain"
import * as fc from "fast-check"
import { history } from "../arbitrary/history.ts"
import { unit, year } from "../arbitrary/plans/menu.ts"

export const scope = { unit, year, ruleSet: "shanxi-2024" }

/** The money of a year; evaluations touch no table. */
export const yearOfAUnit: fc.Arbitrary<ReadonlyArray<FoldedEvent>> = history({ steps: 24, evaluations: false }).map(
  ({ events }) => events
)

/** A payment on a code that the year may or may not have used. */
export const anyPayment: fc.Arbitrary<DataOf<"PaymentMade">> = fc.record({
  occurredOn: fc.constant(`${year}-12-31`),
  fund: fc.constantFrom("general-public-budget", "government-fund", "state-capital", "non-fiscal"),
  functional: fc.constantFrom("2010306", "2010301", "2080505", "2296002", "2230105"),
  kind: fc.constant("basic" as const),
  economic: fc.constantFrom("30101", "30201", "30217", "30231", "31013"),
  amount: fc.constantFrom("0.01", "50.00", "100.00", "1234567.89"),
  payee: fc.constant("供应商"),
  summary: fc.constant("费用")
})

type Events = ReadonlyArray<FoldedEvent>

const stream = `year-${unit}-${year}`
const last = (numbers: ReadonlyArray<number>): number => Math.max(0, ...numbers)
const lastVersion = (events: Events): number =>
  last(events.flatMap((event) => (event.stream === stream ? [event.version] : [])))

/** The year with events of a kind after everything else. */
export const withFacts = <Kind extends FactKind>(
  events: Events,
  type: Kind,
  all: ReadonlyArray<DataOf<Kind>>
): Events => {
  const [version, position] = [lastVersion(events), last(events.map((event) => event.position))]
  const recordedAt = "2099-12-31T00:00:00.000Z"
  return [
    ...events,
    ...all.map((data, index) => {
      const at = index + 1
      return { position: position + at, stream, version: version + at, recordedAt, type, data } as FoldedEvent
    })
  ]
}

/** The year with a payment and its whole return after everything else. */
export const withPaymentAndReturn = (events: Events, payment: DataOf<"PaymentMade">): Events => {
  const { payee: _payee, summary: _summary, ...purpose } = payment
  const returned = { ...purpose, payment: `${stream}@${lastVersion(events) + 1}`, reason: "退货" }
  return withFacts(withFacts(events, "PaymentMade", [payment]), "PaymentReturned", [returned])
}
