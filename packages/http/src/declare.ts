/** 声明: what routes have in common when they are declared; the OpenAPI document is made of it. */
import * as HttpApiSchema from "effect/http-api/HttpApiSchema"
import * as OpenApi from "effect/http-api/OpenApi"
import * as Schema from "effect/Schema"
import { problemWith } from "./Problem.ts"
import { everyStatus, questionStatuses, type Status, writeStatuses } from "./Status.ts"

const problems = (statuses: ReadonlyArray<Status>) => [...statuses, ...everyStatus].map(problemWith)

/** What a route that asks nothing of the books can answer instead of a result. */
export const anyProblem = problems([])
/** What a question can answer instead of a result. */
export const questionProblems = problems(questionStatuses)
/** What a write can answer instead of a result. */
export const writeProblems = problems(writeStatuses)

/** An answer with the version it was read at; asked again with If-None-Match it is not sent twice. */
export const versioned = <S extends Schema.Top>(schema: S) =>
  [HttpApiSchema.WithHeaders(schema, { etag: Schema.String }), HttpApiSchema.Empty(304)] as const

/** Request headers of a question. */
export const questionHeaders = {
  "accept-language": Schema.optionalKey(Schema.String)
}

/** Request headers of a question whose answer has a version. */
export const versionedHeaders = { ...questionHeaders, "if-none-match": Schema.optionalKey(Schema.String) }

/** Request headers of a write. If-Match is required; that it is missing is a problem with a status of its own. */
export const writeHeaders = {
  ...questionHeaders,
  "if-match": Schema.optionalKey(
    Schema.String.annotate({ description: 'Required: the version of the stream as its ETag says it, e.g. "57"' })
  ),
  "idempotency-key": Schema.optionalKey(
    Schema.String.annotate({ description: "The same key with the same body again has no second effect" })
  )
}

/** What a route is for, in the OpenAPI document. */
export const about = (summary: string, description?: string) =>
  OpenApi.annotations({ summary, ...(description === undefined ? {} : { description }) })
