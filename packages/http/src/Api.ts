/** 接口: every route of the server in one value; the server, the OpenAPI document and the tests read it. */
import * as HttpApi from "effect/http-api/HttpApi"
import * as OpenApi from "effect/http-api/OpenApi"
import { eventRoutes } from "./routes/events.ts"
import { figureRoutes } from "./routes/figures.ts"
import { logRoutes } from "./routes/log.ts"
import { serviceRoutes } from "./routes/service.ts"
import { tableRoutes } from "./routes/tables.ts"

export const Api = HttpApi.make("juesuan")
  .add(serviceRoutes, logRoutes, eventRoutes, tableRoutes, figureRoutes)
  .annotateMerge(
    OpenApi.annotations({
      title: "决算 Juesuan",
      version: "1",
      license: { name: "MIT" },
      description:
        "Final accounts of government units. Every figure is a function of an append-only log. Amounts are text; errors are application/problem+json (RFC 9457)."
    })
  )
  // A question with a misspelt parameter would be answered as if it had not been asked.
  .annotate(HttpApi.QueryParseOptions, { errors: "all", onExcessProperty: "error" })
  .annotate(HttpApi.PayloadParseOptions, { errors: "all", onExcessProperty: "error" })
