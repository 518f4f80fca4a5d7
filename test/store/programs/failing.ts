/**
 * Appends as `appender` does and ends itself (SIGKILL) at a named point of its work, also while it opens the store.
 * Arguments: store, number of the first command, before|after, beginning of the statement, how many of these it gets to.
 */
import { writeSync } from "node:fs"
import { flushCompileCache } from "node:module"
import { deposited } from "../accounts.ts"
import { atPoint, intercept } from "../interception.ts"
import { openPlace } from "../opening.ts"

// Who is killed keeps nothing.
flushCompileCache()
const [location = "", first = "1", when = "before", statement = "", count = "1"] = process.argv.slice(2)
const point = { when: when === "before" ? ("before" as const) : ("after" as const), statement, count: Number(count) }
const interceptor = atPoint(point, () => process.kill(process.pid, "SIGKILL"))
intercept(interceptor)
const log = openPlace(location)
for (let number = Number(first); ; number += 1) {
  const note = String(number)
  await log.appendToStreams(
    [
      { stream: "a", events: [deposited("1.00", note), deposited("2.00", note)] },
      { stream: "b", events: [deposited("3.00", note)] }
    ],
    { actor: "会计", commandId: `c${number}` }
  )
  interceptor.before("acknowledge")
  writeSync(1, `${number}\n`)
  interceptor.after("acknowledge")
}
