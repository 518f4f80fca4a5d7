/** R2 at full size: every named point again and again, at another command each time. SEEDS (20) says how often. */
import { copyFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import {
  type AppendPoint,
  creationEndedAt,
  creationPoints,
  endedAt,
  filePoints,
  migrationEndedAt,
  migrationPoints,
  serverPoints
} from "../store/failpoints.ts"
import { openPlace } from "../store/opening.ts"
import { temporaryFolder } from "../store/places.ts"
import { freshStore } from "../store/postgres.ts"
import { sizeOf } from "./sizes.ts"

const folder = temporaryFolder()
afterAll(folder.remove)
const seeds = sizeOf("SEEDS", 20)

/** Every point in the `seed`-th to twelfth command of a program, all on one store. */
const everyPoint = async (location: string, points: ReadonlyArray<AppendPoint>): Promise<number> => {
  const log = openPlace(location)
  await log.appendToStreams([])
  await log.close()
  let stored = 0
  for (let seed = 0; seed < seeds; seed += 1) {
    for (const point of points) stored = await endedAt(location, point, { round: 1 + ((seed * 5) % 12), stored })
  }
  return stored
}

describe("R2", () => {
  it("账库文件", async () => {
    const stored = await everyPoint(join(folder.path, "store.db"), filePoints)
    console.log("R2 SQLite", { points: filePoints.length, seeds, stored })
    expect(stored).toBeGreaterThan(0)
  })

  it("PostgreSQL", async () => {
    const { location, remove } = await freshStore()
    const stored = await everyPoint(location, serverPoints)
    await remove()
    console.log("R2 PostgreSQL", { points: serverPoints.length, seeds, stored })
    expect(stored).toBeGreaterThan(0)
  })

  it("新建与升级", async () => {
    for (let seed = 0; seed < seeds; seed += 1) {
      for (const [index, point] of creationPoints.entries()) {
        await creationEndedAt(join(folder.path, `new-${seed}-${index}.db`), point)
      }
      for (const [index, point] of migrationPoints.entries()) {
        const file = join(folder.path, `old-${seed}-${index}.db`)
        copyFileSync(join(import.meta.dirname, "..", "store", "fixtures", "layout-1.db"), file)
        const count = point.statement === "leaf_of" ? 1 + (seed % 24) : point.count
        await migrationEndedAt(file, { ...point, count })
      }
    }
    console.log("R2 creation and migration", { points: creationPoints.length + migrationPoints.length, seeds })
  })
})
