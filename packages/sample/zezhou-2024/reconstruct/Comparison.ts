/**
 * 复核: adds the solved leaves up again, rounds each published cell on its own and compares it with what was published;
 * then the same for the reported projects, the supplier shares, and the differences and percentages to the year before.
 */
import { comparatives } from "./content/comparatives.ts"
import { projects } from "./content/projects.ts"
import { publishedCells } from "./Leaf.ts"
import { evaluations, hundredths, printedOf, tables } from "./Published.ts"
import { solution, sumOf } from "./Solution.ts"
import { stated, suppliedBy } from "./system.ts"

const { lastYear, leaves } = solution()

/** What was published at an address, and what the leaves give. */
export interface Comparison {
  readonly address: string
  readonly expected: string | null
  readonly found: string | null
}

/** part ÷ whole as a percentage with this many decimals, half-up, in whole numbers. */
const percentageOf = (part: number, whole: number, digits: number): string => {
  const scaled = (BigInt(part) * 200n * 10n ** BigInt(digits) + BigInt(whole)) / (2n * BigInt(whole))
  const text = String(scaled).padStart(digits + 1, "0")
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

const plain = (printed: string): string => printed.replaceAll(",", "")
const digitsOf = (printed: string): number => printed.split(".")[1]?.length ?? 0

const cells = publishedCells(tables()).map(
  ({ address, printed, selects }): Comparison => ({
    address,
    expected: printed,
    found: printedOf(sumOf(leaves, selects))
  })
)

const executed = evaluations().map(({ funds, project }): Comparison => {
  const code = projects.find((each) => each.name === project)?.code
  const fen = sumOf(leaves, (leaf) => leaf.account === "expenditure" && leaf.project === code)
  return {
    address: `自评/${project}/全年执行数`,
    expected: String(hundredths(funds[0]?.executed ?? "")),
    found: String(fen)
  }
})

const procured = sumOf(leaves, (leaf) => leaf.account === "procurement")
const suppliers = [
  { about: "授予中小企业合同金额", fen: sumOf(leaves, suppliedBy("medium", "small", "micro")) },
  { about: "授予小微企业合同金额", fen: sumOf(leaves, suppliedBy("small", "micro")) }
].flatMap(
  ({ about, fen }): ReadonlyArray<Comparison> => [
    { address: `说明/${about}`, expected: plain(stated(about)), found: printedOf(fen) },
    { address: `说明/${about}占比`, expected: stated(`${about}占比`), found: percentageOf(fen, procured, 2) }
  ]
)

const yearBefore = comparatives.flatMap((each): ReadonlyArray<Comparison> => {
  const cell = publishedCells(tables()).find(({ address }) => address === each.addresses[0])
  const current = sumOf(leaves, (leaf) => cell?.selects(leaf) === true)
  const before = lastYear.reduce((sum, { fen, part }) => sum + (each.parts.includes(part) ? fen : 0), 0)
  const change = (current - before) * each.sign
  const difference = {
    address: `说明/${each.difference}`,
    expected: plain(stated(each.difference)),
    found: printedOf(change)
  }
  if (each.percentage === undefined) return [difference]
  const expected = stated(each.percentage)
  const found = percentageOf(change, before, digitsOf(expected))
  return [difference, { address: `说明/${each.percentage}`, expected, found }]
})

/** Every comparison there is, whether it agrees or not. */
export const comparisons: ReadonlyArray<Comparison> = [...cells, ...executed, ...suppliers, ...yearBefore]
