/** `juesuan log`: the log as it stands. */
import { Books } from "@juesuan/app"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { answerList, listFormats } from "../Answer.ts"
import { commandIndex } from "../CommandIndex.ts"
import { type Language, wordingOf } from "../Language.ts"
import * as Paging from "../Paging.ts"
import { logSheet } from "../render/sheets.ts"
import { asOfOf, withBooks } from "../Session.ts"
import { questionOptions } from "./question.ts"

const maybe = (name: string, text: string) =>
  Flag.String(name).pipe(Flag.withDescription(text), Flag.optional, Flag.map(Option.getOrUndefined))

export const log = (language: Language) => {
  const t = wordingOf(language)
  return Command.make(
    "log",
    {
      ...questionOptions(t, listFormats),
      ...Paging.options(t),
      kind: maybe("kind", t("只看某一种事件", "one kind of event only")),
      stream: maybe("stream", t("只看某一事件流", "one stream only")),
      project: maybe("project", t("只看某一项目", "one project only"))
    },
    (options) =>
      withBooks(
        options,
        "read",
        language,
        Effect.gen(function* () {
          const books = yield* Books
          const { kind, project, stream, unit, year } = options
          const page = yield* books.log(
            { kind, project, stream, unit, year, asOf: asOfOf(options) },
            Paging.pageOf(options)
          )
          yield* answerList(options, page, logSheet(page.events, t))
          return yield* Paging.noteNext(page.next, t)
        })
      )
  ).pipe(Command.withDescription(commandIndex.log[language]))
}
