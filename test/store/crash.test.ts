/** R1: a program is killed while it writes. What was acknowledged is there, and of what was not, all or nothing. */
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { afterAll, describe, expect, it } from "vitest"
import { deposits } from "./accounts.ts"
import { killTimes } from "./kills.ts"
import { openFile } from "./opening.ts"
import { temporaryFolder } from "./places.ts"
import { killed, start } from "./programs.ts"

const folder = temporaryFolder()
afterAll(folder.remove)

const openedWithin = (file: string, milliseconds: number) => {
  const before = performance.now()
  const log = openFile(file)
  expect(performance.now() - before).toBeLessThan(milliseconds)
  return log
}

const isWhole = (file: string): void => {
  const database = new DatabaseSync(file, { readOnly: true })
  expect(Object.values(database.prepare("PRAGMA integrity_check").get() ?? {})).toEqual(["ok"])
  database.close()
}

describe("写入时被强行终止", () => {
  it("三十次：确认过的一条不少，没有半条命令，两秒内重新打开", { timeout: 120_000 }, async () => {
    const files = [join(folder.path, "1.db"), join(folder.path, "2.db")]
    const stored = await Promise.all(files.map((file) => killTimes(15, file)))
    for (const commands of stored) expect(commands).toBeGreaterThan(15)
    files.forEach(isWhole)
  })

  it("大导入中途被终止：什么也没有导入，账库可用", { timeout: 30_000 }, async () => {
    const file = join(folder.path, "import.db")
    const [progress] = await killed(start("importer", file), 5)
    expect(progress).toBe(1000)
    const log = openedWithin(file, 2000)
    expect(await log.lastPosition()).toBe(0)
    await log.appendToStreams([{ stream: "a", expectedVersion: 0, events: deposits(1) }], { actor: "会计" })
    expect(await log.lastPosition()).toBe(1)
    await log.close()
  })
})
