/** R15: a program that appends until no more fits, and what it leaves. */
import { expect } from "vitest"
import { deposits } from "./accounts.ts"
import { openFile } from "./opening.ts"
import { allEvents } from "./places.ts"
import { answerOf, startLimited } from "./programs.ts"

/**
 * Fills a store that may take so many blocks of 512 bytes: what was refused is said to be refused for want of space, what
 * was acknowledged is all there, and once there is space again the log goes on. Answers how many events were stored.
 */
export const filled = async (blocks: number, file: string): Promise<number> => {
  await openFile(file).close()
  const { acknowledged, refusals, readable } = await answerOf<{
    readonly acknowledged: number
    readonly refusals: ReadonlyArray<unknown>
    readonly readable: number
  }>(startLimited(blocks, "filler", file))
  for (const refused of refusals) {
    expect(refused).toEqual({
      tag: "StoreUnavailable",
      reason: expect.stringMatching(/^(?:InputOutput|DiskFull)$/u)
    })
  }
  expect(readable).toBe(acknowledged)
  const log = openFile(file)
  expect(await log.lastPosition()).toBe(acknowledged)
  const batch = { stream: "a", expectedVersion: acknowledged, events: deposits(1) }
  await log.appendToStreams([batch], { actor: "会计" })
  expect(await allEvents(log)).toHaveLength(acknowledged + 1)
  await log.close()
  return acknowledged
}
