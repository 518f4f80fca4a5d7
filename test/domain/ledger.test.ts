/** 账: the same events give the same ledger in any order, a prefix is the position, and what was known stays known. */
import { type AsOf, type FoldedEvent, foldLedger, isWithin, Ledger } from "@juesuan/domain"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type History, history } from "../arbitrary/history.ts"
import { inEveryCase } from "../laws.ts"
import * as books from "./bookkeeping.ts"
import { everythingIn, factsIn, sumsIn } from "./reading.ts"
import { type Asked, booksWith, usual } from "./specification.ts"
import { runs } from "../runs.ts"

const often = runs(1000)
const { line, opened, paid, registered, returned } = books

/** A history, its events in any order, and a place in it. */
const drawn = history().chain((made) =>
  fc.record({
    made: fc.constant(made),
    other: fc.shuffledSubarray([...made.events], { minLength: made.events.length, maxLength: made.events.length }),
    number: fc.nat()
  })
)
const everything = ({
  made: { events },
  number,
  other
}: {
  readonly made: History
  readonly other: ReadonlyArray<FoldedEvent>
  readonly number: number
}) => {
  const position = number % (events.length + 1)
  const upTo = (asOf: AsOf) => everythingIn(foldLedger(events, asOf))
  return { events, other, position, upTo, all: upTo({}), before: everythingIn(foldLedger(events.slice(0, position))) }
}

/** Streams one after the other, as a store may read them. */
const streamByStream = (events: ReadonlyArray<FoldedEvent>): ReadonlyArray<FoldedEvent> =>
  events.toSorted((left, right) =>
    left.stream < right.stream ? 1 : left.stream > right.stream ? -1 : left.version - right.version
  )

describe("推演", () => {
  inEveryCase(
    { drawn, made: everything, often },
    {
      "与互不相关的事件的先后无关：打乱次序，合计、事实、明细都相同": ({ all, other }) => {
        expect(everythingIn(foldLedger(other))).toEqual(all)
      },
      逐个流推演与按日志次序推演相同: ({ all, events }) => {
        expect(everythingIn(foldLedger(streamByStream(events)))).toEqual(all)
      },
      逐个记入与一次推演相同: ({ all, events }) => {
        const ledger = new Ledger()
        for (const event of events) ledger.record(event)
        expect(everythingIn(ledger)).toEqual(all)
      },
      某一位置的账就是日志到该位置为止的账: ({ before, position, upTo }) => {
        expect(upTo({ at: position })).toEqual(before)
      },
      "某一记录时间的账就是当时已记的账，时间含本刻": ({ before, events, position, upTo }) => {
        const knownAt = events[position - 1]?.recordedAt ?? "2024-01-01T00:00:00.000Z"
        expect(upTo({ knownAt })).toEqual(before)
      }
    }
  )

  it("红字抵销它的原事件：分录一正一负，事实不再成立，两者都仍可查到", () => {
    const kept = booksWith([
      registered,
      opened(),
      books.approved(line("2010306"), "100.00"),
      paid(line("2010306"), "60.00"),
      books.vehiclesCounted,
      books.reversed("year-023001-2024@3"),
      books.reversed("year-023001-2024@4")
    ])
    const ledger = foldLedger(kept.events)
    expect(ledger.entries.sum({ account: "payment" })).toEqual({ total: 0, count: 2 })
    expect([...ledger.entries.list({ account: "payment" })].map(({ amount, version }) => [version, amount])).toEqual([
      [3, 6000],
      [5, -6000]
    ])
    expect(ledger.facts("VehiclesCounted")).toEqual([])
    expect(ledger.events).toBe(7)
  })

  it("退回是同一账户的负数，记在退回的日期", () => {
    const kept = booksWith([
      registered,
      opened(),
      books.approved(line("2010306"), "100.00"),
      paid(line("2010306"), "60.00"),
      returned("year-023001-2024@3", "25.50", "2024-04-01")
    ])
    const { entries } = foldLedger(kept.events)
    expect(entries.sum({ account: "payment", economic: ["302"] })).toEqual({ total: 3450, count: 2 })
    expect([...entries.list({ account: "payment" })].map(({ amount, occurredOn }) => [occurredOn, amount])).toEqual([
      ["2024-03-20", 6000],
      ["2024-04-01", -2550]
    ])
  })

  it("只能有一个的，以业务日期在后的为准；同日的以后记的为准", () => {
    const counted = (occurredOn: string, count: number): Asked => ({
      request: { type: "LargeEquipmentCounted", data: { occurredOn, count } }
    })
    const kept = booksWith([
      registered,
      opened(),
      counted("2024-12-31", 3),
      counted("2024-06-30", 1),
      counted("2024-12-31", 4),
      counted("2024-11-30", 2)
    ])
    expect(
      foldLedger(kept.events)
        .facts("LargeEquipmentCounted")
        .map(({ data }) => data.count)
    ).toEqual([1, 2, 3, 4])
  })
})

