/** 印出的单元格: what the tables of a disclosure print, to hold one against another. */
import type { PublishedDisclosure } from "@juesuan/domain"

/** What every cell prints, by the meaning of its table, row and column; blanks are left out. */
export const printedCells = ({ tables }: Pick<PublishedDisclosure, "tables">): ReadonlyMap<string, string> =>
  new Map(
    tables.flatMap(({ columns, meaning, rows }) =>
      rows.flatMap((row) =>
        columns.flatMap((column) => {
          const printed = row.cells[column.key]?.printed
          const at = [meaning, row.meaning, column.meaning].join("/")
          return printed === undefined || printed._tag === "Blank" ? [] : [[at, printed.text] as const]
        })
      )
    )
  )
