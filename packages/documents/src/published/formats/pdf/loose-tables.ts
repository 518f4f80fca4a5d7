/** 无线表跨页: tables without ruling lines whose parts stand on pages that follow each other. */
import type { RawGrid } from "../../RawDocument.ts"
import { isNumbering } from "../aligned/pieces.ts"
import { bandedGrid, type PlaceOf } from "./banded-grid.ts"
import type { LineItem, LooseItem } from "./page-items.ts"
import type { TextRow } from "./table-rows.ts"
import { type Word, wordsOf } from "./words.ts"

const textOf = ({ words }: TextRow): string => words.map(({ text }) => text).join("|")

/** Whether a line may stand in a head: words side by side, and no number but those of columns. */
const isOfHead = ({ words }: TextRow): boolean =>
  isNumbering(words) || (words.length > 1 && words.every(({ kind }) => kind === "words"))

/** Whether a part begins with figures: the rest of a table that began before. */
export const isHeadless = ({ rows }: LooseItem): boolean => {
  const first = rows.findIndex(({ words }) => words.some(({ kind }) => kind === "amount"))
  return first >= 0 && !rows.slice(0, first).some(isOfHead)
}

/** An amount, or a dash for none. */
const isSum = ({ kind }: Word): boolean => kind === "amount" || kind === "dash"

/** So many lines of names may stand above the first figures of a page. */
const mostOfNames = 3

/** Whether a part without a title above it goes on with one on the page before: that has no figures yet, or these begin at once. */
export const goesOn = (above: LooseItem, { rows }: LooseItem): boolean =>
  above.isHeadAlone || rows.slice(0, mostOfNames).some(({ words }) => words.some(isSum))

/** Of a line below a table: so long may the beginning of a name be. */
const longestName = 30

/** Whether a line below a table, or first overleaf, may be part of a row that the end of the page cut: of its name. */
export const mayBeTail = ({ page, rows }: LooseItem, line: LineItem): boolean => {
  const right = Math.max(...rows.flatMap(({ words }) => words.map((word) => word.right)))
  const isNear = line.page === page || line.page === page + 1
  return isNear && line.text.length <= longestName && !/[，。；：]|表$|^公开/u.test(line.text) && line.left < right
}

/** A part with lines below it. */
export const withTail = (item: LooseItem, tail: ReadonlyArray<LineItem>): LooseItem => ({
  ...item,
  rows: [...item.rows, ...tail.map((line) => ({ page: line.page, baseline: line.baseline, words: wordsOf([line]) }))]
})

/** How many lines a part repeats of the first part at its beginning: its heads. */
const repeated = (first: ReadonlyArray<TextRow>, next: ReadonlyArray<TextRow>): number => {
  const other = next.findIndex(
    (row, index) => textOf(row) !== textOf(first[index] ?? row) || first[index] === undefined
  )
  return other < 0 ? next.length : other
}

/** A table of which more stands overleaf, which could not be set under it. */
export const withoutRest = (grid: RawGrid): RawGrid => ({ ...grid, doubt: "body" })

/** The grids of parts that follow each other: those without a head of their own are one table with the part before. */
export const looseGrids = (parts: ReadonlyArray<LooseItem>, placeOf: PlaceOf): ReadonlyArray<RawGrid> => {
  const tables: Array<{ rows: Array<TextRow>; last: LooseItem; parts: number }> = []
  for (const part of parts) {
    const table = tables.at(-1)
    const heads = table === undefined ? 0 : repeated(table.rows, part.rows)
    if (table !== undefined && (heads > 0 || goesOn(table.last, part))) {
      table.rows.push(...part.rows.slice(heads))
      table.last = part
      table.parts += 1
    } else tables.push({ rows: [...part.rows], last: part, parts: 1 })
  }
  return tables.map(({ last, parts: count, rows }) => {
    const grid = bandedGrid(rows, placeOf)
    return count === 1 && last.isHeadAlone ? withoutRest(grid) : grid
  })
}
