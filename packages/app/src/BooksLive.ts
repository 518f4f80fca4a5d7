/** 记账 over an opened store. */
import { createReadStream } from "node:fs"
import { fileURLToPath } from "node:url"
import { parseStreamName } from "@juesuan/domain"
import { sample } from "@juesuan/sample"
import type { EventLog } from "@juesuan/store"
import * as Effect from "effect/Effect"
import { type AppError, fromLog, refusal } from "./AppError.ts"
import type { BooksShape, CorrectRequest, RecordRequest } from "./Books.ts"
import type { StreamStates } from "./Deciding.ts"
import { importing } from "./Importing.ts"
import { scopesHeld } from "./Question.ts"
import { eventOf, exportedLog, logPage } from "./Reading.ts"
import { recording, requestOf } from "./Recording.ts"

const storeNotEmpty = (events: number): AppError =>
  refusal(
    "conflict",
    "StoreNotEmpty",
    { events },
    {
      zh: `账库里已有 ${events} 个事件，样例只装入空账库。请用 --store 另指一个文件。`,
      en: `The store holds ${events} events already; the sample fills an empty store only. Name another file with --store.`
    }
  )

const unitMissing = (): AppError =>
  refusal(
    "usage",
    "UnitMissing",
    {},
    {
      zh: "请写明单位（--unit）；账库里没有唯一的单位可以推断。",
      en: "Say which unit is meant (--unit); the store does not hold exactly one."
    }
  )

export const booksLive = (log: EventLog, states: StreamStates): BooksShape => {
  const record = recording(log, states)
  const importFile = importing(log, states)
  /** Unit and year may be left out where the store holds only one year. */
  const scopeOf = ({ unit, year }: Pick<RecordRequest, "unit" | "year">) =>
    Effect.gen(function* () {
      if (unit !== undefined && year !== undefined) return { unit, year }
      const held = scopesHeld(yield* fromLog(() => log.streams())).filter(
        (scope) => unit === undefined || scope.unit === unit
      )
      const [only, another] = held
      const single = another === undefined ? only : undefined
      const known = unit ?? single?.unit
      return known === undefined ? yield* Effect.fail(unitMissing()) : { unit: known, year: year ?? single?.year }
    })
  return {
    record: (request: RecordRequest) =>
      Effect.gen(function* () {
        const decoded = yield* requestOf(request.kind, request.data)
        const scope = yield* scopeOf(request)
        const { evidence, expectedVersion, project } = request
        return yield* record({ request: decoded, ...scope, project, evidence, expectedVersion }, request)
      }),
    correct: (request: CorrectRequest) =>
      Effect.gen(function* () {
        const original = yield* eventOf(log, request.event)
        const { reason, replacement } = request
        const follows = replacement === undefined ? {} : { replacement: { type: original.type, data: replacement } }
        const decoded = yield* requestOf("EventReversed", { event: original.id, reason, ...follows })
        const of = parseStreamName(original.stream)
        const year = of === undefined || of.family === "unit" ? undefined : of.year
        const project = of?.family === "project" ? of.project : undefined
        const { evidence, expectedVersion } = request
        return yield* record(
          { request: decoded, unit: of?.unit ?? "", year, project, evidence, expectedVersion },
          request
        )
      }),
    importFile,
    exportLog: exportedLog(log),
    loadSample: Effect.gen(function* () {
      const events = yield* fromLog(() => log.lastPosition())
      if (events > 0) return yield* Effect.fail(storeNotEmpty(events))
      const file = fileURLToPath(sample.events)
      const imported = yield* importFile({ name: sample.name, bytes: createReadStream(file), content: "log" })
      return imported
    }),
    log: logPage(log),
    event: (reference) => eventOf(log, reference) as unknown as ReturnType<BooksShape["event"]>,
    streams: fromLog(() => log.streams())
  }
}
