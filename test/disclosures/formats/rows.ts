/** 网格: the rows of a table as a file holds them, with its title and captions inside where they stand there. */
import type { DraftCell, DraftRow, DraftTable } from "../Draft.ts"

const across = (texts: ReadonlyArray<string>, width: number): DraftRow => {
  const each = Math.floor(width / texts.length)
  return texts.flatMap((text, index) => {
    const span = index === texts.length - 1 ? width - each * (texts.length - 1) : each
    const first: DraftCell = span > 1 ? { text, columnSpan: span } : { text }
    return [first, ...Array.from({ length: span - 1 }, () => undefined)]
  })
}

/** What stands before the grid as text of its own. */
export const linesBefore = (table: DraftTable): ReadonlyArray<string> =>
  table.titleInGrid ? [] : [table.title, ...table.captions]

export const titleRows = ({ titleInGrid, title, captions, width }: DraftTable): ReadonlyArray<DraftRow> => {
  if (!titleInGrid) return []
  const [number = "", ...rest] = captions
  const shown = rest.length > width ? [rest.join(" ")] : rest
  return [across([title], width), across([number], width), ...(shown.length > 0 ? [across(shown, width)] : [])]
}

/** The whole grid in one piece: title, headings, body. */
export const allRows = (table: DraftTable): ReadonlyArray<DraftRow> => [
  ...titleRows(table),
  ...table.header,
  ...table.body
]

/** The grid cut at its page ends, with the headings again where they are repeated. */
export const pieces = (table: DraftTable): ReadonlyArray<ReadonlyArray<DraftRow>> => {
  const cuts = [0, ...table.breaks, table.body.length]
  return cuts.slice(0, -1).map((from, index) => {
    const head = index === 0 ? [...titleRows(table), ...table.header] : table.repeatsHeader ? table.header : []
    return [...head, ...table.body.slice(from, cuts[index + 1])]
  })
}
