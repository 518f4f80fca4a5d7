// Runs one suite: `unit` (after the types and the lint gate), `system` or `deep`. Arguments after it go to vitest.
// Leaves what it counted in .cache/results/<suite>.json as {"passed","failed","skipped"}: gates count as tests do.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { cache, root, run, tool } from "./workspace.mjs"

const gates = {
  unit: [
    ["types", "tsc", ["-b"]],
    ["lint", "oxlint", ["--deny-warnings"]],
    ["dead code", "knip", []]
  ],
  system: [],
  deep: []
}
const [suite = "unit", ...args] = process.argv.slice(2)
const projects = (suite === "deep" ? ["deep", "properties"] : [suite]).map((name) => `--project=${name}`)
if (!(suite in gates)) throw new Error(`no such suite: ${suite} (unit, system, deep)`)

const results = join(cache, "results")
const countsFile = join(results, `${suite}.json`)
const reportFile = join(results, `${suite}-vitest.json`)
mkdirSync(results, { recursive: true })
for (const file of [countsFile, reportFile]) rmSync(file, { force: true })

const counts = { passed: 0, failed: 0, skipped: 0 }
for (const [name, command, options] of gates[suite]) {
  console.log(`> ${name}: ${command} ${options.join(" ")}`)
  const code = await run(tool(command), options, { cwd: root })
  console.log(code === 0 ? `  ${name}: passed` : `  ${name}: FAILED`)
  counts[code === 0 ? "passed" : "failed"] += 1
}

const files = suite === "unit" ? undefined : testFiles(join(root, "test", suite))
if (files?.length === 0) console.log(`${suite}: no suite exists yet (test/${suite} has no *.test.ts)`)
else {
  if (files) console.log(`${suite}: ${files.join(", ")}`)
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`]
  const code = await run(tool("vitest"), ["run", ...projects, ...reporters, ...args], { cwd: root })
  addReport(code)
}
writeFileSync(countsFile, JSON.stringify(counts))
process.exitCode = counts.failed === 0 ? 0 : 1

/** Adds what vitest reports. A file that did not load has no tests to fail: it counts as one failure itself. */
function addReport(code) {
  const report = readReport()
  const unloaded = report?.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0)
  const failed = (report?.numFailedTests ?? 0) + (unloaded?.length ?? 0)
  counts.passed += report?.numPassedTests ?? 0
  counts.skipped += (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  const ranNothing = report === undefined || report.numTotalTests === 0
  counts.failed += code !== 0 || ranNothing ? Math.max(failed, 1) : failed
}

function readReport() {
  try {
    return JSON.parse(readFileSync(reportFile, "utf8"))
  } catch {
    return undefined
  }
}

function testFiles(folder) {
  try {
    return readdirSync(folder, { recursive: true })
      .filter((name) => name.endsWith(".test.ts"))
      .sort()
  } catch {
    return []
  }
}
