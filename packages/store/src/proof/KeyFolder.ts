/**
 * 密钥文件夹: private keys in files that only their owner may read, outside of every store; public keys beside them. A key
 * that was replaced keeps its public half, so that what it signed can be checked for ever.
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { homedir } from "node:os"
import { join } from "node:path"
import {
  newSigningKey,
  parseSigning,
  parseVerifier,
  type SignatureAlgorithm,
  type SigningKey,
  signingText,
  type VerifierKey,
  verifierText
} from "./SigningKey.ts"

/** Where keys are kept unless somebody says otherwise. */
export const defaultKeyFolder = (environment: Readonly<Record<string, string | undefined>>): string =>
  environment["JUESUAN_KEYS"] ?? join(homedir(), ".config", "juesuan", "keys")

/** A key of the folder; `signs` until it is replaced. */
export interface KeptKey {
  readonly key: VerifierKey
  readonly signs: boolean
}

const fileOf = (folder: string, { id, name }: VerifierKey, kind: "key" | "pub"): string =>
  join(folder, `${encodeURIComponent(name)}+${id}.${kind}`)

const inOrder = (one: KeptKey, other: KeptKey): number => {
  const [first, second] = [one, other].map(({ key }) => `${key.name} ${key.algorithm} ${key.id}`)
  return (first ?? "") < (second ?? "") ? -1 : 1
}

/** The keys of a folder, by name, algorithm and id; a folder that does not exist has none. */
export const keptKeys = (folder: string): ReadonlyArray<KeptKey> => {
  if (!existsSync(folder)) return []
  const kept = readdirSync(folder)
    .filter((file) => file.endsWith(".pub"))
    .flatMap((file): ReadonlyArray<KeptKey> => {
      const key = parseVerifier(readFileSync(join(folder, file), "utf8"))
      return key === undefined ? [] : [{ key, signs: existsSync(fileOf(folder, key, "key")) }]
    })
  return kept.toSorted(inOrder)
}

/** The keys of a folder that sign. */
export const signingKeys = (folder: string): ReadonlyArray<SigningKey> =>
  keptKeys(folder).flatMap(({ key, signs }) => {
    const read = signs ? parseSigning(readFileSync(fileOf(folder, key, "key"), "utf8")) : undefined
    return read === undefined || read.id !== key.id ? [] : [read]
  })

/** Makes a key; the one of the same name and algorithm that signed before signs no more. */
export const addKey = async (
  folder: string,
  name: string,
  algorithm: SignatureAlgorithm
): Promise<{ readonly added: VerifierKey; readonly replaced: ReadonlyArray<VerifierKey> }> => {
  const replaced = signingKeys(folder).filter((key) => key.name === name && key.algorithm === algorithm)
  const key = await newSigningKey(name, algorithm)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(fileOf(folder, key, "pub"), `${verifierText(key)}\n`, { mode: 0o644, flag: "wx" })
  writeFileSync(fileOf(folder, key, "key"), signingText(key), { mode: 0o600, flag: "wx" })
  chmodSync(fileOf(folder, key, "key"), 0o600)
  for (const old of replaced) rmSync(fileOf(folder, old, "key"))
  return { added: key, replaced }
}
