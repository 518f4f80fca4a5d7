/**
 * 现行事实: the facts of a short stream that stand, in the order they were recorded: all that was stated less what was
 * reversed. The streams of a unit and of a project have at most some hundred events, so their states are these lists,
 * copied on every event; nothing is ever changed in place. (The stream of a year is long: it has a state of its own.)
 *
 * A stream's events are numbered from 1 without gaps, so counting them tells each fact's number, and the id that a
 * reversal names tells which fact it takes away.
 */
import type { DataOf, DomainEvent, Fact, ReversalEvent } from "./Event.ts"
import { parseEventId } from "./EventId.ts"

/** 一项现行事实, with its number in the stream. */
export interface LiveFact<Of extends Fact> {
  readonly version: number
  readonly fact: Of
}

export interface LiveFacts<Of extends Fact> {
  /** Number of events folded. */
  readonly version: number
  readonly facts: ReadonlyArray<LiveFact<Of>>
  readonly reversed: ReadonlySet<string>
}

export const noFacts = <Of extends Fact>(): LiveFacts<Of> => ({ version: 0, facts: [], reversed: new Set() })

const isReversal = (event: DomainEvent): event is ReversalEvent => event.type === "EventReversed"

/** One more event: a fact that stands from now on, or a reversal after which one does not. */
export const withEvent = <Of extends Fact>(live: LiveFacts<Of>, event: Of | ReversalEvent): LiveFacts<Of> => {
  const version = live.version + 1
  if (!isReversal(event)) return { ...live, version, facts: [...live.facts, { version, fact: event }] }
  const { event: id } = event.data
  const reversedVersion = parseEventId(id)?.version
  return {
    version,
    facts: live.facts.filter((each) => each.version !== reversedVersion),
    reversed: new Set([...live.reversed, id])
  }
}

/** The facts of a kind that stand, by business date, then by the order they were recorded: the last one holds where only one can. */
export const factsOf = <Of extends Fact, Kind extends Of["type"]>(
  live: LiveFacts<Of>,
  kind: Kind
): ReadonlyArray<DataOf<Kind>> =>
  live.facts
    .filter(({ fact }) => fact.type === kind)
    .toSorted(byDateThenVersion)
    .map(({ fact }) => fact.data as DataOf<Kind>)

const byDateThenVersion = (left: LiveFact<Fact>, right: LiveFact<Fact>): number => {
  const [a, b] = [left.fact.data.occurredOn, right.fact.data.occurredOn]
  return a < b ? -1 : a > b ? 1 : left.version - right.version
}
