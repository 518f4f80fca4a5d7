/** R16: store files that are damaged in every way: named with the place, never written to, their intact part saved. */
import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { deposited, type Recorded } from "./accounts.ts"
import { diagnosed as diagnosedAs, overwrite, storedIn } from "./diagnosing.ts"
import { openFile } from "./opening.ts"
import { allEvents, temporaryFolder } from "./places.ts"

const folder = temporaryFolder()
const intact = join(folder.path, "intact.db")
const pageSize = 4096
const count = 300
let events: ReadonlyArray<Recorded> = []
afterAll(folder.remove)
beforeAll(async () => {
  events = await storedIn(intact, count)
})

let copies = 0
const copyOfIntact = (): string => {
  copies += 1
  const place = join(folder.path, `copy-${copies}`)
  mkdirSync(place)
  copyFileSync(intact, join(place, "store.db"))
  return join(place, "store.db")
}

const diagnosed = (file: string) => diagnosedAs(file, events)

describe("诊断", () => {
  it("完好的账库：没有病征，全部完好", () => {
    expect(diagnosed(copyOfIntact())).toEqual({ ailments: [], intact: count })
  })

  it("没有文件、空文件、不是数据库、其他程序的、更新版本的", () => {
    expect(diagnosed(join(folder.path, "none.db")).ailments[0]?.kind).toBe("missing")
    const empty = copyOfIntact()
    writeFileSync(empty, "")
    expect(diagnosed(empty).ailments).toMatchObject([{ kind: "empty" }])
    const text = copyOfIntact()
    writeFileSync(text, "单位,金额\n".repeat(2000))
    expect(diagnosed(text)).toMatchObject({ ailments: [{ kind: "not-a-database", byte: 0 }], intact: 0 })
    const other = copyOfIntact()
    writeFileSync(other, "")
    const database = new DatabaseSync(other)
    database.exec("CREATE TABLE a (b)")
    database.close()
    expect(diagnosed(other)).toMatchObject({ ailments: [{ kind: "other-program" }], intact: 0 })
    const newer = copyOfIntact()
    overwrite(newer, 60, Buffer.from([0, 0, 0, 99]))
    expect(diagnosed(newer)).toMatchObject({ ailments: [{ kind: "newer", byte: 60 }], intact: 0 })
  })

  it("文件头被覆盖、第一页清零：指明，全部事件仍可导出", () => {
    for (const bytes of [Buffer.alloc(16), Buffer.alloc(100), Buffer.alloc(pageSize)]) {
      const file = copyOfIntact()
      overwrite(file, 0, bytes)
      const { ailments, intact: saved } = diagnosed(file)
      expect(ailments[0]).toMatchObject({ kind: "not-a-database", byte: 0 })
      expect(saved).toBe(count)
    }
  })

  it("任何一页清零：指明是哪一页，导出其前完好的部分", () => {
    const pages = readFileSync(intact).length / pageSize
    const step = Math.max(1, Math.floor(pages / 12))
    for (let page = 2; page <= pages; page += step) {
      const file = copyOfIntact()
      overwrite(file, (page - 1) * pageSize, Buffer.alloc(pageSize))
      const { ailments } = diagnosed(file)
      expect(ailments).toContainEqual({ kind: "zeroed", byte: (page - 1) * pageSize, page, detail: "4096 zeros" })
    }
  })

  it("截短：指明从哪个字节起没有了", () => {
    const size = readFileSync(intact).length
    for (const kept of [50, pageSize, pageSize * 5, size - pageSize, size - 100]) {
      const file = copyOfIntact()
      truncateSync(file, kept)
      expect(diagnosed(file).ailments[0]).toMatchObject({ kind: "cut", byte: kept })
    }
  })

  it("-wal 被截断、改动：指明字节，已并入和其前的提交仍在", async () => {
    const source = copyOfIntact()
    const log = openFile(source)
    await log.appendToStreams([{ stream: "新", events: [deposited("1.00")] }], { actor: "会计" })
    await log.appendToStreams([{ stream: "新", events: [deposited("2.00")] }], { actor: "会计" })
    const all = await allEvents(log)
    const wal = readFileSync(`${source}-wal`)
    const content = readFileSync(source)
    await log.close()
    events = all
    expect(wal.length).toBeGreaterThan(2 * pageSize)
    const withWal = (bytes: Buffer): string => {
      const file = copyOfIntact()
      writeFileSync(file, content)
      writeFileSync(`${file}-wal`, bytes)
      return file
    }
    expect(diagnosed(withWal(wal))).toEqual({ ailments: [], intact: count + 2 })
    const cut = diagnosed(withWal(wal.subarray(0, wal.length - 100)))
    expect(cut.ailments[0]).toMatchObject({ kind: "wal", byte: wal.length - pageSize - 24 })
    expect(cut.intact).toBe(count + 1)
    const flipped = Buffer.from(wal)
    flipped[32 + 24 + 77] = (flipped[32 + 24 + 77] ?? 0) ^ 1
    expect(diagnosed(withWal(flipped))).toMatchObject({ ailments: [{ kind: "wal", byte: 32 }], intact: count })
    expect(diagnosed(withWal(Buffer.alloc(40))).ailments[0]).toMatchObject({ kind: "wal", byte: 0 })
  })

  it.each([
    ["内容被改", "data = '{}'"],
    ["内容被改，散列值也去掉", "data = '{}', leaf = x''"],
    ["散列值去掉", "leaf = x''"]
  ])("%s：导出到改动之前为止", (_name, change) => {
    const file = copyOfIntact()
    const database = new DatabaseSync(file)
    database.exec(`DROP TRIGGER events_are_never_edited; UPDATE events SET ${change} WHERE position = 120`)
    database.close()
    const { ailments, intact: saved } = diagnosed(file)
    expect(ailments).toContainEqual(expect.objectContaining({ kind: "events", position: 120 }))
    expect(saved).toBe(119)
  })
})
