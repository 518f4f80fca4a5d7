/** 样例年度的求解: the solved amounts print as everything that was published, and the solver finds them again. */
import { describe, expect, it } from "vitest"
import { comparisons } from "../../packages/sample/zezhou-2024/reconstruct/Comparison.ts"
import { type BoundedSum, solve } from "../../packages/sample/zezhou-2024/reconstruct/IntervalSystem.ts"
import { fenInterval, printedOf } from "../../packages/sample/zezhou-2024/reconstruct/Published.ts"
import { solution } from "../../packages/sample/zezhou-2024/reconstruct/Solution.ts"
import { leaves, yearSystem } from "../../packages/sample/zezhou-2024/reconstruct/system.ts"

describe("样例年度的求解", () => {
  it("已公开的每一格、每个项目的执行数、采购占比、与上年的增减都对得上", () => {
    expect(comparisons.length).toBeGreaterThan(600)
    expect(comparisons.filter(({ expected, found }) => expected !== found)).toEqual([])
  })

  it("再解一次，末级金额不变", () => {
    const { sums, unknowns } = yearSystem()
    const again = solve(unknowns, sums)
    const kept = solution().leaves.map((leaf) => leaf.fen)
    const threePublic = leaves.findIndex(({ leaf }) => leaf.account === "three-public-budget")
    expect(again.filter((_, index) => index !== threePublic)).toEqual(kept.filter((_, index) => index !== threePublic))
  })

  it("一个印出的数代表一万个分，两端四舍五入都印成它", () => {
    const { high, low } = fenInterval("1,564.71")
    expect(high - low).toBe(9_999)
    expect([low - 1, low, high, high + 1].map(printedOf)).toEqual(["1564.70", "1564.71", "1564.71", "1564.72"])
  })

  it("自相矛盾的合计解不出来", () => {
    const unknowns = [
      { name: "甲", wanted: 1, fixed: false },
      { name: "乙", wanted: 1, fixed: true }
    ]
    const sums: ReadonlyArray<BoundedSum> = [
      { name: "甲", terms: [0], low: 10, high: 20 },
      { name: "甲乙", terms: [0, 1], low: 0, high: 5 }
    ]
    expect(() => solve(unknowns, sums)).toThrow("no whole amounts")
    expect(() => solve(unknowns, [{ name: "乙", terms: [1], low: 10, high: 20 }])).toThrow("乙")
  })
})