describe("时点", () => {
  it("以后的更正不改变从前的回答：按位置、按记录时间都不变", () => {
    let corrected = 0
    fc.assert(
      fc.property(history({ closed: false, evaluations: false }), fc.nat(), (made, number) => {
        const last = made.events.at(-1)
        if (last === undefined) return
        const asOf: ReadonlyArray<AsOf> = [{ at: last.position }, { knownAt: last.recordedAt }]
        const before = asOf.map((point) => everythingIn(foldLedger(made.events, point)))
        const own = made.events.filter(({ stream }) => stream.startsWith("year"))
        const event = own[number % own.length]
        const undone = made.books.record(books.reversed(event?.id ?? "").request, usual)
        if (Result.isFailure(undone)) return
        corrected += 1
        expect(asOf.map((point) => everythingIn(foldLedger(made.events, point)))).toEqual(before)
      }),
      { numRuns: often }
    )
    expect(corrected).toBeGreaterThan(100)
  })

  it("按业务日期，被更正的错误如从未有过", () => {
    let corrected = 0
    fc.assert(
      fc.property(
        history({ closed: false, evaluations: false }),
        fc.nat(),
        fc.nat({ max: 364 }),
        (made, number, day) => {
          const until = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)
          const payments = made.events.filter(({ type }) => type === "PaymentMade")
          const payment = payments[number % payments.length]
          const undone = made.books.record(books.reversed(payment?.id ?? "").request, usual)
          if (Result.isFailure(undone)) return
          corrected += 1
          const without = made.events.filter(({ id }) => id !== payment?.id && id !== undone.success[0]?.id)
          expect(sumsIn(foldLedger(made.events, { until }))).toEqual(sumsIn(foldLedger(without, { until })))
          expect(factsIn(foldLedger(made.events, { until }))).toEqual(factsIn(foldLedger(without, { until })))
        }
      ),
      { numRuns: often }
    )
    expect(corrected).toBeGreaterThan(100)
  })

  it("三种时点可以合用，都含界上", () => {
    const [event] = booksWith([registered]).events
    if (event === undefined) throw new Error("nothing was recorded")
    const { position, recordedAt } = event
    const until = event.data.occurredOn
    expect(isWithin({ at: position, knownAt: recordedAt, until }, event)).toBe(true)
    expect(isWithin({ at: position - 1 }, event)).toBe(false)
    expect(isWithin({ knownAt: "2024-01-01T00:00:59.999Z" }, event)).toBe(false)
    const dated: FoldedEvent = {
      ...event,
      type: "UnitClassified",
      data: { occurredOn: until, category: "administrative" }
    }
    expect(isWithin({ until }, dated)).toBe(true)
    expect(isWithin({ until: "2019-02-28" }, dated)).toBe(false)
  })

  it("单位登记不分日期：早于登记日期的问题也知道是谁、按谁的规则", () => {
    const [event] = booksWith([registered]).events
    if (event === undefined) throw new Error("nothing was recorded")
    expect(isWithin({ until: "2019-02-28" }, event)).toBe(true)
    expect(isWithin({ at: event.position - 1, until: "2019-02-28" }, event)).toBe(false)
  })
})
