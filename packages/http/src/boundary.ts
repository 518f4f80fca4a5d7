/**
 * 边界: what stands around every route. Refuses what is no request to us before anything is asked, turns whatever goes
 * wrong behind it into a problem, and puts the same headers on every answer.
 */
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as HttpApiError from "effect/http-api/HttpApiError"
import * as HttpMethod from "effect/http/HttpMethod"
import * as HttpServerError from "effect/http/HttpServerError"
import * as HttpServerRequest from "effect/http/HttpServerRequest"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import * as ByteSize from "effect/ByteSize"
import { problemFor } from "./answer.ts"
import type { Trouble } from "./Problem.ts"
import * as Requests from "./requests.ts"
import { methodsOf } from "./Routes.ts"

type Request = HttpServerRequest.HttpServerRequest
type Response = HttpServerResponse.HttpServerResponse

/** Nothing of an answer may be run, framed, guessed at or kept by a page of somebody else. */
const everyHeader = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "cache-control": "private, no-cache"
}

const loopbackHost = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/u

/** The path as the router sees it: without the query, decoded; `undefined` where it cannot be decoded. */
const pathOf = (request: Request): string | undefined => {
  try {
    return decodeURI(request.url.replace(/[?#].*$/u, ""))
  } catch {
    return undefined
  }
}

/** The media type and its encoding; a body in any other could not be read as it was meant. */
const isJson = ({ headers }: Request): boolean =>
  /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/iu.test(headers["content-type"] ?? "") &&
  (headers["content-encoding"] ?? "identity") === "identity"

/** What is wrong with the head of a request. A foreign host name means that a foreign page led a browser here. */
const troubleOfHead = (request: Request): Trouble | undefined => {
  const { headers, method } = request
  const host = headers["host"] ?? ""
  if (!loopbackHost.test(host)) return Requests.hostUnknown(host)
  const path = pathOf(request)
  const methods = path === undefined ? [] : methodsOf(path)
  if (path === undefined || methods.length === 0) return Requests.routeUnknown(path ?? request.url)
  if (!methods.includes(method)) return Requests.methodUnknown(method, path, methods)
  if (!HttpMethod.hasBody(method)) return undefined
  if (!isJson(request)) return Requests.mediaTypeUnknown(headers["content-type"] ?? "")
  return Number(headers["content-length"] ?? 0) > Requests.bodyLimit ? Requests.bodyTooLarge : undefined
}

/** The whole body, checked to be JSON in UTF-8; the routes then read it from memory. */
const readBody = (request: Request): Effect.Effect<void, Trouble> =>
  request.arrayBuffer.pipe(
    Effect.mapError(({ reason }) =>
      reason._tag === "RequestParseError" && reason.reason === "BodyTooLarge"
        ? Requests.bodyTooLarge
        : Requests.bodyUnreadable
    ),
    Effect.flatMap((bytes) =>
      Effect.try({
        try: () => JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)),
        catch: () => Requests.bodyMalformed
      })
    )
  )

const admitted = (request: Request): Effect.Effect<void, Trouble> => {
  const trouble = troubleOfHead(request)
  if (trouble !== undefined) return Effect.fail(trouble)
  return HttpMethod.hasBody(request.method) ? readBody(request) : Effect.void
}

/** What came out of a route that is no answer: a request that does not fit, or a defect, which is told to the log alone. */
const troubleOfCause = (cause: Cause.Cause<unknown>): Effect.Effect<Trouble> => {
  const thrown = Cause.squash(cause)
  if (HttpApiError.HttpApiSchemaError.is(thrown) && thrown.kind !== "Body" && thrown.kind !== "ResponseHeaders") {
    return Effect.succeed(Requests.requestUnfit(thrown))
  }
  if (HttpServerError.isHttpServerError(thrown) && thrown.reason._tag === "RouteNotFound") {
    return Effect.succeed(Requests.routeUnknown(thrown.reason.request.url))
  }
  return Effect.as(Effect.logError("A request ended in a defect", cause), Requests.internal)
}

/** Puts the boundary around the routes. */
export const boundary = <E, R>(routes: Effect.Effect<Response, E, R>) =>
  Effect.gen(function* () {
    const request = yield* HttpServerRequest.HttpServerRequest
    const answered = Effect.andThen(
      admitted(request),
      Effect.catchCause(routes, (cause) =>
        Cause.hasInterruptsOnly(cause)
          ? Effect.failCause(cause as Cause.Cause<never>)
          : Effect.flatMap(troubleOfCause(cause), Effect.fail)
      )
    )
    return yield* Effect.catch(answered, (trouble) => Effect.succeed(problemFor(request, trouble)))
  }).pipe(
    Effect.map(HttpServerResponse.setHeaders(everyHeader)),
    Effect.provideService(HttpServerRequest.MaxBodySize, ByteSize.bytes(Requests.bodyLimit))
  )
