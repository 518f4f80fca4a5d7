/** How long the command line takes to answer, against bare node: the first help page, the version, a real question. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { inTurn, runOnce } from "./Timing.ts"

const rounds = 9
const commandLine = join(import.meta.dirname, "..", "packages", "cli", "dist", "juesuan.mjs")

const folder = mkdtempSync(join(tmpdir(), "juesuan-bench-"))
try {
  const store = `sqlite:${join(folder, "sample.db")}`
  const node = process.execPath
  runOnce(node, [commandLine, "sample", "--store", store])
  const bare = () => runOnce(node, ["-e", "0"])
  const cases: ReadonlyArray<readonly [string, ReadonlyArray<string>]> = [
    ["--version", ["--version"]],
    ["--help", ["--help"]],
    ["table 公开03 --json", ["table", "公开03", "--json", "--store", store]],
    ["explain 公开03/2010306/项目支出 --json", ["explain", "公开03/2010306/项目支出", "--json", "--store", store]]
  ]
  for (const [name, args] of cases) {
    const { first, ratio, second } = inTurn(rounds, () => runOnce(node, [commandLine, ...args]), bare)
    if (first.output === "") throw new Error(`${name} answered nothing`)
    console.log(
      `cold start  ${name}: ${(first.seconds * 1000).toFixed(0)} ms, bare node ${(second.seconds * 1000).toFixed(0)} ms, ratio ${ratio.toFixed(2)}`
    )
  }
} finally {
  rmSync(folder, { recursive: true })
}
