/** R13: the tree against the published vectors, against its definition, and with proofs that were tampered with. */
import {
  type Digest,
  fromBase64,
  GrowingTree,
  type HashAlgorithm,
  leafHash,
  MerkleTree,
  provesConsistency,
  provesInclusion,
  toBase64,
  toBytes
} from "@juesuan/store"
import { createHash } from "node:crypto"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { runs } from "../../runs.ts"

const hex = (digest: Digest): string => toBytes(digest).toString("hex")

/** The vectors of the reference implementation of certificate transparency (RFC 6962). */
const published = {
  leaves: ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"],
  empty: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  roots: [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
  ],
  inclusion: [
    [0, 1, []],
    [
      0,
      8,
      [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"
      ]
    ],
    [
      5,
      8,
      [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
      ]
    ],
    [2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]],
    [
      1,
      5,
      [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
      ]
    ]
  ] as ReadonlyArray<readonly [number, number, ReadonlyArray<string>]>,
  consistency: [
    [1, 1, []],
    [
      1,
      8,
      [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"
      ]
    ],
    [
      6,
      8,
      [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
      ]
    ],
    [
      2,
      5,
      [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
      ]
    ]
  ] as ReadonlyArray<readonly [number, number, ReadonlyArray<string>]>
}

const publishedTree = new MerkleTree(
  "sha256",
  published.leaves.map((leaf) => leafHash("sha256", Buffer.from(leaf, "hex")))
)

const leavesOf = (count: number, algorithm: HashAlgorithm = "sha256"): ReadonlyArray<Digest> =>
  Array.from({ length: count }, (_, index) => leafHash(algorithm, `第 ${index} 件`))

/** The definition of RFC 9162, 2.1.1, word for word. */
const rootByDefinition = (algorithm: HashAlgorithm, leaves: ReadonlyArray<Digest>): Buffer => {
  const hash = (...parts: ReadonlyArray<Uint8Array>) => createHash(algorithm).update(Buffer.concat(parts)).digest()
  if (leaves.length === 0) return hash()
  if (leaves.length === 1) return toBytes(leaves[0] ?? "")
  const k = 2 ** Math.ceil(Math.log2(leaves.length) - 1)
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)]
  return hash(Buffer.from([1]), rootByDefinition(algorithm, left), rootByDefinition(algorithm, right))
}

describe("公布的测试向量（RFC 6962）", () => {
  it("根", () => {
    expect(hex(new MerkleTree("sha256", []).root())).toBe(published.empty)
    published.roots.forEach((root, index) => expect(hex(publishedTree.root(index + 1))).toBe(root))
  })

  it("包含证明与一致性证明", () => {
    for (const [index, size, path] of published.inclusion) {
      expect(publishedTree.inclusionProof(index, size).map(hex)).toEqual(path)
    }
    for (const [earlier, size, path] of published.consistency) {
      expect(publishedTree.consistencyProof(earlier, size).map(hex)).toEqual(path)
    }
  })
})

describe("树的大小从 0 到 130，逐一核对", () => {
  const most = 130
  it.each(["sha256", "sm3"] as const)("%s：逐件追加的根就是定义的根", (algorithm) => {
    const leaves = leavesOf(most, algorithm)
    const growing = new GrowingTree(algorithm)
    const tree = new MerkleTree(algorithm, leaves)
    for (let size = 0; size <= most; size += 1) {
      const root = rootByDefinition(algorithm, leaves.slice(0, size)).toString("latin1")
      expect(growing.size).toBe(size)
      expect(growing.root() === root && tree.root(size) === root).toBe(true)
      growing.append(leaves[size] ?? "")
    }
  })

  it("每件在每棵树里的包含证明都成立，换一件、换一处、换一棵树都不成立", () => {
    const leaves = leavesOf(most)
    const tree = new MerkleTree("sha256", leaves)
    let wrong = 0
    for (let size = 1; size <= most; size += 1) {
      const root = tree.root(size)
      for (let index = 0; index < size; index += 1) {
        const claim = { leaf: leaves[index] ?? "", index, size, root }
        const path = tree.inclusionProof(index, size)
        const others = [
          { ...claim, index: index === 0 ? size : index - 1 },
          { ...claim, leaf: leaves[(index + 1) % most] ?? "" },
          { ...claim, root: tree.root(size === most ? 1 : size + 1) }
        ]
        if (!provesInclusion("sha256", claim, path)) wrong += 1
        wrong += others.filter((other) => provesInclusion("sha256", other, path)).length
      }
    }
    expect(wrong).toBe(0)
  })

  it("每棵树是每棵更大的树的开头，有证明；不是开头的没有", () => {
    const tree = new MerkleTree("sha256", leavesOf(most))
    const fork = new MerkleTree("sha256", [...leavesOf(most - 1), leafHash("sha256", "另一件")])
    let wrong = 0
    for (let size = 1; size <= most; size += 1) {
      for (let earlier = 1; earlier <= size; earlier += 1) {
        const path = tree.consistencyProof(earlier, size)
        const claim = {
          earlier: { size: earlier, root: tree.root(earlier) },
          later: { size, root: tree.root(size) }
        }
        if (!provesConsistency("sha256", claim, path)) wrong += 1
        const shorter = { ...claim, earlier: { size: earlier, root: tree.root(earlier === 1 ? 2 : earlier - 1) } }
        if (provesConsistency("sha256", shorter, path)) wrong += 1
        const forked = { ...claim, earlier: { size: most, root: fork.root() } }
        if (provesConsistency("sha256", forked, path)) wrong += 1
      }
    }
    expect(wrong).toBe(0)
  })
})

