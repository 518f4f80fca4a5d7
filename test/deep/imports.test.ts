/**
 * 损坏的导入文件 at full size: as test/app/damaged-imports.test.ts, JUESUAN_DEEP_COPIES damaged copies of each kind (20,000).
 * Prints how many were refused with nothing stored, and how many stored whole.
 */
import { it } from "vitest"
import { importFiles, outcomeOf } from "../app/damaged-imports.ts"
import { damagedCopies } from "../documents/Damaged.ts"
import { sizeOf } from "./sizes.ts"

const copies = sizeOf("JUESUAN_DEEP_COPIES", 20_000)
const seed = sizeOf("JUESUAN_DEEP_SEED", 1)

it.each(Object.entries(importFiles))("%s", async (name, { isEmpty, make }) => {
  const whole = await make()
  const counts = { refused: 0, stored: 0 }
  for (const bytes of damagedCopies(whole, seed, copies)) counts[await outcomeOf(bytes, isEmpty)] += 1
  console.log(name, JSON.stringify(counts))
})
