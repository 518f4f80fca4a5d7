/** 种入的错: one error in a draft that was consistent, and what a reader should be told of it. */
import type { Chance } from "../Chance.ts"
import type { Block, Draft, DraftCell, DraftTable } from "../Draft.ts"

/** What was planted: cells of a table by the text of their rows, or a sentence. */
export interface Truth {
  readonly kind: string
  readonly table?: string
  /** Labels or codes of the rows that were touched, and the headings of the columns. */
  readonly rows?: ReadonlyArray<string>
  readonly columns?: ReadonlyArray<string>
  /** The paragraph as it now reads, or the project whose form was touched. */
  readonly quote?: string
  readonly project?: string
  readonly detail: string
}

export interface Planted {
  readonly draft: Draft
  readonly truth: Truth
}

/** Plants an error of one kind somewhere in the draft; `undefined` where the draft has no place for it. */
export interface Plant {
  readonly kind: string
  readonly plant: (draft: Draft, chance: Chance) => Planted | undefined
}

export const replaced = (draft: Draft, index: number, block: Block): Draft => ({
  blocks: draft.blocks.map((one, at) => (at === index ? block : one))
})

export interface TableAt {
  readonly index: number
  readonly table: DraftTable
}

export const tablesOf = (draft: Draft, kinds: ReadonlyArray<DraftTable["kind"]>): ReadonlyArray<TableAt> =>
  draft.blocks.flatMap((block, index) =>
    block.block === "table" && kinds.includes(block.kind) ? [{ index, table: block }] : []
  )

export interface CellAt {
  readonly row: number
  readonly column: number
  readonly cell: DraftCell
}

/** Body cells that print a cell of a sheet. */
export const printedCellsOf = (table: DraftTable): ReadonlyArray<CellAt> =>
  table.body.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (cell?.origin === undefined ? [] : [{ row, column, cell }]))
  )

/** The amount that a cell prints, in hundredths; `undefined` where it prints none. */
export const amountIn = (text: string): number | undefined => {
  const plain = text.replaceAll(",", "")
  return /^-?\d+\.\d{2}$/u.test(plain) ? Math.round(Number(plain) * 100) : undefined
}

export const withTexts = (table: DraftTable, texts: ReadonlyMap<string, string>): DraftTable => ({
  ...table,
  body: table.body.map((cells, row) =>
    cells.map((cell, column) => {
      const text = texts.get(`${row}/${column}`)
      return cell === undefined || text === undefined ? cell : { ...cell, text }
    })
  )
})

/** The label that stands before a column: the name of its row. */
export const labelOf = (table: DraftTable, row: number, column: number): string => {
  const cells = table.body[row] ?? []
  for (let at = column - 1; at >= 0; at -= 1) {
    const cell = cells[at]
    if (cell && cell.origin === undefined && /[^\d\s—-]/u.test(cell.text)) return cell.text.trim()
  }
  return ""
}

export const headingOf = (table: DraftTable, column: number): string => {
  let found = ""
  for (const row of table.header)
    row.forEach((cell, at) => {
      if (cell && !/^\d*$/u.test(cell.text) && at <= column && column < at + (cell.columnSpan ?? 1)) found = cell.text
    })
  return found
}
