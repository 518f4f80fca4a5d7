/**
 * 签名文本: a text with signatures under it, after C2SP signed-note: the text, an empty line, and for every signature
 * `— name base64(key id, signature)`. Signatures of keys that nobody knows are passed over, as the specification wants.
 */
import { isKeyName, isSignedBy, type SigningKey, signText, type VerifierKey } from "./SigningKey.ts"

interface NoteSignature {
  readonly name: string
  /** Four bytes, as hex. */
  readonly id: string
  readonly signature: Uint8Array
}

export interface SignedNote {
  /** Ends with a line break. */
  readonly text: string
  readonly signatures: ReadonlyArray<NoteSignature>
}

/** Signs a text, which ends with a line break and has no empty line, with every key. */
export const signNote = async (text: string, keys: ReadonlyArray<SigningKey>): Promise<string> => {
  const lines = await Promise.all(
    keys.map(async (key) => {
      const bytes = Buffer.concat([Buffer.from(key.id, "hex"), await signText(text, key)])
      return `— ${key.name} ${bytes.toString("base64")}\n`
    })
  )
  return `${text}\n${lines.join("")}`
}

const signatureOf = (line: string): NoteSignature | undefined => {
  const [, name = "", encoded = ""] = /^— (\S+) (\S+)$/u.exec(line) ?? []
  const bytes = Buffer.from(encoded, "base64")
  if (!isKeyName(name) || bytes.length < 5 || bytes.toString("base64") !== encoded) return undefined
  return { name, id: bytes.subarray(0, 4).toString("hex"), signature: new Uint8Array(bytes.subarray(4)) }
}

/** Takes a note apart; `undefined` for what is none. */
export const parseNote = (note: string): SignedNote | undefined => {
  const end = note.lastIndexOf("\n\n")
  if (end === -1 || !note.endsWith("\n")) return undefined
  const signatures = note
    .slice(end + 2, -1)
    .split("\n")
    .map(signatureOf)
  const known = signatures.filter((signature) => signature !== undefined)
  return known.length < signatures.length ? undefined : { text: note.slice(0, end + 1), signatures: known }
}

/** 验签: which of the keys signed, and whose signature is wrong. */
export interface NoteVerdict {
  readonly good: ReadonlyArray<VerifierKey>
  readonly bad: ReadonlyArray<VerifierKey>
  /** Signatures of keys that are not among those given, as `name+id`. */
  readonly unknown: ReadonlyArray<string>
}

/** Checks every signature of a note against the keys that are known. */
export const verifyNote = async (
  { signatures, text }: SignedNote,
  keys: ReadonlyArray<VerifierKey>
): Promise<NoteVerdict> => {
  const verdict = { good: new Array<VerifierKey>(), bad: new Array<VerifierKey>(), unknown: new Array<string>() }
  for (const { id, name, signature } of signatures) {
    const key = keys.find((one) => one.name === name && one.id === id)
    if (key === undefined) verdict.unknown.push(`${name}+${id}`)
    else if (await isSignedBy(text, signature, key)) verdict.good.push(key)
    else verdict.bad.push(key)
  }
  return verdict
}
