/** 缺格的行: rows of text that lost the empty cells under merged labels on their left stand in their columns again. */
import type { GridRow } from "./grid-rows.ts"

const moved = (row: GridRow, by: number): GridRow => ({
  ...row,
  cells: row.cells.map((cell) => ({ ...cell, from: cell.from + by, to: cell.to + by }))
})

/** So many labels stand on the left of a row at most: 绩效指标, and three levels. */
const mostLost = 4

/** The row, moved right by as few cells as make it fit the columns of `width`; as it is where none of them does. */
export const settled = (row: GridRow, width: number, fits: (row: GridRow) => boolean): GridRow => {
  const end = Math.max(0, ...row.cells.map(({ to }) => to))
  for (let by = 0; by <= Math.min(mostLost, width - end); by += 1) {
    const there = moved(row, by)
    if (fits(there)) return there
  }
  return row
}
