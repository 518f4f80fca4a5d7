/**
 * R11, R12, R13 at full size. Sizes by environment: FLIPS (20,000), TAMPERINGS (places of every kind, 100; on
 * PostgreSQL TAMPERINGS_POSTGRES, 20), TREES (up to
 * this size, 1,024), MUTANTS (2,000,000). Prints the figures that docs/assurance.md keeps.
 */
import { copyFileSync, readFileSync } from "node:fs"
import { join } from "node:path"
import {
  type Digest,
  leafHash,
  leavesOf,
  leavesBytes,
  MerkleTree,
  provesConsistency,
  provesInclusion,
  toBytes,
  verifyLog,
  type Witness
} from "@juesuan/store"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { deposited } from "../store/accounts.ts"
import { openFile, systemClock } from "../store/opening.ts"
import { temporaryFolder } from "../store/places.ts"
import { type FlipOutcome, flipped } from "../store/proof/flips.ts"
import { servedStore } from "../store/proof/server.ts"
import { tamperings, tamperWith } from "../store/proof/tampering.ts"
import { sizeOf } from "./sizes.ts"

const folder = temporaryFolder()
const intact = join(folder.path, "intact.db")
const size = 240
let witness: Witness
let exported = ""
afterAll(folder.remove)
beforeAll(async () => {
  let time = Date.parse("2024-01-01T00:00:00.000Z")
  const log = openFile(intact, () => new Date((time += 1000)).toISOString())
  for (let index = 0; index < size; index += 1) {
    const events = [deposited(`${100 + index}.00`, `说明 ${index}`)]
    await log.appendToStreams([{ stream: `流${index % 3}`, events }], { actor: "会计" })
  }
  const { head, leaves } = await verifyLog(log, { keepLeaves: true })
  witness = { head, leaves: leavesOf(leavesBytes(leaves), head) }
  exported = JSON.stringify(await log.readVerbatim())
  await log.close()
})

/** Numbers that look like chance and are the same every time. */
const chance = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
}

describe("R11", () => {
  it("在用的账库：任意一位翻转", async () => {
    const next = chance(11)
    const bytes = readFileSync(intact).length
    const counts: Record<FlipOutcome, number> = { refused: 0, found: 0, identical: 0, "different yet verified": 0 }
    for (let run = 0; run < sizeOf("FLIPS", 20_000); run += 1) {
      const bit = next(bytes) * 8 + next(8)
      counts[await flipped(intact, join(folder.path, "flipped.db"), bit, { exported, witness })] += 1
    }
    console.log("R11 live database", counts)
    expect(counts["different yet verified"]).toBe(0)
  })
})

describe("R12", () => {
  it("每种篡改在许多位置：都被发现，种类与首个位置都对", async () => {
    const next = chance(12)
    const places = sizeOf("TAMPERINGS", 100)
    let wrong = 0
    for (const { at, bend, kind, name } of tamperings) {
      if (name === "删第一件") continue
      for (let run = 0; run < places; run += 1) {
        const place = 2 + next(size - 4)
        const file = join(folder.path, "tampered.db")
        copyFileSync(intact, file)
        tamperWith(file, (rows) => bend(rows, place))
        const log = openFile(file, systemClock, "read")
        const { damages } = await verifyLog(log, { against: witness })
        await log.close()
        const first = Math.min(...damages.map(({ position }) => position ?? Infinity))
        const isNamed = damages.some((damage) => damage.kind === kind && damage.position === at(place, size))
        if (!isNamed || first !== at(place, size)) wrong += 1
      }
    }
    console.log("R12", { kinds: tamperings.length - 1, places, wrong })
    expect(wrong).toBe(0)
  })
})

describe("R12 on PostgreSQL", () => {
  it("每种篡改在许多位置：与账库文件一样", async () => {
    const next = chance(25)
    const places = sizeOf("TAMPERINGS_POSTGRES", 20)
    const events = 60
    const store = await servedStore(events)
    let wrong = 0
    for (const { at, bend, kind, name } of tamperings) {
      if (name === "删第一件") continue
      for (let run = 0; run < places; run += 1) {
        const place = 2 + next(events - 4)
        const { damages } = await store.tampered(bend, place)
        const first = Math.min(...damages.map(({ position }) => position ?? Infinity))
        const isNamed = damages.some((damage) => damage.kind === kind && damage.position === at(place, events))
        if (!isNamed || first !== at(place, events)) wrong += 1
      }
    }
    await store.remove()
    console.log("R12 PostgreSQL", { kinds: tamperings.length - 1, places, wrong })
    expect(wrong).toBe(0)
  })
})

describe("R13", () => {
  const most = sizeOf("TREES", 1024)
  const leaves = Array.from({ length: most }, (_, index) => leafHash("sha256", `第 ${index} 件`))
  const tree = new MerkleTree("sha256", leaves)

  it("每棵树的每个证明都成立", () => {
    let refused = 0
    let proofs = 0
    for (let count = 1; count <= most; count += 1) {
      const root = tree.root(count)
      for (let index = 0; index < count; index += 1) {
        const claim = { leaf: leaves[index] ?? "", index, size: count, root }
        const grown = { earlier: { size: index + 1, root: tree.root(index + 1) }, later: { size: count, root } }
        if (!provesInclusion("sha256", claim, tree.inclusionProof(index, count))) refused += 1
        if (!provesConsistency("sha256", grown, tree.consistencyProof(index + 1, count))) refused += 1
        proofs += 2
      }
    }
    console.log("R13 honest", { trees: most, proofs, refused })
    expect(refused).toBe(0)
  })

  it("改动过的证明没有一个成立", () => {
    const next = chance(13)
    let accepted = 0
    const mutants = sizeOf("MUTANTS", 2_000_000)
    const bend = (path: ReadonlyArray<Digest>): ReadonlyArray<Digest> => {
      const at = next(Math.max(1, path.length))
      switch (next(4)) {
        case 0:
          return path.toSpliced(at, path.length === 0 ? 0 : 1, ...(path.length === 0 ? [leaves[0] ?? ""] : []))
        case 1:
          return path.toSpliced(at, 0, leafHash("sha256", String(next(1000))))
        default: {
          if (path.length === 0) return [leaves[0] ?? ""]
          const bytes = toBytes(path[at] ?? "")
          const byte = next(32)
          bytes[byte] = (bytes[byte] ?? 0) ^ (1 << next(8))
          return path.with(at, bytes.toString("latin1"))
        }
      }
    }
    for (let run = 0; run < mutants; run += 1) {
      const count = 1 + next(most)
      const index = next(count)
      const root = tree.root(count)
      if (run % 2 === 0) {
        const claim = { leaf: leaves[index] ?? "", index, size: count, root }
        if (provesInclusion("sha256", claim, bend(tree.inclusionProof(index, count)))) accepted += 1
        continue
      }
      const grown = { earlier: { size: index + 1, root: tree.root(index + 1) }, later: { size: count, root } }
      if (provesConsistency("sha256", grown, bend(tree.consistencyProof(index + 1, count)))) accepted += 1
    }
    console.log("R13 mutants", { mutants, accepted })
    expect(accepted).toBe(0)
  })
})
