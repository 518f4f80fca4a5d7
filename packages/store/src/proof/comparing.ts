/** 与检查点相比: whether a log still begins with what it was, and if not, from where on and how it differs. */
import type { TreeHead } from "./Checkpoint.ts"
import { type Digest, digestLength, fromBytes, MerkleTree, toBytes } from "./MerkleTree.ts"
import type { Damage } from "./verifying.ts"

/** What a log was: its head, and the hashes of its events where they were kept too. */
export interface Witness {
  readonly head: TreeHead
  readonly leaves?: ReadonlyArray<Digest> | undefined
}

/** Leaf hashes as they are kept beside a checkpoint: one after the other. */
export const leavesBytes = (leaves: ReadonlyArray<Digest>): Uint8Array => Buffer.concat(leaves.map(toBytes))

/** Leaf hashes kept beside a checkpoint; `undefined` unless they are those of its root. */
export const leavesOf = (bytes: Uint8Array, { hash, root, size }: TreeHead): ReadonlyArray<Digest> | undefined => {
  if (bytes.length !== size * digestLength) return undefined
  const leaves = Array.from({ length: size }, (_, index) =>
    fromBytes(bytes.subarray(index * digestLength, (index + 1) * digestLength))
  )
  return new MerkleTree(hash, leaves).root() === root ? leaves : undefined
}

/** What does not hold between what a log was and what it is. `leaves` are all the hashes it has now. */
export const compareWithHead = (
  { head: before, leaves: kept }: Witness,
  now: TreeHead,
  leaves: ReadonlyArray<Digest>
): ReadonlyArray<Damage> => {
  const common = Math.min(before.size, now.size)
  if (before.size <= now.size && new MerkleTree(now.hash, leaves).root(before.size) === before.root) return []
  const cutOff: Damage = { kind: "cut-off", position: now.size + 1, detail: `${now.size} < ${before.size}` }
  if (kept === undefined) {
    if (before.size > now.size) return [cutOff]
    return [{ kind: "rewritten", position: undefined, detail: `1–${before.size}` }]
  }
  const first = firstDifference(kept, leaves, common)
  if (first === undefined) return before.size > now.size ? [cutOff] : []
  return [{ kind: kindOf(kept, leaves, first), position: first + 1, detail: "" }]
}

const firstDifference = (
  before: ReadonlyArray<Digest>,
  now: ReadonlyArray<Digest>,
  common: number
): number | undefined => {
  for (let index = 0; index < common; index += 1) if (before[index] !== now[index]) return index
  return undefined
}

/** How many events after a place stand `shift` places further on than they did. */
const agreeing = (before: ReadonlyArray<Digest>, now: ReadonlyArray<Digest>, at: number, shift: number): number => {
  let count = 0
  for (let index = at; index < before.length; index += 1) if (before[index] === now[index + shift]) count += 1
  return count
}

/** How a log differs from the first difference on, as far as hashes tell; the event itself may have been given another version. */
const kindOf = (before: ReadonlyArray<Digest>, now: ReadonlyArray<Digest>, at: number): Damage["kind"] => {
  const [had, has] = [before[at] ?? "", now[at] ?? ""]
  const elsewhere = before.indexOf(has)
  if (elsewhere > at && now[elsewhere] === had) return "exchanged"
  if (elsewhere !== -1 && elsewhere < at) return "repeated"
  const inPlace = agreeing(before, now, at, 0)
  const [further, nearer] = [agreeing(before, now, at, 1), agreeing(before, now, at, -1)]
  if (further > Math.max(inPlace, nearer)) return "inserted"
  if (nearer > inPlace) return "removed"
  if (inPlace > 0 || at === before.length - 1) return "rewritten"
  return at === 0 ? "other-log" : "branched"
}
