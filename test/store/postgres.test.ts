/**
 * R25: what only a server can show. Eight programs write at once; a program is killed while it writes; a connection is cut;
 * a reader never skips a position; what was stored is never edited; a server that may lose what it acknowledged is refused.
 */
import { setTimeout as sleep } from "node:timers/promises"
import { afterEach, describe, expect, it } from "vitest"
import { deposits } from "./accounts.ts"
import { killTimes } from "./kills.ts"
import { type AccountLog, openAt } from "./opening.ts"
import { allEvents, rejection } from "./places.ts"
import { administer, freshStore } from "./postgres.ts"
import { storedByWriters } from "./writers.ts"

const actor = "会计"
let cleanings: Array<() => Promise<unknown>> = []
afterEach(async () => {
  for (const clean of cleanings.toReversed()) await clean()
  cleanings = []
})

const store = async () => {
  const { location, remove } = await freshStore()
  cleanings.push(remove)
  const schema = new URL(location).searchParams.get("schema") ?? ""
  const open = (access: "read" | "write" = "write"): AccountLog => {
    const log = openAt(location, undefined, access)
    cleanings.push(() => log.close())
    return log
  }
  return { location, schema, open }
}

describe("账库在 PostgreSQL：多个程序", { timeout: 180_000 }, () => {
  it.each([
    ["一个流", 1],
    ["五十个流", 50]
  ])("八个程序同时写入%s：写入的就是确认的，位置与版本连续，败者都得到冲突", async (_, streams) => {
    const { location } = await store()
    const { events } = await storedByWriters(location, { writers: streams === 1 ? 8 : 4, each: 25, streams })
    expect(events).toBe(streams === 1 ? 200 : 100)
  })

  it("写入时被强行终止：确认过的一条不少，没有半条命令", async () => {
    const { location } = await store()
    expect(await killTimes(8, location, 120)).toBeGreaterThanOrEqual(8)
  })

  it("边写边读：读到的位置从不跳过后来才提交的事件", async () => {
    const { open } = await store()
    const [one, other, reader] = [open(), open(), open("read")]
    await one.appendToStreams([{ stream: "a", events: deposits(1) }], { actor })
    const write = async (log: AccountLog, stream: string) => {
      for (let count = 0; count < 40; count += 1)
        await log.appendToStreams([{ stream, events: deposits(2) }], { actor })
    }
    const progress = { done: false }
    const writing = Promise.all([write(one, "a"), write(other, "b")]).then(() => {
      progress.done = true
    })
    let seen = 0
    while (!progress.done) {
      const page = await reader.readAll({ after: seen, limit: 1000 })
      expect(page.map(({ position }) => position)).toEqual(page.map((_, index) => seen + index + 1))
      seen += page.length
    }
    await writing
    expect(await reader.lastPosition()).toBe(161)
  })

  it("同时新建：大家共用先建成的", async () => {
    const { open } = await store()
    const logs = Array.from({ length: 4 }, () => open())
    await Promise.all(
      logs.map((log, index) => log.appendToStreams([{ stream: `s${index}`, events: deposits(1) }], { actor }))
    )
    expect(await open("read").lastPosition()).toBe(4)
  })
})

describe("账库在 PostgreSQL：不顺的时候", { timeout: 180_000 }, () => {
  it("连接被切断：说明连不上，没有存半条；同一命令编号重发，效果只有一次；账库继续可用", async () => {
    const { open, schema } = await store()
    const log = open()
    const command = { commandId: "c1", actor }
    await log.appendToStreams([{ stream: "a", events: deposits(1) }], command)
    await administer((client) =>
      client.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'juesuan' AND pid <> pg_backend_pid()"
      )
    )
    await sleep(50)
    const attempt = () => log.appendToStreams([{ stream: "a", events: deposits(1) }], command)
    const answered = await attempt().catch(attempt)
    expect(answered.repeated).toBe(true)
    await log.appendToStreams([{ stream: "a", expectedVersion: 1, events: deposits(1) }], { actor })
    expect(await log.lastPosition()).toBe(2)
    expect(schema).not.toBe("")
  })

  it("别的程序占着不放：等到超时，说明正忙，什么也没有存", async () => {
    const { location, open, schema } = await store()
    await open().appendToStreams([{ stream: "a", events: deposits(1) }], { actor })
    const { postgresLog } = await import("@juesuan/store")
    const { accountCodec } = await import("./accounts.ts")
    const impatient = postgresLog(location, {
      codec: accountCodec,
      now: () => new Date().toISOString(),
      access: "write",
      busyTimeoutMs: 100
    })
    cleanings.push(() => impatient.close())
    await administer(async (client) => {
      await client.query("BEGIN")
      await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`juesuan.append.${schema}`])
      const error = await rejection(impatient.appendToStreams([{ stream: "a", events: deposits(1) }], { actor }))
      expect(error).toMatchObject({ _tag: "StoreUnavailable", reason: "Busy" })
      await client.query("ROLLBACK")
    })
    expect(await impatient.lastPosition()).toBe(1)
  })

  it("入账的事件改不了、删不了", async () => {
    const { open, schema } = await store()
    await open().appendToStreams([{ stream: "a", events: deposits(2) }], { actor })
    for (const sql of ["UPDATE events SET data = '{}'", "DELETE FROM events", "TRUNCATE events"]) {
      const error = await rejection(
        administer(async (client) => {
          await client.query(`SET search_path = ${schema}`)
          await client.query(sql)
        })
      )
      expect(String(error)).toContain("never edited or deleted")
    }
    expect(await open("read").lastPosition()).toBe(2)
  })

  it("只读打开的不能写；没有账库的数据库只读打开时不新建", async () => {
    const { open, schema } = await store()
    expect(await rejection(open("read").lastPosition())).toMatchObject({ reason: "StoreMissing" })
    const found = await administer((client) => client.query("SELECT 1 FROM pg_namespace WHERE nspname = $1", [schema]))
    expect(found.rowCount).toBe(0)
    await open().appendToStreams([{ stream: "a", events: deposits(1) }], { actor })
    const reader = open("read")
    expect(await rejection(reader.appendToStreams([{ stream: "a", events: deposits(1) }], { actor }))).toMatchObject({
      _tag: "StoreReadOnly"
    })
  })

  it("更新版本写的、少了表的、少了事件的账库：拒绝，不猜", async () => {
    const cases: ReadonlyArray<readonly [string, object]> = [
      ["UPDATE juesuan_store SET layout_version = 99", { _tag: "StoreNewer", found: 99 }],
      ["DROP TABLE commands", { _tag: "StoreDamaged" }],
      [
        "ALTER TABLE events DISABLE TRIGGER USER; DELETE FROM events WHERE position = 1",
        { _tag: "StoreDamaged", position: 1 }
      ],
      [
        "ALTER TABLE events DISABLE TRIGGER USER; DELETE FROM events WHERE position = 2",
        { _tag: "StoreDamaged", position: 2 }
      ]
    ]
    for (const [sql, expected] of cases) {
      const { open, schema } = await store()
      await open().appendToStreams([{ stream: "a", events: deposits(3) }], { actor })
      await administer(async (client) => {
        await client.query(`SET search_path = ${schema}`)
        await client.query(sql)
      })
      expect(await rejection(allEvents(open("read")))).toMatchObject(expected)
    }
  })
})
