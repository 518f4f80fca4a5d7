/** 样例年度的日志: what is true of the sample's events as data, before any rule looks at them. */
import { readFileSync } from "node:fs"
import { decodeEvent, eventId, foldLedger, type Selection, type StoredEvent } from "@juesuan/domain"
import { sample } from "@juesuan/sample"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import { isWorkday } from "../../packages/sample/zezhou-2024/reconstruct/calendar.ts"
import { solution, sumOf } from "../../packages/sample/zezhou-2024/reconstruct/Solution.ts"
import { exported, yearEvents } from "../../packages/sample/zezhou-2024/reconstruct/Year.ts"

const text = readFileSync(sample.events, "utf8")
const events = text
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as StoredEvent)
const ledger = foldLedger(
  events.map(({ data, metadata, position, stream, type, version }) => ({
    position,
    stream,
    version,
    type,
    data,
    recordedAt: metadata.recordedAt
  }))
)
const { leaves } = solution()
const totalOf = (selection: Selection): number => ledger.entries.sum(selection).total
const payments = events.filter((event) => event.type === "PaymentMade")

describe("样例年度的日志", () => {
  it("每个事件都符合其种类的格式", () => {
    const issues = events.flatMap(({ data, id, type }) => {
      const decoded = decodeEvent(type, data)
      return Result.isFailure(decoded) ? [`${id} ${decoded.failure.issue}`] : []
    })
    expect(issues).toEqual([])
  })

  it("红字冲销所抄录的原事件与原事件一字不差，更正事件紧随其后并写明所更正的事件", () => {
    const reversals = events.filter((event) => event.type === "EventReversed")
    expect(reversals.length).toBeGreaterThan(0)
    for (const reversal of reversals) {
      const data = reversal.data as { event: string; original: { type: string; data: unknown } }
      const original = events.find(({ id }) => id === data.event)
      expect(data.original).toEqual({ type: original?.type, data: original?.data })
      const replacement = events[reversal.position]
      expect(replacement?.metadata).toMatchObject({
        corrects: data.event,
        recordedAt: reversal.metadata.recordedAt
      })
    }
  })

  it("位置、流内编号、事件编号都连续，记录时间从不倒退", () => {
    const versions = new Map<string, number>()
    let recordedAt = ""
    for (const [index, event] of events.entries()) {
      const version = (versions.get(event.stream) ?? 0) + 1
      versions.set(event.stream, version)
      expect(event).toMatchObject({ position: index + 1, version, id: eventId(event.stream, version) })
      expect(event.metadata.recordedAt >= recordedAt).toBe(true)
      recordedAt = event.metadata.recordedAt
    }
  })

  it("记录时间都在北京时间的上班时间", () => {
    for (const { metadata } of events) {
      const clock = metadata.recordedAt.slice(11, 16)
      expect((clock >= "00:30" && clock < "04:00") || (clock >= "06:30" && clock < "10:00"), metadata.recordedAt).toBe(
        true
      )
      expect(isWorkday(metadata.recordedAt.slice(0, 10)), metadata.recordedAt).toBe(true)
    }
  })

  it("支付不少于 600 笔，都在工作日发生，都有凭证号", () => {
    expect(payments.length).toBeGreaterThanOrEqual(600)
    for (const { data, id, metadata } of payments) {
      expect(isWorkday(data.occurredOn), id).toBe(true)
      expect(metadata.evidence, id).toMatch(/^记字2024-\d{2}-\d{3}号$/u)
    }
  })

  it("与重构脚本当场生成的一字不差", () => {
    expect(exported(yearEvents()) === text).toBe(true)
  })

  it("入账后每个末级金额就是求解的金额，没有多余的科目", () => {
    const expected = leaves.flatMap((leaf) => (leaf.account === "expenditure" ? [leaf] : []))
    const found = ledger.entries.cells({ account: "payment" }).filter(({ total }) => total !== 0)
    expect(found.length).toBe(expected.length)
    for (const { economic, fen, functional, kind, project = "" } of expected) {
      const selection: Selection = {
        account: "payment",
        functional: [functional],
        economic: [economic],
        kind: [kind],
        project: [project]
      }
      expect(totalOf(selection), `${functional} ${economic} ${project}`).toBe(fen)
    }
  })

  it("收入、调整后的预算与支出逐条预算线相等，年末没有结转", () => {
    const lines = ledger.entries.cells({ account: "revenue" }).map(({ dimensions }) => dimensions)
    expect(lines.length).toBeGreaterThan(0)
    for (const { functional, kind, project } of lines) {
      const line = { functional: [functional], kind: [kind], project: [project] }
      expect(totalOf({ account: "revenue", ...line })).toBe(totalOf({ account: "payment", ...line }))
    }
    const budgetLines = ledger.entries.cells({ account: "budget-approved" }).map(({ dimensions }) => dimensions)
    expect(budgetLines.length).toBe(18)
    for (const { functional, kind, project } of budgetLines) {
      const line = { functional: [functional], kind: [kind], project: [project] }
      const budget = totalOf({ account: ["budget-approved", "budget-adjustment"], ...line })
      expect(budget, `${functional} ${project}`).toBe(totalOf({ account: "payment", ...line }))
    }
  })

  it("各类年初预算就是公开的数，合计 1869.14 万元", () => {
    const classes = { "201": "16095300.00", "208": "1109100.00", "210": "517200.00", "221": "969800.00" }
    for (const [code, yuan] of Object.entries(classes)) {
      expect(totalOf({ account: "budget-approved", functional: [code] })).toBe(Number(yuan.replace(".", "")))
    }
    expect(totalOf({ account: "budget-approved" })).toBe(1_869_140_000)
  })

  it("采购合同合计就是求解的金额", () => {
    expect(totalOf({ account: "procurement" })).toBe(sumOf(leaves, (leaf) => leaf.account === "procurement"))
  })
})
