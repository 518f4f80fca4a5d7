/** 核验 over an opened store: every check with its outcome, every damage with its place. */
import {
  type Damage,
  type EventLog,
  isTrusted,
  leavesBytes,
  leavesOf,
  type ReadCheckpoint,
  readCheckpoint,
  signCheckpoint,
  toBase64,
  type Verification,
  verifyLog,
  type Witness
} from "@juesuan/store"
import * as Effect from "effect/Effect"
import { type AppError, fromLog, refusal, type Says } from "../AppError.ts"
import type { Asking } from "../Asking.ts"
import type { TrustCheck, VerificationJson } from "../json/trust.ts"
import { ReportProgress, scopesHeld } from "../Question.ts"
import type { KeptCheckpoint, SealOptions, Sealed, TrustShape } from "../Trust.ts"
import { damagedLog, damageJson } from "./damages.ts"

type Outcome = TrustCheck["outcome"]
const check = (name: string, outcome: Outcome, zh: string, en: string): TrustCheck => ({
  check: name,
  outcome,
  message: { zh, en }
})

const against: ReadonlyArray<Damage["kind"]> = [
  "cut-off",
  "removed",
  "inserted",
  "exchanged",
  "repeated",
  "rewritten",
  "branched",
  "other-log"
]
const structural: ReadonlyArray<Damage["kind"]> = ["file", "layout", "command", "sums"]
const passOr = (damages: ReadonlyArray<Damage>, matches: (kind: Damage["kind"]) => boolean): Outcome =>
  damages.some(({ kind }) => matches(kind)) ? "fail" : "pass"

/** A checkpoint that was given, with what is known of its signatures. */
interface Given {
  readonly read: ReadCheckpoint
  readonly witness: Witness
  readonly leavesFit: boolean
}

const checkpointUnreadable: Says = {
  zh: "给出的文件不是检查点，或由更新版本的程序写成。请核对 --checkpoint 的路径。",
  en: "The file given is no checkpoint, or was written by a newer program. Check the path after --checkpoint."
}

const givenOf = (checkpoint: KeptCheckpoint | undefined, keys: Parameters<typeof readCheckpoint>[1]) =>
  Effect.gen(function* () {
    if (checkpoint === undefined) return undefined
    const read = yield* fromLog(() => readCheckpoint(checkpoint.text, keys))
    if (read === undefined)
      return yield* Effect.fail(refusal("usage", "CheckpointUnreadable", {}, checkpointUnreadable))
    const leaves = checkpoint.leaves && leavesOf(checkpoint.leaves, read.checkpoint)
    const leavesFit = checkpoint.leaves === undefined || leaves !== undefined
    return { read, witness: { head: read.checkpoint, leaves }, leavesFit }
  })

const signatureCheck = (read: ReadCheckpoint): TrustCheck => {
  const names = read.verdict.good.map(({ id, name }) => `${name}+${id}`).join("、")
  if (isTrusted(read)) return check("signatures", "pass", `签名成立：${names}`, `signed by ${names}`)
  if (read.verdict.bad.length > 0) {
    return check(
      "signatures",
      "fail",
      "检查点的签名不成立：检查点被改动或是伪造的",
      "a signature is wrong: the checkpoint was changed or forged"
    )
  }
  const unknown = read.verdict.unknown.join("、")
  return check(
    "signatures",
    "insufficient-data",
    `没有验证签名所需的公钥：${unknown}。请用 --key 或 --keys 给出。`,
    `no public key to check the signature with: ${unknown}. Give it with --key or --keys.`
  )
}

const checkpointChecks = (given: Given | undefined, damages: ReadonlyArray<Damage>): ReadonlyArray<TrustCheck> => {
  if (given === undefined) {
    const zh = "没有给出检查点：日志整本被重写或截去末尾时，单凭账库自身看不出来"
    const en =
      "no checkpoint was given: a log that was rewritten as a whole, or cut off at its end, cannot tell by itself"
    return [check("checkpoint", "not-applicable", zh, en)]
  }
  const { size } = given.read.checkpoint
  const leaves = given.leavesFit
    ? []
    : [
        check(
          "leaves",
          "fail",
          "检查点旁的哈希文件与检查点不符，未采用",
          "the hashes kept beside the checkpoint are not those of its root; they were not used"
        )
      ]
  return [
    signatureCheck(given.read),
    ...leaves,
    check(
      "checkpoint",
      passOr(damages, (kind) => against.includes(kind)),
      `与 ${size} 个事件时的检查点相接续`,
      `continues the checkpoint of ${size} events`
    )
  ]
}

