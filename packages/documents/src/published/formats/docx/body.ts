/** 正文: paragraphs and tables of a document body, of a cell or of a text box, in order. */
import type { RawBlock, RawCell, RawDocument, RawGrid } from "../../RawDocument.ts"
import { collapsed, joinedAll } from "../joining.ts"
import { childNamed, childrenNamed, type Element, Refusal } from "../office/xml.ts"
import { readingLimits } from "../reading-limits.ts"
import { contentOf, isMergedWithNext, type Picture } from "./runs.ts"
import type { ParagraphStyle } from "./styles.ts"

type Place = RawGrid["place"]

/** What goes through a document from its start to its end. */
export interface Reading {
  readonly styleOf: (properties: Element | undefined) => ParagraphStyle
  readonly numberOf: (id: string, level: number) => string
  readonly blocks: Array<RawBlock>
  readonly unread: Array<RawDocument["unread"][number]>
  readonly notes: Array<string>
  /** How long the text is so far, the numbers of lists included. */
  characters: number
  /** The page that is being read, as the program that saved the file laid it out. */
  page: number
  /** Text of a paragraph whose end mark was deleted. */
  carried: string
}

/** Wrappers that only hold what they hold. */
const wrappers = new Set([
  "w:sdt",
  "w:sdtContent",
  "w:customXml",
  "w:ins",
  "w:moveTo",
  "w:smartTag",
  "mc:AlternateContent",
  "mc:Choice"
])

/** Children with wrappers opened. */
const partsOf = (element: Element): ReadonlyArray<Element> =>
  element.children.flatMap((child) => (wrappers.has(child.name) ? partsOf(child) : [child]))

const placeOf = (reading: Reading): Place => ({ page: reading.page })

const notePictures = (reading: Reading, pictures: ReadonlyArray<Picture>): void => {
  for (const { kind, name } of pictures) {
    const reason =
      kind === "picture"
        ? { zh: "图片里的内容没有读", en: "what the picture shows was not read" }
        : { zh: "嵌入的对象或图表，没有读", en: "an embedded object or chart was not read" }
    reading.unread.push({ text: name, reason, place: placeOf(reading), aside: true })
  }
}

/** Blanks within each stretch between tabs are collapsed; the tabs stay, since they part entries of one line. */
const tidied = (text: string): string =>
  text
    .split("\t")
    .map(collapsed)
    .filter((piece) => piece !== "")
    .join("\t")

/** The lines of a paragraph as shown, with its automatic number in front of the first. */
const linesOf = (
  reading: Reading,
  paragraph: Element
): { lines: ReadonlyArray<string>; boxes: ReadonlyArray<Element> } => {
  const { boxes, notes, pictures, text } = contentOf(paragraph)
  const { numbered } = reading.styleOf(childNamed(paragraph, "w:pPr"))
  const number = numbered === undefined || text.trim() === "" ? "" : reading.numberOf(numbered.id, numbered.level)
  notePictures(reading, pictures)
  for (const note of notes) reading.notes.push(note)
  reading.page += text.split("\f").length - 1
  const whole = reading.carried + number + text.replaceAll("\f", "")
  reading.characters += whole.length
  if (reading.characters > readingLimits.characters) throw new Refusal("TextTooLong")
  reading.carried = isMergedWithNext(paragraph) ? whole : ""
  return { lines: reading.carried === "" ? whole.split("\n").map(tidied) : [], boxes }
}

const paragraph = (reading: Reading, element: Element): void => {
  const { heading } = reading.styleOf(childNamed(element, "w:pPr"))
  const { boxes, lines } = linesOf(reading, element)
  const place = placeOf(reading)
  for (const text of lines) {
    if (text === "") continue
    reading.blocks.push({ _tag: "Paragraph", text, place, ...(heading === undefined ? {} : { heading }) })
  }
  for (const box of boxes) readParts(reading, box)
}

/** What a cell says, and what stands in it and is a block of its own. */
const cellText = (reading: Reading, cell: Element, within: Array<Element>): string => {
  const texts: Array<string> = []
  for (const part of partsOf(cell)) {
    if (part.name === "w:tbl") within.push(part)
    if (part.name !== "w:p") continue
    const { boxes, lines } = linesOf(reading, part)
    for (const line of lines) texts.push(line.replaceAll("\t", " "))
    for (const box of boxes) within.push(box)
  }
  return joinedAll(texts)
}

