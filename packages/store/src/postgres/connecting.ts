/**
 * Connections to a store in PostgreSQL. A store is a schema, `juesuan` unless the address names another one
 * (`postgres://…/db?schema=name`); it is looked at before anything is done to it, and a new one appears complete or not
 * at all. Writing needs a server that keeps what it acknowledged.
 */
import type { Client, ClientConfig, QueryArrayResult } from "pg"
import { NotAStore, StoreDamaged, StoreNewer, StoreUnavailable } from "../StoreError.ts"
import { guarded } from "./faults.ts"
import { layoutOf, layoutVersion } from "./layout.ts"

/** Where a store is: how to reach the server, the schema, and the address as it may be shown. */
export interface StoreAddress {
  readonly connection: string
  readonly schema: string
  /** Without password. */
  readonly path: string
}

/** Takes an address apart: `postgres://user@host/db?schema=finance`. */
export const storeAddress = (text: string): StoreAddress => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const schema = url?.searchParams.get("schema") ?? "juesuan"
  if (url === undefined || !/^[a-z_][a-z0-9_]{0,62}$/u.test(schema)) {
    throw new StoreUnavailable({ path: text.replace(/:[^:@/]*@/u, "@"), reason: "AddressUnclear", detail: schema })
  }
  url.searchParams.delete("schema")
  const connection = url.href
  url.password = ""
  return { connection, schema, path: `${url.href}${schema === "juesuan" ? "" : ` (${schema})`}` }
}

/** Positions and versions are whole numbers far below 2^53. */
const bigintOid = 20
const types: NonNullable<ClientConfig["types"]> = {
  getTypeParser: ((oid: number) => (oid === bigintOid ? Number : String)) as never
}

const configOf = ({ connection, schema }: StoreAddress, own: ReadonlyArray<string>): ClientConfig => ({
  connectionString: connection,
  types,
  application_name: "juesuan",
  connectionTimeoutMillis: 10_000,
  keepAlive: true,
  options: [`-c search_path=${schema}`, "-c client_min_messages=warning", "-c statement_timeout=0", ...own].join(" ")
})

/** A question with its answer as tuples. */
export type Ask = <Tuple>(sql: string, values?: ReadonlyArray<unknown>) => Promise<ReadonlyArray<Tuple>>

interface Queryable {
  readonly query: (query: {
    readonly text: string
    readonly values: Array<unknown>
    readonly rowMode: "array"
  }) => Promise<QueryArrayResult>
}

export const asking =
  (client: Queryable): Ask =>
  async <Tuple>(sql: string, values: ReadonlyArray<unknown> = []) =>
    (await client.query({ text: sql, values: [...values], rowMode: "array" })).rows as unknown as ReadonlyArray<Tuple>

/** How many questions may be under way at once. */
const readers = 4

export interface Readers {
  readonly ask: Ask
  /** Asks several questions of one moment. */
  readonly snapshot: <A>(work: (ask: Ask) => Promise<A>) => Promise<A>
  readonly close: () => Promise<void>
}

/** The driver is loaded when a store in PostgreSQL is used, not before. */
const driver = async () => (await import("pg")).default

/** Connections for questions: they cannot change anything. */
export const connectForReading = async (address: StoreAddress): Promise<Readers> => {
  const { Pool } = await driver()
  const pool = new Pool({
    ...configOf(address, ["-c default_transaction_read_only=on"]),
    max: readers,
    idleTimeoutMillis: 10_000,
    allowExitOnIdle: true
  })
  // A connection that is lost while nobody uses it is replaced when the next question comes.
  pool.on("error", () => undefined)
  const snapshot: Readers["snapshot"] = async (work) => {
    const client = await pool.connect()
    try {
      const ask = asking(client as unknown as Queryable)
      await ask("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
      const answer = await work(ask)
      await ask("COMMIT")
      client.release()
      return answer
    } catch (thrown) {
      // A connection in an unknown state is not used again.
      client.release(true)
      throw thrown
    }
  }
  return { ask: asking(pool as unknown as Queryable), snapshot, close: () => pool.end() }
}

/** The one connection that writes; it waits so long for others that write. */
export const connectForWriting = async (address: StoreAddress, busyTimeoutMs: number): Promise<Client> => {
  const { Client } = await driver()
  const lockTimeout = Math.max(1, Math.round(busyTimeoutMs))
  const client = new Client(configOf(address, ["-c synchronous_commit=on", `-c lock_timeout=${lockTimeout}`]))
  client.on("error", () => undefined)
  await client.connect()
  return client
}

/** How a server writes. */
interface ServerDurability {
  readonly fsync: string
  readonly synchronousCommit: string
  readonly fullPageWrites: string
}

const durabilityOf = async (ask: Ask): Promise<ServerDurability> => {
  const setting = async (name: string): Promise<string> => (await ask<readonly [string]>(`SHOW ${name}`))[0]?.[0] ?? ""
  return {
    fsync: await setting("fsync"),
    synchronousCommit: await setting("synchronous_commit"),
    fullPageWrites: await setting("full_page_writes")
  }
}

/** Acknowledged means durable, or nothing is written at all. */
export const assertDurable = async (path: string, ask: Ask): Promise<void> => {
  const { fsync, fullPageWrites, synchronousCommit } = await durabilityOf(ask)
  if (fsync === "on" && fullPageWrites === "on" && synchronousCommit !== "off") return
  const detail = `fsync ${fsync}, full_page_writes ${fullPageWrites}, synchronous_commit ${synchronousCommit}`
  throw new StoreUnavailable({ path, reason: "NotDurable", detail })
}

const tables = ["commands", "events", "juesuan_store", "sums"] as const

const tablesOf = async (ask: Ask, schema: string): Promise<ReadonlyArray<string>> => {
  const found = await ask<readonly [string]>(
    "SELECT tablename::text FROM pg_tables WHERE schemaname = $1 AND tablename = ANY($2::text[])",
    [schema, [...tables]]
  )
  return found.map(([name]) => name)
}

/** Makes an empty store where there is none; of two programs that make it at once both use the one that was first. */
export const createStore = async (address: StoreAddress, client: Client): Promise<void> => {
  const ask = asking(client as unknown as Queryable)
  if ((await tablesOf(ask, address.schema)).length > 0) return
  await client.query("BEGIN")
  try {
    await ask("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`juesuan.create.${address.schema}`])
    if ((await tablesOf(ask, address.schema)).length === 0) await client.query(layoutOf(address.schema))
    await client.query("COMMIT")
  } catch (thrown) {
    await client.query("ROLLBACK")
    throw thrown
  }
}

/** Looks whether this is a store this program can read. */
export const inspect = (address: StoreAddress, ask: Ask): Promise<void> => {
  const { path, schema } = address
  return guarded(path, async () => {
    const found = await tablesOf(ask, schema)
    if (found.length === 0) throw new StoreUnavailable({ path, reason: "StoreMissing", detail: schema })
    if (!found.includes("juesuan_store")) throw new NotAStore({ path, reason: "OtherProgram" })
    const [version] = await ask<readonly [number]>("SELECT layout_version::bigint FROM juesuan_store")
    if (version === undefined || found.length < tables.length) {
      throw new StoreDamaged({ path, position: undefined, detail: "a table is missing or empty" })
    }
    if (version[0] > layoutVersion) throw new StoreNewer({ path, found: version[0], known: layoutVersion })
    const [first] = await ask<readonly [number | null]>("SELECT min(position) FROM events")
    if (first !== undefined && first[0] !== null && first[0] !== 1) {
      throw new StoreDamaged({ path, position: 1, detail: "an event is missing" })
    }
  })
}
