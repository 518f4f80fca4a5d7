/**
 * 求解: finds whole-分 amounts for every leaf that print as every published cell of the ten tables at once, the
 * payments of the eight reported projects exactly, the supplier shares of the procurement, and amounts of the year
 * before that fit the printed differences and percentages. Writes `solution.json`. Run: `node solve.ts`.
 */
import { writeFileSync } from "node:fs"
import { parts } from "./content/comparatives.ts"
import { solve } from "./IntervalSystem.ts"
import type { SolvedLeaf } from "./Solution.ts"
import { lastYearSystem, leaves, yearSystem } from "./system.ts"

const year = yearSystem()
const amounts = solve(year.unknowns, year.sums)
const found = leaves.map(({ leaf }, index): SolvedLeaf => ({ ...leaf, fen: amounts[index] ?? 0 }))

/** 完成全年预算的 100.00 %: the full-year budget of “三公”经费 is taken to be exactly what was spent. */
const vehicleOperation = found.find((leaf) => leaf.account === "expenditure" && leaf.economic === "30231")?.fen ?? 0
const solved = found.map((leaf) => (leaf.account === "three-public-budget" ? { ...leaf, fen: vehicleOperation } : leaf))

const before = lastYearSystem(solved)
const lastYear = solve(before.unknowns, before.sums)

const lines = (values: ReadonlyArray<unknown>): string =>
  values.map((value) => `    ${JSON.stringify(value)}`).join(",\n")
writeFileSync(
  new URL("solution.json", import.meta.url),
  `{\n  "unit": "分",\n  "leaves": [\n${lines(solved)}\n  ],\n  "lastYear": [\n${lines(
    parts.map((part, index) => ({ part, fen: lastYear[index] }))
  )}\n  ]\n}\n`
)
process.stdout.write(`${solved.length} 个末级金额、${year.sums.length} 个已公开合计同时成立，已写入 solution.json\n`)
