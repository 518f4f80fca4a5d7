/** Appends so many times, one event each, and ends. Arguments: store file, how often. */
import { deposits } from "../accounts.ts"
import { openFile } from "../opening.ts"

const [file = "", times = "0"] = process.argv.slice(2)
const log = openFile(file)
for (let time = 0; time < Number(times); time += 1) {
  await log.appendToStreams([{ stream: "a", events: deposits(1) }], { actor: "会计" })
}
await log.close()
