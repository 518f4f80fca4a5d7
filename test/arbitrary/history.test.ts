/** 合法历史的生成器: it reaches every kind of event, every fund, source and kind, and most of its steps are accepted. */
import { decodeEvent, eventKinds, ExpenditureKind, Fund, RevenueSource } from "@juesuan/domain"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { history } from "./history.ts"

const sampled = fc.sample(history(), { numRuns: 300, seed: 20240101 })
const events = sampled.flatMap((each) => each.events)

const valuesOf = (field: string): ReadonlySet<unknown> =>
  new Set(events.map(({ data }) => (data as unknown as Readonly<Record<string, unknown>>)[field]))

describe("合法历史的生成器", () => {
  it("出现每一种事件", () => {
    const seen = new Set(events.map(({ type }) => type))
    expect(Object.keys(eventKinds).filter((kind) => !seen.has(kind as never))).toEqual([])
  })

  it("出现每一种资金性质、收入来源、支出类型", () => {
    for (const id of Fund.ids) expect(valuesOf("fund")).toContain(id)
    for (const id of RevenueSource.ids) expect(valuesOf("source")).toContain(id)
    for (const id of ExpenditureKind.ids) expect(valuesOf("kind")).toContain(id)
  })

  it("各项冲销都有：支付、退回、收入、批复、调整、调剂、结余，有更正的也有不更正的", () => {
    const reversed = new Set(
      events.flatMap(({ data, type }) =>
        type === "EventReversed" ? [(data as { original: { type: string } }).original.type] : []
      )
    )
    const wanted =
      "PaymentMade PaymentReturned RevenueReceived InitialBudgetApproved BudgetAdjusted BudgetReallocated NonFiscalSurplusUsed SurplusDistributed YearOpened"
    expect(wanted.split(" ").filter((kind) => !reversed.has(kind))).toEqual([])
    expect(events.some(({ corrects }) => corrects !== undefined)).toBe(true)
  })

  it("每个事件都符合其种类的格式", () => {
    const issues = events.flatMap(({ data, id, type }) => {
      const decoded = decodeEvent(type, data)
      return Result.isFailure(decoded) ? [`${id} ${decoded.failure.issue}`] : []
    })
    expect(issues).toEqual([])
  })

  it("多数步骤被接受，历史有长有短", () => {
    const attempts = sampled.flatMap((each) => each.attempts)
    const accepted = attempts.filter(({ refusal }) => refusal === undefined)
    expect(accepted.length / attempts.length).toBeGreaterThan(0.6)
    expect(Math.max(...sampled.map((each) => each.events.length))).toBeGreaterThan(40)
    expect(sampled.filter((each) => each.events.at(-1)?.type === "YearClosed").length).toBeGreaterThan(10)
  })
})
