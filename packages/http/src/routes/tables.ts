/** 决算公开: the tables of a year, its scores and its narrative. */
import { NarrativeJson, ScoresJson, TableJson, TablesJson } from "@juesuan/app"
import * as HttpApiEndpoint from "effect/http-api/HttpApiEndpoint"
import * as HttpApiGroup from "effect/http-api/HttpApiGroup"
import * as HttpApiSchema from "effect/http-api/HttpApiSchema"
import * as Schema from "effect/Schema"
import { asOfQuery, scopePath } from "../AsOf.ts"
import { about, questionProblems, versioned, versionedHeaders } from "../declare.ts"

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

export const tableRoutes = HttpApiGroup.make("tables").add(
  HttpApiEndpoint.get("tables", "/v1/units/:unit/years/:year/tables", {
    params: scopePath,
    headers: versionedHeaders,
    query: asOfQuery,
    success: versioned(TablesJson),
    error: questionProblems
  }).annotateMerge(
    about("全部表：every table of the disclosure", "The ETag is the last log position that was looked at.")
  ),
  HttpApiEndpoint.get("workbook", "/v1/units/:unit/years/:year/tables.xlsx", {
    params: scopePath,
    headers: versionedHeaders,
    query: asOfQuery,
    success: versioned(Schema.Uint8Array.pipe(HttpApiSchema.asUint8Array({ contentType: workbookType }))),
    error: questionProblems
  }).annotateMerge(
    about(
      "公开表工作簿：the tables as an XLSX workbook",
      "A sheet a table, named by its id, laid out as the official form. Equal books give equal bytes."
    )
  ),
  HttpApiEndpoint.get("table", "/v1/units/:unit/years/:year/tables/:table", {
    params: { ...scopePath, table: Schema.String },
    headers: versionedHeaders,
    query: asOfQuery,
    success: versioned(TableJson),
    error: questionProblems
  }).annotateMerge(about("表：one table, by id (公开03, 03) or title")),
  HttpApiEndpoint.get("scores", "/v1/units/:unit/years/:year/scores", {
    params: scopePath,
    headers: versionedHeaders,
    query: {
      ...asOfQuery,
      project: Schema.optionalKey(Schema.String.annotate({ description: "One project, by code or name" }))
    },
    success: versioned(ScoresJson),
    error: questionProblems
  }).annotateMerge(about("绩效自评：recorded and computed scores side by side")),
  HttpApiEndpoint.get("narrative", "/v1/units/:unit/years/:year/narrative", {
    params: scopePath,
    headers: versionedHeaders,
    query: asOfQuery,
    success: versioned(NarrativeJson),
    error: questionProblems
  }).annotateMerge(
    about(
      "情况说明：the narrative, every figure at its address",
      "What nobody recorded is left out and listed as untold."
    )
  )
)
