/** 决策的性质: what holds after any valid history, whatever was asked for in whatever order. */
import {
  type BudgetLine,
  budgetLines,
  type DataOf,
  foldLedger,
  Quantities,
  type Selection,
  yearFold,
  type YearEvent
} from "@juesuan/domain"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type History, history } from "../arbitrary/history.ts"
import { inEveryCase } from "../laws.ts"
import type { KeptEvent } from "../arbitrary/TestBooks.ts"
import * as books from "./bookkeeping.ts"
import { moneyIn, sumsIn } from "./reading.ts"
import { usual } from "./specification.ts"
import { runs } from "../runs.ts"

const often = runs(1000)
const open = history({ evaluations: false, closed: false })

const yearEventsOf = ({ events }: History): ReadonlyArray<KeptEvent> =>
  events.filter(({ stream }) => stream.startsWith("year"))

const evolve = (state: ReturnType<typeof yearFold.initialState>, event: KeptEvent) =>
  yearFold.evolve(state, event as unknown as YearEvent)

const stateOf = ({ books: kept, unit, year }: History) => kept.yearState(unit, year)

/** A line's code and what is above it in an entry: an entry counts for a line when its code begins with the line's. */
const drawnOn = (account: Selection["account"], line: BudgetLine): Selection => ({
  account,
  fund: [line.fund],
  functional: [line.functional],
  kind: [line.kind],
  project: [line.project ?? ""]
})

/** No payment is given back beyond its amount, nor at all once it is reversed. */
const returnsAreWithin = (made: History): void => {
  const reversed = new Set<unknown>()
  const returned = new Map<string, number>()
  for (const { data, id, type } of made.events) {
    if (type === "EventReversed") reversed.add((data as DataOf<"EventReversed">).event)
    if (type !== "PaymentReturned") continue
    const { amount, payment } = data as DataOf<"PaymentReturned">
    returned.set(id, Quantities.fenOfText(amount))
    expect(made.books.find(payment)?.type).toBe("PaymentMade")
  }
  for (const { data, id, type } of made.events) {
    if (type !== "PaymentMade") continue
    const back = made.events.filter(
      (event) =>
        event.type === "PaymentReturned" &&
        (event.data as DataOf<"PaymentReturned">).payment === id &&
        !reversed.has(event.id)
    )
    const total = back.reduce((sum, event) => sum + (returned.get(event.id) ?? 0), 0)
    expect(total).toBeLessThanOrEqual(Quantities.fenOfText((data as DataOf<"PaymentMade">).amount))
    if (reversed.has(id)) expect(total).toBe(0)
  }
}

