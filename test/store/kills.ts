/**
 * R1: kills a program that appends, again and again on one store, and looks at the store after each time: what was
 * acknowledged is there, of what was not all or nothing, every hash holds, and the store opens at once.
 */
import { Quantities } from "@juesuan/domain"
import { verifyLog } from "@juesuan/store"
import { expect } from "vitest"
import type { Recorded } from "./accounts.ts"
import { type AccountLog, openPlace } from "./opening.ts"
import { allEvents } from "./places.ts"
import { killed, start } from "./programs.ts"

/** What the program `appender` (or `failing`) leaves: commands 1, 2, … of three events each, whole, in order. Answers how many. */
export const wholeCommands = async (log: AccountLog): Promise<number> => {
  const events = await allEvents(log)
  expect(events.length % 3, "events of half a command").toBe(0)
  events.forEach(({ id, position, data, metadata }, index) => {
    const number = Math.floor(index / 3) + 1
    const place = [`a@${number * 2 - 1}`, `a@${number * 2}`, `b@${number}`][index % 3]
    const found = [id, position, metadata.commandId, "note" in data && data.note]
    expect(found).toEqual([place, index + 1, `c${number}`, String(number)])
  })
  const commands = events.length / 3
  if (commands > 0) expect((await log.answered(`c${commands}`))?.events).toEqual(events.slice(-3))
  expect(await log.answered(`c${commands + 1}`)).toBeUndefined()
  expect((await verifyLog(log)).damages).toEqual([])
  await hasSums(log, events)
  return commands
}

/** Where a store keeps sums, they are those of its events. */
const hasSums = async (log: AccountLog, events: ReadonlyArray<Recorded>): Promise<void> => {
  const summed = await log.summed(["a", "b"])
  if (summed === undefined || events.length === 0) return
  const total = events.reduce(
    (sum, { data }) => Quantities.plusFen(sum, Quantities.fenOfText(data.amount)),
    Quantities.zeroFen
  )
  expect(summed.sums.map((sum) => [sum.total, sum.count])).toEqual([[total, events.length]])
}

/** Opens a store that a killed program left, within two seconds, and waits for what a server may still be doing for that program. */
const reopened = async (location: string): Promise<AccountLog> => {
  const before = performance.now()
  const log = openPlace(location)
  await log.appendToStreams([])
  expect(performance.now() - before).toBeLessThan(2000)
  return log
}

/** Kills so many times, each at a moment within `span` milliseconds after the first acknowledgement. Answers how many commands are stored. */
export const killTimes = async (times: number, location: string, span = 30): Promise<number> => {
  let stored = 0
  for (let kill = 0; kill < times; kill += 1) {
    const numbers = await killed(start("appender", location, String(stored + 1)), Math.random() * span)
    const acknowledged = numbers.at(-1) ?? stored
    const log = await reopened(location)
    const commands = await wholeCommands(log)
    await log.close()
    expect(commands, "acknowledged commands that are lost").toBeGreaterThanOrEqual(acknowledged)
    expect(commands, "commands that nobody sent").toBeLessThanOrEqual(acknowledged + 1)
    stored = commands
  }
  return stored
}
