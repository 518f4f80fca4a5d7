/** PDF: read in a thread of its own that is stopped when it takes too long or too much. */
import * as Result from "effect/Result"
import { getCompileCacheDir } from "node:module"
import { dirname, extname } from "node:path"
import { Worker } from "node:worker_threads"
import type { Fault } from "../../../read/Fault.ts"
import type { RawDocument } from "../../RawDocument.ts"
import { readingLimits } from "../reading-limits.ts"
import { type RefusalReason, refused } from "../refusals.ts"
import type { ThreadAnswer, ThreadMessage } from "./reading-thread.ts"

const thread = new URL(`reading-thread${extname(import.meta.url)}`, import.meta.url)

/** A thread that has read a file well waits for the next one; it keeps no process alive. */
let idle: Worker | undefined

/** The folder in which the program that reads keeps what is compiled; undefined where it does not. */
const compiledKept = (): string | undefined => {
  const folder = getCompileCacheDir()
  return folder && dirname(folder)
}

/** A thread that dies while it waits is not used again, and takes nothing with it. */
const started = (): Worker => {
  const worker = new Worker(thread, {
    resourceLimits: { maxOldGenerationSizeMb: readingLimits.heap },
    stdout: true,
    stderr: true,
    execArgv: [],
    workerData: compiledKept()
  })
  const forget = (): void => {
    if (idle === worker) idle = undefined
  }
  return worker.on("error", forget).on("exit", forget)
}

const reasonOf = ({ code }: Error & { readonly code?: string }): RefusalReason =>
  code === "ERR_WORKER_OUT_OF_MEMORY" ? "ReadingTooMuch" : "FileDamaged"

/** How often a thread at work is looked at. */
const watchMs = 40

/** Seconds of computing of a thread; none of one that has not begun or has ended. */
const computedBy = (worker: Worker): Promise<number> =>
  worker.cpuUsage().then(
    ({ system, user }) => (system + user) / 1_000_000,
    () => 0
  )

/** Bytes that a thread holds: its heap, and what stands outside of it. Other work of the process is not counted. */
const heldBy = (worker: Worker): Promise<number> =>
  worker.getHeapStatistics().then(
    (heap) => heap.total_heap_size + heap.malloced_memory + heap.external_memory,
    () => 0
  )

/**
 * Looks at a thread at work until it is told to stop: whether it computes too long without finishing a page, takes too long
 * in all, or holds too much memory.
 */
const watch = (worker: Worker, stop: (reason: RefusalReason) => void) => {
  const startedAt = performance.now()
  const atStart = computedBy(worker)
  let atLastPage = atStart
  const look = async (): Promise<void> => {
    if (performance.now() - startedAt > readingLimits.waitSeconds * 1_000) stop("ReadingTooLong")
    if ((await heldBy(worker)) > readingLimits.memory * 1024 * 1024) stop("ReadingTooMuch")
    const computed = await computedBy(worker)
    if (computed - (await atStart) > readingLimits.seconds) stop("ReadingTooLong")
    if (computed - (await atLastPage) > readingLimits.pageSeconds) stop("ReadingTooLong")
  }
  const timer = setInterval(() => void look(), watchMs)
  return {
    onPage: () => {
      atLastPage = computedBy(worker)
    },
    end: () => clearInterval(timer)
  }
}

/**
 * Gives a file to a thread and waits for its answer, or until it has to be stopped. A thread that did not answer is not used
 * again. What it prints is not shown.
 */
const answerOf = (bytes: Uint8Array): Promise<ThreadAnswer> =>
  new Promise((resolve) => {
    const worker = idle ?? started()
    idle = undefined
    worker.ref()
    let isDone = false
    const finish = (answer: ThreadAnswer, isWell: boolean): void => {
      // A look at the thread that was under way may end after the thread has answered, and be at another file.
      if (isDone) return
      isDone = true
      watching.end()
      worker.off("message", onMessage).off("error", onError).off("exit", onExit)
      if (isWell && idle === undefined) {
        worker.unref()
        idle = worker
      } else void worker.terminate()
      resolve(answer)
    }
    const watching = watch(worker, (reason) => finish({ refused: reason }, false))
    const onMessage = (message: ThreadMessage): void => {
      if (typeof message === "number") watching.onPage()
      else finish(message, true)
    }
    const onError = (error: Error): void => finish({ refused: reasonOf(error) }, false)
    const onExit = (): void => finish({ refused: "FileDamaged" }, false)
    worker.on("message", onMessage).on("error", onError).on("exit", onExit)
    worker.postMessage(Uint8Array.from(bytes), [])
  })

let reading = 0
const waiting: Array<() => void> = []

/** A few files at a time; the others wait for their turn. */
const inTurn = async <A>(read: () => Promise<A>): Promise<A> => {
  if (reading < readingLimits.threads) reading += 1
  else await new Promise<void>((begin) => waiting.push(begin))
  try {
    return await read()
  } finally {
    const next = waiting.shift()
    if (next === undefined) reading -= 1
    else next()
  }
}

/** A PDF as paragraphs and grids. */
export const readPdf = async (
  name: string,
  bytes: Uint8Array
): Promise<Result.Result<RawDocument, ReadonlyArray<Fault>>> => {
  const answer = await inTurn(() => answerOf(bytes))
  if ("refused" in answer) return Result.fail([refused(name, answer.refused)])
  return Result.succeed({ name, format: "pdf", ...answer })
}
