/** 证据包 as its receiver meets it: a file, the program, and nothing else; and logs that a newer program wrote. */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { fileURLToPath } from "node:url"
import { sample } from "@juesuan/sample"
import { beforeAll, describe, expect, test } from "vitest"
import { jsonOf, juesuan, newFolder, type Outcome } from "./juesuan.ts"

const ref = "公开03/2010306/项目支出"
/** Where the bundle is made, and where it is received: no store and no keys there. */
const [maker, receiver] = [newFolder(), newFolder()]
let key = ""

const made = (...args: ReadonlyArray<string>): Outcome =>
  juesuan(maker, args, { env: { JUESUAN_KEYS: join(maker, "keys") } })
const received = (...args: ReadonlyArray<string>): Outcome =>
  juesuan(receiver, args, { env: { JUESUAN_KEYS: join(receiver, "keys") } })

beforeAll(() => {
  expect(made("sample").code).toBe(0)
  const { keys } = jsonOf<{ keys: ReadonlyArray<{ verifier: string }> }>(
    made("keys", "new", "--name", "财政局", "--json")
  )
  key = keys[0]?.verifier ?? ""
  expect(made("bundle", "create", join(receiver, "证据.zip")).code).toBe(0)
})

describe("收到的证据包", () => {
  test("只有文件和程序：公钥已知则通过；不知是谁的则无法判断，退出码 7", () => {
    expect(received("bundle", "verify", "证据.zip", "--key", key)).toMatchObject({ code: 0 })
    const unknown = received("bundle", "verify", "证据.zip")
    expect(unknown.code).toBe(7)
    expect(unknown.stdout).toContain("签发人未经证实：公钥只由证据包自带，请以 --key 给出签发人公布的公钥")
  })

  test("只有文件和程序也能追问，所答与账库的相同", () => {
    const explained = received("bundle", "explain", "证据.zip", ref, "--json")
    expect(jsonOf(explained)).toEqual(jsonOf(made("explain", ref, "--json")))
  })

  test.each<[string, (bytes: Buffer) => Buffer]>([
    ["改了一位", (bytes) => bytes.fill((bytes[9000] ?? 0) ^ 1, 9000, 9001)],
    ["不是证据包", () => Buffer.from("不是证据包")]
  ])("%s：核验不通过，退出码 6", (name, damage) => {
    writeFileSync(join(receiver, `${name}.zip`), damage(readFileSync(join(receiver, "证据.zip"))))
    const verified = received("bundle", "verify", `${name}.zip`, "--key", key)
    expect(verified.code).toBe(6)
    expect(verified.stdout).toBe("核验不通过\n  不符  文件完整，逐字节可重现\n")
  })

  test("核验不通过的不作解释：退出码 5", () => {
    const explained = received("bundle", "explain", "改了一位.zip", ref)
    expect(explained).toMatchObject({ code: 5, stdout: "" })
    expect(explained.stderr).toContain("证据包未通过核验，不作解释")
  })
})

describe("更新版本的程序写下的", () => {
  test("账库：请升级程序，退出码 1，文件不变", () => {
    const file = join(maker, "newer.db")
    writeFileSync(file, readFileSync(join(maker, "juesuan.db")))
    const database = new DatabaseSync(file)
    database.exec("PRAGMA user_version = 3")
    database.close()
    const before = readFileSync(file)
    const { code, stderr, stdout } = made("verify", "--store", "sqlite:newer.db")
    expect([code, stdout]).toEqual([1, ""])
    expect(stderr).toContain("由更新版本的程序写入（格式 3，本程序支持到 2），请升级程序后再打开")
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test("导出的日志：指明哪一行", () => {
    const lines = readFileSync(fileURLToPath(sample.events), "utf8").split("\n").slice(0, 3)
    writeFileSync(join(maker, "newer.jsonl"), `${lines.join("\n").replace('"schemaVersion":1', '"schemaVersion":2')}\n`)
    const { code, stderr } = made("import", "newer.jsonl", "--store", "sqlite:fresh.db")
    expect(code).toBe(5)
    expect(stderr).toContain("第 1 行：由更新版本的程序导出，请升级程序")
  })
})
