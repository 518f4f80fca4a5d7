/** R11 and the promise of a bundle: verified by itself, explained by itself, every flipped bit found, a forger too. */
import { Books, explainBundle, Explanations, Trust, verifyBundle } from "@juesuan/app"
import { addKey, type SigningKey, signingKeys, type VerifierKey } from "@juesuan/store"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { archiveBytes, readArchive } from "../../packages/app/src/bundle/Archive.ts"
import { sealed } from "../../packages/app/src/bundle/Manifest.ts"
import { escaped } from "../../packages/app/src/bundle/page.ts"
import { newBooks, openYear, payment, recorded } from "./books.ts"

const folder = mkdtempSync(join(tmpdir(), "juesuan-bundle-"))
let keys: ReadonlyArray<SigningKey> = []
let bytes: Uint8Array = new Uint8Array()
const books = newBooks()
const otherUnit = { unit: "002", year: 2024, actor: "会计岗" }
const ref = "公开03/2010306/基本支出"

const verified = (bundle: Uint8Array, trusted: ReadonlyArray<VerifierKey> = []) =>
  Effect.runPromise(verifyBundle(bundle, trusted))
const failed = async (bundle: Uint8Array): Promise<ReadonlyArray<string>> => {
  const { checks } = await verified(bundle)
  return checks.filter(({ outcome }) => outcome === "fail").map(({ check }) => check)
}

