/** 报告: how `audit` and `check` are asked for their report, and where it goes: to stdout, or to a file of its own. */
import { type AppError, type Audited, type AuditFormat, type NamedBytes, writeAudit } from "@juesuan/app"
import * as Effect from "effect/Effect"
import * as Flag from "effect/cli/Flag"
import { terminalWidth } from "../Answer.ts"
import { ExitCode } from "../ExitCode.ts"
import type { Language, Wording } from "../Language.ts"
import { outputOptions, refuseOnTerminal, send } from "../Output.ts"

export const verdictCodes = {
  pass: ExitCode.fine,
  fail: ExitCode.findings,
  incomplete: ExitCode.undecided
} as const

/** The options of a report. */
export const reportOptions = (t: Wording, formats: ReadonlyArray<AuditFormat>) => ({
  ...outputOptions(t, formats),
  details: Flag.Boolean("details").pipe(
    Flag.withDefault(false),
    Flag.withDescription(
      t("尾差和提示逐条列出，不合并", "list every rounding difference and note instead of counting them")
    )
  )
})

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
    return yield* send(written, output, language === "zh" ? "报告写入" : "The report is in")
  })
