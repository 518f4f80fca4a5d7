/**
 * 事件日志: the port behind which events are kept. It extends emmett's `EventStore` by what that lacks: several streams
 * in one transaction, a global order read in pages, command ids that make a retry harmless, and a verbatim import.
 *
 * Acknowledged means committed: when the promise of an append resolves, its events survive a crash of program or machine.
 * Every log behaves the same; `test/store/contract.test.ts` says what "the same" is.
 */
import type { EventStore, ReadEventMetadataWithGlobalPosition } from "@event-driven-io/emmett"
import type { DomainEvent, EventMetadata, SummedEntries } from "@juesuan/domain"
import type { Digest } from "./proof/MerkleTree.ts"

/** What can be logged: a kind and what it states. */
export interface LogEvent {
  readonly type: string
  readonly data: object
}

/** Who and on what ground, beside the event itself; the recorded time and the command id are the log's to fill in. */
export type EventNotes = Omit<EventMetadata, "recordedAt" | "commandId" | "actor"> & { readonly actor?: string }

/** An event to be appended. Its own `actor` stands before the one of the command; one of the two must be there. */
export type NewEvent<E extends LogEvent = DomainEvent> = E extends LogEvent
  ? { readonly type: E["type"]; readonly data: E["data"]; readonly metadata?: EventNotes }
  : never

/**
 * 入账事件: an event where it stands. `position` counts over the whole log, `version` in its stream, both from 1 without
 * gaps; `id` is `<stream>@<version>`. `data` has the form of the kind's current version, which `schemaVersion` names.
 */
export type RecordedEvent<E extends LogEvent = DomainEvent> = E extends LogEvent
  ? {
      readonly position: number
      readonly id: string
      readonly stream: string
      readonly version: number
      readonly type: E["type"]
      readonly schemaVersion: number
      readonly data: E["data"]
      readonly metadata: EventMetadata
    }
  : never

/** What a fold needs of an event and no more: reading it skips the metadata. */
export type FoldableEvent<E extends LogEvent = DomainEvent> = E extends LogEvent
  ? {
      readonly position: number
      readonly stream: string
      readonly version: number
      readonly type: E["type"]
      readonly data: E["data"]
      readonly recordedAt: string
    }
  : never

/** An event as its columns are stored: `data` is JSON text in the form of `schemaVersion`, neither parsed nor upcast. */
export interface EventRow {
  readonly position: number
  readonly stream: string
  readonly version: number
  readonly type: string
  readonly schemaVersion: number
  readonly recordedAt: string
  readonly data: string
}

/**
 * An event with all its columns: `metadata` is JSON text without the recorded time, `leaf` the hash of its canonical text
 * (SHA-256), taken when it was stored; empty where a store has none yet.
 */
export interface SealedRow extends EventRow {
  readonly metadata: string
  readonly leaf: Digest
}

/** Where an event stands, as the order by streams has it. */
export interface StreamPlace {
  readonly stream: string
  readonly version: number
  readonly position: number
}

/** Something wrong with how a log is kept, beside its events. */
export interface StructuralDamage {
  /** The file or its indexes; tables and triggers that are not those of the layout; the table of commands; sums that are kept. */
  readonly kind: "file" | "layout" | "command" | "sums"
  readonly position: number | undefined
  readonly detail: string
}

/** Part of the global order: positions after `after` up to `until` (inclusive), of these streams only if named. */
export interface LogRange {
  readonly after?: number | undefined
  readonly until?: number | undefined
  readonly streams?: ReadonlyArray<string> | undefined
}

/** A page of such a part: its first `limit` events, 1000 by default. */
export interface PageRequest extends LogRange {
  readonly limit?: number | undefined
}

/** A page of a stream: versions after `after` up to `until` (inclusive), at most `limit` of them. */
export type StreamPageRequest = Omit<PageRequest, "streams">

/** A page of a stream, and the version the stream has. */
export interface StreamPage<E extends LogEvent = DomainEvent> {
  readonly version: number
  readonly events: ReadonlyArray<RecordedEvent<E>>
}

/** A stream and how many events it has. */
export interface StreamVersion {
  readonly stream: string
  readonly version: number
}

/** 进度 of long work, in events. */
export type Progress = (done: number, total: number) => void

/** 预期版本: the version a stream must have (0: no events), or `any`, `none` (it must have no events), `exists` (some). */
export type ExpectedVersion = number | "any" | "none" | "exists"

/** Events for one stream; none is allowed, then only the version is checked. `expectedVersion` is `any` by default. */
export interface StreamBatch<E extends LogEvent = DomainEvent> {
  readonly stream: string
  readonly expectedVersion?: ExpectedVersion | undefined
  readonly events: ReadonlyArray<NewEvent<E>>
}

/** Who appends, and under which command id (命令编号, 幂等键). */
export interface AppendOptions {
  readonly actor?: string | undefined
  /** The same id again has no second effect: it is answered what the first was answered. */
  readonly commandId?: string | undefined
  /** Tells the same request from another one under the same id; by default a digest of the events. */
  readonly requestDigest?: string | undefined
}

/** One command: batches that are stored together or not at all. A second batch on a stream sees the first. */
export interface AppendCommand<E extends LogEvent = DomainEvent> extends AppendOptions {
  readonly batches: ReadonlyArray<StreamBatch<E>>
}