beforeAll(async () => {
  await addKey(folder, "财政局", "ed25519")
  keys = signingKeys(folder)
  await books.run(openYear)
  // Another unit's events stand between those of the bundle, and are none of its business.
  await books.run(
    Effect.flatMap(Books, (all) =>
      all.record({
        ...otherUnit,
        kind: "UnitRegistered",
        data: {
          occurredOn: "2024-01-01",
          name: "别的局",
          department: { code: "002", name: "别的局" },
          jurisdiction: "shanxi"
        }
      })
    )
  )
  for (const amount of ["100.00", "12.34", "0.01"]) await books.run(recorded("PaymentMade", { ...payment, amount }))
  bytes = await books.run(Effect.flatMap(Trust, (trust) => trust.bundle({ keys })))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The bundle with files changed and all hashes and the manifest's signature made anew by somebody. */
const remade = async (change: (contents: Map<string, Uint8Array>) => void, by = keys): Promise<Uint8Array> => {
  const contents = new Map(readArchive(bytes) ?? [])
  contents.delete("manifest.txt")
  change(contents)
  return archiveBytes(await sealed(contents, by))
}
const text = (contents: ReadonlyMap<string, Uint8Array>, name: string): string =>
  Buffer.from(contents.get(name) ?? []).toString("utf8")

describe("证据包", () => {
  it("自身即可核验；同样的账做出同样的字节", async () => {
    const answer = await verified(bytes, keys)
    expect(answer.verdict).toBe("pass")
    expect(answer.checks.map(({ check, outcome }) => `${check} ${outcome}`)).toEqual([
      "file pass",
      "manifest pass",
      "keys pass",
      "checkpoint pass",
      "proof pass",
      "disclosure pass"
    ])
    // Whose keys they are only somebody else can say.
    const unknown = await verified(bytes)
    expect(unknown.verdict).toBe("incomplete")
    expect(unknown.checks[2]).toMatchObject({ check: "keys", outcome: "insufficient-data" })
    const again = await books.run(Effect.flatMap(Trust, (trust) => trust.bundle({ keys })))
    expect(Buffer.from(again).equals(bytes)).toBe(true)
  })

  it("只含本单位本年度的事件，别的单位的一个也没有", () => {
    const events = text(readArchive(bytes) ?? new Map(), "events.jsonl")
    expect(events.split("\n")).toHaveLength(answerLength + 1)
    expect(Buffer.from(bytes).toString("utf8")).not.toContain("别的局")
  })
  const answerLength = 8

  it("解释与账库所给的相同，日志位置是原来的", async () => {
    const own = await books.run(Effect.flatMap(Explanations, (explanations) => explanations.explain(ref)))
    expect(await Effect.runPromise(explainBundle(bytes, ref))).toEqual(own)
    expect(JSON.stringify(own)).toContain('"position":9')
    const wrong = await Effect.runPromise(Effect.result(explainBundle(bytes, "公开99/x/y")))
    expect(Result.isFailure(wrong) && wrong.failure.category).toBe("notFound")
  })

  it("R11：翻转任何一位都被发现（抽一百位，另逐字节翻转头尾）", async () => {
    const places = [
      ...Array.from({ length: 100 }, (_, index) => Math.floor((bytes.length * (index + 0.5)) / 100)),
      ...Array.from({ length: 40 }, (_, index) => index),
      ...Array.from({ length: 60 }, (_, index) => bytes.length - 1 - index)
    ]
    const unnoticed: Array<number> = []
    for (const [index, place] of places.entries()) {
      const flipped = Buffer.from(bytes)
      flipped[place] = (flipped[place] ?? 0) ^ (1 << (index % 8))
      if ((await verified(flipped, keys)).verdict !== "fail") unnoticed.push(place)
    }
    expect(unnoticed).toEqual([])
    for (const bent of [
      bytes.subarray(0, -1),
      bytes.subarray(1),
      Buffer.concat([bytes, Buffer.alloc(1)]),
      Buffer.alloc(0)
    ]) {
      expect((await verified(bent)).verdict).toBe("fail")
    }
  })

  it("改金额、删事件、改决算，即使由持有密钥的人重做清单，也对不上", async () => {
    const amount = await remade((contents) =>
      contents.set("events.jsonl", Buffer.from(text(contents, "events.jsonl").replace("12.34", "92.34")))
    )
    expect(await failed(amount)).toEqual(["proof", "disclosure"])
    const lines = text(readArchive(bytes) ?? new Map(), "events.jsonl").split("\n")
    const shorter = await remade((contents) =>
      contents.set("events.jsonl", Buffer.from(lines.toSpliced(-2, 1).join("\n")))
    )
    expect(await failed(shorter)).toEqual(["proof", "disclosure"])
    const disclosure = await remade((contents) =>
      contents.set("disclosure.json", Buffer.from(text(contents, "disclosure.json").replaceAll("112.35", "112.36")))
    )
    expect(await failed(disclosure)).toEqual(["disclosure"])
    const proof = await remade((contents) =>
      contents.set(
        "proof.json",
        Buffer.from(text(contents, "proof.json").replace(/"nodes": \[\n.*\n/u, '"nodes": [\n'))
      )
    )
    expect(await failed(proof)).toEqual(["proof"])
  })

  it("别人用自己的密钥重做清单：签名与包内公钥不符", async () => {
    await addKey(join(folder, "forger"), "财政局", "ed25519")
    const forged = await remade(() => undefined, signingKeys(join(folder, "forger")))
    expect(await failed(forged)).toEqual(["manifest"])
  })

  it("规则与制作时不同：不能判断，而不是不符", async () => {
    const other = await remade((contents) => {
      contents.set("rules.json", Buffer.from(text(contents, "rules.json").replace(/"sha256": "./u, '"sha256": "x')))
      contents.set("disclosure.json", Buffer.from(text(contents, "disclosure.json").replaceAll("112.35", "112.36")))
    })
    expect(await verified(other)).toMatchObject({ verdict: "incomplete" })
  })

  it("网页不加载、不执行任何东西，内容都转义", () => {
    const page = text(readArchive(bytes) ?? new Map(), "index.html")
    expect(page).toContain("default-src 'none'")
    expect(page).not.toMatch(/<script|\son\w+=|javascript:|https?:/u)
    expect(page).toContain("示例局")
    expect(escaped("<img onerror=\"a('b')\">&\u202e\u0007")).toBe(
      "&lt;img onerror=&quot;a(&#39;b&#39;)&quot;&gt;&amp;U+202EU+0007"
    )
  })
})
