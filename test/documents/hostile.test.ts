/** 恶意文件: each gets the answer that it should, and none takes long; memory is measured in test/deep/hostile.test.ts. */
import { readDisclosure } from "@juesuan/documents"
import { isFailure } from "effect/Result"
import { expect, test } from "vitest"
import { hostileFiles } from "./hostile/all.ts"

const seconds = 5

/** Those that are small to make and quick to answer; all are in the deep test. */
const quick = hostileFiles.filter(({ isQuick }) => isQuick === true)

test.each(quick)("$name", async ({ answers, bytes, name }) => {
  const before = process.cpuUsage()
  const read = await readDisclosure([{ name, bytes: bytes() }])
  const { system, user } = process.cpuUsage(before)
  expect(isFailure(read) ? read.failure.map(({ code }) => code).join() : "read").toBeOneOf([...answers])
  expect((system + user) / 1_000_000).toBeLessThan(seconds)
})
