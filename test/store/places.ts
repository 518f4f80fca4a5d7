/**
 * Where logs are kept, for tests that run on every kind of log. A new kind is added to `places`; the programs under
 * `programs/` reach a store by its address.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { memoryLog } from "@juesuan/store"
import { accountCodec } from "./accounts.ts"
import { keptStores } from "./kept.ts"
import { type AccountLog, type Now, openAt, openFile, systemClock } from "./opening.ts"

/** A store with a log opened on it. */
export interface OpenPlace {
  readonly log: AccountLog
  /** A log on the same store as another program, or this one after a restart, would open it. */
  readonly another: () => AccountLog
  readonly remove: () => Promise<void>
}

export interface Place {
  readonly name: string
  readonly open: (now?: Now) => Promise<OpenPlace>
}

/** A clock that stands, and is moved by hand. */
export const handClock = (start: string) => {
  let time = start
  return {
    now: () => time,
    set: (next: string) => {
      time = next
    }
  }
}

const memory: Place = {
  name: "Memory",
  open: async (now = systemClock) => {
    const log = memoryLog({ codec: accountCodec, now })
    return { log, another: () => log, remove: () => log.close() }
  }
}

/** A folder that is removed with all that is in it. */
export const temporaryFolder = () => {
  const path = mkdtempSync(join(tmpdir(), "juesuan-store-"))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

const sqlite: Place = {
  name: "SQLite",
  open: async (now = systemClock) => {
    const folder = temporaryFolder()
    const path = join(folder.path, "store.db")
    const opened: Array<AccountLog> = []
    const open = () => {
      const log = openFile(path, now)
      opened.push(log)
      return log
    }
    const remove = async () => {
      await Promise.all(opened.map((log) => log.close()))
      folder.remove()
    }
    return { log: open(), another: open, remove }
  }
}

const kept = keptStores(accountCodec)

const postgres: Place = {
  name: "PostgreSQL",
  open: async (now = systemClock) => {
    const { location, log, release } = await kept(now)
    const opened: Array<AccountLog> = []
    const another = () => {
      const log = openAt(location, now)
      opened.push(log)
      return log
    }
    const remove = async () => {
      await Promise.all(opened.map((log) => log.close()))
      await release()
    }
    return { log, another, remove }
  }
}

export const places: ReadonlyArray<Place> = [memory, sqlite, postgres]

/** Every event of a log, read in pages. */
export const allEvents = async (log: AccountLog) => {
  const events = []
  for (;;) {
    const page = await log.readAll({ after: events.length, limit: 500 })
    if (page.length === 0) return events
    events.push(...page)
  }
}

/** What a promise is rejected with; a promise that resolves is a failure. */
export const rejection = async (promise: Promise<unknown>): Promise<unknown> => {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error })
  )
  if ("error" in outcome) return outcome.error
  throw new Error(`expected a rejection, got ${JSON.stringify(outcome.value)}`)
}
