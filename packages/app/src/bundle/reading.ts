/** 证据包的核验与追问: everything from the bundle alone: its events fold into books in memory, which answer as the store would. */
import {
  canonicalText,
  decodeEnvelope,
  domainCodec,
  type Envelope,
  type EventLog,
  fromBase64,
  isTrusted,
  leafHash,
  memoryLog,
  parseVerifier,
  readCheckpoint,
  rootOfSet,
  rowOfEnvelope,
  type VerifierKey
} from "@juesuan/store"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { type AppError, fromLog, refusal } from "../AppError.ts"
import { Asking } from "../Asking.ts"
import { explanationsLive } from "../ExplanationsLive.ts"
import type { ExplanationJson } from "../json/explanations.ts"
import type { BundleVerification, TrustCheck } from "../json/trust.ts"
import { Ledgers } from "../Ledgers.ts"
import { type Archive, readArchive } from "./Archive.ts"
import { disclosureOf, jsonBytes, rulesOf } from "./disclosed.ts"
import { manifestState } from "./Manifest.ts"

type Outcome = TrustCheck["outcome"]
const check = (name: string, outcome: Outcome | boolean, zh: string, en: string): TrustCheck => ({
  check: name,
  outcome: typeof outcome === "string" ? outcome : outcome ? "pass" : "fail",
  message: { zh, en }
})

const textIn = (archive: Archive, name: string): string => Buffer.from(archive.get(name) ?? []).toString("utf8")

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The events of a bundle; `undefined` where a line is none. */
const eventsIn = (archive: Archive): ReadonlyArray<Envelope> | undefined => {
  const lines = textIn(archive, "events.jsonl").split("\n").slice(0, -1)
  const events = lines.map((line) => Result.getOrUndefined(decodeEnvelope(parsed(line))))
  const known = events.filter((event) => event !== undefined)
  return known.length < events.length ? undefined : known
}

interface Proof {
  readonly hash: "sha256" | "sm3"
  readonly size: number
  readonly nodes: ReadonlyArray<string>
}

/** Whether events and proof lead to the root of the checkpoint. */
const isProven = (archive: Archive, events: ReadonlyArray<Envelope>, head: Omit<Proof, "nodes"> & { root: string }) => {
  const proof = parsed(textIn(archive, "proof.json")) as Partial<Proof> | undefined
  const nodes = (proof?.nodes ?? []).map((node) => fromBase64(String(node)) ?? "")
  const leaves = new Map(
    events.map((event) => [event.position - 1, leafHash(head.hash, canonicalText(rowOfEnvelope(event)))])
  )
  const isSame = proof?.hash === head.hash && proof.size === head.size && leaves.size === events.length
  return isSame && rootOfSet(head.hash, head.size, leaves, nodes) === head.root
}

/** Books in memory made of the events of a bundle, which stand there one behind the other. */
const booksOf = (events: ReadonlyArray<Envelope>): Effect.Effect<{ log: EventLog; asking: Asking }, AppError> =>
  Effect.gen(function* () {
    const log = memoryLog({ codec: domainCodec, now: () => new Date(0).toISOString() })
    const numbered = events.map((event, index) => ({ ...event, position: index + 1 }))
    yield* fromLog(() => log.importEvents(numbered))
    return { log, asking: new Asking(log, new Ledgers(log)) }
  })

const replayCheck = (archive: Archive, events: ReadonlyArray<Envelope>): Effect.Effect<TrustCheck> => {
  const rules = parsed(textIn(archive, "rules.json")) as
    | { ruleSet?: string; sha256?: string; unit?: string; year?: number }
    | undefined
  const compared = Effect.gen(function* () {
    const { asking } = yield* booksOf(events)
    const asked = yield* asking.ask({ scope: { unit: rules?.unit, year: rules?.year } })
    const same = Buffer.from(jsonBytes(disclosureOf(asked))).equals(archive.get("disclosure.json") ?? Buffer.alloc(0))
    if (same) {
      return check(
        "disclosure",
        true,
        "由事件重新算出的决算逐字相同",
        "the disclosure derived anew from the events is the same, byte for byte"
      )
    }
    const own = rulesOf(asked)
    if (own.ruleSet === rules?.ruleSet && own.sha256 !== rules.sha256) {
      return check(
        "disclosure",
        "insufficient-data",
        "本程序的规则与制作证据包时的不同，不能判断决算是否由这些事件得出；请用当时版本的程序核验",
        "this program has other rules than the one that made the bundle, so it cannot tell whether the disclosure follows from the events: verify with that version"
      )
    }
    return check(
      "disclosure",
      false,
      "由事件重新算出的决算与所载的不同",
      "the disclosure derived anew from the events differs"
    )
  })
  return Effect.match(compared, {
    onFailure: ({ says }) => check("disclosure", false, says.zh, says.en),
    onSuccess: (found) => found
  })
}

