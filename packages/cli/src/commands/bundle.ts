/** `juesuan bundle create|verify|explain`: the evidence of a year in one file, checked and asked without the books. */
import {
  type BundleVerification,
  explainBundle,
  keyFolder,
  keysToSign,
  keysToVerify,
  Trust,
  verifyBundle
} from "@juesuan/app"
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import { answerJson, answerText, note, wantsJson } from "../Answer.ts"
import { commandIndex } from "../CommandIndex.ts"
import { ExitCode } from "../ExitCode.ts"
import { type Language, type Wording, wordingOf } from "../Language.ts"
import { leaveWith } from "../Leaving.ts"
import * as Options from "../Options.ts"
import { explanationLines } from "../render/explanation.ts"
import { checksText, verdictText } from "../render/trust.ts"
import { withBooks } from "../Session.ts"
import { fileOf, writeTo } from "../Files.ts"
import { keyOption, keysOption } from "./keys.ts"

const file = (t: Wording) => Argument.String("file").pipe(Argument.withDescription(t("证据包文件", "the bundle")))

const create = (language: Language, t: Wording) =>
  Command.make(
    "create",
    { file: file(t), ...Options.general(t), ...Options.scope(t), keys: keysOption(t) },
    ({ file: path, keys: folder, store, unit, year }) =>
      withBooks(
        { store },
        "read",
        language,
        Effect.gen(function* () {
          const keys = yield* keysToSign(keyFolder(folder))
          const bytes = yield* (yield* Trust).bundle({ keys, scope: { unit, year } })
          yield* writeTo(path, bytes)
          yield* note(
            t(
              `证据包已写入 ${path}（${bytes.length} 字节）。`,
              `The bundle was written to ${path} (${bytes.length} bytes).`
            )
          )
        })
      )
  ).pipe(Command.withDescription(t("把一个年度的证据封成一个文件", "seal the evidence of a year in one file")))

const verificationText = (answer: BundleVerification, t: Wording): string =>
  [verdictText(answer.verdict, t), ...checksText(answer.checks, t)].join("\n")

const verify = (t: Wording) =>
  Command.make(
    "verify",
    {
      file: file(t),
      key: keyOption(t),
      keys: keysOption(t),
      lang: Options.general(t).lang,
      ...Options.format(t, ["text", "json"])
    },
    ({ file: path, key, keys: folder, ...options }) =>
      Effect.gen(function* () {
        const keys = yield* keysToVerify(keyFolder(folder), key === undefined ? [] : [key])
        const answer = yield* verifyBundle(yield* fileOf(path), keys)
        yield* wantsJson(options) ? answerJson(answer) : answerText(verificationText(answer, t))
        if (answer.verdict === "fail") yield* leaveWith(ExitCode.findings)
        return yield* answer.verdict === "incomplete" ? leaveWith(ExitCode.undecided) : Effect.void
      })
  ).pipe(Command.withDescription(t("核验证据包，不需要账库，不联网", "verify a bundle, without the books, offline")))

/** As much of a tree as `juesuan explain` shows. */
const shown = { events: 5, depth: 12, zeros: false }

const explain = (t: Wording) =>
  Command.make(
    "explain",
    {
      file: file(t),
      ref: Argument.String("ref").pipe(
        Argument.withDescription(t("数字的地址，如 公开03/合计/项目支出", "address of a figure"))
      ),
      lang: Options.general(t).lang,
      ...Options.format(t, ["text", "json"])
    },
    ({ file: path, ref, ...options }) =>
      Effect.gen(function* () {
        const explained = yield* explainBundle(yield* fileOf(path), ref)
        return yield* wantsJson(options)
          ? answerJson(explained)
          : answerText(explanationLines(explained, t, shown).join("\n"))
      })
  ).pipe(Command.withDescription(t("只凭证据包解释一个数字", "explain a figure from the bundle alone")))

export const bundle = (language: Language) => {
  const t = wordingOf(language)
  return Command.make("bundle").pipe(
    Command.withDescription(commandIndex.bundle[language]),
    Command.withSubcommands([create(language, t), verify(t), explain(t)])
  )
}
