/** 读表: a grid with what stands around it → a table of a disclosure, by what it contains and not by its number or page. */
import {
  normalizedLabel,
  Quantities,
  type PublishedCell,
  type PublishedColumn,
  type PublishedRow,
  type PublishedTable,
  type SourcePlace,
  type Unread
} from "@juesuan/domain"
import type { Side } from "../content/row-names.ts"
import type { TableMeaningId } from "../content/table-names.ts"
import { amountsInBrackets, type Captions, joinedCaptions, meaningsOfTitle } from "./captions.ts"
import { type LogicalColumn, logicalColumns, sidesOf } from "./columns.ts"
import { doubtsOf, headText, unknownColumns } from "./doubts.ts"
import { classOfLabel, factsOf, meaningOf } from "./facts.ts"
import { headingsByWords, headingsOf, type Path } from "./headings.ts"
import { type Item, itemsOfRow } from "./items.ts"
import { withWholeCodes } from "./whole-codes.ts"
import { withWholeNames } from "./whole-names.ts"
import { type Layout, layoutOf } from "./Layout.ts"
import { type Matrix, ownText, ownTexts, plain } from "./Matrix.ts"
import { columnMeaning, rowMeaning } from "./meanings.ts"
import { printedIn, unitInLabel } from "./printed.ts"
import { sortedRows } from "./sorting.ts"
import { isAmount, isDash, isNumeric } from "./words.ts"
import { arranged } from "./three-public.ts"

/** A table as it was found: one grid, or the parts of one that pages broke. */
export interface TableSource {
  readonly matrix: Matrix
  readonly captions: Captions
  readonly notes: ReadonlyArray<string>
  readonly statedEmpty: PublishedTable["statedEmpty"]
  readonly unread: ReadonlyArray<Unread>
  readonly place: SourcePlace
  /** Whether the head was told apart by blanks alone, and whether for sure. */
  readonly head: "bounded" | "aligned" | "doubtful"
  /** Whether it is not sure in which column figures stand: none of them is read. */
  readonly isUnsure: boolean
}

interface Reading {
  readonly layout: Layout
  readonly items: ReadonlyArray<Item>
  readonly paths: ReadonlyMap<number, Path>
  readonly meaning: TableMeaningId | undefined
  readonly columns: ReadonlyArray<LogicalColumn>
  readonly sides: ReadonlyArray<Side | undefined>
  readonly amounts: string | undefined
  readonly unread: ReadonlyArray<Unread>
  /** Whether the figures stand under headings that are known. */
  readonly isSure: boolean
}

const pathsOf = (layout: Layout, { width }: Matrix, head: TableSource["head"]) =>
  head === "bounded" ? headingsOf(layout, width) : headingsByWords(layout, width, head === "doubtful")

/** 项目（单位：万元）: the unit of all amounts, stated in the head; 决算数（万元） is that of one column. */
const amountsOfHead = ({ head }: Layout): string | undefined =>
  head
    .flatMap((row) => ownTexts(row))
    .map((text) => (/单位[:：]/u.test(text) ? amountsInBrackets(text) : undefined))
    .find((unit) => unit !== undefined)

const readingOf = (matrix: Matrix, captions: Captions, { head, isUnsure, place, unread }: TableSource): Reading => {
  const layout = layoutOf(matrix)
  // A piece of a table, told apart by blanks, without a head and a title: where it belongs is not known.
  const isTorn = head !== "bounded" && layout.head.length === 0 && captions.titles.length === 0
  const known = isTorn ? undefined : pathsOf(layout, matrix, head)
  const paths = known ?? headingsOf(layout, matrix.width)
  const rows = layout.body.flatMap((row) => itemsOfRow(row, layout, place))
  const items = withWholeNames(withWholeCodes(rows))
  const meaning = meaningOf(captions.titles, factsOf(items, paths.values()))
  const sides = sidesOf(layout, paths, items)
  const columns = logicalColumns({ layout, paths, sides, meaning })
  const inTitles = captions.titles.map((title) => amountsInBrackets(title)).findLast(Boolean)
  const amounts = captions.amounts ?? inTitles ?? amountsOfHead(layout)
  // What was not read for its columns needs no further reason.
  const found = isUnsure ? [] : doubtsOf(known !== undefined, items)
  const doubts = found.map((reason) => ({ text: headText(layout), reason, place }))
  const isSure = !isUnsure && known !== undefined
  return { layout, items, paths, meaning, columns, sides, amounts, unread: [...unread, ...doubts], isSure }
}

