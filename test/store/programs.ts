/** Runs the programs under `programs/` in processes of their own. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../..", import.meta.url))
const file = (name: string) => join(root, "test", "dist", "programs", `${name}.mjs`)

/** They run as `scripts/bundle-programs.mjs` bundles them, made anew where a source has changed. */
const { status, stderr } = spawnSync(process.execPath, [join(root, "scripts", "bundle-programs.mjs")], {
  encoding: "utf8"
})
if (status !== 0) throw new Error(`the programs were not bundled: ${stderr}`)

/** Programs are started by the hundred: what Node compiles of them is kept. */
const compiled = join(tmpdir(), "juesuan-test-programs")

const started = (command: string, args: ReadonlyArray<string>): ChildProcess =>
  spawn(command, args, {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled }
  })

/** Runs a program to its end and parses what it says. */
export const answerOf = async <Answer>(child: ChildProcess): Promise<Answer> => {
  let text = ""
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk
  })
  const [code] = await once(child, "close")
  if (code !== 0) throw new Error(`the program ended with ${code}: ${text}`)
  return JSON.parse(text)
}

export const start = (name: string, ...args: ReadonlyArray<string>): ChildProcess =>
  started(process.execPath, [file(name), ...args])

/** The same where no file may become larger than so many blocks of 512 bytes. */
export const startLimited = (blocks: number, name: string, ...args: ReadonlyArray<string>): ChildProcess =>
  started("sh", ["-c", `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, file(name), ...args])

/** The numbers on the lines that a program writes before it is killed (SIGKILL), by itself or by `onFirst`. */
const numbersOf = async (child: ChildProcess, onFirst: () => void): Promise<ReadonlyArray<number>> => {
  const lines: Array<number> = []
  if (child.stdout === null) throw new Error("the program has no output")
  const reader = createInterface({ input: child.stdout })
  reader.on("line", (line) => {
    if (lines.push(Number(line)) === 1) onFirst()
  })
  const [[, signal]] = await Promise.all([once(child, "close"), once(reader, "close")])
  if (signal !== "SIGKILL") throw new Error(`the program ended by itself: ${signal}`)
  return lines
}

/** Kills a program so many milliseconds after its first line, and answers the numbers on the lines it had written. */
export const killed = (child: ChildProcess, milliseconds: number): Promise<ReadonlyArray<number>> =>
  numbersOf(child, () => setTimeout(() => child.kill("SIGKILL"), milliseconds))

/** Waits for a program that kills itself, and answers the numbers on the lines it had written. */
export const died = (child: ChildProcess): Promise<ReadonlyArray<number>> => numbersOf(child, () => undefined)
