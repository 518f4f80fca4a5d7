/** R11 on a live database, at the size of every run: one hundred bits over the whole file. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { verifyLog } from "@juesuan/store"
import { afterAll, describe, expect, it } from "vitest"
import { deposited } from "../accounts.ts"
import { openFile } from "../opening.ts"
import { temporaryFolder } from "../places.ts"
import { type FlipOutcome, flipped } from "./flips.ts"

const folder = temporaryFolder()
afterAll(folder.remove)

describe("在用的账库翻转一位", () => {
  it("或拒绝，或发现，或结果完全相同；从不“不同而通过”", async () => {
    const intact = join(folder.path, "intact.db")
    const log = openFile(intact)
    for (let index = 0; index < 40; index += 1) {
      const batch = { stream: `流${index % 3}`, events: [deposited(`${index}.00`, `说明 ${index}`)] }
      await log.appendToStreams([batch], { actor: "会计", commandId: `c${index}` })
    }
    const { head } = await verifyLog(log)
    const expected = { exported: JSON.stringify(await log.readVerbatim()), witness: { head } }
    await log.close()
    const bits = readFileSync(intact).length * 8
    const counts: Record<FlipOutcome, number> = { refused: 0, found: 0, identical: 0, "different yet verified": 0 }
    for (let index = 0; index < 100; index += 1) {
      const bit = Math.floor((bits * (index + 0.37)) / 100)
      counts[await flipped(intact, join(folder.path, "flipped.db"), bit, expected)] += 1
    }
    expect(counts["different yet verified"]).toBe(0)
    expect(counts.found).toBeGreaterThan(20)
  })
})
