/** emmett's `EventStore` over our port: the four methods that emmett's command handlers use, with emmett's own contract. */
import {
  type AggregateStreamOptions,
  type AppendToStreamOptions,
  type Event,
  type EventStore,
  ExpectedVersionConflictError,
  type ReadEvent,
  type ReadEventMetadataWithGlobalPosition,
  type ReadStreamOptions
} from "@event-driven-io/emmett"
import type { StoredEvent } from "@juesuan/domain"
import type { EventLog, ExpectedVersion } from "./EventLog.ts"
import { ConcurrencyConflict } from "./StoreError.ts"

type Face = EventStore<ReadEventMetadataWithGlobalPosition>
type Ours = Pick<EventLog, "appendToStreams" | "readTail" | "streamVersion">

const expectedOf = (expected: bigint | string | undefined): ExpectedVersion => {
  if (expected === undefined || expected === "NO_CONCURRENCY_CHECK") return "any"
  if (expected === "STREAM_EXISTS") return "exists"
  if (expected === "STREAM_DOES_NOT_EXIST") return "none"
  return Number(expected)
}

const readEventOf = <EventType extends Event>(stored: StoredEvent) =>
  ({
    kind: "Event",
    type: stored.type,
    data: stored.data,
    metadata: {
      ...stored.metadata,
      messageId: stored.id,
      streamName: stored.stream,
      streamPosition: BigInt(stored.version),
      globalPosition: BigInt(stored.position)
    }
  }) as unknown as ReadEvent<EventType, ReadEventMetadataWithGlobalPosition>

/** An event appended through emmett carries its actor and evidence in its metadata. */
const metadataOf = (event: Event): { readonly actor: string } => {
  const metadata = (event as { readonly metadata?: { readonly actor?: string } }).metadata
  return { ...metadata, actor: metadata?.actor ?? "—" }
}

/** Where emmett asked for a version that the stream does not have, emmett's error is what its handlers expect. */
const asEmmett = (error: unknown): unknown =>
  error instanceof ConcurrencyConflict
    ? new ExpectedVersionConflictError(BigInt(error.found), typeof error.expected === "number" ? BigInt(error.expected) : (error.expected as never))
    : error

export const emmettFace = (log: Ours): Face => {
  const readStream = async <EventType extends Event, Payload extends Event = EventType>(
    stream: string,
    options?: ReadStreamOptions<bigint, EventType, Payload>
  ) => {
    const current = await log.streamVersion(stream)
    const expected = expectedOf(options?.expectedStreamVersion)
    if (options?.expectedStreamVersion !== undefined && expected !== "any" && expected !== current) {
      const met = expected === "exists" ? current > 0 : expected === "none" ? current === 0 : false
      if (!met) throw asEmmett(new ConcurrencyConflict({ stream, expected, found: current }))
    }
    const from = Number(options?.from ?? 1n)
    const tail = await log.readTail(stream, Math.max(from, 1) - 1)
    const to = options?.to === undefined ? Number.POSITIVE_INFINITY : Number(options.to)
    const most = options?.maxCount === undefined ? Number.POSITIVE_INFINITY : Number(options.maxCount)
    const events = tail.filter((event) => event.version <= to).slice(0, most)
    return {
      currentStreamVersion: BigInt(current),
      events: events.map((event) => readEventOf<EventType>(event)),
      streamExists: current > 0
    }
  }
  return {
    readStream,
    streamExists: async (stream) => (await log.streamVersion(stream)) > 0,
    aggregateStream: async <State, EventType extends Event, Payload extends Event = EventType>(
      stream: string,
      options: AggregateStreamOptions<State, EventType, ReadEventMetadataWithGlobalPosition, Payload>
    ) => {
      const read = await readStream<EventType, Payload>(stream, options.read)
      const evolve = options.evolve as (state: State, event: ReadEvent<EventType, ReadEventMetadataWithGlobalPosition>) => State
      const state = read.events.reduce(evolve, options.initialState())
      return { currentStreamVersion: read.currentStreamVersion, state, streamExists: read.streamExists }
    },
    appendToStream: async <EventType extends Event, Payload extends Event = EventType>(
      stream: string,
      events: Array<EventType>,
      options?: AppendToStreamOptions<bigint, EventType, Payload>
    ) => {
      const expectedVersion = expectedOf(options?.expectedStreamVersion)
      const recorded = events.map((event) => ({ type: event.type, data: event.data, metadata: metadataOf(event) }))
      try {
        const { events: stored } = await log.appendToStreams([{ stream, expectedVersion, events: recorded }])
        const last = stored.at(-1)
        const version = last?.version ?? (await log.streamVersion(stream))
        return { nextExpectedStreamVersion: BigInt(version), createdNewStream: version > 0 && version === stored.length }
      } catch (error) {
        throw asEmmett(error)
      }
    }
  }
}
