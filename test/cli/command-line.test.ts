/** The command line as a user and as a script meets it: answers, JSON contracts, messages, exit codes. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { commandIndex } from "../../packages/cli/src/CommandIndex.ts"
import { version } from "../../packages/cli/src/Version.ts"
import manifest from "../../packages/cli/package.json" with { type: "json" }
import { jsonOf, juesuan, juesuanProcess, newFolder } from "./juesuan.ts"

interface AmountJson {
  readonly value: string
  readonly unit: string
  readonly exact: string
}

let folder = ""
beforeAll(() => {
  folder = newFolder()
  expect(juesuan(folder, ["sample"]).code).toBe(0)
})

const logLength = (): number => juesuan(folder, ["export"]).stdout.split("\n").length - 1

describe("命令行", () => {
  test("版本与清单一致；首页帮助列出每个命令，中英文各一页", () => {
    expect(juesuanProcess(folder, ["--version"]).stdout).toBe(`juesuan ${version}\n`)
    expect(version).toBe(manifest.version)
    const zh = juesuanProcess(folder, ["--help"]).stdout
    const en = juesuan(folder, ["--help", "--lang", "en"]).stdout
    for (const entry of Object.values(commandIndex)) {
      expect(zh).toContain(entry.zh)
      expect(en).toContain(entry.en)
    }
  })

  test.each(Object.keys(commandIndex))("%s 有自己的帮助", (name) => {
    const { code, stdout } = juesuan(folder, [name, "--help"])
    expect(code).toBe(0)
    expect(stdout).toContain(commandIndex[name as keyof typeof commandIndex].zh)
  })

  test("表的 JSON：行以代码为键，金额是文本，空白是 null", () => {
    const table = jsonOf<{
      table: string
      columns: ReadonlyArray<{ key: string; label: string }>
      rows: ReadonlyArray<{ key: string; cells: Record<string, AmountJson | null> }>
    }>(juesuan(folder, ["table", "公开03", "--json"]))
    expect(table.table).toBe("公开03")
    expect(table.columns.map(({ label }) => label)).toEqual([
      "本年支出合计",
      "基本支出",
      "项目支出",
      "上缴上级支出",
      "经营支出",
      "对附属单位补助支出"
    ])
    const row = table.rows.find(({ key }) => key === "2010306")
    expect(row?.cells["项目支出"]).toMatchObject({ value: "132.96", unit: "万元" })
    expect(row?.cells["经营支出"]).toBeNull()
  })

  test("理由的 JSON：推导在上，事件在下", () => {
    const explained = jsonOf<{ ref: string; value: AmountJson; because: { kind: string; formula: string } }>(
      juesuan(folder, ["explain", "公开01/总计/支出", "--json"])
    )
    expect(explained).toMatchObject({
      ref: "公开01/总计/支出",
      value: { value: "1564.71" },
      because: { kind: "derived" }
    })
  })

  test("理由树里为零的项只计数，--zeros 才展开", () => {
    const few = juesuan(folder, ["explain", "公开01/总计/支出"]).stdout
    expect(few).toContain("另有 22 项为零")
    expect(few).not.toContain("外交支出 =")
    expect(juesuan(folder, ["explain", "公开01/总计/支出", "--zeros"]).stdout).toContain("外交支出 =")
  })

  test("写错的地址：退出码 3，给出最接近的地址，标准输出为空", () => {
    const { code, stderr, stdout } = juesuanProcess(folder, ["explain", "公开03/2010307/项目支出"])
    expect([code, stdout]).toEqual([3, ""])
    expect(stderr).toContain("公开03/2010306/项目支出")
  })

  test("没有的选项、缺的参数：退出码 2，用所选语言说明", () => {
    const zh = juesuanProcess(folder, ["table", "--jsn"])
    expect([zh.code, zh.stdout]).toEqual([2, ""])
    expect(zh.stderr).toContain("juesuan: ")
    const en = juesuan(folder, ["table", "--lang", "en"])
    expect(en.code).toBe(2)
    expect(en.stderr).toContain("See juesuan table --help")
    expect(juesuan(folder, ["frobnicate"]).code).toBe(2)
  })

  test("已关账年度拒绝付款：退出码 4，什么也不入账", () => {
    const before = logLength()
    const data = {
      occurredOn: "2024-12-30",
      fund: "general-public-budget",
      functional: "2010306",
      kind: "basic",
      economic: "30201",
      amount: "1.00",
      payee: "供应商",
      summary: "办公费"
    }
    const { code, stderr } = juesuanProcess(folder, ["record", "PaymentMade", "--data", JSON.stringify(data)])
    expect(code).toBe(4)
    expect(stderr).toContain("关账")
    expect(logLength()).toBe(before)
  })

  test("三位小数、负数、缺字段：退出码 2，逐项指出，什么也不入账", () => {
    const before = logLength()
    const data = {
      occurredOn: "2024-02-30",
      fund: "general-public-budget",
      functional: "2010306",
      kind: "basic",
      economic: "30201",
      amount: "-1.005",
      summary: "办公费"
    }
    const { code, stderr } = juesuanProcess(folder, ["record", "支付", "--data", "-"], { input: JSON.stringify(data) })
    expect(code).toBe(2)
    for (const part of ["occurredOn", "amount", "payee"]) expect(stderr).toContain(part)
    expect(stderr.match(/payee/gu), "每处只说一次").toHaveLength(1)
    expect(logLength()).toBe(before)
  })

  test("--data 不是 JSON：说明从哪里起不是", () => {
    const { code, stderr } = juesuan(folder, ["record", "YearClosed", "--data", "{occurredOn}"])
    expect(code).toBe(2)
    expect(stderr).toContain("--data 不是 JSON")
  })

  test("导出再导入到空账库，两边逐字节相同", () => {
    const exported = juesuan(folder, ["export"])
    expect(exported.code).toBe(0)
    const other = newFolder()
    writeFileSync(join(other, "log.jsonl"), exported.stdout)
    expect(juesuan(other, ["import", "log.jsonl"]).code).toBe(0)
    expect(juesuan(other, ["export"]).stdout).toBe(exported.stdout)
  })

  test("CSV 的表头固定，金额不被改写", () => {
    const [head, first] = juesuan(folder, ["table", "公开05", "--format", "csv"]).stdout.split("\r\n")
    expect(head).toBe("key,label,小计,基本支出,项目支出")
    expect(first).toBe("合计,合计,1564.71,1096.83,467.89")
  })

  test("账库不存在：提问不新建文件，退出码 1", () => {
    const { code, stderr } = juesuanProcess(newFolder(), ["table", "公开03"])
    expect(code).toBe(1)
    expect(stderr).toContain("juesuan.db")
  })

  test("一屏概览：收支相等，有得分，有一个数字的来由；再次运行不重复装入", () => {
    const first = juesuanProcess(folder, ["start"])
    expect(first.code).toBe(0)
    for (const part of ["收支相等", "自评", "⇐"]) expect(first.stdout).toContain(part)
    const before = logLength()
    juesuan(folder, ["start"])
    expect(logLength()).toBe(before)
  })
})
