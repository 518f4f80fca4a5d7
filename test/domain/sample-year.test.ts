/** 样例年度: the published department-year, asked for event by event, is accepted by the deciders exactly as it stands in the log. */
import { readFileSync } from "node:fs"
import { type CommandRequest, type DataOf, decodeRequest, parseStreamName, type StoredEvent } from "@juesuan/domain"
import { sample } from "@juesuan/sample"
import * as Result from "effect/Result"
import { expect, it } from "vitest"
import { TestBooks } from "../arbitrary/TestBooks.ts"

const events = readFileSync(sample.events, "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as StoredEvent)

/** What must have been asked for so that this event was recorded; a replacement comes with its reversal. */
const askedFor = (event: StoredEvent, next: StoredEvent | undefined): unknown => {
  if (event.type === "PaymentReturned") {
    const { amount, occurredOn, payment, reason } = event.data as DataOf<"PaymentReturned">
    return { occurredOn, payment, amount, reason }
  }
  if (event.type !== "EventReversed") return event.data
  const { event: reversed, reason } = event.data as DataOf<"EventReversed">
  const replaced = next?.metadata.corrects === reversed ? { replacement: { type: next.type, data: next.data } } : {}
  return { event: reversed, reason, ...replaced }
}

const decoded = (event: StoredEvent): CommandRequest =>
  Result.getOrThrow(decodeRequest(event.type, askedFor(event, events[event.position])))

it("样例年度的每个事件都经得起决策，逐个重记所得的日志与原日志一字不差", () => {
  const books = new TestBooks()
  for (const event of events) {
    const scope = parseStreamName(event.stream)
    if (scope === undefined) throw new Error(`not a stream: ${event.stream}`)
    if (event.metadata.corrects !== undefined) continue
    const recorded = books.record(decoded(event), scope)
    expect(Result.isSuccess(recorded) ? undefined : recorded.failure, event.id).toBeUndefined()
  }
  const kept = books.events.map(({ corrects, data, id, type }) => ({ id, type, data, corrects }))
  expect(kept).toEqual(events.map(({ data, id, metadata, type }) => ({ id, type, data, corrects: metadata.corrects })))
})
