/**
 * 手写的公开文件: disclosures in the manner of other places, years and kinds of unit, none of them drawn by the program that
 * makes the rest. As they are, nothing in them is an error; a slip in one word or number is found.
 *
 * A slip is [what, printed, misprinted, which of its occurrences].
 */
import { readFileSync, readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { Audits, auditing } from "@juesuan/app"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"

type Slip = readonly [what: string, printed: string, misprinted: string, occurrence: number]

const folder = fileURLToPath(new URL(".", import.meta.url))
const read = (name: string): string => readFileSync(`${folder}${name}`, "utf8")
const names = readdirSync(folder).filter((name) => /\.(?:txt|html)$/u.test(name))

const audited = (name: string, text: string) =>
  Effect.runPromise(
    Effect.provide(
      Effect.flatMap(Audits, ({ audit }) => audit([{ name, bytes: new TextEncoder().encode(text) }])),
      auditing
    )
  )

const serious = async (name: string, text: string): Promise<ReadonlyArray<string>> => {
  const { report } = await audited(name, text)
  return report.findings
    .filter(({ severity }) => severity === "error" || severity === "warning")
    .map(({ message, rule }) => `${rule}: ${message.zh}`)
}

const misprinted = (text: string, [what, printed, other, occurrence]: Slip): string => {
  const parts = text.split(printed)
  expect(parts.length, what).toBeGreaterThan(occurrence + 1)
  return `${parts.slice(0, occurrence + 1).join(printed)}${other}${parts.slice(occurrence + 1).join(printed)}`
}

describe.each(names)("%s", (name) => {
  const text = read(name)
  const slips = JSON.parse(read(name.replace(/\.\w+$/u, ".json"))) as ReadonlyArray<Slip>

  it("没有错，也没有要看的", async () => {
    const { disclosure, report } = await audited(name, text)
    expect(report.findings.filter(({ severity }) => severity === "error" || severity === "warning")).toEqual([])
    expect(report.verdict).toBe("pass")
    expect(disclosure.tables.filter(({ meaning }) => meaning !== undefined).length).toBeGreaterThanOrEqual(6)
  })

  it.each(slips)("%s", async (...slip) => {
    expect(await serious(name, misprinted(text, slip))).not.toEqual([])
  })
})
