/** 印出: what a derived disclosure states as a published one: every table, row and column by its meaning, every cell as its text. */
import { Quantities } from "@juesuan/domain"
import { publishedOf, type TableMeaning, tableMeanings } from "@juesuan/rules"
import { describe, expect, it } from "vitest"
import { sampleBooks } from "./sample-year.ts"

const { disclosure } = sampleBooks()
const published = publishedOf(disclosure)
const meanings: ReadonlyArray<TableMeaning> = Object.values(tableMeanings)

describe("账上印出的决算公开", () => {
  it("每张表、每一栏、每一行的含义都是登记过的", () => {
    expect(published.tables.length).toBe(10)
    for (const { columns, id, meaning, rows } of published.tables) {
      const known = meanings.find((each) => each.meaning === meaning)
      expect(known, id).toBeDefined()
      for (const column of columns) expect(Object.keys(known?.columns ?? {}), id).toContain(column.meaning)
      for (const { code, meaning: row = "" } of rows) {
        const isClassLine = /^expenditure\.2\d{2}$/u.test(row)
        expect(code === row || isClassLine || row in (known?.rows ?? {}), `${id} ${row}`).toBe(true)
      }
    }
  })

  it("每格的数与印出的字一致，相差不超过末位的一半；空白仍是空白", () => {
    const pairs = disclosure.tables.flatMap((table, index) =>
      table.rows.flatMap((row, place) =>
        Object.entries(row.cells).map(([column, cell]) => ({
          cell,
          printed: published.tables[index]?.rows[place]?.cells[column]?.printed
        }))
      )
    )
    let numbers = 0
    for (const { cell, printed } of pairs) {
      expect(printed?._tag).toBe(cell.printed === null ? "Blank" : "Number")
      if (printed?._tag !== "Number" || cell.figure.value._tag !== "Quantity") continue
      expect(printed.text).toBe(cell.printed)
      const apart = Quantities.minus(printed.value, { ...cell.figure.value.quantity, unit: printed.value.unit })
      expect(Quantities.compare(apart, printed.half)).toBeLessThanOrEqual(0)
      numbers += 1
    }
    expect(numbers).toBeGreaterThan(180)
  })

  it("写明本表无数据的表带着这句话；自评只有评过的项目", () => {
    const stated = published.tables.filter(({ statedEmpty }) => statedEmpty !== undefined).map(({ meaning }) => meaning)
    expect(stated).toEqual(["government-fund", "state-capital-expenditure"])
    expect(published.evaluations.length).toBe(
      disclosure.evaluations.filter(({ indicators }) => indicators.length > 0).length
    )
    expect(published.evaluations.length).toBeGreaterThan(5)
  })
})
