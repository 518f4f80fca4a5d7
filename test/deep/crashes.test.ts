/**
 * R1 and R6 at full size, on a store file and on PostgreSQL. Sizes by environment: KILLS (1,000) and KILLS_POSTGRES (200),
 * WRITES (events of each of eight writers, 1,000) and WRITES_POSTGRES (250). Prints the figures that docs/assurance.md keeps.
 */
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { killTimes } from "../store/kills.ts"
import { temporaryFolder } from "../store/places.ts"
import { freshStore } from "../store/postgres.ts"
import { storedByWriters } from "../store/writers.ts"
import { sizeOf } from "./sizes.ts"

const folder = temporaryFolder()
afterAll(folder.remove)

/** A log that grows with every kill is read whole after each: a new one every fifty kills. */
const killsOfAStore = 50

const placesOf = [
  {
    name: "SQLite",
    kills: sizeOf("KILLS", 1000),
    writes: sizeOf("WRITES", 1000),
    fresh: async (name: string) => join(folder.path, `${name}.db`)
  },
  {
    name: "PostgreSQL",
    kills: sizeOf("KILLS_POSTGRES", 200),
    writes: sizeOf("WRITES_POSTGRES", 250),
    fresh: async () => (await freshStore()).location
  }
]

describe.each(placesOf)("$name", ({ fresh, kills, name, writes }) => {
  it("R1：强行终止", async () => {
    let commands = 0
    for (let done = 0; done < kills; done += killsOfAStore) {
      commands += await killTimes(Math.min(killsOfAStore, kills - done), await fresh(`kills-${done}`))
    }
    console.log("R1", name, { kills, commands, lost: 0 })
  })

  it.each([1, 50])("R6：八个程序同时写 %i 个流", async (streams) => {
    const stored = await storedByWriters(await fresh(`writers-${streams}`), { writers: 8, each: writes, streams })
    console.log("R6", name, { writers: 8, each: writes, streams, ...stored })
    expect(stored.events).toBe(8 * writes)
  })
})
