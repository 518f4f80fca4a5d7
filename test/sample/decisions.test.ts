/** 样例年度的决策: asked for again one after the other, every event of the sample is recorded as it stands, none is refused. */
import { readFileSync } from "node:fs"
import {
  type Command,
  type Decider,
  type DomainEvent,
  type Original,
  parseStreamName,
  projectDecider,
  refusalMessage,
  type StoredEvent,
  unitDecider,
  unitFold,
  type UnitEvent,
  yearContext,
  yearDecider
} from "@juesuan/domain"
import { sample } from "@juesuan/sample"
import * as Result from "effect/Result"
import { expect, it } from "vitest"

const events = readFileSync(sample.events, "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as StoredEvent)
const byId = new Map(events.map((event) => [event.id, event as Original]))

type AnyDecider = Decider<unknown, Command, DomainEvent>

const unitState = events
  .filter(({ stream }) => stream.startsWith("unit-"))
  .reduce((state, event) => unitFold.evolve(state, event as unknown as UnitEvent), unitFold.initialState())

const deciderOf = (stream: string): AnyDecider => {
  const parsed = parseStreamName(stream)
  switch (parsed?.family) {
    case "unit":
      return unitDecider(parsed) as AnyDecider
    case "year":
      return yearDecider(Result.getOrThrow(yearContext(unitState, parsed))) as AnyDecider
    case "project":
      return projectDecider({ ...parsed, weights: { execution: "10", indicators: "90" } }) as AnyDecider
    default:
      throw new Error(`no stream ${stream}`)
  }
}

const original = (id: string): { readonly original: Original } => {
  const found = byId.get(id)
  if (found === undefined) throw new Error(`no event ${id}`)
  return { original: found }
}

/** The command that asks for an event; a reversal takes its replacement, the event after it, along. */
const commandFor = (event: StoredEvent, next: StoredEvent | undefined): Command => {
  const { data, type } = event as DomainEvent
  switch (type) {
    case "PaymentReturned":
      return {
        type,
        data: { occurredOn: data.occurredOn, amount: data.amount, reason: data.reason, payment: data.payment },
        ...original(data.payment)
      }
    case "EventReversed": {
      const replacement = { type: next?.type, data: next?.data } as Command
      return { type, data: { event: data.event, reason: data.reason, replacement }, ...original(data.event) }
    }
    default:
      return { type, data } as Command
  }
}

it("逐条重新申请，决定出来的正是日志里的事件，没有一条被拒绝", () => {
  const deciders = new Map<string, { readonly decider: AnyDecider; state: unknown }>()
  let decided = 0
  for (let index = 0; index < events.length; ) {
    const event = events[index] as StoredEvent
    const own = deciders.get(event.stream) ?? { decider: deciderOf(event.stream), state: undefined }
    if (!deciders.has(event.stream)) own.state = own.decider.initialState()
    deciders.set(event.stream, own)
    const decision = own.decider.decide(commandFor(event, events[index + 1]), own.state)
    if (Result.isFailure(decision)) throw new Error(`${event.id} ${refusalMessage(decision.failure, "zh")}`)
    const logged = events.slice(index, index + decision.success.length)
    expect(decision.success.map(({ data, type }) => ({ type, data }))).toEqual(
      logged.map(({ data, type }) => ({ type, data }))
    )
    for (const each of logged) own.state = own.decider.evolve(own.state, each as unknown as DomainEvent)
    index += decision.success.length
    decided += decision.success.length
  }
  expect(decided).toBe(events.length)
})
