/** `juesuan import`, `juesuan export`, `juesuan sample`: the books from and to files. */
import { createReadStream } from "node:fs"
import { Books, type Imported } from "@juesuan/app"
import * as Argument from "effect/cli/Argument"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { actorOf } from "../Actor.ts"
import { answerJson, answerText, wantsJson } from "../Answer.ts"
import { booksCommand } from "../BooksCommand.ts"
import type { Wording } from "../Language.ts"
import * as Options from "../Options.ts"
import { print } from "../Terminal.ts"

const contents = {
  vouchers: ["凭证", "vouchers"],
  budgets: ["预算", "budgets"],
  requests: ["记账请求", "requests"],
  log: ["日志", "log"]
} as const

const importedText = (imported: Imported, t: Wording): string => {
  const { content, dryRun, file, positions, present, rows, stored } = imported
  const [zh, en] = contents[content]
  const what = t(zh, en)
  if (dryRun)
    return t(
      `${file}：${what} ${rows} 行，检查通过，未入账。`,
      `${file}: ${rows} rows of ${what} pass; nothing was stored.`
    )
  const where =
    positions === undefined
      ? ""
      : t(`，日志位置 ${positions.first}–${positions.last}`, `, log positions ${positions.first}–${positions.last}`)
  const before = present > 0 ? t(`，此前已入账 ${present} 行`, `, ${present} were there before`) : ""
  return t(
    `${file}：${what} ${rows} 行，入账 ${stored} 个事件${before}${where}。`,
    `${file}: ${rows} rows of ${what}, ${stored} events stored${before}${where}.`
  )
}

export const importFile = booksCommand("import", {
  access: "write",
  options: (t) => ({
    file: Argument.String("file").pipe(
      Argument.withDescription(
        t(
          "CSV（凭证、预算）或 JSONL（请求、导出的日志）",
          "CSV (vouchers, budgets) or JSONL (requests, an exported log)"
        )
      )
    ),
    ...Options.general(t),
    ...Options.scope(t),
    ...Options.format(t, ["text", "json"]),
    actor: Options.recording(t).actor,
    dryRun: Options.recording(t).dryRun
  }),
  run: (options, t) =>
    Effect.gen(function* () {
      const books = yield* Books
      const { dryRun, file, unit, year } = options
      const bytes = createReadStream(file)
      const imported = yield* books.importFile(
        { name: file, bytes },
        { unit, year, actor: actorOf(options.actor), dryRun }
      )
      return yield* wantsJson(options) ? answerJson(imported) : answerText(importedText(imported, t))
    })
})

export const exportLog = booksCommand("export", {
  access: "read",
  options: Options.general,
  run: () =>
    Effect.gen(function* () {
      const books = yield* Books
      yield* Stream.runForEachArray(books.exportLog, (lines) => Effect.promise(() => print(lines.join(""))))
    })
})

export const sample = booksCommand("sample", {
  access: "write",
  options: (t) => ({ ...Options.general(t), ...Options.format(t, ["text", "json"]) }),
  run: (options, t) =>
    Effect.gen(function* () {
      const books = yield* Books
      const imported = yield* books.loadSample
      return yield* wantsJson(options) ? answerJson(imported) : answerText(importedText(imported, t))
    })
})
