/**
 * Runs the command line as a user does, in a folder: the bundle that users run, in a thread of this process, which loads it
 * once; where the process itself is what matters (its streams, its environment, that it ends) as a process of its own.
 */
import { spawnSync } from "node:child_process"
import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads"
import type { Asked, Line } from "./thread.ts"

export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Made by `test/bundled.ts`. */
const entry = join(import.meta.dirname, "..", "..", "packages", "cli", "dist", "juesuan.mjs")

/** A folder that only one test writes to. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), "juesuan-cli-"))

type Environment = Readonly<Record<string, string | undefined>>

/** In Chinese unless the environment says otherwise. */
const environment = (env: Environment = {}): Environment => ({
  ...process.env,
  LANG: "zh_CN.UTF-8",
  LC_ALL: "",
  LC_MESSAGES: "",
  JUESUAN_ACTOR: "会计岗",
  ...env
})

/** `juesuan` with these arguments in a folder, as a process of its own. */
export const juesuanProcess = (
  folder: string,
  args: ReadonlyArray<string>,
  options: { readonly input?: string; readonly env?: Environment } = {}
): Outcome => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [entry, ...args], {
    cwd: folder,
    encoding: "utf8",
    input: options.input ?? "",
    maxBuffer: 1 << 26,
    env: environment(options.env)
  })
  return { code: status, stdout, stderr }
}

/** The thread that runs commands, started where it is first needed; a command that takes longer than this hangs. */
const patienceMs = 120_000
let thread: ((asked: Asked) => Outcome) | undefined

const started = (): ((asked: Asked) => Outcome) => {
  const { port1, port2 } = new MessageChannel()
  const answered = new Int32Array(new SharedArrayBuffer(4))
  const workerData: Line = { entry: pathToFileURL(entry).href, answers: port2, answered }
  const worker = new Worker(new URL("./thread.ts", import.meta.url), { workerData, transferList: [port2] })
  worker.unref()
  return (asked) => {
    const before = Atomics.load(answered, 0)
    worker.postMessage(asked, [])
    if (Atomics.wait(answered, 0, before, patienceMs) === "timed-out")
      throw new Error(`no answer: ${asked.args.join(" ")}`)
    return receiveMessageOnPort(port1)?.message as Outcome
  }
}

/** `juesuan` with these arguments in a folder. */
export const juesuan = (
  folder: string,
  args: ReadonlyArray<string>,
  options: { readonly env?: Environment } = {}
): Outcome => {
  thread ??= started()
  const here = process.cwd()
  process.chdir(folder)
  try {
    return thread({ args, env: environment(options.env) })
  } finally {
    process.chdir(here)
  }
}

/** The JSON that a command answered. */
export const jsonOf = <Answer>(outcome: Outcome): Answer => {
  if (outcome.code !== 0) throw new Error(`exit ${outcome.code}: ${outcome.stderr}`)
  return JSON.parse(outcome.stdout) as Answer
}
