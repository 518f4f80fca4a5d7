/** 单元格召回: of the numbers printed in the tables of a made disclosure, how many are read in their place. */
import type { PublishedDisclosure, PublishedRow, PublishedTable } from "@juesuan/domain"
import type { Draft, DraftRow, DraftTable } from "../Draft.ts"

interface PrintedCell {
  readonly table: string
  readonly row: string
  readonly column: ReadonlyArray<string>
  readonly text: string
}

/** Names as they compare: without blanks, marks, numbering and the width of brackets. */
export const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll(/\s/gu, "")
    .replace(/^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十\d]+\)|\d{1,2}[.、])/u, "")
    .replaceAll(/[()“”"、.]/gu, "")

const digits = (text: string): string => text.replaceAll(/[,，\s]/gu, "")

/** The headings over every column, outermost first; a form that has amounts on several sides needs only the side. */
const headingsOf = (table: DraftTable): ReadonlyArray<ReadonlyArray<string>> => {
  const over: string[][] = Array.from({ length: table.width }, () => [])
  for (const row of table.header)
    row.forEach((cell, column) => {
      if (cell === undefined || cell.text === "" || /^\d+$/u.test(cell.text)) return
      for (let at = column; at < column + (cell.columnSpan ?? 1); at += 1) over[at]?.push(cell.text)
    })
  if (table.kind === "basic" || table.kind === "statistics") return over.map(() => [])
  return over.map((path) =>
    (path[0] === "收入" || path[0] === "支出") && path.length === 2 && amounts.has(path[1] ?? "")
      ? path.slice(0, 1)
      : path
  )
}
const amounts = new Set(["金额", "决算数"])

const labelBefore = (row: DraftRow, column: number): string => {
  for (let at = column - 1; at >= 0; at -= 1) {
    const cell = row[at]
    if (cell !== undefined && cell.origin === undefined && /[^\d\s—-]/u.test(cell.text)) return cell.text
  }
  return ""
}

/** Every number of the forms (not of the forms of self-evaluations) with where it stands. */
const printedCells = ({ blocks }: Draft): ReadonlyArray<PrintedCell> =>
  blocks
    .filter((block) => block.block === "table")
    .filter(({ kind }) => kind !== "evaluation" && kind !== "other")
    .flatMap((table) => {
      const headings = headingsOf(table)
      return table.body.flatMap((row) =>
        row.flatMap((cell, column) =>
          cell?.origin === undefined || !/\d/u.test(cell.text)
            ? []
            : [
                {
                  table: table.title,
                  row: /^\d{3,7}$/u.test(cell.origin.row) ? cell.origin.row : labelBefore(row, column),
                  column: headings[column] ?? [],
                  text: digits(cell.text)
                }
              ]
        )
      )
    })

const isRow = (row: PublishedRow, wanted: string): boolean =>
  wanted === "" ||
  row.code === wanted ||
  row.key === wanted ||
  bare(row.label) === bare(wanted) ||
  bare(row.key) === bare(wanted)

const numberIn = (row: PublishedRow, key: string): string | undefined => {
  const printed = row.cells[key]?.printed
  return printed?._tag === "Number" ? digits(printed.text) : undefined
}

const holds = (table: PublishedTable, { row, column, text }: PrintedCell): boolean =>
  table.rows.some(
    (one) =>
      isRow(one, row) &&
      table.columns.some(
        ({ key, headings, label }) =>
          numberIn(one, key) === text &&
          column.every((over) => [...headings, label, key].some((heading) => bare(heading).includes(bare(over))))
      )
  )

export interface CellRecall {
  readonly printed: number
  readonly read: number
  readonly missed: ReadonlyArray<PrintedCell>
}

export const cellRecall = (draft: Draft, disclosure: PublishedDisclosure): CellRecall => {
  const cells = printedCells(draft)
  const missed = cells.filter(
    (cell) =>
      !disclosure.tables.some((table) => bare(table.title).includes(bare(cell.table)) && holds(table, cell)) &&
      !disclosure.tables.some(
        (table) => bare(cell.table).includes(bare(table.title)) && table.title !== "" && holds(table, cell)
      )
  )
  return { printed: cells.length, read: cells.length - missed.length, missed }
}
