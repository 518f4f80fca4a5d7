/** R3, R15, R16: files that are no stores, newer, damaged or not writable, disks that are full, programs that hold the lock. */
import { createHash } from "node:crypto"
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { NotAStore, StoreDamaged, StoreNewer, StoreReadOnly, StoreUnavailable, sqliteLog } from "@juesuan/store"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { assertDurable, createStore, durabilityOf } from "../../packages/store/src/sqlite/connecting.ts"
import { accountCodec, deposited, deposits, type Recorded } from "./accounts.ts"
import { overwrite } from "./diagnosing.ts"
import { filled } from "./filling.ts"
import { openFile, systemClock } from "./opening.ts"
import { allEvents, rejection, temporaryFolder } from "./places.ts"

const actor = "会计"
const folder = temporaryFolder()
const intact = join(folder.path, "intact.db")
const pageSize = 4096
let events: ReadonlyArray<Recorded> = []

beforeAll(async () => {
  const log = openFile(intact)
  for (let index = 0; index < 40; index += 1) {
    const note = "说明".repeat(20 + index)
    const batch = { stream: `s${index % 3}`, events: Array.from({ length: 10 }, () => deposited("1.00", note)) }
    await log.appendToStreams([batch], { actor, commandId: `c${index}` })
  }
  events = await allEvents(log)
  await log.close()
})
afterAll(folder.remove)

let copies = 0
const copyOfIntact = (): string => {
  copies += 1
  const file = join(folder.path, `copy-${copies}.db`)
  copyFileSync(intact, file)
  return file
}
const digest = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex")

/** What opening throws. */
const refusal = (file: string, access: "read" | "write"): unknown => {
  try {
    void openFile(file, systemClock, access).close()
  } catch (error) {
    return error
  }
  throw new Error("it opened")
}

/** Changes a store behind its triggers. */
const tamper = (file: string, sql: string): void => {
  const database = new DatabaseSync(file)
  database.exec("DROP TRIGGER IF EXISTS events_are_never_edited; DROP TRIGGER IF EXISTS events_are_never_deleted")
  database.exec(sql)
  database.close()
}

describe("不是账库的文件", () => {
  const files: ReadonlyArray<readonly [string, (file: string) => void, object]> = [
    ["空文件", (file) => writeFileSync(file, ""), { _tag: "NotAStore", reason: "Empty" }],
    [
      "文本文件",
      (file) => writeFileSync(file, "单位,金额\n".repeat(500)),
      { _tag: "NotAStore", reason: "NotADatabase" }
    ],
    [
      "文件头被覆盖",
      (file) => {
        copyFileSync(intact, file)
        overwrite(file, 0, Buffer.alloc(100))
      },
      { _tag: "NotAStore", reason: "NotADatabase" }
    ],
    [
      "其他程序的数据库",
      (file) => {
        const database = new DatabaseSync(file)
        database.exec("CREATE TABLE events (position INTEGER PRIMARY KEY)")
        database.close()
      },
      { _tag: "NotAStore", reason: "OtherProgram" }
    ],
    [
      "缺少一张表",
      (file) => {
        copyFileSync(intact, file)
        tamper(file, "DROP TABLE commands")
      },
      { _tag: "StoreDamaged", position: undefined }
    ],
    [
      "更新版本程序的账库",
      (file) => {
        copyFileSync(intact, file)
        tamper(file, "PRAGMA user_version = 3")
      },
      { _tag: "StoreNewer", found: 3, known: 2 }
    ]
  ]

  it.each(files)("%s：拒绝打开，文件不变", (name, make, expected) => {
    const file = join(folder.path, `${name}.db`)
    make(file)
    const before = digest(file)
    for (const access of ["read", "write"] as const) {
      const error = refusal(file, access)
      expect(error).toMatchObject({ ...expected, path: file })
      expect([NotAStore, StoreDamaged, StoreNewer].some((kind) => error instanceof kind)).toBe(true)
    }
    expect(digest(file)).toBe(before)
  })

  it("没有文件夹、没有文件、是文件夹：说明原因", () => {
    const unavailable = (reason: string) => ({ _tag: "StoreUnavailable", reason })
    for (const access of ["read", "write"] as const) {
      expect(refusal(join(folder.path, "无", "a.db"), access)).toMatchObject(unavailable("FolderMissing"))
      expect(refusal(folder.path, access)).toMatchObject(unavailable("NotAFile"))
    }
    expect(refusal(join(folder.path, "无.db"), "read")).toMatchObject(unavailable("FileMissing"))
  })
})

