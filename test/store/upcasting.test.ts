/** Older forms of events: read in today's form, kept as they were stored, and refused where they cannot be understood. */
import { readFileSync } from "node:fs"
import { domainCodec, EventUnreadable, eventCodec, memoryLog, sqliteLog, upcasting } from "@juesuan/store"
import { eventKinds, type FoldedEvent, type StoredEvent } from "@juesuan/domain"
import * as Result from "effect/Result"
import { afterAll, afterEach, describe, expect, it } from "vitest"
import { rejection, temporaryFolder } from "./places.ts"

/** Version 1: one amount in 分 as a number. 2: amount as text in 元. 3: with the fund. */
interface Paid {
  readonly type: "Paid"
  readonly data: { readonly amount: string; readonly fund: string }
}

const kinds = { Paid: { schemaVersion: 3 } }
const upcasters = {
  Paid: {
    1: ({ fen }: Readonly<Record<string, unknown>>) => ({ amount: (Number(fen) / 100).toFixed(2) }),
    2: (data: Readonly<Record<string, unknown>>) => ({ ...data, fund: "general-public-budget" })
  }
}
const codec = eventCodec<Paid>({
  kinds,
  upcasters,
  decode: (type, data) => {
    const { amount, fund } = data as Paid["data"]
    const fits = typeof amount === "string" && typeof fund === "string"
    return fits ? Result.succeed({ type: "Paid", data: { amount, fund } }) : Result.fail({ issue: type })
  }
})
const golden = readFileSync(new URL("fixtures/paid-versions-1-to-3.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
const now = () => "2024-06-01T00:00:00.000Z"

const folder = temporaryFolder()
let count = 0
afterAll(folder.remove)

const openers = {
  Memory: () => memoryLog({ codec, now }),
  SQLite: () => {
    count += 1
    return sqliteLog(`${folder.path}/${count}.db`, { codec, now, access: "write" })
  }
}

describe.each(Object.entries(openers))("%s：旧版本事件", (_, open) => {
  const opened: Array<ReturnType<typeof open>> = []
  const openLog = () => {
    const log = open()
    opened.push(log)
    return log
  }
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((log) => log.close()))
  })
  const filled = async () => {
    const log = openLog()
    await log.importEvents(golden.map((line): unknown => JSON.parse(line)))
    return log
  }

  it("读出的都是现行形式", async () => {
    const log = await filled()
    const events = await log.readAll()
    expect(events.map(({ schemaVersion, data }) => [schemaVersion, data])).toEqual([
      [3, { amount: "12.34", fund: "general-public-budget" }],
      [3, { amount: "0.05", fund: "general-public-budget" }],
      [3, { amount: "99.00", fund: "government-fund" }]
    ])
    expect((await log.readStreamPage("unit-1")).events).toEqual(events)
    expect(await log.event("unit-1@1")).toEqual(events[0])
    const replayed = []
    for await (const page of log.replay()) replayed.push(...page)
    expect(replayed.map(({ data }) => data)).toEqual(events.map(({ data }) => data))
  })

  it("导出仍是当初存入的形式，逐字节相同", async () => {
    const log = await filled()
    expect((await log.readVerbatim()).map((event) => JSON.stringify(event))).toEqual(golden)
    expect((await log.readRows()).map(({ schemaVersion }) => schemaVersion)).toEqual([1, 2, 3])
  })

  it("新写入的是现行版本", async () => {
    const log = await filled()
    const data = { amount: "1.00", fund: "government-fund" }
    const { events } = await log.appendToStreams([{ stream: "unit-1", events: [{ type: "Paid", data }] }], {
      actor: "会计"
    })
    expect(events[0]?.schemaVersion).toBe(3)
  })
})

describe("版本登记", () => {
  it("缺少一步、多出一步、没有这种事件：构造时即报错", () => {
    const step = (data: Readonly<Record<string, unknown>>) => data
    expect(() => upcasting(kinds, { Paid: { 1: step } })).toThrow("the step from version 2 is missing")
    expect(() => upcasting(kinds, { Paid: { 2: step } })).toThrow("the step from version 1 is missing")
    expect(() => upcasting(kinds, {})).toThrow("Paid")
    expect(() => upcasting(kinds, { Paid: { 1: step, 2: step, 3: step } })).toThrow("3 steps, but its version is 3")
    expect(() => upcasting(kinds, { ...upcasters, Stolen: { 1: step } })).toThrow("Stolen")
  })

  it("未知的种类、更新的版本：拒绝，指明位置和已知版本", () => {
    const { upcast, currentVersion } = upcasting(kinds, upcasters)
    const event = { position: 7, type: "Paid", schemaVersion: 4, data: {} }
    expect(currentVersion("Paid")).toBe(3)
    expect(currentVersion("Stolen")).toBeUndefined()
    const refused = (change: object) => {
      try {
        return upcast({ ...event, ...change })
      } catch (error) {
        return error
      }
    }
    expect(refused({})).toBeInstanceOf(EventUnreadable)
    expect(refused({})).toMatchObject({ position: 7, type: "Paid", reason: "NewerVersion", found: 4, known: 3 })
    expect(refused({ type: "Stolen" })).toMatchObject({ position: 7, type: "Stolen", reason: "UnknownType", known: 0 })
  })

  it("旧程序打开含有新版本事件的日志：能打开，读到该事件时拒绝", async () => {
    const path = `${folder.path}/newer.db`
    const newer = sqliteLog(path, { codec, now, access: "write" })
    await newer.importEvents(golden.map((line): unknown => JSON.parse(line)))
    await newer.close()
    const older = sqliteLog(path, {
      codec: eventCodec<Paid>({
        kinds: { Paid: { schemaVersion: 2 } },
        upcasters: { Paid: { 1: upcasters.Paid[1] } },
        decode: codec.decode
      }),
      now,
      access: "read"
    })
    expect(await older.readAll({ until: 2 })).toHaveLength(2)
    expect(await rejection(older.readAll())).toMatchObject({ _tag: "EventUnreadable", position: 3, found: 3, known: 2 })
    expect(await rejection(older.event(3))).toMatchObject({ reason: "NewerVersion" })
    expect(await older.readVerbatim()).toHaveLength(3)
    await older.close()
  })

  it("本系统的事件种类都有现行版本", () => {
    for (const [type, { schemaVersion }] of Object.entries(eventKinds)) {
      expect(domainCodec.upcasting.currentVersion(type)).toBe(schemaVersion)
    }
    expect(Result.isFailure(domainCodec.decode("YearClosed", { occurredOn: "2024-02-30" }))).toBe(true)
    expect(Result.isSuccess(domainCodec.decode("YearClosed", { occurredOn: "2024-12-31" }))).toBe(true)
  })

  it("本系统的事件写入后读回，可直接交给账的折叠", async () => {
    const log = memoryLog({ codec: domainCodec, now })
    const data = { occurredOn: "2024-12-31" }
    await log.appendToStreams([{ stream: "year-1-2024", events: [{ type: "YearClosed", data }] }], { actor: "会计" })
    const stored: ReadonlyArray<StoredEvent> = await log.readAll()
    const folded: Array<FoldedEvent> = []
    for await (const page of log.replay()) folded.push(...page)
    expect(stored).toMatchObject([{ id: "year-1-2024@1", type: "YearClosed", schemaVersion: 1, data }])
    expect(folded).toEqual([
      { position: 1, stream: "year-1-2024", version: 1, type: "YearClosed", data, recordedAt: now() }
    ])
  })
})
