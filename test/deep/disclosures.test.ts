/**
 * 公开文件审核 at full size: random department-years in five layouts and six formats, clean and with planted errors. Prints
 * what it counts; the last figures stand in docs/assurance.md. JUESUAN_DEEP_SEEDS says how many of each (30).
 */
import { describe, expect, it } from "vitest"
import { cellRecall } from "../disclosures/harness/cells.ts"
import { judgeClean, judgeCleanBeside, judgePlanted, judgePlantedBeside } from "../disclosures/harness/verdicts.ts"
import { formats, layouts, type FormatName, type LayoutName } from "../disclosures/Made.ts"
import { plantsAcrossYears } from "../disclosures/planting/across-years.ts"
import { plants } from "../disclosures/planting/all.ts"

const layoutNames = Object.keys(layouts) as ReadonlyArray<LayoutName>
const formatNames = Object.keys(formats) as ReadonlyArray<FormatName>
const count = Number(process.env["JUESUAN_DEEP_SEEDS"] ?? "30")
const seeds = Array.from({ length: count }, (_, index) => 1_001 + index)

describe("没有错的公开文件", () => {
  const combinations = layoutNames.flatMap((layout) => formatNames.map((format) => ({ layout, format })))

  it.each(combinations)("$layout 式，$format", async ({ layout, format }) => {
    const counts = { errors: 0, warnings: 0, incomplete: 0, printed: 0, read: 0 }
    const errors: string[] = []
    for (const seed of seeds) {
      const clean = await judgeClean(seed, layout, format)
      errors.push(...clean.errors.map(({ message }) => `${seed}: ${message.zh}`))
      const recall = cellRecall(clean.draft, clean.audited.disclosure)
      counts.errors += clean.errors.length
      counts.warnings += clean.warnings.length
      counts.incomplete += clean.verdict === "incomplete" ? 1 : 0
      counts.printed += recall.printed
      counts.read += recall.read
    }
    console.log(layout, format, JSON.stringify(counts))
    expect(errors).toEqual([])
    expect(counts.read * 1000).toBeGreaterThanOrEqual(counts.printed * 990)
  })
})

describe("种下的错", () => {
  it.each(plants)("$kind", async (plant) => {
    let [planted, found] = [0, 0]
    for (const seed of seeds)
      for (const [index, layout] of layoutNames.entries()) {
        const format = formatNames[(seed + index) % formatNames.length] ?? "tabs"
        const result = await judgePlanted(seed, layout, format, plant)
        planted += result === undefined ? 0 : 1
        found += result?.found === true ? 1 : 0
      }
    console.log(plant.kind, `${found}/${planted}`)
    expect(planted).toBeGreaterThan(0)
    expect(found * 100).toBeGreaterThanOrEqual(planted * 99)
  })
})

describe("与上一年度对照", () => {
  it.each(layoutNames)("%s 式", async (layout) => {
    let pairs = 0
    const findings: string[] = []
    for (const [index, seed] of seeds.entries()) {
      const said = await judgeCleanBeside(seed, layout, formatNames[index % formatNames.length] ?? "tabs")
      pairs += said === undefined ? 0 : 1
      findings.push(...(said ?? []).map(({ message }) => `${seed}: ${message.zh}`))
    }
    console.log(layout, "beside the year before", JSON.stringify({ pairs, findings: findings.length }))
    expect(findings).toEqual([])
  })

  it.each(plantsAcrossYears)("$kind", async (plant) => {
    let [planted, found] = [0, 0]
    for (const seed of seeds)
      for (const [index, layout] of layoutNames.entries()) {
        const format = formatNames[(seed + index) % formatNames.length] ?? "tabs"
        const result = await judgePlantedBeside(seed, layout, format, plant)
        planted += result === undefined ? 0 : 1
        found += result?.found === true ? 1 : 0
      }
    console.log(plant.kind, `${found}/${planted}`)
    expect(planted).toBeGreaterThan(0)
    expect(found * 100).toBeGreaterThanOrEqual(planted * 99)
  })
})
