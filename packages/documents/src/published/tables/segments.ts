/**
 * 分段: the blocks of a file sorted into tables (a grid with what stands around it; parts that pages broke put together
 * again) and running text.
 */
import type { PublishedTable, SourcePlace, Unread } from "@juesuan/domain"
import { isPageMark } from "../formats/openings.ts"
import type { RawBlock, RawGrid, RawParagraph } from "../RawDocument.ts"
import { type Around, around, endsSentence, isPageHead } from "./around.ts"
import { captionOf, type Captions, joinedCaptions, meaningsOfTitle, noCaptions } from "./captions.ts"
import { continued } from "./continuing.ts"
import { namesApart } from "./doubts.ts"
import { headLength } from "./Layout.ts"
import { type Matrix, matrixOf, ownTexts, plain } from "./Matrix.ts"
import { amountsApart, isNameless } from "./parts-apart.ts"
import type { TableSource } from "./readTable.ts"
import { type Sorted, sortedRows } from "./sorting.ts"
import { holdsAmountOrCode, isCode, isHeadingWord, isNote, saysEmpty } from "./words.ts"

export interface Segments {
  readonly tables: ReadonlyArray<TableSource>
  readonly paragraphs: ReadonlyArray<RawParagraph>
}

interface OpenTable {
  matrix: Matrix
  /** Its rows sorted, kept so that each further page is sorted once. */
  sorted: Pick<Sorted, "matrix" | "captions">
  captions: Captions
  notes: string[]
  statedEmpty: PublishedTable["statedEmpty"]
  unread: Unread[]
  place: SourcePlace
  head: TableSource["head"]
  isUnsure: boolean
}

const captionsOf = (paragraphs: ReadonlyArray<RawParagraph>): Captions =>
  joinedCaptions(paragraphs.flatMap(({ text }) => captionOf(text) ?? []))

const addNotes = (table: OpenTable, notes: ReadonlyArray<RawParagraph>): void => {
  for (const { place, text } of notes) {
    const last = table.notes.at(-1)
    if (last === undefined || isNote(text) || saysEmpty(text) || endsSentence(last)) table.notes.push(text)
    else table.notes[table.notes.length - 1] = last + text
    if (saysEmpty(text)) table.statedEmpty ??= { text, place }
  }
}

const unsureColumns: Unread["reason"] = {
  zh: "各栏靠空格分开，有的数看不准在哪一栏，表中各数没有读入",
  en: "the columns are parted by blanks alone and it is not sure in which some figures stand; they were not read"
}

const tornOff: Unread["reason"] = {
  zh: "表被文字断开，后面的几行没有表头，没有读入",
  en: "text stands within the table; the rows below it have no head and were not read"
}

const textOf = ({ rows }: Matrix): string => rows.map((row) => ownTexts(row).join(" ")).join("\n")

const headSigns = ({ rows }: Matrix): string =>
  plain(
    rows
      .slice(0, headLength(rows))
      .flatMap((row) => [...ownTexts(row).join("")])
      .sort()
      .join("")
  )

/** A grid that was told apart by blanks is read as far as it is sure in which column its figures stand. */
const doubtsOf = ({ doubt, place }: RawGrid, matrix: Matrix): Unread[] =>
  doubt === "body" ? [{ text: textOf(matrix), reason: unsureColumns, place }] : []

/** So many rows tell how the columns of a table are built. */
const enoughRows = 120

/** Adds the rows of the next page; those that cannot be set into the columns for sure are said to be unread. */
const append = (table: OpenTable, next: Matrix, grid: RawGrid): void => {
  const own = sortedRows(next, grid.place)
  const known = table.sorted.matrix
  const rows = continued({ ...known, rows: known.rows.slice(0, enoughRows) }, own.matrix, grid.bounded)
  table.unread.push(...doubtsOf(grid, next))
  table.isUnsure ||= grid.doubt === "body"
  if (rows !== undefined) {
    const { width } = table.matrix
    const added = sortedRows({ rows, width }, table.place)
    table.matrix = { width, rows: table.matrix.rows.concat(rows) }
    table.sorted = {
      matrix: { width, rows: known.rows.concat(added.matrix.rows) },
      captions: joinedCaptions([table.sorted.captions, added.captions])
    }
    return
  }
  table.unread.push({
    text: own.matrix.rows.map((row) => ownTexts(row).join(" ")).join("\n"),
    reason: {
      zh: "表在下一页的部分看不准各栏的位置，没有读入",
      en: "on the next page of the table it is not sure which column is which; these rows were not read"
    },
    place: grid.place
  })
}

