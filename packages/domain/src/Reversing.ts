/**
 * 红字冲销: what every stream asks of a reversal. The event that was meant must be known, of this stream, reversible and not
 * yet reversed; where others rest on it, its replacement must come with it.
 */
import type { Original, ReversalCommand } from "./Command.ts"
import type { Family, ReversalEvent } from "./Event.ts"
import { eventKinds } from "./Event.ts"
import { parseStreamName } from "./EventId.ts"
import type { Refusal } from "./Refusal.ts"

/** 关账 is followed by 重开 and the other way round; a reversal is taken back by recording the event again. */
const irreversible: ReadonlySet<string> = new Set(["YearClosed", "YearReopened", "EventReversed"])

/** Whether the event named is there, stands in this stream and can be reversed, once. */
export const refusedOriginal = (
  { data, original }: ReversalCommand,
  stream: string,
  isReversed: (id: string) => boolean
): Refusal | undefined => {
  if (original === undefined) return { _tag: "OriginalNotFound", reference: data.event }
  const { id, type } = original
  if (original.stream !== stream) {
    return { _tag: "OriginalOfAnotherStream", id, stream: original.stream, expected: stream }
  }
  if (irreversible.has(type)) return { _tag: "NotReversible", id, type }
  return isReversed(id) ? { _tag: "AlreadyReversed", id } : undefined
}

/** Whether the replacement, if there is one, belongs to the stream of what it replaces. */
export const refusedReplacement = ({ data }: ReversalCommand, stream: string): Refusal | undefined => {
  const type = data.replacement?.type
  if (type === undefined) return undefined
  const family: Family | undefined = parseStreamName(stream)?.family
  return eventKinds[type].family === family ? undefined : { _tag: "ReplacementOfAnotherStream", type, stream }
}

/** 红字: repeats what it takes back, on the business date of the original. */
export const reversalOf = (original: Original, reason: string): ReversalEvent => ({
  type: "EventReversed",
  data: {
    occurredOn: original.data.occurredOn,
    event: original.id,
    reason,
    original: { type: original.type, data: { ...original.data } }
  }
})
