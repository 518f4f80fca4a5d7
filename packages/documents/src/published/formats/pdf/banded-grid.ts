/**
 * 无线表: a table without ruling lines as a grid, from where its words stand. What does not fit for sure is said: a figure
 * in a wrong column would be a false one.
 */
import type { SourcePlace } from "@juesuan/domain"
import type { RawCell, RawGrid } from "../../RawDocument.ts"
import { isNumber, isNumbering } from "../aligned/pieces.ts"
import { joinedAll } from "../joining.ts"
import { type Bands, bandsOf } from "./bands.ts"
import { around, type Box } from "./geometry.ts"
import { type Head, headOver } from "./table-head.ts"
import { lineStep, looseLines, type TableRow, tableRows, type TextRow } from "./table-rows.ts"
import type { Word } from "./words.ts"

export type PlaceOf = (page: number, box: Box) => SourcePlace

const textOf = (words: ReadonlyArray<Word>): string => joinedAll(words.map(({ text }) => text))

/** No head has more lines than this. */
const longestHead = 20

/** So many lines above the first figures may be those of names that are broken about them. */
const mostOfNames = 2

interface Parts {
  readonly head: ReadonlyArray<TextRow>
  readonly body: ReadonlyArray<TextRow>
  readonly bands: Bands
}

const partsAt = (rows: ReadonlyArray<TextRow>, length: number): Parts => {
  const body = rows.slice(length)
  return { head: rows.slice(0, length), body, bands: bandsOf(body.map(({ words }) => words)) }
}

/**
 * Head and body: to the numbers of columns, else to the first figures; lines above these are names of the body where fewer
 * lines are left over so.
 */
const partsOf = (rows: ReadonlyArray<TextRow>): Parts => {
  const numbering = rows.slice(0, longestHead).findIndex(({ words }) => isNumbering(words))
  if (numbering >= 0) return partsAt(rows, numbering + 1)
  const numbers = rows.findIndex(({ words }) => words.some((word) => isNumber(word)))
  const first = numbers < 0 ? rows.length : numbers
  let best = partsAt(rows, first)
  let least = looseLines(best.body, best.bands)
  for (let length = first - 1; length > 0 && length >= first - mostOfNames; length -= 1) {
    const parts = partsAt(rows, length)
    const loose = looseLines(parts.body, parts.bands)
    if (loose < least) [best, least] = [parts, loose]
  }
  return best
}

/** Whether a row has but words in a table whose rows have codes or numbers: whose words they are is not sure. */
const hasLooseNames = (rows: ReadonlyArray<TableRow>): boolean => {
  const keyed = rows.filter(({ cells }) =>
    [...cells].some(([{ role }, [word]]) => role !== "words" && /^\d{1,7}$/u.test(word?.text ?? ""))
  )
  const loose = rows.filter(({ cells }) => {
    const texts = [...cells].map(([, words]) => textOf(words))
    return [...cells.keys()].every(({ role }) => role === "words") && !texts.some((text) => whole.test(text))
  })
  return loose.length > 0 && keyed.length > rows.length / 3
}
const whole = /计$|经费$|^[一二三四五六七八九十]+、|^[（(]?其中|^注|^[（(][一二三四五六七八九十]+[）)]|^\d+[.．、]/u

/** A number that may go on: it ends with a comma, a point or fewer than two digits behind it. */
const isOpen = (word: Word | undefined): boolean => word !== undefined && /^[-\d,]*(?:[,.]\d?|,\d{2})$/u.test(word.text)

/** Whether a row holds but the last digits of numbers that stand one or two rows above it. */
const hasBrokenNumbers = (rows: ReadonlyArray<TableRow>): boolean =>
  rows.some(({ cells }, index) => {
    const isRest = [...cells].every(
      ([{ role }, [word]]) => role !== "words" && /^[\d,]*\.?\d+$/u.test(word?.text ?? "")
    )
    const above = rows.slice(Math.max(0, index - 2), index)
    return isRest && above.some((row) => [...cells.keys()].every((band) => isOpen(row.cells.get(band)?.[0])))
  })

const isMixed = (rows: ReadonlyArray<TableRow>): boolean =>
  rows.some(({ cells }) => [...cells].some(([{ role }, words]) => role !== "words" && words.length > 1))

/** Whether a row has amounts, and nothing that says what it is, in a table whose rows have names. */
const hasNamelessFigures = (rows: ReadonlyArray<TableRow>, { bands }: Bands): boolean =>
  bands.some(({ role }) => role === "words") &&
  rows.some(({ cells }) => [...cells.values()].flat().every(({ kind }) => kind === "amount" || kind === "dash"))

const isSure = (rows: ReadonlyArray<TableRow>, bands: Bands): boolean =>
  bands.unsure.length === 0 &&
  !hasNamelessFigures(rows, bands) &&
  !isMixed(rows) &&
  !hasLooseNames(rows) &&
  !hasBrokenNumbers(rows)

const cellOf = (
  placeOf: PlaceOf,
  words: ReadonlyArray<Word>,
  page: number,
  at: Omit<RawCell, "text" | "place">
): RawCell => ({
  ...at,
  text: textOf(words),
  place: placeOf(page, around(words))
})

/** Rows whose columns are not known, as they stand: what a reader is told was not read. */
const asItStands = (rows: ReadonlyArray<TextRow>, placeOf: PlaceOf, place: SourcePlace): RawGrid => ({
  _tag: "Grid",
  rows: rows.length,
  columns: Math.max(...rows.map(({ words }) => words.length)),
  cells: rows.flatMap(({ page, words }, row) =>
    words.map((word, column) => cellOf(placeOf, [word], page, { row, column, rowSpan: 1, columnSpan: 1 }))
  ),
  place,
  bounded: false,
  doubt: "body"
})

const gridOf = (head: Head, page: number, rows: ReadonlyArray<TableRow>, placeOf: PlaceOf) => {
  const columnOf = new Map(head.columns.map(({ band }, index) => [band, index]))
  const above = head.cells.map(({ column, columnSpan, row, rowSpan, words }) =>
    cellOf(placeOf, words, page, { row, column, rowSpan, columnSpan })
  )
  const below = rows.flatMap(({ cells, page }, index) =>
    [...cells].map(([band, words]) =>
      cellOf(placeOf, words, page, {
        row: head.rows + index,
        column: columnOf.get(band) ?? 0,
        rowSpan: 1,
        columnSpan: 1
      })
    )
  )
  const cells = [...above, ...below]
  return { _tag: "Grid", rows: head.rows + rows.length, columns: head.columns.length, cells, bounded: false } as const
}

/** Lines of text of a table, of one page or of several, as a grid. */
export const bandedGrid = (rows: ReadonlyArray<TextRow>, placeOf: PlaceOf): RawGrid => {
  const page = rows[0]?.page ?? 1
  const place = placeOf(page, around(rows.filter((row) => row.page === page).flatMap(({ words }) => words)))
  const { bands, body: bodyRows, head: headRows } = partsOf(rows)
  const head = headOver(headRows, bands.bands, lineStep(bodyRows, bands))
  const body = tableRows(bodyRows, bands)
  if (head === undefined || body === undefined) return asItStands(rows, placeOf, place)
  const grid = { ...gridOf(head, page, body, placeOf), place }
  if (headRows.length === 0 || !isSure(body, bands)) return { ...grid, doubt: "body" }
  return head.isSure ? grid : { ...grid, doubt: "head" }
}
