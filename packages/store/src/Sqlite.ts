/**
 * SQLite 日志: the log in one file, the default. Acknowledged means committed with full synchronisation. Positions are
 * gapless, because the writer that holds the transaction assigns them.
 */
import type { DatabaseSync, StatementSync } from "node:sqlite"
import { type EventMetadata, type FoldedEvent, parseEventId, type StoredEvent } from "@juesuan/domain"
import { emmettFace } from "./emmettFace.ts"
import {
  type Append,
  type Appended,
  type CommandIdentity,
  type EventLog,
  type PageRequest,
  pageSize,
  type Progress
} from "./EventLog.ts"
import type { Now } from "./Memory.ts"
import { assertContinues, emptyHead, type Head, planAppend } from "./planning.ts"
import { type Access, guarded, openDatabase } from "./sqlite-schema.ts"
import { CommandIdReused } from "./StoreError.ts"
import { upcast } from "./upcasting.ts"

const columns = "position, stream, version, type, schema_version, data, metadata, recorded_at"
type Columns = [number, string, number, string, number, string, string, string]

const dataOf = ([position, , , type, schemaVersion, data]: Columns): StoredEvent["data"] =>
  upcast({ type, schemaVersion, data: JSON.parse(data), position }) as StoredEvent["data"]

const storedOf = (row: Columns): StoredEvent => {
  const [position, stream, version, type, schemaVersion, , metadata, recordedAt] = row
  return {
    position,
    id: `${stream}@${version}`,
    stream,
    version,
    type: type as StoredEvent["type"],
    schemaVersion,
    data: dataOf(row),
    metadata: { recordedAt, ...(JSON.parse(metadata) as Omit<EventMetadata, "recordedAt">) }
  }
}

const foldedOf = (row: Columns): FoldedEvent => ({
  position: row[0],
  stream: row[1],
  version: row[2],
  type: row[3] as FoldedEvent["type"],
  data: dataOf(row),
  recordedAt: row[7]
})

/** The prepared statements of one open file. */
class SqliteFile {
  readonly place: string
  readonly database: DatabaseSync
  readonly #insert: StatementSync
  readonly #head: StatementSync
  readonly #version: StatementSync
  readonly #page: StatementSync
  readonly #tail: StatementSync
  readonly #byPosition: StatementSync
  readonly #byId: StatementSync
  readonly #command: StatementSync
  readonly #keepCommand: StatementSync

  constructor(place: string, database: DatabaseSync) {
    this.place = place
    this.database = database
    const rows = (sql: string): StatementSync => {
      const statement = database.prepare(sql)
      statement.setReturnArrays(true)
      return statement
    }
    this.#insert = database.prepare(`INSERT INTO events (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
    this.#head = rows("SELECT position, recorded_at FROM events ORDER BY position DESC LIMIT 1")
    this.#version = rows("SELECT max(version) FROM events WHERE stream = ?")
    this.#page = rows(`SELECT ${columns} FROM events WHERE position > ? ORDER BY position LIMIT ?`)
    this.#tail = rows(`SELECT ${columns} FROM events WHERE stream = ? AND version > ? ORDER BY version`)
    this.#byPosition = rows(`SELECT ${columns} FROM events WHERE position = ?`)
    this.#byId = rows(`SELECT ${columns} FROM events WHERE stream = ? AND version = ?`)
    this.#command = rows("SELECT digest, first_position, last_position FROM commands WHERE command_id = ?")
    this.#keepCommand = database.prepare("INSERT INTO commands VALUES (?, ?, ?, ?)")
  }

  head(): Head {
    const row = this.#head.get() as unknown as [number, string] | undefined
    return row === undefined ? emptyHead : { position: row[0], recordedAt: row[1] }
  }

