/** Checkpoints and keys: signed by Ed25519 and by SM2, every changed character found, keys in files of their owner. */
import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import {
  addKey,
  isTrusted,
  keptKeys,
  leafHash,
  originOf,
  parseNote,
  parseVerifier,
  readCheckpoint,
  signCheckpoint,
  signingKeys,
  type TreeHead,
  verifierText,
  verifyNote
} from "@juesuan/store"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { temporaryFolder } from "../places.ts"

const folder = temporaryFolder()
const keys = join(folder.path, "keys")
afterAll(folder.remove)
beforeAll(async () => {
  await addKey(keys, "财政局", "ed25519")
  await addKey(keys, "财政局", "sm2-sm3")
})

const head: TreeHead = {
  origin: originOf(leafHash("sha256", "第一件")),
  size: 4711,
  root: leafHash("sha256", "根"),
  hash: "sha256",
  recordedAt: "2024-12-31T08:00:00.000Z"
}
const publicKeys = () => keptKeys(keys).map(({ key }) => key)

describe("检查点", () => {
  it("两种签名都成立；没有公钥就不可信", async () => {
    const text = await signCheckpoint(head, signingKeys(keys))
    expect(text.split("\n").slice(1, 7)).toEqual([
      "4711",
      Buffer.from(head.root, "latin1").toString("base64"),
      "hash sha256",
      "form 1",
      "signed ed25519,sm2-sm3",
      "recorded 2024-12-31T08:00:00.000Z"
    ])
    const read = await readCheckpoint(text, publicKeys())
    expect(read?.checkpoint).toMatchObject(head)
    expect(read?.verdict.good.map(({ algorithm }) => algorithm)).toEqual(["ed25519", "sm2-sm3"])
    expect(read && isTrusted(read)).toBe(true)
    for (const some of [[], publicKeys().slice(0, 1), publicKeys().slice(1)]) {
      const partly = await readCheckpoint(text, some)
      expect(partly && isTrusted(partly)).toBe(false)
    }
  })

  it("改动任何一个字符：读不出来，或不再可信", async () => {
    const text = await signCheckpoint(head, signingKeys(keys))
    let trusted = 0
    for (let at = 0; at < text.length; at += 1) {
      const other = text[at] === "A" ? "B" : "A"
      const read = await readCheckpoint(text.slice(0, at) + other + text.slice(at + 1), publicKeys())
      if (read !== undefined && isTrusted(read)) trusted += 1
    }
    expect(trusted).toBe(0)
  })

  it("去掉一行签名不能蒙混：检查点写明了用哪些算法签名", async () => {
    const text = await signCheckpoint(head, signingKeys(keys))
    const without = `${text.split("\n").slice(0, -2).join("\n")}\n`
    const read = await readCheckpoint(without, publicKeys())
    expect(read?.verdict.good).toHaveLength(1)
    expect(read && isTrusted(read)).toBe(false)
  })

  it("不是检查点的文本", async () => {
    for (const text of ["", "x\n", "x\n\n", "juesuan/1\n-1\nAA==\n\n— a QUJDREU=\n", "一\n二\n\n— 名 QUJDREU=\n"]) {
      expect(await readCheckpoint(text, []), JSON.stringify(text)).toBeUndefined()
    }
  })
})

describe("公布的签名文本（C2SP signed-note 的示例）", () => {
  const verifier = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
  const note =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"

  it("公钥的写法相同，签名成立，改一字不成立", async () => {
    const key = parseVerifier(verifier)
    expect(key && verifierText(key)).toBe(verifier)
    const parsed = parseNote(note)
    const verdict = parsed && (await verifyNote(parsed, key ? [key] : []))
    expect(verdict?.good).toEqual([key])
    const changed = parseNote(note.replace("answer", "Answer"))
    expect(changed && (await verifyNote(changed, key ? [key] : [])).bad).toEqual([key])
  })
})

describe("密钥", () => {
  it("私钥只有本人可读；公钥另存，写法能读回", async () => {
    for (const file of readdirSync(keys)) {
      const { mode } = statSync(join(keys, file))
      expect(mode & 0o777, file).toBe(file.endsWith(".key") ? 0o600 : 0o644)
    }
    for (const key of publicKeys()) expect(parseVerifier(verifierText(key))).toEqual(key)
    expect(parseVerifier("财政局+00000000+AQ==")).toBeUndefined()
    const secrets = signingKeys(keys).map(({ privateKey }) => Buffer.from(privateKey).toString("base64"))
    const open = readdirSync(keys).filter((file) => file.endsWith(".pub"))
    for (const file of open) {
      const text = readFileSync(join(keys, file), "utf8")
      expect(secrets.some((secret) => text.includes(secret))).toBe(false)
    }
  })

  it("更换密钥：旧密钥不再签名，它签过的仍可验证", async () => {
    const own = join(folder.path, "rotated")
    await addKey(own, "a", "ed25519")
    const before = await signCheckpoint(head, signingKeys(own))
    const { added, replaced } = await addKey(own, "a", "ed25519")
    expect(replaced).toHaveLength(1)
    expect(signingKeys(own).map(({ id }) => id)).toEqual([added.id])
    const known = keptKeys(own)
    expect(known.filter(({ signs }) => !signs).map(({ key }) => key.id)).toEqual(replaced.map(({ id }) => id))
    const read = await readCheckpoint(
      before,
      known.map(({ key }) => key)
    )
    expect(read && isTrusted(read)).toBe(true)
  })
})
