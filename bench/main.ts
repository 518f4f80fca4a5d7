/** Every benchmark, one after the other, each in a process of its own. Fails on unequal results, never on time. */
import { spawnSync } from "node:child_process"
import { join } from "node:path"

const benchmarks = [
  "cold-start.ts",
  "append.ts",
  "verify.ts",
  "replay.ts",
  "read-pdf.ts",
  "audit-pdf.ts",
  "check.ts",
  "workbook.ts"
]
const failed = benchmarks.filter((file) => {
  console.log(`— ${file}`)
  return spawnSync(process.execPath, [join(import.meta.dirname, file)], { stdio: "inherit" }).status !== 0
})
if (failed.length > 0) {
  console.error(`failed: ${failed.join(", ")}`)
  process.exitCode = 1
}
