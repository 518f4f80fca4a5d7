/** R18: store files that earlier releases made open as they are, keep their events, and get the hashes they lack. */
import { copyFileSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { canonicalText, leafHash } from "@juesuan/store"
import { afterAll, describe, expect, it } from "vitest"
import { deposited } from "./accounts.ts"
import { openFile, systemClock } from "./opening.ts"
import { allEvents, temporaryFolder } from "./places.ts"

const golden = join(import.meta.dirname, "fixtures", "layout-1.db")
const folder = temporaryFolder()
afterAll(folder.remove)

describe("第一版账库文件", () => {
  it("只读打开：原样可读，文件不变，事件尚无哈希", async () => {
    const file = join(folder.path, "read.db")
    copyFileSync(golden, file)
    const log = openFile(file, systemClock, "read")
    expect(await allEvents(log)).toHaveLength(24)
    const rows = await log.readSealed()
    expect(rows.map(({ leaf }) => leaf)).toEqual(rows.map(() => ""))
    await log.close()
    expect(readFileSync(file).equals(readFileSync(golden))).toBe(true)
  })

  it("可写打开：升级一次，事件逐字相同，每个事件有哈希，之后照常记录", async () => {
    const file = join(folder.path, "write.db")
    copyFileSync(golden, file)
    const untouched = join(folder.path, "untouched.db")
    copyFileSync(golden, untouched)
    const before = openFile(untouched, systemClock, "read")
    const log = openFile(file)
    expect(await log.readVerbatim()).toEqual(await before.readVerbatim())
    await log.appendToStreams([{ stream: "账户-0", expectedVersion: 8, events: [deposited("9.00")] }], {
      actor: "会计"
    })
    await Promise.all([log.close(), before.close()])
    const again = openFile(file)
    const rows = await again.readSealed()
    expect(rows).toHaveLength(25)
    for (const row of rows) expect(row.leaf).toBe(leafHash("sha256", canonicalText(row)))
    await again.close()
  })

  it("升级后仍不许改动已记录的事件", async () => {
    const file = join(folder.path, "guarded.db")
    copyFileSync(golden, file)
    await openFile(file).close()
    const database = new DatabaseSync(file)
    expect(() => database.exec("UPDATE events SET data = '{}' WHERE position = 1")).toThrow("never edited")
    database.close()
  })
})
