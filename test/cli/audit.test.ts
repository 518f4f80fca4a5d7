/** `juesuan audit`: a published file as a user and as a script has it audited. Figures are made up. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { AuditBatchJson, AuditJson, ReadTablesJson } from "@juesuan/app"
import * as Schema from "effect/Schema"
import { beforeAll, describe, expect, test } from "vitest"
import { juesuan, juesuanProcess, newFolder } from "./juesuan.ts"

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
    const { code, stdout } = juesuanProcess(folder, ["audit", "wrong.txt", "--json"])
    const report = JSON.parse(stdout) as Report
    expect([code, report.verdict]).toEqual([6, "fail"])
    const errors = report.findings.filter(({ severity }) => severity === "error")
    expect(errors.length).toBeGreaterThan(0)
    expect(errors.flatMap(({ where }) => where).some(({ line, row }) => row === "合计" && line === 9)).toBe(true)
    expect(audited("wrong.txt").stdout).toContain("结论：不通过")
    expect(audited("wrong.txt", "--lang", "en").stdout).toContain("Verdict: fail")
  })

  test("连同上一年度审核：对不上的退出码 6，给错了年度的退出码 7", () => {
    const summary = (year: number, opening: string, closing: string, spent: string) =>
      [
        "收入支出决算总表",
        "公开01表",
        "部门名称：某县档案馆",
        `${year}年度`,
        "金额单位：万元",
        "",
        "收入\t行次\t金额\t支出\t行次\t金额",
        `一、一般公共预算财政拨款收入\t1\t100.00\t一、一般公共服务支出\t32\t${spent}`,
        `本年收入合计\t27\t100.00\t本年支出合计\t58\t${spent}`,
        `年初结转和结余\t29\t${opening}\t年末结转和结余\t60\t${closing}`
      ].join("\n")
    const files = {
      "2022.txt": summary(2022, "", "7.00", "93.00"),
      "2023.txt": summary(2023, "7.00", "5.00", "102.00"),
      "altered.txt": summary(2023, "7.00", "5.50", "101.50"),
      "2024.txt": summary(2024, "5.00", "", "105.00")
    }
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    const outcomeOf = (report: Report) =>
      report.receipts.find(({ rule }) => rule === "identity.previous-year.carryover")?.outcome
    const beside = (previous: string) => {
      const { code, stdout } = audited("2024.txt", "--previous", previous, "--json")
      return [code, outcomeOf(JSON.parse(stdout) as Report)]
    }
    expect(beside("2023.txt")).toEqual([0, "pass"])
    expect(beside("altered.txt")).toEqual([6, "fail"])
    expect(beside("2022.txt")).toEqual([7, "insufficient-data"])
    expect(audited("2024.txt", "--previous", "2023.txt").stdout).toContain("对照上一年度：2023 2023.txt")
    expect(audited("2024.txt", "--previous", "none.txt").code).toBe(3)
  })

  test("有数字看不清：退出码 7，无法判断", () => {
    const { code, stdout } = juesuanProcess(folder, ["audit", "torn.txt", "--json"])
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

describe("报告的写法", () => {
  test("终端：按级别分组，说明所在，结论在最后一行；中英文一样完整", () => {
    const zh = audited("wrong.txt").stdout.trimEnd().split("\n")
    expect(zh.slice(0, 5)).toEqual([
      "某县档案馆  2023 年度",
      "文件：wrong.txt",
      "规则：全国 2023（没有指定，单位名称也没有写明省份）",
      "",
      "错误 1"
    ])
    expect(zh.at(-1)).toMatch(/^结论：不通过，有错误（错误 1/u)
    expect(zh.some((line) => line.includes("合计 / 项目支出“305.00”（第 9 行）"))).toBe(true)
    const en = audited("wrong.txt", "--lang", "en").stdout.trimEnd().split("\n")
    expect(en.at(-1)).toMatch(/^Verdict: fail, there are errors \(error 1/u)
    expect(en).toHaveLength(zh.length)
    expect(en).toContain(
      "  Expenditure: expenditure of the year is the sum of its columns  [identity.expenditure.across]"
    )
  })

  test("--json 与 --tables-json 合乎公布的结构，所在的表和行在读到的表里找得到", () => {
    const strict = { onExcessProperty: "error" } as const
    const report = JSON.parse(audited("wrong.txt", "--json", "--tables-json").stdout) as unknown
    const { findings, tables = [] } = Schema.decodeUnknownSync(AuditJson, strict)(report)
    expect(findings.length).toBeGreaterThan(0)
    for (const { column, row, table, title } of findings.flatMap(({ where }) => where)) {
      const found = tables.find((each) => each.table === table && each.title === title)
      expect(found?.rows.map(({ label }) => label)).toContain(row)
      expect(found?.columns.map(({ label }) => label)).toContain(column)
    }
    for (const { difference, expected, found, severity } of findings) {
      if (severity === "error") expect([difference, expected, found]).not.toContain(undefined)
    }
    Schema.decodeUnknownSync(ReadTablesJson, strict)(JSON.parse(audited("wrong.txt", "--tables-json").stdout))
    expect(audited("wrong.txt", "--json", "--lang", "en").stdout).toContain(
      "every figure rounded to its printed digits"
    )
  })

  test("CSV 表头固定；工作簿、网页写进文件，格式看扩展名；没有 PDF 就不能标注", () => {
    expect(audited("wrong.txt", "--format", "csv").stdout.split("\r\n")[0]).toBe(
      "severity,rule,message,cause,where,found,expected,difference,tolerance,basis"
    )
    const { code, stdout } = audited("wrong.txt", "--output", join("reports", "wrong.html"))
    expect([code, stdout]).toEqual([6, ""])
    expect(readFileSync(join(folder, "reports", "wrong.html"), "utf8")).toContain('<span class="verdict fail">')
    expect(audited("wrong.txt", "--output", "wrong.xlsx").code).toBe(6)
    expect(readFileSync(join(folder, "wrong.xlsx")).subarray(0, 2).toString()).toBe("PK")
    const pdf = audited("wrong.txt", "--output", "wrong.pdf")
    expect([pdf.code, pdf.stderr.includes("--format html")]).toEqual([2, true])
  })

  test("规则的地区：给定的，单位名称写明的，否则全国", () => {
    const basis = (name: string, ...options: ReadonlyArray<string>) =>
      (JSON.parse(audited(name, "--json", ...options).stdout) as typeof AuditJson.Type).document.ruleSet
    writeFileSync(join(folder, "province.txt"), expenditure("350.00").replace("某县档案馆", "浙江省某县档案馆"))
    expect(basis("clean.txt")).toMatchObject({ id: "national-2023", chosenBy: "default" })
    expect(basis("province.txt")).toMatchObject({ id: "zhejiang-2023", chosenBy: "name" })
    expect(basis("province.txt", "--place", "national")).toMatchObject({ id: "national-2023", chosenBy: "given" })
    writeFileSync(join(folder, "central.txt"), expenditure("350.00").replace("某县档案馆", "国家税务总局浙江省税务局"))
    expect(basis("central.txt")).toMatchObject({ chosenBy: "default" })
  })
})

describe("批量审核", () => {
  const text = [
    "某县图书馆2023年度部门决算",
    "",
    "第三部分 2023年度部门决算情况说明",
    "",
    "三、支出决算情况说明",
    "",
    "2023年度支出合计1,250.00万元，其中：基本支出900.00万元，占72.00%；项目支出350.00万元，占28.00%。"
  ].join("\n")
  let many = ""
  beforeAll(() => {
    many = newFolder()
    mkdirSync(join(many, "公开", "图书馆"), { recursive: true })
    writeFileSync(join(many, "公开", "1.txt"), expenditure("350.00"))
    writeFileSync(join(many, "公开", "2.txt"), expenditure("305.00").replace("档案馆", "档案局"))
    writeFileSync(join(many, "公开", "3.png"), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))
    writeFileSync(join(many, "公开", "图书馆", "说明.txt"), text)
    writeFileSync(join(many, "公开", "图书馆", "表.txt"), expenditure("350.00").replaceAll("档案馆", "图书馆"))
  })

  test("一份一行；文字与表分开的一份合在一起；读不了的不妨碍其余；退出码看最坏的", () => {
    const { code, stdout } = juesuan(many, ["audit", "公开", "--json"])
    const { counts, disclosures, verdict } = Schema.decodeUnknownSync(AuditBatchJson, { onExcessProperty: "error" })(
      JSON.parse(stdout)
    )
    expect([code, verdict]).toEqual([6, "fail"])
    expect(counts).toEqual({ disclosures: 4, pass: 2, fail: 1, incomplete: 0, unreadable: 1 })
    const library = disclosures.find(({ unit }) => unit === "某县图书馆")
    expect(library?.files.map((file) => file.split(/[\\/]/u).at(-1)).toSorted()).toEqual(["表.txt", "说明.txt"])
    expect(library?.report?.document).toMatchObject({ paragraphs: 2, tables: [{ id: "公开03" }] })
    expect(disclosures.find(({ verdict }) => verdict === "unreadable")?.reason).toContain("图片")
    // In a table for people the folder that all share is not repeated.
    expect(juesuan(many, ["audit", "公开"]).stdout).toMatch(/ 图书馆\/.+、图书馆\//u)
  })

  test("没有错误而有读不了的：退出码 7；每份一个报告写进文件夹，再审时不审报告", () => {
    const folder = newFolder()
    for (const name of ["1.txt", "3.png"]) writeFileSync(join(folder, name), readFileSync(join(many, "公开", name)))
    const written = () => juesuan(folder, ["audit", ".", "--format", "html", "--output", "报告", "--progress"])
    const { code, stderr, stdout } = written()
    expect([code, readdirSync(join(folder, "报告"))]).toEqual([7, ["1.txt.audit.html"]])
    expect(stderr).toContain("审核 2 / 2")
    expect(written().stdout).toBe(stdout)
    expect(juesuan(folder, ["audit", "."]).stdout).toContain("共 2 份")
    expect(stdout).toContain("共 2 份：不通过 0，无法判断 0，通过 1，读不了 1。")
    const csv = juesuan(folder, ["audit", "1.txt", ".", "--format", "csv"]).stdout.split("\r\n")
    expect(csv[0]).toBe("unit,year,verdict,error,warning,rounding,note,read,judged,files,reason")
  })

  test("几个文件写的单位不同：各作一份；写明是一份的才合并", () => {
    const files = [join("公开", "1.txt"), join("公开", "图书馆", "说明.txt")]
    const { stderr, stdout } = juesuan(many, ["audit", ...files])
    expect([stderr.includes("--together"), stdout.includes("共 2 份")]).toEqual([true, true])
    expect(juesuan(many, ["audit", ...files, "--together", "--json"]).stdout).toContain('"receipts"')
  })
})
