/** `juesuan scores`: self-evaluations, all projects or one with its indicators. */
import { Disclosures, scoresJson } from "@juesuan/app"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { answerList, listFormats } from "../Answer.ts"
import { commandIndex } from "../CommandIndex.ts"
import { type Language, wordingOf } from "../Language.ts"
import { indicatorSheet, projectSheet } from "../render/scores.ts"
import { withBooks } from "../Session.ts"
import { questionOf, questionOptions } from "./question.ts"

export const scores = (language: Language) => {
  const t = wordingOf(language)
  return Command.make(
    "scores",
    {
      ...questionOptions(t, listFormats),
      project: Flag.String("project").pipe(
        Flag.withDescription(t("一个项目的各项指标（代码或名称）", "the indicators of one project (code or name)")),
        Flag.optional,
        Flag.map(Option.getOrUndefined)
      ),
      indicators: Flag.Boolean("indicators").pipe(
        Flag.withDefault(false),
        Flag.withDescription(t("列出全部项目的指标", "list the indicators of all projects"))
      )
    },
    (options) =>
      withBooks(
        options,
        "read",
        language,
        Effect.gen(function* () {
          const disclosures = yield* Disclosures
          const answered = yield* disclosures.scores(questionOf(options), options.project)
          const json = scoresJson(answered)
          const sheet = options.project !== undefined || options.indicators ? indicatorSheet : projectSheet
          return yield* answerList(options, json, sheet(json.evaluations, t))
        })
      )
  ).pipe(Command.withDescription(commandIndex.scores[language]))
}
