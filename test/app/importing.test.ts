/** 导入: all rows or none, every fault with its place, safe to repeat, tried without storing. */
import { Books } from "@juesuan/app"
import * as Effect from "effect/Effect"
import { beforeEach, describe, expect, test } from "vitest"
import { newBooks, openYear, type TestBooks } from "./books.ts"

let books: TestBooks
beforeEach(async () => {
  books = newBooks()
  await books.run(openYear)
})

const head = "业务日期,资金性质,功能科目,支出类型,经济科目,金额,收款人,摘要,凭证号"
const row = (day: string, amount: string, voucher: string, economic = "30201") =>
  `${day},一般公共预算财政拨款,2010306,基本支出,${economic},${amount},供应商,办公用品,${voucher}`

const imported = (lines: ReadonlyArray<string>, more: { readonly dryRun?: boolean; readonly name?: string } = {}) => {
  const bytes = [new TextEncoder().encode(`${lines.join("\r\n")}\r\n`)]
  const { dryRun = false, name = "凭证.csv" } = more
  return Effect.flatMap(Books, (all) => all.importFile({ name, bytes }, { actor: "会计岗", dryRun }))
}

describe("导入凭证", () => {
  test("整个文件一次入账，凭证号入元数据", async () => {
    const done = await books.run(
      imported([head, row("2024-03-05", "100.00", "记-1"), row("2024-03-06", "200.00", "记-2")])
    )
    expect([done.content, done.rows, done.stored, done.present]).toEqual(["vouchers", 2, 2, 0])
    const page = await books.run(Effect.flatMap(Books, (all) => all.log({ kind: "支付" })))
    expect(page.events.map(({ metadata }) => metadata.evidence)).toEqual(["记-1", "记-2"])
  })

  test("再导入一次什么也不变；多了一行只入那一行", async () => {
    const lines = [head, row("2024-03-05", "100.00", "记-1")]
    await books.run(imported(lines))
    const again = await books.run(imported(lines))
    expect([again.stored, again.present]).toEqual([0, 1])
    const longer = await books.run(imported([...lines, row("2024-03-07", "50.00", "记-3")]))
    expect([longer.stored, longer.present]).toEqual([1, 1])
  })

  test("同样的两行是两笔", async () => {
    const done = await books.run(
      imported([head, row("2024-03-05", "100.00", "记-1"), row("2024-03-05", "100.00", "记-1")])
    )
    expect(done.stored).toBe(2)
  })

  test("每一处错误都指明文件、行、列，一行也不入账", async () => {
    const before = await books.length()
    const error = await books.refused(
      imported([
        head,
        row("2024-03-05", "100.00", "记-1"),
        row("2024-02-30", "1.005", "记-2"),
        row("2024-03-06", "1.00", "记-3", "30288")
      ])
    )
    expect(error.issues.map(({ file, line }) => [file, line])).toContainEqual(["凭证.csv", 3])
    for (const issue of error.issues) expect(issue.says.zh).not.toBe("")
    expect(await books.length()).toBe(before)
  })

  test("超出预算的行按文件和行指明，前面的行也不入账", async () => {
    const before = await books.length()
    const error = await books.refused(
      imported([head, row("2024-03-05", "900.00", "记-1"), row("2024-03-06", "100.01", "记-2")])
    )
    expect(error.category).toBe("notAllowed")
    expect(error.issues.map(({ line }) => line)).toEqual([3])
    expect(error.issues[0]?.says.zh).toContain("100.00")
    expect(await books.length()).toBe(before)
  })

  test("只检查：不入账", async () => {
    const before = await books.length()
    const tried = await books.run(imported([head, row("2024-03-05", "100.00", "记-1")], { dryRun: true }))
    expect([tried.dryRun, tried.stored]).toEqual([true, 0])
    expect(await books.length()).toBe(before)
  })
})

describe("导入导出的日志", () => {
  const text = async (of: TestBooks): Promise<string> => {
    const { runCollect } = await import("effect/Stream")
    const lines = await of.run(Effect.flatMap(Books, (all) => runCollect(all.exportLog)))
    return [...lines].join("")
  }

  test("导入到空账库，两边逐字节相同；再导入一次什么也不变", async () => {
    const exported = await text(books)
    const other = newBooks()
    const file = exported.trimEnd().split("\n")
    const done = await other.run(imported(file, { name: "log.jsonl" }))
    expect([done.content, done.stored]).toEqual(["log", 5])
    expect(await text(other)).toBe(exported)
    expect((await other.run(imported(file, { name: "log.jsonl" }))).stored).toBe(0)
  })

  test("接不上的日志被拒绝，什么也不入账", async () => {
    const file = (await text(books)).trimEnd().split("\n").slice(1)
    const other = newBooks()
    const error = await other.refused(imported(file, { name: "log.jsonl" }))
    expect(error.category).toBe("conflict")
    expect(await other.length()).toBe(0)
  })
})
