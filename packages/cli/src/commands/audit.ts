/** `juesuan audit FILE...`: a published disclosure, judged; no books are opened. */
import { auditing, auditJson, Audits, readTableJson } from "@juesuan/app"
import { Jurisdiction } from "@juesuan/domain"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import { answerJson, answerText, wantsJson } from "../Answer.ts"
import { commandIndex } from "../CommandIndex.ts"
import { ExitCode } from "../ExitCode.ts"
import { bytesOf } from "../Files.ts"
import { type Language, type Wording, wordingOf } from "../Language.ts"
import { leaveWith } from "../Leaving.ts"
import * as Options from "../Options.ts"
import { ownRules, ownRulesOption } from "./own-rules.ts"
import { auditText } from "../render/audit.ts"

const exitCodes = { pass: ExitCode.fine, fail: ExitCode.findings, incomplete: ExitCode.undecided } as const

const optionsOf = (t: Wording) => ({
  files: Argument.String("file").pipe(
    Argument.withDescription(
      t(
        "一份公开文件：PDF、docx、xlsx、网页或文本；文字和表分在几个文件的，一并给出",
        "a published disclosure: PDF, docx, xlsx, HTML or text; give all files where it is in several"
      )
    ),
    Argument.variadic({ min: 1 })
  ),
  place: Flag.Literals("place", Jurisdiction.ids).pipe(
    Flag.withDefault("national" as Jurisdiction),
    Flag.withDescription(t("适用哪里的规则（默认全国）", "whose rules apply (default: national)"))
  ),
  tablesJson: Flag.Boolean("tables-json").pipe(
    Flag.withDefault(false),
    Flag.withDescription(
      t(
        "输出读到的每一张表；与 --json 同用时并入报告的 tables",
        "print every table as read; with --json as tables of the report"
      )
    )
  ),
  rules: ownRulesOption(t),
  lang: Options.general(t).lang,
  ...Options.format(t, ["text", "json"])
})

export const audit = (language: Language) => {
  const t = wordingOf(language)
  return Command.make("audit", optionsOf(t), (options) =>
    Effect.gen(function* () {
      const files = yield* Effect.forEach(options.files, bytesOf)
      const audits = yield* Audits
      const { disclosure, report } = yield* audits.audit(files, {
        jurisdiction: options.place,
        rules: yield* ownRules(options.rules)
      })
      const tables = disclosure.tables.filter(({ arranged }) => arranged !== true).map(readTableJson)
      const json = wantsJson(options)
      if (json) yield* answerJson({ ...auditJson(report, language), ...(options.tablesJson ? { tables } : {}) })
      else if (options.tablesJson) yield* answerJson(tables)
      else yield* answerText(auditText(report, language))
      return yield* leaveWith(exitCodes[report.verdict])
    }).pipe(Effect.provide(auditing))
  ).pipe(
    Command.withDescription(commandIndex.audit[language]),
    Command.withExamples([
      {
        command: "juesuan audit 2024年度部门决算公开.pdf",
        description: t("审核一份公开文件", "audit a published file")
      },
      {
        command: "juesuan audit 说明.docx 公开表.xlsx --json",
        description: t("文字与表分在两个文件，输出 JSON", "text and tables in two files, as JSON")
      }
    ])
  )
}
