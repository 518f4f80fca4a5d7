/** What a verification asks of a store file: rows with their hashes, and the order by streams as the index has it. */
import type { DatabaseSync } from "node:sqlite"
import type { Span } from "../Backend.ts"
import type { SealedRow, StreamPlace } from "../EventLog.ts"
import { fromBytes } from "../proof/MerkleTree.ts"
import { type FullTuple, fullRow } from "../rows.ts"

type Tuple = readonly [...FullTuple, unknown]

const sealedRow = (tuple: Tuple): SealedRow => {
  const leaf = tuple[8]
  // A damaged row may hold anything there.
  return { ...fullRow(tuple), leaf: leaf instanceof Uint8Array ? fromBytes(leaf) : "" }
}

/** Whether events have hashes; in a file of the first layout they have none. */
export const hasLeaves = (database: DatabaseSync): boolean =>
  database.prepare("SELECT 1 FROM pragma_table_info('events') WHERE name = 'leaf'").get() !== undefined

/** Rows in the order of the log. */
export const sealedRows = (database: DatabaseSync, { after, limit, until }: Span): ReadonlyArray<SealedRow> => {
  const statement = database.prepare(
    `SELECT position, stream, version, type, schema_version, recorded_at, data, metadata, ${hasLeaves(database) ? "leaf" : "x''"}
     FROM events WHERE position > ? AND position <= ? ORDER BY position LIMIT ?`
  )
  statement.setReturnArrays(true)
  return (statement.all(after, until, limit) as unknown as ReadonlyArray<Tuple>).map(sealedRow)
}

/** Places from the index by streams alone. */
export const places = (
  database: DatabaseSync,
  after: StreamPlace | undefined,
  limit: number
): ReadonlyArray<StreamPlace> => {
  const statement = database.prepare(
    `SELECT stream, version, position FROM events INDEXED BY events_by_stream
     WHERE (stream, version) > (?, ?) ORDER BY stream, version LIMIT ?`
  )
  statement.setReturnArrays(true)
  const found = statement.all(after?.stream ?? "", after?.version ?? 0, limit) as unknown
  return (found as ReadonlyArray<readonly [string, number, number]>).map(([stream, version, position]) => ({
    stream,
    version,
    position
  }))
}
