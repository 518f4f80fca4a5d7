/** R8: any sequence of appends, retries (also within one transaction, and after a restart), imports and questions gives what a plain list of events gives. */
import type { ExpectedVersion } from "@juesuan/store"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { deposited } from "./accounts.ts"
import { type AccountLog } from "./opening.ts"
import { patience, runs } from "../runs.ts"
import { allEvents, handClock, type Place, places } from "./places.ts"

interface ModelEvent {
  readonly stream: string
  readonly amount: string
  readonly recordedAt: string
  readonly commandId: string | undefined
}

interface ModelBatch {
  readonly stream: string
  /** How the expectation relates to the version the stream has then. */
  readonly expectation: "any" | "none" | "exists" | number
  readonly amounts: ReadonlyArray<string>
}

type Step =
  | {
      readonly kind: "append"
      readonly batches: ReadonlyArray<ModelBatch>
      readonly minutes: number
      readonly id: number | undefined
      readonly digest: string
      /** Sent twice in one transaction. */
      readonly twice: boolean
    }
  | { readonly kind: "page"; readonly after: number; readonly limit: number; readonly until: number }
  | { readonly kind: "restart" }

/** The log as anybody would write it down: a list, and a table of commands. */
class Model {
  events: ReadonlyArray<ModelEvent> = []
  readonly commands = new Map<string, { readonly digest: string; readonly ids: ReadonlyArray<string> }>()

  version(stream: string, events = this.events): number {
    return events.filter((event) => event.stream === stream).length
  }

  ids(events: ReadonlyArray<ModelEvent>): ReadonlyArray<string> {
    return events.map(({ stream }, index) => `${stream}@${this.version(stream, events.slice(0, index + 1))}`)
  }

  append(step: Step & { kind: "append" }, now: string): string | { repeated: boolean; ids: ReadonlyArray<string> } {
    const commandId = step.id === undefined ? undefined : `c${step.id}`
    const known = commandId === undefined ? undefined : this.commands.get(commandId)
    if (known !== undefined)
      return known.digest === step.digest ? { repeated: true, ids: known.ids } : "CommandIdReused"
    const last = this.events.at(-1)?.recordedAt ?? ""
    const recordedAt = now > last ? now : last
    let events = this.events
    for (const { stream, expectation, amounts } of step.batches) {
      const version = this.version(stream, events)
      const ok = { any: true, none: version === 0, exists: version > 0 }
      if (typeof expectation === "number" ? expectation !== 0 : !ok[expectation]) return "ConcurrencyConflict"
      events = [...events, ...amounts.map((amount) => ({ stream, amount, recordedAt, commandId }))]
    }
    const ids = this.ids(events).slice(this.events.length)
    this.events = events
    if (commandId !== undefined) this.commands.set(commandId, { digest: step.digest, ids })
    return { repeated: false, ids }
  }
}

const stream = fc.constantFrom("a", "b", "c")
const batch: fc.Arbitrary<ModelBatch> = fc.record({
  stream,
  expectation: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<ModelBatch["expectation"]>("any", 0) },
    fc.constantFrom<ModelBatch["expectation"]>("none", "exists", -1, 1)
  ),
  amounts: fc.array(
    fc.integer({ min: 1, max: 999 }).map((fen) => (fen / 100).toFixed(2)),
    { maxLength: 3 }
  )
})
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("append" as const),
      batches: fc.array(batch, { maxLength: 3 }),
      minutes: fc.integer({ min: 0, max: 59 }),
      id: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
      digest: fc.constantFrom("d", "d", "d", "e"),
      twice: fc.boolean()
    })
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("page" as const),
      after: fc.integer({ min: 0, max: 30 }),
      limit: fc.integer({ min: 0, max: 10 }),
      until: fc.integer({ min: 0, max: 40 })
    })
  },
  fc.constant({ kind: "restart" as const })
)

/** The expectation in numbers, as a writer would state it who knows the versions, batch after batch. */
const stated = (model: Model, batches: ReadonlyArray<ModelBatch>) => {
  const ahead = new Map<string, number>()
  return batches.map(({ stream, expectation, amounts }) => {
    const version = ahead.get(stream) ?? model.version(stream)
    ahead.set(stream, version + amounts.length)
    const expectedVersion: ExpectedVersion = typeof expectation === "number" ? version + expectation : expectation
    return { stream, expectedVersion, events: amounts.map((amount) => deposited(amount)) }
  })
}

/** Only a command with an id can be told from another one that is like it. */
const isTwin = ({ id, twice }: Step & { kind: "append" }): boolean => twice && id !== undefined

const append = async (log: AccountLog, model: Model, step: Step & { kind: "append" }) => {
  const commandId = step.id === undefined ? undefined : `c${step.id}`
  const options = { actor: "会计", commandId, requestDigest: step.digest }
  const batches = stated(model, step.batches)
  try {
    const answers = isTwin(step)
      ? await log.appendCommands([0, 1].map(() => ({ ...options, batches })))
      : [await log.appendToStreams(batches, options)]
    return answers.map(({ events, repeated }) => ({ repeated, ids: events.map(({ id }) => id) }))
  } catch (error) {
    return (error as { readonly _tag: string })._tag
  }
}

/** What an append is refused with, or what each of its commands is answered. */
const expectedAnswer = (model: Model, step: Step & { kind: "append" }, now: string) => {
  const expected = model.append(step, now)
  if (typeof expected === "string") return expected
  return isTwin(step) ? [expected, { ...expected, repeated: true }] : [expected]
}

const agree = async (log: AccountLog, model: Model) => {
  const ids = model.ids(model.events)
  const events = await allEvents(log)
  expect(
    events.map(({ id, position, data, metadata }) => [
      id,
      position,
      data.amount,
      metadata.recordedAt,
      metadata.commandId
    ])
  ).toEqual(
    model.events.map(({ amount, recordedAt, commandId }, index) => [
      ids[index],
      index + 1,
      amount,
      recordedAt,
      commandId
    ])
  )
  for (const name of ["a", "b", "c"]) {
    const page = await log.readStreamPage(name)
    expect(page.version).toBe(model.version(name))
    expect(page.events).toEqual(events.filter((event) => event.stream === name))
  }
}

const run = async (place: Place, steps: ReadonlyArray<Step>) => {
  const clock = handClock("")
  const { log, another, remove } = await place.open(clock.now)
  let current = log
  const model = new Model()
  try {
    for (const step of steps) {
      if (step.kind === "restart") current = another()
      else if (step.kind === "page") {
        const { after, limit, until } = step
        const page = await current.readAll({ after, limit, until })
        expect(page.map(({ id }) => id)).toEqual(
          model.ids(model.events).slice(after, Math.max(after, Math.min(until, after + limit)))
        )
      } else {
        const now = `2024-03-01T08:${String(step.minutes).padStart(2, "0")}:00.000Z`
        clock.set(now)
        const answer = await append(current, model, step)
        expect(answer).toEqual(expectedAnswer(model, step, now))
      }
    }
    await agree(current, model)
    const copy = await place.open()
    await copy.log.importEvents(await current.readVerbatim({ limit: 1000 }))
    expect(await allEvents(copy.log)).toEqual(await allEvents(current))
    await copy.remove()
  } finally {
    await remove()
  }
}

describe.each(places)("$name 日志与一份清单", (place) => {
  it("任意的写入、重发、分页、重新打开、导出再导入，结果都与清单一致", patience(180_000), async () => {
    const usual = { Memory: 1000, SQLite: 300, PostgreSQL: 40 }[place.name] ?? 300
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), (steps) => run(place, steps)),
      { numRuns: runs(usual) }
    )
  })
})
