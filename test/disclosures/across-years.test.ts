/**
 * 与上一年度对照的审核: a made disclosure beside that of the year before: a clean pair gets no error, and what does
 * not agree across the years is found. A small part of what `npm run test:deep` does.
 */
import { describe, expect, it } from "vitest"
import { judgeCleanBeside, judgePlantedBeside } from "./harness/verdicts.ts"
import { layouts, type LayoutName } from "./Made.ts"
import { plantsAcrossYears } from "./planting/across-years.ts"

const layoutNames = Object.keys(layouts) as ReadonlyArray<LayoutName>

describe("与上一年度对照", () => {
  it.each(layoutNames)("%s 式：两年相符的没有错误，也没有跨年的警告", async (layout) => {
    const findings = await judgeCleanBeside(3 + layoutNames.indexOf(layout), layout, "tabs")
    expect(findings?.map(({ message }) => message.zh)).toEqual([])
  })

  it.each(plantsAcrossYears)("$kind 被发现", async (plant) => {
    const results = await Promise.all(
      layoutNames.map((layout, index) => judgePlantedBeside(3 + index, layout, "tabs", plant))
    )
    const planted = results.filter((result) => result !== undefined)
    expect(planted.length).toBeGreaterThan(2)
    expect(planted.filter(({ found }) => !found).map(({ truth }) => truth)).toEqual([])
  })
})
