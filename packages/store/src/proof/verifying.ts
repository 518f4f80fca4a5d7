/**
 * 核验日志: takes every hash of a log anew, along the log and along its streams, and says what does not hold, of which
 * kind, from which position on. What a log cannot say of itself (its end was cut off, all of it was written anew) a
 * checkpoint says that was kept elsewhere; with the leaf hashes kept beside it, also where.
 */
import type { EventLog, Progress, SealedRow, StreamPlace, StructuralDamage } from "../EventLog.ts"
import { canonicalText } from "./canonical.ts"
import { originOf, type TreeHead } from "./Checkpoint.ts"
import { compareWithHead, type Witness } from "./comparing.ts"
import { StoreDamaged } from "../StoreError.ts"
import { type Digest, GrowingTree, type HashAlgorithm, leafHash } from "./MerkleTree.ts"

/**
 * 损坏的种类. Within the log: `missing` no event stands there; `changed` it is not what was stored; `swapped` two stand in
 * each other's place; `misplaced` it does not continue its stream; `backdated` recorded before the one in front of it;
 * `unreadable` no valid content; `unsealed` without hash; `index` the order by streams says otherwise. Against a
 * checkpoint: `cut-off` events are missing at the end; `removed`, `inserted`, `exchanged`, `repeated`, `rewritten` the log
 * was written anew from there, with hashes that fit; `branched` another log from there on; `other-log` another log at all.
 */
export type DamageKind =
  | StructuralDamage["kind"]
  | "missing"
  | "changed"
  | "swapped"
  | "misplaced"
  | "backdated"
  | "unreadable"
  | "unsealed"
  | "index"
  | "cut-off"
  | "removed"
  | "inserted"
  | "exchanged"
  | "repeated"
  | "rewritten"
  | "branched"
  | "other-log"

/** One thing that does not hold, and the first position it concerns. */
export interface Damage {
  readonly kind: DamageKind
  readonly position: number | undefined
  readonly detail: string
}

export interface VerifyOptions {
  /** By which algorithm the tree is taken, SHA-256 by default. */
  readonly hash?: HashAlgorithm | undefined
  /** What the log was at some moment, kept elsewhere. */
  readonly against?: Witness | undefined
  /** Whether to keep the leaf hashes, for proofs. */
  readonly keepLeaves?: boolean | undefined
  readonly onProgress?: Progress | undefined
}

export interface Verification {
  readonly head: TreeHead
  /** In the order in which they were found, no more than a hundred of a kind. */
  readonly damages: ReadonlyArray<Damage>
  /** Empty unless they were to be kept. */
  readonly leaves: ReadonlyArray<Digest>
}

const mostOfAKind = 100
const pageLength = 1000

class Findings {
  readonly #counts = new Map<DamageKind, number>()
  readonly damages: Array<Damage> = []

  add(kind: DamageKind, position: number | undefined, detail: string): void {
    const count = (this.#counts.get(kind) ?? 0) + 1
    this.#counts.set(kind, count)
    if (count <= mostOfAKind) this.damages.push({ kind, position, detail })
  }
}

/** The pass along the log. */
class Walk {
  readonly findings = new Findings()
  readonly positions = new Map<string, Array<number>>()
  readonly leaves: Array<Digest> = []
  readonly tree: GrowingTree
  readonly #keepLeaves: boolean
  readonly #changed: Array<{ readonly position: number; readonly taken: Digest; readonly stored: Digest }> = []
  #last = 0
  #recordedAt = ""
  #first: Digest = ""

  constructor(hash: HashAlgorithm, keepLeaves: boolean) {
    this.tree = new GrowingTree(hash)
    this.#keepLeaves = keepLeaves
  }

