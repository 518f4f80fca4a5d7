/**
 * 打印出的公开文件的审核: made disclosures printed by a browser and by an office program, with all lines and with none: clean
 * ones get no error and are read whole or said not to be; what is planted is found. Prints what it counts;
 * the last figures stand in docs/assurance.md. JUESUAN_PRINTED_SEEDS says how many of each (1).
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Draft } from "../disclosures/Draft.ts"
import { htmlFile, type LookName } from "../disclosures/formats/html.ts"
import { cellRecall } from "../disclosures/harness/cells.ts"
import { audited, isFound } from "../disclosures/harness/verdicts.ts"
import { drafted, type LayoutName, layouts } from "../disclosures/Made.ts"
import { chanceOf } from "../disclosures/Chance.ts"
import { plants } from "../disclosures/planting/all.ts"
import type { Truth } from "../disclosures/planting/Plant.ts"
import { Printing, type Producer } from "./printing.ts"

const layoutNames = Object.keys(layouts) as ReadonlyArray<LayoutName>
const count = Number(process.env["JUESUAN_PRINTED_SEEDS"] ?? "1")
const seeds = Array.from({ length: count }, (_, index) => 2_001 + index)

interface Job {
  readonly draft: Draft
  readonly truth?: Truth
}

const printing = new Printing()
afterAll(() => printing.close())

const printed = async (producer: Producer, look: LookName, jobs: ReadonlyArray<Job>, name: string) => {
  const pages = jobs.map(({ draft }, index) => ({ name: `${name}-${index}`, html: htmlFile(draft, look) }))
  const files = await printing.print(producer, pages)
  return Promise.all(files.map((bytes) => audited([{ name: "disclosure.pdf", bytes }])))
}

const clean = seeds.flatMap((seed) => layoutNames.map((layout): Job => ({ draft: drafted(seed, layout).draft })))

const planted = seeds.flatMap((seed) =>
  plants.flatMap(({ plant }, index): ReadonlyArray<Job> => {
    const layout = layoutNames[(seed + index) % layoutNames.length] ?? "shanxi"
    const made = plant(drafted(seed + index, layout).draft, chanceOf(seed + 991))
    return made === undefined ? [] : [made]
  })
)

describe.each([
  ["浏览器", "browser", "framed"],
  ["浏览器", "browser", "bare"],
  ["办公软件", "office", "framed"],
  ["办公软件", "office", "bare"]
] as const)("%s打印的（%s，%s）", (_, producer, look) => {
  const counts = { files: 0, errors: 0, incomplete: 0, printed: 0, read: 0 }
  const errors: Array<string> = []
  const unsaid: Array<string> = []

  beforeAll(async () => {
    const all = await printed(producer, look, clean, `clean-${producer}-${look}`)
    for (const [index, { disclosure, report }] of all.entries()) {
      const { printed: wanted, read } = cellRecall(clean[index]?.draft ?? { blocks: [] }, disclosure)
      errors.push(...report.findings.flatMap(({ message, severity }) => (severity === "error" ? [message.zh] : [])))
      counts.files += 1
      counts.incomplete += report.verdict === "incomplete" ? 1 : 0
      counts.printed += wanted
      counts.read += read
      if (read < wanted && report.verdict !== "incomplete") unsaid.push(`${index}`)
    }
    counts.errors = errors.length
    console.log(producer, look, JSON.stringify(counts))
  })

  test("没有错的，没有误报", () => expect(errors).toEqual([]))

  test("没有读到的数，报告都说了", () => expect(unsaid).toEqual([]))

  test("表里的数，画了线的至少读到千分之九百九十五，没有画线的至少九成，其余说明没有读入", () => {
    expect(counts.printed).toBeGreaterThan(1_000)
    expect(counts.read * 1000).toBeGreaterThanOrEqual(counts.printed * (look === "framed" ? 995 : 900))
  })
})

test.each([
  ["浏览器", "browser"],
  ["办公软件", "office"]
] as const)("%s打印的，种下的错至少发现百分之九十九", async (_, producer) => {
  const all = await printed(producer, "framed", planted, `planted-${producer}`)
  const missed = planted.filter(({ truth }, index) => {
    const result = all[index]
    return truth !== undefined && (result === undefined || !isFound(result, truth))
  })
  console.log(
    producer,
    "planted",
    planted.length - missed.length,
    "/",
    planted.length,
    JSON.stringify(missed.map(({ truth }) => truth))
  )
  expect(planted.length).toBeGreaterThan(20)
  expect(missed.length * 100).toBeLessThanOrEqual(planted.length)
})
