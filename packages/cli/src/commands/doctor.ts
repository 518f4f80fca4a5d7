/** `juesuan doctor`: a store that does not open or does not verify: where it is damaged, and what can be saved. Never writes to it. */
import { AppError, diagnosis, type DiagnosisJson } from "@juesuan/app"
import * as Command from "effect/cli/Command"
import * as Effect from "effect/Effect"
import { answerJson, answerText, wantsJson } from "../Answer.ts"
import { commandIndex } from "../CommandIndex.ts"
import { ExitCode } from "../ExitCode.ts"
import { type Language, type Wording, wordingOf } from "../Language.ts"
import { leaveWith } from "../Leaving.ts"
import * as Options from "../Options.ts"

const notAFile = (store: string): AppError =>
  new AppError({
    category: "usage",
    code: "StoreNotAFile",
    details: { store },
    issues: [],
    says: {
      zh: `诊断只看文件：请写 --store sqlite:路径，而不是 ${store.split(":", 1)[0]}。服务器上的账库请用 juesuan verify。`,
      en: `The doctor looks at files only: write --store sqlite:PATH, not ${store.split(":", 1)[0]}. For a store on a server use juesuan verify.`
    }
  })

const text = ({ ailments, healthy, intact }: DiagnosisJson, exported: string | undefined, t: Wording): string => {
  const saved = exported === undefined ? "" : t(`，已导出到 ${exported}`, `, exported to ${exported}`)
  const head = healthy ? t("没有发现损坏", "No damage found") : t("账库有损坏", "The store is damaged")
  return [
    head,
    ...ailments.map(({ message }) => `  ${t(message.zh, message.en)}`),
    t(`自第一个事件起完好的有 ${intact} 个${saved}。`, `Intact from the first event on: ${intact}${saved}.`)
  ].join("\n")
}

export const doctor = (language: Language) => {
  const t = wordingOf(language)
  const options = {
    ...Options.general(t),
    export: Options.optionalText(
      "export",
      t("把完好的部分导出到这个（尚不存在的）文件", "export the intact part to this file, which must not exist yet"),
      t("文件", "file")
    ),
    ...Options.format(t, ["text", "json"])
  }
  return Command.make("doctor", options, (given) =>
    Effect.gen(function* () {
      if (!given.store.startsWith("sqlite:")) return yield* Effect.fail(notAFile(given.store))
      const answer = yield* diagnosis(given.store.slice("sqlite:".length), given.export)
      yield* wantsJson(given) ? answerJson(answer) : answerText(text(answer, given.export, t))
      return yield* answer.healthy ? Effect.void : leaveWith(ExitCode.findings)
    })
  ).pipe(Command.withDescription(commandIndex.doctor[language]))
}
