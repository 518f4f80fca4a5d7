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

const record = (own: string, kind: string, data: object, ...scope: ReadonlyArray<string>) =>
  expect(juesuan(own, ["record", kind, ...scope, "--data", JSON.stringify(data)])).toMatchObject({ code: 0 })

/** Books of 2025 in a place; `closing` is recorded as last year's closing carry-over, in 元. */
const opened = (jurisdiction: string, closing: string): string => {
  const own = newFolder()
  const occurredOn = "2025-01-01"
  const department = { code: "001", name: "某局" }
  record(own, "UnitRegistered", { occurredOn, name: "某局", department, jurisdiction }, "--unit", "001")
  record(own, "YearOpened", { occurredOn, carryovers: [] }, "--unit", "001", "--year", "2025")
  const figure = { figure: "公开01/年末结转和结余/支出", value: closing, unit: "元", source: "2024年度决算公开" }
  record(own, "ComparativeRecorded", { occurredOn, ...figure }, "--year", "2025")
  return own
}

describe("自查", () => {
  test("有错误：退出码 6；上年年末有数，本年年初没有", () => {
    const { code, stdout } = juesuan(opened("shanxi", "123400.00"), ["check", "--json"])
    const report = JSON.parse(stdout) as ReportJson
    expect([code, report.verdict]).toEqual([6, "fail"])
    const errors = report.findings.filter(({ severity }) => severity === "error")
    expect(errors.map(({ rule }) => rule)).toEqual(["identity.previous-year.carryover"])
    expect(juesuan(opened("shanxi", "0.00"), ["check"]).code).toBe(0)
  })

  test("没有表样的地区印不出表：退出码 7，无法判断", () => {
    const { code, stdout } = juesuan(opened("zhejiang", "0.00"), ["check", "--json"])
    expect([code, (JSON.parse(stdout) as ReportJson).verdict]).toEqual([7, "incomplete"])
  })

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
