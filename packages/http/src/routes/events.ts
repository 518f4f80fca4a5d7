/** 记账: recording an event, and correcting one by reversing it. */
import { Recorded } from "@juesuan/app"
import * as HttpApiEndpoint from "effect/http-api/HttpApiEndpoint"
import * as HttpApiGroup from "effect/http-api/HttpApiGroup"
import * as HttpApiSchema from "effect/http-api/HttpApiSchema"
import * as Schema from "effect/Schema"
import { scopePath } from "../AsOf.ts"
import { about, writeHeaders, writeProblems } from "../declare.ts"

const recordedBy = {
  /** Who records; where it is left out, the one the server was started with. */
  actor: Schema.optionalKey(Schema.String),
  /** 凭证号 or document number. */
  evidence: Schema.optionalKey(Schema.String)
}

/** What is to be recorded: kind and data as they will be stored. */
const RecordBody = Schema.Struct({
  kind: Schema.String.annotate({ description: "Kind of the event, e.g. PaymentMade" }),
  data: Schema.Record(Schema.String, Schema.Unknown).annotate({
    description: "What is recorded, as it will be stored"
  }),
  project: Schema.optionalKey(Schema.String.annotate({ description: "For kinds of a project" })),
  ...recordedBy
}).annotate({ identifier: "RecordRequest", title: "记录" })

/** What is to be reversed and why, and what stands in its place. */
const CorrectionBody = Schema.Struct({
  reason: Schema.String,
  replacement: Schema.optionalKey(
    Schema.Record(Schema.String, Schema.Unknown).annotate({
      description: "Data of the same kind; without it the event is only reversed"
    })
  ),
  ...recordedBy
}).annotate({ identifier: "CorrectionRequest", title: "更正" })

/**
 * 写入结果: what was stored, and the versions its streams had then. The answer to a repeated request is the same, byte for byte;
 * only the header `idempotency-replayed` tells it.
 */
const Written = Schema.Struct({ events: Recorded.fields.events, streams: Recorded.fields.streams }).annotate({
  identifier: "Written",
  title: "写入结果"
})

const created = HttpApiSchema.WithHeaders(Written.pipe(HttpApiSchema.status(201)), {
  location: Schema.String,
  etag: Schema.String,
  "idempotency-replayed": Schema.optionalKey(Schema.String)
})

export const eventRoutes = HttpApiGroup.make("events").add(
  HttpApiEndpoint.post("record", "/v1/units/:unit/years/:year/events", {
    params: scopePath,
    headers: writeHeaders,
    payload: RecordBody,
    success: created,
    error: writeProblems
  }).annotateMerge(
    about(
      "记账：records one event",
      "If-Match is the version of the stream the event goes to: of the unit, the year or the project."
    )
  ),
  HttpApiEndpoint.post("correct", "/v1/events/:event/corrections", {
    params: { event: Schema.String },
    headers: writeHeaders,
    payload: CorrectionBody,
    success: created,
    error: writeProblems
  }).annotateMerge(
    about(
      "红字冲销：reverses an event, with its replacement in the same transaction",
      "If-Match is the version of the stream in which the event stands."
    )
  )
)
