/** 可信: that the log is what it was: verified, sealed by checkpoints, handed over as evidence. */
import type { HashAlgorithm, SigningKey, VerifierKey } from "@juesuan/store"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { AppError } from "./AppError.ts"
import type { VerificationJson } from "./json/trust.ts"
import type { AskedScope } from "./Question.ts"

/** A checkpoint that was kept elsewhere: its text, and the leaf hashes kept beside it. */
export interface KeptCheckpoint {
  readonly text: string
  readonly leaves?: Uint8Array | undefined
}

export interface VerifyOptions {
  readonly checkpoint?: KeptCheckpoint | undefined
  /** Keys that are trusted, for the checkpoint's signatures. */
  readonly keys: ReadonlyArray<VerifierKey>
}

export interface SealOptions {
  readonly keys: ReadonlyArray<SigningKey>
  /** SHA-256 by default. */
  readonly hash?: HashAlgorithm | undefined
}

/** A checkpoint as it is to be kept: the signed text, and the leaf hashes that tell where a log was changed. */
export interface Sealed {
  readonly text: string
  readonly leaves: Uint8Array
  readonly size: number
}

/** Which year's evidence, all of it signed by these keys. */
export interface BundleRequest extends SealOptions {
  readonly scope?: AskedScope | undefined
}

export interface TrustShape {
  /** Takes every hash anew, along the log and along its streams; holds the log against a checkpoint where one is given. */
  readonly verify: (options: VerifyOptions) => Effect.Effect<VerificationJson, AppError>
  /** A log that does not verify is not sealed. */
  readonly checkpoint: (options: SealOptions) => Effect.Effect<Sealed, AppError>
  /** 证据包 of a fiscal year, as the bytes of one file; equal books give equal bytes. */
  readonly bundle: (request: BundleRequest) => Effect.Effect<Uint8Array, AppError>
}

export class Trust extends Context.Service<Trust, TrustShape>()("juesuan/Trust") {}
