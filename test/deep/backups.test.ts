/** R17 at full size: COPIES (200) copies of a store file, ten of each of the logs that two writers go on writing. */
import { mkdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { addKey } from "@juesuan/store"
import { afterAll, expect, it } from "vitest"
import { copiedWhileWriting } from "../app/copies.ts"
import { temporaryFolder } from "../store/places.ts"
import { sizeOf } from "./sizes.ts"

const folder = temporaryFolder()
afterAll(folder.remove)

it("R17：边写边备份，恢复后都是日志的开头", async () => {
  const copies = sizeOf("COPIES", 200)
  const [most, each] = [Math.ceil(copies / 10), Math.min(10, copies)]
  let events = 0
  for (let round = 0; round < most; round += 1) {
    const place = join(folder.path, String(round))
    mkdirSync(place)
    await addKey(join(place, "keys"), "财政局", "ed25519")
    const names = Array.from({ length: each }, (_, index) => `copy-${index}`)
    events += await copiedWhileWriting(place, names)
    rmSync(place, { recursive: true })
  }
  console.log("R17", { copies: most * each, events })
  expect(events).toBeGreaterThan(copies)
})
