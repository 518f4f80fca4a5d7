/** 服务: answers about the server itself. */
import { Books } from "@juesuan/app"
import * as HttpApiBuilder from "effect/http-api/HttpApiBuilder"
import * as OpenApi from "effect/http-api/OpenApi"
import * as Effect from "effect/Effect"
import { answer } from "../answer.ts"
import { Api } from "../Api.ts"

export const serviceHandlers = HttpApiBuilder.group(
  Api,
  "service",
  Effect.fnUntraced(function* (handlers) {
    const books = yield* Books
    return handlers.handleAll({
      health: ({ request }) => answer(request, Effect.as(books.log({}, { limit: 1 }), { status: "ok" as const })),
      openapi: () => Effect.succeed({ ...OpenApi.fromApi(Api) })
    })
  })
)
