/** 分录簿: sums, cells and lists of a selection agree with one another and with a plain list of entries. */
import { type Account, type Dimensions, Entries, Quantities, type Selection, selects } from "@juesuan/domain"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { runs } from "../runs.ts"

const dimensions: fc.Arbitrary<Dimensions> = fc.record({
  account: fc.constantFrom<Account>("payment", "revenue", "budget-approved"),
  fund: fc.constantFrom("general-public-budget", "non-fiscal"),
  functional: fc.constantFrom("201", "20103", "2010306", "2010301", "2080505"),
  economic: fc.constantFrom("", "30201", "30213", "31002"),
  kind: fc.constantFrom("basic", "project"),
  project: fc.constantFrom("", "P01", "P0"),
  item: fc.constantFrom("", "other"),
  detail: fc.constantFrom("", "small")
})

const entry = fc.record({ dimensions, amount: fc.integer({ min: -1_000_000, max: 1_000_000 }) })

const some = <Value>(values: ReadonlyArray<Value>) => fc.subarray([...values], { minLength: 1 })

const selection: fc.Arbitrary<Selection> = fc.record(
  {
    account: fc.oneof(fc.constant<Account>("payment"), some<Account>(["payment", "revenue", "budget-approved"])),
    fund: some(["general-public-budget", "non-fiscal"]),
    functional: some(["201", "20103", "2010306", "208"]),
    economic: some(["302", "30201", "310", ""]),
    kind: some(["basic", "project"]),
    project: some(["", "P01"]),
    item: some(["", "other"]),
    detail: some(["", "small"])
  },
  { requiredKeys: ["account"] }
)

const bookWith = (entries: ReadonlyArray<{ readonly dimensions: Dimensions; readonly amount: number }>): Entries => {
  const book = new Entries()
  for (const [index, { amount, dimensions }] of entries.entries()) {
    book.add(dimensions, amount as Quantities.Fen, {
      stream: `year-023001-${2020 + (index % 3)}`,
      version: index + 1,
      position: index + 1,
      occurredOn: `2024-01-0${1 + (index % 9)}`
    })
  }
  return book
}

describe("分录簿", () => {
  it("合计、各格、明细与逐笔选出的一致", () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 60 }), selection, (entries, wanted) => {
        const book = bookWith(entries)
        const chosen = entries.filter((each) => selects(wanted, each.dimensions))
        const total = chosen.reduce((sum, { amount }) => sum + amount, 0)
        expect(book.sum(wanted)).toEqual({ total, count: chosen.length })
        expect([...book.list(wanted)].map(({ amount, dimensions }) => ({ amount, dimensions }))).toEqual(chosen)
        const cells = book.cells(wanted)
        expect(cells.reduce((sum, cell) => sum + cell.total, 0)).toBe(total)
        expect(cells.reduce((sum, cell) => sum + cell.count, 0)).toBe(chosen.length)
        expect(new Set(cells.map((cell) => JSON.stringify(Object.entries(cell.dimensions).toSorted()))).size).toBe(
          cells.length
        )
      }),
      { numRuns: runs(1000) }
    )
  })

  it("科目按前缀选，其余按全等选", () => {
    const book = bookWith([
      { dimensions: { ...nothing, functional: "2010306", project: "P01" }, amount: 100 },
      { dimensions: { ...nothing, functional: "20803", project: "P0" }, amount: 10 }
    ])
    expect(book.sum({ account: "payment", functional: ["201"] }).total).toBe(100)
    expect(book.sum({ account: "payment", project: ["P0"] }).total).toBe(10)
  })

  it("明细写明出自哪个事件、哪一天，第一千笔之后也是", () => {
    const book = bookWith(Array.from({ length: 3000 }, (_, index) => ({ dimensions: nothing, amount: index })))
    expect(book.size).toBe(3000)
    const last = [...book.list({ account: "payment" })].at(-1)
    expect(last).toMatchObject({ stream: "year-023001-2022", version: 3000, occurredOn: "2024-01-03", amount: 2999 })
  })
})

const nothing: Dimensions = {
  account: "payment",
  fund: "",
  functional: "",
  economic: "",
  kind: "",
  project: "",
  item: "",
  detail: ""
}
