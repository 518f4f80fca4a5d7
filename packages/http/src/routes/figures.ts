/** 追溯: why a figure is what it is, how it came to be, and what moved between two points. */
import { DiffJson, EventsOfFigure, ExplanationJson, HistoryJson } from "@juesuan/app"
import * as HttpApiEndpoint from "effect/http-api/HttpApiEndpoint"
import * as HttpApiGroup from "effect/http-api/HttpApiGroup"
import * as Schema from "effect/Schema"
import { asOfQuery, fromQuery, pageQuery, scopePath } from "../AsOf.ts"
import { about, questionHeaders, questionProblems } from "../declare.ts"

const ref = { ref: Schema.String.annotate({ description: "Address of the figure, e.g. 公开03/2010306/项目支出" }) }
const question = { params: scopePath, headers: questionHeaders, error: questionProblems }

export const figureRoutes = HttpApiGroup.make("figures").add(
  HttpApiEndpoint.get("explain", "/v1/units/:unit/years/:year/figures", {
    ...question,
    query: { ...ref, ...asOfQuery },
    success: ExplanationJson
  }).annotateMerge(about("为什么：a figure with its reasons, down to the recorded events")),
  HttpApiEndpoint.get("eventsOf", "/v1/units/:unit/years/:year/figures/events", {
    ...question,
    query: { ...ref, ...asOfQuery, ...pageQuery },
    success: EventsOfFigure
  }).annotateMerge(
    about("凭什么：all events behind a figure; with the `next` of a leaf, those of that leaf from there on")
  ),
  HttpApiEndpoint.get("history", "/v1/units/:unit/years/:year/history", {
    ...question,
    query: { ...ref, ...asOfQuery, ...pageQuery },
    success: HistoryJson
  }).annotateMerge(about("变化：every event that changed a figure, with the value after")),
  HttpApiEndpoint.get("diff", "/v1/units/:unit/years/:year/diff", {
    ...question,
    query: { ...fromQuery, ...asOfQuery },
    success: DiffJson
  }).annotateMerge(
    about(
      "差别：the figures that differ between two points, and the events that moved them",
      "From from-at, from-known-at, from-until (nothing said: now) to at, known-at, until (nothing said: now)."
    )
  )
)
