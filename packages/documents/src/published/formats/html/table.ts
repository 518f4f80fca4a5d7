/** 网页的表: a table as a grid with its merged cells, or as the frame of a page, which is no table at all. */
import type { RawCell, RawGrid } from "../../RawDocument.ts"
import { readingLimits } from "../reading-limits.ts"
import { cellText } from "./text.ts"
import { attribute, childrenOf, type Element, found, isElement, isHidden, lineOf } from "./tree.ts"

const widestSpan = 200
const cellNames = new Set(["td", "th"])
const tableNames = new Set(["table"])
const none: ReadonlySet<string> = new Set()

const rowsOf = (table: Element): ReadonlyArray<Element> =>
  found(table, new Set(["tr"]), tableNames).filter((row) => row.tagName === "tr")

const cellsOfRow = (row: Element): ReadonlyArray<Element> =>
  childrenOf(row).filter(
    (child): child is Element => isElement(child) && cellNames.has(child.tagName) && !isHidden(child)
  )

const nestedTables = (cell: Element): ReadonlyArray<Element> => found(cell, tableNames, none)

const longText = 300

/** Whether a cell holds a part of a page rather than an entry: headings, or paragraphs of running text. */
const holdsPage = (cell: Element): boolean => {
  if (found(cell, new Set(["h1", "h2", "h3", "h4", "h5", "h6"]), tableNames).length > 0) return true
  const paragraphs = found(cell, new Set(["p", "div", "li"]), tableNames)
  return paragraphs.length >= 3 && cellText(cell).length > longText
}

/**
 * Whether a table only frames a page: it has one cell; or tables stand in it and hardly any text of its own; or so few rows
 * and cells that are parts of a page that nothing stands under a heading.
 */
export const isFrame = (table: Element): boolean => {
  const rows = rowsOf(table)
  const cells = rows.flatMap(cellsOfRow)
  if (cells.length <= 1) return true
  const filled = cells.filter((cell) => cellText(cell) !== "").length
  if (
    cells.some((cell) => nestedTables(cell).length > 0) &&
    (filled <= 3 || rows.every((row) => cellsOfRow(row).length < 2))
  )
    return true
  return (rows.length <= 3 || filled <= 3) && cells.some(holdsPage)
}

const span = (cell: Element, name: string): number => {
  const value = Number.parseInt(attribute(cell, name) ?? "1", 10)
  return Number.isSafeInteger(value) && value >= 0 ? value : 1
}

/** Rows and columns that a cell takes up, within the table. */
const extent = (cell: Element, rowsLeft: number): Pick<RawCell, "rowSpan" | "columnSpan"> => {
  const below = span(cell, "rowspan")
  return {
    rowSpan: below === 0 ? rowsLeft : Math.min(below, rowsLeft),
    columnSpan: Math.min(Math.max(1, span(cell, "colspan")), widestSpan)
  }
}

/** Cells at their places: each takes the first place in its row that no cell of a row above reaches into. */
export const gridOf = (table: Element): RawGrid => {
  const rows = rowsOf(table)
  const cells: Array<RawCell> = []
  /** For every column the first row that it is free in. */
  const freeFrom: Array<number> = []
  for (const [row, element] of rows.entries()) {
    let column = 0
    for (const cell of cellsOfRow(element)) {
      if (column > readingLimits.columns) break
      while ((freeFrom[column] ?? 0) > row) column += 1
      const { columnSpan, rowSpan } = extent(cell, rows.length - row)
      for (let reached = column; reached < column + columnSpan; reached += 1) freeFrom[reached] = row + rowSpan
      cells.push({ row, column, rowSpan, columnSpan, text: cellText(cell), place: { line: lineOf(cell) } })
      column += columnSpan
    }
  }
  const columns = freeFrom.length
  return { _tag: "Grid", rows: rows.length, columns, cells, place: { line: lineOf(table) }, bounded: true }
}

/** Tables within the cells of a grid, which are grids of their own. */
export const tablesWithin = (table: Element): ReadonlyArray<Element> =>
  rowsOf(table).flatMap(cellsOfRow).flatMap(nestedTables)

export const captionOf = (table: Element): Element | undefined => found(table, new Set(["caption"]), tableNames)[0]

/** Cells of a frame in reading order, each a part of the page. */
export const partsOf = (table: Element): ReadonlyArray<Element> => rowsOf(table).flatMap(cellsOfRow)