describe("预算控制", () => {
  const inTheBooks = (made: History) => ({
    made,
    events: yearEventsOf(made),
    entries: foldLedger(made.events).entries,
    money: moneyIn(stateOf(made))
  })

  inEveryCase(
    { drawn: open, made: inTheBooks, often },
    {
      "接受任何命令之后，各指标的可用数都不低于零": ({ events }) => {
        let state = yearFold.initialState()
        for (const [index, event] of events.entries()) {
          state = evolve(state, event)
          // A reversal and what replaces it are one decision.
          if (events[index + 1]?.corrects !== undefined) continue
          const overdrawn = budgetLines(state).filter(({ available }) => available < 0)
          if (overdrawn.length > 0) expect(overdrawn).toEqual([])
        }
      },
      "可用数与账中同一指标的预算、调整、年初结转、支付之和一致": ({ entries, money }) => {
        for (const { available, line } of money.lines) {
          const granted = entries.sum(
            drawnOn(["budget-approved", "budget-adjustment", "opening-carryover"], line)
          ).total
          expect(available).toBe(granted - entries.sum(drawnOn("payment", line)).total)
        }
      },
      "年末结转与账中年初结转、收入、使用结余、支出、结余分配一致": ({ entries, money: { closing } }) => {
        for (const { amount, line } of closing) {
          const received = entries.sum(drawnOn(["opening-carryover", "revenue", "surplus-used"], line)).total
          expect(amount).toBe(received - entries.sum(drawnOn(["payment", "surplus-distributed"], line)).total)
        }
        const total = closing.reduce((sum, { amount }) => sum + amount, 0)
        const all = (account: Selection["account"]) => entries.sum({ account }).total
        expect(total).toBe(
          all(["opening-carryover", "revenue", "surplus-used"]) - all(["payment", "surplus-distributed"])
        )
      },
      每笔支付的退回合计不超过支付: ({ made }) => returnsAreWithin(made)
    }
  )

  it("关账成功时，财政拨款各类的年末结转都不低于零", () => {
    fc.assert(
      fc.property(history({ evaluations: false, closed: true }), (made) => {
        const { closing, status } = moneyIn(stateOf(made))
        if (status !== "closed") return
        for (const { amount, line } of closing) if (line.fund !== "non-fiscal") expect(amount).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: often }
    )
  })
})

describe("撤销", () => {
  const spending = fc.tuple(open, fc.nat(), fc.integer({ min: 1, max: 1_000_000 }), fc.boolean())

  /** Pays something from a line with money left; `undefined` where no line has any. */
  const payIn = ({ books: kept, unit, year }: History, number: number, most: number): KeptEvent | undefined => {
    const lines = moneyIn(kept.yearState(unit, year)).lines.filter(
      ({ available, line }) => available > 0 && line.functional.length === 7
    )
    const drawn = lines[number % lines.length]
    if (drawn === undefined) return undefined
    const fen = Math.min(drawn.available, most) as Quantities.Fen
    const { request } = books.paid(drawn.line, Quantities.textOfFen(fen))
    return Result.getOrThrow(kept.record(request, usual))[0]
  }

  it("支付后全额退回或冲销，状态和账都如未支付", () => {
    let reached = 0
    fc.assert(
      fc.property(spending, ([made, number, most, byReturn]) => {
        const before = { money: moneyIn(stateOf(made)), sums: sumsIn(foldLedger(made.events)) }
        const payment = payIn(made, number, most)
        if (payment === undefined) return
        expect(moneyIn(stateOf(made))).not.toEqual(before.money)
        const { amount } = payment.data as DataOf<"PaymentMade">
        const undo = byReturn ? books.returned(payment.id, amount) : books.reversed(payment.id)
        Result.getOrThrow(made.books.record(undo.request, usual))
        expect(moneyIn(stateOf(made))).toEqual(before.money)
        expect(sumsIn(foldLedger(made.events))).toEqual(before.sums)
        reached += 1
      }),
      { numRuns: often }
    )
    expect(reached).toBeGreaterThan(100)
  })

  it("任何事件与它的冲销合起来，账如从未有过这一事件", () => {
    let reached = 0
    fc.assert(
      fc.property(open, fc.nat(), (made, number) => {
        const own = yearEventsOf(made)
        const event = own[number % own.length]
        if (event === undefined) return
        const undone = made.books.record(books.reversed(event.id).request, usual)
        if (Result.isFailure(undone)) return
        const without = foldLedger(made.events.filter(({ id }) => id !== event.id && id !== undone.success[0]?.id))
        const ledger = foldLedger(made.events)
        expect(sumsIn(ledger)).toEqual(sumsIn(without))
        expect(ledger.facts("InitialBudgetApproved")).toEqual(without.facts("InitialBudgetApproved"))
        reached += 1
      }),
      { numRuns: often }
    )
    expect(reached).toBeGreaterThan(100)
  })

  it("更正前后只差在更正的内容：更正等于冲销后重记", () => {
    let reached = 0
    fc.assert(
      fc.property(open, fc.nat(), (made, number) => {
        const payments = made.events.filter(({ type }) => type === "PaymentMade")
        const payment = payments[number % payments.length]
        if (payment === undefined) return
        const data = { ...(payment.data as DataOf<"PaymentMade">), economic: "30299" as const }
        const corrected = made.books.record(
          books.reversed(payment.id, { request: { type: "PaymentMade", data } }).request,
          usual
        )
        if (Result.isFailure(corrected)) return
        const rewritten = made.events
          .filter(({ id }) => !corrected.success.some((event) => event.id === id))
          .map((event) => (event.id === payment.id ? { ...event, data } : event))
        expect(sumsIn(foldLedger(made.events))).toEqual(sumsIn(foldLedger(rewritten)))
        reached += 1
      }),
      { numRuns: often }
    )
    expect(reached).toBeGreaterThan(100)
  })
})

describe("状态", () => {
  it("从任一版本续推，与从头推演一致；同一版本可以沿两路续推，互不影响", () => {
    fc.assert(
      fc.property(open, open, fc.nat(), (made, other, cut) => {
        const events = yearEventsOf(made)
        const at = cut % (events.length + 1)
        const early = events.slice(0, at).reduce(evolve, yearFold.initialState())
        const seen = moneyIn(early)
        const oneWay = events.slice(at).reduce(evolve, early)
        const otherWay = yearEventsOf(other).reduce(evolve, early)
        expect(moneyIn(early)).toEqual(seen)
        expect(moneyIn(oneWay)).toEqual(moneyIn(stateOf(made)))
        const fromTheBeginning = [...events.slice(0, at), ...yearEventsOf(other)].reduce(
          evolve,
          yearFold.initialState()
        )
        expect(moneyIn(otherWay)).toEqual(moneyIn(fromTheBeginning))
      }),
      { numRuns: often }
    )
  })

  it("被拒绝的请求不留任何痕迹", () => {
    fc.assert(
      fc.property(history(), (made) => {
        const refused = made.attempts.filter(({ refusal }) => refusal !== undefined)
        const before = made.events.length
        for (const { request } of refused.slice(0, 3)) made.books.decide(request, usual)
        expect(made.events.length).toBe(before)
        expect(moneyIn(yearEventsOf(made).reduce(evolve, yearFold.initialState()))).toEqual(moneyIn(stateOf(made)))
      }),
      { numRuns: often }
    )
  })
})
