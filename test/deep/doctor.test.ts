/**
 * R16 at the command line: DOCTORED (20) damaged files: `juesuan doctor` names what is wrong (exit 6) or finds nothing because
 * nothing was harmed (exit 0), changes no byte, and what it exports imports as a log that the checkpoint vouches for.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import { jsonOf, juesuan, newFolder } from "../cli/juesuan.ts"
import { damages } from "../store/damages.ts"
import { chance } from "./chance.ts"
import { sizeOf } from "./sizes.ts"

interface Answer {
  readonly verdict: string
  readonly intact: number
  readonly ailments: ReadonlyArray<unknown>
}

const contents = (folder: string) => readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString("hex"))

it("诊断损坏的账库", () => {
  const maker = newFolder()
  const env = { JUESUAN_KEYS: join(maker, "keys") }
  expect(juesuan(maker, ["sample"]).code).toBe(0)
  expect(juesuan(maker, ["keys", "new", "--name", "财政局"], { env }).code).toBe(0)
  expect(juesuan(maker, ["checkpoint", "--out", "cp"], { env }).code).toBe(0)
  const whole = readFileSync(join(maker, "juesuan.db"))
  const next = chance(20)
  const kinds = Object.entries(damages).filter(([name]) => !name.startsWith("wal"))
  const counts = { doctored: 0, named: 0, harmless: 0, saved: 0, verified: 0 }
  for (let run = 0; run < sizeOf("DOCTORED", 20); run += 1) {
    const [name, damage] = kinds[run % kinds.length] ?? ["", () => undefined]
    const folder = join(maker, `damaged-${run}`)
    mkdirSync(folder)
    writeFileSync(join(folder, "juesuan.db"), whole)
    damage(join(folder, "juesuan.db"), next)
    const before = contents(folder)
    const store = `sqlite:damaged-${run}/juesuan.db`
    const doctored = juesuan(maker, ["doctor", "--store", store, "--export", `saved-${run}.jsonl`, "--json"])
    const answer = JSON.parse(doctored.stdout) as Answer
    expect([name, doctored.code]).toEqual([name, answer.ailments.length > 0 ? 6 : 0])
    expect(contents(folder)).toEqual(before)
    counts.doctored += 1
    counts[answer.ailments.length > 0 ? "named" : "harmless"] += 1
    counts.saved += answer.intact
    if (answer.ailments.length === 0) expect([name, answer.intact]).toEqual([name, 1194])
    if (answer.intact === 0) continue
    const rescued = ["--store", `sqlite:saved-${run}.db`]
    jsonOf(juesuan(maker, ["import", `saved-${run}.jsonl`, ...rescued, "--json"]))
    const verified = juesuan(maker, ["verify", ...rescued, "--checkpoint", "cp", "--json"], { env })
    // A part of the log is the log cut off; nothing else may be wrong with it.
    const { damages: found } = JSON.parse(verified.stdout) as {
      damages: ReadonlyArray<{ kind: string; position: number }>
    }
    const expected = answer.intact === 1194 ? [] : [{ kind: "cut-off", position: answer.intact + 1 }]
    expect(found.map(({ kind, position }) => ({ kind, position }))).toEqual(expected)
    counts.verified += 1
  }
  console.log("R16 doctor", counts)
  expect(counts.named).toBeGreaterThan(10)
})
