/** `juesuan backup FILE`, `juesuan restore FILE`: sealed copies of a store. */
import { backUp, keyFolder, keysToSign, keysToVerify, restore as restoreFrom } from "@juesuan/app"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import { answerJson, answerText, wantsJson } from "../Answer.ts"
import { commandIndex } from "../CommandIndex.ts"
import { type Language, wordingOf } from "../Language.ts"
import * as Options from "../Options.ts"
import { keyOption, keysOption } from "./keys.ts"

export const backup = (language: Language) => {
  const t = wordingOf(language)
  const options = {
    file: Argument.String("file").pipe(
      Argument.withDescription(
        t("备份文件，须尚不存在；旁边另有 .seal", "the copy, which must not exist yet; its .seal stands beside it")
      )
    ),
    ...Options.general(t),
    keys: keysOption(t),
    ...Options.format(t, ["text", "json"])
  }
  return Command.make("backup", options, ({ file, keys: folder, store, ...form }) =>
    Effect.gen(function* () {
      const done = yield* backUp(store, file, yield* keysToSign(keyFolder(folder)))
      if (wantsJson(form)) return yield* answerJson(done)
      return yield* answerText(
        t(
          `已备份 ${done.events} 个事件到 ${done.file} 并加封；现有日志（${done.continuedTo} 个）由它接续而来，已证明。`,
          `${done.events} events copied to ${done.file} and sealed; the log (${done.continuedTo} now) is proven to continue them.`
        )
      )
    })
  ).pipe(Command.withDescription(commandIndex.backup[language]))
}

export const restore = (language: Language) => {
  const t = wordingOf(language)
  const options = {
    file: Argument.String("file").pipe(Argument.withDescription(t("备份文件", "the copy"))),
    ...Options.general(t),
    key: keyOption(t),
    keys: keysOption(t),
    ...Options.format(t, ["text", "json"])
  }
  return Command.make("restore", options, ({ file, key, keys: folder, store, ...form }) =>
    Effect.gen(function* () {
      const keys = yield* keysToVerify(keyFolder(folder), key === undefined ? [] : [key])
      const done = yield* restoreFrom(file, store, keys)
      if (wantsJson(form)) return yield* answerJson(done)
      return yield* answerText(
        t(
          `已恢复 ${done.events} 个事件到 ${done.file}，与封签相符。`,
          `${done.events} events restored to ${done.file}, as sealed.`
        )
      )
    })
  ).pipe(Command.withDescription(commandIndex.restore[language]))
}
