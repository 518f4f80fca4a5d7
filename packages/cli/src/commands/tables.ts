/** `juesuan tables`, `juesuan table 公开03`: the tables as printed, for programs, and as a workbook or page ready to be published. */
import {
  type Answered,
  cellsSheet,
  Disclosures,
  printedSheet,
  type Sheet,
  sheetCsv,
  sheetText,
  tableJson,
  tableSheet,
  tablesPage,
  tablesWorkbook
} from "@juesuan/app"
import type { Table } from "@juesuan/domain"
import * as Argument from "effect/cli/Argument"
import * as Effect from "effect/Effect"
import { terminalWidth } from "../Answer.ts"
import { booksCommand } from "../BooksCommand.ts"
import type { Wording } from "../Language.ts"
import { formatAsked, outputOptions, refuseOnTerminal, send } from "../Output.ts"
import { questionOf, questionOptions } from "./question.ts"

const formats = ["text", "json", "csv", "xlsx", "html"] as const
type Format = (typeof formats)[number]

const optionsOf = (t: Wording) => ({ ...questionOptions(t), ...outputOptions(t, formats) })

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

interface Asked {
  readonly tables: ReadonlyArray<Table>
  readonly answered: Answered
  readonly output: string | undefined
  /** What stands in JSON and in CSV. */
  readonly value: () => unknown
  readonly sheet: () => Sheet
}

const written = ({ answered, output, sheet, tables, value }: Asked, format: Format): string | Uint8Array => {
  const about = { name: answered.name, year: answered.scope.year }
  const width = output === undefined ? terminalWidth() : undefined
  switch (format) {
    case "text":
      return tables.map((table) => sheetText(printedSheet(table, answered.name), { width })).join("\n\n")
    case "json":
      return json(value())
    case "csv":
      return sheetCsv(sheet())
    case "xlsx":
      return tablesWorkbook(tables, about)
    case "html":
      return tablesPage(tables, about)
  }
}

export const tables = booksCommand("tables", {
  access: "read",
  options: optionsOf,
  examples: (t) => [
    {
      command: "juesuan tables --output 决算公开表.xlsx",
      description: t("十张公开表的工作簿", "the ten tables as a workbook")
    },
    {
      command: "juesuan tables --output 决算公开表.html",
      description: t("可打印的网页", "a page to be printed")
    }
  ],
  run: (options, t) =>
    Effect.gen(function* () {
      const format = yield* formatAsked(options, formats)
      const { output } = options
      yield* refuseOnTerminal(format, output)
      const disclosures = yield* Disclosures
      const answered = yield* disclosures.disclosure(questionOf(options))
      const all = answered.disclosure.tables
      const value = () => all.map((table) => tableJson(table, answered))
      const content = written({ tables: all, answered, output, value, sheet: () => cellsSheet(all) }, format)
      return yield* send(content, output, t("公开表写入", "The tables are in"))
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
    ...optionsOf(t)
  }),
  examples: (t) => [
    { command: "juesuan table 公开03", description: t("支出决算表", "the expenditure table") },
    {
      command: "juesuan table 公开03 --until 2024-06-30 --json",
      description: t("截至六月底", "as of the end of June")
    },
    {
      command: "juesuan table 公开03 --output 公开03.xlsx",
      description: t("一张表的工作簿", "one table as a workbook")
    }
  ],
  run: (options, t) =>
    Effect.gen(function* () {
      const format = yield* formatAsked(options, formats)
      const { output } = options
      yield* refuseOnTerminal(format, output)
      const disclosures = yield* Disclosures
      const answered = yield* disclosures.table(options.table, questionOf(options))
      const one = answered.table
      const value = () => tableJson(one, answered)
      const content = written({ tables: [one], answered, output, value, sheet: () => tableSheet(one) }, format)
      return yield* send(content, output, t("表写入", "The table is in"))
    })
})
