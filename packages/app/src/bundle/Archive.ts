/**
 * 归档文件: files in one ZIP file, stored as they are, with no time and no owner, so that equal contents are equal bytes. What
 * is read back must be what would be written: a bit that differs anywhere, also where no content stands, is found.
 */
import { crc32 } from "node:zlib"

/** Contents by name, in order. */
export type Archive = ReadonlyMap<string, Uint8Array>

/** 1980-01-01, the first day that the format knows. */
const date = 0x21
/** Names are UTF-8. */
const flags = 0x0800

const headOf = (name: Buffer, content: Uint8Array): Buffer => {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(flags, 2)
  head.writeUInt16LE(date, 8)
  head.writeUInt32LE(crc32(content), 10)
  head.writeUInt32LE(content.length, 14)
  head.writeUInt32LE(content.length, 18)
  head.writeUInt16LE(name.length, 22)
  return head
}

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const signatures = { entry: word(0x04034b50), directory: word(0x02014b50), end: word(0x06054b50) }

/** The bytes of an archive. */
export const archiveBytes = (archive: Archive): Uint8Array => {
  const [entries, directory]: [Array<Uint8Array>, Array<Uint8Array>] = [[], []]
  let offset = 0
  for (const [name, content] of archive) {
    const bytes = Buffer.from(name)
    const head = headOf(bytes, content)
    const entry = Buffer.concat([signatures.entry, head, bytes])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(signatures.directory, Buffer.from([20, 0]), head, tail, bytes)
    entries.push(entry, content)
    offset += entry.length + content.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(archive.size, 4)
  end.writeUInt16LE(archive.size, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...entries, listed, signatures.end, end])
}

/** An archive from its bytes; `undefined` for bytes that this program would not have written. */
export const readArchive = (given: Uint8Array): Archive | undefined => {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  const archive = new Map<string, Uint8Array>()
  let at = 0
  while (at + 30 <= bytes.length && bytes.subarray(at, at + 4).equals(signatures.entry)) {
    const [length, nameLength] = [bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26)]
    const start = at + 30 + nameLength
    archive.set(bytes.subarray(at + 30, start).toString("utf8"), bytes.subarray(start, start + length))
    at = start + length
  }
  return Buffer.from(archiveBytes(archive)).equals(bytes) ? archive : undefined
}
