/** 看日志: events and pages of the log as they stand. */
import { eventKinds, type EventKind, isEventKind, parseStreamName } from "@juesuan/domain"
import type { EventLog, RecordedEvent } from "@juesuan/store"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { type AppError, fromLog, refusal } from "./AppError.ts"
import type { LogFilter } from "./Books.ts"
import { cursorText, type PageOptions, pageOf } from "./Cursor.ts"
import type { LogPage } from "./json/events.ts"
import { settleAsOf } from "./Question.ts"

const eventUnknown = (reference: string, last: number): AppError =>
  refusal(
    "notFound",
    "EventUnknown",
    { reference, last },
    {
      zh: `日志里没有事件“${reference}”：请写事件编号（如 year-023001-2024@57）或 1 至 ${last} 的日志位置。`,
      en: `The log has no event “${reference}”: write an event id (e.g. year-023001-2024@57) or a position from 1 to ${last}.`
    }
  )

/** An event by id or position. */
export const eventOf = (log: EventLog, reference: string): Effect.Effect<RecordedEvent, AppError> =>
  Effect.gen(function* () {
    const found = yield* fromLog(() =>
      log.event(/^#?\d+$/u.test(reference) ? Number(reference.replace("#", "")) : reference)
    )
    if (found !== undefined) return found
    return yield* Effect.fail(eventUnknown(reference, yield* fromLog(() => log.lastPosition())))
  })

const kindUnknown = (kind: string): AppError =>
  refusal(
    "usage",
    "KindUnknown",
    { kind },
    {
      zh: `没有“${kind}”这种事件；有：${Object.values(eventKinds)
        .map(({ label }) => label)
        .join("、")}。`,
      en: `There is no kind of event “${kind}”; there are ${Object.keys(eventKinds).join(", ")}.`
    }
  )

/** A kind by its name or its official term. */
const kindOf = (text: string | undefined): Effect.Effect<EventKind | undefined, AppError> => {
  if (text === undefined) return Effect.succeed(undefined)
  const named = Object.entries(eventKinds).find(([kind, { label }]) => kind === text || label === text)
  const kind = named?.[0]
  return kind !== undefined && isEventKind(kind) ? Effect.succeed(kind) : Effect.fail(kindUnknown(text))
}

/** Whose books a stream belongs to, as far as a filter asks. */
const ofScope = (event: RecordedEvent, { unit, year }: LogFilter): boolean => {
  const of = parseStreamName(event.stream)
  if (unit !== undefined && of?.unit !== unit) return false
  return year === undefined || (of !== undefined && of.family !== "unit" && of.year === year)
}

const ofProject = (event: RecordedEvent, project: string): boolean => {
  const of = parseStreamName(event.stream)
  return (of?.family === "project" && of.project === project) || namesProject(event, project)
}

const wanted = (filter: LogFilter, kind: EventKind | undefined) => {
  const { project, stream } = filter
  return (event: RecordedEvent): boolean =>
    (kind === undefined || event.type === kind) &&
    (stream === undefined || event.stream === stream) &&
    ofScope(event, filter) &&
    (project === undefined || ofProject(event, project))
}

const namesProject = ({ data }: RecordedEvent, project: string): boolean =>
  "project" in data && data.project === project

/** A page of the log, filtered; `next` where there is more. */
export const logPage =
  (log: EventLog) =>
  (filter: LogFilter = {}, page?: PageOptions): Effect.Effect<LogPage, AppError> =>
    Effect.gen(function* () {
      const { cursor, limit } = yield* pageOf(page)
      const kind = yield* kindOf(filter.kind)
      const point = yield* settleAsOf(log, filter.asOf ?? {})
      const passes = wanted(filter, kind)
      const within = (event: RecordedEvent): boolean =>
        point.until === undefined || event.data.occurredOn <= point.until
      const streams = filter.stream === undefined ? undefined : [filter.stream]
      const found: Array<RecordedEvent> = []
      let after = cursor.after
      while (found.length <= limit) {
        const events = yield* fromLog(() => log.readAll({ after, until: point.position, streams }))
        const last = events.at(-1)
        if (last === undefined) break
        found.push(...events.filter((event) => within(event) && passes(event)))
        after = last.position
      }
      const shown = found.slice(0, limit)
      const last = shown.at(-1)
      const next = last === undefined || found.length <= limit ? {} : { next: cursorText({ after: last.position }) }
      return { events: shown as unknown as LogPage["events"], ...next }
    })

/** The whole log as it was stored, one envelope a line. */
export const exportedLog = (log: EventLog): Stream.Stream<string, AppError> =>
  Stream.paginate(0, (after) =>
    Effect.map(
      fromLog(() => log.readVerbatim({ after })),
      (events) => {
        const last = events.at(-1)
        const lines = events.map((event) => `${JSON.stringify(event)}\n`)
        return [lines, last === undefined ? Option.none<number>() : Option.some(last.position)] as const
      }
    )
  )
