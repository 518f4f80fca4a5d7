/** 损坏的导入文件: one small file of each kind that can be imported, and what importing a damaged copy of it comes to. */
import { Books } from "@juesuan/app"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { runCollect } from "effect/Stream"
import { expect } from "vitest"
import { newBooks, openYear, payment, type TestBooks } from "./books.ts"

const bytesOf = (lines: ReadonlyArray<string>): Uint8Array => new TextEncoder().encode(`${lines.join("\n")}\n`)

const vouchers = bytesOf([
  "业务日期,资金性质,功能科目,支出类型,经济科目,金额,收款人,摘要,凭证号",
  "2024-03-05,一般公共预算财政拨款,2010306,基本支出,30201,100.00,供应商,办公用品,记-1",
  "2024-03-06,一般公共预算财政拨款,2010306,基本支出,30201,200.00,供应商,办公用品,记-2"
])

const budgets = bytesOf([
  "日期,批复文号,指标类型,资金性质,功能科目,支出类型,金额,事由",
  "2024-06-01,财预〔2024〕9号,追加,一般公共预算财政拨款,201,基本支出,50.00,调整工资标准",
  "2024-07-01,财预〔2024〕11号,追加,一般公共预算财政拨款,201,基本支出,25.00,补办公经费"
])

const requests = bytesOf(
  ["记-1", "记-2"].map((evidence) =>
    JSON.stringify({ kind: "PaymentMade", unit: "001", year: 2024, data: payment, evidence })
  )
)

const exported = async (books: TestBooks): Promise<Uint8Array> => {
  const lines = await books.run(Effect.flatMap(Books, (all) => runCollect(all.exportLog)))
  return new TextEncoder().encode([...lines].join(""))
}

/** Books as they are before a file is imported, and a whole file, by what it holds. */
export const importFiles: Readonly<
  Record<string, { readonly isEmpty: boolean; readonly make: () => Promise<Uint8Array> }>
> = {
  "凭证 CSV": { isEmpty: false, make: async () => vouchers },
  "预算 CSV": { isEmpty: false, make: async () => budgets },
  "请求 JSON": { isEmpty: false, make: async () => requests },
  "导出的日志 JSON": {
    isEmpty: true,
    make: async () => {
      const books = newBooks()
      await books.run(openYear)
      return exported(books)
    }
  }
}

/** Rows that a file holds, told without reading them; undefined where quotation marks may hold line breaks. A return alone breaks no line. */
const rowsIn = (bytes: Uint8Array): number | undefined => {
  const text = new TextDecoder().decode(bytes).replace(/^\uFEFF/u, "")
  if (text.startsWith("{")) return text.split("\n").filter((line) => line.trim() !== "").length
  const lines = text.split(/\r?\n/u).filter((line) => /[^\s,]/u.test(line))
  return text.includes('"') ? undefined : lines.length - 1
}

/** Imports a file into books of its own: stored whole, or refused in words with nothing stored. Anything else fails. */
export const outcomeOf = async (bytes: Uint8Array, isEmpty: boolean): Promise<"stored" | "refused"> => {
  const books = newBooks()
  if (!isEmpty) await books.run(openYear)
  const before = await books.length()
  const file = { name: "文件", bytes: [bytes] }
  const outcome = await books.run(
    Effect.result(Effect.flatMap(Books, (all) => all.importFile(file, { actor: "会计岗" })))
  )
  if (Result.isFailure(outcome)) {
    const { category, code, issues, says } = outcome.failure
    expect(category).not.toBe("failure")
    expect(code).toMatch(/^[A-Z][A-Za-z]+$/u)
    for (const words of [says, ...issues.map((issue) => issue.says)]) expect([words.zh, words.en]).not.toContain("")
    expect(await books.length()).toBe(before)
    return "refused"
  }
  const { rows, stored } = outcome.success
  expect(stored).toBe(rows)
  expect(rowsIn(bytes) ?? rows).toBe(rows)
  expect(await books.length()).toBe(before + stored)
  return "stored"
}
