/**
 * PostgreSQL 日志: for those who outgrow one machine. The same tables and the same answers as a store file; the server is
 * reached when the log is first used, and left when it is closed.
 */
import type { DomainEvent } from "@juesuan/domain"
import type { Backend } from "./Backend.ts"
import type { EventLog, LogEvent } from "./EventLog.ts"
import { type LogOptions, logOf } from "./Log.ts"
import {
  asking,
  assertDurable,
  connectForReading,
  connectForWriting,
  createStore,
  inspect,
  type Readers,
  type StoreAddress,
  storeAddress
} from "./postgres/connecting.ts"
import { examined } from "./postgres/examining.ts"
import { faultOf, guarded } from "./postgres/faults.ts"
import { reading, summedRows } from "./postgres/reading.ts"
import { type Writing, writing } from "./postgres/writing.ts"
import { StoreReadOnly } from "./StoreError.ts"

export interface PostgresOptions<E extends LogEvent> extends LogOptions<E> {
  /** `read` never changes anything; `write` makes the store where there is none. */
  readonly access: "read" | "write"
  /** How long to wait for other programs that write, 10 seconds by default. */
  readonly busyTimeoutMs?: number | undefined
}

/**
 * The log in a PostgreSQL database, in the schema `juesuan` or the one that the address names. Nothing is asked of the
 * server before the log is used; then it rejects with `StoreUnavailable`, `NotAStore`, `StoreNewer` or `StoreDamaged`
 * where it cannot be used.
 *
 * @example
 * const log = postgresLog("postgres://finance@localhost/books?schema=juesuan", { codec: domainCodec, now, access: "write" })
 */
export const postgresLog = <E extends LogEvent = DomainEvent>(
  location: string,
  options: PostgresOptions<E>
): EventLog<E> => {
  const address = storeAddress(location)
  return logOf(postgresBackend(address, options), options)
}

interface Connected {
  readonly readers: Readers
  readonly writer: Writing
}

const readOnly = (path: string): Writing => ({
  transact: async () => {
    throw new StoreReadOnly({ path })
  },
  close: async () => undefined
})

const connect = async (
  address: StoreAddress,
  { access, busyTimeoutMs = 10_000 }: Pick<PostgresOptions<never>, "access" | "busyTimeoutMs">
): Promise<Connected> => {
  const readers = await connectForReading(address)
  const client = access === "write" ? await connectForWriting(address, busyTimeoutMs) : undefined
  try {
    if (client !== undefined) {
      await assertDurable(address.path, asking(client as never))
      await createStore(address, client)
    }
    await inspect(address, readers.ask)
    const writer = client === undefined ? readOnly(address.path) : writing(address, client, busyTimeoutMs)
    return { readers, writer }
  } catch (thrown) {
    await Promise.allSettled([client?.end(), readers.close()])
    throw thrown
  }
}

/** A backend that connects when it is first used; one that failed to is tried again by the next use. */
const postgresBackend = (
  address: StoreAddress,
  options: Pick<PostgresOptions<never>, "access" | "busyTimeoutMs">
): Backend => {
  const { path } = address
  let connected: Promise<Connected> | undefined
  const connection = async (): Promise<Connected> => {
    connected ??= connect(address, options)
    try {
      return await connected
    } catch (thrown) {
      connected = undefined
      throw faultOf(path, thrown)
    }
  }
  const ask = async <A>(question: (read: ReturnType<typeof reading>) => Promise<A>): Promise<A> => {
    const { readers } = await connection()
    return guarded(path, () => question(reading(readers.ask)))
  }
  return {
    path,
    transact: async (work) => (await connection()).writer.transact(work),
    end: () => ask((read) => read.end()),
    summed: async (streams) => {
      const { readers } = await connection()
      return guarded(path, () => readers.snapshot((question) => summedRows(question, streams)))
    },
    rows: (span, streams) => ask((read) => read.rows(span, streams)),
    bareRows: (span, streams) => ask((read) => read.bareRows(span, streams)),
    places: (after, limit) => ask((read) => read.places(after, limit)),
    examine: async () => {
      const { readers } = await connection()
      return guarded(path, () => readers.snapshot((question) => examined(question, address.schema)))
    },
    sealedRows: (span) => ask((read) => read.sealedRows(span)),
    versionOf: (stream) => ask((read) => read.versionOf(stream)),
    streamRows: (stream, span) => ask((read) => read.streamRows(stream, span)),
    streams: () => ask((read) => read.streams()),
    command: async (commandId) => (await ask((read) => read.commands([commandId]))).get(commandId),
    close: async () => {
      if (connected === undefined) return
      const { readers, writer } = await connected
      connected = undefined
      await Promise.all([readers.close(), writer.close()])
    }
  }
}
