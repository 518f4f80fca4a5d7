/** emmett's contract: our logs behave like emmett's own store in memory, and emmett's handlers work on them. */
import {
  CommandHandler,
  type Event,
  type EventStore,
  getInMemoryEventStore,
  isExpectedVersionConflictError,
  STREAM_DOES_NOT_EXIST,
  STREAM_EXISTS
} from "@event-driven-io/emmett"
import { afterEach, describe, expect, it } from "vitest"
import { type OpenPlace, places, rejection } from "./places.ts"

type Deposited = Event<"Deposited", { occurredOn: string; amount: string }, { actor: string }>

const deposit = (amount: string): Deposited => ({
  type: "Deposited",
  data: { occurredOn: "2024-01-01", amount },
  metadata: { actor: "会计" }
})
const deposits = (count: number) => Array.from({ length: count }, (_, index) => deposit(`${index + 1}.00`))

/** What a store answers, without what differs by nature (ids) or is ours beyond emmett's contract. */
const outcome = async (attempt: Promise<unknown>): Promise<unknown> => {
  try {
    return { answer: await attempt }
  } catch (error) {
    if (!isExpectedVersionConflictError(error)) throw error
    return "conflict"
  }
}

const readings = [
  {},
  { from: 0n },
  { from: 2n },
  { from: 9n },
  { to: 2n },
  { from: 1n, to: 3n },
  { maxCount: 2n },
  { from: 1n, maxCount: 2n },
  { expectedStreamVersion: 4n },
  { expectedStreamVersion: 3n },
  { expectedStreamVersion: STREAM_EXISTS },
  { expectedStreamVersion: STREAM_DOES_NOT_EXIST }
]

describe.each(places)("$name 日志与 emmett 自带的内存存储", (place) => {
  let opened: OpenPlace
  const open = async () => {
    opened = await place.open()
    return opened.log
  }
  afterEach(() => opened.remove())

  const both = async (ours: EventStore, ask: (store: EventStore) => Promise<unknown>) =>
    [await outcome(ask(ours)), await outcome(ask(getInMemoryEventStore()))] as const

  it.each([0, 1, 4])("有 %i 个事件的流：各种预期版本的写入结果相同", async (count) => {
    const expectations = [
      undefined,
      STREAM_EXISTS,
      STREAM_DOES_NOT_EXIST,
      BigInt(count) - 1n,
      BigInt(count),
      BigInt(count) + 1n
    ]
    const log = await open()
    for (const [index, expected] of expectations.entries()) {
      const ask = async (store: EventStore) => {
        const stream = `s${index}`
        if (count > 0) await store.appendToStream(stream, deposits(count))
        const options = expected === undefined ? {} : { expectedStreamVersion: expected }
        const result = await store.appendToStream(stream, deposits(2), options)
        return { ...result, exists: await store.streamExists(stream) }
      }
      const [ours, emmetts] = await both(log, ask)
      expect(ours, String(expected)).toEqual(emmetts)
    }
  })

  it.each(readings)("读取 %o 的结果相同", async (options) => {
    const ask = async (store: EventStore) => {
      await store.appendToStream("a", deposits(4))
      const read = async (stream: string) => {
        const { events, ...rest } = await store.readStream<Deposited>(stream, options)
        return {
          ...rest,
          events: events.map(({ type, data, kind, metadata: { actor, streamName, streamPosition } }) => ({
            type,
            data,
            kind,
            metadata: { actor, streamName, streamPosition }
          }))
        }
      }
      return [await outcome(read("a")), await outcome(read("无"))]
    }
    const [ours, emmetts] = await both(await open(), ask)
    expect(ours).toEqual(emmetts)
  })

  it("读出的元数据带有编号、位置和记录时间", async () => {
    const log = await open()
    await log.appendToStream("a", deposits(2))
    const { events } = await log.readStream<Deposited>("a")
    expect(events[1]?.metadata).toEqual({
      recordedAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]{12}Z$/u),
      actor: "会计",
      schemaVersion: 1,
      streamName: "a",
      messageId: "a@2",
      streamPosition: 2n,
      globalPosition: 2n
    })
  })

  it("聚合长流与版本变换", async () => {
    const log = await open()
    await log.appendToStream("a", deposits(2300))
    const count = { initialState: () => 0, evolve: (state: number) => state + 1 }
    expect(await log.aggregateStream("a", count)).toEqual({
      state: 2300,
      currentStreamVersion: 2300n,
      streamExists: true
    })
    expect(await log.aggregateStream("无", count)).toEqual({ state: 0, currentStreamVersion: 0n, streamExists: false })
    const { events } = await log.readStream<Deposited, Deposited>("a", {
      from: 2299n,
      schema: { versioning: { upcast: (event) => ({ ...event, data: { ...event.data, amount: "0.00" } }) } }
    })
    expect(events.map(({ data, metadata }) => [data.amount, metadata.streamPosition])).toEqual([["0.00", 2300n]])
  })

  it("写入前的版本变换生效", async () => {
    const log = await open()
    await log.appendToStream<Deposited, Deposited>("a", deposits(1), {
      schema: { versioning: { downcast: (event) => ({ ...event, data: { ...event.data, amount: "7.00" } }) } }
    })
    expect((await log.event("a@1"))?.data).toMatchObject({ amount: "7.00" })
  })

  it("emmett 的命令处理器遇到冲突会重试，直到写入", async () => {
    const log = await open()
    const handle = CommandHandler<number, Deposited>({
      initialState: () => 0,
      evolve: (state) => state + 1,
      retry: { onVersionConflict: 3 }
    })
    let interruptions = 2
    const { newState } = await handle(log, "a", async (state) => {
      if (interruptions > 0) {
        interruptions -= 1
        await log.appendToStream("a", deposits(1))
      }
      return deposit(`${state}.00`)
    })
    expect(newState).toBe(3)
    expect((await log.event("a@3"))?.data).toMatchObject({ amount: "2.00" })
  })

  it("冲突是 emmett 的冲突错误，写明流名", async () => {
    const log = await open()
    const error = await rejection(log.appendToStream("a", deposits(1), { expectedStreamVersion: 3n }))
    expect(isExpectedVersionConflictError(error)).toBe(true)
    expect(error).toMatchObject({ _tag: "ConcurrencyConflict", stream: "a", expected: "3", current: "0", found: 0 })
  })
})
