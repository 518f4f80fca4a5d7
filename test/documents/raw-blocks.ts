/** Blocks for the tests of readers, written by hand: paragraphs, and grids as rows in which ^ and < continue a merged cell. */
import type { RawBlock, RawCell, RawGrid } from "@juesuan/documents"

export const paragraph = (text: string): RawBlock => ({ _tag: "Paragraph", text, place: {} })

/**
 * A grid, one line per row, cells parted by |. `^` belongs to the cell above, `<` to the cell on the left.
 *
 * @example grid("项目资金 | 年初预算数 | <", "^ | 目标申报 | 预算编制")
 */
export const grid = (...lines: ReadonlyArray<string>): RawGrid => {
  const rows = lines.map((line) => line.split("|").map((cell) => cell.trim()))
  const columns = Math.max(...rows.map((row) => row.length))
  const cells = rows.flatMap((row, index) =>
    row.flatMap((text, column): ReadonlyArray<RawCell> => {
      if (text === "^" || text === "<") return []
      let [rowSpan, columnSpan] = [1, 1]
      while (row[column + columnSpan] === "<") columnSpan += 1
      while (rows[index + rowSpan]?.[column] === "^") rowSpan += 1
      return [{ row: index, column, rowSpan, columnSpan, text, place: { line: index + 1 } }]
    })
  )
  return { _tag: "Grid", rows: rows.length, columns, cells, place: {}, bounded: true }
}
