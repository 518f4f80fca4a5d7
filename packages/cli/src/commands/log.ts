/** `juesuan log`: the log as it stands. */
import { Books } from "@juesuan/app"
import * as Effect from "effect/Effect"
import { answerList, listFormats } from "../Answer.ts"
import { booksCommand } from "../BooksCommand.ts"
import { optionalText } from "../Options.ts"
import * as Paging from "../Paging.ts"
import { logSheet } from "../render/sheets.ts"
import { asOfOf } from "../Session.ts"
import { questionOptions } from "./question.ts"

export const log = booksCommand("log", {
  access: "read",
  options: (t) => ({
    ...questionOptions(t, listFormats),
    ...Paging.options(t),
    kind: optionalText("kind", t("只看某一种事件", "one kind of event only")),
    stream: optionalText("stream", t("只看某一事件流", "one stream only")),
    project: optionalText("project", t("只看某一项目", "one project only"))
  }),
  run: (options, t) =>
    Effect.gen(function* () {
      const books = yield* Books
      const { kind, project, stream, unit, year } = options
      const filter = { kind, project, stream, unit, year, asOf: asOfOf(options) }
      const page = yield* books.log(filter, Paging.pageOf(options))
      yield* answerList(options, page, logSheet(page.events, t))
      return yield* Paging.noteNext(page.next, t)
    })
})
