/** `juesuan scores`: self-evaluations, all projects or one with its indicators. */
import { Disclosures, scoresJson } from "@juesuan/app"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import { answerList, listFormats } from "../Answer.ts"
import { booksCommand } from "../BooksCommand.ts"
import { optionalText } from "../Options.ts"
import { indicatorSheet, projectSheet } from "../render/scores.ts"
import { questionOf, questionOptions } from "./question.ts"

export const scores = booksCommand("scores", {
  access: "read",
  options: (t) => ({
    ...questionOptions(t, listFormats),
    project: optionalText(
      "project",
      t("一个项目的各项指标（代码或名称）", "the indicators of one project (code or name)")
    ),
    indicators: Flag.Boolean("indicators").pipe(
      Flag.withDefault(false),
      Flag.withDescription(t("列出全部项目的指标", "list the indicators of all projects"))
    )
  }),
  run: (options, t) =>
    Effect.gen(function* () {
      const disclosures = yield* Disclosures
      const answered = yield* disclosures.scores(questionOf(options), options.project)
      const json = scoresJson(answered)
      const sheet = options.project !== undefined || options.indicators ? indicatorSheet : projectSheet
      return yield* answerList(options, json, sheet(json.evaluations, t))
    })
})
