/** 线性方程组的联合检查: what is named cannot stand together; what can stand together is never named. */
import { printedCellText, printedNumber } from "@juesuan/domain"
import { type EquationCell, type EquationSystem, Intervals } from "@juesuan/rules"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { contradictionsAmong } from "../../packages/rules/src/judging/joint/contradictions.ts"
import { documentSystem } from "../../packages/rules/src/judging/joint/DocumentSystem.ts"
import { canHold, type LinearSystem } from "../../packages/rules/src/judging/joint/LinearSystem.ts"
import { withRatios } from "../../packages/rules/src/judging/joint/ratios.ts"
import { runs } from "../runs.ts"

/** A cell of a consistent system: its true value, and what is printed of it: a hundredth of it, half up. */
interface Cell {
  readonly exact: bigint
  readonly printed: bigint
}

const digit = 100n
const half = digit / 2n
const rounded = (exact: bigint): bigint => ((exact + half) / digit) * digit

interface Drawn {
  readonly cells: ReadonlyArray<Cell>
  readonly sums: ReadonlyArray<ReadonlyArray<number>>
}

/** Leaves, and sums over what stands before them; every sum is a cell of its own. */
const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    leaves: fc.array(fc.integer({ min: 0, max: 999_999 }), { minLength: 3, maxLength: 12 }),
    sums: fc.array(fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 })
  })
  .map(({ leaves, sums: choices }) => {
    const cells: Array<Cell> = leaves.map((exact) => ({ exact: BigInt(exact), printed: rounded(BigInt(exact)) }))
    const sums = choices.map((choice) => {
      const terms = [...new Set(choice.map((one) => one % cells.length))]
      const exact = terms.reduce((sum, index) => sum + (cells[index]?.exact ?? 0n), 0n)
      cells.push({ exact, printed: rounded(exact) })
      return [cells.length - 1, ...terms]
    })
    return { cells, sums }
  })

const systemOf = ({ cells, sums }: Drawn): LinearSystem => ({
  variables: cells.map(({ printed }) => ({ printed, low: printed - half, high: printed + half })),
  constraints: sums.map(([total = 0, ...terms]) => ({
    terms: [{ variable: total, coefficient: -1n }, ...terms.map((variable) => ({ variable, coefficient: 1n }))],
    low: 0n,
    high: 0n
  }))
})

const everyConstraint = (system: LinearSystem) => [...system.constraints.keys()]

describe("一组等式能否同时成立", () => {
  it("由同一组真数四舍五入而来的数，从不说成矛盾", () => {
    fc.assert(
      fc.property(drawn, (plan) => {
        const system = systemOf(plan)
        expect(contradictionsAmong(system, everyConstraint(system))).toEqual([])
      }),
      { numRuns: runs(500) }
    )
  })

  it("两条等式各自都说得通，合起来差得太多，就说出是哪几个数", () => {
    // 甲 + 乙 = 丙 and 丁 + 戊 = 丙, each within its own rounding (150), but 甲 + 乙 and 丁 + 戊 are farther apart than 200.
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 60, max: 150 }), fc.integer({ min: 60, max: 150 })),
        fc.array(fc.integer({ min: 0, max: 99_999 }), { minLength: 3, maxLength: 3 }),
        ([below, above], [first = 0, second = 0, third = 0]) => {
          const total = first + second + below
          const printed = [first, second, total, third, total + above - third].map(BigInt)
          const system: LinearSystem = {
            variables: printed.map((value) => ({ printed: value, low: value - half, high: value + half })),
            constraints: [
              [0, 1],
              [3, 4]
            ].map((parts) => ({
              terms: [...parts.map((variable) => ({ variable, coefficient: 1n })), { variable: 2, coefficient: -1n }],
              low: 0n,
              high: 0n
            }))
          }
          expect(system.constraints.map((constraint) => canHold(system, constraint))).toEqual([true, true])
          const found = contradictionsAmong(system, [0, 1])
          expect(found.length).toBe(below + above > 200 ? 1 : 0)
          for (const { constraints, terms } of found) {
            expect(constraints.map(({ index }) => index).toSorted()).toEqual([0, 1])
            expect(terms.map(({ variable }) => variable).toSorted()).toEqual([0, 1, 3, 4])
          }
        }
      )
    )
  })

  it("说出的矛盾，各数照其区间取值怎样都凑不成；少一条等式就不成其为矛盾", () => {
    let contradictory = 0
    fc.assert(
      fc.property(
        drawn,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: -4, max: 4 })), { maxLength: 4 }),
        (plan, moves) => {
          const cells = plan.cells.slice()
          for (const [at, by] of moves) {
            const cell = cells[at % cells.length]
            if (cell !== undefined) cells[at % cells.length] = { ...cell, printed: cell.printed + BigInt(by) * digit }
          }
          const system = systemOf({ ...plan, cells })
          const standing = everyConstraint(system).filter((index) => {
            const constraint = system.constraints[index]
            return constraint !== undefined && canHold(system, constraint)
          })
          for (const { constraints, terms } of contradictionsAmong(system, standing)) {
            contradictory += 1
            const combined = new Map<number, bigint>()
            for (const { index, multiplier } of constraints)
              for (const { coefficient, variable } of system.constraints[index]?.terms ?? [])
                combined.set(variable, (combined.get(variable) ?? 0n) + multiplier * coefficient)
            const left = [...combined].filter(([, coefficient]) => coefficient !== 0n)
            expect(new Map(left)).toEqual(new Map(terms.map(({ coefficient, variable }) => [variable, coefficient])))
            const off = left.reduce((sum, [variable, by]) => sum + by * (system.variables[variable]?.printed ?? 0n), 0n)
            const tolerance = left.reduce((sum, [, by]) => sum + (by < 0n ? -by : by) * half, 0n)
            expect(off > tolerance || off < -tolerance).toBe(true)
            const indices = constraints.map(({ index }) => index)
            for (const one of indices)
              expect(
                contradictionsAmong(
                  system,
                  indices.filter((index) => index !== one)
                )
              ).toEqual([])
          }
        }
      ),
      { numRuns: runs(1000) }
    )
    expect(contradictory).toBeGreaterThan(20)
  })
})

