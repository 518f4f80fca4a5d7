/** 理由的 JSON: explanation trees, histories, differences, and which figures an event feeds. */
import * as Schema from "effect/Schema"
import { next } from "./events.ts"
import { Amount, AsOfJson, ScopeJson, Value } from "./values.ts"

export const CitationJson = Schema.Struct({
  document: Schema.String,
  article: Schema.optionalKey(Schema.String),
  inForceFrom: Schema.optionalKey(Schema.String),
  quote: Schema.optionalKey(Schema.String),
  /** Whether somebody checked it against the official text. */
  verified: Schema.Boolean
}).annotate({ identifier: "Citation", title: "依据" })

/** An event as a leaf lists it; `amount` is what it adds to the figure, in 元, absent where it states something else. */
export const LeafEvent = Schema.Struct({
  event: Schema.String,
  position: Schema.Int,
  occurredOn: Schema.String,
  type: Schema.String,
  amount: Schema.optionalKey(Schema.String)
}).annotate({ identifier: "LeafEvent" })
export type LeafEvent = typeof LeafEvent.Type

/** 理由. */
export type BecauseJson =
  | {
      readonly kind: "derived"
      readonly rule: string
      readonly formula: string
      readonly citation: typeof CitationJson.Type
      readonly inputs: ReadonlyArray<ExplanationJson>
    }
  | {
      readonly kind: "recorded"
      readonly count: number
      readonly total: typeof Amount.Type | null
      readonly events: ReadonlyArray<LeafEvent>
      readonly next?: string
    }
  | { readonly kind: "given"; readonly citation: typeof CitationJson.Type }

/** 数字与理由 (`juesuan explain`). */
export interface ExplanationJson {
  readonly ref: string
  readonly label: string
  readonly value: Value
  readonly because: BecauseJson
  /** For a cell: the rounding step from the exact figure to what is printed. */
  readonly printing?: PrintingJson
}

export const PrintingJson = Schema.Struct({
  rule: Schema.String,
  label: Schema.String,
  formula: Schema.String
}).annotate({
  identifier: "Printing"
})
export type PrintingJson = typeof PrintingJson.Type

export const ExplanationJson: Schema.Codec<ExplanationJson> = Schema.Struct({
  ref: Schema.String,
  label: Schema.String,
  value: Value,
  because: Schema.Union([
    Schema.Struct({
      kind: Schema.Literal("derived"),
      rule: Schema.String,
      formula: Schema.String,
      citation: CitationJson,
      inputs: Schema.Array(Schema.suspend((): Schema.Codec<ExplanationJson> => ExplanationJson))
    }),
    Schema.Struct({
      kind: Schema.Literal("recorded"),
      count: Schema.Int,
      total: Schema.NullOr(Amount),
      events: Schema.Array(LeafEvent),
      ...next
    }),
    Schema.Struct({ kind: Schema.Literal("given"), citation: CitationJson })
  ]),
  printing: Schema.optionalKey(PrintingJson)
}).annotate({ identifier: "Explanation", title: "数字与理由" })

/** A page of the events behind a figure, in the order of the log. */
export const EventsOfFigure = Schema.Struct({
  ref: Schema.String,
  label: Schema.String,
  events: Schema.Array(LeafEvent),
  ...next
}).annotate({ identifier: "EventsOfFigure", title: "数字的事件" })
export type EventsOfFigure = typeof EventsOfFigure.Type

/** `juesuan history`: every event that changed a figure, with the value after. */
export const HistoryJson = Schema.Struct({
  ref: Schema.String,
  label: Schema.String,
  of: ScopeJson,
  changes: Schema.Array(
    Schema.Struct({
      event: Schema.String,
      position: Schema.Int,
      type: Schema.String,
      occurredOn: Schema.String,
      recordedAt: Schema.String,
      value: Value
    })
  ),
  ...next
}).annotate({ identifier: "History", title: "数字的变化" })
export type HistoryJson = typeof HistoryJson.Type

/** `juesuan diff`: the figures that differ between two points, and the events that moved them. */
export const DiffJson = Schema.Struct({
  of: ScopeJson,
  from: AsOfJson,
  to: AsOfJson,
  figures: Schema.Array(
    Schema.Struct({
      ref: Schema.String,
      label: Schema.String,
      before: Value,
      after: Value,
      /** Number of events that moved it, and the first hundred. */
      count: Schema.Int,
      events: Schema.Array(LeafEvent)
    })
  )
}).annotate({ identifier: "Diff", title: "两个时点的差别" })
export type DiffJson = typeof DiffJson.Type

/** Which figures an event feeds. */
export const FedBy = Schema.Struct({
  event: Schema.String,
  of: ScopeJson,
  figures: Schema.Array(Schema.Struct({ ref: Schema.String, label: Schema.String, value: Value }))
}).annotate({ identifier: "FedBy", title: "事件所入的数字" })
export type FedBy = typeof FedBy.Type