describe("损坏的账库", () => {
  /** Reads all of a damaged store: it is refused with its place, or what is read is what was recorded. */
  const outcomeOfReading = async (file: string) => {
    let log: ReturnType<typeof openFile>
    try {
      log = openFile(file, systemClock, "read")
    } catch (error) {
      expect(error instanceof StoreDamaged || error instanceof NotAStore).toBe(true)
      return "refusedAtOpening"
    }
    const read = await allEvents(log).catch((error: unknown) => error)
    if (read instanceof StoreDamaged) {
      const position = read.position ?? 0
      expect(position).toBeGreaterThan(0)
      expect(await log.readAll({ until: position - 1, limit: 1000 })).toEqual(events.slice(0, position - 1))
      expect(await rejection(log.event(position))).toBeInstanceOf(StoreDamaged)
    } else expect(read).toEqual(events)
    await log.close()
    return read instanceof StoreDamaged ? "refusedWhenRead" : "unaffected"
  }

  it("截短的文件：拒绝", async () => {
    const size = readFileSync(intact).length
    for (const kept of [pageSize, pageSize * 7, size - pageSize, size - 100]) {
      const file = copyOfIntact()
      truncateSync(file, kept)
      expect(refusal(file, "read")).toBeInstanceOf(StoreDamaged)
      expect(refusal(file, "write")).toBeInstanceOf(StoreDamaged)
    }
  })

  it("任何一页清零：要么拒绝，要么读出的与原来完全相同；损坏之前的部分可以导出", async () => {
    const pages = readFileSync(intact).length / pageSize
    const outcomes = { refusedAtOpening: 0, refusedWhenRead: 0, unaffected: 0 }
    for (let page = 0; page < pages; page += 1) {
      const file = copyOfIntact()
      overwrite(file, page * pageSize, Buffer.alloc(pageSize))
      const before = digest(file)
      outcomes[await outcomeOfReading(file)] += 1
      expect(digest(file)).toBe(before)
    }
    expect(outcomes.refusedWhenRead).toBeGreaterThan(20)
    expect(outcomes.refusedAtOpening).toBeGreaterThan(2)
    expect(outcomes.unaffected).toBeGreaterThan(2)
  })

  it("少了一行、内容不成 JSON：读到该处拒绝，指明位置", async () => {
    const changes: ReadonlyArray<readonly [string, number]> = [
      ["DELETE FROM events WHERE position = 201", 201],
      ["UPDATE events SET data = '{\"amount\":' WHERE position = 150", 150],
      ["UPDATE events SET metadata = 'x' WHERE position = 150", 150]
    ]
    for (const [sql, position] of changes) {
      const file = copyOfIntact()
      tamper(file, sql)
      const log = openFile(file, systemClock, "read")
      expect(await rejection(log.readAll({ limit: 1000 }))).toMatchObject({ _tag: "StoreDamaged", position })
      expect(await log.readAll({ until: position - 1, limit: 1000 })).toEqual(events.slice(0, position - 1))
      await log.close()
    }
    const headless = copyOfIntact()
    tamper(headless, "DELETE FROM events WHERE position = 1")
    expect(refusal(headless, "read")).toMatchObject({ _tag: "StoreDamaged", position: 1 })
  })

  it("重放时少了行也拒绝", async () => {
    const file = copyOfIntact()
    tamper(file, "DELETE FROM events WHERE position = 300")
    const log = openFile(file, systemClock, "read")
    const replaying = async () => {
      for await (const page of log.replay()) expect(page.length).toBe(0)
    }
    expect(await rejection(replaying())).toMatchObject({ _tag: "StoreDamaged", position: 300 })
    await log.close()
  })

  it("其他程序改不动已记录的事件", () => {
    const database = new DatabaseSync(copyOfIntact())
    expect(() => database.exec("UPDATE events SET data = '{}' WHERE position = 1")).toThrow("never edited")
    expect(() => database.exec("DELETE FROM events WHERE position = 1")).toThrow("never deleted")
    database.close()
  })
})

