/**
 * 损坏的文件: damaged copies of small files are read whole, or refused in words, or said to be incomplete; never is something
 * lost in silence, and never is there an exception.
 */
import { type RawDocument, readRaw } from "@juesuan/documents"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import { damagedCopies, makers } from "../Damaged.ts"
import { lostOf } from "../losses.ts"

const rounds = 50
const seed = 20_251_125

const read = async (name: string, bytes: Uint8Array): Promise<RawDocument | string> => {
  const answer = await readRaw({ name, bytes })
  if (Result.isSuccess(answer)) return answer.success
  for (const { code, says } of answer.failure) {
    expect(code).toMatch(/^[A-Z][A-Za-z]+$/u)
    expect(says.zh.startsWith(name)).toBe(true)
  }
  return answer.failure.map(({ code }) => code).join()
}

describe("截断、翻转、缺失和重复", () => {
  test.each(Object.keys(makers))("%s：读全，或者说明", async (name) => {
    const whole = (await makers[name]?.()) ?? new Uint8Array()
    let noticed = 0
    for (const bytes of damagedCopies(whole, seed, rounds)) {
      const document = await read(name, bytes)
      if (typeof document === "string" || document.unread.length > 0) noticed += 1
      if (typeof document !== "string") expect(lostOf(document, whole, bytes)).toBe("")
    }
    expect(noticed).toBeGreaterThan(0)
  })

  test("好的文件都读得全", async () => {
    for (const [name, make] of Object.entries(makers)) {
      const whole = await make()
      const document = await read(name, whole)
      expect(typeof document === "string" ? document : document.unread).toEqual([])
      expect(typeof document === "string" ? document : lostOf(document, whole, whole)).toBe("")
    }
  })
})
