/**
 * 栏: the columns of a table, each once: a table that is laid out side by side several times (公开06) prints one column in
 * several places; 收入 and 支出 are different columns.
 */
import type { Side } from "../content/row-names.ts"
import type { TableMeaningId } from "../content/table-names.ts"
import { bareLabel, classOfLabel } from "./facts.ts"
import type { Path } from "./headings.ts"
import type { Item } from "./items.ts"
import type { Layout } from "./Layout.ts"
import { plain } from "./Matrix.ts"

export interface LogicalColumn {
  readonly path: Path
  readonly side: Side | undefined
  /** Where it stands in the grid. */
  readonly grid: ReadonlyArray<number>
}

const sideOfHeading = (text: string): Side | undefined =>
  /^(?:收入|本年收入)$/u.test(plain(text))
    ? "income"
    : /^(?:支出|本年支出)$/u.test(plain(text))
      ? "expenditure"
      : undefined

const sideOfRows = (items: ReadonlyArray<Item>): Side | undefined => {
  const votes = { income: 0, expenditure: 0 }
  for (const { label } of items) {
    const bare = bareLabel(label)
    if (classOfLabel(label) !== undefined || /支出|年末|结余分配/u.test(bare)) votes.expenditure++
    else if (/收入|拨款|年初|使用.*结余/u.test(bare)) votes.income++
  }
  return votes.income === votes.expenditure ? undefined : votes.income > votes.expenditure ? "income" : "expenditure"
}

/** The side of every block, of a form with 收入 and 支出; by its heading, else by its rows. */
export const sidesOf = (
  layout: Layout,
  paths: ReadonlyMap<number, Path>,
  items: ReadonlyArray<Item>
): ReadonlyArray<Side | undefined> => {
  if (layout.blocks.length < 2) return layout.blocks.map(() => undefined)
  return layout.blocks.map((block, index) => {
    const tops = block.amounts.map((column) => sideOfHeading(paths.get(column)?.[0] ?? ""))
    return tops.find((side) => side !== undefined) ?? sideOfRows(items.filter((item) => item.block === index))
  })
}

const sideTitles: Readonly<Record<Side, string>> = { income: "收入", expenditure: "支出" }
const hasSides = (meaning: TableMeaningId | undefined): boolean =>
  meaning === "income-expenditure-summary" || meaning === "fiscal-income-expenditure-summary"

interface Parts {
  readonly layout: Layout
  readonly paths: ReadonlyMap<number, Path>
  readonly sides: ReadonlyArray<Side | undefined>
  readonly meaning: TableMeaningId | undefined
}

/** 收入·金额 of a side with one column is 收入. */
const shortPath = (path: Path, side: Side, alone: boolean): Path => {
  const rest = path.filter((text, index) => !(index === 0 && sideOfHeading(text) !== undefined))
  return alone ? [sideTitles[side]] : [sideTitles[side], ...rest]
}

/** The columns of a table in their printed order. */
export const logicalColumns = ({ layout, meaning, paths, sides }: Parts): ReadonlyArray<LogicalColumn> => {
  const columns: { path: Path; side: Side | undefined; grid: number[] }[] = []
  const counts = layout.blocks.map(({ amounts }) => amounts.length)
  const alike = counts.every((count) => count === counts[0]) && counts.length > 1
  for (const [index, block] of layout.blocks.entries()) {
    const side = hasSides(meaning) ? sides[index] : undefined
    for (const [nth, column] of block.amounts.entries()) {
      const printed = paths.get(column) ?? []
      const leaf = alike && !hasSides(meaning) && printed.length > 1 ? printed.slice(1) : printed
      const path = side === undefined ? leaf : shortPath(printed, side, block.amounts.length === 1)
      const same = columns.find(
        (other) =>
          other.path.join("·") === path.join("·") && other.side === side && (alike || side !== undefined || nth < 0)
      )
      const elsewhere = same !== undefined && !block.amounts.some((own) => same.grid.includes(own))
      if (elsewhere) same.grid.push(column)
      else columns.push({ path, side, grid: [column] })
    }
  }
  return columns
}
