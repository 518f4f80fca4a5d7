/** 问题 (RFC 9457): the one form in which every error leaves the program, from a wrong address to a full disk. */
import type { AppError, Issue, Lang, Says } from "@juesuan/app"
import * as HttpApiSchema from "effect/http-api/HttpApiSchema"
import * as HttpServerResponse from "effect/http/HttpServerResponse"
import * as Schema from "effect/Schema"
import { type Status, statusOf, statusTitles } from "./Status.ts"

export const problemType = "application/problem+json"

/** One fault of several: where it is, what it is. `column` is the path of a field in a request. */
const Fault = Schema.Struct({
  code: Schema.String,
  detail: Schema.String,
  file: Schema.optionalKey(Schema.String),
  line: Schema.optionalKey(Schema.Int),
  column: Schema.optionalKey(Schema.String),
  found: Schema.optionalKey(Schema.String),
  expected: Schema.optionalKey(Schema.String)
}).annotate({ identifier: "Fault", title: "一处错误" })

/** What a route declares: the problem it answers with this status. */
export const problemWith = (status: Status) =>
  Schema.Struct({
    type: Schema.String,
    title: Schema.String,
    status: Schema.Literal(status),
    detail: Schema.String,
    code: Schema.String,
    details: Schema.Record(Schema.String, Schema.Unknown),
    issues: Schema.Array(Fault)
  })
    .annotate({ description: statusTitles[status].en })
    .pipe(HttpApiSchema.status(status), HttpApiSchema.asJson({ contentType: problemType }))

/** An error of any part of the program, before it has a language. */
export interface Trouble {
  readonly status: Status
  readonly code: string
  readonly says: Says
  readonly details?: Readonly<Record<string, unknown>>
  readonly issues?: ReadonlyArray<Issue>
  readonly headers?: Readonly<Record<string, string>>
}

/** An error of the use cases as a trouble: code, words and fields are theirs, the status is ours. */
export const troubleOf = (error: AppError, asked: "question" | "write"): Trouble => ({
  status: statusOf(error, asked),
  code: error.code,
  says: error.says,
  details: error.details,
  issues: error.issues
})

const faultOf = ({ says, ...issue }: Issue, lang: Lang): typeof Fault.Type => ({ ...issue, detail: says[lang] })

/**
 * The body of a problem. `type` is a name, not a place: no page stands behind it.
 *
 * @example problemJson({ status: 404, code: "AddressUnknown", says, details: { nearest: ["公开03/2010306/项目支出"] } }, "zh")
 */
export const problemJson = ({ status, code, says, details = {}, issues = [] }: Trouble, lang: Lang) => ({
  type: `urn:juesuan:problem:${code}`,
  title: statusTitles[status][lang],
  status,
  detail: says[lang],
  code,
  details,
  issues: issues.map((issue) => faultOf(issue, lang))
})

export const problemResponse = (trouble: Trouble, lang: Lang): HttpServerResponse.HttpServerResponse =>
  HttpServerResponse.text(JSON.stringify(problemJson(trouble, lang)), {
    status: trouble.status,
    contentType: problemType,
    headers: { "content-language": lang, vary: "accept-language", ...trouble.headers }
  })
