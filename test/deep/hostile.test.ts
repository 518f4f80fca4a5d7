/** 恶意文件, each read by a process of its own: the answer, at most 5 s of computing and 512 MB, all of the process counted. */
import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, it } from "vitest"
import { hostileFiles } from "../documents/hostile/all.ts"

const folder = mkdtempSync(join(tmpdir(), "juesuan-hostile-"))
afterAll(() => rmSync(folder, { recursive: true }))

const program = join(import.meta.dirname, "../documents/hostile/programs/read-one.ts")
const run = (...args: ReadonlyArray<string>): string =>
  execFileSync(process.execPath, [program, ...args], { encoding: "utf8", timeout: 300_000 })

interface Outcome {
  readonly codes: ReadonlyArray<string>
  readonly seconds: number
  readonly megabytes: number
}

it.each(hostileFiles)("$name", ({ answers, name }) => {
  const path = join(folder, "file")
  run(name, path)
  const { codes, megabytes, seconds } = JSON.parse(run(path)) as Outcome
  console.log(name, codes.join(), seconds, "s", megabytes, "MB")
  expect(codes.join()).toBeOneOf([...answers])
  expect(seconds).toBeLessThan(5)
  expect(megabytes).toBeLessThan(512)
})
