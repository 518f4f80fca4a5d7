/**
 * 归档文件: files in one ZIP file, stored as they are. What is read back must be what would be written: a bit that differs
 * anywhere, also where no content stands, is found.
 */
import { zipBytes, zipSignatures } from "@juesuan/documents"

/** Contents by name, in order. */
export type Archive = ReadonlyMap<string, Uint8Array>

/** The bytes of an archive. */
export const archiveBytes = (archive: Archive): Uint8Array => zipBytes(archive)

/** An archive from its bytes; `undefined` for bytes that this program would not have written. */
export const readArchive = (given: Uint8Array): Archive | undefined => {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  const archive = new Map<string, Uint8Array>()
  let at = 0
  while (at + 30 <= bytes.length && bytes.subarray(at, at + 4).equals(zipSignatures.entry)) {
    const [length, nameLength] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26)]
    const start = at + 30 + nameLength
    archive.set(bytes.subarray(at + 30, start).toString("utf8"), bytes.subarray(start, start + length))
    at = start + length
  }
  return Buffer.from(archiveBytes(archive)).equals(bytes) ? archive : undefined
}
