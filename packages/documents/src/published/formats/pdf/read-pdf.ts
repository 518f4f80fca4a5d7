/** PDF: read in a thread of its own that is stopped when it takes too long or too much. */
import * as Result from "effect/Result"
import { extname } from "node:path"
import { Worker } from "node:worker_threads"
import type { Fault } from "../../../read/Fault.ts"
import type { RawDocument } from "../../RawDocument.ts"
import { readingLimits } from "../reading-limits.ts"
import { type RefusalReason, refused } from "../refusals.ts"
import type { ThreadAnswer } from "./reading-thread.ts"

const thread = new URL(`reading-thread${extname(import.meta.url)}`, import.meta.url)

/** A thread that has read a file well waits for the next one; it keeps no process alive. */
let idle: Worker | undefined

/** A thread that dies while it waits is not used again, and takes nothing with it. */
const started = (): Worker => {
  const worker = new Worker(thread, {
    resourceLimits: { maxOldGenerationSizeMb: readingLimits.heap },
    stdout: true,
    stderr: true,
    execArgv: []
  })
  const forget = (): void => {
    if (idle === worker) idle = undefined
  }
  return worker.on("error", forget).on("exit", forget)
}

const reasonOf = ({ code }: Error & { readonly code?: string }): RefusalReason =>
  code === "ERR_WORKER_OUT_OF_MEMORY" ? "ReadingTooMuch" : "FileDamaged"

/**
 * Gives a file to a thread and waits for its answer, its end or the end of its time. A thread that did not answer is
 * stopped and not used again. What it prints is not shown.
 */
const answerOf = (bytes: Uint8Array): Promise<ThreadAnswer> =>
  new Promise((resolve) => {
    const worker = idle ?? started()
    idle = undefined
    worker.ref()
    const finish = (answer: ThreadAnswer, isWell: boolean): void => {
      clearTimeout(timer)
      worker.off("message", onMessage).off("error", onError).off("exit", onExit)
      if (isWell && idle === undefined) {
        worker.unref()
        idle = worker
      } else void worker.terminate()
      resolve(answer)
    }
    const timer = setTimeout(() => finish({ refused: "ReadingTooLong" }, false), readingLimits.seconds * 1_000)
    const onMessage = (answer: ThreadAnswer): void => finish(answer, true)
    const onError = (error: Error): void => finish({ refused: reasonOf(error) }, false)
    const onExit = (): void => finish({ refused: "FileDamaged" }, false)
    worker.on("message", onMessage).on("error", onError).on("exit", onExit)
    worker.postMessage(Uint8Array.from(bytes), [])
  })

/** A PDF as paragraphs and grids. */
export const readPdf = async (
  name: string,
  bytes: Uint8Array
): Promise<Result.Result<RawDocument, ReadonlyArray<Fault>>> => {
  const answer = await answerOf(bytes)
  if ("refused" in answer) return Result.fail([refused(name, answer.refused)])
  return Result.succeed({ name, format: "pdf", ...answer })
}
