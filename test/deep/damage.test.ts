/**
 * 损坏的文件 at full size: as test/documents/published/damage.test.ts, JUESUAN_DEEP_COPIES damaged copies of each format
 * (20,000). Prints how many were refused, said to be incomplete, and read whole.
 */
import { readRaw } from "@juesuan/documents"
import { isFailure } from "effect/Result"
import { expect, it } from "vitest"
import { damagedCopies, makers } from "../documents/Damaged.ts"
import { lostOf } from "../documents/losses.ts"
import { sizeOf } from "./sizes.ts"

const copies = sizeOf("JUESUAN_DEEP_COPIES", 20_000)
const seed = sizeOf("JUESUAN_DEEP_SEED", 1)

it.each(Object.entries(makers))("%s", async (name, make) => {
  const whole = await make()
  const counts = { refused: 0, incomplete: 0, read: 0 }
  const lost: Array<string> = []
  for (const bytes of damagedCopies(whole, seed, copies)) {
    const answer = await readRaw({ name, bytes })
    if (isFailure(answer)) counts.refused += 1
    else {
      if (answer.success.unread.length > 0) counts.incomplete += 1
      else counts.read += 1
      const loss = lostOf(answer.success, whole, bytes)
      if (loss !== "") lost.push(`${loss} ${Buffer.from(bytes).toString("base64").slice(0, 3_000)}`)
    }
  }
  console.log(name, JSON.stringify(counts), `${lost.length} lost in silence`)
  expect(lost.slice(0, 3)).toEqual([])
})
