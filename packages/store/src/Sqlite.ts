/**
 * SQLite 日志: the embedded default, one file. Writers append through a connection of their own, in WAL mode with full
 * synchronisation, refused where that cannot be had; questions go through a read-only connection and never wait.
 */
import { resolve } from "node:path"
import type { DatabaseSync } from "node:sqlite"
import type { DomainEvent } from "@juesuan/domain"
import type { Backend, Span } from "./Backend.ts"
import type { EventLog, LogEvent } from "./EventLog.ts"
import { type LogOptions, logOf } from "./Log.ts"
import {
  connectForReading,
  connectForWriting,
  createStore,
  type Durability,
  durabilityOf,
  storeExists
} from "./sqlite/connecting.ts"
import { examined } from "./sqlite/examining.ts"
import { faultOf, guarded } from "./sqlite/faults.ts"
import { places, sealedRows } from "./sqlite/proving.ts"
import { reading } from "./sqlite/reading.ts"
import { type Writing, writing } from "./sqlite/writing.ts"
import { StoreDamaged, StoreReadOnly, StoreUnavailable } from "./StoreError.ts"

export interface SqliteOptions<E extends LogEvent> extends LogOptions<E> {
  /** `read` never changes the file; `write` makes it where there is none. */
  readonly access: "read" | "write"
  /** How long to wait for other programs that write, 10 seconds by default. */
  readonly busyTimeoutMs?: number | undefined
}

export interface SqliteLog<E extends LogEvent = DomainEvent> extends EventLog<E> {
  /** How it writes, as SQLite reports it; `undefined` where it only reads. */
  readonly durability: Durability | undefined
}

/**
 * Opens the log in a file. Throws `StoreUnavailable`, `NotAStore`, `StoreNewer`, `StoreDamaged` or `StoreReadOnly`.
 *
 * @example
 * const log = sqliteLog("juesuan.db", { codec: domainCodec, now: () => new Date().toISOString(), access: "read" })
 */
export const sqliteLog = <E extends LogEvent>(file: string, options: SqliteOptions<E>): SqliteLog<E> => {
  const { access, busyTimeoutMs = 10_000 } = options
  const path = resolve(file)
  if (!storeExists(path)) {
    if (access === "read") throw new StoreUnavailable({ path, reason: "FileMissing", detail: path })
    guarded(path, () => createStore(path))
  }
  const writer = access === "write" ? connectForWriting(path, busyTimeoutMs) : undefined
  let reader: DatabaseSync | undefined
  try {
    reader = connectForReading(path, busyTimeoutMs)
    const write = writer === undefined ? readOnly(path) : writing(path, writer, busyTimeoutMs)
    const durability = writer === undefined ? undefined : durabilityOf(writer)
    return { ...logOf(sqliteBackend(path, reader, write), options), durability }
  } catch (thrown) {
    reader?.close()
    writer?.close()
    throw faultOf(path, thrown)
  }
}

const readOnly = (path: string): Writing => ({
  transact: async () => {
    throw new StoreReadOnly({ path })
  },
  close: async () => undefined
})

const sqliteBackend = (path: string, reader: DatabaseSync, write: Writing): Backend => {
  const read = reading(reader)
  const ask = async <A>(question: () => A): Promise<A> => guarded(path, question)
  return {
    path,
    transact: write.transact,
    end: () => ask(read.end),
    rows: (span, streams) => ask(() => located(path, span, (part) => read.rows(part, streams))),
    bareRows: (span, streams) => ask(() => located(path, span, (part) => read.bareRows(part, streams))),
    places: (after, limit) => ask(() => places(reader, after, limit)),
    examine: () => ask(() => examined(reader)),
    sealedRows: (span) => ask(() => located(path, span, (part) => sealedRows(reader, part))),
    versionOf: (stream) => ask(() => read.versionOf(stream)),
    streamRows: (stream, span) => ask(() => read.streamRows(stream, span)),
    streams: () => ask(read.streams),
    command: (commandId) => ask(() => read.command(commandId)),
    close: async () => {
      // The writer last: whoever closes last moves what was written into the file, and a reader may not.
      if (reader.isOpen) reader.close()
      await write.close()
    }
  }
}

/** Reads a page; of one that cannot be read, says at which position. */
const located = <Row>(path: string, span: Span, rows: (span: Span) => ReadonlyArray<Row>): ReadonlyArray<Row> => {
  try {
    return rows(span)
  } catch (thrown) {
    const fault = faultOf(path, thrown)
    if (!(fault instanceof StoreDamaged)) throw thrown
    const last = Math.min(span.until, span.after + span.limit)
    let position = span.after + 1
    while (position < last && isReadable(() => rows({ after: position - 1, until: position, limit: 1 }))) position += 1
    throw new StoreDamaged({ path, position, detail: fault.detail })
  }
}

const isReadable = (question: () => unknown): boolean => {
  try {
    question()
    return true
  } catch {
    return false
  }
}
