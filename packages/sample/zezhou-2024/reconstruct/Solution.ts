/** 求解结果: the solved amounts as `solve.ts` wrote them, with sums over them. */
import { readFileSync } from "node:fs"
import type { Part } from "./content/comparatives.ts"
import type { Leaf } from "./Leaf.ts"

/** A leaf with the amount found for it, in 分. */
export type SolvedLeaf = Leaf & { readonly fen: number }

export interface Solution {
  readonly leaves: ReadonlyArray<SolvedLeaf>
  readonly lastYear: ReadonlyArray<{ readonly part: Part; readonly fen: number }>
}

export const solution = (): Solution =>
  JSON.parse(readFileSync(new URL("solution.json", import.meta.url), "utf8")) as Solution

/** The sum of the leaves that a test selects, in 分. */
export const sumOf = (leaves: ReadonlyArray<SolvedLeaf>, selects: (leaf: SolvedLeaf) => boolean): number =>
  leaves.reduce((sum, leaf) => sum + (selects(leaf) ? leaf.fen : 0), 0)

/** 分 as text in 元 with two decimals. */
export const yuanOf = (fen: number): string => {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new Error(`not an amount: ${fen}`)
  const digits = String(fen).padStart(3, "0")
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
