/** 损坏的导入文件: stored whole, or refused in words with nothing stored; test/deep/imports.test.ts tries more. */
import { expect, test } from "vitest"
import { damagedCopies } from "../documents/Damaged.ts"
import { importFiles, outcomeOf } from "./damaged-imports.ts"

test.each(Object.entries(importFiles))("%s：截断、翻转、缺失和重复", async (_, { isEmpty, make }) => {
  const whole = await make()
  expect(await outcomeOf(whole, isEmpty)).toBe("stored")
  const outcomes = new Set<string>()
  for (const bytes of damagedCopies(whole, 20_261_126, 50)) outcomes.add(await outcomeOf(bytes, isEmpty))
  expect(outcomes).toContain("refused")
})
