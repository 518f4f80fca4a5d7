/**
 * Ways to tamper with a store file, each with what a verification is to say of it. The tamperer knows the program: triggers
 * are taken away and put back, and hashes written anew where it says so.
 */
import { DatabaseSync } from "node:sqlite"
import { canonicalText, type DamageKind, leafHash, toBytes } from "@juesuan/store"
import type { Client } from "pg"

/** Rows as a tamperer has them in hand. */
export interface TamperedRow {
  position: number
  stream: string
  version: number
  type: string
  schema_version: number
  recorded_at: string
  data: string
  metadata: string
  leaf: Uint8Array
}

export interface Tampering {
  readonly name: string
  /** What one of the findings must be; `at` is its position, given the place that was tampered with and the size of the log. */
  readonly kind: DamageKind
  readonly at: (place: number, size: number) => number
  /** Whether the file says so itself, without a checkpoint. */
  readonly alone: boolean
  readonly bend: (rows: ReadonlyArray<TamperedRow>, place: number) => ReadonlyArray<TamperedRow>
}

const same = (place: number): number => place

/** Numbers rows anew along the log and along their streams. */
const renumbered = (rows: ReadonlyArray<TamperedRow>): ReadonlyArray<TamperedRow> => {
  const versions = new Map<string, number>()
  return rows.map((row, index) => {
    const version = (versions.get(row.stream) ?? 0) + 1
    versions.set(row.stream, version)
    return { ...row, position: index + 1, version }
  })
}

/** With hashes that fit. */
const resealed = (rows: ReadonlyArray<TamperedRow>): ReadonlyArray<TamperedRow> =>
  rows.map((row) => ({
    ...row,
    leaf: toBytes(
      leafHash("sha256", canonicalText({ ...row, schemaVersion: row.schema_version, recordedAt: row.recorded_at }))
    )
  }))

const edit =
  (change: (row: TamperedRow) => Partial<TamperedRow>): Tampering["bend"] =>
  (rows, place) =>
    rows.map((row) => (row.position === place ? { ...row, ...change(row) } : row))

const then =
  (
    bend: Tampering["bend"],
    ...steps: ReadonlyArray<(rows: ReadonlyArray<TamperedRow>) => ReadonlyArray<TamperedRow>>
  ) =>
  (rows: ReadonlyArray<TamperedRow>, place: number): ReadonlyArray<TamperedRow> =>
    steps.reduce((all, step) => step(all), bend(rows, place))

const removed: Tampering["bend"] = (rows, place) => rows.filter(({ position }) => position !== place)

/** Exchanges what two neighbours say, each in the other's place. */
const swapped: Tampering["bend"] = (rows, place) =>
  rows.map((row) => {
    const other = row.position === place ? place + 1 : row.position === place + 1 ? place : undefined
    const content = other === undefined ? row : (rows[other - 1] ?? row)
    return { ...content, position: row.position }
  })

const inserted: Tampering["bend"] = (rows, place) =>
  rows.flatMap((row) =>
    row.position === place ? [{ ...row, data: '{"amount":"9.99","occurredOn":"2024-01-01"}' }, row] : [row]
  )

const repeated: Tampering["bend"] = (rows, place) =>
  rows.flatMap((row) => (row.position === place ? [row, row] : [row]))

