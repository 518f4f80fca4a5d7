/** 批量审核: the disclosures of folders, one line each on stdout, and with `--output` a report of each in a folder. */
import { join } from "node:path"
import {
  type AuditedItem,
  type AuditedJson,
  auditedJson,
  auditEach,
  AppError,
  type AuditFormat,
  type AuditOptions,
  type AuditSource,
  batchCounts,
  batchSheet,
  batchVerdict,
  ReportProgress,
  reportedJson,
  sheetCsv,
  sheetText,
  writeAudit
} from "@juesuan/app"
import * as Effect from "effect/Effect"
import { answerText, note, terminalWidth } from "../Answer.ts"
import { writeTo } from "../Files.ts"
import type { Language } from "../Language.ts"
import { leaveWith } from "../Leaving.ts"
import { print, progressLines, progressOnTerminal } from "../Terminal.ts"
import { verdictCodes } from "./report.ts"

export interface ManyRequest {
  readonly format: AuditFormat
  /** The folder of the reports. */
  readonly output: string | undefined
  readonly language: Language
  readonly details: boolean
  readonly progress: boolean
  readonly rules: AuditOptions
}

const extensions: Readonly<Record<AuditFormat, string>> = {
  text: "txt",
  json: "json",
  csv: "csv",
  xlsx: "xlsx",
  html: "html",
  pdf: "pdf"
}

const needsFolder = (format: AuditFormat): AppError =>
  new AppError({
    category: "usage",
    code: "OutputNeeded",
    details: { format },
    issues: [],
    says: {
      zh: `多份公开以 ${format} 输出时每份一个文件：请加 --output 文件夹。`,
      en: `Several disclosures as ${format} are a file each: add --output FOLDER.`
    }
  })

/** The report of one, in the folder of the reports, under the name of its first file. */
const written = ({ files, names, outcome }: AuditedItem, { details, format, language, output }: ManyRequest) =>
  Effect.gen(function* () {
    if (output === undefined || outcome instanceof AppError) return undefined
    const relative = (names[0] ?? "").replaceAll(/^(?:[A-Za-z]:)?[\\/]+|(?:^|[\\/])\.{1,2}(?=[\\/])/gu, "")
    const path = join(output, `${relative}.audit.${extensions[format]}`)
    yield* writeTo(path, yield* writeAudit(outcome, format, { lang: language, details, files }))
    return path
  })

const countsLine = (all: ReadonlyArray<AuditedJson>, language: Language): string => {
  const { disclosures, fail, incomplete, pass, unreadable } = batchCounts(all)
  return language === "zh"
    ? `共 ${disclosures} 份：不通过 ${fail}，无法判断 ${incomplete}，通过 ${pass}，读不了 ${unreadable}。`
    : `${disclosures} disclosures: ${fail} fail, ${incomplete} incomplete, ${pass} pass, ${unreadable} unreadable.`
}

/** Names of files without the folders that all of them share. */
const shortNames = (all: ReadonlyArray<AuditedJson>): ReadonlyArray<AuditedJson> => {
  const folders = all.flatMap(({ files }) => files).map((name) => name.split(/[\\/]/u).slice(0, -1))
  const [first = []] = folders
  const differing = first.findIndex((part, index) => folders.some((folder) => folder[index] !== part))
  const shared = differing < 0 ? first.length : differing
  const short = (name: string): string => name.split(/[\\/]/u).slice(shared).join("/")
  return all.map((one) => ({ ...one, files: one.files.map(short) }))
}

/** The list and what it comes to, in the form that was asked for; JSON was begun before. */
const conclude = (all: ReadonlyArray<AuditedJson>, { format, language }: ManyRequest) => {
  const counts = batchCounts(all)
  const sorted = all.toSorted((left, right) => (left.files[0] ?? "").localeCompare(right.files[0] ?? "", "zh"))
  if (format === "json") {
    const rest = JSON.stringify({ counts, verdict: batchVerdict(counts) }, null, 2)
    return answerText(`\n  ],\n${rest.slice(2)}`)
  }
  if (format === "csv") return answerText(sheetCsv(batchSheet(sorted, language, true)))
  const table = sheetText(batchSheet(shortNames(sorted), language, false), { width: terminalWidth() })
  return answerText(`${table}\n${countsLine(sorted, language)}`)
}

const indented = (value: unknown): string => JSON.stringify(value, null, 2).replaceAll(/^/gmu, "    ")

/** Audits every disclosure and lists them; the exit code is that of the worst. */
export const auditMany = (sources: ReadonlyArray<AuditSource>, request: ManyRequest) =>
  Effect.gen(function* () {
    const { format, language, output } = request
    const isList = format === "text" || format === "json" || format === "csv"
    if (!isList && output === undefined) return yield* Effect.fail(needsFolder(format))
    const all: Array<AuditedJson> = []
    if (format === "json") yield* Effect.promise(() => print(`{\n  "disclosures": [`))
    yield* auditEach(sources, request.rules, (item) =>
      Effect.gen(function* () {
        const path = yield* written(item, request).pipe(
          Effect.catchTag("AppError", (error) => Effect.as(note(error.says[language]), undefined))
        )
        const line = auditedJson(item, language, path)
        if (format === "json") {
          const shown = output === undefined ? reportedJson(item, language) : line
          yield* Effect.promise(() => print(`${all.length === 0 ? "" : ","}\n${indented(shown)}`))
        }
        all.push(line)
      })
    ).pipe(
      Effect.provideService(ReportProgress, request.progress ? progressLines(language) : progressOnTerminal(language))
    )
    yield* conclude(all, request)
    return yield* leaveWith(verdictCodes[batchVerdict(batchCounts(all))])
  })
