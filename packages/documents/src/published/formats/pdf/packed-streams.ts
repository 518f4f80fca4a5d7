/**
 * 压缩数据的校验: packed streams of a PDF end with a check sum, which readers of PDF do not look at: turned bits unpack to
 * something else, and what they said is lost in silence. Here it is looked at.
 */
import { inflateSync } from "node:zlib"

/** So much is unpacked for this in all; what lies behind it is not checked. */
const most = 64 * 1024 * 1024
const dictionaryLength = 2_000

/** A dictionary of a stream that is packed at once and holds no picture. */
const isChecked = (dictionary: string): boolean =>
  /\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\b/u.test(dictionary) && !/\/Subtype\s*\/Image\b/u.test(dictionary)

/** Bytes that unpack to, and whether what they unpack to is what was packed. */
const unpacked = (packed: Buffer, room: number): { readonly length: number; readonly isSound: boolean } => {
  try {
    return { length: inflateSync(packed, { maxOutputLength: room }).length, isSound: true }
  } catch (thrown) {
    const { code } = thrown as { readonly code?: string }
    return { length: code === "ERR_BUFFER_TOO_LARGE" ? room : 0, isSound: code !== "Z_DATA_ERROR" }
  }
}

/** How many packed streams are damaged. Those of an encrypted file cannot be told. */
export const damagedStreams = (file: Uint8Array): number => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (bytes.includes("/Encrypt")) return 0
  let room = most
  let damaged = 0
  let at = bytes.indexOf("stream")
  while (at !== -1 && room > 0) {
    const start = at + "stream".length + (bytes[at + 6] === 0x0d ? 2 : 1)
    const end = bytes.indexOf("endstream", start)
    if (end === -1) break
    const before = bytes.toString("latin1", Math.max(0, at - dictionaryLength), at)
    if (isChecked(before.slice(before.lastIndexOf(" obj")))) {
      const { isSound, length } = unpacked(bytes.subarray(start, end), room)
      room -= length
      if (!isSound) damaged += 1
    }
    at = bytes.indexOf("stream", end + "endstream".length)
  }
  return damaged
}
