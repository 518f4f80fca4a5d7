/**
 * 默克尔树: the tree of RFC 9162 (section 2.1; RFC 6962 has the same) over the events of a log: leaf hashes, root, proofs
 * that an event is in a log and that one log continues another. A digest is kept as text of one character per byte,
 * which is compared with `===` and hashed fastest; `toBytes` and `toBase64` are its other forms.
 */
import { hash } from "node:crypto"

/** 摘要算法. SHA-256 unless somebody has to use the national one, GB/T 32905 (SM3). */
export type HashAlgorithm = "sha256" | "sm3"

export const hashAlgorithms: ReadonlyArray<HashAlgorithm> = ["sha256", "sm3"]

/** A hash of 32 bytes, as text of 32 characters below U+0100. */
export type Digest = string

/** Both algorithms have digests of this many bytes. */
export const digestLength = 32

export const toBytes = (digest: Digest): Buffer => Buffer.from(digest, "latin1")
export const fromBytes = (bytes: Uint8Array): Digest => Buffer.from(bytes).toString("latin1")
export const toBase64 = (digest: Digest): string => toBytes(digest).toString("base64")

/** A digest from its base64; `undefined` for what is not exactly the base64 of a digest. */
export const fromBase64 = (text: string): Digest | undefined => {
  const bytes = Buffer.from(text, "base64")
  return bytes.length === digestLength && bytes.toString("base64") === text ? fromBytes(bytes) : undefined
}

/** The hash of a leaf: of a zero byte and the content (text in UTF-8). */
export const leafHash = (algorithm: HashAlgorithm, content: string | Uint8Array): Digest =>
  typeof content === "string"
    ? hash(algorithm, `\u0000${content}`, "binary")
    : hash(algorithm, Buffer.concat([new Uint8Array(1), content]), "binary")

const scratch = Buffer.alloc(1 + 2 * digestLength, 1)

/** The hash of a node: of a one byte, the left and the right hash. */
const nodeHash = (algorithm: HashAlgorithm, left: Digest, right: Digest): Digest => {
  scratch.write(left, 1, "latin1")
  scratch.write(right, 1 + digestLength, "latin1")
  return hash(algorithm, scratch, "binary")
}

/** The root of no leaves. */
const emptyRoot = (algorithm: HashAlgorithm): Digest => hash(algorithm, "", "binary")

/** The roots of the full trees that leaves fall into, from the right, made into one. */
const bagged = (algorithm: HashAlgorithm, peaks: ReadonlyArray<Digest>): Digest => {
  const last = peaks.at(-1)
  if (last === undefined) return emptyRoot(algorithm)
  return peaks.slice(0, -1).reduceRight((right, left) => nodeHash(algorithm, left, right), last)
}

/** A tree that grows at its end; it keeps as many hashes as its size has binary ones. */
export class GrowingTree {
  readonly algorithm: HashAlgorithm
  #size = 0
  readonly #peaks: Array<Digest> = []

  constructor(algorithm: HashAlgorithm) {
    this.algorithm = algorithm
  }

  get size(): number {
    return this.#size
  }

