/** 事件的 JSON: the exported envelope, what a record answered, the log by pages. */
import { Envelope } from "@juesuan/store"
import * as Schema from "effect/Schema"

/** A page is followed by another where `next` is there; it is opaque. */
export const next = { next: Schema.optionalKey(Schema.String) }

export const EnvelopeJson = Envelope.annotate({ identifier: "Event", title: "事件" })

/** An event that would be stored: as it would stand, without position and time. */
export const PlannedEvent = Schema.Struct({
  id: Schema.String,
  stream: Schema.String,
  version: Schema.Int,
  type: Schema.String,
  data: Schema.Record(Schema.String, Schema.Unknown)
}).annotate({ identifier: "PlannedEvent" })

export const StreamVersionJson = Schema.Struct({ stream: Schema.String, version: Schema.Int }).annotate({
  identifier: "StreamVersion"
})

/** `juesuan record`, `juesuan correct`: what was stored, or with --dry-run what would be. */
export const Recorded = Schema.Struct({
  stored: Schema.Boolean,
  /** The command had been carried out before; this is its first answer again. */
  repeated: Schema.Boolean,
  events: Schema.Array(EnvelopeJson),
  planned: Schema.Array(PlannedEvent),
  /** Every stream that was written, with its version now. */
  streams: Schema.Array(StreamVersionJson)
}).annotate({ identifier: "Recorded", title: "记录结果" })
export type Recorded = typeof Recorded.Type

/** `juesuan import`: rows were commands of ours, or envelopes taken over as they are. */
export const Imported = Schema.Struct({
  file: Schema.String,
  content: Schema.Literals(["vouchers", "budgets", "requests", "log"]),
  rows: Schema.Int,
  stored: Schema.Int,
  /** Rows that had been imported before and changed nothing. */
  present: Schema.Int,
  dryRun: Schema.Boolean,
  /** First and last log position of these rows; absent after a dry run of new rows. */
  positions: Schema.optionalKey(Schema.Struct({ first: Schema.Int, last: Schema.Int }))
}).annotate({ identifier: "Imported", title: "导入结果" })
export type Imported = typeof Imported.Type

/** `juesuan adopt`: a disclosure that became the opening facts of a year. */
export const Adopted = Schema.Struct({
  file: Schema.String,
  unit: Schema.String,
  /** The year that was opened. */
  year: Schema.Int,
  /** How many figures were kept as last year's. */
  comparatives: Schema.Int,
  stored: Schema.Int,
  /** Facts that had been adopted before and changed nothing. */
  present: Schema.Int,
  dryRun: Schema.Boolean,
  positions: Schema.optionalKey(Schema.Struct({ first: Schema.Int, last: Schema.Int }))
}).annotate({ identifier: "Adopted", title: "采纳结果" })
export type Adopted = typeof Adopted.Type

/** `juesuan log`. */
export const LogPage = Schema.Struct({
  events: Schema.Array(EnvelopeJson),
  ...next
}).annotate({ identifier: "LogPage", title: "日志" })
export type LogPage = typeof LogPage.Type
