/** 归属: whether an event stands in a stream of its family, and whether a reversal takes back an event of its own stream. */
import type { DomainEvent } from "./Event.ts"
import { eventKinds } from "./Event.ts"
import { parseEventId, parseStreamName } from "./EventId.ts"

/**
 * What is wrong with an event in a stream, or `undefined` where it belongs there.
 *
 * @example misplacement({ type: "YearClosed", data: { occurredOn: "2024-12-31" } }, "unit-023001") // "… year-…"
 */
export const misplacement = (event: DomainEvent, stream: string): string | undefined => {
  const family = parseStreamName(stream)?.family
  if (family === undefined) return `${stream}: unit-…, year-…, project-…`
  if (event.type !== "EventReversed") {
    const own = eventKinds[event.type].family
    return own === family ? undefined : `${event.type}: ${own}-… ≠ ${stream}`
  }
  const { event: id, original } = event.data
  if (parseEventId(id)?.stream !== stream) return `EventReversed: ${id} ≠ ${stream}@…`
  return misplacement(original as DomainEvent, stream)
}
