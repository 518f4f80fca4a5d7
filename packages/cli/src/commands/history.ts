/** `juesuan history`: every change of a figure. `juesuan feeds`: the figures that an event went into. */
import { Explanations } from "@juesuan/app"
import * as Argument from "effect/cli/Argument"
import * as Effect from "effect/Effect"
import { answerList, listFormats } from "../Answer.ts"
import { booksCommand } from "../BooksCommand.ts"
import * as Paging from "../Paging.ts"
import { fedBySheet, historySheet } from "../render/sheets.ts"
import { questionOf, questionOptions } from "./question.ts"

export const history = booksCommand("history", {
  access: "read",
  options: (t) => ({
    ref: Argument.String("ref").pipe(Argument.withDescription(t("数字的地址", "address of the figure"))),
    ...questionOptions(t, listFormats),
    ...Paging.options(t)
  }),
  run: (options, t) =>
    Effect.gen(function* () {
      const explanations = yield* Explanations
      const told = yield* explanations.history(options.ref, questionOf(options), Paging.pageOf(options))
      yield* answerList(options, told, historySheet(told, t))
      return yield* Paging.noteNext(told.next, t)
    })
})

export const feeds = booksCommand("feeds", {
  access: "read",
  options: (t) => ({
    event: Argument.String("event").pipe(Argument.withDescription(t("事件编号或日志位置", "event id or log position"))),
    ...questionOptions(t, listFormats)
  }),
  run: (options, t) =>
    Effect.gen(function* () {
      const explanations = yield* Explanations
      const fed = yield* explanations.fedBy(options.event, questionOf(options))
      return yield* answerList(options, fed, fedBySheet(fed, t))
    })
})
