/**
 * 检查点: what a log was at one moment, as a signed text that is kept outside of it (C2SP tlog-checkpoint): which log, how
 * many events, their root, by which algorithms. Whoever has an old one can tell whether the log still begins with what
 * it had then.
 *
 *     juesuan/6f1c… (which log: the hash of its first event)
 *     4711
 *     base64 of the root
 *     hash sha256
 *     form 1
 *     signed ed25519
 *     recorded 2024-12-31T08:00:00.000Z (when the last event was)
 */
import { canonicalForm } from "./canonical.ts"
import { type Digest, fromBase64, type HashAlgorithm, hashAlgorithms, toBase64, toBytes } from "./MerkleTree.ts"
import { type NoteVerdict, parseNote, signNote, verifyNote } from "./SignedNote.ts"
import { type SignatureAlgorithm, signatureAlgorithms, type SigningKey, type VerifierKey } from "./SigningKey.ts"

export interface TreeHead {
  /** Which log: made of the hash of its first event, so that no two logs share one. */
  readonly origin: string
  readonly size: number
  readonly root: Digest
  readonly hash: HashAlgorithm
  /** When its last event was recorded. */
  readonly recordedAt: string
}

export interface Checkpoint extends TreeHead {
  readonly signed: ReadonlyArray<SignatureAlgorithm>
  readonly form: number
}

/** The name of a log that begins with this event (its SHA-256 leaf). */
export const originOf = (firstLeaf: Digest): string => `juesuan/${toBytes(firstLeaf).toString("hex").slice(0, 32)}`

/** Writes and signs a checkpoint. */
export const signCheckpoint = (head: TreeHead, keys: ReadonlyArray<SigningKey>): Promise<string> =>
  signNote(
    [
      head.origin,
      head.size,
      toBase64(head.root),
      `hash ${head.hash}`,
      `form ${canonicalForm}`,
      `signed ${keys.map(({ algorithm }) => algorithm).join(",")}`,
      `recorded ${head.recordedAt}`,
      ""
    ].join("\n"),
    keys
  )

/** What a line that begins with a word says. */
const said = (lines: ReadonlyArray<string>, word: string): string | undefined =>
  lines.find((line) => line.startsWith(`${word} `))?.slice(word.length + 1)

const headOf = (text: string): Checkpoint | undefined => {
  const [origin = "", size = "", encoded = "", ...lines] = text.split("\n").slice(0, -1)
  const root = fromBase64(encoded)
  const hash = hashAlgorithms.find((one) => one === said(lines, "hash"))
  const signed = (said(lines, "signed") ?? "").split(",").map((word) => signatureAlgorithms.find((one) => one === word))
  const known = signed.filter((algorithm) => algorithm !== undefined)
  const [form, recordedAt] = [Number(said(lines, "form")), said(lines, "recorded")]
  const isCount = /^(?:0|[1-9]\d{0,14})$/u.test(size)
  if (origin === "" || !isCount || root === undefined || hash === undefined || recordedAt === undefined)
    return undefined
  if (known.length < signed.length || form !== canonicalForm) return undefined
  return { origin, size: Number(size), root, hash, recordedAt, form, signed: known }
}

/** A checkpoint that was read, and whose signatures are good. */
export interface ReadCheckpoint {
  readonly checkpoint: Checkpoint
  readonly verdict: NoteVerdict
}

/** Whether every algorithm that signed by its own word has a good signature of a known key, and none is wrong. */
export const isTrusted = ({ checkpoint, verdict }: ReadCheckpoint): boolean =>
  verdict.bad.length === 0 &&
  checkpoint.signed.every((algorithm) => verdict.good.some((key) => key.algorithm === algorithm))

/** Reads a checkpoint and checks its signatures; `undefined` for a text that is none. */
export const readCheckpoint = async (
  text: string,
  keys: ReadonlyArray<VerifierKey>
): Promise<ReadCheckpoint | undefined> => {
  const note = parseNote(text)
  const checkpoint = note && headOf(note.text)
  return note && checkpoint && { checkpoint, verdict: await verifyNote(note, keys) }
}
