/**
 * 随存随汇: what the events of a transaction add to the sums of their streams, worked out once for every backend that keeps
 * sums. A backend that keeps none stores events as they come.
 */
import { Quantities, type SummedEntries } from "@juesuan/domain"
import type { Backend, StreamSum, Summing, Transaction } from "./Backend.ts"
import type { RowReader } from "./Envelope.ts"
import type { EventLog, LogEvent, SealedRow } from "./EventLog.ts"
import type { EventCodec } from "./upcasting.ts"

const keyOf = (stream: string, dimensions: SummedEntries["dimensions"]): string =>
  JSON.stringify([stream, Object.values(dimensions)])

const summingOf = <E extends LogEvent>(
  events: ReadonlyArray<SealedRow>,
  read: RowReader<E>,
  { entriesOf, isFact }: NonNullable<EventCodec<E>["summing"]>
): Summing => {
  const sums = new Map<string, StreamSum>()
  for (const row of events) {
    for (const { amount, dimensions } of entriesOf(read.foldable(row))) {
      const key = keyOf(row.stream, dimensions)
      const { count, total } = sums.get(key) ?? { count: 0, total: Quantities.zeroFen }
      sums.set(key, { stream: row.stream, dimensions, total: Quantities.plusFen(total, amount), count: count + 1 })
    }
  }
  return { sums: [...sums.values()], facts: events.map(({ type }) => isFact(type)) }
}

/** A backend whose transactions say what their events add, where it keeps sums. */
export const summingBackend = <E extends LogEvent>(
  backend: Backend,
  read: RowReader<E>,
  { summing }: EventCodec<E>
): Backend => {
  if (backend.summed === undefined || summing === undefined) return backend
  const told = (transaction: Transaction): Transaction => ({
    ...transaction,
    add: (additions) => transaction.add(additions, summingOf(additions.events, read, summing))
  })
  return { ...backend, transact: (work) => backend.transact((transaction) => work(told(transaction))) }
}

/** The sums that a backend keeps, as a log answers them. */
export const summedBy =
  <E extends LogEvent>(backend: Backend, read: RowReader<E>, { summing }: EventCodec<E>): EventLog<E>["summed"] =>
  async (streams) => {
    if (backend.summed === undefined || summing === undefined) return undefined
    const { end, events, facts, sums } = await backend.summed(streams)
    return { position: end.position, events, sums, facts: facts.map(read.foldable) }
  }
