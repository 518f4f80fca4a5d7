/** 输出: an answer that may be a file of its own: in which form, and whether to stdout or to a file. */
import { AppError } from "@juesuan/app"
import * as Effect from "effect/Effect"
import { note } from "./Answer.ts"
import { writeTo } from "./Files.ts"
import type { Wording } from "./Language.ts"
import * as Options from "./Options.ts"
import { print } from "./Terminal.ts"

/** The options of such an answer: its form follows from the name of its file, unless it is named. */
export const outputOptions = <const Format extends string>(t: Wording, formats: ReadonlyArray<Format>) => ({
  ...Options.format(t, formats),
  format: Options.choice(
    "format",
    formats,
    t(
      `输出格式：${formats.join("、")}（默认看 --output 的扩展名，否则 text）`,
      `output format: ${formats.join(", ")} (default: as the name of --output says, else text)`
    )
  ),
  output: Options.optionalText("output", t("写入文件", "write to this file"), t("路径", "path"))
})

interface Asked<Format extends string> {
  readonly json: boolean
  readonly format: Format | undefined
  readonly output: string | undefined
}

/** Files that nobody expects text in. */
const fileKinds = /^(?:json|csv|xlsx?|et|html?|pdf|docx?|wps|odt|ods)$/u

const notWritten = (extension: string, formats: ReadonlyArray<string>): AppError =>
  new AppError({
    category: "usage",
    code: "FormatNotWritten",
    details: { extension, formats },
    issues: [],
    says: {
      zh: `这里不能写成 .${extension}；可写成 ${formats.join("、")}。请换一个扩展名，或用 --format 写明格式。`,
      en: `This cannot be written as .${extension}, only as ${formats.join(", ")}. Change the name of the file, or say --format.`
    }
  })

/** The form of the answer: as asked, else as the name of the output says, else text. */
export const formatAsked = <Format extends string>(
  { format, json, output }: Asked<Format>,
  formats: ReadonlyArray<Format>
): Effect.Effect<Format | "text" | "json", AppError> => {
  if (json) return Effect.succeed("json")
  const extension = /\.([^./\\]+)$/u.exec(output ?? "")?.[1]?.toLowerCase() ?? ""
  const named = formats.find((each) => each === extension)
  if (format === undefined && named === undefined && fileKinds.test(extension))
    return Effect.fail(notWritten(extension, formats))
  return Effect.succeed(format ?? named ?? "text")
}

/** What is no text is not written to a terminal. */
export const refuseOnTerminal = (format: string, output: string | undefined): Effect.Effect<void, AppError> => {
  const isBinary = format === "xlsx" || format === "pdf"
  if (!isBinary || output !== undefined || !process.stdout.isTTY) return Effect.void
  return Effect.fail(
    new AppError({
      category: "usage",
      code: "BinaryToTerminal",
      details: { format },
      issues: [],
      says: {
        zh: `${format} 不能显示在终端上。请加 --output 文件.${format}，或转到文件：> 文件.${format}。`,
        en: `${format} cannot be shown on a terminal. Add --output file.${format}, or send it to a file: > file.${format}.`
      }
    })
  )
}

/** Writes an answer where it was asked for; `said` is told of a file that was written. */
export const send = (
  written: string | Uint8Array,
  output: string | undefined,
  said: string
): Effect.Effect<void, AppError> =>
  output === undefined
    ? Effect.promise(() => print(written))
    : Effect.andThen(writeTo(output, written), note(`${said} ${output}`))
