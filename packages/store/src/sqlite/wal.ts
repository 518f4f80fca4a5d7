/** The write-ahead log of SQLite (https://sqlite.org/fileformat2.html#walformat), looked at byte by byte: how far it is whole. */

const headerLength = 32
const frameHeaderLength = 24
const magics = new Set([0x377f0682, 0x377f0683])

/** What stands in a write-ahead log. */
export interface WalState {
  /** Frames that are whole and in order. */
  readonly frames: number
  /** Those of them that belong to finished transactions. */
  readonly committed: number
  /** The byte from which on it is not whole; `undefined` where it ends as it should. Frames of an earlier round do not count. */
  readonly brokenAt: number | undefined
}

/** The checksum of the format: two sums over pairs of words. */
const checksum = (bytes: Buffer, bigEndian: boolean, start: readonly [number, number]): readonly [number, number] => {
  let [one, two] = start
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    const first = bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)
    const second = bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)
    one = (one + first + two) >>> 0
    two = (two + second + one) >>> 0
  }
  return [one, two]
}

const sameSum = (bytes: Buffer, at: number, [one, two]: readonly [number, number]): boolean =>
  bytes.readUInt32BE(at) === one && bytes.readUInt32BE(at + 4) === two

/** Walks a write-ahead log; an empty one is whole. */
export const walState = (bytes: Buffer): WalState => {
  if (bytes.length === 0) return { frames: 0, committed: 0, brokenAt: undefined }
  const bigEndian = bytes.length >= headerLength && bytes.readUInt32BE(0) === 0x377f0683
  const isHeader = bytes.length >= headerLength && magics.has(bytes.readUInt32BE(0))
  if (!isHeader) return { frames: 0, committed: 0, brokenAt: 0 }
  let sum = checksum(bytes.subarray(0, 24), bigEndian, [0, 0])
  if (!sameSum(bytes, 24, sum)) return { frames: 0, committed: 0, brokenAt: 0 }
  const frameLength = frameHeaderLength + bytes.readUInt32BE(8)
  const salt = bytes.subarray(16, 24)
  let [frames, committed] = [0, 0]
  let at = headerLength
  for (; at + frameHeaderLength <= bytes.length; at += frameLength) {
    // What an earlier round left behind has another salt.
    if (!bytes.subarray(at + 8, at + 16).equals(salt)) return { frames, committed, brokenAt: undefined }
    const frame = bytes.subarray(at, at + frameLength)
    if (frame.length < frameLength) break
    sum = checksum(frame.subarray(0, 8), bigEndian, sum)
    sum = checksum(frame.subarray(frameHeaderLength), bigEndian, sum)
    if (!sameSum(frame, 16, sum)) break
    frames += 1
    if (frame.readUInt32BE(4) > 0) committed = frames
  }
  return { frames, committed, brokenAt: at < bytes.length ? at : undefined }
}
