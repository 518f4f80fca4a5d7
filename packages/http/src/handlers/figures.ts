/** 追溯: answers with reasons. */
import { Explanations } from "@juesuan/app"
import * as HttpApiBuilder from "effect/http-api/HttpApiBuilder"
import * as Effect from "effect/Effect"
import { answer } from "../answer.ts"
import { Api } from "../Api.ts"
import { asOfOf, fromOf, pageOf, questionOf } from "../AsOf.ts"

export const figureHandlers = HttpApiBuilder.group(
  Api,
  "figures",
  Effect.fnUntraced(function* (handlers) {
    const explanations = yield* Explanations
    return handlers.handleAll({
      explain: ({ params, query, request }) =>
        answer(request, explanations.explain(query.ref, questionOf(params, query))),
      eventsOf: ({ params, query, request }) =>
        answer(request, explanations.eventsOf(query.ref, questionOf(params, query), pageOf(query))),
      history: ({ params, query, request }) =>
        answer(request, explanations.history(query.ref, questionOf(params, query), pageOf(query))),
      diff: ({ params, query, request }) => answer(request, explanations.diff(fromOf(query), asOfOf(query), params))
    })
  })
)
