/** 输出: every command answers through here: JSON as one value, CSV and text from one sheet, always to stdout. */
import { type Sheet, sheetCsv, sheetText } from "@juesuan/app"
import * as Effect from "effect/Effect"
import { print } from "./Terminal.ts"

/** The forms of an answer that is a list. */
export const listFormats = ["text", "json", "csv"] as const

interface Form {
  readonly json: boolean
  readonly format: string
}

/** Whether JSON was asked for, by `--json` or `--format json`. */
export const wantsJson = (options: Form): boolean => options.json || options.format === "json"

export const answerText = (text: string): Effect.Effect<void> =>
  Effect.promise(() => print(text.endsWith("\n") ? text : `${text}\n`))

export const answerJson = (value: unknown): Effect.Effect<void> => answerText(JSON.stringify(value, null, 2))

/** The width of the terminal; where nobody looks, tables are as wide as they are. */
export const terminalWidth = (): number | undefined => (process.stdout.isTTY ? process.stdout.columns : undefined)

/** An answer that is a list, in the form that was asked for. */
export const answerList = (options: Form, json: unknown, sheet: Sheet): Effect.Effect<void> => {
  if (wantsJson(options)) return answerJson(json)
  return answerText(options.format === "csv" ? sheetCsv(sheet) : sheetText(sheet, { width: terminalWidth() }))
}

/** What a person who looks at the terminal should know beside the result. */
export const note = (text: string): Effect.Effect<void> => Effect.sync(() => process.stderr.write(`${text}\n`))
