/**
 * 备份与恢复: a copy of a store with a signed seal beside it (`FILE.seal`): the hash of the file, and the head of its log. A
 * copy is verified before it is sealed, and its root proven to be the beginning of the log it was taken from; what is
 * restored is verified against its seal.
 */
import { createHash } from "node:crypto"
import { constants, createReadStream, existsSync } from "node:fs"
import { copyFile, readFile, rm, writeFile } from "node:fs/promises"
import {
  backUpFile,
  domainCodec,
  isTrusted,
  MerkleTree,
  provesConsistency,
  readCheckpoint,
  type SigningKey,
  signCheckpoint,
  sqliteLog,
  StoreUnavailable,
  type Verification,
  type VerifierKey,
  verifyLog
} from "@juesuan/store"
import * as Effect from "effect/Effect"
import { AppError, fromLog, ofStore, refusal, type Says } from "../AppError.ts"
import { damagedLog } from "./damages.ts"

/** What was copied, and how it stands to the log it is of. */
export interface BackedUp {
  readonly file: string
  readonly events: number
  /** How many events the log had when the copy was sealed; the copy is its beginning. */
  readonly continuedTo: number
}

const refuse = (code: string, category: AppError["category"], says: Says, details: Record<string, unknown> = {}) =>
  refusal(category, code, details, says)

const pathOf = (location: string): Effect.Effect<string, AppError> =>
  location.startsWith("sqlite:")
    ? Effect.succeed(location.slice("sqlite:".length))
    : Effect.fail(
        refuse("StoreNotAFile", "usage", {
          zh: "备份与恢复只针对账库文件（sqlite:路径）；服务器上的账库请用数据库自身的备份，或 juesuan export。",
          en: "Backups are of store files (sqlite:PATH); for a store on a server use the server's backup, or juesuan export."
        })
      )

const verified = (path: string): Effect.Effect<Verification, AppError> =>
  fromLog(async () => {
    const log = sqliteLog(path, { codec: domainCodec, now: () => new Date().toISOString(), access: "read" })
    try {
      return await verifyLog(log, { keepLeaves: true })
    } finally {
      await log.close()
    }
  })

const fileHash = async (path: string): Promise<string> => {
  const hash = createHash("sha256")
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array)
  return hash.digest("hex")
}

const sealOf = (file: string): string => `${file}.seal`

/** The seal: the file's hash on a line of its own, and under it a checkpoint whose log name carries that hash. */
const sealedBy = async (file: string, { head }: Verification, keys: ReadonlyArray<SigningKey>): Promise<string> =>
  signCheckpoint({ ...head, origin: `${head.origin} file-sha256 ${await fileHash(file)}` }, keys)

const attempt = <A>(work: () => Promise<A>): Effect.Effect<A, AppError> =>
  Effect.tryPromise({
    try: work,
    catch: (thrown) =>
      refuse(
        "BackupFileFails",
        "failure",
        {
          zh: `文件读写失败：${String(thrown)}。请核对路径、权限和空间；恢复的目标须尚不存在。`,
          en: `A file could not be read or written: ${String(thrown)}. Check path, permissions and space; what is restored to must not exist yet.`
        },
        { detail: String(thrown) }
      )
  })

/** Copies a file to where none is yet. */
const copyToNew = (file: string, path: string): Effect.Effect<void, AppError> =>
  existsSync(path)
    ? Effect.fail(ofStore(new StoreUnavailable({ path, reason: "FileExists", detail: path })))
    : attempt(() => copyFile(file, path, constants.COPYFILE_EXCL))

/** Copies the store at a location to a file, while others may write, and seals the copy. */
export const backUp = (
  location: string,
  file: string,
  keys: ReadonlyArray<SigningKey>
): Effect.Effect<BackedUp, AppError> =>
  Effect.gen(function* () {
    const path = yield* pathOf(location)
    yield* fromLog(() => backUpFile(path, file))
    const sealed = Effect.gen(function* () {
      const copy = yield* verified(file)
      if (copy.damages.length > 0) return yield* Effect.fail(damagedLog(copy.damages))
      const now = yield* verified(path)
      if (!isBeginning(copy, now)) return yield* Effect.fail(damagedLog(now.damages))
      yield* attempt(async () => writeFile(sealOf(file), await sealedBy(file, copy, keys), { flag: "wx" }))
      return { file, events: copy.head.size, continuedTo: now.head.size }
    })
    // A copy that cannot be sealed is none.
    return yield* Effect.tapError(sealed, () => Effect.promise(() => rm(file, { force: true })))
  })

/** Whether a consistency proof shows that one log is the beginning of the other. */
const isBeginning = ({ head: earlier }: Verification, { head: later, leaves }: Verification): boolean => {
  if (earlier.size === 0) return true
  if (earlier.size > later.size) return false
  const proof = new MerkleTree(later.hash, leaves).consistencyProof(earlier.size)
  return provesConsistency(later.hash, { earlier, later }, proof)
}

const sealWrong = (code: string, zh: string, en: string): AppError => refuse(code, "conflict", { zh, en })

/** Puts a sealed copy where no store is yet; only one that is what its seal says. */
export const restore = (
  file: string,
  location: string,
  keys: ReadonlyArray<VerifierKey>
): Effect.Effect<BackedUp, AppError> =>
  Effect.gen(function* () {
    const path = yield* pathOf(location)
    const text = yield* attempt(() => readFile(sealOf(file), "utf8"))
    const seal = yield* fromLog(() => readCheckpoint(text, keys))
    if (seal === undefined || !isTrusted(seal)) {
      return yield* Effect.fail(
        sealWrong(
          "SealNotTrusted",
          `${sealOf(file)} 的签名不成立，或没有验证它的公钥；请用 --key 或 --keys 给出。未恢复。`,
          `${sealOf(file)} is not signed by a key that is known; give it with --key or --keys. Nothing was restored.`
        )
      )
    }
    const [origin, fileSeal] = seal.checkpoint.origin.split(" file-sha256 ")
    if (fileSeal !== (yield* attempt(() => fileHash(file)))) {
      return yield* Effect.fail(
        sealWrong(
          "BackupChanged",
          `${file} 与封签不符，已被改动。未恢复。`,
          `${file} is not what was sealed. Nothing was restored.`
        )
      )
    }
    yield* copyToNew(file, path)
    const restored = Effect.gen(function* () {
      const { damages, head } = yield* verified(path)
      const isSame = damages.length === 0 && head.root === seal.checkpoint.root && head.origin === origin
      if (!isSame) return yield* Effect.fail(damagedLog(damages))
      return { file: path, events: head.size, continuedTo: head.size }
    })
    // What does not verify is not left where it would be taken for a store.
    return yield* Effect.tapError(restored, () => Effect.promise(() => rm(path, { force: true })))
  })
