/**
 * R4: the n-th statement fails, n from the first to the last, once or from there on: with a busy store, a full disk, an
 * I/O error, a damaged page; on a server also with a serialization failure, a deadlock, a shutdown. The writer hears what it
 * was, nothing is half stored, and the same command repeated afterwards has its effect once.
 */
import { isStoreError, verifyLog } from "@juesuan/store"
import { afterEach, describe, expect, it } from "vitest"
import { type AccountLog } from "./opening.ts"
import { command } from "./accounts.ts"
import { intercept, type Interceptor } from "./interception.ts"
import { allEvents, type OpenPlace, places } from "./places.ts"

interface Fault {
  readonly name: string
  /** What the driver throws. */
  readonly thrown: () => Error
  /** What our error says: its reason, or its tag where it has none. */
  readonly says: string
}

const sqlite = (name: string, errcode: number, says: string): Fault => ({
  name,
  says,
  thrown: () => Object.assign(new Error(name), { code: "ERR_SQLITE_ERROR", errcode })
})
const server = (name: string, code: string, says: string): Fault => ({
  name,
  says,
  thrown: () => Object.assign(new Error(name), { code })
})

const faults: Readonly<Record<string, ReadonlyArray<Fault>>> = {
  SQLite: [
    sqlite("database is locked", 5, "Busy"),
    sqlite("database or disk is full", 13, "DiskFull"),
    sqlite("disk I/O error", 10, "InputOutput"),
    sqlite("database disk image is malformed", 11, "StoreDamaged")
  ],
  PostgreSQL: [
    server("could not serialize access", "40001", "Busy"),
    server("disk full", "53100", "DiskFull"),
    server("invalid page in block", "XX001", "StoreDamaged"),
    server("terminating connection due to administrator command", "57P01", "Unreachable")
  ]
}

/** Fails at the n-th statement, before it runs or after, and from there on where it lasts. `hits` counts how often. */
const failing = (fault: Fault, nth: number, when: "before" | "after", lasts: boolean) => {
  let seen = 0
  const state = { hits: 0 }
  const met = (): void => {
    seen += 1
    if (seen !== nth && !(lasts && seen > nth)) return
    state.hits += 1
    throw fault.thrown()
  }
  const ignored = () => undefined
  const interceptor: Interceptor = when === "before" ? { before: met, after: ignored } : { before: ignored, after: met }
  return { interceptor, state }
}

const says = (thrown: unknown): string => {
  if (!isStoreError(thrown)) throw thrown
  return "reason" in thrown ? thrown.reason : thrown._tag
}

let restore = () => undefined as void
let opened: OpenPlace
afterEach(async () => {
  restore()
  await opened.remove()
})

/** Appends one command under a fault, hears what it was, and repeats it without. Answers whether the fault was met. */
const survived = async (log: AccountLog, id: string, fault: Fault, [nth, when, lasts]: Course): Promise<boolean> => {
  const before = await log.lastPosition()
  const { interceptor, state } = failing(fault, nth, when, lasts)
  restore = intercept(interceptor)
  const refused = await log.appendCommands([command(id, "a", "1.00"), command(`${id}'`, "b", "2.00")]).then(
    () => undefined,
    (thrown: unknown) => thrown
  )
  restore()
  if (refused !== undefined) expect(says(refused)).toBe(fault.says)
  const between = await log.lastPosition()
  expect([before, before + 2]).toContain(between)
  if (refused === undefined) expect(between).toBe(before + 2)
  const again = await log.appendCommands([command(id, "a", "1.00"), command(`${id}'`, "b", "2.00")])
  for (const { repeated } of again) expect(repeated).toBe(between > before)
  expect(await log.lastPosition()).toBe(before + 2)
  return state.hits > 0
}

type Course = readonly [nth: number, when: "before" | "after", lasts: boolean]

const courses = [
  ["执行前，一次", "before", false],
  ["执行后，一次", "after", false],
  ["执行前，此后一直", "before", true]
] as const

describe.each(places.filter(({ name }) => faults[name] !== undefined))("$name：第 n 个语句出错", (place) => {
  it.each(courses)("%s：说明原因，没有存半条，重发只有一次效果", { timeout: 60_000 }, async (_, when, lasts) => {
    opened = await place.open()
    const { log } = opened
    await log.appendCommands([command("first", "a", "1.00")])
    let commands = 0
    for (const fault of faults[place.name] ?? []) {
      // Waiting for a store that stays busy is tried elsewhere.
      if (lasts && fault.name === "database is locked") continue
      let nth = 1
      while (await survived(log, `${fault.name} ${nth}`, fault, [nth, when, lasts])) nth += 1
      expect(nth).toBeGreaterThan(6)
      commands += 2 * nth
    }
    expect(await allEvents(log)).toHaveLength(commands + 1)
    expect((await verifyLog(log)).damages).toEqual([])
  })
})
