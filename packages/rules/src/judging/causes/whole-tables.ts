/** 整表单位用错: a table that says 万元 and is printed in 元, or the like: all its amounts are off by one factor. */
import type { PublishedDisclosure } from "@juesuan/domain"
import { isMoneyUnit } from "@juesuan/domain"
import type { DocumentSystem } from "../joint/DocumentSystem.ts"
import type { Interval } from "../joint/LinearSystem.ts"
import { type Explanation, repairedBy } from "./Explanation.ts"
import { variablesOf } from "./lines.ts"

const factors = [1000n, 10_000n, 100_000_000n]

const divided = ({ high, low }: Interval, by: bigint): Interval => ({
  low: low === undefined ? undefined : low / by - (low < 0n ? 1n : 0n),
  high: high === undefined ? undefined : high / by + (high > 0n ? 1n : 0n)
})

const multiplied = ({ high, low }: Interval, by: bigint): Interval => ({
  low: low === undefined ? undefined : low * by,
  high: high === undefined ? undefined : high * by
})

const isAmount = (system: DocumentSystem, variable: number): boolean => {
  const printed = system.cells[variable]?.printed
  return printed?._tag === "Number" && isMoneyUnit(printed.shown)
}

/** Tables that fit all others once their amounts are read in another unit. */
export const unitSlipsOfTables = (
  system: DocumentSystem,
  document: PublishedDisclosure,
  failing: ReadonlySet<number>
): ReadonlyArray<Explanation> =>
  document.tables.flatMap((table) => {
    const inside = new Set(variablesOf(system, table).flat())
    const amounts = [...inside].filter((cell): cell is number => cell !== undefined && isAmount(system, cell))
    if (
      amounts.length < 2 ||
      !amounts.some((cell) => (system.touching[cell] ?? []).some((index) => failing.has(index)))
    )
      return []
    return factors
      .flatMap((factor) => [divided, multiplied].map((scaled) => ({ factor, scaled })))
      .flatMap(({ factor, scaled }): ReadonlyArray<Explanation> => {
        const overlay = new Map(
          amounts.map((variable) => [variable, scaled(system.variables[variable] ?? { low: 0n, high: 0n }, factor)])
        )
        // What holds within a table, or fails in it, does so in every unit.
        const crosses = (index: number): boolean =>
          system.constraints[index]?.terms.some(({ variable }) => !inside.has(variable)) ?? false
        const repaired = repairedBy(system, overlay, failing, crosses)
        // An inequality holds with many factors: only equalities tell a unit.
        const isTold = [...(repaired ?? [])].some((index) => system.equations[index]?.comparison === "=")
        if (repaired === undefined || !isTold) return []
        return [
          { kind: "unit-slip", changes: [...overlay].map(([variable, right]) => ({ variable, right })), repaired }
        ]
      })
  })
