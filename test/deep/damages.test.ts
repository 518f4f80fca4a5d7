/**
 * R15 and R16 at full size: disks that are full at DISKS sizes (40), DAMAGES store files (500) damaged at random: heads,
 * pages zeroed or filled with noise, files cut, bytes changed, `-wal` cut or changed, files that are empty or no store.
 * Prints the figures that docs/assurance.md keeps.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { isStoreError } from "@juesuan/store"
import { afterAll, describe, expect, it } from "vitest"
import { deposited, type Recorded } from "../store/accounts.ts"
import { damages } from "../store/damages.ts"
import { diagnosed, storedIn } from "../store/diagnosing.ts"
import { filled } from "../store/filling.ts"
import { openFile, systemClock } from "../store/opening.ts"
import { allEvents, temporaryFolder } from "../store/places.ts"
import { chance } from "./chance.ts"
import { sizeOf } from "./sizes.ts"

const folder = temporaryFolder()
afterAll(folder.remove)

describe("R15", () => {
  it("磁盘在各种大小时写满", async () => {
    const disks = sizeOf("DISKS", 40)
    const stored = []
    for (let disk = 0; disk < disks; disk += 1) {
      const blocks = 260 + 37 * disk
      stored.push(await filled(blocks, join(folder.path, `full-${blocks}.db`)))
    }
    console.log("R15", { disks, stored: [Math.min(...stored), Math.max(...stored)] })
  })
})

/** What a reader of a damaged store is told: what was recorded, its beginning, or a refusal; never anything else. */
const readOf = async (file: string, events: ReadonlyArray<Recorded>): Promise<string> => {
  try {
    const log = openFile(file, systemClock, "read")
    try {
      const read = await allEvents(log)
      return JSON.stringify(read) === JSON.stringify(events.slice(0, read.length)) ? `${read.length}` : "different"
    } finally {
      await log.close()
    }
  } catch (error) {
    return isStoreError(error) ? "refused" : `internal: ${String(error)}`
  }
}

describe("R16", () => {
  it("任意损坏：说出病征，不写文件，救出的都是记过的；读出的与记过的不同，必有病征", async () => {
    const intact = join(folder.path, "intact.db")
    await storedIn(intact, 300)
    const log = openFile(intact)
    for (const amount of ["1.00", "2.00"])
      await log.appendToStreams([{ stream: "新", events: [deposited(amount)] }], { actor: "会计" })
    const events = await allEvents(log)
    const [content, wal] = [readFileSync(intact), readFileSync(`${intact}-wal`)]
    await log.close()
    const next = chance(16)
    const counts = { damaged: 0, named: 0, silent: 0, refused: 0, different: 0 }
    const kinds = Object.entries(damages)
    for (let run = 0; run < sizeOf("DAMAGES", 500); run += 1) {
      const [kind, damage] = kinds[run % kinds.length] ?? ["", () => undefined]
      const place = join(folder.path, `damaged-${run}`)
      mkdirSync(place)
      const file = join(place, "store.db")
      writeFileSync(file, content)
      writeFileSync(`${file}-wal`, wal)
      damage(file, next)
      const { ailments, intact: saved } = diagnosed(file, events)
      const read = await readOf(file, events)
      counts.damaged += 1
      if (read === "refused") counts.refused += 1
      if (ailments.length > 0) counts.named += 1
      else counts.silent += 1
      expect([kind, read]).toEqual([kind, expect.not.stringMatching(/^internal/u)])
      if (read === "different") counts.different += 1
      // What is not named must have harmed nothing.
      if (ailments.length === 0) expect([kind, saved, read]).toEqual([kind, events.length, String(events.length)])
      rmSync(place, { recursive: true })
    }
    console.log("R16", counts)
  })
})
