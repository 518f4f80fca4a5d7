/** `juesuan check`: what the books print, judged by every rule that audits a published file. */
import { auditJson, Disclosures } from "@juesuan/app"
import * as Effect from "effect/Effect"
import { answerJson, answerText, wantsJson } from "../Answer.ts"
import { booksCommand } from "../BooksCommand.ts"
import { leaveWith } from "../Leaving.ts"
import { ExitCode } from "../ExitCode.ts"
import { checkText } from "../render/check.ts"
import { type Language, type Wording } from "../Language.ts"
import { ownRules, ownRulesOption } from "./own-rules.ts"
import { questionOf, questionOptions } from "./question.ts"

const languageIn = (t: Wording): Language => (t("zh", "en") === "zh" ? "zh" : "en")

const exitCodes = { pass: ExitCode.fine, fail: ExitCode.findings, incomplete: ExitCode.undecided } as const

export const check = booksCommand("check", {
  access: "read",
  options: (t) => ({ ...questionOptions(t), rules: ownRulesOption(t) }),
  examples: (t) => [
    {
      command: "juesuan check",
      description: t("审核账上印出的十张表", "judge the ten tables as the books print them")
    },
    {
      command: "juesuan check --until 2024-06-30 --json",
      description: t("截至六月底，输出 JSON", "as of the end of June, as JSON")
    }
  ],
  run: (options, t) =>
    Effect.gen(function* () {
      const disclosures = yield* Disclosures
      const { report } = yield* disclosures.check(questionOf(options), yield* ownRules(options.rules))
      const language = languageIn(t)
      yield* wantsJson(options) ? answerJson(auditJson(report, language)) : answerText(checkText(report, language))
      const code = exitCodes[report.verdict]
      return yield* code === ExitCode.fine ? Effect.void : leaveWith(code)
    })
})
