/** `juesuan audit FILE...`: published disclosures, judged; no books are opened. */
import { dirname } from "node:path"
import { AppError, auditFormats, auditing, Audits, type AuditSource, belongTogether, readTableJson } from "@juesuan/app"
import { Jurisdiction } from "@juesuan/domain"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import { answerJson, note } from "../Answer.ts"
import { commandIndex } from "../CommandIndex.ts"
import { bytesOf, filesIn, isFolder } from "../Files.ts"
import { type Language, type Wording, wordingOf } from "../Language.ts"
import { leaveWith } from "../Leaving.ts"
import * as Options from "../Options.ts"
import { formatAsked, refuseOnTerminal } from "../Output.ts"
import { auditMany } from "./audit-many.ts"
import { ownRules, ownRulesOption } from "./own-rules.ts"
import { deliver, reportOptions, verdictCodes } from "./report.ts"

const previousOption = (t: Wording) =>
  Flag.String("previous").pipe(
    Flag.withMetavar(t("文件", "file")),
    Flag.atLeast(0),
    Flag.withDescription(
      t(
        "上一年度的公开文件，用来核对年初数与上年数；在几个文件的，写几次",
        "the disclosure of the year before, to hold opening balances and last year's figures against; once for each file"
      )
    )
  )

const optionsOf = (t: Wording) => ({
  files: Argument.String("file").pipe(
    Argument.withDescription(
      t(
        "一份公开文件：PDF、docx、xlsx、网页或文本；文字和表分在几个文件的，一并给出；文件夹：其中每份公开逐一审核",
        "a published disclosure: PDF, docx, xlsx, HTML or text; give all files where it is in several; a folder: every disclosure in it"
      )
    ),
    Argument.variadic({ min: 1 })
  ),
  place: Options.choice(
    "place",
    Jurisdiction.ids,
    t(
      "适用哪里的规则（默认看单位名称是否写明省份，否则全国）",
      "whose rules apply (default: the province that the unit's name begins with, else national)"
    )
  ),
  together: Flag.Boolean("together").pipe(
    Flag.withDefault(false),
    Flag.withDescription(
      t("几个文件算一份公开，即使写的单位或年度不同", "the files are one disclosure, whatever unit and year each names")
    )
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
  previous: previousOption(t),
  progress: Flag.Boolean("progress").pipe(
    Flag.withDefault(false),
    Flag.withDescription(
      t("不在终端上也报告进度（写到标准错误）", "report progress on stderr also where it is no terminal")
    )
  ),
  rules: ownRulesOption(t),
  lang: Options.general(t).lang,
  ...reportOptions(t, auditFormats),
  output: Options.optionalText(
    "output",
    t(
      "报告写入的文件；审核文件夹时是放报告的文件夹",
      "the file of the report; for a folder, the folder of the reports"
    ),
    t("路径", "path")
  )
})

const sourceOf = (name: string): AuditSource => ({ name, folder: dirname(name), bytes: bytesOf(name) })

/** The files that were named, those of folders among them. */
const sourcesOf = (names: ReadonlyArray<string>, output: string | undefined) =>
  Effect.gen(function* () {
    const found: Array<string> = []
    let hasFolder = false
    for (const name of names) {
      const folder = yield* isFolder(name)
      hasFolder ||= folder
      found.push(...(folder ? yield* filesIn(name, output) : [name]))
    }
    return { hasFolder, sources: [...new Set(found)].map(sourceOf) }
  })

const previousOfMany = (): AppError =>
  new AppError({
    category: "usage",
    code: "PreviousOfMany",
    details: {},
    issues: [],
    says: {
      zh: "--previous 只用于审核一份公开；请一份一份地审核。",
      en: "--previous goes with one disclosure: audit them one by one."
    }
  })

const examples = (t: Wording) => [
  {
    command: "juesuan audit 2024年度部门决算公开.pdf",
    description: t("审核一份公开文件", "audit a published file")
  },
  {
    command: "juesuan audit 说明.docx 公开表.xlsx --json",
    description: t("文字与表分在两个文件，输出 JSON", "text and tables in two files, as JSON")
  },
  {
    command: "juesuan audit 2024.pdf --previous 2023.pdf",
    description: t("连同上一年度的公开一起核对", "held against the disclosure of the year before")
  },
  {
    command: "juesuan audit 决算.pdf --output 标注.pdf",
    description: t("在 PDF 上标出问题所在", "the PDF itself, with what does not hold marked")
  },
  {
    command: "juesuan audit 2024公开/ --format html --output 报告/",
    description: t("文件夹里每份公开一份网页报告", "a folder: a page for every disclosure in it")
  }
]

export const audit = (language: Language) => {
  const t = wordingOf(language)
  return Command.make("audit", optionsOf(t), (options) =>
    Effect.gen(function* () {
      const { details, output, progress, tablesJson } = options
      const rules = { jurisdiction: options.place, rules: yield* ownRules(options.rules) }
      const format = yield* formatAsked(options, auditFormats)
      const { hasFolder, sources } = yield* sourcesOf(options.files, output)
      const isOne = !hasFolder && (sources.length === 1 || options.together || (yield* belongTogether(sources)))
      if (!isOne) {
        if (!hasFolder) {
          yield* note(
            t(
              "这些文件写的单位或年度不同，各作一份公开审核；如为同一份，请加 --together。",
              "The files name different units or years and are audited as disclosures of their own; add --together if they are one."
            )
          )
        }
        if (options.previous.length > 0) return yield* Effect.fail(previousOfMany())
        return yield* auditMany(sources, { details, format, language, output, progress, rules })
      }
      yield* refuseOnTerminal(format, output)
      const files = yield* Effect.forEach(sources, ({ bytes }) => bytes)
      const audits = yield* Audits
      const before = yield* Effect.forEach(options.previous, bytesOf)
      const previous = before.length === 0 ? undefined : yield* audits.read(before)
      const audited = yield* audits.audit(files, { ...rules, previous })
      const { disclosure, report } = audited
      yield* tablesJson && format === "text"
        ? answerJson(disclosure.tables.filter(({ arranged }) => arranged !== true).map(readTableJson))
        : deliver(audited, { details, files, format, language, output, tables: tablesJson })
      return yield* leaveWith(verdictCodes[report.verdict])
    }).pipe(Effect.provide(auditing))
  ).pipe(Command.withDescription(commandIndex.audit[language]), Command.withExamples(examples(t)))
}
