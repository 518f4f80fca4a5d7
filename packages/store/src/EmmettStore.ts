/**
 * emmett's `EventStore`, its four methods, on top of the log's own. As in emmett's in-memory store `from` is the number of
 * events to skip; actor and notes come with an event's metadata.
 */
import type {
  AggregateStreamOptions,
  AggregateStreamResult,
  AppendToStreamOptions,
  AppendToStreamResult,
  Event,
  EventStore,
  ExpectedStreamVersion,
  ReadEvent,
  ReadStreamOptions,
  ReadStreamResult
} from "@event-driven-io/emmett"
import { assertExpected } from "./appending.ts"
import type { EventLog, ExpectedVersion, LogEvent, NewEvent, ReadMetadata, RecordedEvent } from "./EventLog.ts"

const pageLength = 1000

type OwnMethods<E extends LogEvent> = Pick<EventLog<E>, "appendToStreams" | "readStreamPage" | "streamVersion">

/** emmett's methods for a log. */
export const emmettStore = <E extends LogEvent>(log: OwnMethods<E>): EventStore<ReadMetadata> => {
  const readStream = async <EventType extends Event, Payload extends Event = EventType>(
    stream: string,
    options: ReadStreamOptions<bigint, EventType, Payload> = {}
  ): Promise<ReadStreamResult<EventType, ReadMetadata>> => {
    const version = await log.streamVersion(stream)
    assertExpected(stream, ownExpectation(options.expectedStreamVersion), version)
    const start = Number(options.from ?? 0n)
    const length = options.maxCount === undefined ? version : Number(options.maxCount)
    const until = Math.min(version, start + length, options.to === undefined ? version : Number(options.to))
    const events: Array<RecordedEvent<LogEvent>> = []
    while (start + events.length < until) {
      const page = await log.readStreamPage(stream, { after: start + events.length, until, limit: pageLength })
      events.push(...page.events)
    }
    return {
      currentStreamVersion: BigInt(version),
      streamExists: version > 0,
      events: events.map((event) => readEvent(event, options.schema?.versioning?.upcast))
    }
  }

  const aggregateStream = async <State, EventType extends Event, Payload extends Event = EventType>(
    stream: string,
    { initialState, evolve, read }: AggregateStreamOptions<State, EventType, ReadMetadata, Payload>
  ): Promise<AggregateStreamResult<State, bigint>> => {
    const { events, currentStreamVersion, streamExists } = await readStream<EventType, Payload>(stream, read)
    const step = evolve as (state: State, event: ReadEvent<EventType, ReadMetadata>) => State
    return { state: events.reduce(step, initialState()), currentStreamVersion, streamExists }
  }

  const appendToStream = async <EventType extends Event, Payload extends Event = EventType>(
    stream: string,
    events: Array<EventType>,
    options: AppendToStreamOptions<bigint, EventType, Payload> = {}
  ): Promise<AppendToStreamResult<bigint>> => {
    const downcast = options.schema?.versioning?.downcast
    const stored = downcast === undefined ? events : events.map(downcast)
    const expectedVersion = ownExpectation(options.expectedStreamVersion)
    const batch = { stream, expectedVersion, events: stored as unknown as ReadonlyArray<NewEvent<E>> }
    const appended = (await log.appendToStreams([batch])).events as ReadonlyArray<RecordedEvent<LogEvent>>
    const last = appended.at(-1)?.version ?? (await log.streamVersion(stream))
    return { nextExpectedStreamVersion: BigInt(last), createdNewStream: appended[0]?.version === 1 }
  }

  return {
    readStream,
    aggregateStream,
    appendToStream,
    streamExists: async (stream) => (await log.streamVersion(stream)) > 0
  }
}

const words: Record<string, ExpectedVersion> = {
  STREAM_EXISTS: "exists",
  STREAM_DOES_NOT_EXIST: "none",
  NO_CONCURRENCY_CHECK: "any"
}

const ownExpectation = (expected: ExpectedStreamVersion = "NO_CONCURRENCY_CHECK"): ExpectedVersion =>
  words[String(expected)] ?? Number(expected)

const readEvent = <EventType extends Event, Payload extends Event>(
  event: RecordedEvent<LogEvent>,
  upcast: ((event: Payload) => EventType) | undefined
): ReadEvent<EventType, ReadMetadata> => {
  const { type, data, schemaVersion } = event
  const metadata = {
    ...event.metadata,
    schemaVersion,
    streamName: event.stream,
    messageId: event.id,
    streamPosition: BigInt(event.version),
    globalPosition: BigInt(event.position)
  }
  const read = { kind: "Event", type, data, metadata }
  const current = upcast === undefined ? read : { ...read, ...upcast(read as unknown as Payload), metadata }
  return current as unknown as ReadEvent<EventType, ReadMetadata>
}
