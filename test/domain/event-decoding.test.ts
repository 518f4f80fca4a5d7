/** 事件的读取: whatever is bent in an event's data, reading it gives what its form says of it in full, every fault named. */
import { decodeEvent, eventKinds } from "@juesuan/domain"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { expect, it } from "vitest"
import { history } from "../arbitrary/history.ts"
import { runs } from "../runs.ts"

type Json = null | boolean | number | string | ReadonlyArray<Json> | { readonly [key: string]: Json }

const strange = fc.oneof(
  fc.constantFrom<Json>("", "第一季度", "-1.00", "2024-02-30", null, 7, true, [], {}),
  fc.string().map((text): Json => text)
)

/** How data is bent: which of its members, how deep, and what becomes of it. */
const bends = fc.record({
  path: fc.array(fc.nat(), { maxLength: 3 }),
  what: fc.constantFrom("as it is", "left out", "added", "replaced"),
  by: strange
})
type Bend = typeof bends extends fc.Arbitrary<infer Value> ? Value : never

const bent = (value: Json, { by, path: [first, ...rest], what }: Bend): Json => {
  if (what === "as it is") return value
  if (typeof value !== "object" || value === null || first === undefined) return what === "replaced" ? by : value
  if (Array.isArray(value))
    return value.map((each, index) => (index === 0 ? bent(each, { by, path: rest, what }) : each))
  if (what === "added" && rest.length === 0) return { ...value, 备注: by }
  const members = Object.entries(value)
  const chosen = members.length === 0 ? undefined : members[first % members.length]?.[0]
  if (what === "left out" && rest.length === 0) return Object.fromEntries(members.filter(([key]) => key !== chosen))
  return Object.fromEntries(
    members.map(([key, each]) => [key, key === chosen ? bent(each, { by, path: rest, what }) : each])
  )
}

it("任意的改动：读出的与逐项核对的相同，错处一个不少", () => {
  fc.assert(
    fc.property(history({ steps: 8 }), fc.nat(), bends, ({ events }, number, bend) => {
      const { data, type } = events[number % events.length] as (typeof events)[number]
      if (type === "EventReversed") return
      const given = bent(JSON.parse(JSON.stringify(data)), bend)
      const form = Schema.decodeUnknownResult(eventKinds[type].schema, { errors: "all", onExcessProperty: "error" })
      const expected = Result.mapBoth(form(given), {
        onSuccess: (value) => ({ type, data: value }),
        onFailure: (error) => ({ _tag: "DataDoesNotFit", type, issue: String(error) })
      })
      expect(decodeEvent(type, given)).toEqual(expected)
    }),
    { numRuns: runs(300) }
  )
})