/** Keys that are unique in their table: the second 合计 is 合计·2. */
const uniqueKeys = () => {
  const seen = new Map<string, number>()
  return (key: string): string => {
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? key : `${key}·${count}`
  }
}

const numberOver = (layout: Layout, columns: ReadonlyArray<number>): number | null => {
  const found = columns.map((column) => ownText(layout.numbers?.[column])).find((text) => /^\d{1,3}$/u.test(text))
  return found === undefined ? null : Number(found)
}

/** The shortest end of the heading path that no other column has. */
const labelsOf = (columns: ReadonlyArray<LogicalColumn>): ReadonlyArray<string> =>
  columns.map(({ path }) => {
    for (let length = 1; length < path.length; length++) {
      const end = path.slice(-length).join("·")
      if (columns.filter((other) => other.path.slice(-length).join("·") === end).length === 1) return end
    }
    return path.join("·")
  })

/**
 * Of columns that mean the same the one that holds numbers: a heading may reach over an empty strip. Where several do, it is not
 * known which is meant.
 */
const meantBy = (
  meanings: ReadonlyArray<string | undefined>,
  index: number,
  holds: (index: number) => boolean
): boolean => {
  const alike = meanings.flatMap((other, at) => (other === meanings[index] ? [at] : []))
  const holding = alike.filter(holds)
  return holding.length < 2 && (holding[0] ?? alike[0]) === index
}

const publishedColumns = ({ columns, items, layout, meaning }: Reading): ReadonlyArray<PublishedColumn> => {
  const keyOf = uniqueKeys()
  const labels = labelsOf(columns)
  const meanings = columns.map(({ path, side }) =>
    meaning === undefined ? undefined : columnMeaning(meaning, path, side)
  )
  const holds = (index: number): boolean =>
    items.some(({ cells }) => (columns[index]?.grid ?? []).some((column) => isNumeric(cells.get(column)?.text ?? "")))
  return columns.map(({ grid, path }, index) => {
    const own = meanings[index]
    const number = numberOver(layout, grid)
    const key = keyOf(path.join("·") || (number === null ? `第${index + 1}栏` : `栏次${number}`))
    return {
      key,
      label: labels[index] || key,
      headings: path,
      number,
      meaning: meantBy(meanings, index, holds) ? own : undefined
    }
  })
}

/** The unit of a cell: of its column's heading, of its row's label, of the table. */
const shownIn = (reading: Reading, column: LogicalColumn, item: Item): string => {
  const heading = column.path.map((text) => amountsInBrackets(text) ?? unitInLabel(text)).findLast(Boolean)
  const count = reading.meaning === "further-information" ? countUnit(item.label) : undefined
  return heading ?? unitInLabel(item.label) ?? count ?? reading.amounts ?? ""
}

const countUnit = (label: string): string | undefined =>
  /用车|车辆/u.test(label) ? "辆" : /设备/u.test(label) ? "台（套）" : undefined

const cellsOf = (reading: Reading, item: Item, columns: ReadonlyArray<PublishedColumn>, place: SourcePlace) => {
  const cells: Record<string, PublishedCell> = {}
  for (const [index, column] of reading.columns.entries()) {
    const slots = column.grid.flatMap((grid) => item.cells.get(grid) ?? [])
    const slot = slots.find((own) => own.text !== "") ?? slots[0]
    const key = columns[index]?.key
    if (slot === undefined || key === undefined) continue
    cells[key] = {
      printed: printedIn(slot.text, shownIn(reading, column, item)),
      place: slot.cell?.place ?? item.place ?? place
    }
  }
  return cells
}

/** What the row stands under: a line of the form whose parts follow it, or a section of the table. */
const sectionAfter = (section: string, item: Item, meaning: string | undefined): string => {
  if (meaning === "opening-carryover" || meaning === "closing-carryover") return meaning
  if (meaning !== undefined && !/^(?:opening|closing)-carryover\./u.test(meaning))
    return section.replace(/^.*-carryover$/u, "")
  const bare = plain(item.label)
  return /^[一二三四五六七八九十]+、/u.test(bare) &&
    [...item.cells.values()].every((slot) => slot.text === "" || isDash(slot.text))
    ? bare
    : section
}

