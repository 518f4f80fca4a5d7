/** 决算公开: answers with tables, scores and the narrative. */
import { Disclosures, narrativeJson, scoresJson, tableJson, tablesWorkbook } from "@juesuan/app"
import * as Effect from "effect/Effect"
import * as HttpApiBuilder from "effect/http-api/HttpApiBuilder"
import { answerVersioned } from "../answer.ts"
import { Api } from "../Api.ts"
import { questionOf } from "../AsOf.ts"

export const tableHandlers = HttpApiBuilder.group(
  Api,
  "tables",
  Effect.fnUntraced(function* (handlers) {
    const disclosures = yield* Disclosures
    return handlers.handleAll({
      tables: ({ params, query, request }) =>
        answerVersioned(
          request,
          Effect.map(disclosures.disclosure(questionOf(params, query)), (answered) => ({
            version: answered.position,
            body: answered.disclosure.tables.map((table) => tableJson(table, answered))
          }))
        ),
      workbook: ({ params, query, request }) =>
        answerVersioned(
          request,
          Effect.map(disclosures.disclosure(questionOf(params, query)), ({ disclosure, name, position, scope }) => ({
            version: position,
            body: tablesWorkbook(disclosure.tables, { name, year: scope.year })
          }))
        ),
      table: ({ params, query, request }) =>
        answerVersioned(
          request,
          Effect.map(disclosures.table(params.table, questionOf(params, query)), (answered) => ({
            version: answered.position,
            body: tableJson(answered.table, answered)
          }))
        ),
      scores: ({ params, query, request }) =>
        answerVersioned(
          request,
          Effect.map(disclosures.scores(questionOf(params, query), query.project), (answered) => ({
            version: answered.position,
            body: scoresJson(answered)
          }))
        ),
      narrative: ({ params, query, request }) =>
        answerVersioned(
          request,
          Effect.map(disclosures.narrative(questionOf(params, query)), (answered) => ({
            version: answered.position,
            body: narrativeJson(answered)
          }))
        )
    })
  })
)