const checksOf = ({ damages, head }: Verification, given: Given | undefined): ReadonlyArray<TrustCheck> => [
  check(
    "leaves and order",
    passOr(damages, (kind) => !structural.includes(kind) && !against.includes(kind) && kind !== "index"),
    `${head.size} 个事件逐个重算哈希，位置、版本、时间相接`,
    `the hashes of ${head.size} events taken anew; positions, versions and times are in order`
  ),
  check(
    "streams",
    passOr(damages, (kind) => kind === "index"),
    "按事件流的索引逐条核对",
    "every place in the index by streams"
  ),
  check(
    "structure",
    passOr(damages, (kind) => kind !== "sums" && structural.includes(kind)),
    "账库文件、表、触发器、命令记录",
    "file, tables, triggers, records of commands"
  ),
  ...checkpointChecks(given, damages)
]

/** Every year derived from what was verified. */
const replayCheck = (log: EventLog, asking: Asking, damages: ReadonlyArray<Damage>) =>
  Effect.gen(function* () {
    if (damages.length > 0) {
      return check("replay", "insufficient-data", "日志有损坏，未重放", "the log is damaged; it was not replayed")
    }
    const scopes = scopesHeld(yield* fromLog(() => log.streams()))
    for (const scope of scopes) {
      const problem = yield* Effect.match(asking.ask({ scope }), {
        onFailure: (error) => error,
        onSuccess: () => undefined
      })
      if (problem !== undefined) return check("replay", "fail", problem.says.zh, problem.says.en)
    }
    const years = scopes.length
    return check("replay", "pass", `重放并算出 ${years} 个年度`, `replayed; ${years} years derived`)
  })

/** Figures that a store keeps beside its events, each held against a replay. */
const snapshotsCheck = (keepsSums: boolean, damages: ReadonlyArray<Damage>): TrustCheck =>
  keepsSums
    ? check(
        "snapshots",
        passOr(damages, (kind) => kind === "sums"),
        "账库随存的汇总数逐个与重放的结果核对",
        "every sum that the store keeps, against a replay"
      )
    : check(
        "snapshots",
        "not-applicable",
        "账库不另存数字，每个数字都由重放得出",
        "the store keeps no figures: every figure comes from a replay"
      )

const verdictOf = (checks: ReadonlyArray<TrustCheck>): VerificationJson["verdict"] => {
  if (checks.some(({ outcome }) => outcome === "fail")) return "fail"
  return checks.some(({ outcome }) => outcome === "insufficient-data") ? "incomplete" : "pass"
}

export const verifying = (log: EventLog, asking: Asking): Pick<TrustShape, "verify" | "checkpoint"> => {
  const walked = (options: Parameters<typeof verifyLog>[1]): Effect.Effect<Verification, AppError> =>
    Effect.gen(function* () {
      const report = yield* ReportProgress
      const onProgress = (done: number, total: number) => report({ work: "replay", done, total })
      return yield* fromLog(() => verifyLog(log, { ...options, onProgress }))
    })
  return {
    verify: ({ checkpoint, keys }) =>
      Effect.gen(function* () {
        const given = yield* givenOf(checkpoint, keys)
        const verification = yield* walked({ against: given?.witness })
        const { damages, head } = verification
        const keepsSums = (yield* fromLog(() => log.summed([]))) !== undefined
        const replayed = yield* replayCheck(log, asking, damages)
        const checks = [...checksOf(verification, given), replayed, snapshotsCheck(keepsSums, damages)]
        const positions = damages.flatMap(({ position }) => position ?? [])
        return {
          verdict: verdictOf(checks),
          origin: head.origin,
          size: head.size,
          root: toBase64(head.root),
          hash: head.hash,
          checks,
          first: positions.length === 0 ? null : Math.min(...positions),
          damages: damages.map(damageJson)
        }
      }),
    checkpoint: (options) => sealed(walked, options)
  }
}

const emptyLog = refusal(
  "notFound",
  "LogEmpty",
  {},
  { zh: "日志是空的，没有可签发的检查点。", en: "The log is empty: there is nothing to seal." }
)

const sealed = (
  walked: (options: Parameters<typeof verifyLog>[1]) => Effect.Effect<Verification, AppError>,
  { hash, keys }: SealOptions
): Effect.Effect<Sealed, AppError> =>
  Effect.gen(function* () {
    const { damages, head, leaves } = yield* walked({ hash, keepLeaves: true })
    if (damages.length > 0) return yield* Effect.fail(damagedLog(damages))
    if (head.size === 0) return yield* Effect.fail(emptyLog)
    const text = yield* fromLog(() => signCheckpoint(head, keys))
    return { text, leaves: leavesBytes(leaves), size: head.size }
  })
