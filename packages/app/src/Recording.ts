/** 记录: one request at a time: decided, stored, and decided anew where somebody else was faster. */
import { createHash } from "node:crypto"
import {
  type CommandRequest,
  decodeRequest,
  type RequestIssue,
  requestIssueSummary,
  faultMessage
} from "@juesuan/domain"
import type { Appended, EventLog, StreamBatch } from "@juesuan/store"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { AppError, fromLog, type Issue, refusal } from "./AppError.ts"
import type { WriteOptions } from "./Books.ts"
import { type Asked, Deciding, type StreamStates } from "./Deciding.ts"
import type { Recorded } from "./json/events.ts"

/** So many times a request is decided anew when another writer was faster; then the conflict is the caller's. */
const attempts = 8

/** What does not fit in a request, each fault with its path. */
const ofRequestIssue = (issue: RequestIssue): AppError => {
  const says = { zh: requestIssueSummary(issue, "zh"), en: requestIssueSummary(issue, "en") }
  if (issue._tag === "KindUnknown")
    return refusal("usage", issue._tag, { kind: issue.kind, nearest: issue.nearest }, says)
  const issues = issue.faults.map((fault): Issue => {
    const found = fault.found === undefined ? {} : { found: fault.found }
    const sentence = { zh: faultMessage(fault, "zh"), en: faultMessage(fault, "en") }
    return { column: fault.path, code: fault.problem, expected: fault.expected.zh, says: sentence, ...found }
  })
  return new AppError({ category: "usage", code: issue._tag, says, details: { kind: issue.kind }, issues })
}

/** A request from outside, decoded. */
export const requestOf = (kind: string, data: unknown): Effect.Effect<CommandRequest, AppError> =>
  Effect.fromResult(Result.mapError(decodeRequest(kind, data), ofRequestIssue))

/** Tells one request from another under the same command id. */
export const digestOf = (asked: Omit<Asked, "expectedVersion"> & { readonly actor?: string }): string =>
  createHash("sha256").update(JSON.stringify(asked)).digest("hex")

const stored = ({ events, repeated }: Appended): Recorded => {
  const streams = new Map(events.map(({ stream, version }) => [stream, version]))
  return {
    stored: !repeated,
    repeated,
    events: events as unknown as Recorded["events"],
    planned: [],
    streams: [...streams].map(([stream, version]) => ({ stream, version }))
  }
}

const planned = (batches: ReadonlyArray<StreamBatch>): Recorded => ({
  stored: false,
  repeated: false,
  events: [],
  planned: batches.flatMap(({ events, expectedVersion, stream }) =>
    events.map(({ data, type }, index) => {
      const version = Number(expectedVersion) + index + 1
      return {
        id: `${stream}@${version}`,
        stream,
        version,
        type,
        data: data as unknown as Readonly<Record<string, unknown>>
      }
    })
  ),
  streams: []
})

/** The states of the streams that were just written, taken over without reading them again. */
export const takeOver = (states: StreamStates, { events, repeated }: Appended): void => {
  if (repeated) return
  for (const stream of new Set(events.map((event) => event.stream))) {
    const own = events.filter((event) => event.stream === stream)
    const family = stream.slice(0, stream.indexOf("-"))
    if (family === "unit") states.units.appended(stream, own)
    else if (family === "year") states.years.appended(stream, own)
    else states.projects.appended(stream, own)
  }
}

/** Decides and stores one request; a repeated command is answered what it was answered first. */
export const recording =
  (log: EventLog, states: StreamStates) =>
  (asked: Asked, options: WriteOptions): Effect.Effect<Recorded, AppError> => {
    const { commandId } = options
    const { expectedVersion: _, ...same } = asked
    const requestDigest = digestOf({ ...same, actor: options.actor })
    const identity = commandId === undefined ? {} : { commandId, requestDigest }
    const before = Effect.suspend(() =>
      commandId === undefined ? Effect.undefined : fromLog(() => log.answered(commandId, requestDigest))
    )
    const anew = Effect.gen(function* () {
      const batches = yield* new Deciding(log, states).decide(asked)
      if (options.dryRun === true) return planned(batches)
      const appended = yield* fromLog(() => log.appendToStreams(batches, { actor: options.actor, ...identity }))
      takeOver(states, appended)
      return stored(appended)
    })
    const once = Effect.flatMap(before, (first) => (first === undefined ? anew : Effect.succeed(stored(first))))
    const decided =
      asked.expectedVersion === undefined
        ? Effect.retry(once, { times: attempts, while: (error) => error.code === "ConcurrencyConflict" })
        : once
    // Refused because of its own effects: the same command was carried out while this one was being decided.
    return Effect.catch(decided, (error) =>
      Effect.flatMap(before, (first) => (first === undefined ? Effect.fail(error) : Effect.succeed(stored(first))))
    )
  }
