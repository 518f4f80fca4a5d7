/**
 * 尾数调整: some filers round every figure on its own, others move single cells by the last digit so that printed columns
 * close. Where the second is seen, a figure may be off by one more digit than rounding explains, and every cell is wider.
 *
 * Seen means: one figure is printed in two tables with the last digit differing by one; or so many sums close exactly that
 * figures rounded on their own would hardly do so.
 */
import { type PrintedNumber, Quantities, type Quantity } from "@juesuan/domain"
import type { DocumentCells, DocumentTable } from "./DocumentCells.ts"
import type { EquationCell } from "./Equation.ts"
import { widened } from "./Interval.ts"

type Copy = readonly [table: string, row: string, column: string]

/** Figures that two tables print, of every form there is. */
const totals: ReadonlyArray<readonly [Copy, Copy]> = [
  [
    ["income-expenditure-summary", "income-of-year", "income"],
    ["income", "total", "income-of-year"]
  ],
  [
    ["income-expenditure-summary", "expenditure-of-year", "expenditure"],
    ["expenditure", "total", "expenditure-of-year"]
  ],
  [
    ["fiscal-income-expenditure-summary", "expenditure-of-year", "expenditure.general-public-budget"],
    ["general-public-budget-expenditure", "total", "expenditure-of-year"]
  ]
]

const numberIn = (cell: EquationCell | undefined): PrintedNumber | undefined =>
  cell?.printed._tag === "Number" ? cell.printed : undefined

/** Exactly one last digit apart. */
const oneDigitApart = (left: PrintedNumber, right: PrintedNumber): boolean => {
  if (!Quantities.sameUnit(left.value.unit, right.value.unit)) return false
  const apart = Quantities.minus(left.value, right.value)
  const digit = Quantities.plus(left.half, right.half)
  return (
    !Quantities.isZero(digit) &&
    (Quantities.equals(apart, digit) ||
      Quantities.equals(apart, Quantities.minus(Quantities.minus(digit, digit), digit)))
  )
}

const copiesDiffer = (cells: DocumentCells): boolean => {
  const at = ([table, row, column]: Copy): PrintedNumber | undefined =>
    numberIn(cells.tableNamed(table)?.cellNamed(row, column))
  const classes = (cells.tableNamed("expenditure")?.rows ?? []).flatMap(({ code }) =>
    code?.length === 3
      ? [
          [
            ["expenditure", code, "expenditure-of-year"],
            ["income-expenditure-summary", code, "expenditure"]
          ] as const
        ]
      : []
  )
  return [...totals, ...classes].some(([first, second]) => {
    const left = at(first)
    const right = at(second)
    return left !== undefined && right !== undefined && oneDigitApart(left, right)
  })
}

/** Two terms, three, four. */
const chances: ReadonlyArray<number> = [0.75, 0.667, 0.599]

/** How often the printed sum of so many independently rounded terms equals the rounded sum. */
export const chanceOfClosing = (terms: number): number => chances[terms - 2] ?? 0.55

/** Fewer than one document in a thousand closes by chance. */
const byChance = 0.001

/** A figure whose last two digits are zero was hardly rounded: it says nothing. */
const isRounded = ({ half, text }: PrintedNumber): boolean => !Quantities.isZero(half) && !/\.\d*0$|00$/u.test(text)

/** The sums of a table by code: their parts and whether they close; each set of parts once. */
const sumsOf = (
  table: DocumentTable
): ReadonlyArray<{ readonly parts: ReadonlyArray<PrintedNumber>; readonly closes: boolean }> =>
  table.rows.flatMap((row) =>
    table.columns.flatMap((column) => {
      const whole = numberIn(table.cellAt(row, column))
      const parts = table.below(row).flatMap((part) => numberIn(table.cellAt(part, column)) ?? [])
      if (whole === undefined || parts.filter(isRounded).length < 2) return []
      const unit = whole.value.unit
      if (parts.some(({ value }) => !Quantities.sameUnit(value.unit, unit))) return []
      const sum = parts.map(({ value }) => value).reduce(Quantities.plus)
      return [{ parts, closes: Quantities.equals(sum, whole.value) }]
    })
  )

const everySumCloses = (cells: DocumentCells): boolean => {
  const sums = cells.tables.flatMap(sumsOf)
  const distinct = new Map(
    sums.map((sum) => [
      sum.parts
        .map(({ text }) => text)
        .sort()
        .join("+"),
      sum
    ])
  )
  const chance = [...distinct.values()].reduce((sofar, { parts }) => sofar * chanceOfClosing(parts.length), 1)
  return chance < byChance && sums.every(({ closes }) => closes)
}

const known = new WeakMap<DocumentCells, boolean>()

/** Whether single cells of the document were adjusted by the last digit. */
export const isAdjusted = (cells: DocumentCells): boolean => {
  const found = known.get(cells)
  if (found !== undefined) return found
  const adjusted = copiesDiffer(cells) || everySumCloses(cells)
  known.set(cells, adjusted)
  return adjusted
}

const twice = (quantity: Quantity): Quantity => Quantities.plus(quantity, quantity)

/** The cell as it may stand in such a document: wider by one last digit at both ends. */
export const adjustedCell = (cell: EquationCell): EquationCell =>
  cell.printed._tag === "Number" && cell.interval !== undefined
    ? { ...cell, interval: widened(cell.interval, twice(cell.printed.half)) }
    : cell
