/** 数字的变化: the year replayed up to a point, with the value of one figure after every event that changed it. */
import { type Figure, isWithin, Ledger, parseStreamName } from "@juesuan/domain"
import { derive } from "@juesuan/rules"
import type { EventLog, FoldableEvent } from "@juesuan/store"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { fromLog } from "./AppError.ts"
import type { Asked, Asking } from "./Asking.ts"
import { behindFigure, exactly, shownValue } from "./Behind.ts"
import { cursorText, pageOf } from "./Cursor.ts"
import type { ExplanationsShape } from "./Explanations.ts"
import type { HistoryJson } from "./json/explanations.ts"
import type { Value } from "./json/values.ts"
import { EventFacts } from "./Tracing.ts"

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

const valueIn = (
  ledger: Ledger,
  scope: { readonly unit: string; readonly year: number },
  ref: string
): Value | undefined => {
  const derivation = Result.getOrUndefined(derive(ledger, scope))
  const figure = derivation === undefined ? undefined : Result.getOrUndefined(derivation.figureAt(ref))
  return derivation === undefined || figure === undefined ? undefined : shownValue(derivation, figure)
}

export const history =
  (log: EventLog, asking: Asking): ExplanationsShape["history"] =>
  (ref, question, page) =>
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
    })