const changeAmount = edit(({ data }) => ({ data: data.replace(/"amount":"\d/u, '"amount":"8') }))
const later = (time: string): string => new Date(Date.parse(time) + 1).toISOString()

/** Kinds of tampering; a place is not the first and not the last two positions of the log. */
export const tamperings: ReadonlyArray<Tampering> = [
  { name: "改金额", kind: "changed", at: same, alone: true, bend: changeAmount },
  {
    name: "改金额并重算哈希",
    kind: "rewritten",
    at: same,
    alone: false,
    bend: then(changeAmount, resealed)
  },
  { name: "删一件", kind: "missing", at: same, alone: true, bend: removed },
  { name: "删一件并重新编号", kind: "removed", at: same, alone: false, bend: then(removed, renumbered) },
  {
    name: "删一件，重新编号并重算哈希",
    kind: "removed",
    at: same,
    alone: false,
    bend: then(removed, renumbered, resealed)
  },
  { name: "删第一件", kind: "missing", at: () => 1, alone: true, bend: (rows) => removed(rows, 1) },
  {
    name: "截去末尾",
    kind: "cut-off",
    at: same,
    alone: false,
    bend: (rows, place) => rows.filter(({ position }) => position < place)
  },
  {
    name: "对调两件的内容",
    kind: "swapped",
    at: same,
    alone: true,
    bend: (rows, place) => {
      const bent = swapped(rows, place)
      return bent.map((row) => ({ ...row, leaf: rows[row.position - 1]?.leaf ?? row.leaf }))
    }
  },
  { name: "连同哈希对调两件", kind: "exchanged", at: same, alone: true, bend: swapped },
  { name: "重复一件", kind: "changed", at: (place) => place + 1, alone: true, bend: then(repeated, renumbered) },
  {
    name: "重复一件并重算哈希",
    kind: "inserted",
    at: (place) => place + 1,
    alone: false,
    bend: then(repeated, renumbered, resealed)
  },
  {
    name: "移到另一事件流",
    kind: "changed",
    at: same,
    alone: true,
    bend: edit(({ version }) => ({ stream: "另一流", version }))
  },
  {
    name: "移到另一事件流，重新编号并重算哈希",
    kind: "rewritten",
    at: same,
    alone: false,
    bend: then(
      edit(() => ({ stream: "另一流" })),
      renumbered,
      resealed
    )
  },
  { name: "伪造一件", kind: "changed", at: same, alone: true, bend: then(inserted, renumbered) },
  { name: "伪造一件并重算哈希", kind: "inserted", at: same, alone: false, bend: then(inserted, renumbered, resealed) },
  {
    name: "改记录时间",
    kind: "changed",
    at: same,
    alone: true,
    bend: edit(({ recorded_at }) => ({ recorded_at: later(recorded_at) }))
  },
  {
    name: "倒填记录时间并重算哈希",
    kind: "backdated",
    at: same,
    alone: true,
    bend: then(
      edit(() => ({ recorded_at: "2023-01-01T00:00:00.000Z" })),
      resealed
    )
  },
  {
    name: "改经办人",
    kind: "changed",
    at: same,
    alone: true,
    bend: edit(({ metadata }) => ({ metadata: metadata.replace("会计", "出纳") }))
  },
  {
    name: "改经办人并重算哈希",
    kind: "rewritten",
    at: same,
    alone: false,
    bend: then(
      edit(({ metadata }) => ({ metadata: metadata.replace("会计", "出纳") })),
      resealed
    )
  },
  { name: "改事件种类", kind: "changed", at: same, alone: true, bend: edit(() => ({ type: "Withdrawn" })) },
  { name: "改种类版本", kind: "changed", at: same, alone: true, bend: edit(() => ({ schema_version: 2 })) },
  {
    name: "改文字说明",
    kind: "changed",
    at: same,
    alone: true,
    bend: edit(({ data }) => ({ data: data.replace("说明", "说法") }))
  },
  {
    name: "内容不成 JSON",
    kind: "unreadable",
    at: same,
    alone: true,
    bend: edit(({ data }) => ({ data: data.slice(0, -1) }))
  },
  { name: "抹去哈希", kind: "unsealed", at: same, alone: true, bend: edit(() => ({ leaf: new Uint8Array() })) },
  {
    name: "换成另一本账的后半（两个分支）",
    kind: "branched",
    at: same,
    alone: false,
    bend: then(
      (rows, place) =>
        rows.map((row) =>
          row.position < place ? row : { ...row, data: row.data.replace("说明", `另一支 ${row.position} `) }
        ),
      resealed
    )
  }
]

const columns = [
  "position",
  "stream",
  "version",
  "type",
  "schema_version",
  "recorded_at",
  "data",
  "metadata",
  "leaf"
] as const

const triggersOf = (database: DatabaseSync): ReadonlyArray<{ name: string; sql: string }> =>
  database
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all()
    .map(({ name, sql }) => ({ name: String(name), sql: String(sql) }))

/** Rewrites the events of a store file. */
export const tamperWith = (
  file: string,
  bend: (rows: ReadonlyArray<TamperedRow>) => ReadonlyArray<TamperedRow>
): void => {
  const database = new DatabaseSync(file)
  const triggers = triggersOf(database)
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`)
  const rows = database.prepare("SELECT * FROM events ORDER BY position").all() as unknown as ReadonlyArray<TamperedRow>
  const bent = bend(rows)
  database.exec("BEGIN; DELETE FROM events; DELETE FROM commands")
  const insert = database.prepare(`INSERT INTO events VALUES (${columns.map(() => "?").join(", ")})`)
  for (const row of bent) insert.run(...columns.map((column) => row[column]))
  database.exec("COMMIT")
  for (const { sql } of triggers) database.exec(sql)
  database.close()
}

/** Rewrites the events of a store on a server, given the rows it was to have; the sums are left as they are. */
export const tamperOnServer = async (
  client: Client,
  schema: string,
  rows: ReadonlyArray<TamperedRow>
): Promise<void> => {
  await client.query(`SET search_path = ${schema}`)
  await client.query("BEGIN; ALTER TABLE events DISABLE TRIGGER USER; DELETE FROM events; DELETE FROM commands")
  for (const row of rows) {
    const values = columns.map((column) => (column === "leaf" ? Buffer.from(row.leaf) : row[column]))
    await client.query(
      `INSERT INTO events VALUES (${columns.map((_, index) => `$${index + 1}`).join(", ")}, false)`,
      values
    )
  }
  await client.query("ALTER TABLE events ENABLE TRIGGER USER; COMMIT")
}

/** The events of a store on a server, as a tamperer reads them. */
export const rowsOnServer = async (client: Client, schema: string): Promise<ReadonlyArray<TamperedRow>> => {
  await client.query(`SET search_path = ${schema}`)
  const { rows } = await client.query<TamperedRow>("SELECT * FROM events ORDER BY position")
  return rows.map((row) => ({ ...row, position: Number(row.position), version: Number(row.version) }))
}
