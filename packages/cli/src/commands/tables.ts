/** `juesuan tables`, `juesuan table 公开03`: the tables as printed, as CSV, as JSON. */
import { Disclosures, printedSheet, sheetCsv, sheetText, tableJson, tableSheet } from "@juesuan/app"
import * as Argument from "effect/cli/Argument"
import * as Effect from "effect/Effect"
import { answerJson, answerText, listFormats, terminalWidth, wantsJson } from "../Answer.ts"
import { booksCommand } from "../BooksCommand.ts"
import { questionOf, questionOptions } from "./question.ts"

export const tables = booksCommand("tables", {
  access: "read",
  options: (t) => questionOptions(t),
  run: (options) =>
    Effect.gen(function* () {
      const disclosures = yield* Disclosures
      const answered = yield* disclosures.disclosure(questionOf(options))
      const all = answered.disclosure.tables
      if (wantsJson(options)) return yield* answerJson(all.map((table) => tableJson(table, answered)))
      const width = terminalWidth()
      return yield* answerText(
        all.map((table) => sheetText(printedSheet(table, answered.name), { width })).join("\n\n")
      )
    })
})

export const table = booksCommand("table", {
  access: "read",
  options: (t) => ({
    table: Argument.String("table").pipe(
      Argument.withDescription(
        t("表号或表名，如 公开03、03、支出决算表", "number or title, e.g. 公开03, 03, 支出决算表")
      )
    ),
    ...questionOptions(t, listFormats)
  }),
  examples: (t) => [
    { command: "juesuan table 公开03", description: t("支出决算表", "the expenditure table") },
    {
      command: "juesuan table 公开03 --until 2024-06-30 --json",
      description: t("截至六月底", "as of the end of June")
    }
  ],
  run: (options) =>
    Effect.gen(function* () {
      const disclosures = yield* Disclosures
      const answered = yield* disclosures.table(options.table, questionOf(options))
      if (wantsJson(options)) return yield* answerJson(tableJson(answered.table, answered))
      if (options.format === "csv") return yield* answerText(sheetCsv(tableSheet(answered.table)))
      return yield* answerText(sheetText(printedSheet(answered.table, answered.name), { width: terminalWidth() }))
    })
})
