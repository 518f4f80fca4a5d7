/**
 * Opens stores that do not exist yet, each at a moment at which other programs do the same, and appends one event to each.
 * Arguments: folder, name of this program, number of stores, time to start at (ms), time between stores (ms).
 */
import { setTimeout as sleep } from "node:timers/promises"
import { join } from "node:path"
import { deposited } from "../accounts.ts"
import { openPlace } from "../opening.ts"

const [folder = "", name = "", count = "0", startAt = "0", pause = "0"] = process.argv.slice(2)
const acknowledged: Array<string> = []
for (let index = 0; index < Number(count); index += 1) {
  const moment = Number(startAt) + index * Number(pause)
  await sleep(Math.max(0, moment - Date.now() - 3))
  while (Date.now() < moment);
  const log = openPlace(join(folder, `${index}.db`))
  await log.appendToStreams([{ stream: "a", events: [deposited("1.00", name)] }], { actor: name })
  acknowledged.push(`${index} ${name}`)
  await log.close()
}
process.stdout.write(JSON.stringify({ acknowledged }))
