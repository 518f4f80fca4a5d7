/** R1: a program is killed while it writes. What was acknowledged is there, and of what was not, all or nothing. */
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { afterAll, describe, expect, it } from "vitest"
import { deposits } from "./accounts.ts"
import { openFile } from "./opening.ts"
import { allEvents, temporaryFolder } from "./places.ts"
import { killed, start } from "./programs.ts"

const folder = temporaryFolder()
afterAll(folder.remove)

const openedWithin = (file: string, milliseconds: number) => {
  const before = performance.now()
  const log = openFile(file)
  expect(performance.now() - before).toBeLessThan(milliseconds)
  return log
}

/** Kills an appender again and again on one file, and looks at the file after each time. */
const killTimes = async (times: number, file: string): Promise<number> => {
  let stored = 0
  for (let kill = 0; kill < times; kill += 1) {
    const numbers = await killed(start("appender", file, String(stored + 1)), Math.random() * 30)
    const acknowledged = numbers.at(-1) ?? stored
    const log = openedWithin(file, 2000)
    const events = await allEvents(log)

    expect(events.length % 3, "events of half a command").toBe(0)
    const commands = events.length / 3
    expect(commands, "acknowledged commands that are lost").toBeGreaterThanOrEqual(acknowledged)
    expect(commands, "commands that nobody sent").toBeLessThanOrEqual(acknowledged + 1)
    events.forEach(({ id, position, data, metadata }, index) => {
      const number = Math.floor(index / 3) + 1
      const place = [`a@${number * 2 - 1}`, `a@${number * 2}`, `b@${number}`][index % 3]
      expect([id, position, metadata.commandId, "note" in data && data.note]).toEqual([
        place,
        index + 1,
        `c${number}`,
        String(number)
      ])
    })
    expect((await log.answered(`c${commands}`))?.events).toEqual(events.slice(-3))
    expect(await log.answered(`c${commands + 1}`)).toBeUndefined()
    await log.close()
    stored = commands
  }
  const database = new DatabaseSync(file, { readOnly: true })
  expect(Object.values(database.prepare("PRAGMA integrity_check").get() ?? {})).toEqual(["ok"])
  database.close()
  return stored
}

describe("写入时被强行终止", () => {
  it("三十次：确认过的一条不少，没有半条命令，两秒内重新打开", { timeout: 120_000 }, async () => {
    const stored = await Promise.all([
      killTimes(15, join(folder.path, "1.db")),
      killTimes(15, join(folder.path, "2.db"))
    ])
    for (const commands of stored) expect(commands).toBeGreaterThan(15)
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
