/** 密钥: made, replaced and listed in a folder outside of every store. */
import {
  addKey,
  defaultKeyFolder,
  isKeyName,
  keptKeys,
  parseVerifier,
  type SignatureAlgorithm,
  type SigningKey,
  signingKeys,
  type VerifierKey,
  verifierText
} from "@juesuan/store"
import * as Effect from "effect/Effect"
import { type AppError, refusal } from "../AppError.ts"
import type { KeysJson } from "../json/trust.ts"

/** The folder that is meant: the one named, else `JUESUAN_KEYS`, else the user's configuration. */
export const keyFolder = (named?: string): string => named ?? defaultKeyFolder(process.env)

const folderFails = (folder: string, thrown: unknown): AppError =>
  refusal(
    "failure",
    "KeyFolderUnusable",
    { folder, detail: String(thrown) },
    {
      zh: `密钥文件夹 ${folder} 不能使用：${String(thrown)}。请检查权限，或用 --keys 另指一个文件夹。`,
      en: `The key folder ${folder} cannot be used: ${String(thrown)}. Check its permissions, or name another folder with --keys.`
    }
  )

const attempt = <A>(folder: string, work: () => A | Promise<A>): Effect.Effect<A, AppError> =>
  Effect.tryPromise({ try: async () => work(), catch: (thrown) => folderFails(folder, thrown) })

export const listKeys = (folder: string): Effect.Effect<KeysJson, AppError> =>
  attempt(folder, () => ({
    folder,
    keys: keptKeys(folder).map(({ key, signs }) => ({
      name: key.name,
      id: key.id,
      algorithm: key.algorithm,
      signs,
      verifier: verifierText(key)
    }))
  }))

export interface NewKey {
  readonly folder: string
  readonly name: string
  readonly algorithm: SignatureAlgorithm
  /** Whether a key of this name is to be replaced (更换) or must not be there yet. */
  readonly replaces: boolean
}

/** A new key; answers what the folder holds then. */
export const makeKey = ({ algorithm, folder, name, replaces }: NewKey): Effect.Effect<KeysJson, AppError> =>
  Effect.gen(function* () {
    if (!isKeyName(name)) {
      const says = {
        zh: `密钥名称“${name}”不能为空，不能含空格或加号。`,
        en: `“${name}” is no name for a key: no blanks, no plus.`
      }
      return yield* Effect.fail(refusal("usage", "KeyNameUnusable", { name }, says))
    }
    const before = (yield* listKeys(folder)).keys.some(
      (key) => key.signs && key.name === name && key.algorithm === algorithm
    )
    if (before && !replaces) {
      const says = {
        zh: `已有密钥 ${name}（${algorithm}）；要更换请用 juesuan keys rotate。`,
        en: `There is a key ${name} (${algorithm}) already; juesuan keys rotate replaces it.`
      }
      return yield* Effect.fail(refusal("conflict", "KeyExists", { name, algorithm }, says))
    }
    if (!before && replaces) {
      const says = {
        zh: `没有可更换的密钥 ${name}（${algorithm}）；请用 juesuan keys new 新建。`,
        en: `There is no key ${name} (${algorithm}) to replace; juesuan keys new makes one.`
      }
      return yield* Effect.fail(refusal("notFound", "KeyUnknown", { name, algorithm }, says))
    }
    yield* attempt(folder, () => addKey(folder, name, algorithm))
    return yield* listKeys(folder)
  })

/** The keys that sign; at least one, of these names where some are named. */
export const keysToSign = (folder: string): Effect.Effect<ReadonlyArray<SigningKey>, AppError> =>
  Effect.flatMap(
    attempt(folder, () => signingKeys(folder)),
    (keys) =>
      keys.length > 0
        ? Effect.succeed(keys)
        : Effect.fail(
            refusal(
              "notFound",
              "NoSigningKey",
              { folder },
              {
                zh: `${folder} 里没有签名密钥：请先 juesuan keys new，或用 --keys 另指文件夹。`,
                en: `${folder} holds no key that signs: make one with juesuan keys new, or name another folder with --keys.`
              }
            )
          )
  )

/** The keys that signatures are checked with: those of the folder, and those given as text. */
export const keysToVerify = (
  folder: string,
  given: ReadonlyArray<string> = []
): Effect.Effect<ReadonlyArray<VerifierKey>, AppError> =>
  Effect.gen(function* () {
    const kept = yield* attempt(folder, () => keptKeys(folder).map(({ key }) => key))
    const parsed = given.map((text) => parseVerifier(text))
    const wrong = given.find((_, index) => parsed[index] === undefined)
    if (wrong !== undefined) {
      const says = {
        zh: `“${wrong}”不是公钥（名称+编号+base64）。`,
        en: `“${wrong}” is no public key (name+id+base64).`
      }
      return yield* Effect.fail(refusal("usage", "VerifierKeyUnusable", { key: wrong }, says))
    }
    return [...kept, ...parsed.filter((key) => key !== undefined)]
  })
