/** 日志: answers from the log. */
import { Books, type BooksShape, Explanations, type PageOptions } from "@juesuan/app"
import * as HttpApiBuilder from "effect/http-api/HttpApiBuilder"
import * as Effect from "effect/Effect"
import { answer, answerVersioned } from "../answer.ts"
import { Api } from "../Api.ts"
import { asOfOf, pageOf } from "../AsOf.ts"

/** The version of a stream is read before its events: its ETag may be older than what was read, never newer. */
const readStream = (books: BooksShape, stream: string, page: PageOptions) =>
  Effect.gen(function* () {
    const streams = yield* books.streams
    const version = streams.find((one) => one.stream === stream)?.version ?? 0
    return { version, body: yield* books.log({ stream }, page) }
  })

export const logHandlers = HttpApiBuilder.group(
  Api,
  "log",
  Effect.fnUntraced(function* (handlers) {
    const books = yield* Books
    const explanations = yield* Explanations
    return handlers.handleAll({
      log: ({ query, request }) => {
        const { kind, project, stream, unit, year } = query
        return answer(request, books.log({ kind, project, stream, unit, year, asOf: asOfOf(query) }, pageOf(query)))
      },
      streams: ({ request }) => answer(request, books.streams),
      stream: ({ params, query, request }) => answerVersioned(request, readStream(books, params.stream, pageOf(query))),
      event: ({ params, request }) => answer(request, books.event(params.event)),
      fed: ({ params, query, request }) => answer(request, explanations.fedBy(params.event, { asOf: asOfOf(query) }))
    })
  })
)
