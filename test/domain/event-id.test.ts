/** 事件编号与事件流: names and ids go apart and together again, and what is none is recognised. */
import {
  DateText,
  EventId,
  eventId,
  EventReference,
  isDay,
  parseEventId,
  parseStreamName,
  type Stream,
  streamName
} from "@juesuan/domain"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { runs } from "../runs.ts"

const letters = (pattern: RegExp) => fc.stringMatching(pattern)
const unit = letters(/^[0-9A-Za-z]{1,32}$/u)
const year = fc.integer({ min: 1950, max: 2199 })
const project = letters(/^[0-9A-Za-z][0-9A-Za-z._]{0,63}$/u)

const stream: fc.Arbitrary<Stream> = fc.oneof(
  fc.record({ family: fc.constant("unit" as const), unit }),
  fc.record({ family: fc.constant("year" as const), unit, year }),
  fc.record({ family: fc.constant("project" as const), unit, year, project })
)

const accepts = (schema: Schema.Codec<unknown, unknown>, value: unknown): boolean =>
  Result.isSuccess(Schema.decodeUnknownResult(schema)(value))

describe("事件流", () => {
  it("名称拆开再合上，一字不差；编号也是", () => {
    fc.assert(
      fc.property(stream, fc.integer({ min: 1, max: 1_000_000 }), (each, version) => {
        const name = streamName(each)
        expect(parseStreamName(name)).toEqual(each)
        const id = eventId(name, version)
        expect(parseEventId(id)).toEqual({ stream: name, version })
        expect(accepts(EventId, id)).toBe(true)
      }),
      { numRuns: runs(1000) }
    )
  })

  it.each([
    "",
    "unit",
    "unit-",
    "year-023001",
    "year-023001-24",
    "year-023001-2024-P01",
    "project-023001-2024",
    "book-023001"
  ])("%j 不是事件流", (name) => {
    expect(parseStreamName(name)).toBeUndefined()
  })

  it.each([
    "unit-1@0x1",
    "unit-1@1e0",
    "unit-1@01",
    "unit-1@ 1",
    "year-023001-2024",
    "year-023001-2024@0",
    "year-023001-2024@01a",
    "@5",
    "year-023001-2024@-1"
  ])("%j 不是事件编号", (id) => {
    expect(parseEventId(id)).toBeUndefined()
    expect(accepts(EventId, id)).toBe(false)
  })

  it("指称事件可以用编号，也可以用日志位置", () => {
    for (const fits of ["year-023001-2024@57", 57, "57"]) expect(accepts(EventReference, fits)).toBe(true)
    for (const wrong of [0, -1, 1.5, "0", "057", "57a", "year-023001-2024"]) {
      expect(accepts(EventReference, wrong), String(wrong)).toBe(false)
    }
  })
})

describe("业务日期", () => {
  it("只接受确有的一天：与公历逐日一致", () => {
    for (let day = Date.UTC(1999, 11, 1); day < Date.UTC(2005, 0, 1); day += 86_400_000) {
      expect(isDay(new Date(day).toISOString().slice(0, 10))).toBe(true)
    }
    for (const wrong of [
      "2023-02-29",
      "1900-02-29",
      "2024-04-31",
      "2024-00-10",
      "2024-13-01",
      "2024-01-00",
      "2024-01-32"
    ]) {
      expect(isDay(wrong), wrong).toBe(false)
      expect(accepts(DateText, wrong), wrong).toBe(false)
    }
    expect(isDay("2000-02-29")).toBe(true)
  })

  it.each(["2024-1-2", "20240102", "2024/01/02", "2024-01-02T00:00:00Z", ""])("%j 不合格式", (text) => {
    expect(accepts(DateText, text)).toBe(false)
  })
})