const headTexts = ({ rows }: Matrix): ReadonlySet<string> =>
  new Set(
    rows
      .slice(0, headLength(rows))
      .flatMap((row) => ownTexts(row))
      .map(plain)
  )

const isSubset = (part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean =>
  [...part].every((text) => whole.has(text) || /^[一二三四五六七八九十]+、/u.test(text))

/** Whether a title is that of the table before, or says no more than 续表. */
const sameTitles = (left: Captions, right: Captions): boolean => {
  const bare = ({ titles }: Captions) => titles.map((title) => plain(title).replaceAll(/\(?续表?\)?/gu, "")).at(-1)
  return bare(left) === "" || (bare(left) !== undefined && bare(left) === bare(right))
}

/** What stands alone on a line of a head: 项目, 决算数, 人员经费. */
const isOfHead = ({ text }: RawParagraph): boolean => isHeadingWord(text) || /^(?:人员|公用)经费$/u.test(plain(text))

/** Rows with codes, without a head and a title, as wide as a table with codes: its rest, though a sentence stands between. */
const isTornOff = (table: OpenTable, own: Sorted, { captions }: Around): boolean => {
  const hasCodes = ({ rows }: Matrix): boolean => rows.some((row) => ownTexts(row).some(isCode))
  return (
    own.captions.titles.length + captions.length === 0 &&
    own.matrix.width === table.matrix.width &&
    headLength(own.matrix.rows) === 0 &&
    hasCodes(own.matrix) &&
    hasCodes(table.matrix)
  )
}

/**
 * Whether a grid told apart by blanks, which could not be set into the columns of the table before it, is the rest of that:
 * it has the same title, or no title, and no head, or the same, or no names; or nothing but headings of columns stands between them.
 */
const isRestOf = (table: OpenTable, next: Matrix, grid: RawGrid, between: Around): boolean => {
  if (grid.bounded && table.head === "bounded") return isTornOff(table, sortedRows(next, grid.place), between)
  if (grid.bounded || table.head === "bounded") return false
  const [own, above] = [sortedRows(next, grid.place), sortedRows(table.matrix, table.place)]
  const said = joinedCaptions([captionsOf(between.captions), own.captions])
  if (said.titles.length > 0) return sameTitles(said, joinedCaptions([table.captions, above.captions]))
  if (isNameless(own.matrix)) return true
  const signs = headSigns(own.matrix)
  const isBelow = between.notes.length + between.captions.length === 0 && between.text.every(isOfHead)
  return isBelow || signs === "" || signs === headSigns(above.matrix)
}

/** Whether rows as wide as a table, without a head or with its own, stand behind nothing but notes and what a page prints at its head. */
const isBehindPageHead = (table: OpenTable, own: Matrix, { text }: Around): boolean =>
  table.head === "bounded" &&
  own.width === table.matrix.width &&
  ["", headSigns(table.sorted.matrix)].includes(headSigns(own)) &&
  own.rows.some(holdsAmountOrCode) &&
  isPageHead(text)

/** Whether a grid goes on with the table before it: nothing new is said above it, and its head, if any, is the same. */
const goesOn = (table: OpenTable | undefined, next: Matrix, captions: Captions, between: Around): boolean => {
  if (table === undefined) return false
  const own = sortedRows(next, table.place)
  const said = joinedCaptions([captions, own.captions])
  const known = joinedCaptions([table.captions, table.sorted.captions])
  const isNew = said.titles.length > 0 || said.id !== undefined
  const isApart = between.text.length > 0 || between.notes.length > 0
  if (!isNew && isApart) return isBehindPageHead(table, own.matrix, between)
  if (isNew && (between.text.length > 0 || !sameTitles(said, known))) return false
  return isSubset(headTexts(own.matrix), headTexts(table.sorted.matrix))
}

/** A grid that frames text: one column, or nothing but captions. */
const asParagraphs = (grid: RawGrid, matrix: Matrix): ReadonlyArray<RawParagraph> | undefined => {
  const rows = matrix.rows.map((row) => ownTexts(row)).filter((texts) => texts.length > 0)
  const framed =
    rows.every((texts) => texts.length === 1 && matrix.width === 1) ||
    rows.every((texts) => texts.every((text) => captionOf(text) !== undefined))
  if (!framed) return undefined
  return grid.cells
    .filter(({ text }) => text.trim() !== "")
    .map(({ place, text }): RawParagraph => ({ _tag: "Paragraph", text, place }))
}

const nothing: Matrix = { rows: [], width: 0 }

/** A title and 本表无数据 without a grid: a table that was left out because it is empty. */
const statedOnly = (text: ReadonlyArray<RawParagraph>): { tables: OpenTable[]; rest: RawParagraph[] } => {
  const tables: OpenTable[] = []
  const rest: RawParagraph[] = []
  for (let index = 0; index < text.length; index++) {
    const paragraph = text[index]
    if (paragraph === undefined) continue
    const isTitle = (captionOf(paragraph.text)?.titles ?? []).some((title) => meaningsOfTitle(title).length > 0)
    const stated = isTitle ? text.slice(index + 1, index + 6).findIndex(({ text }) => saysEmpty(text)) : -1
    const lines = text.slice(index, index + 1 + stated)
    const empty = text[index + 1 + stated]
    if (stated < 0 || empty === undefined || !lines.every(({ text }) => captionOf(text) !== undefined)) {
      rest.push(paragraph)
      continue
    }
    tables.push({
      matrix: nothing,
      sorted: { matrix: nothing, captions: noCaptions },
      captions: captionsOf(lines),
      notes: [empty.text],
      statedEmpty: { text: empty.text, place: empty.place },
      unread: [],
      place: paragraph.place,
      head: "bounded",
      isUnsure: false
    })
    index += 1 + stated
  }
  return { tables, rest }
}

class Segmenter {
  readonly tables: OpenTable[] = []
  readonly paragraphs: RawParagraph[] = []
  #between: RawParagraph[] = []
  #open: OpenTable | undefined

  paragraph(paragraph: RawParagraph): void {
    if (!isPageMark(paragraph.text) && plain(paragraph.text) !== "") this.#between.push(paragraph)
  }

  grid(grid: RawGrid): void {
    const matrix = matrixOf(grid)
    const framed = asParagraphs(grid, matrix)
    if (framed !== undefined) {
      for (const paragraph of framed) this.paragraph(paragraph)
      return
    }
    const between = around(this.#between, this.#open !== undefined)
    const sheet = captionOf(`${grid.place.sheet ?? ""}`)
    const captions = joinedCaptions([{ ...noCaptions, titles: sheet?.titles ?? [] }, captionsOf(between.captions)])
    const open = this.#open
    const more = goesOn(open, matrix, captionsOf(between.captions), between)
    this.#settle(between)
    const before = this.tables.at(-1)
    if (more && open !== undefined) {
      this.#open = open
      append(open, matrix, grid)
    } else if (before !== undefined && isRestOf(before, matrix, grid, between))
      before.unread.push({ text: textOf(matrix), reason: grid.bounded ? tornOff : unsureColumns, place: grid.place })
    else {
      const { bounded, doubt, place } = grid
      const head = bounded ? "bounded" : doubt === "head" ? "doubtful" : "aligned"
      const sorted = sortedRows(matrix, place)
      const unread = doubtsOf(grid, matrix)
      const isUnsure = doubt === "body"
      this.#open = { matrix, sorted, captions, notes: [], statedEmpty: undefined, unread, place, head, isUnsure }
      this.tables.push(this.#open)
    }
  }

  end(): void {
    const all = around(this.#between, this.#open !== undefined)
    this.#settle({ ...all, text: [...all.text, ...all.captions], captions: [] })
  }

  /** What stood between: notes go to the table before, text to the narrative. */
  #settle({ notes, text }: Around): void {
    if (this.#open !== undefined) addNotes(this.#open, notes)
    const isAligned = this.#open !== undefined && this.#open.head !== "bounded"
    const apart = isAligned ? amountsApart(text) : { amounts: [], text }
    const [first] = apart.amounts
    if (first !== undefined)
      this.#open?.unread.push({
        text: apart.amounts.map((amount) => amount.text).join("\n"),
        reason: namesApart,
        place: first.place
      })
    const { rest, tables } = statedOnly(apart.text)
    for (const table of tables) this.tables.push(table)
    for (const paragraph of rest) this.paragraphs.push(paragraph)
    this.#between = []
    if (text.length > 0) this.#open = undefined
  }
}

/** Sorts the blocks of a file into tables and text, both in their order. */
export const segmentsOf = (blocks: ReadonlyArray<RawBlock>): Segments => {
  const segmenter = new Segmenter()
  for (const block of blocks) {
    if (block._tag === "Paragraph") segmenter.paragraph(block)
    else segmenter.grid(block)
  }
  segmenter.end()
  return { tables: segmenter.tables, paragraphs: segmenter.paragraphs }
}