const functionalBlocks = (items: ReadonlyArray<Item>): ReadonlySet<number> => {
  const counts = new Map<number, number>()
  for (const { block, label } of items)
    if (classOfLabel(label) !== undefined) counts.set(block, (counts.get(block) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  return new Set([...counts].flatMap(([block, count]) => (count === most || count > 5 ? [block] : [])))
}

/** By what a row is known in its table: its code, its name, its 行次, or which row it is. */
const nameOfRow = ({ code, label, line }: Item, number: number): string =>
  code || normalizedLabel(label) || (line === "" ? `第${number}行` : `行次${line}`)

const publishedRows = (
  reading: Reading,
  columns: ReadonlyArray<PublishedColumn>,
  place: SourcePlace
): ReadonlyArray<PublishedRow> => {
  const functional = functionalBlocks(reading.items)
  const opening = reading.layout.head
    .flatMap((row) => ownTexts(row))
    .findLast((text) => /^[一二三四五六七八九十]+、/u.test(plain(text)))
  const sections = new Map<Side | undefined, string>()
  const rows: PublishedRow[] = []
  /** Which row has a meaning: each stands once. */
  const meant = new Map<string, number>()
  const keyOf = uniqueKeys()
  for (const item of reading.items) {
    const side = reading.sides[item.block]
    const section = sections.get(side) ?? plain(opening ?? "")
    const context = { side, functional: functional.has(item.block), section }
    const found = reading.meaning === undefined ? item.code || undefined : rowMeaning(reading.meaning, item, context)
    sections.set(side, sectionAfter(section, item, found))
    const cells = cellsOf(reading, item, columns, place)
    const twin = found === undefined ? undefined : meant.get(found)
    const before = twin === undefined ? undefined : rows[twin]
    if (twin !== undefined && before !== undefined && disjoint(before.cells, cells))
      rows[twin] = { ...before, cells: { ...before.cells, ...cells } }
    else {
      const meaning = twin === undefined ? found : undefined
      if (meaning !== undefined) meant.set(meaning, rows.length)
      const key = keyOf(nameOfRow(item, rows.length + 1))
      rows.push({ key, label: item.label, code: item.code || undefined, meaning, place: item.place, cells })
    }
  }
  return rows
}

const disjoint = (left: PublishedRow["cells"], right: PublishedRow["cells"]): boolean =>
  Object.keys(right).every((key) => !(key in left))

const titleOf = (captions: Captions): string =>
  captions.titles.findLast((title) => meaningsOfTitle(title).length > 0) ?? captions.titles.at(-1) ?? ""

/** All that is said about a table around it and in its first rows. */
export const captionsOfSource = (source: TableSource): Captions =>
  joinedCaptions([source.captions, sortedRows(source.matrix, source.place).captions])

const holdsNumber = ({ cells }: PublishedRow): boolean =>
  Object.values(cells).some(({ printed }) => printed._tag === "Number")

/** Amounts that stand in a grid, also where its columns were taken for words. */
const holdsAmount = ({ rows }: Matrix): boolean => rows.some((row) => ownTexts(row).some(isAmount))

/** What is said of a table that is known, and of which it is not known what any figure is. */
const unknownFigures = (
  { columns, meaning, place, rows, title }: PublishedTable,
  layout: Layout,
  matrix: Matrix
): ReadonlyArray<Unread> => {
  const isKnown = meaning !== undefined || meaningsOfTitle(title).length > 0
  const isUnderstood = columns.some((column) => column.meaning !== undefined)
  return isKnown && !isUnderstood && (rows.some(holdsNumber) || holdsAmount(matrix))
    ? [{ text: headText(layout), reason: unknownColumns, place }]
    : []
}

/** Reads a table. `number` counts the tables of the document; `amounts` is the unit that holds where a table names none. */
export const readTable = (source: TableSource, number: number, amounts: string | undefined): PublishedTable => {
  const sorted = sortedRows(source.matrix, source.place)
  const captions = captionsOfSource(source)
  const bare = readingOf(sorted.matrix, captions, source)
  // Of a table that was not read whole no rule may judge the sums.
  const meaning = bare.unread.length > 0 ? undefined : bare.meaning
  const reading: Reading = { ...bare, meaning, amounts: bare.amounts ?? amounts }
  const columns = publishedColumns(reading)
  const rows = reading.isSure ? publishedRows(reading, columns, source.place) : []
  const shown = reading.amounts
  const table = arranged({
    id: captions.id ?? `表${number}`,
    title: titleOf(captions),
    meaning: reading.meaning,
    unit: shown === undefined ? undefined : { shown, unit: Quantities.yuan },
    columns,
    rows,
    statedEmpty: source.statedEmpty ?? sorted.statedEmpty,
    notes: [...sorted.notes, ...source.notes],
    unread: reading.unread,
    place: source.place
  })
  return reading.unread.length > 0 ? table : { ...table, unread: unknownFigures(table, reading.layout, sorted.matrix) }
}
