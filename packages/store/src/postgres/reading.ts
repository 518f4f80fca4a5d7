/** Questions to a store in PostgreSQL, through any connection to it. */
import { type Dimensions, Quantities, type SummedEntries } from "@juesuan/domain"
import type { FullEventRow, LogEnd, Span, StoredCommand, SummedRows } from "../Backend.ts"
import type { EventRow, SealedRow, StreamPlace, StreamVersion } from "../EventLog.ts"
import { fromBytes } from "../proof/MerkleTree.ts"
import { type BareTuple, bareRow, type FullTuple, fullRow } from "../rows.ts"
import type { Ask } from "./connecting.ts"
import { dimensionColumns } from "./layout.ts"

const bareColumns = "position, stream, version, type, schema_version::bigint, recorded_at, data"

type SealedTuple = readonly [...FullTuple, string]

const sealedRow = (tuple: SealedTuple): SealedRow => ({
  ...fullRow(tuple),
  leaf: fromBytes(Buffer.from(tuple[8], "hex"))
})

/** Jumps from stream to stream in the index instead of walking all of it. */
const streamVersions = `
WITH RECURSIVE names (stream) AS (
  (SELECT stream FROM events ORDER BY stream LIMIT 1)
  UNION ALL
  SELECT (SELECT events.stream FROM events WHERE events.stream > names.stream ORDER BY events.stream LIMIT 1)
  FROM names WHERE names.stream IS NOT NULL
)
SELECT stream, (SELECT max(version) FROM events WHERE events.stream = names.stream)
FROM names WHERE stream IS NOT NULL ORDER BY stream`

/** The largest number that PostgreSQL takes for a bigint and JavaScript keeps exactly. */
const bounded = (value: number): number => Math.min(value, Number.MAX_SAFE_INTEGER)

const within = (name: string, from: number): string =>
  `${name} > $${from} AND ${name} <= $${from + 1} ORDER BY ${name} LIMIT $${from + 2}`

const bounds = ({ after, limit, until }: Span): ReadonlyArray<number> => [
  bounded(after),
  bounded(until),
  bounded(limit)
]

const pages =
  <Tuple>(ask: Ask, columns: string) =>
  (span: Span, streams?: ReadonlyArray<string>): Promise<ReadonlyArray<Tuple>> =>
    streams === undefined
      ? ask(`SELECT ${columns} FROM events WHERE ${within("position", 1)}`, bounds(span))
      : ask(`SELECT ${columns} FROM events WHERE stream = ANY($1::text[]) AND ${within("position", 2)}`, [
          [...streams],
          ...bounds(span)
        ])

/** 汇总数 as stored: whole 分 and a count. */
type SumTuple = readonly [...ReadonlyArray<string>, number, number]

const summedEntries = (tuple: SumTuple): SummedEntries => {
  const dimensions = Object.fromEntries(dimensionColumns.map((name, index) => [name, tuple[index]]))
  const [total, count] = tuple.slice(dimensionColumns.length) as [number, number]
  return {
    dimensions: dimensions as unknown as Dimensions,
    total: Quantities.plusFen(Quantities.zeroFen, total as Quantities.Fen),
    count
  }
}

/** What streams add up to, in one snapshot of the store. */
export const summedRows = async (ask: Ask, streams: ReadonlyArray<string>): Promise<SummedRows> => {
  const sums = await ask<SumTuple>(
    `SELECT ${dimensionColumns.join(", ")}, sum(total)::bigint, sum(entries)::bigint FROM sums
     WHERE stream = ANY($1::text[]) GROUP BY ${dimensionColumns.join(", ")} ORDER BY ${dimensionColumns.join(", ")}`,
    [[...streams]]
  )
  const facts = await ask<BareTuple>(
    `SELECT ${bareColumns} FROM events WHERE is_fact AND stream = ANY($1::text[]) ORDER BY position`,
    [[...streams]]
  )
  const versions = await reading(ask).versionsOf(streams)
  return {
    end: await reading(ask).end(),
    events: [...versions.values()].reduce((sum, version) => sum + version, 0),
    sums: sums.map(summedEntries),
    facts: facts.map(bareRow)
  }
}

