/**
 * 信封: an event with its place and its metadata, as it is exported, one per line, and as rows keep it. The row holds the
 * recorded time as a column and the rest of the metadata as text in one fixed order, so that export and import give the
 * same bytes back.
 */
import { type EventMetadata, eventId } from "@juesuan/domain"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { FullEventRow } from "./Backend.ts"
import { StoreDamaged } from "./StoreError.ts"
import type { EventRow, FoldableEvent, LogEvent, RecordedEvent } from "./EventLog.ts"
import type { EventCodec, EventData } from "./upcasting.ts"

/** A name that is safe in an event id: no spaces, no control characters, no `@`. */
export const isStreamName = (stream: string): boolean => /^[^\s@\p{C}]{1,200}$/u.test(stream)

const isInstant = (text: string): boolean => {
  const time = new Date(text)
  return !Number.isNaN(time.getTime()) && time.toISOString() === text
}

const Count = Schema.Int.check(Schema.isGreaterThanOrEqualTo(1))
const note = Schema.optionalKey(Schema.String)

/** The exported form. */
export const Envelope = Schema.Struct({
  position: Count,
  id: Schema.String,
  stream: Schema.String.check(Schema.makeFilter(isStreamName)),
  version: Count,
  type: Schema.String,
  schemaVersion: Count,
  data: Schema.Record(Schema.String, Schema.Unknown),
  metadata: Schema.Struct({
    recordedAt: Schema.String.check(Schema.makeFilter(isInstant)),
    actor: Schema.NonEmptyString,
    evidence: note,
    commandId: note,
    causation: note,
    corrects: note
  })
})
export type Envelope = typeof Envelope.Type

const decode = Schema.decodeUnknownResult(Envelope, { errors: "all", onExcessProperty: "error" })

/** An exported line, parsed; what is not understood is a failure, never dropped. */
export const decodeEnvelope = (value: unknown): Result.Result<Envelope, string> =>
  Result.mapError(decode(value), String)

/** Metadata without the recorded time, which a row keeps as a column. */
export type Notes = Omit<EventMetadata, "recordedAt">

/** Notes in the one order in which they are stored, without what is not said. */
export const orderedNotes = (
  notes: Pick<Notes, "actor"> & { readonly [Name in keyof Notes]?: Notes[Name] | undefined }
): Notes => {
  const { actor, evidence, commandId, causation, corrects } = notes
  return {
    actor,
    ...(evidence !== undefined && { evidence }),
    ...(commandId !== undefined && { commandId }),
    ...(causation !== undefined && { causation }),
    ...(corrects !== undefined && { corrects })
  }
}

export const rowOfEnvelope = (envelope: Envelope): FullEventRow => ({
  position: envelope.position,
  stream: envelope.stream,
  version: envelope.version,
  type: envelope.type,
  schemaVersion: envelope.schemaVersion,
  recordedAt: envelope.metadata.recordedAt,
  data: JSON.stringify(envelope.data),
  metadata: JSON.stringify(orderedNotes(envelope.metadata))
})

/** Rows parsed, older versions brought to the current form. */
export interface RowReader<E extends LogEvent> {
  readonly recorded: (row: FullEventRow) => RecordedEvent<E>
  readonly verbatim: (row: FullEventRow) => RecordedEvent<LogEvent>
  readonly foldable: (row: EventRow) => FoldableEvent<E>
}

/**
 * Reads rows of the store at `path`. Their data was decoded before it was stored, so it is parsed, not decoded again;
 * text that does not parse is damage.
 */
export const rowReader = <E extends LogEvent>(path: string, codec: EventCodec<E>): RowReader<E> => {
  const parse = <A>(position: number, text: string): A => {
    try {
      return JSON.parse(text)
    } catch (thrown) {
      throw new StoreDamaged({ path, position, detail: String(thrown) })
    }
  }
  const current = ({ position, type, schemaVersion, data }: EventRow): EventData =>
    codec.upcasting.upcast({ position, type, schemaVersion, data: parse(position, data) })
  const withPlace = (row: FullEventRow, schemaVersion: number, data: EventData): RecordedEvent<LogEvent> => ({
    position: row.position,
    id: eventId(row.stream, row.version),
    stream: row.stream,
    version: row.version,
    type: row.type,
    schemaVersion,
    data,
    metadata: { recordedAt: row.recordedAt, ...parse<Notes>(row.position, row.metadata) }
  })
  return {
    recorded: (row) => {
      const version = codec.upcasting.currentVersion(row.type) ?? row.schemaVersion
      return withPlace(row, version, current(row)) as RecordedEvent<E>
    },
    verbatim: (row) => withPlace(row, row.schemaVersion, parse(row.position, row.data)),
    foldable: (row) =>
      ({
        position: row.position,
        stream: row.stream,
        version: row.version,
        type: row.type,
        data: current(row),
        recordedAt: row.recordedAt
      }) as FoldableEvent<E>
  }
}

/** The exported form of a row as it was stored. Throws `SyntaxError` for text that is no JSON. */
export const envelopeOfRow = (row: FullEventRow): Envelope => ({
  position: row.position,
  id: eventId(row.stream, row.version),
  stream: row.stream,
  version: row.version,
  type: row.type,
  schemaVersion: row.schemaVersion,
  data: JSON.parse(row.data) as Envelope["data"],
  metadata: { recordedAt: row.recordedAt, ...(JSON.parse(row.metadata) as Notes) }
})
