/** 样例年度的十张表: every printed cell as it was published, from the published tables as data: blanks as blanks, none missing, none extra. */
import { type Derivation, describeValue, printedFigureOf } from "@juesuan/rules"
import { describe, expect, it } from "vitest"
import { type PublishedTable, publishedTables, sampleBooks } from "./sample-year.ts"

const books: Derivation = sampleBooks()

const tableOf = ({ table }: PublishedTable) => {
  const found = books.disclosure.tables.find(({ id }) => id === table)
  if (found === undefined) throw new Error(`no table ${table}`)
  return found
}

it("公开的是十张表，共 652 格，其中 195 格有数", () => {
  expect(books.disclosure.tables.map(({ id }) => id)).toEqual(publishedTables.map(({ table }) => table))
  const cells = publishedTables.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells)))
  expect(cells).toHaveLength(652)
  expect(cells.filter((cell) => cell !== null)).toHaveLength(195)
})

describe.each(publishedTables)("$table $title", (published) => {
  const derived = tableOf(published)

  it("每一格与公开的相同，空白格空白", () => {
    const cellsOf = (cells: Readonly<Record<string, { readonly printed: string | null }>>) =>
      Object.fromEntries(Object.entries(cells).map(([column, { printed }]) => [column, printed]))
    expect(Object.fromEntries(derived.rows.map(({ cells, key }) => [key, cellsOf(cells)]))).toEqual(
      Object.fromEntries(published.rows.map(({ cells, key }) => [key, cells]))
    )
  })

  it("题名、单位、栏次、栏名、注与公开的相同", () => {
    expect({ title: derived.title, unit: derived.unit, notes: derived.notes }).toEqual({
      title: published.title,
      unit: published.unit,
      notes: published.notes
    })
    expect(derived.columns.map(({ label, number }) => ({ number, label }))).toEqual(published.columns)
  })

  it("行次与公开的相同，公开时没有行名的除外，行名只有全半角之别", () => {
    const linesOf = (
      rows: ReadonlyArray<{ readonly key: string; readonly lines?: Readonly<Record<string, number>> }>
    ) => Object.fromEntries(rows.map(({ key, lines = {} }) => [key, lines]))
    expect(linesOf(derived.rows)).toEqual(linesOf(published.rows))
    const labels = new Map(derived.rows.map(({ key, label }) => [key, label]))
    for (const { key, label } of published.rows) {
      if (label !== null) expect(labels.get(key)?.normalize("NFKC")).toBe(label.normalize("NFKC"))
    }
  })

  it("空行与公开的相同", () => {
    const { arrangement } = derived
    if (arrangement._tag === "List" || published.blankLines === undefined) return
    const blank = arrangement.sides.map(({ title }, side) => {
      const lines = arrangement.lines.flatMap(({ sides }) => {
        const { line, row } = sides[side] ?? {}
        return row === undefined && line !== undefined ? [line] : []
      })
      return [title, lines]
    })
    expect(Object.fromEntries(blank)).toEqual(published.blankLines)
  })

  it("印出的是列示规则对准确数的结果，单位相符", () => {
    for (const row of derived.rows) {
      for (const [column, cell] of Object.entries(row.cells)) {
        if (cell.printed === null) continue
        const shown = describeValue(printedFigureOf(cell).value)
        const unit = cell.unit.label
        const [whole, digits = ""] = cell.printed.split(".")
        const trimmed = digits.replace(/0+$/u, "")
        expect(shown, `${row.key} ${column}`).toBe(`${whole}${trimmed === "" ? "" : "."}${trimmed}${unit}`)
      }
    }
  })
})

it("公开06的四栏并列：每栏从规定的科目开始，末行为两个合计", () => {
  const { arrangement } = tableOf(publishedTables[5] as PublishedTable)
  if (arrangement._tag !== "SideBySide") throw new Error("公开06 is printed side by side")
  expect(arrangement.lines).toHaveLength(29)
  expect(arrangement.lines[0]?.sides.map(({ row }) => row)).toEqual(["301", "302", "307", "31011"])
  expect(arrangement.lines[27]?.sides.map(({ row }) => row)).toEqual([undefined, "30299", "31010", undefined])
  expect(arrangement.lines[28]?.sides.map(({ row }) => row)).toEqual([
    "人员经费合计",
    undefined,
    undefined,
    "公用经费合计"
  ])
})
