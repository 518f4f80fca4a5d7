/**
 * Opening a store file: it is looked at before anything is done to it, and a new one appears complete or not at all.
 * (The file is never opened except through SQLite: closing another handle to it would drop SQLite's locks.)
 */
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, type Stats, statSync } from "node:fs"
import { dirname } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { pathToFileURL } from "node:url"
import { NotAStore, StoreDamaged, StoreNewer, StoreReadOnly, StoreUnavailable } from "../StoreError.ts"
import { guarded } from "./faults.ts"
import { applicationId, layout, layoutVersion } from "./layout.ts"
import { migrate } from "./migrating.ts"

/** Whether a writer has left something beside the file that belongs into it. */
const hasWritings = (path: string): boolean => (statOf(`${path}-wal`)?.size ?? 0) > 0

const statOf = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false })

/** Looks whether there is a file, without opening it; throws where there can be no store. */
export const storeExists = (path: string): boolean => {
  const unavailable = (reason: StoreUnavailable["reason"], detail: string): StoreUnavailable =>
    new StoreUnavailable({ path, reason, detail })
  const folder = dirname(path)
  if (statOf(folder)?.isDirectory() !== true) throw unavailable("FolderMissing", folder)
  const found = statOf(path)
  if (found === undefined) return false
  if (!found.isFile()) throw unavailable("NotAFile", path)
  if (found.size === 0) throw new NotAStore({ path, reason: "Empty" })
  return true
}

/**
 * Makes an empty store: complete under another name, then under its own, so that no crash leaves half of one and of two
 * programs that make it at once both use the one that was first.
 */
export const createStore = (path: string): void => {
  const draft = `${path}.new-${process.pid}`
  rmSync(draft, { force: true })
  try {
    const database = new DatabaseSync(draft)
    try {
      database.exec(`BEGIN; ${layout} COMMIT; PRAGMA journal_mode = WAL`)
    } finally {
      database.close()
    }
    publish(draft, path)
    syncFolder(dirname(path))
  } finally {
    rmSync(draft, { force: true })
  }
}

const publish = (draft: string, path: string): void => {
  try {
    linkSync(draft, path)
  } catch (thrown) {
    if (statOf(path) !== undefined) return
    const code = thrown instanceof Error && "code" in thrown ? thrown.code : undefined
    // File systems without hard links.
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "ENOSYS") throw thrown
    renameSync(draft, path)
  }
}

/** The new name survives a power cut too. */
const syncFolder = (folder: string): void => {
  if (process.platform === "win32") return
  const handle = openSync(folder, "r")
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Opens a connection and sets it up; nothing stays open of one that fails. */
const connect = (path: string, open: () => DatabaseSync, setUp: (database: DatabaseSync) => void): DatabaseSync =>
  guarded(path, () => {
    const database = open()
    try {
      setUp(database)
      return database
    } catch (thrown) {
      database.close()
      throw thrown
    }
  })

/**
 * A connection for questions. WAL wants to write beside the file even to read it; where that is not possible and no
 * writer has left anything there, the file is read as it lies.
 */
export const connectForReading = (path: string, timeout: number): DatabaseSync => {
  const setUp = (database: DatabaseSync): void => inspect(path, database)
  try {
    return connect(path, () => new DatabaseSync(path, { readOnly: true, timeout }), setUp)
  } catch (thrown) {
    const couldNotWrite =
      thrown instanceof StoreReadOnly || (thrown instanceof StoreUnavailable && thrown.reason === "CannotOpen")
    if (!couldNotWrite || hasWritings(path)) throw thrown
    const asItLies = pathToFileURL(path)
    asItLies.searchParams.set("immutable", "1")
    return connect(path, () => new DatabaseSync(asItLies, { readOnly: true }), setUp)
  }
}

/** A connection that may write: only where what it writes is durable, and only where it may indeed write. */
export const connectForWriting = (path: string, timeout: number): DatabaseSync =>
  connect(
    path,
    () => new DatabaseSync(path, { timeout }),
    (database) => {
      inspect(path, database)
      database.exec("PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON")
      database.exec("PRAGMA journal_mode = WAL; PRAGMA journal_size_limit = 67108864")
      assertDurable(path, database)
      migrate(database)
      // Of a file that may not be written SQLite says so at the first change, not at BEGIN.
      database.exec(`BEGIN IMMEDIATE; PRAGMA user_version = ${layoutVersion}; ROLLBACK`)
    }
  )

const pragma = (database: DatabaseSync, name: string): unknown =>
  Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0]

/** How a connection writes. */
export interface Durability {
  readonly journalMode: string
  readonly synchronous: string
}

const synchronousLevels = ["OFF", "NORMAL", "FULL", "EXTRA"]

export const durabilityOf = (database: DatabaseSync): Durability => ({
  journalMode: String(pragma(database, "journal_mode")),
  synchronous: synchronousLevels[Number(pragma(database, "synchronous"))] ?? "OFF"
})

/** Acknowledged means durable, or nothing is written at all. */
export const assertDurable = (path: string, database: DatabaseSync): void => {
  const { journalMode, synchronous } = durabilityOf(database)
  if (journalMode !== "wal" || synchronous !== "FULL") {
    throw new StoreUnavailable({
      path,
      reason: "NotDurable",
      detail: `journal ${journalMode}, synchronous ${synchronous}`
    })
  }
}

/** Looks whether this is a store this program can read, at the cost of a few pages whatever its size. */
const inspect = (path: string, database: DatabaseSync): void => {
  guarded(path, () => {
    if (Number(pragma(database, "application_id")) !== applicationId) {
      throw new NotAStore({ path, reason: "OtherProgram" })
    }
    const found = Number(pragma(database, "user_version"))
    if (found > layoutVersion) throw new StoreNewer({ path, found, known: layoutVersion })
    const tables = Number(
      database
        .prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name IN ('events', 'events_by_stream', 'commands')")
        .get()?.n
    )
    if (tables !== 3) throw new StoreDamaged({ path, position: undefined, detail: "a table is missing" })
    // SQLite notices missing pages, and takes a last page that is cut for one that ends in zeros.
    if (!hasWritings(path) && (statOf(path)?.size ?? 0) % Number(pragma(database, "page_size")) !== 0) {
      throw new StoreDamaged({ path, position: undefined, detail: "the file is cut off" })
    }
    const first = database.prepare("SELECT min(position) AS position FROM events").get()?.position
    if (first !== null && first !== 1) throw new StoreDamaged({ path, position: 1, detail: "an event is missing" })
    database.prepare("SELECT * FROM events ORDER BY position DESC LIMIT 1").get()
  })
}
