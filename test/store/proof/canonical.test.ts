/** 规范字节: the form is the one that RFC 8785 gives, whichever way it is reached, and tells contents apart. */
import { canonicalText } from "@juesuan/store"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { canonicalValue } from "../../../packages/store/src/proof/canonical.ts"
import { runs } from "../../runs.ts"

const row = {
  position: 7,
  stream: "year-023001-2024",
  version: 3,
  type: "PaymentMade",
  schemaVersion: 1,
  recordedAt: "2024-03-05T01:02:03.000Z",
  data: '{"occurredOn":"2024-03-05","amount":"100.00","payee":"某印章店"}',
  metadata: '{"actor":"会计岗","evidence":"记-1"}'
}

/** RFC 8785 for values without fractions: the reference that the fast way is held against. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== "object" || value === null) return value
  // A map keeps keys that look like numbers in their place, an object would not.
  return new Map(
    Object.keys(value)
      .toSorted()
      .map((key) => [key, sorted((value as Record<string, unknown>)[key])])
  )
}
const printed = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(printed).join(",")}]`
  if (!(value instanceof Map)) return JSON.stringify(value)
  return `{${[...value].map(([key, each]) => `${JSON.stringify(key)}:${printed(each)}`).join(",")}}`
}
const reference = ({ data, metadata, recordedAt, schemaVersion, stream, type, version }: typeof row): string =>
  printed(
    sorted({
      form: 1,
      stream,
      version,
      type,
      schemaVersion,
      data: JSON.parse(data),
      metadata: { recordedAt, ...JSON.parse(metadata) }
    })
  )

describe("规范字节", () => {
  it("一笔支付的规范文本", () => {
    expect(canonicalText(row)).toBe(
      '{"data":{"amount":"100.00","occurredOn":"2024-03-05","payee":"某印章店"},"form":1,' +
        '"metadata":{"actor":"会计岗","evidence":"记-1","recordedAt":"2024-03-05T01:02:03.000Z"},' +
        '"schemaVersion":1,"stream":"year-023001-2024","type":"PaymentMade","version":3}'
    )
  })

  it("不论内容是什么，都与 RFC 8785 的写法相同", () => {
    const key = fc.oneof(fc.constantFrom("a", "B", "é", "金额", "10", "9", "__proto__"), fc.string({ unit: "binary" }))
    const value = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { depthSize: "small" },
        fc.string({ unit: "binary" }),
        fc.maxSafeInteger(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie("any"), { maxLength: 3 }),
        fc.dictionary(key, tie("any"), { maxKeys: 4 })
      )
    })).any
    const flat = fc.dictionary(key, fc.string({ unit: "grapheme" }), { maxKeys: 8 })
    fc.assert(
      fc.property(fc.oneof(flat, fc.dictionary(key, value, { maxKeys: 5 })), flat, (data, notes) => {
        const event = { ...row, data: JSON.stringify(data), metadata: JSON.stringify({ actor: "会计", ...notes }) }
        expect(canonicalValue(data, event.data)).toBe(printed(sorted(JSON.parse(event.data))))
        return canonicalText(event) === reference(event)
      }),
      { numRuns: runs(500) }
    )
  })

  it("键的次序和空白不算内容；值、类型、版本、时间、经办人、凭证号都算", () => {
    const same = { ...row, data: '{ "payee": "某印章店", "amount": "100.00",\n"occurredOn":"2024-03-05" }' }
    expect(canonicalText(same)).toBe(canonicalText(row))
    const others = [
      { ...row, data: row.data.replace("100.00", "100.01") },
      { ...row, data: row.data.replace("payee", "payer") },
      { ...row, stream: "year-023001-2023" },
      { ...row, version: 4 },
      { ...row, type: "PaymentReturned" },
      { ...row, schemaVersion: 2 },
      { ...row, recordedAt: "2024-03-05T01:02:03.001Z" },
      { ...row, metadata: row.metadata.replace("会计岗", "出纳岗") },
      { ...row, metadata: row.metadata.replace("记-1", "记-2") }
    ]
    expect(new Set([row, ...others].map(canonicalText)).size).toBe(others.length + 1)
  })

  it("不是 JSON、小数、过大的数没有规范写法", () => {
    const failing = ['{"a":', '{"a":"b"', '{"a":"b\n"}', '{"a":1.5}', '{"a":1e300}', '{"a":9007199254740993}']
    for (const data of failing) expect(() => canonicalText({ ...row, data }), data).toThrow(Error)
  })
})
