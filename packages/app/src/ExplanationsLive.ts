/** 追溯 over an opened store. */
import { type AsOf, type Figure, isWithin, Ledger, leavesOf, parseStreamName } from "@juesuan/domain"
import { type Derivation, derive } from "@juesuan/rules"
import type { EventLog, FoldableEvent } from "@juesuan/store"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { type AppError, fromLog } from "./AppError.ts"
import type { Asked, Asking } from "./Asking.ts"
import { cursorText, pageOf } from "./Cursor.ts"
import type { ExplanationsShape } from "./Explanations.ts"
import type { DiffJson, HistoryJson, LeafEvent } from "./json/explanations.ts"
import { cellJson, figureValue } from "./json/figures.ts"
import type { Value } from "./json/values.ts"
import { type Behind, behindLeaf, EventFacts, eventsToLoad, leafEvent, shownEvents, treeOf } from "./Tracing.ts"
import { eventOf } from "./Reading.ts"

/** The value of a figure as its cell prints it, else as it is. */
const shownValue = (derivation: Derivation, figure: Figure): Value => {
  const cell = derivation.cellOf(figure.ref)
  return cell === undefined ? figureValue(figure) : cellJson(cell)
}

const exactly = (value: Value): string => JSON.stringify(value)

/** Loads what a figure's leaves state, then lists every event behind it once, in the order of the log. */
const behindFigure = (figure: Figure, { ledger }: Asked, facts: EventFacts): Effect.Effect<ReadonlyArray<Behind>, AppError> => {
  const leaves = leavesOf(figure)
  const stated = leaves.flatMap(({ because }) => (because._tag === "Stated" ? because.events : []))
  return Effect.map(facts.load(stated), () => {
    const all = new Map<string, Behind>()
    for (const leaf of leaves) {
      for (const behind of behindLeaf(leaf, ledger, (id) => facts.of(id).position)) all.set(behind.event, behind)
    }
    return [...all.values()].toSorted((left, right) => left.position - right.position)
  })
}

/** The node that a path of input numbers leads to; the figure itself where the path leads nowhere. */
const nodeAt = (figure: Figure, path: ReadonlyArray<number>): Figure =>
  path.reduce<Figure>((node, index) => (node.because._tag === "Derived" ? (node.because.inputs[index] ?? node) : node), figure)

const pageOfEvents = (behind: ReadonlyArray<Behind>, limit: number, facts: EventFacts, leaf?: ReadonlyArray<number>) =>
  Effect.gen(function* () {
    const page = behind.slice(0, limit)
    yield* facts.load(page.map(({ event }) => event))
    const last = page.at(-1)
    const cursor = leaf === undefined ? {} : { leaf }
    const next = last === undefined || behind.length <= limit ? {} : { next: cursorText({ after: last.position, ...cursor }) }
    return { events: page.map((each): LeafEvent => leafEvent(each, facts)), ...next }
  })

/** Whether an event may have changed a figure that is made of these leaves. */
const mayChange = (figure: Figure, behind: ReadonlySet<number>, statedTypes: ReadonlySet<string>) => {
  const [head, name] = figure.ref.split("/")
  return ({ position, stream, type }: FoldableEvent): boolean => {
    if (behind.has(position) || statedTypes.has(type)) return true
    if (type === "EventReversed") return true
    return head === "自评" && parseStreamName(stream)?.family === "project" && name !== undefined
  }
}

type Change = HistoryJson["changes"][number]

/** Replays the year up to the point and notes the value of the figure after every event that changed it. */
const changesOf = (log: EventLog, asked: Asked, ref: string, may: (event: FoldableEvent) => boolean) =>
  Effect.gen(function* () {
    const { point, scope } = asked
    const asOf = point.until === undefined ? {} : { until: point.until }
    const own = (stream: string): boolean => {
      const parsed = parseStreamName(stream)
      return parsed?.unit === scope.unit && (parsed.family === "unit" || parsed.year === scope.year)
    }
    const ledger = new Ledger()
    const changes: Array<Change> = []
    let before = "undefined"
    yield* fromLog(async () => {
      for await (const page of log.replay({ until: point.position })) {
        for (const event of page) {
          if (!own(event.stream) || !isWithin(asOf, event)) continue
          ledger.record(event)
          if (!may(event)) continue
          const value = valueIn(ledger, scope, ref)
          if (value === undefined || exactly(value) === before) continue
          before = exactly(value)
          const { occurredOn } = event.data
          const { position, recordedAt, stream, type, version } = event
          changes.push({ event: `${stream}@${version}`, position, type, occurredOn, recordedAt, value })
        }
      }
    })
    return changes
  })

const valueIn = (ledger: Ledger, scope: { readonly unit: string; readonly year: number }, ref: string): Value | undefined => {
  const derivation = Result.getOrUndefined(derive(ledger, scope))
  const figure = derivation === undefined ? undefined : Result.getOrUndefined(derivation.figureAt(ref))
  return derivation === undefined || figure === undefined ? undefined : shownValue(derivation, figure)
}

