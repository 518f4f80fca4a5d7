/**
 * ZIP: files in one archive, with no time and no owner, so that equal contents are equal bytes; stored as they are, or deflated.
 */
import { crc32, deflateRawSync } from "node:zlib"

/** 1980-01-01, the first day that the format knows. */
const date = 0x21
/** Names are UTF-8. */
const flags = 0x0800
const deflated = 8

interface Entry {
  readonly name: Buffer
  readonly content: Uint8Array
  readonly packed: Uint8Array
  readonly method: number
}

const headOf = ({ content, method, name, packed }: Entry): Buffer => {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(flags, 2)
  head.writeUInt16LE(method, 4)
  head.writeUInt16LE(date, 8)
  head.writeUInt32LE(crc32(content), 10)
  head.writeUInt32LE(packed.length, 14)
  head.writeUInt32LE(content.length, 18)
  head.writeUInt16LE(name.length, 22)
  return head
}

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/** What an entry, a line of the directory, and the end of an archive begin with. */
export const zipSignatures = { entry: word(0x04034b50), directory: word(0x02014b50), end: word(0x06054b50) } as const

/** The bytes of an archive of files by name, in order. */
export const zipBytes = (
  files: Iterable<readonly [string, Uint8Array]>,
  { deflate = false }: { readonly deflate?: boolean } = {}
): Uint8Array => {
  const [entries, directory]: [Array<Uint8Array>, Array<Uint8Array>] = [[], []]
  let offset = 0
  let count = 0
  for (const [path, content] of files) {
    const name = Buffer.from(path)
    const packed = deflate ? deflateRawSync(content) : content
    const head = headOf({ name, content, packed, method: deflate ? deflated : 0 })
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(zipSignatures.directory, Buffer.from([20, 0]), head, tail, name)
    entries.push(zipSignatures.entry, head, name, packed)
    offset += zipSignatures.entry.length + head.length + name.length + packed.length
    count += 1
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(count, 4)
  end.writeUInt16LE(count, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...entries, listed, zipSignatures.end, end])
}
