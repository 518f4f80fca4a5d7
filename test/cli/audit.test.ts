/** `juesuan audit`: a published file as a user and as a script has it audited. Figures are made up. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { juesuan, newFolder } from "./juesuan.ts"

interface Report {
  readonly verdict: string
  readonly document: { readonly unit: string; readonly year: number }
  readonly counts: { readonly findings: { readonly error: number } }
  readonly receipts: ReadonlyArray<{ readonly rule: string; readonly outcome: string }>
  readonly findings: ReadonlyArray<{
    readonly rule: string
    readonly severity: string
    readonly message: string
    readonly where: ReadonlyArray<{ readonly table?: string; readonly row?: string; readonly line?: number }>
  }>
  readonly tables?: ReadonlyArray<unknown>
}

/** 支出决算表 of 某县档案馆; `project` is the project expenditure of the whole. */
const expenditure = (project: string): string =>
  [
    "支出决算表",
    "公开03表",
    "部门名称：某县档案馆",
    "2023年度",
    "金额单位：万元",
    "",
    "科目代码\t科目名称\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出",
    "栏次\t\t1\t2\t3\t4\t5\t6",
    `合计\t\t1,250.00\t900.00\t${project}\t\t\t`,
    "201\t一般公共服务支出\t1,250.00\t900.00\t350.00\t\t\t",
    "20126\t档案事务\t1,250.00\t900.00\t350.00\t\t\t",
    "2012604\t档案馆\t1,250.00\t900.00\t350.00\t\t\t"
  ].join("\n")

let folder = ""
beforeAll(() => {
  folder = newFolder()
  writeFileSync(join(folder, "clean.txt"), expenditure("350.00"))
  writeFileSync(join(folder, "wrong.txt"), expenditure("305.00"))
  writeFileSync(join(folder, "torn.txt"), expenditure("3S0.00"))
})

const audited = (name: string, ...options: ReadonlyArray<string>) => juesuan(folder, ["audit", name, ...options])

describe("审核公开文件", () => {
  test("没有错误：退出码 0，报告写明读到什么、判断了什么", () => {
    const { code, stdout } = audited("clean.txt", "--json")
    const report = JSON.parse(stdout) as Report
    expect(code).toBe(0)
    expect(report.verdict).toBe("pass")
    expect(report.document).toMatchObject({ unit: "某县档案馆", year: 2023 })
    expect(report.counts.findings.error).toBe(0)
    expect(report.receipts.some(({ outcome }) => outcome === "pass")).toBe(true)
    expect(new Set(report.receipts.map(({ rule }) => rule)).size).toBe(report.receipts.length)
  })

  test("有错误：退出码 6，发现指出表、行和文件中的行号", () => {
    const { code, stdout } = audited("wrong.txt", "--json")
    const report = JSON.parse(stdout) as Report
    expect([code, report.verdict]).toEqual([6, "fail"])
    const errors = report.findings.filter(({ severity }) => severity === "error")
    expect(errors.length).toBeGreaterThan(0)
    expect(errors.flatMap(({ where }) => where).some(({ line, row }) => row === "合计" && line === 9)).toBe(true)
    expect(audited("wrong.txt").stdout).toContain("结论：不通过")
    expect(audited("wrong.txt", "--lang", "en").stdout).toContain("Verdict: fail")
  })

  test("有数字看不清：退出码 7，无法判断", () => {
    const { code, stdout } = audited("torn.txt", "--json")
    expect([code, (JSON.parse(stdout) as Report).verdict]).toEqual([7, "incomplete"])
  })

  test("读到的表：代码为行的键，金额有印出的数与确切的元，空白为 null", () => {
    const { stdout } = audited("clean.txt", "--tables-json")
    expect(JSON.parse(stdout)).toMatchObject([
      {
        table: "公开03",
        title: "支出决算表",
        unit: "万元",
        rows: [
          { key: "合计" },
          { key: "201", label: "一般公共服务支出" },
          { key: "20126" },
          {
            key: "2012604",
            cells: {
              本年支出合计: { value: "1250.00", unit: "万元", exact: "12500000" },
              经营支出: null
            }
          }
        ]
      }
    ])
    expect((JSON.parse(audited("clean.txt", "--json", "--tables-json").stdout) as Report).tables).toHaveLength(1)
  })

  test("没有的文件是没找到，读不了的文件说明原因", () => {
    expect(audited("none.pdf").code).toBe(3)
    writeFileSync(join(folder, "picture.png"), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))
    const { code, stderr, stdout } = audited("picture.png")
    expect([code, stdout]).toEqual([1, ""])
    expect(stderr).toContain("图片")
  })
})