  visit(row: SealedRow): void {
    const { position } = row
    if (position !== this.#last + 1) this.findings.add("missing", this.#last + 1, `${this.#last + 1}–${position - 1}`)
    if (row.recordedAt < this.#recordedAt) this.findings.add("backdated", position, row.recordedAt)
    this.#last = position
    this.#recordedAt = row.recordedAt
    this.#placed(row)
    this.#sealed(row)
  }

  #placed({ position, stream, version }: SealedRow): void {
    const known = this.positions.get(stream)
    const expected = (known?.length ?? 0) + 1
    if (version !== expected) {
      this.findings.add("misplaced", position, `${stream}@${version}, expected ${stream}@${expected}`)
    }
    if (known === undefined) this.positions.set(stream, [position])
    else known.push(position)
  }

  #sealed(row: SealedRow): void {
    let text: string
    try {
      text = canonicalText(row)
    } catch (thrown) {
      this.findings.add("unreadable", row.position, String(thrown))
      text = ""
    }
    const sha256 = leafHash("sha256", text)
    if (this.#first === "") this.#first = sha256
    if (row.leaf === "") this.findings.add("unsealed", row.position, `${row.stream}@${row.version}`)
    else if (row.leaf !== sha256 && text !== "") {
      this.#changed.push({ position: row.position, taken: sha256, stored: row.leaf })
    }
    const leaf = this.tree.algorithm === "sha256" ? sha256 : leafHash(this.tree.algorithm, text)
    this.tree.append(leaf)
    if (this.#keepLeaves) this.leaves.push(leaf)
  }

  /** Changed events whose content is what another one was stored as have changed places with it. */
  settleChanges(): void {
    const storedAt = new Map(this.#changed.map(({ position, stored }) => [stored, position]))
    for (const { position, taken } of this.#changed) {
      const other = storedAt.get(taken)
      if (other === undefined) this.findings.add("changed", position, "")
      else this.findings.add("swapped", position, String(other))
    }
  }

  head(): TreeHead {
    const origin = this.#first === "" ? "juesuan/empty" : originOf(this.#first)
    const { algorithm, size } = this.tree
    return { origin, size, root: this.tree.root(), hash: algorithm, recordedAt: this.#recordedAt }
  }
}

type Verified = Pick<EventLog, "readSealed" | "readPlaces" | "examine" | "lastPosition">

/** The pass along the log, up to where it ended when the verification began. */
const walkRows = async (log: Verified, walk: Walk, last: number, onProgress?: Progress): Promise<void> => {
  let after = 0
  for (;;) {
    const page = await log.readSealed({ after, until: last, limit: pageLength })
    for (const row of page) walk.visit(row)
    const next = page.at(-1)?.position ?? last
    // A damaged table may lead in circles.
    if (page.length > 0 && next <= after) return walk.findings.add("file", after + 1, "positions do not ascend")
    after = next
    onProgress?.(after, last)
    if (page.length < pageLength) return
  }
}

/** The pass along the streams: every place must be one that the log has, in the same order, and none may be left over. */
const walkPlaces = async (log: Verified, { findings, positions }: Walk, last: number): Promise<void> => {
  let after: StreamPlace | undefined
  const seen = new Map<string, number>()
  // A damaged index may lead in circles: it is left when it has shown more places than the log has, and a page more for what is new.
  for (let shown = 0; shown <= last + 2 * pageLength; shown += pageLength) {
    const page = await log.readPlaces(after, pageLength)
    for (const place of page) {
      if (place.position > last) continue
      const count = seen.get(place.stream) ?? 0
      seen.set(place.stream, count + 1)
      const expected = positions.get(place.stream)?.[count]
      if (expected !== place.position) {
        findings.add("index", place.position, `${place.stream}@${place.version}, expected ${expected ?? "nothing"}`)
      }
    }
    after = page.at(-1)
    if (page.length < pageLength) break
  }
  for (const [stream, all] of positions) {
    const count = seen.get(stream) ?? 0
    if (count < all.length) findings.add("index", all[count], stream)
  }
}

/** Damage that keeps a pass from going on is a finding as well. */
const orDamage = async ({ findings }: Walk, pass: Promise<void>): Promise<void> => {
  try {
    await pass
  } catch (thrown) {
    if (!(thrown instanceof StoreDamaged)) throw thrown
    findings.add("file", thrown.position, thrown.detail)
  }
}

/**
 * Verifies a log. Rejects with a `StoreError` where it cannot be read at all.
 *
 * @example
 * const { damages, head } = await verifyLog(log)
 * damages[0] // { kind: "changed", position: 17, detail: "" }
 */
export const verifyLog = async (log: Verified, options: VerifyOptions = {}): Promise<Verification> => {
  const { against, keepLeaves = false, onProgress } = options
  const walk = new Walk(options.hash ?? against?.head.hash ?? "sha256", keepLeaves || against !== undefined)
  const last = await log.lastPosition()
  await orDamage(walk, walkRows(log, walk, last, onProgress))
  walk.settleChanges()
  await orDamage(walk, walkPlaces(log, walk, last))
  const examine = async () => {
    for (const { detail, kind, position } of await log.examine()) walk.findings.add(kind, position, detail)
  }
  await orDamage(walk, examine())
  const head = walk.head()
  for (const { detail, kind, position } of against === undefined ? [] : compareWithHead(against, head, walk.leaves)) {
    walk.findings.add(kind, position, detail)
  }
  return { head, damages: walk.findings.damages, leaves: keepLeaves ? walk.leaves : [] }
}
