/** `juesuan tables` and `table` as files: published, read back and audited they are what the books print. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "csv-parse/sync"
import { beforeAll, describe, expect, test } from "vitest"
import { jsonOf, juesuan, newFolder } from "./juesuan.ts"

let folder = ""
beforeAll(() => {
  folder = newFolder()
  expect(juesuan(folder, ["sample"]).code).toBe(0)
})

interface TableJson {
  readonly table: string
  readonly rows: ReadonlyArray<{
    readonly key: string
    readonly cells: Readonly<Record<string, { readonly value: string } | null>>
  }>
}
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

/** Every printed cell, as `table/row/column value`. */
const printedIn = (tables: ReadonlyArray<TableJson>): ReadonlyArray<string> =>
  tables.flatMap(({ rows, table }) =>
    rows.flatMap(({ cells, key }) =>
      Object.entries(cells).flatMap(([column, cell]) =>
        cell === null ? [] : [`${table}/${key}/${column} ${cell.value}`]
      )
    )
  )

const askedFor = (): ReadonlyArray<TableJson> => jsonOf(juesuan(folder, ["tables", "--json"]))

describe("公开表写成文件", () => {
  test.each(["xlsx", "html"])("%s：写出、读回、审核通过，每一格都读到、都判断了", (format) => {
    const file = `公开表.${format}`
    expect(juesuan(folder, ["tables", "--output", file])).toMatchObject({
      code: 0,
      stdout: "",
      stderr: `公开表写入 ${file}\n`
    })
    const { counts, document, unread, verdict } = jsonOf<Report>(juesuan(folder, ["audit", file, "--json"]))
    const printed = printedIn(askedFor()).length
    expect({ verdict, unread, error: counts.findings.error, cells: counts.cells }).toEqual({
      verdict: "pass",
      unread: [],
      error: 0,
      cells: { read: printed, judged: printed }
    })
    expect([document.unit, document.year]).toEqual(["泽州县行政审批服务管理局", 2024])
    expect(document.tables.filter(({ recognised }) => recognised)).toHaveLength(10)
  })

  test("相同的账，相同的文件；一张表的工作簿只有那一张", () => {
    const bytes = ["一.xlsx", "二.xlsx"].map((name) => {
      expect(juesuan(folder, ["tables", "--format", "xlsx", "--output", name]).code).toBe(0)
      return readFileSync(join(folder, name))
    })
    expect(bytes[0]?.equals(bytes[1] ?? Buffer.of())).toBe(true)
    expect(juesuan(folder, ["table", "03", "--output", "三.xlsx"]).code).toBe(0)
    const report = jsonOf<Report>(juesuan(folder, ["audit", "三.xlsx", "--json"]))
    expect(report.document.tables.map(({ id }) => id)).toEqual(["公开03"])
  })

  test("CSV：每一格一行，表头固定，与 JSON 相同", () => {
    const { stdout } = juesuan(folder, ["tables", "--format", "csv"])
    const rows = parse(stdout, { columns: true }) as ReadonlyArray<Record<string, string>>
    expect(stdout.split("\r\n")[0]).toBe("table,row,label,column,value,unit")
    expect(rows.map(({ column, row, table, value }) => `${table}/${row}/${column} ${value}`)).toEqual(
      printedIn(askedFor())
    )
  })
})