/** What an append stored, in order. `repeated`: nothing now, this is the first answer again. */
export interface Appended<E extends LogEvent = DomainEvent> {
  readonly events: ReadonlyArray<RecordedEvent<E>>
  readonly repeated: boolean
}

/** What an import did: `stored` events were new, `present` ones stood in the log already, equal in every byte. */
export interface Imported {
  readonly stored: number
  readonly present: number
}

export interface ImportOptions {
  /** How many envelopes will come, for progress. */
  readonly total?: number | undefined
  readonly onProgress?: Progress | undefined
}

/** 汇总数 of streams, at one moment of the log. */
export interface Summed<E extends LogEvent = DomainEvent> {
  /** The last position of the log at that moment. */
  readonly position: number
  /** How many events the streams have. */
  readonly events: number
  readonly sums: ReadonlyArray<SummedEntries>
  readonly facts: ReadonlyArray<FoldableEvent<E>>
}

/** What emmett's methods know of an event that was read. */
export type ReadMetadata = ReadEventMetadataWithGlobalPosition & EventMetadata & { readonly schemaVersion: number }

/**
 * 事件日志. Rejects with a `StoreError`.
 *
 * @example
 * const log = sqliteLog("juesuan.db", { codec: domainCodec, now: () => new Date().toISOString(), access: "write" })
 * const { events } = await log.appendToStreams(
 *   [{ stream: "year-023001-2024", expectedVersion: 56, events: [{ type: "YearClosed", data: { occurredOn: "2024-12-31" } }] }],
 *   { actor: "会计", commandId: "close-2024" }
 * )
 * events[0]?.id // "year-023001-2024@57"
 */
export interface EventLog<E extends LogEvent = DomainEvent> extends EventStore<ReadMetadata> {
  /** Stores all batches in one transaction or none; `ConcurrencyConflict` names the first that does not stand as expected. */
  readonly appendToStreams: (batches: ReadonlyArray<StreamBatch<E>>, options?: AppendOptions) => Promise<Appended<E>>
  /** Several commands in one transaction, each with its own id; those carried out before are answered and change nothing. */
  readonly appendCommands: (commands: ReadonlyArray<AppendCommand<E>>) => Promise<ReadonlyArray<Appended<E>>>
  /**
   * What the command with this id stored; `undefined` if it was never carried out. Ask before deciding: a repeated request
   * decided anew would meet its own effects. Another digest is `CommandIdReused`; without one any is taken.
   */
  readonly answered: (commandId: string, requestDigest?: string) => Promise<Appended<E> | undefined>
  /**
   * Takes over exported envelopes (parsed JSON, in order) as they are, recorded times included; all of them or none.
   * They must continue the log exactly; those the log already has must be equal to it. Otherwise `ImportRefused`.
   * Other appends wait until it is done, so what yields the envelopes must not itself wait for one.
   */
  readonly importEvents: (
    envelopes: Iterable<unknown> | AsyncIterable<unknown>,
    options?: ImportOptions
  ) => Promise<Imported>

  /** A page of the global order. */
  readonly readAll: (page?: PageRequest) => Promise<ReadonlyArray<RecordedEvent<E>>>
  /** A page as it was stored, older versions as they are: what an export writes, one envelope a line. */
  readonly readVerbatim: (page?: PageRequest) => Promise<ReadonlyArray<RecordedEvent<LogEvent>>>
  /** A page as stored columns without metadata. */
  readonly readRows: (page?: PageRequest) => Promise<ReadonlyArray<EventRow>>
  /** A page as stored, gaps and all, with the hashes taken when it was stored: what a verification reads. */
  readonly readSealed: (page?: StreamPageRequest) => Promise<ReadonlyArray<SealedRow>>
  /** Events in the order of streams and versions, after a place: what the index by streams says. */
  readonly readPlaces: (after?: StreamPlace, limit?: number) => Promise<ReadonlyArray<StreamPlace>>
  /** Looks through the whole store for damage to how it is kept; slow. Finds nothing in memory. */
  readonly examine: () => Promise<ReadonlyArray<StructuralDamage>>
  /**
   * The log for folding, page after page, up to where it ends when the reading begins. Between pages the program goes on
   * with other things.
   *
   * @example for await (const page of log.replay({ until: 4711 })) for (const event of page) fold(event)
   */
  readonly replay: (range?: LogRange, onProgress?: Progress) => AsyncIterable<ReadonlyArray<FoldableEvent<E>>>
  /** A page of one stream. */
  readonly readStreamPage: (stream: string, page?: StreamPageRequest) => Promise<StreamPage<E>>
  /** The event with this id or at this position; `undefined` where there is none. */
  readonly event: (reference: string | number) => Promise<RecordedEvent<E> | undefined>

  /**
   * The sums of streams as of now, and their events that state more than entries, where the store keeps sums while it stores
   * events (PostgreSQL does); `undefined` where it does not.
   */
  readonly summed: (streams: ReadonlyArray<string>) => Promise<Summed<E> | undefined>

  /** 0 while the log is empty. */
  readonly lastPosition: () => Promise<number>
  /** The last position recorded at or before an instant (ISO text with its zone): how far the log went then. */
  readonly positionKnownAt: (instant: string) => Promise<number>
  /** 0 for a stream without events. */
  readonly streamVersion: (stream: string) => Promise<number>
  /** Every stream with its version, by name. */
  readonly streams: () => Promise<ReadonlyArray<StreamVersion>>

  readonly close: () => Promise<void>
}
