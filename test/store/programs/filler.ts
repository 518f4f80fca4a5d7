/**
 * Appends until it is refused for want of space, then asks the log what it has. Says what was acknowledged, what refused
 * it and what it reads then. Run under a limit on the size of files. Argument: store file.
 */
import { isStoreError } from "@juesuan/store"
import { deposited } from "../accounts.ts"
import { openPlace } from "../opening.ts"

const log = openPlace(process.argv[2] ?? "")
let acknowledged = 0
const refusals: Array<unknown> = []
while (refusals.length < 3) {
  try {
    await log.appendToStreams([{ stream: "a", events: [deposited("1.00", "x".repeat(3000)), deposited("2.00")] }], {
      actor: "会计"
    })
    acknowledged += 2
  } catch (error) {
    refusals.push(
      isStoreError(error) ? { tag: error._tag, ...("reason" in error && { reason: error.reason }) } : String(error)
    )
  }
}
const readable = (await log.readAll({ limit: 10_000 })).length
process.stdout.write(JSON.stringify({ acknowledged, refusals, readable }))
await log.close().catch(() => undefined)
