/** The log that can be trusted, as a user meets it: keys, checkpoints, verification, and what each exit code says. */
import { copyFileSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { beforeAll, describe, expect, test } from "vitest"
import { jsonOf, juesuan, newFolder, type Outcome } from "./juesuan.ts"

interface Verification {
  readonly verdict: string
  readonly size: number
  readonly first: number | null
  readonly damages: ReadonlyArray<{ readonly kind: string; readonly position: number | null }>
}

let folder = ""
const run = (...args: ReadonlyArray<string>): Outcome =>
  juesuan(folder, args, { env: { JUESUAN_KEYS: join(folder, "keys") } })
/** The answer of a verification, whatever it found. */
const verified = (...args: ReadonlyArray<string>): Verification & { readonly code: number | null } => {
  const { code, stdout } = run("verify", "--json", ...args)
  return { ...(JSON.parse(stdout) as Verification), code }
}
/** A copy of the books that somebody changed behind the program's back. */
const tampered = (name: string, sql: string): string => {
  const file = join(folder, name)
  copyFileSync(join(folder, "juesuan.db"), file)
  const database = new DatabaseSync(file)
  database.exec(`DROP TRIGGER events_are_never_edited; DROP TRIGGER events_are_never_deleted; ${sql}`)
  database.close()
  return `sqlite:${name}`
}

beforeAll(() => {
  folder = newFolder()
  expect(run("sample").code).toBe(0)
  expect(run("keys", "new", "--name", "财政局").code).toBe(0)
  expect(run("checkpoint", "--out", "检查点").code).toBe(0)
})

describe("核验", () => {
  test("完好的账：通过，退出码 0；记了新账之后仍接续从前的检查点", () => {
    expect(verified("--checkpoint", "检查点")).toMatchObject({ verdict: "pass", code: 0, damages: [] })
    const more = join(folder, "more.db")
    copyFileSync(join(folder, "juesuan.db"), more)
    const data = '{"occurredOn":"2025-10-20","approval":"财监〔2025〕1号","reason":"审计要求"}'
    const recorded = run("record", "YearReopened", "--data", data, "--store", "sqlite:more.db")
    expect(recorded).toMatchObject({ code: 0 })
    expect(verified("--checkpoint", "检查点", "--store", "sqlite:more.db")).toMatchObject({ verdict: "pass", code: 0 })
  })

  test("改了一笔：退出码 6，指明种类与位置", () => {
    const store = tampered("edited.db", "UPDATE events SET data = replace(data, '2024', '2023') WHERE position = 500")
    const answer = verified("--store", store)
    expect(answer).toMatchObject({ verdict: "fail", code: 6, first: 500 })
    expect(answer.damages).toContainEqual(expect.objectContaining({ kind: "changed", position: 500 }))
    expect(answer.damages.map(({ kind }) => kind)).toContain("layout")
    const shown = run("verify", "--store", store, "--lang", "en")
    expect(shown.code).toBe(6)
    expect(shown.stdout).toContain("Log position 500: the event was changed after it was recorded.")
  })

  test("截去末尾：账库自身看不出，检查点看得出", () => {
    const sql = `DELETE FROM events WHERE position > 1000; DELETE FROM commands WHERE last_position > 1000;
      CREATE TRIGGER events_are_never_edited BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, ''); END;
      CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, ''); END`
    const store = tampered("cut.db", sql)
    expect(verified("--store", store).damages).toEqual([])
    expect(verified("--store", store, "--checkpoint", "检查点")).toMatchObject({ code: 6, first: 1001 })
  })

  test("没有公钥：退出码 7；签名被改：退出码 6；不是检查点：退出码 2；没有文件：退出码 3", () => {
    expect(verified("--checkpoint", "检查点", "--keys", "nowhere")).toMatchObject({ verdict: "incomplete", code: 7 })
    const keys = jsonOf<{ keys: ReadonlyArray<{ verifier: string }> }>(run("keys", "list", "--json")).keys
    const key = keys[0]?.verifier ?? ""
    expect(verified("--checkpoint", "检查点", "--keys", "nowhere", "--key", key)).toMatchObject({ code: 0 })
    writeFileSync(
      join(folder, "forged"),
      readFileSync(join(folder, "检查点"), "utf8").replace("recorded 2025", "recorded 2024")
    )
    expect(verified("--checkpoint", "forged").code).toBe(6)
    writeFileSync(join(folder, "other"), "x\n")
    expect(run("verify", "--checkpoint", "other").code).toBe(2)
    expect(run("verify", "--checkpoint", "none").code).toBe(3)
    expect(run("verify", "--checkpoint", "检查点", "--key", "x").code).toBe(2)
  })

  test("有损坏的账不签发检查点", () => {
    const store = tampered("unsealable.db", "UPDATE events SET data = '{}' WHERE position = 7")
    const { code, stderr } = run("checkpoint", "--store", store)
    expect(code).toBe(5)
    expect(stderr).toContain("日志位置 7")
  })
})

describe("诊断", () => {
  test("文件头被覆盖：打不开，退出码 1；诊断退出码 6，完好的部分导出后可导入新账库", () => {
    const bytes = readFileSync(join(folder, "juesuan.db"))
    bytes.fill(0, 0, 100)
    writeFileSync(join(folder, "headless.db"), bytes)
    expect(run("verify", "--store", "sqlite:headless.db").code).toBe(1)
    const { code, stdout } = run("doctor", "--store", "sqlite:headless.db", "--export", "saved.jsonl")
    expect(code).toBe(6)
    expect(stdout).toContain("第 0 字节：不是数据库，或文件头已被覆盖")
    expect(readFileSync(join(folder, "headless.db")).equals(bytes)).toBe(true)
    expect(run("import", "saved.jsonl", "--store", "sqlite:saved.db").code).toBe(0)
    expect(verified("--store", "sqlite:saved.db", "--checkpoint", "检查点")).toMatchObject({ verdict: "pass", code: 0 })
    expect(run("doctor", "--export", "saved.jsonl").code).toBe(1)
    expect(run("doctor", "--store", "memory:").code).toBe(2)
  })
})

describe("密钥", () => {
  test("新建、更换、列出；同名不重复新建；没有的不能更换", () => {
    expect(run("keys", "new", "--name", "财政局").code).toBe(5)
    expect(run("keys", "rotate", "--name", "没有的").code).toBe(3)
    expect(run("keys", "new", "--name", "有 空格").code).toBe(2)
    expect(run("keys", "new", "--name", "审计局", "--algorithm", "sm2-sm3", "--keys", "own").code).toBe(0)
    expect(run("keys", "rotate", "--name", "审计局", "--algorithm", "sm2-sm3", "--keys", "own").code).toBe(0)
    const { keys } = jsonOf<{ keys: ReadonlyArray<{ signs: boolean }> }>(run("keys", "list", "--keys", "own", "--json"))
    expect(keys.map(({ signs }) => signs).toSorted()).toEqual([false, true])
    expect(run("checkpoint", "--keys", "empty").code).toBe(3)
  })
})
