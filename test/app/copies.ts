/** R17: copies of a store file taken while two writers run, restored elsewhere and held against the log. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { setImmediate as pause } from "node:timers/promises"
import { backUp, restore } from "@juesuan/app"
import { domainCodec, type EventLog, keptKeys, signingKeys, sqliteLog, verifyLog } from "@juesuan/store"
import * as Effect from "effect/Effect"
import { expect } from "vitest"

const openBooks = (file: string) =>
  sqliteLog(file, { codec: domainCodec, now: () => new Date().toISOString(), access: "write" })

const reason = (index: number) => ({
  type: "ReasonStated" as const,
  data: { occurredOn: "2024-12-31", about: "说明/一", text: `原因 ${index} ${"说明".repeat(200)}` }
})

/** Writes until told to stop; answers how to tell it. */
const writing = (log: EventLog, stream: string): (() => Promise<number>) => {
  const state = { going: true }
  const done = (async () => {
    let count = 0
    while (state.going) {
      count += 1
      await log.appendToStreams([{ stream, events: [reason(count)] }], { actor: "会计" })
      await pause()
    }
    return count
  })()
  return () => {
    state.going = false
    return done
  }
}

/** Restored, a copy is the beginning of the log: by consistency of their roots, and event by event. */
const holdsAgainst = async (live: EventLog, backup: string, restored: string, keys: string): Promise<void> => {
  const trusted = keptKeys(keys).map(({ key }) => key)
  const { events } = await Effect.runPromise(restore(backup, `sqlite:${restored}`, trusted))
  const log = openBooks(restored)
  const { damages, head } = await verifyLog(log)
  expect(damages).toEqual([])
  expect(head.size).toBe(events)
  expect((await verifyLog(live, { against: { head } })).damages).toEqual([])
  for (let after = 0; after < events; after += 1000) {
    expect(await log.readVerbatim({ after })).toEqual(await live.readVerbatim({ after, until: events }))
  }
  await log.close()
}

/** Takes so many copies of `live.db` in a folder, with the keys in its `keys`; answers how many events the log had at last. */
export const copiedWhileWriting = async (folder: string, names: ReadonlyArray<string>): Promise<number> => {
  const at = (name: string): string => join(folder, name)
  const writers = [openBooks(at("live.db")), openBooks(at("live.db"))] as const
  const stops = writers.map((log, index) => writing(log, `year-00${index + 1}-2024`))
  for (const name of names) {
    const copied = backUp(`sqlite:${at("live.db")}`, at(`${name}.db`), signingKeys(at("keys")))
    const { continuedTo, events } = await Effect.runPromise(copied)
    expect(continuedTo).toBeGreaterThanOrEqual(events)
    expect(existsSync(at(`${name}.db-wal`))).toBe(false)
  }
  const written = await Promise.all(stops.map((stop) => stop()))
  for (const name of names) {
    await holdsAgainst(writers[0], at(`${name}.db`), at(`restored-${name}.db`), at("keys"))
  }
  const stored = await writers[0].lastPosition()
  expect(stored).toBe(written.reduce((sum, count) => sum + count, 0))
  await Promise.all(writers.map((log) => log.close()))
  return stored
}
