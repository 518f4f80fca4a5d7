/** A decider's state is advanced from where it stood, never folded again, and is right whoever wrote in between. */
import { advance, DeciderStates, type Evolving, memoryLog, type StreamPageRequest } from "@juesuan/store"
import { afterEach, describe, expect, it } from "vitest"
import { type AccountEvent, accountCodec, deposits } from "./accounts.ts"
import { type AccountLog, systemClock } from "./opening.ts"
import { type OpenPlace, places } from "./places.ts"

const actor = "会计"
const decider: Evolving<ReadonlyArray<string>, AccountEvent> = {
  initialState: () => [],
  evolve: (state, { id }) => [...state, id]
}

/** Counts the events that are read through it. */
const counting = (log: AccountLog) => {
  const counted = { events: 0 }
  const readStreamPage = async (stream: string, request?: StreamPageRequest) => {
    const page = await log.readStreamPage(stream, request)
    counted.events += page.events.length
    return page
  }
  return { counted, log: { ...log, readStreamPage } }
}

describe.each(places)("$name：决策状态", (place) => {
  let opened: OpenPlace
  const open = async () => {
    opened = await place.open()
    return opened
  }
  afterEach(() => opened.remove())
  const append = (log: AccountLog, stream: string, count: number) =>
    log.appendToStreams([{ stream, events: deposits(count) }], { actor })
  const ids = (stream: string, count: number) => Array.from({ length: count }, (_, index) => `${stream}@${index + 1}`)

  it("长流只折叠一次，其后只读新增的事件", async () => {
    const { log, counted } = counting((await open()).log)
    await append(log, "a", 2500)
    const states = new DeciderStates(log, decider)
    expect(await states.current("a")).toEqual({ state: ids("a", 2500), version: 2500 })
    expect(counted.events).toBe(2500)
    await append(log, "a", 3)
    await append(log, "b", 3)
    expect(await states.current("a")).toEqual({ state: ids("a", 2503), version: 2503 })
    expect((await states.current("a")).version).toBe(2503)
    expect(counted.events).toBe(2503)
  })

  it("其他程序在其间写入，状态仍然正确", async () => {
    const { log, another } = await open()
    const other = another()
    const states = new DeciderStates(log, decider)
    for (let round = 1; round <= 5; round += 1) {
      await append(round % 2 === 0 ? log : other, "a", round)
      const { state, version } = await states.current("a")
      expect(version).toBe(await other.streamVersion("a"))
      expect(state).toEqual(ids("a", version))
    }
  })

  it("刚写入的事件可以直接接上；接不上的不用", async () => {
    const { log, counted } = counting((await open()).log)
    const states = new DeciderStates(log, decider)
    states.appended("a", (await append(log, "a", 2)).events)
    expect((await states.current("a")).state).toEqual(ids("a", 2))
    expect(counted.events).toBe(2)
    const third = (await append(log, "a", 1)).events
    const fourth = (await append(log, "a", 1)).events
    states.appended("a", fourth)
    states.appended("a", [])
    states.appended("b", third)
    states.appended("a", third)
    states.appended("a", third)
    states.appended("a", fourth)
    expect((await states.current("a")).state).toEqual(ids("a", 4))
    expect(counted.events).toBe(2)
  })

  it("没有事件的流是初始状态", async () => {
    expect(await advance((await open()).log, "无", decider)).toEqual({ state: [], version: 0 })
  })

  it("日志比状态旧（恢复了备份）：从头折叠", async () => {
    const { log } = await open()
    await append(log, "a", 5)
    const ahead = await advance(log, "a", decider)
    const older = memoryLog({ codec: accountCodec, now: systemClock })
    await append(older, "a", 2)
    expect(await advance(older, "a", decider, ahead)).toEqual({ state: ids("a", 2), version: 2 })
  })

  it("只保留最近用过的若干流", async () => {
    const { log, counted } = counting((await open()).log)
    for (const stream of ["a", "b", "c"]) await append(log, stream, 10)
    const states = new DeciderStates(log, decider, { capacity: 2 })
    for (const stream of ["a", "b", "a", "c", "a"]) await states.current(stream)
    expect(counted.events).toBe(30)
    await states.current("b")
    expect(counted.events).toBe(40)
  })
})
