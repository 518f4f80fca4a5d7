/** The file of the SQLite log: its mark, its version, its tables, and what is asserted before anything is read or written. */
import { DatabaseSync } from "node:sqlite"
import { StoreDamaged, StoreNewer, StoreUnavailable } from "./StoreError.ts"

/** "JUES": marks the file as ours. */
const applicationId = 0x4a554553
const schemaVersion = 1
const busyTimeoutMs = 10_000

const tables = `
CREATE TABLE events (
  position INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  version INTEGER NOT NULL,
  type TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  data TEXT NOT NULL,
  metadata TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX events_by_stream ON events (stream, version);
CREATE TABLE commands (
  command_id TEXT PRIMARY KEY,
  digest TEXT NOT NULL,
  first_position INTEGER NOT NULL,
  last_position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`

const pragma = (database: DatabaseSync, name: string): unknown => {
  const row = database.prepare(`PRAGMA ${name}`).get()
  return row === undefined ? undefined : Object.values(row)[0]
}

/** Runs something of SQLite and names what went wrong by what the user can do about it. */
export const guarded = <Value>(place: string, run: () => Value): Value => {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof Error) || !("errcode" in error)) throw error
    const primary = Number(error.errcode) & 0xff
    const [corrupt, notADatabase] = [11, 26]
    if (primary === corrupt || primary === notADatabase) throw new StoreDamaged({ place, cause: error.message })
    throw new StoreUnavailable({ place, cause: error.message })
  }
}

const isEmpty = (database: DatabaseSync): boolean =>
  database.prepare("SELECT count(*) AS n FROM sqlite_schema").get()?.["n"] === 0

const create = (database: DatabaseSync): void => {
  database.exec("BEGIN IMMEDIATE")
  if (isEmpty(database)) {
    database.exec(tables)
    database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}`)
  }
  database.exec("COMMIT")
}

const assertOurs = (database: DatabaseSync, place: string): void => {
  if (pragma(database, "application_id") !== applicationId) {
    throw new StoreDamaged({ place, cause: "不是决算账库文件 / not a Juesuan store" })
  }
  const found = Number(pragma(database, "user_version"))
  if (found > schemaVersion) throw new StoreNewer({ place, found: `v${found}`, known: `v${schemaVersion}` })
}

/** How a file is opened: for questions only, or for recording (created where it does not exist). */
export type Access = "read" | "write"

/**
 * Opens the file of a log. For recording, write-ahead log and full synchronisation are set and read back: a store that
 * cannot promise durability is not written to.
 */
export const openDatabase = (place: string, access: Access): DatabaseSync =>
  guarded(place, () => {
    const database = new DatabaseSync(place, { readOnly: access === "read", timeout: busyTimeoutMs })
    try {
      if (access === "write" && isEmpty(database)) create(database)
      assertOurs(database, place)
      if (access === "write") {
        const mode = pragma(database, "journal_mode = WAL")
        database.exec("PRAGMA synchronous = FULL")
        const synchronous = pragma(database, "synchronous")
        if ((mode !== "wal" && place !== ":memory:") || synchronous !== 2) {
          throw new StoreUnavailable({ place, cause: `journal_mode ${String(mode)}, synchronous ${String(synchronous)}` })
        }
      }
      return database
    } catch (error) {
      database.close()
      throw error
    }
  })
