/** 记账: answers to writes. */
import { AppError, Books, type Recorded } from "@juesuan/app"
import * as HttpApiBuilder from "effect/http-api/HttpApiBuilder"
import * as HttpApiSchema from "effect/http-api/HttpApiSchema"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import { answer } from "../answer.ts"
import { Api } from "../Api.ts"
import { commandIdOf, entityTag, expectedVersion } from "../Precondition.ts"
import type { Trouble } from "../Problem.ts"

/** 经办岗位 of writes that name nobody themselves. */
export const DefaultActor = Context.Reference<string | undefined>("juesuan/http/DefaultActor", {
  defaultValue: () => undefined
})

const actorMissing: Trouble = {
  status: 422,
  code: "ActorMissing",
  says: {
    zh: '没有写明经办岗位：请在内容里加 actor，例如 "actor": "会计"。',
    en: 'Nobody is named as the actor: add one to the body, e.g. "actor": "accountant".'
  }
}

interface WriteHeaders {
  readonly "if-match"?: string
  readonly "idempotency-key"?: string
}

/** What every write needs to know beside what it writes. */
const writeOptions = Effect.fnUntraced(function* (
  defaultActor: string | undefined,
  headers: WriteHeaders,
  body: { readonly actor?: string; readonly evidence?: string }
) {
  const version = yield* Effect.fromResult(expectedVersion(headers["if-match"]))
  const commandId = yield* Effect.fromResult(commandIdOf(headers["idempotency-key"]))
  const actor = body.actor ?? defaultActor
  if (actor === undefined) return yield* Effect.fail(actorMissing)
  return { expectedVersion: version, commandId, actor, evidence: body.evidence }
})

/** The versions the streams had when these events were stored, not those they have now: a repeated answer is the same. */
const versionsThen = (events: Recorded["events"]): Recorded["streams"] =>
  [...new Map(events.map(({ stream, version }) => [stream, version]))].map(([stream, version]) => ({ stream, version }))

const created = ({ events, repeated }: Recorded) => {
  const [first] = events
  const streams = versionsThen(events)
  if (first === undefined) return Effect.die(new Error("A write was accepted and stored nothing"))
  const version = streams.find(({ stream }) => stream === first.stream)?.version ?? first.version
  return Effect.succeed(
    HttpApiSchema.withHeaders({
      body: { events, streams },
      headers: {
        location: `/v1/events/${encodeURIComponent(first.id)}`,
        etag: entityTag(version),
        ...(repeated ? { "idempotency-replayed": "true" } : {})
      }
    })
  )
}

export const eventHandlers = HttpApiBuilder.group(
  Api,
  "events",
  Effect.fnUntraced(function* (handlers) {
    const books = yield* Books
    const defaultActor = yield* DefaultActor
    return handlers.handleAll({
      record: ({ headers, params, payload, request }) =>
        answer(
          request,
          Effect.gen(function* (): Effect.fn.Return<Recorded, AppError | Trouble> {
            const options = yield* writeOptions(defaultActor, headers, payload)
            const { data, kind, project } = payload
            return yield* books.record({ ...options, kind, data, project, unit: params.unit, year: params.year })
          }).pipe(Effect.flatMap(created))
        ),
      correct: ({ headers, params, payload, request }) =>
        answer(
          request,
          Effect.gen(function* (): Effect.fn.Return<Recorded, AppError | Trouble> {
            const options = yield* writeOptions(defaultActor, headers, payload)
            const { reason, replacement } = payload
            return yield* books.correct({ ...options, event: params.event, reason, replacement })
          }).pipe(Effect.flatMap(created))
        )
    })
  })
)
