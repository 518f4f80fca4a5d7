/**
 * 压缩包的守卫: parts of a docx or xlsx, which is an archive from outside. Its directory is judged before anything is
 * unpacked, and a part is unpacked no further than the directory says it is long.
 */
import * as Result from "effect/Result"
import { crc32, inflateRawSync } from "node:zlib"
import yauzl from "yauzl"
import type { Fault } from "../../../read/Fault.ts"
import { readingLimits } from "../reading-limits.ts"
import { type RefusalReason, refused } from "../refusals.ts"

/** The parts of an archive that passed. */
export interface Archive {
  readonly names: ReadonlyArray<string>
  /** The bytes of a part; `undefined` for one that is not there. */
  readonly part: (name: string) => Result.Result<Uint8Array | undefined, Fault>
}

interface Part {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly unpacked: number
  readonly start: number
  readonly dataStart: number
}

/** Below this size a part may be packed as tightly as it likes. */
const freeRatioBelow = 1024 * 1024

const isTooMuch = (parts: ReadonlyArray<Part>): boolean => {
  const total = parts.reduce((sum, { unpacked }) => sum + unpacked, 0)
  return (
    total > readingLimits.unpacked ||
    parts.some(({ packed, unpacked }) => unpacked > freeRatioBelow && unpacked > packed * readingLimits.ratio)
  )
}

/** Whether two parts share bytes: then a small file unpacks to a large one without any part looking large. */
const overlap = (parts: ReadonlyArray<Part>): boolean => {
  const sorted = [...parts].sort((a, b) => a.start - b.start)
  return sorted.some((part, index) => {
    const next = sorted[index + 1]
    return next !== undefined && part.dataStart + part.packed > next.start
  })
}

const namedTwice = (parts: ReadonlyArray<Part>): boolean =>
  new Set(parts.map(({ name }) => name.toLowerCase())).size < parts.length

const directoryOf = async (bytes: Buffer): Promise<ReadonlyArray<Part> | RefusalReason> => {
  const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, autoClose: false })
  if (zip.entryCount > readingLimits.entries) return "ArchiveHostile"
  const parts: Array<Part> = []
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) return "FileEncrypted"
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
    parts.push({
      name: entry.fileName,
      method: entry.compressionMethod,
      crc: entry.crc32,
      packed: entry.compressedSize,
      unpacked: entry.uncompressedSize,
      start: entry.relativeOffsetOfLocalHeader,
      dataStart: fileDataStart
    })
  }
  return isTooMuch(parts) || overlap(parts) || namedTwice(parts) ? "ArchiveHostile" : parts
}

const storedMethod = 0
const deflatedMethod = 8

/** Unpacks one part, counting as it goes: more or less than the directory says is a lie or damage. */
const unpack = (bytes: Buffer, part: Part): Uint8Array | RefusalReason => {
  const packed = bytes.subarray(part.dataStart, part.dataStart + part.packed)
  if (packed.length < part.packed) return "FileDamaged"
  if (part.method !== storedMethod && part.method !== deflatedMethod) return "FileDamaged"
  try {
    const unpacked =
      part.method === storedMethod ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, part.unpacked) })
    if (unpacked.length !== part.unpacked) return "ArchiveHostile"
    return crc32(unpacked) === part.crc ? unpacked : "FileDamaged"
  } catch (thrown) {
    return (thrown as { readonly code?: string }).code === "ERR_BUFFER_TOO_LARGE" ? "ArchiveHostile" : "FileDamaged"
  }
}

/** Opens an archive, or says why it is not opened. */
export const openArchive = async (file: string, bytes: Uint8Array): Promise<Result.Result<Archive, Fault>> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let parts: ReadonlyArray<Part> | RefusalReason
  try {
    parts = await directoryOf(buffer)
  } catch {
    parts = "FileDamaged"
  }
  if (typeof parts === "string") return Result.fail(refused(file, parts))
  const byName = new Map(parts.map((part) => [part.name, part]))
  return Result.succeed({
    names: [...byName.keys()],
    part: (name) => {
      const part = byName.get(name)
      if (part === undefined) return Result.succeed(undefined)
      const unpacked = unpack(buffer, part)
      return typeof unpacked === "string" ? Result.fail(refused(file, unpacked, name)) : Result.succeed(unpacked)
    }
  })
}
