/** 过次页: a ledger that is being read stays as it is while its successor takes what comes. */
import { type FoldedEvent, Ledger } from "@juesuan/domain"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { runs } from "../runs.ts"

const stream = "year-001-2024"

const paid = (version: number, fen: number, economic: string): FoldedEvent => ({
  position: version,
  stream,
  version,
  recordedAt: "2024-03-05T01:00:00.000Z",
  type: "PaymentMade",
  data: {
    occurredOn: "2024-03-05",
    fund: "general-public-budget",
    functional: "2010306",
    kind: "basic",
    economic: economic as "30201",
    amount: `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`,
    payee: "供应商",
    summary: "办公用品"
  }
})

const listed = (version: number): FoldedEvent => ({
  position: version,
  stream,
  version,
  recordedAt: "2024-03-05T01:00:00.000Z",
  type: "ProjectListed",
  data: { occurredOn: "2024-03-05", project: `P${version}`, name: "项目" }
})

const all = { account: "payment" } as const

/** Everything that can be read of a ledger. */
const read = (ledger: Ledger) => ({
  events: ledger.events,
  last: ledger.lastPosition,
  sum: ledger.entries.sum(all),
  cells: ledger.entries.cells(all).map(({ count, dimensions, total }) => [dimensions.economic, count, total]),
  entries: [...ledger.entries.list(all)],
  projects: ledger.facts("ProjectListed").map(({ id }) => id)
})

const events = fc.array(
  fc.oneof(
    fc.record({ fen: fc.integer({ min: 1, max: 1e9 }), economic: fc.constantFrom("30201", "30202", "30211") }),
    fc.constant("listed" as const)
  ),
  { maxLength: 60 }
)

const recordAll = (ledger: Ledger, from: number, what: ReadonlyArray<{ fen: number; economic: string } | "listed">) => {
  what.forEach((each, index) => {
    const version = from + index + 1
    ledger.record(each === "listed" ? listed(version) : paid(version, each.fen, each.economic))
  })
}

describe("过次页", () => {
  it("续页等于一次记完的账，原账仍是当时的样子", () => {
    fc.assert(
      fc.property(events, events, (first, then) => {
        const before = new Ledger()
        recordAll(before, 0, first)
        const seen = read(before)
        const after = before.successor()
        recordAll(after, first.length, then)
        const whole = new Ledger()
        recordAll(whole, 0, [...first, ...then])
        expect(read(after)).toEqual(read(whole))
        expect(read(before)).toEqual(seen)
        const positions = [...first, ...then].flatMap((each, index) => (each === "listed" ? [] : [index + 1]))
        expect(read(after).entries.map(({ position }) => position)).toEqual(positions)
      }),
      { numRuns: runs(300) }
    )
  })

  it("长到换了存储也一样", () => {
    const before = new Ledger()
    for (let version = 1; version <= 1000; version += 1) before.record(paid(version, version, "30201"))
    const seen = read(before)
    const after = before.successor()
    for (let version = 1001; version <= 3000; version += 1) after.record(paid(version, version, "30202"))
    expect(read(before)).toEqual(seen)
    expect(after.entries.sum(all)).toEqual({ total: 4501500, count: 3000 })
  })

  it("已过次页的账不能再记，也不能再过一次", () => {
    const before = new Ledger()
    before.successor()
    expect(() => before.record(paid(1, 100, "30201"))).toThrow("closed")
    expect(() => before.record(listed(1))).toThrow("closed")
    expect(() => before.successor()).toThrow("successor")
  })
})
