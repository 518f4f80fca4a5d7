/** 逐格读回: random but consistent department-years in the layouts of several places are read back cell by cell. */
import { readDisclosure } from "@juesuan/documents"
import type { PublishedDisclosure } from "@juesuan/domain"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Draft } from "../../disclosures/Draft.ts"
import { drafted, type FormatName, formats, type LayoutName, layouts } from "../../disclosures/Made.ts"
import { meaningOfOrigin } from "./meanings-of-origin.ts"
import { runs } from "../../runs.ts"

/** What is read at a place by its meanings: the text as printed, empty for a blank. */
const readAt = (document: PublishedDisclosure, at: NonNullable<ReturnType<typeof meaningOfOrigin>>): string => {
  const table = document.tables.find(({ meaning }) => meaning === at.table)
  const key = table?.columns.find(({ meaning }) => meaning === at.column)?.key
  const row = table?.rows.find(({ meaning }) => meaning === at.row)
  const cell = key === undefined ? undefined : row?.cells[key]
  if (cell === undefined) return `没有 ${at.table}/${at.row}/${at.column}`
  return cell.printed._tag === "Blank" ? "" : cell.printed.text
}

/** Every cell of the draft that has a meaning: what was printed, and what was read instead. */
const misread = (draft: Draft, document: PublishedDisclosure): { cells: number; wrong: ReadonlyArray<string> } => {
  let cells = 0
  const wrong: Array<string> = []
  for (const block of draft.blocks) {
    if (block.block !== "table") continue
    for (const cell of block.body.flat()) {
      const at = cell?.origin === undefined ? undefined : meaningOfOrigin(cell.origin)
      if (cell === undefined || at === undefined) continue
      cells += 1
      const read = readAt(document, at)
      if (read !== cell.text.trim()) wrong.push(`${at.table}/${at.row}/${at.column}: ${cell.text} ≠ ${read}`)
    }
  }
  return { cells, wrong }
}

const names = Object.keys(layouts) as ReadonlyArray<LayoutName>
const cases = names.flatMap((layout) =>
  (["tabs", "html"] as const).map((format): [LayoutName, FormatName] => [layout, format])
)

describe("逐格读回", () => {
  it.each(cases)("%s 的格式，%s", async (layout, format) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
        const { draft } = drafted(seed, layout)
        const read = await readDisclosure(await formats[format](draft))
        if (Result.isFailure(read)) throw new Error(JSON.stringify(read.failure))
        const { cells, wrong } = misread(draft, read.success)
        expect(cells).toBeGreaterThan(200)
        expect(wrong).toEqual([])
      }),
      { numRuns: runs(4) }
    )
  })
})
