/** 服务: whether the server answers, and what it can be asked. */
import * as HttpApiEndpoint from "effect/http-api/HttpApiEndpoint"
import * as HttpApiGroup from "effect/http-api/HttpApiGroup"
import * as Schema from "effect/Schema"
import { about, anyProblem } from "../declare.ts"

export const serviceRoutes = HttpApiGroup.make("service").add(
  HttpApiEndpoint.get("health", "/healthz", {
    success: Schema.Struct({ status: Schema.Literal("ok") }),
    error: anyProblem
  }).annotateMerge(about("健康检查：the store can be read")),
  HttpApiEndpoint.get("openapi", "/openapi.json", {
    success: Schema.Record(Schema.String, Schema.Unknown),
    error: anyProblem
  }).annotateMerge(about("接口说明：this document (OpenAPI 3.1)"))
)
