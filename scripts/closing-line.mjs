// Adds up what the suites named left in .cache/results and closes with `N passed, N failed, N skipped` alone on a line.
// A suite that left nothing did not run to its end: it counts as one failure. Node 20 runs this file.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { cache } from "./workspace.mjs"

const total = { passed: 0, failed: 0, skipped: 0 }
for (const suite of process.argv.slice(2)) {
  const counts = countsOf(suite)
  for (const kind of Object.keys(total)) total[kind] += counts[kind]
}
const nothingRan = total.passed + total.failed === 0
if (nothingRan) total.failed = 1

const skipped = total.skipped === 0 ? "" : `, ${total.skipped} skipped`
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed === 0 ? 0 : 1

function countsOf(suite) {
  try {
    return JSON.parse(readFileSync(join(cache, "results", `${suite}.json`), "utf8"))
  } catch {
    process.stderr.write(`${suite}: the suite did not run to its end\n`)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}
