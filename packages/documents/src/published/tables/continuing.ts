/**
 * 续表: the rows of a table on its next page, set into the columns of the first. Where it cannot be known which column is
 * which, nothing is set: a figure in a wrong column would be a false one.
 */
import { headingsOf, type Path } from "./headings.ts"
import { type Layout, layoutOf } from "./Layout.ts"
import { emptySlot, type Matrix, type MatrixRow, ownText, ownTexts } from "./Matrix.ts"
import { isAmount, isCode, isNumeric, isWords } from "./words.ts"

/** Whether what stands in the rows is what the columns hold. */
const fits = ({ roles }: Layout, rows: ReadonlyArray<MatrixRow>): boolean => {
  let right = 0
  let wrong = 0
  for (const row of rows)
    for (const [column, slot] of row.entries()) {
      const text = ownText(slot)
      const role = roles[column]
      if (text === "" || (ownTexts(row).length === 1 && isWords(text))) continue
      const held = isAmount(text)
        ? role === "amount"
        : isCode(text)
          ? role !== "line"
          : isNumeric(text) || role !== "line"
      if (held) right++
      else wrong++
    }
  return wrong * 20 <= right
}

const padded = (row: MatrixRow, width: number): MatrixRow =>
  row.length >= width ? row : [...row, ...Array.from({ length: width - row.length }, () => emptySlot)]

interface Columns {
  readonly stubs: ReadonlyArray<number>
  readonly amounts: ReadonlyArray<number>
  readonly paths: ReadonlyMap<number, Path>
  readonly roles: Layout["roles"]
}

const isPrinted = (layout: Layout, column: number): boolean => layout.body.some((row) => ownText(row[column]) !== "")

/** The columns of a page; stubs that print nothing there (款, 项 where codes stand whole) are none. */
const columnsOf = (layout: Layout, width: number): Columns => ({
  stubs: layout.blocks.flatMap(({ stubs }) => stubs).filter((column) => isPrinted(layout, column)),
  amounts: layout.blocks.flatMap(({ amounts }) => amounts),
  paths: headingsOf(layout, width),
  roles: layout.roles
})

/** Columns by their headings, where the next page prints the head again and both have the same stubs. */
const byHeadings = (first: Columns, next: Columns, layout: Layout): ReadonlyMap<number, number> | undefined => {
  const stubs = next.stubs.map((column, index): [number, number] => [column, first.stubs[index] ?? -1])
  const alike = stubs.every(([from, to]) => next.roles[from] === first.roles[to])
  if (first.stubs.length !== next.stubs.length || !alike) return undefined
  const map = new Map(stubs)
  for (const column of next.amounts) {
    const path = (next.paths.get(column) ?? []).join("·")
    const same = first.amounts.filter((other) => (first.paths.get(other) ?? []).join("·") === path)
    const [only, ...others] = same
    if (path === "" || only === undefined || others.some((other) => isPrinted(layout, other))) return undefined
    map.set(column, only)
  }
  return map
}

/** Columns by their order, where a page without a head prints as many of every kind. */
const byOrder = (first: Columns, next: Columns): ReadonlyMap<number, number> | undefined => {
  const from = [...next.stubs, ...next.amounts]
  const to = [...first.stubs, ...first.amounts]
  const alike =
    from.length === to.length && from.every((column, index) => next.roles[column] === first.roles[to[index] ?? -1])
  return alike ? new Map(from.map((column, index) => [column, to[index] ?? column])) : undefined
}

const moved = (row: MatrixRow, columns: ReadonlyMap<number, number>, width: number): MatrixRow => {
  const slots = Array.from({ length: width }, () => emptySlot)
  for (const [from, to] of columns) slots[to] = row[from] ?? emptySlot
  return slots
}

/** The rows of the next page in the columns of the table, or `undefined` where that is not sure. */
export const continued = (table: Matrix, next: Matrix, isBounded: boolean): ReadonlyArray<MatrixRow> | undefined => {
  const first = layoutOf(table)
  const own = layoutOf(next)
  const body = next.rows.filter((row) => own.body.includes(row))
  const sameWidth = next.width === table.width
  if ((sameWidth || isBounded) && next.width <= table.width && fits(first, body)) {
    return next.rows.map((row) => padded(row, table.width))
  }
  const here = columnsOf(first, table.width)
  const there = columnsOf(own, next.width)
  const columns = own.head.length > 0 ? byHeadings(here, there, first) : byOrder(here, there)
  return columns === undefined ? undefined : body.map((row) => moved(row, columns, table.width))
}
