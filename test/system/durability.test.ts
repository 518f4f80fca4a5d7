/** R3: every acknowledged append was written through to the disk: as many calls of fsync or fdatasync as commits, or more. Wants strace. */
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, expect, it } from "vitest"
import { openFile } from "../store/opening.ts"
import { temporaryFolder } from "../store/places.ts"

const folder = temporaryFolder()
afterAll(folder.remove)
const program = fileURLToPath(new URL("../store/programs/committer.ts", import.meta.url))

/** How often a program that appends so many times has the system write through, by strace. */
const syncsOf = (file: string, commits: number): number => {
  const command = ["-f", "-e", "trace=fsync,fdatasync", process.execPath, program, file, String(commits)]
  const { status, stderr, error } = spawnSync("strace", command, { encoding: "utf8", maxBuffer: 1 << 28 })
  if (error !== undefined) throw error
  expect(status).toBe(0)
  return stderr.split("\n").filter((line) => /\b(?:fsync|fdatasync)\(.*= 0$/u.test(line)).length
}

it("每次提交至少一次 fsync", async () => {
  const file = join(folder.path, "store.db")
  await openFile(file).close()
  const [few, many] = [syncsOf(file, 10), syncsOf(file, 510)]
  console.log("R3", { commits: 510, syncs: many })
  // What opening and closing take is in both.
  expect(many - few).toBeGreaterThanOrEqual(500)
})
