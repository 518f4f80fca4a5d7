/**
 * What a place to keep events has to offer, and nothing that could be decided above it: rows, a transaction, ways to read.
 * Memory and SQLite are backends (PostgreSQL is to be one); `Log.ts` makes an `EventLog` of any of them, so that they
 * cannot differ in what they accept. Rows hold text; whoever reads them parses.
 */
import type { SummedEntries } from "@juesuan/domain"
import type { EventRow, SealedRow, StreamPlace, StreamVersion, StructuralDamage } from "./EventLog.ts"

/** An event as stored: its columns, and its metadata as JSON text without the recorded time, which is a column. */
export interface FullEventRow extends EventRow {
  readonly metadata: string
}

/** A command as stored: the events from `first` to `last` are its own. What an imported command asked for is not known. */
export interface StoredCommand {
  readonly commandId: string
  readonly requestDigest: string | undefined
  readonly first: number
  readonly last: number
}

/** The end of the log; an empty log ends at position 0, with an empty time. */
export interface LogEnd {
  readonly position: number
  readonly recordedAt: string
}

/** What an append is decided upon, read inside its transaction. */
export interface Standing {
  readonly end: LogEnd
  readonly versions: ReadonlyMap<string, number>
  readonly commands: ReadonlyMap<string, StoredCommand>
}

/** What events add to the sums of their stream. */
export interface StreamSum extends SummedEntries {
  readonly stream: string
}

/** What a transaction stores; a command with a known id replaces it. */
export interface Additions {
  readonly events: ReadonlyArray<SealedRow>
  readonly commands: ReadonlyArray<StoredCommand>
}

/** What a backend with sums keeps beside its events: what they add, and which of them state more than entries. */
export interface Summing {
  /** Each dimensions of a stream once. */
  readonly sums: ReadonlyArray<StreamSum>
  /** By event, in order. */
  readonly facts: ReadonlyArray<boolean>
}

/** The sums of streams, and their events that state more than entries, as of the end of the log. */
export interface SummedRows {
  readonly end: LogEnd
  readonly events: number
  readonly sums: ReadonlyArray<SummedEntries>
  readonly facts: ReadonlyArray<EventRow>
}

/** A page with its defaults filled in: positions (or versions) in (after, until], at most `limit`. */
export interface Span {
  readonly after: number
  readonly until: number
  readonly limit: number
}

/** A transaction of a writer: nobody else writes while it runs. */
export interface Transaction {
  readonly standing: (streams: Iterable<string>, commandIds: Iterable<string>) => Promise<Standing>
  readonly rows: (span: Span) => Promise<ReadonlyArray<FullEventRow>>
  readonly add: (additions: Additions, summing?: Summing) => Promise<void>
}

export interface Backend {
  /** Where it is, for messages. */
  readonly path: string
  /** Runs `work` alone; commits durably before it resolves, leaves no trace when it rejects. */
  readonly transact: <A>(work: (transaction: Transaction) => Promise<A>) => Promise<A>
  readonly end: () => Promise<LogEnd>
  /** Where a backend keeps sums while it stores events: those of streams, read at one moment. Such a backend is told what to sum. */
  readonly summed?: (streams: ReadonlyArray<string>) => Promise<SummedRows>
  readonly rows: (span: Span, streams?: ReadonlyArray<string>) => Promise<ReadonlyArray<FullEventRow>>
  /** The same without metadata. */
  readonly bareRows: (span: Span, streams?: ReadonlyArray<string>) => Promise<ReadonlyArray<EventRow>>
  readonly sealedRows: (span: Span) => Promise<ReadonlyArray<SealedRow>>
  readonly places: (after: StreamPlace | undefined, limit: number) => Promise<ReadonlyArray<StreamPlace>>
  readonly examine: () => Promise<ReadonlyArray<StructuralDamage>>
  readonly versionOf: (stream: string) => Promise<number>
  readonly streamRows: (stream: string, span: Span) => Promise<ReadonlyArray<FullEventRow>>
  readonly streams: () => Promise<ReadonlyArray<StreamVersion>>
  readonly command: (commandId: string) => Promise<StoredCommand | undefined>
  readonly close: () => Promise<void>
}
