/** What every log promises, run on each of them: versions, several streams at once, commands, order, times, import. */
import type { AppendCommand, ExpectedVersion } from "@juesuan/store"
import {
  CommandIdReused,
  canonicalText,
  ConcurrencyConflict,
  EventInvalid,
  ImportRefused,
  leafHash
} from "@juesuan/store"
import { afterEach, describe, expect, it } from "vitest"
import { type AccountEvent, command, deposited, deposits } from "./accounts.ts"
import { type AccountLog, type Now } from "./opening.ts"
import { allEvents, handClock, type OpenPlace, places, rejection } from "./places.ts"

const actor = "会计"
const [early, middle, late] = ["2024-03-01T08:00:00.000Z", "2024-03-01T09:00:00.000Z", "2024-03-01T10:00:00.000Z"]

describe.each(places)("$name 日志", (place) => {
  let opened: ReadonlyArray<OpenPlace> = []
  const open = async (now?: Now): Promise<OpenPlace> => {
    const one = await place.open(now)
    opened = [...opened, one]
    return one
  }
  const openLog = async (now?: Now): Promise<AccountLog> => (await open(now)).log
  afterEach(async () => {
    await Promise.all(opened.map(({ remove }) => remove()))
    opened = []
  })

  it("每个事件连同其规范文本的哈希保存，追加的、导入的都是", async () => {
    const log = await openLog()
    await log.appendToStreams([{ stream: "a", events: [...deposits(2), deposited("3.00", '引号"与\\')] }], { actor })
    const copy = await openLog()
    await copy.importEvents(await log.readVerbatim())
    const rows = await log.readSealed()
    expect(rows.map(({ leaf }) => leaf)).toEqual(rows.map((row) => leafHash("sha256", canonicalText(row))))
    expect(await copy.readSealed()).toEqual(rows)
    expect(await log.readSealed({ after: 1, limit: 1 })).toEqual(rows.slice(1, 2))
  })

  describe("预期版本", () => {
    const states: ReadonlyArray<readonly [string, number | undefined, ReadonlyArray<string>]> = [
      ["无此流", undefined, ["any", "none", "k"]],
      ["写入过空批", 0, ["any", "none", "k"]],
      ["已有三个事件", 3, ["any", "exists", "k"]]
    ]
    const expectations: ReadonlyArray<readonly [string, (version: number) => ExpectedVersion]> = [
      ["any", () => "any"],
      ["none", () => "none"],
      ["exists", () => "exists"],
      ["k-1", (k) => k - 1],
      ["k", (k) => k],
      ["k+1", (k) => k + 1]
    ]

    for (const [state, count, accepted] of states) {
      for (const [name, expectation] of expectations) {
        const ok = accepted.includes(name)
        it(`${state}时预期 ${name}：${ok ? "写入" : "冲突，不写入"}`, async () => {
          const log = await openLog()
          await log.appendToStreams([{ stream: "other", events: deposits(2) }], { actor })
          if (count !== undefined) await log.appendToStreams([{ stream: "a", events: deposits(count) }], { actor })
          const version = count ?? 0
          const expectedVersion = expectation(version)
          const attempt = log.appendToStreams([{ stream: "a", expectedVersion, events: deposits(2) }], { actor })
          if (ok) {
            const { events } = await attempt
            expect(events.map(({ id }) => id)).toEqual([`a@${version + 1}`, `a@${version + 2}`])
            expect(await log.streamVersion("a")).toBe(version + 2)
          } else {
            const error = await rejection(attempt)
            expect(error).toBeInstanceOf(ConcurrencyConflict)
            expect(error).toMatchObject({ stream: "a", expected: String(expectedVersion), found: version })
            expect(await log.streamVersion("a")).toBe(version)
            expect(await log.lastPosition()).toBe(2 + version)
          }
        })
      }
    }

    it("空批也核对版本", async () => {
      const log = await openLog()
      await log.appendToStreams([{ stream: "a", expectedVersion: 0, events: [] }])
      expect(
        await rejection(log.appendToStreams([{ stream: "a", expectedVersion: "exists", events: [] }]))
      ).toMatchObject({
        _tag: "ConcurrencyConflict",
        found: 0
      })
      expect(await log.streams()).toEqual([])
    })

    it("不成其为版本的数不等于任何版本", async () => {
      const log = await openLog()
      for (const expectedVersion of [Number.NaN, 0.5, Number.POSITIVE_INFINITY]) {
        const error = await rejection(
          log.appendToStreams([{ stream: "a", expectedVersion, events: deposits(1) }], { actor })
        )
        expect(error).toBeInstanceOf(ConcurrencyConflict)
      }
    })
  })

  describe("多流同写", () => {
    it("各流一起写入，位置连续", async () => {
      const log = await openLog()
      const { events, repeated } = await log.appendToStreams(
        [
          { stream: "a", expectedVersion: "none", events: deposits(2) },
          { stream: "b", expectedVersion: 0, events: deposits(1) }
        ],
        { actor }
      )
      expect(repeated).toBe(false)
      expect(events.map(({ position, id }) => [position, id])).toEqual([
        [1, "a@1"],
        [2, "a@2"],
        [3, "b@1"]
      ])
      expect(await allEvents(log)).toEqual(events)
    })

    it("后一批冲突时，前一批也不留下", async () => {
      const log = await openLog()
      await log.appendToStreams([{ stream: "b", events: deposits(1) }], { actor })
      const before = await allEvents(log)
      const attempt = log.appendToStreams(
        [
          { stream: "a", expectedVersion: "none", events: deposits(3) },
          { stream: "b", expectedVersion: 7, events: deposits(1) }
        ],
        { actor, commandId: "both" }
      )
      expect(await rejection(attempt)).toMatchObject({
        _tag: "ConcurrencyConflict",
        stream: "b",
        expected: "7",
        found: 1
      })
      expect(await allEvents(log)).toEqual(before)
      expect(await log.streamVersion("a")).toBe(0)
      expect(await log.answered("both")).toBeUndefined()
    })

    it("同一流的第二批看得见第一批", async () => {
      const log = await openLog()
      const batches = [
        { stream: "a", expectedVersion: 0, events: deposits(2) },
        { stream: "a", expectedVersion: 2, events: deposits(1) }
      ]
      const { events } = await log.appendToStreams(batches, { actor })
      expect(events.map(({ version }) => version)).toEqual([1, 2, 3])
      expect(await rejection(log.appendToStreams(batches, { actor }))).toMatchObject({ expected: "0", found: 3 })
    })

    it("任一事件不合格，全部不写入，并指明是哪一个", async () => {
      const log = await openLog()
      const invalid = [
        [{ stream: "a", events: [deposited("1.00"), { type: "Deposited", data: { amount: 1 } }] }, "DataDoesNotFit", 1],
        [{ stream: "a", events: [deposited("1.00"), { type: "Stolen", data: {} }] }, "UnknownType", 1],
        [
          { stream: "a", events: [{ ...deposited("1.00"), data: { occurredOn: "", amount: "", more: 1 } }] },
          "DataDoesNotFit",
          0
        ],
        [{ stream: "no@stream", events: deposits(1) }, "StreamName", 0],
        [{ stream: "", events: deposits(1) }, "StreamName", 0],
        [{ stream: "a b", events: deposits(1) }, "StreamName", 0]
      ] as const
      for (const [batch, reason, index] of invalid) {
        const commands = [{ actor, batches: [{ stream: "z", events: deposits(1) }, batch] }]
        const error = await rejection(
          log.appendCommands(commands as unknown as ReadonlyArray<AppendCommand<AccountEvent>>)
        )
        expect(error).toBeInstanceOf(EventInvalid)
        expect(error).toMatchObject({ stream: batch.stream, reason, index })
      }
      expect(await rejection(log.appendToStreams([{ stream: "a", events: deposits(1) }]))).toMatchObject({
        reason: "ActorMissing"
      })
      for (const commandId of ["", "a\nb", "x".repeat(201)]) {
        expect(await rejection(log.appendToStreams([], { actor, commandId }))).toMatchObject({ reason: "CommandId" })
      }
      expect(await log.lastPosition()).toBe(0)
    })

    it("经办人、凭证、起因、所更正的事件随事件保存；事件自带的经办人优先", async () => {
      const log = await openLog(() => early)
      const notes = { evidence: "记-1", causation: "a@1", corrects: "a@1" }
      const { events } = await log.appendToStreams(
        [{ stream: "a", events: [deposited("1.00"), { ...deposited("2.00"), metadata: { ...notes, actor: "出纳" } }] }],
        { actor, commandId: "c" }
      )
      expect(events.map(({ metadata }) => metadata)).toEqual([
        { recordedAt: early, actor, commandId: "c" },
        { recordedAt: early, actor: "出纳", commandId: "c", ...notes }
      ])
      expect(await allEvents(log)).toEqual(events)
    })

    it("任何文字都原样读回", async () => {
      const log = await openLog()
      const note = '引号" 反斜杠\\ 换行\n 空字符\u0000 生僻字𠮷 半个代理\ud800 <b>&amp;'
      const { events } = await log.appendToStreams([{ stream: "甲-乙.1_x", events: [deposited("1.00", note)] }], {
        actor
      })
      expect(events[0]?.data).toMatchObject({ note })
      expect(await allEvents(log)).toEqual(events)
    })
  })

  describe("命令编号", () => {
    it("回执丢失后重发：只写一次，答复相同", async () => {
      const { log, another } = await open()
      const batches = [{ stream: "a", expectedVersion: "none" as const, events: deposits(2) }]
      const first = await log.appendToStreams(batches, { actor, commandId: "c", requestDigest: "d" })
      await log.appendToStreams([{ stream: "a", events: deposits(1) }], { actor })
      for (const again of [log, another()]) {
        const second = await again.appendToStreams(batches, { actor, commandId: "c", requestDigest: "d" })
        expect(second).toEqual({ events: first.events, repeated: true })
        expect(await again.answered("c", "d")).toEqual(second)
        expect(await again.answered("c")).toEqual(second)
      }
      expect(await log.lastPosition()).toBe(3)
    })

    it("同一编号、另一请求：拒绝并指出原命令的位置", async () => {
      const log = await openLog()
      await log.appendToStreams([{ stream: "a", events: deposits(2) }], { actor, commandId: "c", requestDigest: "d" })
      const other = log.appendToStreams([{ stream: "a", events: deposits(2) }], {
        actor,
        commandId: "c",
        requestDigest: "e"
      })
      expect(await rejection(other)).toBeInstanceOf(CommandIdReused)
      expect(await rejection(log.answered("c", "e"))).toMatchObject({ commandId: "c", first: 1, last: 2 })
      expect(await log.lastPosition()).toBe(2)
    })

    it("未给请求摘要时，以事件内容区分请求", async () => {
      const log = await openLog()
      const first = await log.appendCommands([command("c", "a", "1.00")])
      expect(await log.appendCommands([command("c", "a", "1.00")])).toEqual([{ ...first[0], repeated: true }])
      expect(await rejection(log.appendCommands([command("c", "a", "2.00")]))).toBeInstanceOf(CommandIdReused)
      expect(await rejection(log.appendCommands([command("c", "b", "1.00")]))).toBeInstanceOf(CommandIdReused)
      expect(await log.lastPosition()).toBe(1)
    })

    it("一次提交中同一编号出现两次：只写一次", async () => {
      const log = await openLog()
      const twice = await log.appendCommands([
        command("c", "a", "1.00"),
        command("d", "a", "2.00"),
        command("c", "a", "1.00")
      ])
      expect(twice.map(({ events, repeated }) => [events.map(({ id }) => id), repeated])).toEqual([
        [["a@1"], false],
        [["a@2"], false],
        [["a@1"], true]
      ])
      const mixed = log.appendCommands([command("e", "a", "1.00"), command("e", "a", "9.00")])
      expect(await rejection(mixed)).toBeInstanceOf(CommandIdReused)
      expect(await log.lastPosition()).toBe(2)
      expect(await log.answered("e")).toBeUndefined()
    })

    it("五十个相同请求同时到达：只写一次，答复全同", async () => {
      const { log, another } = await open()
      const other = another()
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          (index % 2 === 0 ? log : other).appendCommands([command("c", "a", "1.00")])
        )
      )
      expect(await log.lastPosition()).toBe(1)
      expect(answers.flat().filter(({ repeated }) => !repeated)).toHaveLength(1)
      for (const { events } of answers.flat()) expect(events).toEqual(await allEvents(log))
    })

    it("没有事件的命令也记住", async () => {
      const log = await openLog()
      await log.appendToStreams([{ stream: "z", events: deposits(1) }], { actor })
      const first = await log.appendToStreams([], { actor, commandId: "c", requestDigest: "d" })
      expect(first).toEqual({ events: [], repeated: false })
      await log.appendToStreams([{ stream: "z", events: deposits(1) }], { actor })
      expect(await log.answered("c", "d")).toEqual({ events: [], repeated: true })
    })

    it("冲突而未写入的命令，编号可以再用", async () => {
      const log = await openLog()
      const stale = { stream: "a", expectedVersion: 5, events: deposits(1) }
      expect(await rejection(log.appendToStreams([stale], { actor, commandId: "c" }))).toBeInstanceOf(
        ConcurrencyConflict
      )
      const { repeated } = await log.appendToStreams([{ ...stale, expectedVersion: 0 }], { actor, commandId: "c" })
      expect(repeated).toBe(false)
    })
  })

  describe("全局次序", () => {
    const filled = async () => {
      const log = await openLog()
      for (let index = 0; index < 25; index += 1) {
        await log.appendToStreams([{ stream: `s${index % 3}`, events: deposits(1 + (index % 4)) }], { actor })
      }
      return { log, events: await allEvents(log) }
    }

    it("分页读取，页的大小不影响内容", async () => {
      const { log, events } = await filled()
      expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => index + 1))
      for (const limit of [1, 7, events.length, 1000]) {
        const paged = []
        for (let after = 0; after < events.length; after = paged.length)
          paged.push(...(await log.readAll({ after, limit })))
        expect(paged).toEqual(events)
      }
      expect(await log.readAll({ after: events.length })).toEqual([])
      expect(await log.readAll({ after: 4, until: 9 })).toEqual(events.slice(4, 9))
      expect(await log.readAll({ after: 9, until: 4 })).toEqual([])
      expect(await log.readAll({ limit: 0 })).toEqual([])
      const endless = { limit: Number.POSITIVE_INFINITY, until: Number.POSITIVE_INFINITY }
      expect(await log.readAll(endless)).toEqual(events)
      expect(await log.readAll({ after: -5, limit: 2 })).toEqual(events.slice(0, 2))
    })

    it("可以只读若干流，次序不变", async () => {
      const { log, events } = await filled()
      const some = events.filter(({ stream }) => stream !== "s1")
      expect(await log.readAll({ streams: ["s2", "s0", "无"] })).toEqual(some)
      expect(await log.readAll({ streams: ["s2", "s0"], after: 10, until: 40, limit: 5 })).toEqual(
        some.filter(({ position }) => position > 10 && position <= 40).slice(0, 5)
      )
      expect(await log.readAll({ streams: [] })).toEqual([])
    })

    it("重放与分页读取一致，不带元数据，报告进度", async () => {
      const { log, events } = await filled()
      const steps: Array<readonly [number, number]> = []
      const replayed = []
      for await (const page of log.replay({}, (done, total) => steps.push([done, total]))) replayed.push(...page)
      expect(replayed).toEqual(
        events.map(({ position, stream, version, type, data, metadata: { recordedAt } }) => ({
          position,
          stream,
          version,
          type,
          data,
          recordedAt
        }))
      )
      expect(steps.at(-1)).toEqual([events.length, events.length])
      const part = []
      for await (const page of log.replay({ after: 5, until: 20, streams: ["s1"] })) part.push(...page)
      expect(part.map(({ position }) => position)).toEqual(
        events
          .filter(({ position, stream }) => position > 5 && position <= 20 && stream === "s1")
          .map(({ position }) => position)
      )
    })

    it("重放超过一页的日志，至开始时的末尾为止", async () => {
      const log = await openLog()
      await log.appendToStreams([{ stream: "a", events: deposits(2500) }], { actor })
      const steps: Array<number> = []
      let count = 0
      for await (const page of log.replay({}, (done) => steps.push(done))) {
        count += page.length
        await log.appendToStreams([{ stream: "a", events: deposits(1) }], { actor })
      }
      expect(count).toBe(2500)
      expect(steps).toEqual([1000, 2000, 2500])
    })

    it("原始列与事件一致", async () => {
      const { log, events } = await filled()
      const rows = await log.readRows({ limit: 1000 })
      expect(rows.map(({ data, ...columns }) => ({ ...columns, data: JSON.parse(data) }))).toEqual(
        events.map(({ position, stream, version, type, schemaVersion, data, metadata: { recordedAt } }) => ({
          position,
          stream,
          version,
          type,
          schemaVersion,
          data,
          recordedAt
        }))
      )
    })

    it("按编号和按位置找到事件；没有的答复没有", async () => {
      const { log, events } = await filled()
      for (const event of events) {
        expect(await log.event(event.id)).toEqual(event)
        expect(await log.event(event.position)).toEqual(event)
      }
      for (const reference of ["s0@0", "s0@9999", "s9@1", "s0", "@1", "s0@x", 0, -1, 0.5, 9999]) {
        expect(await log.event(reference)).toBeUndefined()
      }
    })

    it("列出各流及其版本", async () => {
      const { log, events } = await filled()
      const names = ["s0", "s1", "s2"]
      const versions = names.map((stream) => ({
        stream,
        version: events.filter((event) => event.stream === stream).length
      }))
      expect(await log.streams()).toEqual(versions)
      expect(await log.lastPosition()).toBe(events.length)
    })

    it("分页读取一个流", async () => {
      const { log, events } = await filled()
      const stream = events.filter((event) => event.stream === "s1")
      expect(await log.readStreamPage("s1")).toEqual({ version: stream.length, events: stream })
      expect(await log.readStreamPage("s1", { after: 2, limit: 3 })).toEqual({
        version: stream.length,
        events: stream.slice(2, 5)
      })
      expect((await log.readStreamPage("s1", { after: 1, until: 3 })).events).toEqual(stream.slice(1, 3))
      expect(await log.readStreamPage("s1", { limit: 0 })).toEqual({ version: stream.length, events: [] })
      expect(await log.readStreamPage("无")).toEqual({ version: 0, events: [] })
    })

    it("空日志", async () => {
      const log = await openLog()
      expect(await log.lastPosition()).toBe(0)
      expect(await log.streams()).toEqual([])
      expect(await log.readAll()).toEqual([])
      expect(await log.positionKnownAt(late)).toBe(0)
      for await (const page of log.replay()) expect(page).toEqual([])
    })
  })

  describe("记录时间", () => {
    it("时钟倒走，记录时间也不倒走", async () => {
      const clock = handClock(middle)
      const log = await openLog(clock.now)
      for (const time of [middle, early, late, early]) {
        clock.set(time)
        await log.appendToStreams([{ stream: "a", events: deposits(2) }], { actor })
      }
      const times = (await allEvents(log)).map(({ metadata }) => metadata.recordedAt)
      expect(times).toEqual([middle, middle, middle, middle, late, late, late, late])
    })

    it("某一时刻已知到哪个位置", async () => {
      const clock = handClock(early)
      const log = await openLog(clock.now)
      for (const [time, count] of [
        [early, 3],
        [middle, 4],
        [late, 2]
      ] as const) {
        clock.set(time)
        await log.appendToStreams([{ stream: "a", events: deposits(count) }], { actor })
      }
      expect(await log.positionKnownAt("2024-03-01T07:59:59.999Z")).toBe(0)
      expect(await log.positionKnownAt(early)).toBe(3)
      expect(await log.positionKnownAt("2024-03-01T16:59:59.999+08:00")).toBe(3)
      expect(await log.positionKnownAt(middle)).toBe(7)
      expect(await log.positionKnownAt(late)).toBe(9)
      expect(await log.positionKnownAt("2030-01-01T00:00:00Z")).toBe(9)
    })
  })

  describe("导出与导入", () => {
    const exported = async (log: AccountLog) =>
      (await log.readVerbatim({ limit: 1000 })).map((event) => JSON.stringify(event))
    const parsed = (lines: ReadonlyArray<string>) => lines.map((line): unknown => JSON.parse(line))
    const source = async () => {
      const clock = handClock(early)
      const log = await openLog(clock.now)
      await log.appendCommands([command("c1", "a", "1.00")])
      clock.set(middle)
      await log.appendToStreams(
        [
          { stream: "b", events: [{ ...deposited("2.00", "付款"), metadata: { evidence: "记-1" } }] },
          { stream: "a", events: deposits(2) }
        ],
        { actor, commandId: "c2" }
      )
      await log.appendToStreams([{ stream: "b", events: deposits(1) }], { actor: "出纳" })
      return { log, lines: await exported(log) }
    }

    it("导出再导入，逐字节相同，记录时间不变", async () => {
      const { log, lines } = await source()
      const target = await openLog(() => early)
      const steps: Array<readonly [number, number]> = []
      const receipt = await target.importEvents(parsed(lines), {
        total: 5,
        onProgress: (done, total) => steps.push([done, total])
      })
      expect(receipt).toEqual({ stored: 5, present: 0 })
      expect(steps).toEqual([[5, 5]])
      expect(await exported(target)).toEqual(lines)
      expect(await allEvents(target)).toEqual(await allEvents(log))
      const { events } = await target.appendToStreams([{ stream: "a", expectedVersion: 3, events: deposits(1) }], {
        actor
      })
      expect(events[0]).toMatchObject({ position: 6, metadata: { recordedAt: middle } })
    })

    it("重复导入无害，续导只写入新的", async () => {
      const { lines } = await source()
      const target = await openLog()
      expect(await target.importEvents(parsed(lines.slice(0, 3)))).toEqual({ stored: 3, present: 0 })
      expect(await target.importEvents(parsed(lines.slice(0, 3)))).toEqual({ stored: 0, present: 3 })
      expect(await target.importEvents(parsed(lines))).toEqual({ stored: 2, present: 3 })
      expect(await target.importEvents(parsed(lines.slice(4)))).toEqual({ stored: 0, present: 1 })
      expect(await target.importEvents([])).toEqual({ stored: 0, present: 0 })
      expect(await exported(target)).toEqual(lines)
    })

    it("导入之后，原命令重发仍只有一次效果", async () => {
      const { log, lines } = await source()
      const target = await openLog()
      await target.importEvents(parsed(lines.slice(0, 2)))
      await target.importEvents(parsed(lines))
      for (const commandId of ["c1", "c2"])
        expect(await target.answered(commandId)).toEqual(await log.answered(commandId))
      const [again] = await target.appendCommands([command("c1", "a", "1.00")])
      expect(again).toMatchObject({ repeated: true, events: [{ id: "a@1" }] })
      expect(await target.lastPosition()).toBe(5)
    })

    it("分块到来的大导入，报告进度，中途出错则全部不写入", async () => {
      const bulk = await openLog(() => early)
      await bulk.appendToStreams([{ stream: "a", events: deposits(1000) }], { actor })
      await bulk.appendToStreams([{ stream: "b", events: deposits(1000) }], { actor, commandId: "c" })
      await bulk.appendToStreams([{ stream: "a", events: deposits(500) }], { actor })
      const lines: Array<string> = []
      for (let after = 0; after < 2500; after += 1000) {
        lines.push(...(await bulk.readVerbatim({ after })).map((event) => JSON.stringify(event)))
      }
      async function* arriving(broken?: number) {
        for (const [index, event] of parsed(lines).entries()) yield index === broken ? { position: index + 1 } : event
      }
      const target = await openLog()
      expect(await rejection(target.importEvents(arriving(2400)))).toMatchObject({ _tag: "ImportRefused", line: 2401 })
      expect(await target.lastPosition()).toBe(0)
      expect(await target.answered("c")).toBeUndefined()
      const steps: Array<number> = []
      expect(await target.importEvents(arriving(), { onProgress: (done) => steps.push(done) })).toEqual({
        stored: 2500,
        present: 0
      })
      expect(steps).toEqual([1000, 2000, 2500])
      expect((await target.answered("c"))?.events).toHaveLength(1000)
    })

    it("不衔接、不合格、被改动的行：拒绝，指明行，全部不写入", async () => {
      const { lines } = await source()
      const change = (index: number, changed: object) =>
        lines.map((line, at) => (at === index ? { ...JSON.parse(line), ...changed } : JSON.parse(line)))
      const metadata = JSON.parse(lines[2] ?? "").metadata
      const later = { ...metadata, recordedAt: early }
      const cases: ReadonlyArray<readonly [string, number, ReadonlyArray<unknown>]> = [
        ["Position", 1, parsed(lines.slice(1))],
        ["Position", 3, parsed(lines.filter((_, index) => index !== 2))],
        ["Position", 2, parsed([lines[0] ?? "", ...lines])],
        ["Version", 3, change(2, { version: 7, id: "a@7" })],
        ["Version", 3, change(2, { stream: "c", id: "c@2" })],
        ["Id", 3, change(2, { id: "a@9" })],
        ["RecordedAt", 4, change(3, { metadata: later })],
        ["UnknownType", 3, change(2, { type: "Stolen" })],
        ["NewerVersion", 3, change(2, { schemaVersion: 2 })],
        ["DataDoesNotFit", 3, change(2, { data: { amount: 1 } })],
        ["NotAnEnvelope", 3, change(2, { more: 1 })],
        ["NotAnEnvelope", 3, change(2, { metadata: { ...metadata, more: 1 } })],
        ["NotAnEnvelope", 3, change(2, { metadata: { ...metadata, recordedAt: "2024-03-01" } })],
        ["NotAnEnvelope", 3, change(2, { position: "3" })],
        ["NotAnEnvelope", 3, change(2, { data: [] })],
        ["NotAnEnvelope", 1, [null]],
        ["NotAnEnvelope", 1, ["text"]]
      ]
      for (const [reason, line, envelopes] of cases) {
        const target = await openLog()
        const error = await rejection(target.importEvents(envelopes))
        expect(error, reason).toBeInstanceOf(ImportRefused)
        expect(error).toMatchObject({ reason, line })
        expect(await target.lastPosition()).toBe(0)
      }
    })

    it("与日志已有事件不同的行：拒绝", async () => {
      const { log, lines } = await source()
      const before = await exported(log)
      const changes = [
        { data: { occurredOn: "2024-01-01", amount: "9.00" } },
        { metadata: { ...JSON.parse(lines[2] ?? "").metadata, actor: "别人" } },
        { metadata: { ...JSON.parse(lines[2] ?? "").metadata, recordedAt: late } }
      ]
      for (const changed of changes) {
        const envelopes = lines.map((line, index) => ({ ...JSON.parse(line), ...(index === 2 && changed) }))
        const error = await rejection(log.importEvents(envelopes))
        expect(error).toMatchObject({ _tag: "ImportRefused", reason: "DiffersFromLog", line: 3 })
      }
      expect(await exported(log)).toEqual(before)
    })

    it("导入进行时，读到的是导入之前的日志，写入排在其后", async () => {
      const { lines } = await source()
      const target = await openLog()
      let seen: number | undefined
      let appended: Promise<unknown> | undefined
      async function* slowly() {
        for (const [index, event] of parsed(lines).entries()) {
          if (index === 3) {
            seen = await target.lastPosition()
            appended = target.appendToStreams([{ stream: "a", events: deposits(1) }], { actor })
          }
          yield event
        }
      }
      await target.importEvents(slowly())
      await appended
      expect(seen).toBe(0)
      expect((await allEvents(target)).map(({ id }) => id)).toEqual(["a@1", "b@1", "a@2", "a@3", "b@2", "a@4"])
    })
  })
})
