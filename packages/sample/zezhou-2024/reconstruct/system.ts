/** 本例的方程组: everything that was published about amounts, stated as sums of leaves with bounds. */
import { comparatives, parts } from "./content/comparatives.ts"
import { wantedContracts } from "./content/contracts.ts"
import { projects } from "./content/projects.ts"
import { wantedLeaves } from "./content/wanted.ts"
import type { BoundedSum, Unknown } from "./IntervalSystem.ts"
import { type Leaf, publishedCells } from "./Leaf.ts"
import type { SolvedLeaf } from "./Solution.ts"
import { evaluations, fenInterval, hundredths, narrative, tables } from "./Published.ts"

export interface System {
  readonly unknowns: ReadonlyArray<Unknown>
  readonly sums: ReadonlyArray<BoundedSum>
}

/** A figure of the narrative, by what it is about. */
export const stated = (about: string): string => {
  const figure = narrative().figures.find((each) => each.about === about)
  if (figure === undefined) throw new Error(`the narrative does not state ${about}`)
  return figure.value
}

/** Natural looking 角 and 分 for a wish that is known in 万元 only: a fixed function of the code, within ±49.99 元. */
const tail = (code: string): number => ((Number(code) * 7919) % 9999) - 4999

const printedBasic = (economic: string): string => {
  const printed = tables()[5]?.rows.find((row) => row.key === economic)?.cells.决算数
  if (printed === undefined || printed === null) throw new Error(`公开06/${economic} is blank`)
  return printed
}

/** The leaves in the order of the unknowns, each with its wish in 分. */
export const leaves: ReadonlyArray<{ readonly leaf: Leaf; readonly wanted: number; readonly fixed: boolean }> = [
  ...wantedLeaves.map(({ fixed = false, wantedYuan, ...leaf }) => {
    const fen = wantedYuan === undefined ? hundredths(printedBasic(leaf.economic)) * 10_000 : hundredths(wantedYuan)
    return { leaf, wanted: leaf.kind === "basic" ? fen + tail(leaf.economic) : fen, fixed }
  }),
  ...wantedContracts.map(({ fixed = false, wantedYuan, ...leaf }) => ({ leaf, wanted: hundredths(wantedYuan), fixed })),
  { leaf: { account: "three-public-budget" }, wanted: hundredths(stated("“三公”经费全年预算")) * 10_000, fixed: false }
]

const indices = (selects: (leaf: Leaf) => boolean): ReadonlyArray<number> =>
  leaves.flatMap(({ leaf }, index) => (selects(leaf) ? [index] : []))

const cellSums = (): ReadonlyArray<BoundedSum> =>
  publishedCells(tables()).map(({ address, printed, selects }) => ({
    name: address,
    terms: indices(selects),
    ...(printed === null ? { low: 0, high: 0 } : fenInterval(printed))
  }))

const projectSums = (): ReadonlyArray<BoundedSum> =>
  evaluations().map(({ funds, project }) => {
    const code = projects.find((each) => each.name === project)?.code
    const executed = hundredths(funds[0]?.executed ?? "")
    const terms = indices((leaf) => leaf.account === "expenditure" && leaf.project === code)
    return { name: `自评/${project}/全年执行数`, terms, low: executed, high: executed }
  })

/** Whether a contract went to a supplier of one of these sizes. */
export const suppliedBy =
  (...sizes: ReadonlyArray<string>) =>
  (leaf: Leaf): boolean =>
    leaf.account === "procurement" && sizes.includes(leaf.size)

const supplierSums = (): ReadonlyArray<BoundedSum> => [
  {
    name: "授予中小企业合同金额",
    terms: indices(suppliedBy("medium", "small", "micro")),
    ...fenInterval(stated("授予中小企业合同金额"))
  },
  {
    name: "授予小微企业合同金额",
    terms: indices(suppliedBy("small", "micro")),
    ...fenInterval(stated("授予小微企业合同金额"))
  }
]

/** The year's amounts. */
export const yearSystem = (): System => ({
  unknowns: leaves.map(({ fixed, leaf, wanted }) => ({ name: JSON.stringify(leaf), wanted, fixed })),
  sums: [...cellSums(), ...projectSums(), ...supplierSums()]
})

/**
 * The bases of which a change up (`sign` 1) or down (-1) to `current` prints as this percentage: with growth g of the
 * base, base = current ÷ (1 ± g), and g lies half a printed digit around what is printed.
 */
const basesOf = (current: number, printed: string, sign: 1 | -1): { readonly low: number; readonly high: number } => {
  const digits = printed.split(".")[1]?.length ?? 0
  const whole = 200n * 10n ** BigInt(digits)
  const middle = 2n * BigInt(printed.replace(".", ""))
  const base = (growth: bigint): number => Number((BigInt(current) * whole) / (whole + BigInt(sign) * growth))
  const ends = [base(middle - 1n), base(middle + 1n)]
  return { low: Math.min(...ends) + 1, high: Math.max(...ends) }
}

const currentOf = (address: string, solved: ReadonlyArray<SolvedLeaf>): number => {
  const cell = publishedCells(tables()).find((each) => each.address === address)
  if (cell === undefined) throw new Error(`no published cell ${address}`)
  return solved.reduce((sum, leaf) => sum + (cell.selects(leaf) ? leaf.fen : 0), 0)
}

/** The amounts of the year before, given the solved ones of the year. */
export const lastYearSystem = (solved: ReadonlyArray<SolvedLeaf>): System => {
  const sums = comparatives.map((each) => {
    const current = currentOf(each.addresses[0], solved)
    const change = fenInterval(stated(each.difference))
    const [low, high] =
      each.sign === -1 ? [current + change.low, current + change.high] : [current - change.high, current - change.low]
    const bases = each.percentage === undefined ? { low, high } : basesOf(current, stated(each.percentage), each.sign)
    return {
      name: each.addresses[0],
      terms: each.parts.map((part) => parts.indexOf(part)),
      low: Math.max(low, bases.low),
      high: Math.min(high, bases.high)
    }
  })
  const unknowns = parts.map((part) => {
    const own = comparatives.find((each) => each.parts.length === 1 && each.parts[0] === part)
    if (own === undefined) throw new Error(`nothing is stated about ${part} alone`)
    const wanted = currentOf(own.addresses[0], solved) - own.sign * hundredths(stated(own.difference)) * 10_000
    return { name: part, wanted, fixed: false }
  })
  return { unknowns, sums }
}
