/** 两个时点的差别: which figures differ between two points, and which events moved them. */
import type { Figure } from "@juesuan/domain"
import type { EventLog } from "@juesuan/store"
import * as Effect from "effect/Effect"
import type { AppError } from "./AppError.ts"
import type { Asked, Asking } from "./Asking.ts"
import { behindFigure, exactly, shownValue } from "./Behind.ts"
import type { ExplanationsShape } from "./Explanations.ts"
import type { DiffJson } from "./json/explanations.ts"
import type { Value } from "./json/values.ts"
import { type Behind, EventFacts, leafEvent, shownEvents } from "./Tracing.ts"

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

/** One of the two points: its books and what is known of a figure there. */
interface Side {
  readonly asked: Asked
  readonly known: Known | undefined
}

const behindSide = ({ asked, known }: Side, facts: EventFacts): Effect.Effect<ReadonlyArray<Behind>, AppError> =>
  known === undefined ? Effect.succeed([]) : behindFigure(known.figure, asked, facts)

/** The events that stand behind a figure at one point and not at the other. */
const movedBetween = (before: Side, after: Side, facts: EventFacts) =>
  Effect.map(
    Effect.all([behindSide(before, facts), behindSide(after, facts)]),
    ([left, right]): ReadonlyArray<Behind> => {
      const [were, are] = [new Set(left.map(({ event }) => event)), new Set(right.map(({ event }) => event))]
      return [
        ...right.filter(({ event }) => !were.has(event)),
        ...left.filter(({ event }) => !are.has(event))
      ].toSorted((first, second) => first.position - second.position)
    }
  )

const difference = (ref: string, before: Side, after: Side, facts: EventFacts) =>
  Effect.gen(function* () {
    const moved = yield* movedBetween(before, after, facts)
    const shown = moved.slice(0, shownEvents)
    yield* facts.load(shown.map(({ event }) => event))
    return {
      ref,
      label: (after.known ?? before.known)?.figure.label ?? ref,
      before: before.known?.value ?? null,
      after: after.known?.value ?? null,
      count: moved.length,
      events: shown.map((each) => leafEvent(each, facts))
    } satisfies DiffJson["figures"][number]
  })

export const differences =
  (log: EventLog, asking: Asking): ExplanationsShape["diff"] =>
  (from, to, scope) =>
    Effect.gen(function* () {
      const [before, after] = [yield* asking.ask({ scope, asOf: from }), yield* asking.ask({ scope, asOf: to })]
      const [was, is] = [valuesOf(before), valuesOf(after)]
      const differing = [...new Set([...was.keys(), ...is.keys()])].filter(
        (ref) => exactly(was.get(ref)?.value ?? null) !== exactly(is.get(ref)?.value ?? null)
      )
      const facts = new EventFacts(log)
      const figures = yield* Effect.forEach(differing, (ref) =>
        difference(ref, { asked: before, known: was.get(ref) }, { asked: after, known: is.get(ref) }, facts)
      )
      return { of: { ...after.scope, name: after.answered.name }, from, to, figures }
    })