describe("比率与数额放在一起", () => {
  // In hundredths of 元: 甲 of 200.00 and 乙 of 800.00 to the 元, 甲 in 乙 said to be so many per cent.
  const cell = (address: string, text: string): EquationCell => {
    const printed = printedCellText(text, "元")
    if (printed._tag !== "Number") throw new Error(text)
    return { address, printed, interval: Intervals.ofPrinted(printed), where: { address } }
  }
  const cells = [cell("t/a/x", "200"), cell("t/b/x", "800"), cell("t/c/x", "1000")]
  const equations: EquationSystem = {
    document: { files: [], unit: undefined, year: undefined, tables: [], narrative: [], evaluations: [], unread: [] },
    equations: [
      {
        rule: "sum",
        terms: [
          { address: "t/a/x", coefficient: 1 },
          { address: "t/b/x", coefficient: 1 },
          { address: "t/c/x", coefficient: -1 }
        ],
        comparison: "=",
        copies: false,
        strength: "hard"
      }
    ],
    cells: new Map(cells.map((one) => [one.address, one])),
    adjusted: false
  }
  const stated = (address: string, text: string) => {
    const number = printedNumber(text, "元")
    if (number === undefined) throw new Error(text)
    return { addresses: [address], stated: number }
  }
  const contradicting = (part: string, percent: string) => {
    const ratio = printedNumber(percent, "%")
    if (ratio === undefined) throw new Error(percent)
    const shares = [
      { rule: "share", ratio, part: stated("t/a/x", "200"), whole: stated("t/c/x", "1000") },
      { rule: "share", ratio, part: stated("t/b/x", part), whole: stated("t/c/x", "1000") }
    ]
    const system = withRatios(documentSystem(equations), shares)
    return contradictionsAmong(system, everyConstraint(system))
  }

  it("比率与各数相符的，不矛盾", () => {
    expect(contradicting("850", "20.00")).toEqual([])
  })

  it("文中所说的整体与表中不是一个数，这个比率不作数", () => {
    expect(
      contradicting("850", "99.00").flatMap(({ constraints }) => constraints.map(({ index }) => index))
    ).not.toContain(3)
  })

  it("比率与数额合不到一起的，说出这两个数", () => {
    const [found] = contradicting("850", "20.30")
    expect(found?.terms.map(({ variable }) => cells[variable]?.address).toSorted()).toEqual(["t/a/x", "t/c/x"])
  })
})
