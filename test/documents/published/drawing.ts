/**
 * 画表: a grid drawn as text, as it would be found in a file: cells between bars, `<` where the cell on the left reaches
 * over, `^` where the cell above reaches down.
 */
import type { RawBlock, RawCell, RawDocument, RawGrid, RawParagraph } from "@juesuan/documents"

const place = { page: 1 }

/** A paragraph. */
export const line = (text: string): RawParagraph => ({ _tag: "Paragraph", text, place })

/** A grid from rows of texts. */
const gridOfTexts = (rows: ReadonlyArray<ReadonlyArray<string>>): RawGrid => {
  const columns = Math.max(...rows.map((row) => row.length))
  const at = (row: number, column: number) => rows[row]?.[column] ?? ""
  const cells: Array<RawCell> = []
  for (const [row, texts] of rows.entries())
    for (const [column, text] of texts.entries()) {
      if (text === "<" || text === "^") continue
      let columnSpan = 1
      let rowSpan = 1
      while (at(row, column + columnSpan) === "<") columnSpan += 1
      while (at(row + rowSpan, column) === "^") rowSpan += 1
      cells.push({ row, column, rowSpan, columnSpan, text, place: { page: 1, line: row + 1 } })
    }
  return { _tag: "Grid", rows: rows.length, columns, cells, place, bounded: true }
}

/** A grid as drawn: one line a row, cells parted by bars. */
export const grid = (drawn: string): RawGrid =>
  gridOfTexts(
    drawn
      .trim()
      .split("\n")
      .map((row) => row.split("|").map((text) => text.trim()))
  )

/** A file of these blocks. */
export const file = (...blocks: ReadonlyArray<RawBlock>): RawDocument => ({
  name: "公开.txt",
  format: "text",
  pages: 1,
  blocks,
  unread: []
})