  version(stream: string): number {
    return (this.#version.get(stream) as unknown as [number | null])[0] ?? 0
  }

  page(after: number, limit: number): ReadonlyArray<Columns> {
    return this.#page.all(after, limit) as unknown as ReadonlyArray<Columns>
  }

  tail(stream: string, after: number): ReadonlyArray<Columns> {
    return this.#tail.all(stream, after) as unknown as ReadonlyArray<Columns>
  }

  event(reference: string | number): Columns | undefined {
    if (typeof reference === "number") return this.#byPosition.get(reference) as unknown as Columns | undefined
    const id = parseEventId(reference)
    return id === undefined ? undefined : (this.#byId.get(id.stream, id.version) as unknown as Columns | undefined)
  }

  insert(event: StoredEvent): void {
    const { recordedAt, ...metadata } = event.metadata
    const { data, position, schemaVersion, stream, type, version } = event
    this.#insert.run(position, stream, version, type, schemaVersion, JSON.stringify(data), JSON.stringify(metadata), recordedAt)
  }

  /** What the command did when it was carried out first, or `undefined`. */
  answered(command: CommandIdentity): ReadonlyArray<StoredEvent> | undefined {
    const row = this.#command.get(command.commandId) as unknown as [string, number, number] | undefined
    if (row === undefined) return undefined
    const [digest, first, last] = row
    if (digest !== command.digest) throw new CommandIdReused({ commandId: command.commandId })
    return this.page(first - 1, last - first + 1).map(storedOf)
  }

  keepCommand(command: CommandIdentity, first: number, last: number): void {
    this.#keepCommand.run(command.commandId, command.digest, first, last)
  }

  /** One transaction that holds the write lock from its start; whole or absent. */
  transaction<Value>(run: () => Value): Value {
    return guarded(this.place, () => {
      this.database.exec("BEGIN IMMEDIATE")
      try {
        const value = run()
        this.database.exec("COMMIT")
        return value
      } catch (error) {
        if (this.database.isTransaction) this.database.exec("ROLLBACK")
        throw error
      }
    })
  }
}

const append =
  (file: SqliteFile, now: Now) =>
  async (appends: ReadonlyArray<Append>, command?: CommandIdentity): Promise<Appended> =>
    file.transaction(() => {
      const before = command === undefined ? undefined : file.answered(command)
      if (before !== undefined) return { events: before, repeated: true }
      const head = file.head()
      const events = planAppend(appends, head, (stream) => file.version(stream), now(), command)
      for (const event of events) file.insert(event)
      if (command !== undefined) file.keepCommand(command, head.position + 1, head.position + events.length)
      return { events, repeated: false }
    })

const importEvents =
  (file: SqliteFile) =>
  async (incoming: Iterable<StoredEvent>, onProgress?: Progress): Promise<number> =>
    file.transaction(() => {
      const versions = new Map<string, number>()
      let head = file.head()
      let count = 0
      for (const event of incoming) {
        const version = versions.get(event.stream) ?? file.version(event.stream)
        assertContinues(event, head, version)
        file.insert(event)
        versions.set(event.stream, version + 1)
        head = { position: event.position, recordedAt: event.metadata.recordedAt }
        count += 1
        if (count % pageSize === 0) onProgress?.(count, count)
      }
      onProgress?.(count, count)
      return count
    })

const replay = (file: SqliteFile) =>
  async function* (page: PageRequest = {}, onProgress?: Progress): AsyncGenerator<ReadonlyArray<FoldedEvent>> {
    const wanted = page.streams === undefined ? undefined : new Set(page.streams)
    const last = guarded(file.place, () => file.head().position)
    let after = page.after ?? 0
    while (after < last) {
      const rows = guarded(file.place, () => file.page(after, Math.min(pageSize, last - after)))
      if (rows.length === 0) return
      after = (rows.at(-1) as Columns)[0]
      yield (wanted === undefined ? rows : rows.filter((row) => wanted.has(row[1]))).map(foldedOf)
      onProgress?.(after, last)
    }
  }

const readAll =
  (file: SqliteFile) =>
  async ({ after = 0, limit = pageSize, streams }: PageRequest = {}): Promise<ReadonlyArray<StoredEvent>> =>
    guarded(file.place, () => {
      if (streams === undefined) return file.page(after, limit).map(storedOf)
      const names = streams.map(() => "?").join(", ")
      const statement = file.database.prepare(
        `SELECT ${columns} FROM events WHERE position > ? AND stream IN (${names}) ORDER BY position LIMIT ?`
      )
      statement.setReturnArrays(true)
      return (statement.all(after, ...streams, limit) as unknown as ReadonlyArray<Columns>).map(storedOf)
    })

/**
 * Opens (and for recording creates) the log in a file; throws a `StoreError` that says what is wrong with the place.
 *
 * @example
 * const log = sqliteLog("juesuan.db", { access: "write", now: () => new Date().toISOString() })
 */
export const sqliteLog = (place: string, options: { readonly access: Access; readonly now: Now }): EventLog => {
  const database = openDatabase(place, options.access)
  const file = guarded(place, () => new SqliteFile(place, database))
  const log = {
    appendToStreams: append(file, options.now),
    importEvents: importEvents(file),
    readAll: readAll(file),
    replay: replay(file),
    readTail: async (stream: string, after: number) => guarded(place, () => file.tail(stream, after).map(storedOf)),
    event: async (reference: string | number) =>
      guarded(place, () => {
        const row = file.event(reference)
        return row === undefined ? undefined : storedOf(row)
      }),
    streams: async () =>
      guarded(place, () =>
        database.prepare("SELECT stream, max(version) AS version FROM events GROUP BY stream").all()
      ) as unknown as ReadonlyArray<{ stream: string; version: number }>,
    streamVersion: async (stream: string) => guarded(place, () => file.version(stream)),
    lastPosition: async () => guarded(place, () => file.head().position),
    close: async () => database.close()
  }
  return { ...log, ...emmettFace(log) }
}
