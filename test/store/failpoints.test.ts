/** R2: every named point once; `test/deep/failpoints.test.ts` does each many times. */
import { copyFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import {
  creationEndedAt,
  creationPoints,
  endedAt,
  filePoints,
  migrationEndedAt,
  migrationPoints,
  serverPoints
} from "./failpoints.ts"
import { openPlace } from "./opening.ts"
import { temporaryFolder } from "./places.ts"
import { freshStore } from "./postgres.ts"

const folder = temporaryFolder()
afterAll(folder.remove)

describe("程序在写入的某一处突然终止", { timeout: 60_000 }, () => {
  it("账库文件：没确认的或者整条都在，或者一点不在，逐处与预期相同", async () => {
    const file = join(folder.path, "store.db")
    await openPlace(file).close()
    let stored = 0
    for (const point of filePoints) stored = await endedAt(file, point, { round: 2, stored })
    expect(stored).toBe(filePoints.length + filePoints.filter(({ isStored }) => isStored).length)
  })

  it("PostgreSQL：同样，汇总数与事件同在同不在", async () => {
    const { location, remove } = await freshStore()
    const log = openPlace(location)
    await log.appendToStreams([])
    await log.close()
    let stored = 0
    for (const point of serverPoints) stored = await endedAt(location, point, { round: 1, stored })
    expect(stored).toBe(serverPoints.filter(({ isStored }) => isStored).length)
    await remove()
  })

  it("新建账库时：没有半个账库，下一个程序照常新建", async () => {
    for (const [index, point] of creationPoints.entries()) {
      await creationEndedAt(join(folder.path, `new-${index}.db`), point)
    }
  })

  it("升级旧账库时：要么没升级，要么升级完，事件逐字不变", async () => {
    for (const [index, point] of migrationPoints.entries()) {
      const file = join(folder.path, `old-${index}.db`)
      copyFileSync(join(import.meta.dirname, "fixtures", "layout-1.db"), file)
      await migrationEndedAt(file, point)
    }
  })
})
