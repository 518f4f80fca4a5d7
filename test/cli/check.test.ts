/** `juesuan check` as scripts meet it: the books judged as they print. */
import { beforeAll, describe, expect, test } from "vitest"
import { jsonOf, juesuan, newFolder } from "./juesuan.ts"

let folder = ""
beforeAll(() => {
  folder = newFolder()
  expect(juesuan(folder, ["sample"]).code).toBe(0)
})

interface ReportJson {
  readonly verdict: string
  readonly counts: {
    readonly findings: Readonly<Record<string, number>>
    readonly cells: Readonly<Record<string, number>>
  }
  readonly receipts: ReadonlyArray<{ readonly rule: string; readonly outcome: string }>
  readonly findings: ReadonlyArray<{ readonly rule: string; readonly severity: string; readonly message: string }>
}

describe("自查", () => {
  test("样例年度：没有错误，退出码 0；每个印出的数都审过；每条规则一张回执", () => {
    const answer = juesuan(folder, ["check", "--json"])
    expect(answer.code).toBe(0)
    const report = jsonOf<ReportJson>(answer)
    expect(report.verdict).toBe("pass")
    expect(report.counts.findings["error"]).toBe(0)
    expect(report.counts.cells["judged"]).toBe(report.counts.cells["read"])
    const rules = report.receipts.map(({ rule }) => rule)
    expect(new Set(rules).size).toBe(rules.length)
    expect(rules.length).toBeGreaterThan(70)
  })

  test("也问过去某一天的账；文字列出每张回执；英文也一样", () => {
    expect(
      jsonOf<ReportJson>(juesuan(folder, ["check", "--until", "2024-06-30", "--json"])).receipts.length
    ).toBeGreaterThan(70)
    const { code, stdout } = juesuan(folder, ["check"])
    expect(code).toBe(0)
    expect(stdout).toContain("账上印出的各表\n规则：山西 2024（账上登记）")
    expect(stdout).toContain("identity.summary.totals 收支总表：收支总计相等")
    expect(juesuan(folder, ["check", "--lang", "en"]).stdout).toContain("As the books print")
  })
})
