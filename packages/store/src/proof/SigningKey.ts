/**
 * 签名密钥: Ed25519 (RFC 8032, by Node), or SM2 with SM3 (GB/T 32918, by sm-crypto-v2: Node's own SM2 signs without the
 * signer's identity). A public key is written as a verifier key of the C2SP signed-note text, `name+id+base64`, a private
 * one in a form of our own that stays in a file of its owner.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto"

export type SignatureAlgorithm = "ed25519" | "sm2-sm3"

export const signatureAlgorithms: ReadonlyArray<SignatureAlgorithm> = ["ed25519", "sm2-sm3"]

/** What a signature is checked with. `id` are the four bytes that name the key in a note, as hex. */
export interface VerifierKey {
  readonly name: string
  readonly algorithm: SignatureAlgorithm
  readonly id: string
  /** Ed25519: 32 bytes; SM2: the point, uncompressed, 65 bytes. */
  readonly publicKey: Uint8Array
}

/** What signs: a verifier key and its secret, 32 bytes. */
export interface SigningKey extends VerifierKey {
  readonly privateKey: Uint8Array
}

/** How the signed-note text tells kinds of keys apart: one byte, or 0xff and a name for those it has no byte for. */
const kinds: Readonly<Record<SignatureAlgorithm, Buffer>> = {
  ed25519: Buffer.from([1]),
  "sm2-sm3": Buffer.concat([Buffer.from([0xff]), Buffer.from("juesuan.sm2-sm3")])
}
const publicLengths: Readonly<Record<SignatureAlgorithm, number>> = { ed25519: 32, "sm2-sm3": 65 }
const signatureLength = 64

/** A name of a key: not empty, no blanks, no plus. */
export const isKeyName = (name: string): boolean => /^[^\s+\p{C}]{1,100}$/u.test(name)

const keyOf = (name: string, algorithm: SignatureAlgorithm, publicKey: Uint8Array): VerifierKey => {
  const hash = createHash("sha256").update(`${name}\n`).update(kinds[algorithm]).update(publicKey).digest()
  return { name, algorithm, id: hash.subarray(0, 4).toString("hex"), publicKey: new Uint8Array(publicKey) }
}

/** `name+id+base64`: a public key as it is published. */
export const verifierText = ({ algorithm, id, name, publicKey }: VerifierKey): string =>
  `${name}+${id}+${Buffer.concat([kinds[algorithm], publicKey]).toString("base64")}`

/** A public key from its text; `undefined` for what is none. */
export const parseVerifier = (text: string): VerifierKey | undefined => {
  const [name = "", id, ...rest] = text.trim().split("+")
  const encoded = rest.join("+")
  const bytes = Buffer.from(encoded, "base64")
  const algorithm = signatureAlgorithms.find((one) => bytes.subarray(0, kinds[one].length).equals(kinds[one]))
  if (algorithm === undefined || !isKeyName(name) || bytes.toString("base64") !== encoded) return undefined
  const publicKey = bytes.subarray(kinds[algorithm].length)
  if (publicKey.length !== publicLengths[algorithm]) return undefined
  const key = keyOf(name, algorithm, publicKey)
  return key.id === id ? key : undefined
}

/** A private key as its file holds it. */
export const signingText = (key: SigningKey): string =>
  `juesuan-private-key ${key.algorithm} ${key.name} ${Buffer.from(key.privateKey).toString("base64")} ${Buffer.from(key.publicKey).toString("base64")}\n`

/** A private key from its file; `undefined` for what is none. */
export const parseSigning = (text: string): SigningKey | undefined => {
  const [head, algorithm, name = "", secret = "", open = ""] = text.trim().split(" ")
  const known = signatureAlgorithms.find((one) => one === algorithm)
  if (head !== "juesuan-private-key" || known === undefined || !isKeyName(name)) return undefined
  const [privateKey, publicKey] = [Buffer.from(secret, "base64"), Buffer.from(open, "base64")]
  if (privateKey.length !== 32 || publicKey.length !== publicLengths[known]) return undefined
  return { ...keyOf(name, known, publicKey), privateKey: new Uint8Array(privateKey) }
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url")
const jwk = (publicKey: Uint8Array) => ({ kty: "OKP", crv: "Ed25519", x: base64url(publicKey) })
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex")

/** Loaded where somebody uses SM2, not before. */
const sm2 = async () => (await import("sm-crypto-v2")).sm2

/** A new key. */
export const newSigningKey = async (name: string, algorithm: SignatureAlgorithm): Promise<SigningKey> => {
  if (algorithm === "sm2-sm3") {
    const pair = (await sm2()).generateKeyPairHex()
    const publicKey = Buffer.from(pair.publicKey, "hex")
    return { ...keyOf(name, algorithm, publicKey), privateKey: new Uint8Array(Buffer.from(pair.privateKey, "hex")) }
  }
  const { d = "", x = "" } = generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" })
  const key = keyOf(name, algorithm, Buffer.from(x, "base64url"))
  return { ...key, privateKey: new Uint8Array(Buffer.from(d, "base64url")) }
}

/** 签名 of a text, 64 bytes. */
export const signText = async (text: string, { algorithm, privateKey, publicKey }: SigningKey): Promise<Uint8Array> => {
  if (algorithm === "ed25519") {
    const key = createPrivateKey({ key: { ...jwk(publicKey), d: base64url(privateKey) }, format: "jwk" })
    return sign(null, Buffer.from(text), key)
  }
  const options = { hash: true, publicKey: hex(publicKey) }
  return Buffer.from((await sm2()).doSignature(Buffer.from(text), hex(privateKey), options), "hex")
}

/** Whether a signature is the key's, over this text. */
export const isSignedBy = async (
  text: string,
  signature: Uint8Array,
  { algorithm, publicKey }: VerifierKey
): Promise<boolean> => {
  if (signature.length !== signatureLength) return false
  try {
    if (algorithm === "ed25519") {
      const key = createPublicKey({ key: jwk(publicKey), format: "jwk" })
      return verify(null, Buffer.from(text), key, signature)
    }
    return (await sm2()).doVerifySignature(Buffer.from(text), hex(signature), hex(publicKey), { hash: true })
  } catch {
    // A key that is no point of the curve has signed nothing.
    return false
  }
}
