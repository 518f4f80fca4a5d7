/** 读文件: what people bring (encodings, headings, separators), and every fault with its place. */
import { limits, readRows } from "@juesuan/documents"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const head = "日期,凭证号,资金性质,功能科目,经济科目,支出类型,项目代码,金额,收款方,摘要"
const row = '2024-03-05,记-1,一般公共预算财政拨款,2010306,30201,项目支出,P01,"1,234.50",办公用品公司,办公用品'
const expected = {
  line: 2,
  kind: "PaymentMade",
  evidence: "记-1",
  data: {
    occurredOn: "2024-03-05",
    fund: "general-public-budget",
    functional: "2010306",
    economic: "30201",
    kind: "project",
    project: "P01",
    amount: "1234.50",
    payee: "办公用品公司",
    summary: "办公用品"
  }
}

const rowsOf = (file: Uint8Array) => Result.getOrThrow(readRows("凭证.csv", file)).rows
const faultsOf = (file: Uint8Array) => {
  const read = readRows("凭证.csv", file)
  return Result.isFailure(read) ? read.failure : []
}

/** 办公 and the like in GB 18030, as Excel saves CSV on a Chinese Windows. */
const gb18030 = (text: string): Uint8Array => {
  const known = new Map<string, readonly [number, number]>()
  const decoder = new TextDecoder("gb18030")
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      if (low !== 0x7f) known.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
    }
  }
  return Uint8Array.from([...text].flatMap((char) => known.get(char) ?? [char.charCodeAt(0)]))
}

describe("凭证文件", () => {
  test.each([
    ["UTF-8", bytes(`${head}\n${row}\n`)],
    ["带字节顺序标记、回车换行", bytes(`\uFEFF${head}\r\n${row}\r\n`)],
    ["GB 18030", gb18030(`${head}\n${row}\n`)],
    ["末行没有换行，后面有空行", bytes(`${head}\n${row}\n\n\n`)]
  ])("%s", (_, file) => {
    expect(rowsOf(file)).toEqual([expected])
  })

  test("列的次序随意，同义的列名、英文列名、英文标识都认", () => {
    const other = "payee,用途,金额,凭证编号,业务日期,fund,功能分类科目,economic,支出类别,项目"
    const same = "办公用品公司,办公用品,1234.50,记-1,2024-03-05,general-public-budget,2010306,30201,project,P01"
    expect(rowsOf(bytes(`${other}\n${same}\n`))).toEqual([expected])
  })

  test("每一处错误都有行、列、实际与应为，一次全部说出", () => {
    const faults = faultsOf(
      bytes(
        `${head}\n${row.replace("2024-03-05", "2024-02-30").replace('"1,234.50"', "12.345")}\n${row.replace("项目支出", "专项").replace(",P01", ",")}\n`
      )
    )
    expect(faults.map(({ column, found, line }) => [line, column, found])).toEqual([
      [2, "日期", "2024-02-30"],
      [2, "金额", "12.345"],
      [3, "支出类型", "专项"]
    ])
    for (const { file, says } of faults) {
      expect(file).toBe("凭证.csv")
      expect(says.zh).toContain("凭证.csv 第")
      expect(says.en).toContain("line")
    }
  })

  test.each([
    ["空文件", ""],
    ["只有表头以外的文字", "你好\n"],
    ["缺一列", `${head.replace(",摘要", "")}\n${row.replace(",办公用品", "")}\n`],
    ["引号没有关", `${head}\n"2024\n`]
  ])("%s：说明怎么办，不抛出错误", (_, text) => {
    expect(faultsOf(bytes(text)).length).toBeGreaterThan(0)
  })

  test("超长的行先拒绝，不解析", () => {
    expect(faultsOf(bytes(`${head}\n${"x".repeat(limits.line + 1)}\n`)).length).toBeGreaterThan(0)
  })
})
