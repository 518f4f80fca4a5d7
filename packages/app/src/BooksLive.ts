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
import { settleTarget, targetUnit } from "./Question.ts"
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

export const booksLive = (log: EventLog, states: StreamStates): BooksShape => {
  const record = recording(log, states)
  // Readers of files are loaded when a file is read: no question waits for them.
  const importFile: BooksShape["importFile"] = (file, options) =>
    Effect.flatMap(
      Effect.promise(() => import("./Importing.ts")),
      ({ importing }) => importing(log, states)(file, options)
    )
  /** Unit and year may be left out where the store holds only one of them. */
  const targetOf = ({ unit, year }: Pick<RecordRequest, "unit" | "year">) =>
    Effect.gen(function* () {
      if (unit !== undefined && year !== undefined) return { unit, year }
      const target = settleTarget({ unit, year }, yield* fromLog(() => log.streams()))
      return { unit: yield* targetUnit(target), year: target.year }
    })
  return {
    record: (request: RecordRequest) =>
      Effect.gen(function* () {
        const decoded = yield* requestOf(request.kind, request.data)
        const target = yield* targetOf(request)
        const { evidence, expectedVersion, project } = request
        return yield* record({ request: decoded, ...target, project, evidence, expectedVersion }, request)
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
    adopt: (request) =>
      Effect.flatMap(
        Effect.promise(() => import("./AdoptingLive.ts")),
        ({ adopting }) => adopting(log, states)(request)
      ),
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
