/**
 * 数字的变化: the year replayed up to a point, with the value of one figure after every event that changed it. A page
 * costs the replay and one figure for each event that may have changed it, from where the page begins until it is full.
 */
import { type Figure, isWithin, Ledger, parseStreamName } from "@juesuan/domain"
import { derive } from "@juesuan/rules"
import type { EventLog, FoldableEvent } from "@juesuan/store"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { type AppError, fromLog } from "./AppError.ts"
import { type Asked, type Asking, comparesWithYearBefore } from "./Asking.ts"
import { exactly, shownValue } from "./Behind.ts"
import { cursorText, pageOf } from "./Cursor.ts"
import type { ExplanationsShape } from "./Explanations.ts"
import type { HistoryJson } from "./json/explanations.ts"
import type { Value } from "./json/values.ts"
import { belongsTo } from "./Ledgers.ts"

type Change = HistoryJson["changes"][number]

/** Every code that the data of an event names, however deep. */
const codesIn = (data: unknown): ReadonlyArray<string> => {
  if (Array.isArray(data)) return data.flatMap(codesIn)
  if (typeof data !== "object" || data === null) return []
  return Object.entries(data).flatMap(([field, value]) =>
    (field === "functional" || field === "economic") && typeof value === "string" ? [value] : codesIn(value)
  )
}

type Filter = (event: FoldableEvent) => boolean

const isOfUnit = ({ stream }: FoldableEvent): boolean => parseStreamName(stream)?.family === "unit"

/** A row of a table that stands for a code is made of entries under that code, by rules that only the unit can change. */
const ofCode =
  (row: string): Filter =>
  (event) =>
    isOfUnit(event) || codesIn(event.data).some((code) => code.startsWith(row))

/** An evaluation is made of its project's own stream, of the unit's, and of what names its project in the year's. */
const ofProject =
  (project: string): Filter =>
  (event) => {
    const of = parseStreamName(event.stream)
    if (of?.family === "project") return of.project === project
    return isOfUnit(event) || JSON.stringify(event.data).includes(JSON.stringify(project))
  }

/** Whether an event may have changed a figure; of a figure of which nothing is known beforehand, every event may. */
const mayChange = ({ ref }: Figure, { derivation }: Asked): Filter => {
  const { evaluations, tables } = derivation.disclosure
  const [head = "", row = ""] = ref.split("/")
  if (/^[23]\d{2,6}$/u.test(row) && tables.some(({ id }) => id === head)) return ofCode(row)
  const isWithinEvaluation = (grade: Figure): boolean =>
    ref.startsWith(grade.ref.slice(0, grade.ref.lastIndexOf("/") + 1))
  const evaluation = evaluations.find(({ grade }) => isWithinEvaluation(grade))
  return evaluation === undefined ? () => true : ofProject(evaluation.project)
}

/** The value at an address, blank where there is no such figure (yet). */
const valueIn = (ledger: Ledger, { before, scope }: Asked, ref: string): Value => {
  const derivation = Result.getOrUndefined(derive(ledger, scope, before))
  const figure = derivation === undefined ? undefined : Result.getOrUndefined(derivation.figureAt(ref))
  return derivation === undefined || figure === undefined ? null : shownValue(derivation, figure)
}

/** The changes after a position, one more than a page holds where there are so many. */
const changesAfter = (
  log: EventLog,
  asked: Asked,
  figure: Figure,
  page: { readonly after: number; readonly limit: number }
): Effect.Effect<ReadonlyArray<Change>, AppError> =>
  fromLog(async () => {
    const { point, scope } = asked
    const may = mayChange(figure, asked)
    const asOf = point.until === undefined ? {} : { until: point.until }
    const ledger = new Ledger()
    const changes: Array<Change> = []
    let before: string | undefined
    for await (const events of log.replay({ until: point.position })) {
      for (const event of events) {
        if (!belongsTo(scope, event.stream) || !isWithin(asOf, event)) continue
        const isShown = event.position > page.after && may(event)
        if (isShown) before ??= exactly(valueIn(ledger, asked, figure.ref))
        ledger.record(event)
        if (!isShown) continue
        const value = valueIn(ledger, asked, figure.ref)
        if (exactly(value) === before) continue
        before = exactly(value)
        changes.push(changeOf(event, value))
        if (changes.length > page.limit) return changes
      }
    }
    return changes
  })

const changeOf = ({ data, position, recordedAt, stream, type, version }: FoldableEvent, value: Value): Change => ({
  event: `${stream}@${version}`,
  position,
  type,
  occurredOn: data.occurredOn,
  recordedAt,
  value
})

export const history =
  (log: EventLog, asking: Asking): ExplanationsShape["history"] =>
  (ref, question, page) =>
    Effect.gen(function* () {
      const asked = yield* asking.ask(question, { yearBefore: comparesWithYearBefore(ref) })
      const figure = yield* asking.figure(asked, ref)
      const { cursor, limit } = yield* pageOf(page)
      const changes = yield* changesAfter(log, asked, figure, { after: cursor.after, limit })
      const last = changes[limit - 1]
      const next = last === undefined || changes.length <= limit ? {} : { next: cursorText({ after: last.position }) }
      const of = { ...asked.scope, name: asked.answered.name }
      return { ref: figure.ref, label: figure.label, of, changes: changes.slice(0, limit), ...next }
    })
