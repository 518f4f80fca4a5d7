/** 报告: how `audit` and `check` are asked for their report, and where it goes: to stdout, or to a file of its own. */
import { AppError, type Audited, type AuditFormat, type NamedBytes, writeAudit } from "@juesuan/app"
import * as Effect from "effect/Effect"
import * as Flag from "effect/cli/Flag"
import { note, terminalWidth } from "../Answer.ts"
import { ExitCode } from "../ExitCode.ts"
import { writeTo } from "../Files.ts"
import type { Language, Wording } from "../Language.ts"
import * as Options from "../Options.ts"
import { print } from "../Terminal.ts"

export const verdictCodes = {
  pass: ExitCode.fine,
  fail: ExitCode.findings,
  incomplete: ExitCode.undecided
} as const

/** The options of a report. */
export const reportOptions = (t: Wording, formats: ReadonlyArray<AuditFormat>) => ({
  ...Options.format(t, formats),
  format: Options.choice(
    "format",
    formats,
    t(
      `报告格式：${formats.join("、")}（默认看 --output 的扩展名，否则 text）`,
      `form of the report: ${formats.join(", ")} (default: as the name of --output says, else text)`
    )
  ),
  output: Options.optionalText("output", t("写入文件", "write to this file"), t("路径", "path")),
  details: Flag.Boolean("details").pipe(
    Flag.withDefault(false),
    Flag.withDescription(
      t("尾差和提示逐条列出，不合并", "list every rounding difference and note instead of counting them")
    )
  )
})

interface Asked {
  readonly json: boolean
  readonly format: AuditFormat | undefined
  readonly output: string | undefined
}

const byExtension: Readonly<Record<string, AuditFormat>> = {
  txt: "text",
  json: "json",
  csv: "csv",
  xlsx: "xlsx",
  html: "html",
  pdf: "pdf"
}

/** The form of the report: as asked, else as the name of the output says. */
export const formatAsked = ({ format, json, output }: Asked, formats: ReadonlyArray<AuditFormat>): AuditFormat => {
  if (json) return "json"
  const named = byExtension[output?.split(".").at(-1)?.toLowerCase() ?? ""]
  return format ?? (named !== undefined && formats.includes(named) ? named : "text")
}

/** What is no text is not written to a terminal. */
export const refuseOnTerminal = (format: AuditFormat, output: string | undefined): Effect.Effect<void, AppError> => {
  const isBinary = format === "xlsx" || format === "pdf"
  if (!isBinary || output !== undefined || !process.stdout.isTTY) return Effect.void
  return Effect.fail(
    new AppError({
      category: "usage",
      code: "BinaryToTerminal",
      details: { format },
      issues: [],
      says: {
        zh: `${format} 不能显示在终端上。请加 --output 报告.${format}，或转到文件：> 报告.${format}。`,
        en: `${format} cannot be shown on a terminal. Add --output report.${format}, or send it to a file: > report.${format}.`
      }
    })
  )
}

export interface ReportRequest {
  readonly format: AuditFormat
  readonly output: string | undefined
  readonly language: Language
  readonly details: boolean
  readonly receipts?: boolean
  readonly tables?: boolean
  readonly files?: ReadonlyArray<NamedBytes>
}

/** Writes a report where it was asked for. */
export const deliver = (audited: Audited, request: ReportRequest): Effect.Effect<void, AppError> =>
  Effect.gen(function* () {
    const { format, language, output, ...rest } = request
    yield* refuseOnTerminal(format, output)
    const width = output === undefined ? terminalWidth() : undefined
    const written = yield* writeAudit(audited, format, { ...rest, lang: language, width })
    if (output === undefined) return yield* Effect.promise(() => print(written))
    yield* writeTo(output, written)
    return yield* note(language === "zh" ? `报告写入 ${output}` : `The report is in ${output}`)
  })