/** Every figure of a derivation with its value, by address. */
const valuesOf = ({ derivation }: Asked): ReadonlyMap<string, { readonly figure: Figure; readonly value: Value }> => {
  const values = new Map<string, { readonly figure: Figure; readonly value: Value }>()
  for (const space of derivation.spaces) {
    for (const { columns, key } of space.rows) {
      for (const { label } of columns) {
        const figure = space.figureAt(key, label)
        if (figure !== undefined) values.set(figure.ref, { figure, value: shownValue(derivation, figure) })
      }
    }
  }
  return values
}

export const explanationsLive = (log: EventLog, asking: Asking): ExplanationsShape => ({
  explain: (ref, question) =>
    Effect.gen(function* () {
      const asked = yield* asking.ask(question)
      const figure = yield* asking.figure(asked, ref)
      const facts = new EventFacts(log)
      yield* facts.load(eventsToLoad(figure, asked.ledger))
      return treeOf(figure, { ledger: asked.ledger, derivation: asked.derivation, facts })
    }),

  eventsOf: (ref, question, page) =>
    Effect.gen(function* () {
      const asked = yield* asking.ask(question)
      const figure = yield* asking.figure(asked, ref)
      const { cursor, limit } = yield* pageOf(page)
      const facts = new EventFacts(log)
      const node = cursor.leaf === undefined ? figure : nodeAt(figure, cursor.leaf)
      const behind = (yield* behindFigure(node, asked, facts)).filter(({ position }) => position > cursor.after)
      return { ref: figure.ref, label: figure.label, ...(yield* pageOfEvents(behind, limit, facts, cursor.leaf)) }
    }),

  history: (ref, question, page) =>
    Effect.gen(function* () {
      const asked = yield* asking.ask(question)
      const figure = yield* asking.figure(asked, ref)
      const { cursor, limit } = yield* pageOf(page)
      const facts = new EventFacts(log)
      const behind = yield* behindFigure(figure, asked, facts)
      const stated = behind.filter(({ amount }) => amount === undefined).map(({ event }) => facts.of(event).type)
      const may = mayChange(figure, new Set(behind.map(({ position }) => position)), new Set(stated))
      const changes = (yield* changesOf(log, asked, figure.ref, may)).filter(({ position }) => position > cursor.after)
      const last = changes[limit - 1]
      const next = last === undefined || changes.length <= limit ? {} : { next: cursorText({ after: last.position }) }
      const of = { ...asked.scope, name: asked.answered.name }
      return { ref: figure.ref, label: figure.label, of, changes: changes.slice(0, limit), ...next }
    }),

  diff: (from, to, scope) =>
    Effect.gen(function* () {
      const point = (asOf: AsOf) => asking.ask({ scope, asOf })
      const [before, after] = [yield* point(from), yield* point(to)]
      const [was, is] = [valuesOf(before), valuesOf(after)]
      const facts = new EventFacts(log)
      const figures: Array<DiffJson["figures"][number]> = []
      for (const ref of new Set([...was.keys(), ...is.keys()])) {
        const [left, right] = [was.get(ref), is.get(ref)]
        if (exactly(left?.value ?? null) === exactly(right?.value ?? null)) continue
        const leftEvents = left === undefined ? [] : yield* behindFigure(left.figure, before, facts)
        const rightEvents = right === undefined ? [] : yield* behindFigure(right.figure, after, facts)
        const [leftIds, rightIds] = [new Set(leftEvents.map(({ event }) => event)), new Set(rightEvents.map(({ event }) => event))]
        const moved = [
          ...rightEvents.filter(({ event }) => !leftIds.has(event)),
          ...leftEvents.filter(({ event }) => !rightIds.has(event))
        ].toSorted((first, second) => first.position - second.position)
        const shown = moved.slice(0, shownEvents)
        yield* facts.load(shown.map(({ event }) => event))
        const label = (right ?? left)?.figure.label ?? ref
        const events = shown.map((each) => leafEvent(each, facts))
        figures.push({ ref, label, before: left?.value ?? null, after: right?.value ?? null, count: moved.length, events })
      }
      return { of: { ...after.scope, name: after.answered.name }, from, to, figures }
    }),

  fedBy: (reference, question) =>
    Effect.gen(function* () {
      const event = yield* eventOf(log, reference)
      const parsed = parseStreamName(event.stream)
      const year = parsed === undefined || parsed.family === "unit" ? {} : { year: parsed.year }
      const scope = { ...question?.scope, unit: parsed?.unit, ...year }
      const asked = yield* asking.ask({ ...question, scope })
      const folded = { ...event, recordedAt: event.metadata.recordedAt } as Parameters<Derivation["figuresFedBy"]>[0]
      const figures = asked.derivation.figuresFedBy(folded)
      return {
        event: event.id,
        of: { ...asked.scope, name: asked.answered.name },
        figures: figures.map((figure) => ({ ref: figure.ref, label: figure.label, value: shownValue(asked.derivation, figure) }))
      }
    })
})
