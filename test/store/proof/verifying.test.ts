/** R12: whatever is done to a log, its verification says so, with the kind and the first bad position. */
import { copyFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { leavesBytes, leavesOf, type Verification, verifyLog, type Witness } from "@juesuan/store"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { deposited } from "../accounts.ts"
import { openFile, systemClock } from "../opening.ts"
import { places, temporaryFolder } from "../places.ts"
import { tamperings, tamperWith } from "./tampering.ts"

const folder = temporaryFolder()
const intact = join(folder.path, "intact.db")
const size = 60
let witness: Witness
afterAll(folder.remove)

beforeAll(async () => {
  let time = Date.parse("2024-01-01T00:00:00.000Z")
  const log = openFile(intact, () => new Date((time += 1000)).toISOString())
  for (let index = 0; index < size; index += 1) {
    const events = [deposited(`${100 + index}.00`, `说明 ${index}`)]
    await log.appendToStreams([{ stream: `流${index % 3}`, events }], { actor: "会计" })
  }
  const { damages, head, leaves } = await verifyLog(log, { keepLeaves: true })
  expect(damages).toEqual([])
  witness = { head, leaves: leavesOf(leavesBytes(leaves), head) }
  await log.close()
})

let copies = 0
const copyOfIntact = (): string => {
  copies += 1
  const file = join(folder.path, `copy-${copies}.db`)
  copyFileSync(intact, file)
  return file
}
const verified = async (file: string, against?: Witness): Promise<Verification> => {
  const log = openFile(file, systemClock, "read")
  const verification = await verifyLog(log, { against })
  await log.close()
  return verification
}

describe.each(places)("完好的日志（$name）", (place) => {
  it("没有可报的；增长之后仍接续从前的检查点；根与事件的写入批次无关", async () => {
    const { log, remove } = await place.open(() => "2024-01-01T00:00:00.000Z")
    const empty = await verifyLog(log)
    expect(empty).toMatchObject({ damages: [], head: { size: 0 } })
    const batch = (count: number, stream: string) => ({
      stream,
      events: Array.from({ length: count }, () => deposited("1.00"))
    })
    await log.appendToStreams([batch(1500, "a"), batch(3, "b")], { actor: "会计" })
    const before = await verifyLog(log, { keepLeaves: true })
    await log.appendToStreams([batch(2, "b")], { actor: "会计" })
    for (const leaves of [undefined, before.leaves]) {
      const after = await verifyLog(log, { against: { head: before.head, leaves } })
      expect(after).toMatchObject({ damages: [], head: { size: 1505, origin: before.head.origin } })
    }
    const sm3 = await verifyLog(log, { hash: "sm3" })
    expect(sm3.damages).toEqual([])
    expect(sm3.head.root).not.toBe((await verifyLog(log)).head.root)
    await remove()
  })
})

describe("篡改日志", () => {
  it("至少十五种", () => expect(tamperings.length).toBeGreaterThanOrEqual(15))

  for (const { alone, at, bend, kind, name } of tamperings) {
    it.each([2, 31, size - 2])(`${name}（第 %i 件）`, async (place) => {
      const file = copyOfIntact()
      tamperWith(file, (rows) => bend(rows, place))
      if (name === "删第一件") {
        expect(() => openFile(file, systemClock, "read")).toThrow("an event is missing")
        return
      }
      const own = await verified(file)
      const against = await verified(file, witness)
      const found = against.damages.filter((damage) => damage.kind === kind).map(({ position }) => position)
      expect(found).toContain(at(place, size))
      expect(Math.min(...against.damages.map(({ position }) => position ?? Infinity))).toBe(at(place, size))
      if (alone) expect(own.damages.length).toBeGreaterThan(0)
      const headOnly = await verified(file, { head: witness.head })
      expect(headOnly.damages.length).toBeGreaterThan(0)
    })
  }

  it("拿旧库顶替：日志短于检查点", async () => {
    const file = copyOfIntact()
    tamperWith(file, (rows) => rows.slice(0, 40))
    expect((await verified(file)).damages).toEqual([])
    expect((await verified(file, { head: witness.head })).damages).toEqual([
      { kind: "cut-off", position: 41, detail: "40 < 60" }
    ])
  })

  it("拿另一本账顶替", async () => {
    const file = join(folder.path, "other.db")
    const log = openFile(file)
    await log.appendToStreams([{ stream: "a", events: Array.from({ length: 80 }, () => deposited("1.00")) }], {
      actor: "会计"
    })
    await log.close()
    expect((await verified(file, witness)).damages).toEqual([{ kind: "other-log", position: 1, detail: "" }])
  })

  it("旁边存的哈希被改：不认", () => {
    const bytes = Buffer.from(leavesBytes(witness.leaves ?? []))
    bytes[77] = (bytes[77] ?? 0) ^ 1
    expect(leavesOf(bytes, witness.head)).toBeUndefined()
    expect(leavesOf(bytes.subarray(32), witness.head)).toBeUndefined()
  })

  it("索引、触发器、表、命令记录被改：指明", async () => {
    const changes: ReadonlyArray<readonly [string, string]> = [
      ["DROP TRIGGER events_are_never_edited", "layout"],
      ["CREATE TRIGGER silent AFTER INSERT ON events BEGIN SELECT 1; END", "layout"],
      ["INSERT INTO commands VALUES ('c', 'x', 3, 3)", "command"],
      ["INSERT INTO commands VALUES ('c', 'x', 300, 301)", "command"]
    ]
    for (const [sql, kind] of changes) {
      const file = copyOfIntact()
      const database = new DatabaseSync(file)
      database.exec(sql)
      database.close()
      expect(
        (await verified(file)).damages.map((damage) => damage.kind),
        sql
      ).toEqual([kind])
    }
  })

  it("索引与表不一致：指明", async () => {
    const file = copyOfIntact()
    const database = new DatabaseSync(file)
    database.enableDefensive(false)
    database.exec(
      `PRAGMA writable_schema = ON;
       UPDATE sqlite_schema SET sql = 'CREATE UNIQUE INDEX events_by_stream ON events (stream, version) WHERE 0' WHERE name = 'events_by_stream'`
    )
    database.close()
    const partial = new DatabaseSync(file)
    const row = "'流0', 21, 'Deposited', 1, '2025-01-01T00:00:00.000Z', '{}', '{}', x''"
    partial.exec(`INSERT INTO events VALUES (61, ${row})`)
    partial.enableDefensive(false)
    partial.exec(
      `PRAGMA writable_schema = ON;
       UPDATE sqlite_schema SET sql = 'CREATE UNIQUE INDEX events_by_stream ON events (stream, version)' WHERE name = 'events_by_stream'`
    )
    partial.close()
    const kinds = (await verified(file)).damages.filter(({ position }) => position !== undefined)
    expect(kinds).toContainEqual({ kind: "index", position: 61, detail: "流0" })
  })
})