export interface Reading {
  readonly end: () => Promise<LogEnd>
  readonly rows: (span: Span, streams?: ReadonlyArray<string>) => Promise<ReadonlyArray<FullEventRow>>
  readonly bareRows: (span: Span, streams?: ReadonlyArray<string>) => Promise<ReadonlyArray<EventRow>>
  readonly sealedRows: (span: Span) => Promise<ReadonlyArray<SealedRow>>
  readonly places: (after: StreamPlace | undefined, limit: number) => Promise<ReadonlyArray<StreamPlace>>
  readonly versionOf: (stream: string) => Promise<number>
  readonly versionsOf: (streams: ReadonlyArray<string>) => Promise<ReadonlyMap<string, number>>
  readonly streamRows: (stream: string, span: Span) => Promise<ReadonlyArray<FullEventRow>>
  readonly streams: () => Promise<ReadonlyArray<StreamVersion>>
  readonly commands: (commandIds: ReadonlyArray<string>) => Promise<ReadonlyMap<string, StoredCommand>>
}

/** The questions over a connection. */
export const reading = (ask: Ask): Reading => {
  const rows = pages<FullTuple>(ask, `${bareColumns}, metadata`)
  const bareRows = pages<BareTuple>(ask, bareColumns)
  const sealedRows = pages<SealedTuple>(ask, `${bareColumns}, metadata, encode(leaf, 'hex')`)
  const versionsOf: Reading["versionsOf"] = async (streams) => {
    const found = await ask<readonly [string, number | null]>(
      `SELECT wanted.stream, (SELECT max(version) FROM events WHERE events.stream = wanted.stream)
       FROM unnest($1::text[]) AS wanted (stream)`,
      [[...streams]]
    )
    return new Map(found.map(([stream, version]) => [stream, version ?? 0]))
  }
  return {
    end: async () => {
      const [last] = await ask<readonly [number, string]>(
        "SELECT position, recorded_at FROM events ORDER BY position DESC LIMIT 1"
      )
      return last === undefined ? { position: 0, recordedAt: "" } : { position: last[0], recordedAt: last[1] }
    },
    rows: async (span, streams) => (await rows(span, streams)).map(fullRow),
    bareRows: async (span, streams) => (await bareRows(span, streams)).map(bareRow),
    sealedRows: async (span) => (await sealedRows(span)).map(sealedRow),
    places: async (after, limit) => {
      const found = await ask<readonly [string, number, number]>(
        `SELECT stream, version, position FROM events
         WHERE (stream, version) > ($1, $2) ORDER BY stream, version LIMIT $3`,
        [after?.stream ?? "", after?.version ?? 0, limit]
      )
      return found.map(([stream, version, position]) => ({ stream, version, position }))
    },
    versionOf: async (stream) => (await versionsOf([stream])).get(stream) ?? 0,
    versionsOf,
    streamRows: async (stream, span) => {
      const found = await ask<FullTuple>(
        `SELECT ${bareColumns}, metadata FROM events WHERE stream = $1 AND ${within("version", 2)}`,
        [stream, ...bounds(span)]
      )
      return found.map(fullRow)
    },
    streams: async () =>
      (await ask<readonly [string, number]>(streamVersions)).map(([stream, version]) => ({ stream, version })),
    commands: async (commandIds) => {
      if (commandIds.length === 0) return new Map()
      const found = await ask<readonly [string, string | null, number, number]>(
        "SELECT command_id, request_digest, first_position, last_position FROM commands WHERE command_id = ANY($1::text[])",
        [[...commandIds]]
      )
      return new Map(
        found.map(([commandId, requestDigest, first, last]) => [
          commandId,
          { commandId, requestDigest: requestDigest ?? undefined, first, last }
        ])
      )
    }
  }
}
