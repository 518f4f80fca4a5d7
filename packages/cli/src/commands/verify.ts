/** `juesuan verify`: whether the log is what it was. `juesuan checkpoint`: what it is now, sealed, to be kept elsewhere. */
import {
  type AppError,
  keyFolder,
  keysToSign,
  keysToVerify,
  type KeptCheckpoint,
  Trust,
  type VerificationJson
} from "@juesuan/app"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import { answerJson, answerText, note, wantsJson } from "../Answer.ts"
import { booksCommand } from "../BooksCommand.ts"
import { fileOf, writeTo } from "../Files.ts"
import { ExitCode } from "../ExitCode.ts"
import type { Wording } from "../Language.ts"
import { leaveWith } from "../Leaving.ts"
import * as Options from "../Options.ts"
import { checksText, verdictText } from "../render/trust.ts"
import { keyOption, keysOption } from "./keys.ts"

/** The hashes kept beside a checkpoint. */
const leavesFile = (path: string): string => `${path}.leaves`

const keptCheckpoint = (path: string): Effect.Effect<KeptCheckpoint, AppError> =>
  Effect.gen(function* () {
    const text = (yield* fileOf(path)).toString("utf8")
    const leaves = yield* Effect.match(fileOf(leavesFile(path)), {
      onFailure: () => undefined,
      onSuccess: (bytes) => bytes
    })
    return { text, leaves }
  })

const verificationText = (answer: VerificationJson, t: Wording): string => {
  const damages = answer.damages.map(({ message }) => `  ${t(message.zh, message.en)}`)
  const first =
    answer.first === null ? "" : t(`，自日志位置 ${answer.first} 起`, `, from log position ${answer.first} on`)
  return [
    `${verdictText(answer.verdict, t)}${first}`,
    `${answer.origin}  ${answer.size}  ${answer.root}  ${answer.hash}`,
    ...checksText(answer.checks, t),
    ...(damages.length === 0 ? [] : [t("损坏", "Damage"), ...damages])
  ].join("\n")
}

export const verify = booksCommand("verify", {
  access: "read",
  options: (t) => ({
    ...Options.general(t),
    checkpoint: Options.optionalText(
      "checkpoint",
      t("存放在外的检查点", "a checkpoint kept elsewhere"),
      t("文件", "file")
    ),
    key: keyOption(t),
    keys: keysOption(t),
    ...Options.format(t, ["text", "json"])
  }),
  run: (options, t) =>
    Effect.gen(function* () {
      const trust = yield* Trust
      const keys = yield* keysToVerify(keyFolder(options.keys), options.key === undefined ? [] : [options.key])
      const checkpoint = options.checkpoint === undefined ? undefined : yield* keptCheckpoint(options.checkpoint)
      const answer = yield* trust.verify({ checkpoint, keys })
      yield* wantsJson(options) ? answerJson(answer) : answerText(verificationText(answer, t))
      if (answer.verdict === "fail") yield* leaveWith(ExitCode.findings)
      return yield* answer.verdict === "incomplete" ? leaveWith(ExitCode.undecided) : Effect.void
    })
})

export const checkpoint = booksCommand("checkpoint", {
  access: "read",
  options: (t) => ({
    ...Options.general(t),
    out: Options.optionalText(
      "out",
      t(
        "写入文件，旁存各事件的哈希（.leaves）；不写则输出到屏幕",
        "write a file, with the events' hashes beside it (.leaves); else to the screen"
      ),
      t("文件", "file")
    ),
    hash: Flag.Literals("hash", ["sha256", "sm3"]).pipe(
      Flag.withDefault("sha256" as const),
      Flag.withDescription(t("树的摘要算法", "hash algorithm of the tree"))
    ),
    keys: keysOption(t)
  }),
  run: (options, t) =>
    Effect.gen(function* () {
      const trust = yield* Trust
      const keys = yield* keysToSign(keyFolder(options.keys))
      const { leaves, size, text } = yield* trust.checkpoint({ keys, hash: options.hash })
      const { out } = options
      if (out === undefined) return yield* answerText(text)
      yield* writeTo(out, text)
      yield* writeTo(leavesFile(out), leaves)
      return yield* note(
        t(
          `已签发 ${size} 个事件的检查点：${out}，各事件的哈希在 ${leavesFile(out)}。请一并存放到账库以外。`,
          `Sealed ${size} events in ${out}, with their hashes in ${leavesFile(out)}. Keep both away from the store.`
        )
      )
    })
})
