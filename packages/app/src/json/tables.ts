/** 表的 JSON. */
import * as Schema from "effect/Schema"
import { Amount, AsOfJson, ScopeJson } from "./values.ts"

export const TableJson = Schema.Struct({
  table: Schema.String,
  title: Schema.String,
  /** 金额单位 of the head of the table. */
  unit: Schema.String,
  of: ScopeJson,
  asOf: AsOfJson,
  /** `key` is the 栏次. */
  columns: Schema.Array(Schema.Struct({ key: Schema.String, label: Schema.String })),
  rows: Schema.Array(
    Schema.Struct({
      /** The code where the row has one, else its label without numbering. */
      key: Schema.String,
      label: Schema.String,
      level: Schema.Int,
      /** Printed 行次 by column label. */
      lines: Schema.Record(Schema.String, Schema.Int),
      /** By column label; a blank cell is null, a place the form does not have is absent. */
      cells: Schema.Record(Schema.String, Schema.NullOr(Amount))
    })
  ),
  notes: Schema.Array(Schema.String)
}).annotate({ identifier: "Table", title: "表" })
export type TableJson = typeof TableJson.Type

export const TablesJson = Schema.Array(TableJson).annotate({ identifier: "Tables", title: "全部表" })
