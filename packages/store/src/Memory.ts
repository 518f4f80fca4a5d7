/** 内存日志: a log that lasts as long as the program; the plainest backend, and the one the others are compared with. */
import type { Additions, Backend, FullEventRow, LogEnd, Span, StoredCommand, Transaction } from "./Backend.ts"
import type { EventLog, EventRow, LogEvent, SealedRow, StreamPlace, StreamVersion } from "./EventLog.ts"
import { type LogOptions, logOf } from "./Log.ts"
import { oneAtATime } from "./exclusive.ts"

/**
 * An empty log in memory.
 *
 * @example const log = memoryLog({ codec: domainCodec, now: () => new Date().toISOString() })
 */
export const memoryLog = <E extends LogEvent>(options: LogOptions<E>): EventLog<E> => logOf(memoryBackend(), options)

const memoryBackend = (): Backend => {
  const tables = new Tables()
  const exclusively = oneAtATime()
  return {
    path: "memory",
    transact: (work) =>
      exclusively(async () => {
        const own = new Tables()
        const answer = await work(draftOf(tables, own))
        tables.add({ events: own.events, commands: [...own.commands.values()] })
        return answer
      }),
    end: async () => tables.end(),
    rows: async (span, streams) => tables.rows(span, streams),
    bareRows: async (span, streams) => tables.rows(span, streams).map(bareRow),
    places: async (after, limit) => tables.places(after, limit),
    examine: async () => [],
    sealedRows: async (span) => slice(tables.events, span),
    versionOf: async (stream) => tables.versionOf(stream),
    streamRows: async (stream, span) => slice(tables.streams.get(stream) ?? [], span),
    streams: async () => tables.versions(),
    command: async (commandId) => tables.commands.get(commandId),
    close: async () => undefined
  }
}

const slice = <Row>(rows: ReadonlyArray<Row>, { after, until, limit }: Span): ReadonlyArray<Row> =>
  rows.slice(after, Math.min(until, after + limit))

const bareRow = ({ position, stream, version, type, schemaVersion, recordedAt, data }: FullEventRow): EventRow => ({
  position,
  stream,
  version,
  type,
  schemaVersion,
  recordedAt,
  data
})

const emptyEnd: LogEnd = { position: 0, recordedAt: "" }

class Tables {
  readonly events: Array<SealedRow> = []
  readonly streams = new Map<string, Array<SealedRow>>()
  readonly commands = new Map<string, StoredCommand>()

  end(): LogEnd {
    return this.events.at(-1) ?? emptyEnd
  }

  rows(span: Span, streams?: ReadonlyArray<string>): ReadonlyArray<FullEventRow> {
    if (streams === undefined) return slice(this.events, span)
    const wanted = new Set(streams)
    return slice(this.events, { ...span, limit: this.events.length })
      .filter(({ stream }) => wanted.has(stream))
      .slice(0, span.limit)
  }

  versionOf(stream: string): number {
    return this.streams.get(stream)?.length ?? 0
  }

  versions(): ReadonlyArray<StreamVersion> {
    return [...this.streams]
      .map(([stream, rows]) => ({ stream, version: rows.length }))
      .sort((one, other) => Buffer.compare(Buffer.from(one.stream), Buffer.from(other.stream)))
  }

  places(after: StreamPlace | undefined, limit: number): ReadonlyArray<StreamPlace> {
    const behind = ({ stream, version }: StreamPlace): boolean => {
      if (after === undefined) return true
      const order = Buffer.compare(Buffer.from(stream), Buffer.from(after.stream))
      return order > 0 || (order === 0 && version > after.version)
    }
    return this.versions()
      .flatMap(({ stream }) => this.streams.get(stream) ?? [])
      .map(({ stream, version, position }) => ({ stream, version, position }))
      .filter(behind)
      .slice(0, limit)
  }

  add({ events, commands }: Additions): void {
    for (const event of events) {
      this.events.push(event)
      const rows = this.streams.get(event.stream)
      if (rows === undefined) this.streams.set(event.stream, [event])
      else rows.push(event)
    }
    for (const command of commands) this.commands.set(command.commandId, command)
  }
}

/** What a transaction sees: the tables, and on top of them what it has added (`own`), which nobody else sees yet. */
const draftOf = (tables: Tables, own: Tables): Transaction => ({
  standing: async (streams, commandIds) => {
    const versions = new Map<string, number>()
    for (const stream of streams) versions.set(stream, tables.versionOf(stream) + own.versionOf(stream))
    const commands = new Map<string, StoredCommand>()
    for (const id of commandIds) {
      const command = own.commands.get(id) ?? tables.commands.get(id)
      if (command !== undefined) commands.set(id, command)
    }
    return { end: own.events.length > 0 ? own.end() : tables.end(), versions, commands }
  },
  rows: async ({ after, until, limit }) => {
    const added = own.events.filter(({ position }) => position > after && position <= until)
    return [...tables.rows({ after, until, limit }), ...added].slice(0, limit)
  },
  add: async (additions) => own.add(additions)
})