const sealCheck = (archive: Archive, keys: ReadonlyArray<VerifierKey>) =>
  Effect.promise(async () => {
    const { forged, listed, signed } = await manifestState(archive, keys)
    return check(
      "manifest",
      listed && signed.length > 0 && !forged,
      "清单与各文件相符，签名成立",
      "the manifest is that of these files, and signed"
    )
  })

/** Whether the keys that signed are known from elsewhere; a bundle vouches for its keys only by itself. */
const keysCheck = (inside: ReadonlyArray<VerifierKey>, trusted: ReadonlyArray<VerifierKey>): TrustCheck => {
  const names = inside.map(({ id, name }) => `${name}+${id}`).join("、")
  const known =
    inside.length > 0 && inside.every((key) => trusted.some(({ id, name }) => key.id === id && key.name === name))
  return known
    ? check("keys", true, `公钥是已知的：${names}`, `the keys are known: ${names}`)
    : check(
        "keys",
        "insufficient-data",
        `签发人未经证实：公钥只由证据包自带，请以 --key 给出签发人公布的公钥：${names}`,
        `who made it is not proven: the keys are only the bundle's own; give those its maker published with --key: ${names}`
      )
}

const finding = (checks: ReadonlyArray<TrustCheck>, events: number): BundleVerification => ({
  verdict: checks.some(({ outcome }) => outcome === "fail")
    ? "fail"
    : checks.some(({ outcome }) => outcome === "insufficient-data")
      ? "incomplete"
      : "pass",
  events,
  checks
})

/**
 * Verifies a bundle by itself. Who made it is proven by trusted keys only: without them the verdict is `incomplete`.
 *
 * @example Effect.runPromise(verifyBundle(bytes, keys)) // { verdict: "pass", events: 1194, checks: […] }
 */
export const verifyBundle = (
  bytes: Uint8Array,
  trusted: ReadonlyArray<VerifierKey>
): Effect.Effect<BundleVerification> =>
  Effect.gen(function* () {
    const archive = readArchive(bytes)
    const file = (fine: boolean) =>
      check("file", fine, "文件完整，逐字节可重现", "the file is whole and reproducible byte for byte")
    if (archive === undefined) return finding([file(false)], 0)
    const inside = textIn(archive, "keys.txt")
      .split("\n")
      .flatMap((line) => parseVerifier(line) ?? [])
    const seal = yield* sealCheck(archive, inside)
    const read = yield* Effect.promise(() => readCheckpoint(textIn(archive, "checkpoint.txt"), inside))
    const events = eventsIn(archive)
    const proven = read !== undefined && events !== undefined && isProven(archive, events, read.checkpoint)
    const checks = [
      file(true),
      seal,
      keysCheck(inside, trusted),
      check("checkpoint", read !== undefined && isTrusted(read), "检查点的签名成立", "the checkpoint is signed"),
      check(
        "proof",
        proven,
        `${events?.length ?? 0} 个事件都在检查点所封的日志里`,
        `all ${events?.length ?? 0} events are in the log that the checkpoint seals`
      ),
      events === undefined
        ? check("disclosure", false, "事件读不出来", "the events cannot be read")
        : yield* replayCheck(archive, events)
    ]
    return finding(checks, events?.length ?? 0)
  })

const unsound = (verification: BundleVerification): AppError => {
  const [first] = verification.checks.filter(({ outcome }) => outcome === "fail")
  return refusal(
    "conflict",
    "BundleUnsound",
    { check: first?.check ?? "" },
    {
      zh: `证据包未通过核验，不作解释：${first?.message.zh ?? ""}不成立。请用 juesuan bundle verify 查看。`,
      en: `The bundle does not verify and is not explained: ${first?.check ?? ""}. See juesuan bundle verify.`
    }
  )
}

/** Log positions as they were in the log that the bundle is of. */
const withPositions = (value: unknown, positions: ReadonlyMap<string, number>): unknown => {
  if (Array.isArray(value)) return value.map((each) => withPositions(each, positions))
  if (typeof value !== "object" || value === null) return value
  const fields = Object.entries(value).map(([key, each]) => [key, withPositions(each, positions)] as const)
  const own = Object.fromEntries(fields) as Readonly<Record<string, unknown>>
  const { event, position } = own
  return typeof event === "string" && typeof position === "number"
    ? { ...own, position: positions.get(event) ?? position }
    : own
}

/** Why a figure of a bundle is what it is, from the bundle alone. */
export const explainBundle = (bytes: Uint8Array, ref: string): Effect.Effect<ExplanationJson, AppError> =>
  Effect.gen(function* () {
    const verification = yield* verifyBundle(bytes, [])
    const archive = readArchive(bytes)
    const events = archive && eventsIn(archive)
    if (verification.verdict === "fail" || archive === undefined || events === undefined) {
      return yield* Effect.fail(unsound(verification))
    }
    const { asking, log } = yield* booksOf(events)
    const { unit, year } = parsed(textIn(archive, "rules.json")) as { unit: string; year: number }
    const explanation = yield* explanationsLive(log, asking).explain(ref, { scope: { unit, year } })
    return withPositions(explanation, new Map(events.map(({ id, position }) => [id, position]))) as ExplanationJson
  })
