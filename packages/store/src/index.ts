/** 事件日志: the append-only log in memory, in SQLite and in PostgreSQL, behind one port. The public API. */
export type * from "./EventLog.ts"
export { memoryLog } from "./Memory.ts"
export { sqliteLog, type SqliteLog, type SqliteOptions } from "./Sqlite.ts"
export { postgresLog, type PostgresOptions } from "./Postgres.ts"
export type { Durability } from "./sqlite/connecting.ts"
export type { LogOptions } from "./Log.ts"
export {
  domainCodec,
  type EventCodec,
  type EventData,
  eventCodec,
  type KindVersions,
  type Upcaster,
  type Upcasters,
  type Upcasting,
  upcasting,
  type VersionedData
} from "./upcasting.ts"
export { advance, DeciderStates, type Evolving, type Versioned } from "./DeciderState.ts"
export { decodeEnvelope, Envelope } from "./Envelope.ts"
export * from "./StoreError.ts"
export { type Lang, storeErrorMessage } from "./messages.ts"

/** 可信的日志: canonical bytes, tree, checkpoints, verification. */
export { canonicalForm, canonicalText } from "./proof/canonical.ts"
export {
  type ConsistencyClaim,
  type Digest,
  fromBase64,
  GrowingTree,
  type HashAlgorithm,
  type InclusionClaim,
  leafHash,
  MerkleTree,
  provesConsistency,
  provesInclusion,
  rootOfSet,
  toBase64,
  toBytes
} from "./proof/MerkleTree.ts"
export {
  isKeyName,
  parseVerifier,
  type SignatureAlgorithm,
  signatureAlgorithms,
  type SigningKey,
  type VerifierKey,
  verifierText
} from "./proof/SigningKey.ts"
export { parseNote, signNote, verifyNote } from "./proof/SignedNote.ts"
export {
  type Checkpoint,
  isTrusted,
  originOf,
  type ReadCheckpoint,
  readCheckpoint,
  signCheckpoint,
  type TreeHead
} from "./proof/Checkpoint.ts"
export { addKey, defaultKeyFolder, type KeptKey, keptKeys, signingKeys } from "./proof/KeyFolder.ts"
export { leavesBytes, leavesOf, type Witness } from "./proof/comparing.ts"
export { type Damage, type DamageKind, type Verification, type VerifyOptions, verifyLog } from "./proof/verifying.ts"
export { type Ailment, type Diagnosis, diagnose } from "./sqlite/doctor.ts"
export { envelopeOfRow, rowOfEnvelope } from "./Envelope.ts"
export { backUpFile } from "./sqlite/backing.ts"