const number = (element: Element | undefined, name: string): number => {
  const value = Number(childNamed(element, name)?.attributes["w:val"] ?? "0")
  return Number.isSafeInteger(value) && value > 0 ? Math.min(value, 200) : 0
}

const isOff = (element: Element | undefined): boolean => /^(?:0|false|off)$/u.test(element?.attributes["w:val"] ?? "")

/** Rows that are shown: neither deleted nor hidden. */
const rowsOf = (table: Element): ReadonlyArray<Element> =>
  partsOf(table).filter((row) => {
    const properties = childNamed(row, "w:trPr")
    const hidden = childNamed(properties, "w:hidden")
    return (
      row.name === "w:tr" && childNamed(properties, "w:del") === undefined && (hidden === undefined || isOff(hidden))
    )
  })

const cellsOf = (row: Element): ReadonlyArray<Element> => partsOf(row).filter(({ name }) => name === "w:tc")

/** `restart` begins a cell over several rows, `continue` is a further row of it. */
const verticalMerge = (properties: Element | undefined): "restart" | "continue" | undefined => {
  const merge = childNamed(properties, "w:vMerge")
  if (merge === undefined) return undefined
  return merge.attributes["w:val"] === "restart" ? "restart" : "continue"
}

type Growing = { -readonly [Key in keyof RawCell]: RawCell[Key] }

const gridOf = (reading: Reading, rows: ReadonlyArray<Element>, within: Array<Element>): RawGrid => {
  const place = placeOf(reading)
  const cells: Array<Growing> = []
  /** The cell that stands above, by the column it begins in. */
  let above = new Map<number, Growing>()
  let columns = 0
  for (const [row, element] of rows.entries()) {
    const here = new Map<number, Growing>()
    let column = number(childNamed(element, "w:trPr"), "w:gridBefore")
    for (const cell of cellsOf(element)) {
      const properties = childNamed(cell, "w:tcPr")
      const columnSpan = Math.max(1, number(properties, "w:gridSpan"))
      const upper = above.get(column)
      const text = cellText(reading, cell, within)
      if (verticalMerge(properties) === "continue" && upper?.columnSpan === columnSpan) {
        upper.rowSpan = row - upper.row + 1
        upper.text = joinedAll([upper.text, text])
        here.set(column, upper)
      } else {
        const made = { row, column, rowSpan: 1, columnSpan, text, place: placeOf(reading) }
        cells.push(made)
        here.set(column, made)
      }
      column += columnSpan
    }
    columns = Math.max(columns, column)
    above = here
  }
  return { _tag: "Grid", rows: rows.length, columns, cells, place, bounded: true }
}

/** A table as a grid; one that is a single cell only draws a frame around what stands in it. */
const table = (reading: Reading, element: Element): void => {
  const rows = rowsOf(element)
  const [only, ...others] = rows.flatMap(cellsOf)
  if (only === undefined) return
  if (others.length === 0) {
    readParts(reading, only)
    return
  }
  const within: Array<Element> = []
  reading.blocks.push(gridOf(reading, rows, within))
  for (const inner of within) {
    if (inner.name === "w:tbl") table(reading, inner)
    else readParts(reading, inner)
  }
}

/** One paragraph or table. */
export const readPart = (reading: Reading, element: Element): void => {
  if (element.name === "w:p") paragraph(reading, element)
  else if (element.name === "w:tbl") table(reading, element)
  else if (element.name === "w:altChunk") {
    const reason = { zh: "嵌入的另一份文件，没有读", en: "another document embedded here was not read" }
    reading.unread.push({ text: "altChunk", reason, place: placeOf(reading) })
  }
}

const readParts = (reading: Reading, holder: Element): void => {
  for (const part of partsOf(holder)) readPart(reading, part)
}

/** The paragraphs of a note, as one text. */
export const noteText = (note: Element): string =>
  joinedAll(childrenNamed(note, "w:p").map((each) => collapsed(contentOf(each).text)))
