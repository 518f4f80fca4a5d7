/** `juesuan import`, `juesuan export`, `juesuan sample`: the books from and to files. */
import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import { AppError, Books, type Imported } from "@juesuan/app"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { actorOf } from "../Actor.ts"
import { answerJson, answerText, wantsJson } from "../Answer.ts"
import { commandIndex } from "../CommandIndex.ts"
import { type Language, type Wording, wordingOf } from "../Language.ts"
import * as Options from "../Options.ts"
import { withBooks } from "../Session.ts"
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

const assertFile = (path: string): Effect.Effect<void, AppError> =>
  Effect.tryPromise({
    try: async () => {
      if (!(await stat(path)).isFile()) throw new Error("not a file")
    },
    catch: () =>
      new AppError({
        code: "FileMissing",
        category: "notFound",
        details: { path },
        issues: [],
        says: { zh: `没有文件 ${path}。请检查路径。`, en: `There is no file ${path}. Check the path.` }
      })
  })

export const importFile = (language: Language) => {
  const t = wordingOf(language)
  return Command.make(
    "import",
    {
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
    },
    (options) =>
      withBooks(
        options,
        "write",
        language,
        Effect.gen(function* () {
          const books = yield* Books
          yield* assertFile(options.file)
          const { dryRun, unit, year } = options
          const bytes = createReadStream(options.file)
          const imported = yield* books.importFile(
            { name: options.file, bytes },
            { unit, year, actor: actorOf(options.actor), dryRun }
          )
          return yield* wantsJson(options) ? answerJson(imported) : answerText(importedText(imported, t))
        })
      )
  ).pipe(Command.withDescription(commandIndex.import[language]))
}

export const exportLog = (language: Language) => {
  const t = wordingOf(language)
  return Command.make("export", Options.general(t), (options) =>
    withBooks(
      options,
      "read",
      language,
      Effect.gen(function* () {
        const books = yield* Books
        yield* Stream.runForEachArray(books.exportLog, (lines) => Effect.promise(() => print(lines.join(""))))
      })
    )
  ).pipe(Command.withDescription(commandIndex.export[language]))
}

export const sample = (language: Language) => {
  const t = wordingOf(language)
  return Command.make("sample", { ...Options.general(t), ...Options.format(t, ["text", "json"]) }, (options) =>
    withBooks(
      options,
      "write",
      language,
      Effect.gen(function* () {
        const books = yield* Books
        const imported = yield* books.loadSample
        return yield* wantsJson(options) ? answerJson(imported) : answerText(importedText(imported, t))
      })
    )
  ).pipe(Command.withDescription(commandIndex.sample[language]))
}
