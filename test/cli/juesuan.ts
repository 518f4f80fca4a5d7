/** Runs the command line as a user does: a process of its own, in a folder of its own. */
import { spawnSync } from "node:child_process"
import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Made by `test/bundled.ts`. */
const entry = join(import.meta.dirname, "..", "..", "packages", "cli", "dist", "juesuan.mjs")

/** A folder that only one test writes to. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), "juesuan-cli-"))

/** `juesuan` with these arguments in a folder, in Chinese unless the environment says otherwise. */
export const juesuan = (
  folder: string,
  args: ReadonlyArray<string>,
  options: { readonly input?: string; readonly env?: Record<string, string> } = {}
): Outcome => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [entry, ...args], {
    cwd: folder,
    encoding: "utf8",
    input: options.input ?? "",
    maxBuffer: 1 << 26,
    env: { ...process.env, LANG: "zh_CN.UTF-8", LC_ALL: "", LC_MESSAGES: "", JUESUAN_ACTOR: "会计岗", ...options.env }
  })
  return { code: status, stdout, stderr }
}

/** The JSON that a command answered. */
export const jsonOf = <Answer>(outcome: Outcome): Answer => {
  if (outcome.code !== 0) throw new Error(`exit ${outcome.code}: ${outcome.stderr}`)
  return JSON.parse(outcome.stdout) as Answer
}
