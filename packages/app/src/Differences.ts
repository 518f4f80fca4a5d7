/**
 * 两个时点的差别: which figures differ between two points, and which events moved them: those that count at one of the
 * points and not at the other. An event that no longer counts is listed with what its absence adds.
 */
import { type AsOf, eventId, type Figure, type FoldedEvent, isWithin, Ledger } from "@juesuan/domain"
import type { EventLog } from "@juesuan/store"
import * as Effect from "effect/Effect"
import { type AppError, fromLog } from "./AppError.ts"
import type { Asked, Asking } from "./Asking.ts"
import { exactly, Gathered, groundOf, shownValue } from "./Behind.ts"
import type { ExplanationsShape } from "./Explanations.ts"
import type { DiffJson } from "./json/explanations.ts"
import type { Value } from "./json/values.ts"
import { belongsTo } from "./Ledgers.ts"
import type { Point } from "./Question.ts"
import { EventFacts, leafEvent, shownEvents } from "./Tracing.ts"

interface Known {
  readonly figure: Figure
  readonly value: Value
}

/** Every figure of a derivation with its value, by address. */
const valuesOf = ({ derivation }: Asked): ReadonlyMap<string, Known> => {
  const figures = derivation.spaces.flatMap((space) =>
    space.rows.flatMap(({ columns, key }) => columns.flatMap(({ label }) => space.figureAt(key, label) ?? []))
  )
  return new Map(figures.map((figure) => [figure.ref, { figure, value: shownValue(derivation, figure) }]))
}

/** What lies between two points: the entries that came and those that went, and which event was reversed by which. */
interface Between {
  readonly came: Ledger
  readonly went: Ledger
  readonly reversals: ReadonlyMap<string, { readonly id: string; readonly position: number }>
}

const asOfPoint = ({ position, until }: Point): AsOf =>
  until === undefined ? { at: position } : { at: position, until }

const counts = (point: Point, event: FoldedEvent): boolean => isWithin(asOfPoint(point), event)

const between = (log: EventLog, before: Asked, after: Asked): Effect.Effect<Between, AppError> =>
  fromLog(async () => {
    const came = new Ledger()
    const went = new Ledger()
    const reversals = new Map<string, { readonly id: string; readonly position: number }>()
    const [from, to] = [before.point, after.point]
    const until = Math.max(from.position, to.position)
    const start = from.until === to.until ? Math.min(from.position, to.position) : 0
    for await (const page of log.replay({ after: start, until })) {
      for (const event of page) {
        if (!belongsTo(after.scope, event.stream)) continue
        const [was, is] = [counts(from, event), counts(to, event)]
        if (was === is) continue
        ;(is ? came : went).record(event)
        const { position, stream, version } = event
        if (event.type === "EventReversed") {
          reversals.set(event.data.event, { id: eventId(stream, version), position })
        }
      }
    }
    return { came, went, reversals }
  })

/** The events that moved a figure. */
const moversOf = (
  figures: ReadonlyArray<Figure>,
  { came, reversals, went }: Between,
  points: { readonly from: Point; readonly to: Point; readonly facts: EventFacts }
) => {
  const { facts, from, to } = points
  const { selections, stated } = groundOf(...figures)
  return Effect.map(facts.load(stated), () => {
    const gathered = new Gathered()
    for (const selection of selections) {
      for (const entry of came.entries.list(selection)) gathered.addEntry(entry)
      for (const entry of went.entries.list(selection)) gathered.addEntry(entry, -1)
    }
    for (const id of stated) {
      const fact = facts.of(id)
      if (counts(from, fact) !== counts(to, fact)) gathered.addStated(id, fact.position)
      const reversal = reversals.get(id)
      if (reversal !== undefined) gathered.addStated(reversal.id, reversal.position)
    }
    return gathered.list()
  })
}

export const differences =
  (log: EventLog, asking: Asking): ExplanationsShape["diff"] =>
  (from, to, scope) =>
    Effect.gen(function* () {
      const [before, after] = [
        yield* asking.ask({ scope, asOf: from }, { yearBefore: true }),
        yield* asking.ask({ scope, asOf: to }, { yearBefore: true })
      ]
      const [was, is] = [valuesOf(before), valuesOf(after)]
      const differing = [...new Set([...was.keys(), ...is.keys()])].filter(
        (ref) => exactly(was.get(ref)?.value ?? null) !== exactly(is.get(ref)?.value ?? null)
      )
      const moved = yield* between(log, before, after)
      const facts = new EventFacts(log)
      const points = { from: before.point, to: after.point, facts }
      const figures = yield* Effect.forEach(differing, (ref) =>
        Effect.gen(function* () {
          const known = [was.get(ref), is.get(ref)]
          const figures = known.flatMap((each) => (each === undefined ? [] : [each.figure]))
          const movers = yield* moversOf(figures, moved, points)
          const shown = movers.slice(0, shownEvents)
          yield* facts.load(shown.map(({ event }) => event))
          return {
            ref,
            label: figures.at(-1)?.label ?? ref,
            before: known[0]?.value ?? null,
            after: known[1]?.value ?? null,
            count: movers.length,
            events: shown.map((each) => leafEvent(each, facts))
          } satisfies DiffJson["figures"][number]
        })
      )
      return { of: { ...after.scope, name: after.answered.name }, from, to, figures }
    })
