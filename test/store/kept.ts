/**
 * 留用: stores on a server that are used again. To make one and to connect to it takes longer than what most tests do with
 * it, so that its log stays open, and it is emptied for whoever comes next. How stores are made is the subject of
 * `postgres.test.ts`.
 */
import { type EventCodec, type EventLog, type LogEvent, postgresLog } from "@juesuan/store"
import { Client } from "pg"
import { afterAll } from "vitest"
import type { Now } from "./opening.ts"
import { freshStore, postgresUrl } from "./postgres.ts"

/** An empty store with a log that is open on it. */
export interface KeptStore<E extends LogEvent> {
  readonly location: string
  readonly log: EventLog<E>
  /** Gives it back. */
  readonly release: () => Promise<void>
}

type Closing = () => Promise<unknown>
const closings: Array<Closing> = []

let administrator: Promise<Client> | undefined

const connected = async (): Promise<Client> => {
  const client = new Client({ connectionString: await postgresUrl() })
  await client.connect()
  closings.push(() => client.end())
  return client
}

const emptied = async (location: string): Promise<void> => {
  administrator ??= connected()
  const schema = new URL(location).searchParams.get("schema") ?? ""
  const tables = ["events", "sums", "commands"].map((name) => `${schema}.${name}`)
  await (await administrator).query(
    `BEGIN; ALTER TABLE ${schema}.events DISABLE TRIGGER USER; TRUNCATE ${tables.join(", ")};
     ALTER TABLE ${schema}.events ENABLE TRIGGER USER; COMMIT`
  )
}

/** Stores whose events have this form, one for every one that is used at the same time. */
export const keptStores = <E extends LogEvent>(codec: EventCodec<E>): ((now: Now) => Promise<KeptStore<E>>) => {
  const idle: Array<(now: Now) => KeptStore<E>> = []
  const made = async () => {
    const { location, remove } = await freshStore()
    let clock: Now = () => ""
    const log = postgresLog(location, { codec, now: () => clock(), access: "write" })
    closings.push(() => log.close().then(remove))
    const use = (now: Now): KeptStore<E> => {
      clock = now
      const release = async () => {
        await emptied(location)
        idle.push(use)
      }
      return { location, log, release }
    }
    return use
  }
  return async (now) => (idle.pop() ?? (await made()))(now)
}

afterAll(async () => {
  for (const close of closings.splice(0)) await close()
  administrator = undefined
})
