/** The whole command `juesuan audit` on a published PDF of thirty pages, against a program that takes its text with pdf.js alone. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pages, pdfWithTables, rows } from "./pdf-file.ts"
import { inTurn, runOnce } from "./Timing.ts"

const rounds = 9
const commandLine = join(import.meta.dirname, "..", "packages", "cli", "dist", "juesuan.mjs")
const textAlone = join(import.meta.dirname, "programs", "pdf-text.ts")
/** Of `juesuan audit`: what the file says does not hold, or was not all understood. */
const verdicts = [0, 6, 7]

const folder = mkdtempSync(join(tmpdir(), "juesuan-bench-"))
try {
  for (const [name, every] of [
    ["half tables", 2],
    ["all tables", 1]
  ] as const) {
    const file = join(folder, `${every}.pdf`)
    writeFileSync(file, pdfWithTables(every))
    const audit = () => runOnce(process.execPath, [commandLine, "audit", file, "--json"], verdicts)
    const text = () => runOnce(process.execPath, [textAlone, file])
    const { first, ratio, second } = inTurn(rounds, audit, text)
    const { document } = JSON.parse(first.output) as {
      document: { files: [{ pages: number }]; tables: Array<unknown> }
    }
    const items = Number(second.output)
    if (document.files[0].pages !== pages || document.tables.length === 0 || items < pages * rows)
      throw new Error(`${name}: not all of the file was read`)
    console.log(
      `audit a PDF  ${pages} pages, ${name}: ${(first.seconds * 1000).toFixed(0)} ms, text by pdf.js alone ${(second.seconds * 1000).toFixed(0)} ms, ratio ${ratio.toFixed(2)}`
    )
  }
} finally {
  rmSync(folder, { recursive: true })
}
