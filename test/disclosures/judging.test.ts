/**
 * 造出的公开文件的审核: clean ones in every layout and format get no error and are read whole, and what is planted is found.
 * A small fixed part of what `npm run test:deep` does at full size; what was measured stands in docs/assurance.md.
 */
import { describe, expect, it } from "vitest"
import { cellRecall } from "./harness/cells.ts"
import { judgeClean, judgePlanted } from "./harness/verdicts.ts"
import { formats, layouts, type FormatName, type LayoutName } from "./Made.ts"
import { plants } from "./planting/all.ts"

const layoutNames = Object.keys(layouts) as ReadonlyArray<LayoutName>
const formatNames = Object.keys(formats) as ReadonlyArray<FormatName>
const combinations = layoutNames.flatMap((layout, row) =>
  formatNames.map((format, column) => ({ layout, format, seed: 1 + row * formatNames.length + column }))
)

describe("没有错的公开文件", () => {
  const counts = { cells: { printed: 0, read: 0 }, columns: { printed: 0, read: 0 } }

  it.each(combinations)("$layout 式，$format：没有误报；没读到的数都说了", async ({ layout, format, seed }) => {
    const { audited, draft, errors } = await judgeClean(seed, layout, format)
    expect(errors.map(({ message }) => message.zh)).toEqual([])
    const { printed, read } = cellRecall(draft, audited.disclosure)
    expect(printed).toBeGreaterThan(100)
    if (read < printed) expect(audited.report.verdict).toBe("incomplete")
    const count = format === "columns" ? counts.columns : counts.cells
    count.printed += printed
    count.read += read
  })

  it("表里的数至少读到千分之九百九十五，文字排成的栏也是", () => {
    const { cells, columns } = counts
    expect(cells.printed).toBeGreaterThan(5_000)
    expect(columns.printed).toBeGreaterThan(1_000)
    expect(cells.read * 1000).toBeGreaterThanOrEqual(cells.printed * 995)
    expect(columns.read * 1000).toBeGreaterThanOrEqual(columns.printed * 995)
  })
})

describe("种下的错", () => {
  it.each(plants)("$kind 被发现", async (plant) => {
    const results = await Promise.all(
      layoutNames.map((layout, index) => judgePlanted(3 + index, layout, "tabs", plant))
    )
    const planted = results.filter((result) => result !== undefined)
    expect(planted.length).toBeGreaterThan(0)
    expect(planted.filter(({ found }) => !found).map(({ truth }) => truth)).toEqual([])
  })
})
