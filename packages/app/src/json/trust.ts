/** 可信的 JSON: what a verification, a checkpoint, a key and a bundle look like in every answer. */
import * as Schema from "effect/Schema"

const Says = Schema.Struct({ zh: Schema.String, en: Schema.String })

/** One thing that does not hold, and the first log position it concerns. */
export const DamageJson = Schema.Struct({
  kind: Schema.String,
  position: Schema.NullOr(Schema.Int),
  detail: Schema.String,
  message: Says
}).annotate({ identifier: "Damage" })
export type DamageJson = typeof DamageJson.Type

/** One thing that was looked at: nothing counts as checked that is not. */
export const TrustCheck = Schema.Struct({
  check: Schema.String,
  outcome: Schema.Literals(["pass", "fail", "not-applicable", "insufficient-data"]),
  message: Says
}).annotate({ identifier: "TrustCheck" })
export type TrustCheck = typeof TrustCheck.Type

/** `juesuan verify`. */
export const VerificationJson = Schema.Struct({
  verdict: Schema.Literals(["pass", "fail", "incomplete"]),
  origin: Schema.String,
  size: Schema.Int,
  /** Base64. */
  root: Schema.String,
  hash: Schema.String,
  checks: Schema.Array(TrustCheck),
  /** The first bad position of all, where one is known. */
  first: Schema.NullOr(Schema.Int),
  damages: Schema.Array(DamageJson)
}).annotate({ identifier: "Verification", title: "日志核验" })
export type VerificationJson = typeof VerificationJson.Type

/** `juesuan keys list`. */
export const KeysJson = Schema.Struct({
  folder: Schema.String,
  keys: Schema.Array(
    Schema.Struct({
      name: Schema.String,
      id: Schema.String,
      algorithm: Schema.String,
      signs: Schema.Boolean,
      /** The public key as it is published. */
      verifier: Schema.String
    })
  )
}).annotate({ identifier: "Keys", title: "密钥" })
export type KeysJson = typeof KeysJson.Type

/** `juesuan doctor`. */
export const DiagnosisJson = Schema.Struct({
  healthy: Schema.Boolean,
  /** How many events from the beginning on are intact. */
  intact: Schema.Int,
  ailments: Schema.Array(
    Schema.Struct({
      kind: Schema.String,
      byte: Schema.NullOr(Schema.Int),
      page: Schema.NullOr(Schema.Int),
      position: Schema.NullOr(Schema.Int),
      detail: Schema.String,
      message: Says
    })
  )
}).annotate({ identifier: "Diagnosis", title: "账库诊断" })
export type DiagnosisJson = typeof DiagnosisJson.Type

/** `juesuan bundle verify`. */
export const BundleVerification = Schema.Struct({
  verdict: Schema.Literals(["pass", "fail", "incomplete"]),
  events: Schema.Int,
  checks: Schema.Array(TrustCheck)
}).annotate({ identifier: "BundleVerification", title: "证据包核验" })
export type BundleVerification = typeof BundleVerification.Type
