/** `juesuan narrative`: 情况说明, written from the books. */
import { Disclosures, narrativeJson } from "@juesuan/app"
import * as Effect from "effect/Effect"
import { answerJson, answerText, wantsJson } from "../Answer.ts"
import { booksCommand } from "../BooksCommand.ts"
import { questionOf, questionOptions } from "./question.ts"

export const narrative = booksCommand("narrative", {
  access: "read",
  options: (t) => questionOptions(t),
  examples: (t) => [
    { command: "juesuan narrative", description: t("情况说明", "the narrative") },
    { command: "juesuan narrative --until 2024-06-30 --json", description: t("截至六月底", "as of the end of June") }
  ],
  run: (options) =>
    Effect.gen(function* () {
      const disclosures = yield* Disclosures
      const answered = yield* disclosures.narrative(questionOf(options))
      if (wantsJson(options)) return yield* answerJson(narrativeJson(answered))
      const sections = answered.sections.filter(({ paragraphs }) => paragraphs.length > 0)
      const texts = sections.map(({ heading, paragraphs }) =>
        [heading, ...paragraphs.map(({ text }) => text)].join("\n")
      )
      return yield* answerText(texts.join("\n\n"))
    })
})
