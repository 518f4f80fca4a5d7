/** 追溯 over an opened store. */
import { type Figure, parseStreamName } from "@juesuan/domain"
import type { EventLog } from "@juesuan/store"
import * as Effect from "effect/Effect"
import { type Asking, comparesWithYearBefore } from "./Asking.ts"
import { behindFigure, shownValue } from "./Behind.ts"
import { cursorText, pageOf } from "./Cursor.ts"
import { differences } from "./Differences.ts"
import type { ExplanationsShape } from "./Explanations.ts"
import { history } from "./History.ts"
import type { LeafEvent } from "./json/explanations.ts"
import { eventOf } from "./Reading.ts"
import { type Behind, EventFacts, eventsToLoad, foldedOf, leafEvent, treeOf } from "./Tracing.ts"

/** The node that a path of input numbers leads to; the figure itself where the path leads nowhere. */
const nodeAt = (figure: Figure, path: ReadonlyArray<number>): Figure =>
  path.reduce<Figure>(
    (node, index) => (node.because._tag === "Derived" ? (node.because.inputs[index] ?? node) : node),
    figure
  )

const pageOfEvents = (behind: ReadonlyArray<Behind>, limit: number, facts: EventFacts, leaf?: ReadonlyArray<number>) =>
  Effect.gen(function* () {
    const page = behind.slice(0, limit)
    yield* facts.load(page.map(({ event }) => event))
    const last = page.at(-1)
    const cursor = leaf === undefined ? {} : { leaf }
    const next =
      last === undefined || behind.length <= limit ? {} : { next: cursorText({ after: last.position, ...cursor }) }
    return { events: page.map((each): LeafEvent => leafEvent(each, facts)), ...next }
  })

export const explanationsLive = (log: EventLog, asking: Asking): ExplanationsShape => ({
  explain: (ref, question) =>
    Effect.gen(function* () {
      const asked = yield* asking.ask(question, { yearBefore: comparesWithYearBefore(ref) })
      const figure = yield* asking.figure(asked, ref)
      const facts = new EventFacts(log)
      yield* facts.load(eventsToLoad(figure, asked.ledger))
      return treeOf(figure, { ledger: asked.ledger, derivation: asked.derivation, facts })
    }),

  eventsOf: (ref, question, page) =>
    Effect.gen(function* () {
      const asked = yield* asking.ask(question, { yearBefore: comparesWithYearBefore(ref) })
      const figure = yield* asking.figure(asked, ref)
      const { cursor, limit } = yield* pageOf(page)
      const facts = new EventFacts(log)
      const node = cursor.leaf === undefined ? figure : nodeAt(figure, cursor.leaf)
      const behind = (yield* behindFigure(node, asked, facts)).filter(({ position }) => position > cursor.after)
      return { ref: figure.ref, label: figure.label, ...(yield* pageOfEvents(behind, limit, facts, cursor.leaf)) }
    }),

  history: history(log, asking),
  diff: differences(log, asking),

  fedBy: (reference, question) =>
    Effect.gen(function* () {
      const event = yield* eventOf(log, reference)
      const parsed = parseStreamName(event.stream)
      const year = parsed === undefined || parsed.family === "unit" ? {} : { year: parsed.year }
      const scope = { ...question?.scope, unit: parsed?.unit, ...year }
      const asked = yield* asking.ask({ ...question, scope })
      const figures = asked.derivation.figuresFedBy(foldedOf(event))
      return {
        event: event.id,
        of: { ...asked.scope, name: asked.answered.name },
        figures: figures.map((figure) => ({
          ref: figure.ref,
          label: figure.label,
          value: shownValue(asked.derivation, figure)
        }))
      }
    })
})
