/**
 * 上年数照抄: the printed figure is exactly the one that the same cell held last year, by last year's disclosure or by what
 * this year's text says of last year.
 */
import type { PrintedNumber, PublishedDisclosure } from "@juesuan/domain"
import * as Result from "effect/Result"
import { placeBefore, previousOf } from "../across-years.ts"
import type { CheckRule, FigureOfLastYear, JudgingContext } from "../CheckRule.ts"
import { cellsOf } from "../DocumentCells.ts"
import type { LastYear } from "../Equation.ts"
import type { Where } from "../Finding.ts"
import { exactly, overlap } from "../Interval.ts"
import { isTelling } from "./misplaced.ts"

/** Every figure that last year's disclosure prints in a table that is known. */
const printedLastYear = (document: PublishedDisclosure, context: JudgingContext): ReadonlyArray<FigureOfLastYear> => {
  const previous = previousOf(document, context)
  if (Result.isFailure(previous)) return []
  const known = cellsOf(previous.success).tables.filter(({ table }) => table.meaning !== undefined)
  return known.flatMap((table) =>
    table.rows.flatMap((row) =>
      table.columns.flatMap((column) => {
        const cell = table.cellAt(row, column)
        if (cell?.printed._tag !== "Number") return []
        const where = placeBefore(cell.where, document, previous.success)
        return [{ address: cell.address, range: exactly(cell.printed.value), where }]
      })
    )
  )
}

/** What the cells of a document held last year, as far as it is known. */
export const lastYearOf = (
  document: PublishedDisclosure,
  rules: ReadonlyArray<CheckRule>,
  context: JudgingContext
): LastYear => {
  const known = new Map<string, Array<FigureOfLastYear>>()
  const told = rules.flatMap(({ lastYearIn }) => lastYearIn?.(document) ?? [])
  for (const figure of [...printedLastYear(document, context), ...told]) {
    const list = known.get(figure.address)
    if (list === undefined) known.set(figure.address, [figure])
    else list.push(figure)
  }
  return known
}

/** Where the figure of last year stands that a number at an address repeats; `undefined` where it repeats none. */
export const copiedFromLastYear = (
  lastYear: LastYear | undefined,
  address: string,
  printed: PrintedNumber
): Where | undefined =>
  isTelling(printed.text)
    ? lastYear?.get(address)?.find(({ range }) => overlap(range, exactly(printed.value)))?.where
    : undefined
