/** The command line on PostgreSQL: the same answers as on a file, the log carried over whole, wrong addresses said clearly. */
import { join } from "node:path"
import { readFileSync, writeFileSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { administer, freshStore, postgresUrl } from "../store/postgres.ts"
import { juesuan, juesuanProcess, newFolder } from "./juesuan.ts"

let folder = ""
let store: Awaited<ReturnType<typeof freshStore>>
beforeAll(async () => {
  folder = newFolder()
  store = await freshStore()
  expect(juesuan(folder, ["sample"]).code).toBe(0)
}, 60_000)
afterAll(() => store.remove())

const onFile = (...args: ReadonlyArray<string>) => juesuan(folder, args)
const onServer = (...args: ReadonlyArray<string>) => juesuan(folder, [...args, "--store", store.location])

describe("账库在 PostgreSQL", { timeout: 60_000 }, () => {
  it("导出的日志整本导入，再导出一字不差，各种问题的回答与文件账库相同", () => {
    const log = onFile("export").stdout
    writeFileSync(join(folder, "log.jsonl"), log)
    expect(onServer("tables")).toMatchObject({ code: 1 })
    // A process of its own: it ends, though it was connected.
    const imported = juesuanProcess(folder, ["import", "log.jsonl", "--json", "--store", store.location])
    expect(imported).toMatchObject({ code: 0 })
    expect(onServer("export").stdout).toBe(log)
    for (const question of [
      ["table", "公开03", "--json"],
      ["explain", "公开03/2010306/项目支出", "--json"],
      ["scores", "--json"],
      ["history", "公开01/总计/支出", "--json"],
      ["diff", "2024-06-30", "2024-12-31", "--json"],
      ["table", "公开01", "--until", "2024-06-30", "--json"]
    ]) {
      const answered = onServer(...question)
      expect(answered.code).toBe(0)
      expect(answered.stdout).toBe(onFile(...question).stdout)
    }
  })

  it("核验：根与文件账库相同，随存的汇总数逐个核对；改了一个汇总数就指明；证据包与文件账库的逐字节相同", async () => {
    const verified = (...args: ReadonlyArray<string>) => JSON.parse(onServer("verify", "--json", ...args).stdout)
    const onServerNow = verified()
    const onFileNow = JSON.parse(onFile("verify", "--json").stdout)
    expect(onServerNow).toMatchObject({ verdict: "pass", root: onFileNow.root, size: onFileNow.size })
    const snapshots = (answer: { checks: ReadonlyArray<{ check: string; outcome: string }> }) =>
      answer.checks.find(({ check }) => check === "snapshots")?.outcome
    expect([snapshots(onFileNow), snapshots(onServerNow)]).toEqual(["not-applicable", "pass"])
    const keys = ["--keys", join(folder, "keys")]
    expect(onFile("keys", "new", "--name", "财政局", ...keys).code).toBe(0)
    for (const [run, name] of [
      [onFile, "file.zip"],
      [onServer, "server.zip"]
    ] as const) {
      expect(run("bundle", "create", name, ...keys)).toMatchObject({ code: 0 })
    }
    expect(readFileSync(join(folder, "server.zip")).equals(readFileSync(join(folder, "file.zip")))).toBe(true)
    const change = (by: number) =>
      administer((client) =>
        client.query(
          `UPDATE ${new URL(store.location).searchParams.get("schema")}.sums SET total = total + ${by} WHERE account = 'revenue'`
        )
      )
    await change(1)
    const tampered = onServer("verify")
    expect(tampered.code).toBe(6)
    expect(tampered.stdout).toContain("随存的汇总数与事件重放的结果不符")
    await change(-1)
    expect(onServer("doctor").stderr).toContain("juesuan verify")
    expect(onServer("backup", "x.db", ...keys).stderr).toContain("juesuan export")
  })

  it("记录、重发与冲突同文件账库一样", () => {
    const data = JSON.stringify({ occurredOn: "2025-03-01", approval: "财库函〔2025〕1号", reason: "更正科目" })
    const record = () => onServer("record", "YearReopened", "--data", data, "--command-id", "r1", "--json")
    expect(record()).toMatchObject({ code: 0 })
    const first = JSON.parse(record().stdout)
    expect(JSON.parse(record().stdout)).toMatchObject({ repeated: true, events: first.events })
  })

  it("连不上、口令不对、没有账库：说清楚，不泄露口令", async () => {
    const unreachable = juesuan(folder, ["tables", "--store", "postgres://juesuan:secret@127.0.0.1:1/postgres"])
    expect(unreachable).toMatchObject({ code: 1, stdout: "" })
    expect(unreachable.stderr).toContain("连不上数据库服务器")
    expect(unreachable.stderr).not.toContain("secret")
    const url = new URL(await postgresUrl())
    url.password = "wrong-secret"
    const refused = juesuan(folder, ["tables", "--store", url.href])
    expect(refused.stderr).toContain("服务器不允许")
    expect(refused.stderr).not.toContain("wrong-secret")
    const empty = await freshStore()
    const missing = juesuan(folder, ["tables", "--store", empty.location])
    expect(missing.stderr).toContain("还没有账库")
    const unclear = juesuan(folder, ["tables", "--store", `${empty.location}-X`])
    expect(unclear.stderr).toContain("地址看不懂")
    const misplaced = juesuan(folder, ["--store", url.href, "tables"])
    expect(misplaced).toMatchObject({ code: 2, stdout: "" })
    expect(misplaced.stderr).toContain("没有命令 postgres://juesuan@127.0.0.1")
    expect(misplaced.stderr).not.toContain("wrong-secret")
    await empty.remove()
  })
})
