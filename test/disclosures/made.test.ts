/**
 * 造出的公开文件: they are consistent before anything reads them, they are the same for the same seed, and what makes them
 * knows nothing of what reads them.
 */
import { readFileSync, readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { spent, sum } from "./DepartmentYear.ts"
import { drafted, formats, layouts, type FormatName, type LayoutName } from "./Made.ts"
import { runs } from "../runs.ts"

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })
const layoutNames = Object.keys(layouts) as ReadonlyArray<LayoutName>
const formatNames = Object.keys(formats) as ReadonlyArray<FormatName>

const allowed = /^(?:node:[a-z/]+|fast-check|docx|@cj-tech-master\/excelts(?:\/.+)?|\.{1,2}\/.+)$/u
/** The harness reads and judges what was made: only it and the tests may know the product. */
const isHarness = (path: string) => path.endsWith(".test.ts") || /^(?:harness|programs)\//u.test(path)

const importsOf = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(/(?<!\.)\b(?:from|import)\s*\(?\s*"([^"]+)"/gu)].map(([, name]) => name ?? "")

describe("造公开文件的程序", () => {
  const root = fileURLToPath(new URL(".", import.meta.url))
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !isHarness(path))
    .map((path) => ({ path, text: readFileSync(`${root}/${path}`, "utf8") }))

  it("不认识读取和判断它的程序", () => {
    expect(files.length).toBeGreaterThan(10)
    const strangers = files.flatMap(({ path, text }) =>
      importsOf(text)
        .filter((name) => !allowed.test(name) || name.includes("harness/"))
        .map((name) => `${path}: ${name}`)
    )
    expect(strangers).toEqual([])
  })

  it("能够发现：从产品引入", () => {
    const planted = importsOf('import { x } from "@juesuan/rules"\nconst y = await import("@juesuan/domain")')
    expect(planted.filter((name) => !allowed.test(name))).toEqual(["@juesuan/rules", "@juesuan/domain"])
  })
})

describe.each(layoutNames)("%s 式的部门年度", (layout) => {
  it("收支平衡到分", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { year } = drafted(seed, layout)
        const of = (field: (line: (typeof year.lines)[number]) => number) => sum(year.lines.map(field))
        const income = of((line) => line.fiscal + sum(Object.values(line.own)))
        expect(income + year.surplusUsed + of((line) => line.opening)).toBe(
          of(spent) + year.surplusDistributed + of((line) => line.closing)
        )
        const basic = sum(year.lines.filter(({ fund }) => fund === "general").map((line) => line.basic))
        expect(sum(year.economic.values())).toBe(basic)
        for (const line of year.lines)
          expect(Math.min(line.basic, line.project, line.opening, line.closing, line.fiscal)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: runs(200) }
    )
  })

  it("印出的数都在四舍五入之内相加得上", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { sheets } = drafted(seed, layout).statement
        for (const { rows, columns } of [sheets.income, sheets.expenditure, sheets.general]) {
          const classes = rows.filter(({ code }) => code?.length === 3)
          columns.forEach((_, column) => {
            const total = rows[0]?.cells[column] ?? 0
            const parts = classes.map(({ cells }) => cells[column] ?? 0)
            expect(2 * Math.abs(sum(parts) - total)).toBeLessThanOrEqual(parts.length + 1)
          })
        }
      }),
      { numRuns: runs(100) }
    )
  })

  it.each(formatNames)("写成 %s，同一个种子的文字总是一样", async (format) => {
    const { draft } = drafted(7, layout)
    expect(draft).toEqual(drafted(7, layout).draft)
    const files = await formats[format](draft)
    expect(files.reduce((size, { bytes }) => size + bytes.length, 0)).toBeGreaterThan(5_000)
  })
})
