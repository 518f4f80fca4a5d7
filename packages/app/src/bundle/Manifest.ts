/** 清单: every file of a bundle with its hash, signed: what the seal of a bundle is. */
import { createHash } from "node:crypto"
import { parseNote, type SigningKey, signNote, type VerifierKey, verifyNote } from "@juesuan/store"
import type { Archive } from "./Archive.ts"

const manifestName = "manifest.txt"
const format = "juesuan-bundle/1"

const sha256 = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex")

const textOf = (contents: Archive): string =>
  [format, ...[...contents].map(([name, content]) => `${sha256(content)} ${content.length} ${name}`), ""].join("\n")

/** The archive with its signed manifest, which stands last. */
export const sealed = async (contents: Archive, keys: ReadonlyArray<SigningKey>): Promise<Archive> =>
  new Map([...contents, [manifestName, Buffer.from(await signNote(textOf(contents), keys))]])

/** How a manifest stands: what it lists is what is there, and who signed it. */
export interface ManifestState {
  readonly listed: boolean
  readonly signed: ReadonlyArray<VerifierKey>
  readonly forged: boolean
}

/** Holds the manifest of an archive against its contents. */
export const manifestState = async (archive: Archive, keys: ReadonlyArray<VerifierKey>): Promise<ManifestState> => {
  const contents = new Map([...archive].filter(([name]) => name !== manifestName))
  const note = parseNote(Buffer.from(archive.get(manifestName) ?? []).toString("utf8"))
  if (note === undefined) return { listed: false, signed: [], forged: false }
  const { bad, good, unknown } = await verifyNote(note, keys)
  return { listed: note.text === textOf(contents), signed: good, forged: bad.length + unknown.length > 0 }
}
