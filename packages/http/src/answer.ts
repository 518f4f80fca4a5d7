/** 回答: what a handler found, or the problem in the language of the request. */
import { AppError } from "@juesuan/app"
import * as HttpApiSchema from "effect/http-api/HttpApiSchema"
import * as HttpMethod from "effect/http/HttpMethod"
import type * as HttpServerRequest from "effect/http/HttpServerRequest"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import * as Effect from "effect/Effect"
import { languageOf } from "./Language.ts"
import { entityTag, isKnown } from "./Precondition.ts"
import { problemResponse, type Trouble, troubleOf } from "./Problem.ts"

type Request = HttpServerRequest.HttpServerRequest

/** The problem of a request, in its language. */
export const problemFor = (request: Request, trouble: Trouble): HttpServerResponse.HttpServerResponse =>
  problemResponse(trouble, languageOf(request.headers["accept-language"]))

/** Answers what was found; an error of the use cases or of the request becomes a problem. */
export const answer = <A, R>(
  request: Request,
  found: Effect.Effect<A, AppError | Trouble, R>
): Effect.Effect<A | HttpServerResponse.HttpServerResponse, never, R> =>
  Effect.catch(found, (error) => {
    const asked = HttpMethod.hasBody(request.method) ? "write" : "question"
    return Effect.succeed(problemFor(request, error instanceof AppError ? troubleOf(error, asked) : error))
  })

/** Something with the version it was read at. */
export interface Versioned<A> {
  readonly version: number
  readonly body: A
}

/** Answers with an ETag; who has that version already is told so and gets nothing twice. */
export const answerVersioned = <A, R>(request: Request, found: Effect.Effect<Versioned<A>, AppError | Trouble, R>) =>
  answer(
    request,
    Effect.map(found, ({ version, body }) => {
      const etag = entityTag(version)
      return isKnown(request.headers["if-none-match"], etag)
        ? HttpServerResponse.empty({ status: 304, headers: { etag } })
        : HttpApiSchema.withHeaders({ body, headers: { etag } })
    })
  )
