/** `--rules FILE`: rules of a user's own, beside those that are held. */
import { type AppError, rulesLive, type RulesShape } from "@juesuan/app"
import * as Effect from "effect/Effect"
import { bytesOf } from "../Files.ts"
import type { Wording } from "../Language.ts"
import * as Options from "../Options.ts"

export const ownRulesOption = (t: Wording) =>
  Options.optionalText(
    "rules",
    t("自己的规则文件（YAML），与内置规则一并适用", "a file of your own rules (YAML), applied beside those built in"),
    t("文件", "file")
  )

/** The rules of the file, none where none is named. */
export const ownRules = (file: string | undefined): Effect.Effect<ReturnType<RulesShape["list"]>, AppError> =>
  file === undefined ? Effect.succeed([]) : Effect.flatMap(bytesOf(file), rulesLive.read)
