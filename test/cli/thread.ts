/**
 * 在线程里运行命令行: the entry of the bundle that users run, run again and again in one thread, so that it is loaded once.
 * Whoever asks waits for the answer and does nothing else meanwhile: `juesuan.ts`.
 */
import { parentPort, type MessagePort, workerData } from "node:worker_threads"
import type { Outcome } from "./juesuan.ts"

export interface Asked {
  readonly args: ReadonlyArray<string>
  readonly env: Readonly<Record<string, string | undefined>>
}

export interface Line {
  readonly entry: string
  readonly answers: MessagePort
  /** One number: how many answers were given. */
  readonly answered: Int32Array
}

const { answered, answers, entry } = workerData as Line

/** What is written to a stream, for as long as a command runs. */
const written = (stream: NodeJS.WriteStream) => {
  const parts: Array<Buffer> = []
  stream.write = (chunk: string | Uint8Array, ...rest: ReadonlyArray<unknown>): boolean => {
    parts.push(Buffer.from(chunk as string))
    const done = rest.find((each) => typeof each === "function")
    if (done !== undefined) queueMicrotask(done as () => void)
    return true
  }
  return () => Buffer.concat(parts).toString("utf8")
}

const become = (env: Asked["env"]): void => {
  for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name]
  for (const [name, value] of Object.entries(env)) if (value !== undefined) process.env[name] = value
}

let runs = 0

const run = async ({ args, env }: Asked): Promise<Outcome> => {
  const [stdout, stderr] = [written(process.stdout), written(process.stderr)]
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners("error")
  for (const signal of ["SIGINT", "SIGTERM"]) process.removeAllListeners(signal)
  become(env)
  process.argv = [process.execPath, entry, ...args]
  process.exitCode = undefined
  runs += 1
  try {
    await import(`${entry}?${runs}`)
  } catch (error) {
    return { code: 1, stdout: stdout(), stderr: `${stderr()}${String(error)}` }
  }
  return { code: Number(process.exitCode ?? 0), stdout: stdout(), stderr: stderr() }
}

parentPort?.on("message", async (asked: Asked) => {
  answers.postMessage(await run(asked), [])
  Atomics.add(answered, 0, 1)
  Atomics.notify(answered, 0)
})