describe("不能写的地方", () => {
  it("只读打开：能读，写入被拒绝，文件不变", async () => {
    const file = copyOfIntact()
    const before = digest(file)
    const log = openFile(file, systemClock, "read")
    expect(await allEvents(log)).toEqual(events)
    expect(await rejection(log.appendToStreams([{ stream: "a", events: deposits(1) }], { actor }))).toBeInstanceOf(
      StoreReadOnly
    )
    expect(await rejection(log.importEvents([]))).toBeInstanceOf(StoreReadOnly)
    expect(log.durability).toBeUndefined()
    await log.close()
    expect(digest(file)).toBe(before)
  })

  /** Without the rights of root, which may write anywhere. */
  const asNobody = async <A>(work: () => Promise<A>): Promise<A> => {
    const isRoot = process.geteuid?.() === 0
    if (isRoot) process.seteuid?.(65_534)
    try {
      return await work()
    } finally {
      if (isRoot) process.seteuid?.(0)
    }
  }

  it("文件和文件夹都没有写权限：能读，不能为写入打开，不能新建", async () => {
    const place = join(folder.path, "locked")
    mkdirSync(place)
    const file = join(place, "store.db")
    copyFileSync(intact, file)
    chmodSync(folder.path, 0o755)
    chmodSync(file, 0o444)
    chmodSync(place, 0o555)
    const seen = await asNobody(async () => {
      const log = openFile(file, systemClock, "read")
      const read = await allEvents(log)
      await log.close()
      return { read, write: refusal(file, "write"), create: refusal(join(place, "new.db"), "write") }
    })
    chmodSync(place, 0o755)
    expect(seen.read).toEqual(events)
    expect(seen.write).toBeInstanceOf(StoreReadOnly)
    expect(seen.create).toMatchObject({ _tag: "StoreUnavailable", reason: "CannotOpen" })
  })

  it("文件没有写权限而文件夹有：能读，不能为写入打开", async () => {
    const file = copyOfIntact()
    chmodSync(folder.path, 0o777)
    chmodSync(file, 0o444)
    const seen = await asNobody(async () => {
      const log = openFile(file, systemClock, "read")
      const read = await allEvents(log)
      await log.close()
      return { read, write: refusal(file, "write") }
    })
    expect(seen.read).toEqual(events)
    expect(seen.write).toBeInstanceOf(StoreReadOnly)
  })

  it("磁盘写不下：拒绝，已确认的都在，有空间后照常", async () => {
    for (const blocks of [300, 900]) {
      expect(await filled(blocks, join(folder.path, `full-${blocks}.db`))).toBeGreaterThan(10)
    }
  })

  it("别的程序占着写锁：等待而不阻塞本程序，超时拒绝；放开后照常", async () => {
    const file = copyOfIntact()
    const log = sqliteLog(file, { codec: accountCodec, now: systemClock, access: "write", busyTimeoutMs: 300 })
    const holder = new DatabaseSync(file)
    holder.exec("BEGIN IMMEDIATE")
    let ticks = 0
    const timer = setInterval(() => {
      ticks += 1
    }, 10)
    const attempt = rejection(log.appendToStreams([{ stream: "a", events: deposits(1) }], { actor, commandId: "new" }))
    const error = await attempt
    expect(error).toBeInstanceOf(StoreUnavailable)
    expect(error).toMatchObject({ reason: "Busy" })
    expect(ticks).toBeGreaterThan(3)
    clearInterval(timer)
    expect(await log.answered("new")).toBeUndefined()
    const waiting = log.appendToStreams([{ stream: "a", events: deposits(1) }], { actor, commandId: "new" })
    setTimeout(() => holder.exec("ROLLBACK"), 100)
    expect((await waiting).repeated).toBe(false)
    expect(await log.lastPosition()).toBe(events.length + 1)
    holder.close()
    await log.close()
  })
})

describe("写入的耐久性", () => {
  it("以 WAL 和完全同步写入", async () => {
    const file = copyOfIntact()
    const other = new DatabaseSync(file)
    other.exec("PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF")
    other.close()
    const log = openFile(file)
    expect(log.durability).toEqual({ journalMode: "wal", synchronous: "FULL" })
    await log.close()
  })

  it("做不到时拒绝写入", () => {
    const inMemory = new DatabaseSync(":memory:")
    expect(() => assertDurable("a.db", inMemory)).toThrow(StoreUnavailable)
    inMemory.close()
    const careless = new DatabaseSync(copyOfIntact())
    expect(durabilityOf(careless)).toEqual({ journalMode: "wal", synchronous: "FULL" })
    for (const level of ["OFF", "NORMAL"]) {
      careless.exec(`PRAGMA synchronous = ${level}`)
      expect(() => assertDurable("a.db", careless)).toThrow(`synchronous ${level}`)
    }
    careless.close()
  })

  it("关闭之后只剩一个文件，复制它就是完整的账库", async () => {
    const place = temporaryFolder()
    const log = openFile(join(place.path, "store.db"))
    const reader = openFile(join(place.path, "store.db"), systemClock, "read")
    const { events } = await log.appendToStreams([{ stream: "a", events: deposits(3) }], { actor })
    expect(await allEvents(reader)).toEqual(events)
    await reader.close()
    await log.close()
    await log.close()
    expect(readdirSync(place.path)).toEqual(["store.db"])
    copyFileSync(join(place.path, "store.db"), join(place.path, "copy.db"))
    const copy = openFile(join(place.path, "copy.db"), systemClock, "read")
    expect(await allEvents(copy)).toEqual(events)
    await copy.close()
    place.remove()
  })

  it("新账库写成才出现，不留下半成品", async () => {
    const place = temporaryFolder()
    const log = openFile(join(place.path, "store.db"))
    await log.close()
    const again = openFile(join(place.path, "store.db"))
    await again.appendToStreams([{ stream: "a", events: deposits(1) }], { actor })
    await again.close()
    // Somebody else made it between our looking and our making it.
    createStore(join(place.path, "store.db"))
    const kept = openFile(join(place.path, "store.db"))
    expect(await kept.lastPosition()).toBe(1)
    await kept.close()
    expect(readdirSync(place.path)).toEqual(["store.db"])
    const database = new DatabaseSync(join(place.path, "store.db"), { readOnly: true })
    expect(database.prepare("PRAGMA application_id").get()).toEqual({ application_id: 0x4a_55_45_53 })
    database.close()
    place.remove()
  })
})
