/** `juesuan tables` as files: published, read back and audited they are what the books print. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import { parse } from "csv-parse/sync"
import { beforeAll, describe, expect, test } from "vitest"
import { sampleBooks } from "../rules/sample-year.ts"
import { jsonOf, juesuan, newFolder } from "./juesuan.ts"

let folder = ""
beforeAll(() => {
  folder = newFolder()
  expect(juesuan(folder, ["sample"]).code).toBe(0)
})

interface Report {
  readonly verdict: string
  readonly document: {
    readonly unit: string
    readonly year: number
    readonly tables: ReadonlyArray<{ readonly id: string; readonly recognised: boolean }>
  }
  readonly counts: {
    readonly findings: { readonly error: number }
    readonly cells: { readonly read: number; readonly judged: number }
  }
  readonly unread: ReadonlyArray<unknown>
}

const { tables, unit } = sampleBooks().disclosure

/** Every printed cell, as `table/row/column value`. */
const printed = tables.flatMap(({ id, rows }) =>
  rows.flatMap(({ cells, key }) =>
    Object.entries(cells).flatMap(([column, cell]) =>
      cell.printed === null ? [] : [`${id}/${key}/${column} ${cell.printed}`]
    )
  )
)

describe("公开表写成文件", () => {
  test.each(["xlsx", "html"])("%s：写出、读回、审核通过，每一格都读到、都判断了", (format) => {
    const file = `公开表.${format}`
    expect(juesuan(folder, ["tables", "--output", file])).toMatchObject({
      code: 0,
      stdout: "",
      stderr: `公开表写入 ${file}\n`
    })
    const { counts, document, unread, verdict } = jsonOf<Report>(juesuan(folder, ["audit", file, "--json"]))
    expect({ verdict, unread, error: counts.findings.error, cells: counts.cells }).toEqual({
      verdict: "pass",
      unread: [],
      error: 0,
      cells: { read: printed.length, judged: printed.length }
    })
    expect([document.unit, document.year]).toEqual([unit.name, 2024])
    expect(document.tables.filter(({ recognised }) => recognised)).toHaveLength(10)
  })

  test("写不出的格式：退出码 2，说明能写哪些，不写成文本充数", () => {
    const { code, stderr } = juesuan(folder, ["tables", "--output", "公开表.pdf"])
    expect([code, existsSync(join(folder, "公开表.pdf"))]).toEqual([2, false])
    expect(stderr).toContain("这里不能写成 .pdf；可写成 text、json、csv、xlsx、html。")
  })

  test("CSV：每一格一行，表头固定", () => {
    const { stdout } = juesuan(folder, ["tables", "--format", "csv"])
    const rows = parse(stdout, { columns: true }) as ReadonlyArray<Record<string, string>>
    expect(stdout.split("\r\n")[0]).toBe("table,row,label,column,value,unit")
    const asRead = rows.map(({ column, row, table, value }) => `${table}/${row}/${column} ${value}`)
    expect(asRead.toSorted()).toEqual(printed.toSorted())
  })
})