describe("改动过的证明", () => {
  const sizes = fc
    .integer({ min: 1, max: 130 })
    .chain((size) =>
      fc.record({ size: fc.constant(size), index: fc.nat(size - 1), byte: fc.nat(1 << 16), bit: fc.nat(7) })
    )
  const tree = new MerkleTree("sha256", leavesOf(130))

  /** Every way to bend a path: one bit, one element less, more, swapped, of wrong length. */
  const bent = (path: ReadonlyArray<Digest>, byte: number, bit: number): ReadonlyArray<ReadonlyArray<Digest>> => {
    const at = byte % Math.max(1, path.length)
    const flipped = toBytes(path[at] ?? "")
    if (flipped.length > 0) flipped[byte % 32] = (flipped[byte % 32] ?? 0) ^ (1 << bit)
    const mutants = [
      [...path, leafHash("sha256", "多一项")],
      [leafHash("sha256", "多一项"), ...path],
      path.toSpliced(at, 1),
      path.with(Math.min(at, Math.max(0, path.length - 1)), flipped.toString("latin1")),
      path.toReversed(),
      path.map((digest) => digest.slice(1)),
      path.map((digest) => `${digest}\u0000`)
    ].filter((mutant) => mutant.length !== path.length || mutant.some((digest, index) => digest !== path[index]))
    return mutants
  }

  it("包含证明：一概不成立", () => {
    fc.assert(
      fc.property(sizes, ({ bit, byte, index, size }) => {
        const claim = { leaf: leavesOf(130)[index] ?? "", index, size, root: tree.root(size) }
        const path = tree.inclusionProof(index, size)
        const mutants = path.length === 0 ? [[leafHash("sha256", "多一项")]] : bent(path, byte, bit)
        return (
          provesInclusion("sha256", claim, path) && mutants.every((path) => !provesInclusion("sha256", claim, path))
        )
      }),
      { numRuns: runs(300) }
    )
  })

  it("一致性证明：一概不成立", () => {
    fc.assert(
      fc.property(sizes, ({ bit, byte, index, size }) => {
        const earlier = index + 1
        const claim = { earlier: { size: earlier, root: tree.root(earlier) }, later: { size, root: tree.root(size) } }
        const path = tree.consistencyProof(earlier, size)
        const mutants = path.length === 0 ? [[leafHash("sha256", "多一项")]] : bent(path, byte, bit)
        return (
          provesConsistency("sha256", claim, path) && mutants.every((path) => !provesConsistency("sha256", claim, path))
        )
      }),
      { numRuns: runs(300) }
    )
  })

  it("没有的证明不给，不是摘要的不认", () => {
    expect(() => tree.inclusionProof(130)).toThrow("no leaf 130")
    expect(() => tree.consistencyProof(0)).toThrow("no proof")
    expect(() => tree.root(131)).toThrow("no first 131")
    expect(fromBase64(toBase64(tree.root()))).toBe(tree.root())
    expect(fromBase64(`${toBase64(tree.root())}=`)).toBeUndefined()
    expect(fromBase64("QUJD")).toBeUndefined()
  })
})
