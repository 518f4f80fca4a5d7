/** `juesuan keys new|rotate|list`: the keys that sign checkpoints and bundles, in a folder outside of every store. */
import { keyFolder, type KeysJson, listKeys, makeKey } from "@juesuan/app"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import { answerJson, answerText, wantsJson } from "../Answer.ts"
import { commandIndex } from "../CommandIndex.ts"
import { type Language, type Wording, wordingOf } from "../Language.ts"
import * as Options from "../Options.ts"

/** Where keys are kept, for every command that uses them. */
export const keysOption = (t: Wording) =>
  Options.optionalText(
    "keys",
    t(
      "密钥文件夹（默认取 JUESUAN_KEYS，再取 ~/.config/juesuan/keys）",
      "folder of keys (default: JUESUAN_KEYS, then ~/.config/juesuan/keys)"
    ),
    t("文件夹", "folder")
  )

/** The keys to check signatures with, as text. */
export const keyOption = (t: Wording) =>
  Options.optionalText("key", t("公钥（名称+编号+base64）", "a public key (name+id+base64)"), t("公钥", "key"))

const listing = ({ folder, keys }: KeysJson, t: Wording): string => {
  if (keys.length === 0)
    return t(
      `${folder} 里没有密钥；用 juesuan keys new 新建。`,
      `${folder} holds no keys; make one with juesuan keys new.`
    )
  return keys
    .map(
      (key) =>
        `${key.signs ? t("签名", "signs  ") : t("已更换", "retired")}  ${key.algorithm.padEnd(8)}  ${key.verifier}`
    )
    .join("\n")
}

const common = (t: Wording) => ({
  keys: keysOption(t),
  lang: Options.general(t).lang,
  ...Options.format(t, ["text", "json"])
})

const making = (t: Wording) => ({
  name: Flag.String("name").pipe(
    Flag.withDefault("juesuan"),
    Flag.withDescription(t("密钥名称：谁签的", "name of the key: who signs"))
  ),
  algorithm: Flag.Literals("algorithm", ["ed25519", "sm2-sm3"]).pipe(
    Flag.withDefault("ed25519" as const),
    Flag.withDescription(t("签名算法", "signature algorithm"))
  ),
  ...common(t)
})

const answer = (options: { readonly json: boolean; readonly format: string }, keys: KeysJson, t: Wording) =>
  wantsJson(options) ? answerJson(keys) : answerText(listing(keys, t))

export const keys = (language: Language) => {
  const t = wordingOf(language)
  const make = (name: "new" | "rotate", text: string) =>
    Command.make(name, making(t), ({ algorithm, keys: folder, name: keyName, ...options }) =>
      Effect.gen(function* () {
        const made = yield* makeKey({
          folder: keyFolder(folder),
          name: keyName,
          algorithm,
          replaces: name === "rotate"
        })
        return yield* answer(options, made, t)
      })
    ).pipe(Command.withDescription(text))
  return Command.make("keys").pipe(
    Command.withDescription(commandIndex.keys[language]),
    Command.withSubcommands([
      make("new", t("新建一个密钥", "make a key")),
      make(
        "rotate",
        t("更换密钥；旧密钥签过的仍可验证", "replace a key; what the old one signed can still be checked")
      ),
      Command.make("list", common(t), ({ keys: folder, ...options }) =>
        Effect.flatMap(listKeys(keyFolder(folder)), (found) => answer(options, found, t))
      ).pipe(Command.withDescription(t("列出密钥和公钥", "list keys with their public halves")))
    ])
  )
}