  append(leaf: Digest): void {
    let node = leaf
    for (let full = this.#size; full % 2 === 1; full = (full - 1) / 2) {
      node = nodeHash(this.algorithm, this.#peaks.pop() ?? "", node)
    }
    this.#peaks.push(node)
    this.#size += 1
  }

  root(): Digest {
    return bagged(this.algorithm, this.#peaks)
  }
}

/** The largest power of two below a size of at least two. */
const leftSize = (size: number): number => {
  let left = 1
  while (left * 2 < size) left *= 2
  return left
}

/** A tree whose leaves are all at hand, for proofs; roots of parts are kept once they are taken. */
export class MerkleTree {
  readonly algorithm: HashAlgorithm
  readonly #leaves: ReadonlyArray<Digest>
  readonly #kept = new Map<string, Digest>()

  constructor(algorithm: HashAlgorithm, leaves: ReadonlyArray<Digest>) {
    this.algorithm = algorithm
    this.#leaves = leaves
  }

  get size(): number {
    return this.#leaves.length
  }

  /** The root of the first leaves, of all by default. */
  root(size = this.size): Digest {
    return this.#part(0, this.#within(size))
  }

  #within(size: number): number {
    if (Number.isSafeInteger(size) && size >= 0 && size <= this.size) return size
    throw new RangeError(`a tree of ${this.size} leaves has no first ${size}`)
  }

  #part(from: number, to: number): Digest {
    if (to - from === 1) return this.#leaves[from] ?? ""
    if (to === from) return emptyRoot(this.algorithm)
    const key = `${from} ${to}`
    const kept = this.#kept.get(key)
    if (kept !== undefined) return kept
    const middle = from + leftSize(to - from)
    const digest = nodeHash(this.algorithm, this.#part(from, middle), this.#part(middle, to))
    this.#kept.set(key, digest)
    return digest
  }

  /** 包含证明 of the leaf at an index (from 0) in the tree of the first `size` leaves. */
  inclusionProof(index: number, size = this.size): ReadonlyArray<Digest> {
    if (!Number.isSafeInteger(index) || index < 0 || index >= this.#within(size)) {
      throw new RangeError(`a tree of ${size} leaves has no leaf ${index}`)
    }
    const path: Array<Digest> = []
    let [from, to] = [0, size]
    while (to - from > 1) {
      const middle = from + leftSize(to - from)
      path.push(index < middle ? this.#part(middle, to) : this.#part(from, middle))
      if (index < middle) to = middle
      else from = middle
    }
    return path.toReversed()
  }

  /** Proves many leaves at once: the roots of all parts that hold none of them, from left to right. Indices ascend. */
  setProof(indices: ReadonlyArray<number>): ReadonlyArray<Digest> {
    const wanted = new Set(indices)
    const counts = [0]
    for (let index = 0; index < this.size; index += 1) counts.push((counts[index] ?? 0) + (wanted.has(index) ? 1 : 0))
    const path: Array<Digest> = []
    const walk = (from: number, to: number): void => {
      if (counts[from] === counts[to]) path.push(this.#part(from, to))
      else if (to - from > 1) {
        const middle = from + leftSize(to - from)
        walk(from, middle)
        walk(middle, to)
      }
    }
    if (this.size > 0) walk(0, this.size)
    return path
  }

  /** 一致性证明 that the tree of the first `size` leaves continues the one of the first `earlier`. */
  consistencyProof(earlier: number, size = this.size): ReadonlyArray<Digest> {
    if (!Number.isSafeInteger(earlier) || earlier < 1 || earlier > this.#within(size)) {
      throw new RangeError(`there is no proof from ${earlier} to ${size}`)
    }
    const path: Array<Digest> = []
    let [from, to] = [0, size]
    while (to !== earlier) {
      const middle = from + leftSize(to - from)
      path.push(earlier <= middle ? this.#part(middle, to) : this.#part(from, middle))
      if (earlier <= middle) to = middle
      else from = middle
    }
    return from === 0 ? path.toReversed() : [this.#part(from, to), ...path.toReversed()]
  }
}

const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0
const half = (value: number): number => Math.floor(value / 2)

/** Whether all are digests: a proof of anything else proves nothing. */
const areDigests = (digests: ReadonlyArray<Digest>): boolean =>
  digests.every(
    (digest) => typeof digest === "string" && digest.length === digestLength && !/[\u{100}-\u{10ffff}]/u.test(digest)
  )

/** A statement that a leaf stands at an index (from 0) in the tree of `size` leaves with this root. */
export interface InclusionClaim {
  readonly leaf: Digest
  readonly index: number
  readonly size: number
  readonly root: Digest
}

/** Whether a path proves that a leaf is where it is said to be (RFC 9162, 2.1.3.2). */
export const provesInclusion = (
  algorithm: HashAlgorithm,
  { index, leaf, root, size }: InclusionClaim,
  path: ReadonlyArray<Digest>
): boolean => {
  if (!isSize(index) || !isSize(size) || index >= size || !areDigests([leaf, root, ...path])) return false
  let [at, last] = [index, size - 1]
  let node = leaf
  for (const sibling of path) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      node = nodeHash(algorithm, sibling, node)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else node = nodeHash(algorithm, node, sibling)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && node === root
}

/** The root that leaves and the roots of the parts between them lead to; `undefined` where they do not fit together. */
export const rootOfSet = (
  algorithm: HashAlgorithm,
  size: number,
  leaves: ReadonlyMap<number, Digest>,
  path: ReadonlyArray<Digest>
): Digest | undefined => {
  const sorted = [...leaves.keys()].toSorted((one, other) => one - other)
  const hasPlaces = isSize(size) && size > 0 && sorted.every((index) => isSize(index) && index < size)
  if (!hasPlaces || !areDigests([...leaves.values(), ...path])) return undefined
  let [nextLeaf, nextPart] = [0, 0]
  const walk = (from: number, to: number): Digest => {
    const first = sorted[nextLeaf]
    if (first === undefined || first >= to) return path[nextPart++] ?? ""
    if (to - from === 1) return leaves.get(sorted[nextLeaf++] ?? -1) ?? ""
    const middle = from + leftSize(to - from)
    const left = walk(from, middle)
    return nodeHash(algorithm, left, walk(middle, to))
  }
  const root = walk(0, size)
  return nextLeaf === sorted.length && nextPart === path.length ? root : undefined
}

/** A statement that the log with one size and root is the beginning of the other. */
export interface ConsistencyClaim {
  readonly earlier: { readonly size: number; readonly root: Digest }
  readonly later: { readonly size: number; readonly root: Digest }
}

/** Whether a path proves that the later log continues the earlier one (RFC 9162, 2.1.4.2). */
export const provesConsistency = (
  algorithm: HashAlgorithm,
  { earlier, later }: ConsistencyClaim,
  path: ReadonlyArray<Digest>
): boolean => {
  const hasSizes = isSize(earlier.size) && isSize(later.size) && earlier.size <= later.size
  if (!hasSizes || !areDigests([earlier.root, later.root, ...path])) return false
  if (earlier.size === 0) return path.length === 0 && earlier.root === emptyRoot(algorithm)
  if (earlier.size === later.size) return path.length === 0 && earlier.root === later.root
  let [at, last] = [earlier.size - 1, later.size - 1]
  while (at % 2 === 1) [at, last] = [half(at), half(last)]
  const [first, ...rest] = at === 0 ? [earlier.root, ...path] : path
  if (first === undefined) return false
  return climbs(algorithm, { earlier, later }, { at, last, first, rest })
}

interface Climb {
  readonly at: number
  readonly last: number
  readonly first: Digest
  readonly rest: ReadonlyArray<Digest>
}

const climbs = (algorithm: HashAlgorithm, { earlier, later }: ConsistencyClaim, climb: Climb): boolean => {
  let { at, last } = climb
  let [before, after] = [climb.first, climb.first]
  for (const sibling of climb.rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      before = nodeHash(algorithm, sibling, before)
      after = nodeHash(algorithm, sibling, after)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else after = nodeHash(algorithm, after, sibling)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && before === earlier.root && after === later.root
}
