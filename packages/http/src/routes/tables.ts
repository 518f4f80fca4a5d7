/** 决算公开: the tables of a year and its scores. */
import { ScoresJson, TableJson, TablesJson } from "@juesuan/app"
import * as HttpApiEndpoint from "effect/http-api/HttpApiEndpoint"
import * as HttpApiGroup from "effect/http-api/HttpApiGroup"
import * as Schema from "effect/Schema"
import { asOfQuery, scopePath } from "../AsOf.ts"
import { about, questionProblems, versioned, versionedHeaders } from "../declare.ts"

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
  }).annotateMerge(about("绩效自评：recorded and computed scores side by side"))
)
