/** R25: on PostgreSQL a verification says the same of a log that was tampered with, and of what is kept beside it. */
import { verifyLog } from "@juesuan/store"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openAt, openFile } from "../opening.ts"
import { places, rejection, temporaryFolder } from "../places.ts"
import { administer, freshStore } from "../postgres.ts"
import { deposits } from "../accounts.ts"
import { type ServedStore, servedStore } from "./server.ts"
import { tamperings } from "./tampering.ts"

const size = 24
let store: ServedStore
beforeAll(async () => {
  store = await servedStore(size)
}, 60_000)
afterAll(() => store.remove())

const onServer = (sql: string): Promise<unknown> =>
  administer(async (client) => {
    await client.query(`SET search_path = ${store.schema}`)
    await client.query(sql)
  })

/** What is wrong after a statement, once another one has put it right again. */
const foundAfter = async (sql: string, undo: string): Promise<ReadonlyArray<string>> => {
  await onServer(sql)
  const { damages } = await store.verified()
  await onServer(undo)
  expect((await store.verified()).damages).toEqual([])
  return damages.map(({ detail, kind }) => `${kind} ${detail}`)
}

describe("PostgreSQL 的核验", { timeout: 60_000 }, () => {
  it("汇总数被改、被删、凭空多出：都指明是哪个流、哪个数、应是多少", async () => {
    const update = (by: number) => `UPDATE sums SET total = total + ${by} WHERE stream = '流1'`
    const names = '["revenue","","","","","","",""]'
    expect(await foundAfter(update(1), update(-1))).toEqual([`sums 流1: ${names}: 892.01 (8), expected 892.00 (8)`])
    const more = "INSERT INTO sums SELECT '流1', 'payment', '', '', '', '', '', '', '', 5, 1"
    expect(await foundAfter(more, "DELETE FROM sums WHERE account = 'payment'")).toEqual([
      `sums 流1: ${names.replace("revenue", "payment")}: 0.05 (1), expected nothing`
    ])
    const rename = (from: string, to: string) => `UPDATE sums SET stream = '${to}' WHERE stream = '${from}'`
    expect(await foundAfter(rename("流2", "没有的流"), rename("没有的流", "流2"))).toEqual([
      "sums 没有的流: no events",
      `sums 流2: ${names}: nothing, expected 900.00 (8)`
    ])
    const mark = (is: boolean) =>
      `ALTER TABLE events DISABLE TRIGGER USER; UPDATE events SET is_fact = ${is} WHERE position = 5; ALTER TABLE events ENABLE TRIGGER USER`
    expect(await foundAfter(mark(true), mark(false))).toEqual(["sums 流1: mark of Deposited"])
  })

  it("触发器停用、拿走、索引没有了、多了规则：都指明", async () => {
    const off = "ALTER TABLE events DISABLE TRIGGER events_are_never_edited"
    expect(await foundAfter(off, off.replace("DISABLE", "ENABLE"))).toEqual([
      "layout trigger events_are_never_edited is missing"
    ])
    const index = "CREATE UNIQUE INDEX events_by_stream ON events (stream, version)"
    expect(await foundAfter("DROP INDEX events_by_stream", index)).toEqual(["layout index events_by_stream is missing"])
    const rule = "CREATE RULE quiet AS ON DELETE TO commands DO INSTEAD NOTHING"
    expect(await foundAfter(rule, "DROP RULE quiet ON commands")).toEqual(["layout rule quiet does not belong here"])
  })

  it("命令记录指向别的命令的事件：指明位置", async () => {
    const forged = "INSERT INTO commands VALUES ('伪造', NULL, 7, 7)"
    expect(await foundAfter(forged, "DELETE FROM commands")).toEqual(["command 伪造"])
  })

  it.each(tamperings.map(({ name }) => name))("篡改（%s）：与账库文件一样被发现，种类与首个位置都对", async (name) => {
    const tampering = tamperings.find((each) => each.name === name)
    if (tampering === undefined) throw new Error(name)
    const { at, bend, kind } = tampering
    const place = 11
    if (name === "删第一件") {
      expect(await rejection(store.tampered(bend, place))).toMatchObject({ _tag: "StoreDamaged", position: 1 })
      return
    }
    const { damages } = await store.tampered(bend, place)
    expect(damages).toContainEqual(expect.objectContaining({ kind, position: at(place, size) }))
    expect(Math.min(...damages.map(({ position }) => position ?? Infinity))).toBe(at(place, size))
  })
})

describe("账库从文件迁到 PostgreSQL", { timeout: 60_000 }, () => {
  it("导出再导入：根相同，一边的检查点在另一边成立，两边都能继续", async () => {
    const folder = temporaryFolder()
    const { location, remove } = await freshStore()
    const file = openFile(`${folder.path}/store.db`)
    const server = openAt(location)
    for (let index = 0; index < 20; index += 1) {
      const batches = [{ stream: `流${index % 3}`, events: deposits(1 + (index % 4)) }]
      await file.appendToStreams(batches, { actor: "会计", commandId: `c${index}` })
    }
    await server.importEvents(await file.readVerbatim({ limit: 1000 }))
    const [one, other] = [await verifyLog(file, { keepLeaves: true }), await verifyLog(server, { keepLeaves: true })]
    expect(other).toEqual(one)
    expect(one.damages).toEqual([])
    for (const log of [file, server])
      await log.appendToStreams([{ stream: "流0", events: deposits(2) }], { actor: "会计" })
    const against = { head: one.head, leaves: one.leaves }
    for (const log of [file, server]) expect((await verifyLog(log, { against })).damages).toEqual([])
    expect(
      (await server.appendToStreams([{ stream: "流1", events: deposits(2) }], { actor: "会计", commandId: "c1" }))
        .repeated
    ).toBe(true)
    await Promise.all([file.close(), server.close()])
    await remove()
    folder.remove()
  })

  it("三种账库的根相同：同样的事件，不论记在哪里", async () => {
    const roots: Array<string> = []
    for (const place of places) {
      const { log, remove } = await place.open(() => "2024-01-01T00:00:00.000Z")
      await log.appendToStreams([{ stream: "a", events: deposits(9) }], { actor: "会计" })
      roots.push((await verifyLog(log)).head.root)
      await remove()
    }
    expect(new Set(roots).size).toBe(1)
  })
})
