/**
 * Appends commands of three events over two streams, and says the number of each on stdout once it is acknowledged, until
 * it is killed. Arguments: store file, number of the first command.
 */
import { writeSync } from "node:fs"
import { flushCompileCache } from "node:module"
import { deposited } from "../accounts.ts"
import { openPlace } from "../opening.ts"

// Who is killed keeps nothing.
flushCompileCache()
const [file = "", first = "1"] = process.argv.slice(2)
const log = openPlace(file)
for (let number = Number(first); ; number += 1) {
  const note = String(number)
  await log.appendToStreams(
    [
      { stream: "a", events: [deposited("1.00", note), deposited("2.00", note)] },
      { stream: "b", events: [deposited("3.00", note)] }
    ],
    { actor: "会计", commandId: `c${number}` }
  )
  writeSync(1, `${number}\n`)
}
