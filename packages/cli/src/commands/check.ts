/** `juesuan check`: what the books print, judged by every rule that audits a published file. */
import { auditFormats, Disclosures } from "@juesuan/app"
import * as Effect from "effect/Effect"
import { booksCommand } from "../BooksCommand.ts"
import type { Language, Wording } from "../Language.ts"
import { leaveWith } from "../Leaving.ts"
import { ExitCode } from "../ExitCode.ts"
import { formatAsked } from "../Output.ts"
import { ownRules, ownRulesOption } from "./own-rules.ts"
import { questionOf, questionOptions } from "./question.ts"
import { deliver, reportOptions, verdictCodes } from "./report.ts"

const languageIn = (t: Wording): Language => (t("zh", "en") === "zh" ? "zh" : "en")

/** There is no file whose pages could be marked. */
const formats = auditFormats.filter((format) => format !== "pdf")

export const check = booksCommand("check", {
  access: "read",
  options: (t) => ({ ...questionOptions(t), ...reportOptions(t, formats), rules: ownRulesOption(t) }),
  examples: (t) => [
    {
      command: "juesuan check",
      description: t("审核账上印出的十张表", "judge the ten tables as the books print them")
    },
    {
      command: "juesuan check --until 2024-06-30 --json",
      description: t("截至六月底，输出 JSON", "as of the end of June, as JSON")
    },
    {
      command: "juesuan check --output 自查.html",
      description: t("写成网页", "as a page")
    }
  ],
  run: (options, t) =>
    Effect.gen(function* () {
      const disclosures = yield* Disclosures
      const checked = yield* disclosures.check(questionOf(options), yield* ownRules(options.rules))
      yield* deliver(checked, {
        details: options.details,
        format: yield* formatAsked(options, formats),
        language: languageIn(t),
        output: options.output,
        receipts: true
      })
      const code = verdictCodes[checked.report.verdict]
      return yield* code === ExitCode.fine ? Effect.void : leaveWith(code)
    })
})
