/** 归属: neither an append nor an import puts an event into a stream where it does not belong, nor takes a red copy on trust. */
import { domainCodec, type EventInvalid, type ImportRefused, memoryLog, storeErrorMessage } from "@juesuan/store"
import { describe, expect, test } from "vitest"

const now = () => "2024-03-05T02:00:00.000Z"
const newLog = () => memoryLog({ codec: domainCodec, now })
const classified = { type: "UnitClassified", data: { occurredOn: "2024-01-01", category: "administrative" } } as const
const reversal = (
  event: string,
  original: { readonly type: string; readonly data: Readonly<Record<string, unknown>> }
) => ({ type: "EventReversed", data: { occurredOn: "2024-01-01", event, reason: "记错", original } }) as const

const thrown = async <Failure>(run: Promise<unknown>): Promise<Failure> =>
  run.then(
    (value) => {
      throw new Error(`was not refused: ${JSON.stringify(value)}`)
    },
    (error: unknown) => error as Failure
  )

const cases = [
  ["单位的事件记到年度", "year-001-2024", classified, "Misplaced"],
  ["名称不是本系统的事件流", "elsewhere", classified, "Misplaced"],
  ["冲销别的事件流的事件", "unit-001", reversal("unit-002@1", classified), "Misplaced"],
  [
    "红字里是不属于此流的事件",
    "unit-001",
    reversal("unit-001@1", { type: "YearClosed", data: { occurredOn: "2024-01-01" } }),
    "Misplaced"
  ],
  ["红字里不是事件", "unit-001", reversal("unit-001@1", { type: "Foo", data: {} }), "DataDoesNotFit"],
  [
    "红字里的内容不符合其种类",
    "unit-001",
    reversal("unit-001@1", { type: "UnitClassified", data: {} }),
    "DataDoesNotFit"
  ],
  ["冲销的冲销", "unit-001", reversal("unit-001@1", reversal("unit-001@1", classified)), "DataDoesNotFit"]
] as const

describe("不属于此处的事件", () => {
  test.each(cases)("追加：%s", async (_, stream, event, reason) => {
    const log = newLog()
    const error = await thrown<EventInvalid>(log.appendToStreams([{ stream, events: [event] }], { actor: "会计岗" }))
    expect([error._tag, error.reason]).toEqual(["EventInvalid", reason])
    expect(storeErrorMessage(error, "zh")).toContain("请")
    expect(await log.lastPosition()).toBe(0)
  })

  test.each(cases)("导入：%s", async (_, stream, event, reason) => {
    const log = newLog()
    const envelope = {
      position: 1,
      id: `${stream}@1`,
      stream,
      version: 1,
      ...event,
      schemaVersion: 1,
      metadata: { recordedAt: now(), actor: "会计岗" }
    }
    const error = await thrown<ImportRefused>(log.importEvents([envelope]))
    expect([error._tag, error.reason]).toEqual(["ImportRefused", reason])
    expect(await log.lastPosition()).toBe(0)
  })

  test("属于此处的照常记录", async () => {
    const log = newLog()
    await log.appendToStreams([{ stream: "unit-001", events: [classified, reversal("unit-001@1", classified)] }], {
      actor: "会计岗"
    })
    expect(await log.lastPosition()).toBe(2)
  })
})
