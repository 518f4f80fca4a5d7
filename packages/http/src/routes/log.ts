/** 日志: the log by pages, its streams, one event and what it feeds. */
import { EnvelopeJson, FedBy, LogPage, StreamVersionJson } from "@juesuan/app"
import * as HttpApiEndpoint from "effect/http-api/HttpApiEndpoint"
import * as HttpApiGroup from "effect/http-api/HttpApiGroup"
import * as Schema from "effect/Schema"
import { asOfQuery, pageQuery, scopePath } from "../AsOf.ts"
import { about, questionHeaders, questionProblems, versioned, versionedHeaders } from "../declare.ts"

const eventPath = { event: Schema.String.annotate({ description: "Id of the event, or its position in the log" }) }

export const logRoutes = HttpApiGroup.make("log").add(
  HttpApiEndpoint.get("log", "/v1/log", {
    headers: questionHeaders,
    query: {
      ...pageQuery,
      ...asOfQuery,
      kind: Schema.optionalKey(Schema.String),
      stream: Schema.optionalKey(Schema.String),
      unit: Schema.optionalKey(Schema.String),
      year: Schema.optionalKey(scopePath.year),
      project: Schema.optionalKey(Schema.String)
    },
    success: LogPage,
    error: questionProblems
  }).annotateMerge(about("日志：events in the order of the log, by pages")),
  HttpApiEndpoint.get("streams", "/v1/streams", {
    headers: questionHeaders,
    success: Schema.Array(StreamVersionJson),
    error: questionProblems
  }).annotateMerge(about("事件流：every stream with its version")),
  HttpApiEndpoint.get("stream", "/v1/streams/:stream", {
    headers: versionedHeaders,
    params: { stream: Schema.String },
    query: pageQuery,
    success: versioned(LogPage),
    error: questionProblems
  }).annotateMerge(about("事件流：the events of one stream; its version as ETag, for the If-Match of a write")),
  HttpApiEndpoint.get("event", "/v1/events/:event", {
    headers: questionHeaders,
    params: eventPath,
    success: EnvelopeJson,
    error: questionProblems
  }).annotateMerge(about("事件：one event, by id or log position")),
  HttpApiEndpoint.get("fed", "/v1/events/:event/figures", {
    headers: questionHeaders,
    params: eventPath,
    query: asOfQuery,
    success: FedBy,
    error: questionProblems
  }).annotateMerge(about("所入数字：which figures an event feeds"))
)
