/**
 * Appends events one by one with the version it has read, as fast as it can, together with other programs that do the
 * same. Says at the end what was acknowledged, how often it lost, and every error that was no conflict.
 *
 * Arguments: store file, name of this writer, number of events, streams (comma-separated), time to start at (ms).
 */
import { setTimeout as sleep } from "node:timers/promises"
import { ConcurrencyConflict } from "@juesuan/store"
import { deposited } from "../accounts.ts"
import { openPlace } from "../opening.ts"

const [file = "", name = "", count = "0", streams = "a", startAt = "0"] = process.argv.slice(2)
const names = streams.split(",")
const acknowledged: Array<string> = []
const errors: Array<string> = []
let conflicts = 0

await sleep(Math.max(0, Number(startAt) - Date.now()))
const log = openPlace(file)
while (acknowledged.length < Number(count) && errors.length === 0) {
  const stream = names[(acknowledged.length + conflicts) % names.length] ?? "a"
  const expectedVersion = await log.streamVersion(stream)
  const note = `${name}-${acknowledged.length}`
  try {
    const { events } = await log.appendToStreams([{ stream, expectedVersion, events: [deposited("1.00", note)] }], {
      actor: name
    })
    acknowledged.push(...events.map(({ id }) => `${id} ${note}`))
  } catch (error) {
    if (error instanceof ConcurrencyConflict) conflicts += 1
    else errors.push(String(error))
  }
}
await log.close()
process.stdout.write(JSON.stringify({ acknowledged, conflicts, errors }))
