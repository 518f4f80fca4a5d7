/** Questions to a store file through one connection; `all` with arrays is the fastest way out of node:sqlite. */
import type { DatabaseSync, SQLInputValue } from "node:sqlite"
import type { FullEventRow, LogEnd, Span, StoredCommand } from "../Backend.ts"
import type { EventRow, StreamVersion } from "../EventLog.ts"
import { type BareTuple, bareRow, type FullTuple, fullRow } from "../rows.ts"

const bareColumns = "position, stream, version, type, schema_version, recorded_at, data"

/** Jumps from stream to stream in the index instead of walking all of it. */
const streamVersions = `
WITH RECURSIVE names (stream) AS (
  SELECT min(stream) FROM events
  UNION ALL
  SELECT (SELECT min(stream) FROM events WHERE stream > names.stream) FROM names WHERE names.stream IS NOT NULL
)
SELECT stream, (SELECT max(version) FROM events WHERE events.stream = names.stream)
FROM names WHERE stream IS NOT NULL ORDER BY stream`

export interface Reading {
  readonly end: () => LogEnd
  readonly rows: (span: Span, streams?: ReadonlyArray<string>) => ReadonlyArray<FullEventRow>
  readonly bareRows: (span: Span, streams?: ReadonlyArray<string>) => ReadonlyArray<EventRow>
  readonly versionOf: (stream: string) => number
  readonly streamRows: (stream: string, span: Span) => ReadonlyArray<FullEventRow>
  readonly streams: () => ReadonlyArray<StreamVersion>
  readonly command: (commandId: string) => StoredCommand | undefined
}

/** The questions, prepared. */
export const reading = (database: DatabaseSync): Reading => {
  const ask = <Tuple>(sql: string) => {
    const statement = database.prepare(sql)
    statement.setReturnArrays(true)
    return (...values: ReadonlyArray<SQLInputValue>) => statement.all(...values) as unknown as ReadonlyArray<Tuple>
  }
  const askOne = <Tuple>(sql: string) => {
    const statement = database.prepare(sql)
    statement.setReturnArrays(true)
    return (...values: ReadonlyArray<SQLInputValue>) => statement.get(...values) as unknown as Tuple | undefined
  }
  const within = (name: string) => `${name} > ? AND ${name} <= ? ORDER BY ${name} LIMIT ?`
  const end = askOne<readonly [number, string]>(
    "SELECT position, recorded_at FROM events ORDER BY position DESC LIMIT 1"
  )
  const pages = <Tuple>(columns: string) => {
    const all = ask<Tuple>(`SELECT ${columns} FROM events WHERE ${within("position")}`)
    // In the order of the log: the plus sign keeps SQLite from collecting and sorting the streams' events for every page.
    const some = ask<Tuple>(
      `SELECT ${columns} FROM events WHERE +stream IN (SELECT value FROM json_each(?)) AND ${within("position")}`
    )
    return ({ after, until, limit }: Span, streams?: ReadonlyArray<string>) =>
      streams === undefined ? all(after, until, limit) : some(JSON.stringify(streams), after, until, limit)
  }
  const rows = pages<FullTuple>(`${bareColumns}, metadata`)
  const bareRows = pages<BareTuple>(bareColumns)
  const versionOf = askOne<readonly [number | null]>("SELECT max(version) FROM events WHERE stream = ?")
  const streamRows = ask<FullTuple>(
    `SELECT ${bareColumns}, metadata FROM events WHERE stream = ? AND ${within("version")}`
  )
  const streams = ask<readonly [string, number]>(streamVersions)
  const command = askOne<readonly [string | null, number, number]>(
    "SELECT request_digest, first_position, last_position FROM commands WHERE command_id = ?"
  )

  return {
    end: () => {
      const [position, recordedAt] = end() ?? [0, ""]
      return { position, recordedAt }
    },
    rows: (span, streams) => rows(span, streams).map(fullRow),
    bareRows: (span, streams) => bareRows(span, streams).map(bareRow),
    versionOf: (stream) => versionOf(stream)?.[0] ?? 0,
    streamRows: (stream, { after, until, limit }) => streamRows(stream, after, until, limit).map(fullRow),
    streams: () => streams().map(([stream, version]) => ({ stream, version })),
    command: (commandId) => {
      const found = command(commandId)
      if (found === undefined) return undefined
      const [requestDigest, first, last] = found
      return { commandId, requestDigest: requestDigest ?? undefined, first, last }
    }
  }
}
