/** 终端: stdout is the result and nothing else; progress and messages go to stderr, progress only where somebody watches. */
import type { ProgressReport } from "@juesuan/app"
import type { Language } from "./Language.ts"

const works = {
  replay: ["重放", "replaying"],
  import: ["导入", "importing"],
  export: ["导出", "exporting"],
  audit: ["审核", "auditing"]
} as const
const redrawMs = 100

/** Writes to stdout and waits until it is taken, so that a long export does not pile up in memory. */
export const print = (text: string | Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
  })

/** A reader that goes away (`juesuan log | head`) is no error. */
export const endQuietlyWithReader = (): void => {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0)
    throw error
  })
}

/** 进度 on a terminal: one line, redrawn at most ten times a second, wiped when the work is done. */
export const progressOnTerminal = (language: Language): ((report: ProgressReport) => void) => {
  if (!process.stderr.isTTY) return () => undefined
  const started = performance.now()
  let drawn = started
  return ({ done, total, work }) => {
    const now = performance.now()
    if (done >= total && drawn !== started) process.stderr.write("\r\u001b[K")
    if (done >= total || now - drawn < redrawMs) return
    drawn = now
    const percent = total === 0 ? 100 : Math.floor((done / total) * 100)
    process.stderr.write(`\r\u001b[K${works[work][language === "zh" ? 0 : 1]} ${done} / ${total} (${percent}%)`)
  }
}

/** 进度 where it was asked for and nobody looks at a terminal: a line a step. */
export const progressLines =
  (language: Language): ((report: ProgressReport) => void) =>
  ({ done, total, work }) => {
    process.stderr.write(`${works[work][language === "zh" ? 0 : 1]} ${done} / ${total}\n`)
  }
