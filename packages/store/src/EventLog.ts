/**
 * 事件日志: the port to the append-only log. It extends emmett's `EventStore` by what that interface lacks: several
 * streams in one transaction, one global order read in pages, idempotent commands, import of a log as it is.
 * Memory and SQLite stand behind it; the same contract tests run on each.
 */
import type { EventStore, ReadEventMetadataWithGlobalPosition } from "@event-driven-io/emmett"
import type { EventMetadata, FoldedEvent, StoredEvent } from "@juesuan/domain"

/** 预期版本: a stream's version (0: the stream is empty), or `any`, `none` (must not exist), `exists`. */
export type ExpectedVersion = number | "any" | "none" | "exists"

/** An event that is to be appended; the log adds id, position, version and the recorded time. */
export interface NewEvent {
  readonly type: string
  readonly data: object
  readonly metadata: Omit<EventMetadata, "recordedAt" | "commandId">
}

/** Events for one stream. */
export interface Append {
  readonly stream: string
  readonly expectedVersion: ExpectedVersion
  readonly events: ReadonlyArray<NewEvent>
}

/** 命令编号: the same id with the same digest has one effect and one answer; with another digest it is refused. */
export interface CommandIdentity {
  readonly commandId: string
  /** Digest of the request, so that a reused id with another request is noticed. */
  readonly digest: string
}

/** What was appended. `repeated`: the command had been carried out before, and this is its first answer again. */
export interface Appended {
  readonly events: ReadonlyArray<StoredEvent>
  readonly repeated: boolean
}

/** A page of the global order: events after a position, at most so many, of these streams only if named. */
export interface PageRequest {
  readonly after?: number
  readonly limit?: number
  readonly streams?: ReadonlyArray<string>
}

/** A stream and how many events it holds. */
export interface StreamVersion {
  readonly stream: string
  readonly version: number
}

/** 进度 of long work, in events. */
export type Progress = (done: number, total: number) => void

/** 事件日志. Every method rejects with a `StoreError`; emmett's own methods keep emmett's contract. */
export interface EventLog extends EventStore<ReadEventMetadataWithGlobalPosition> {
  /** Appends to several streams in one transaction: all or nothing. Resolved means committed with full durability. */
  readonly appendToStreams: (appends: ReadonlyArray<Append>, command?: CommandIdentity) => Promise<Appended>
  /** Imports exported events as they are (ids, times); they must continue this log exactly. All or nothing. */
  readonly importEvents: (events: Iterable<StoredEvent>, onProgress?: Progress) => Promise<number>
  /** One page of the log, in order. */
  readonly readAll: (page?: PageRequest) => Promise<ReadonlyArray<StoredEvent>>
  /** The log for folding: no metadata but the recorded time, page after page. */
  readonly replay: (page?: PageRequest, onProgress?: Progress) => AsyncIterable<ReadonlyArray<FoldedEvent>>
  /** The tail of one stream, after a version. */
  readonly readTail: (stream: string, afterVersion: number) => Promise<ReadonlyArray<StoredEvent>>
  /** By id or by position; `undefined` where the log holds no such event. */
  readonly event: (reference: string | number) => Promise<StoredEvent | undefined>
  readonly streams: () => Promise<ReadonlyArray<StreamVersion>>
  readonly streamVersion: (stream: string) => Promise<number>
  readonly lastPosition: () => Promise<number>
  readonly close: () => Promise<void>
}

/** The number of events a page holds where nobody says otherwise. */
export const pageSize = 1000
