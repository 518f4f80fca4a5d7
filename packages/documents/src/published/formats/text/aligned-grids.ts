/** 空格分栏: lines whose cells stand under each other, parted by blanks alone, as `pdftotext -layout` writes tables. */
import type { RawBlock, RawCell, RawParagraph } from "../../RawDocument.ts"
import { aligned, type Piece } from "../alignment.ts"
import { collapsed, joinedAll } from "../joining.ts"
import { placeOf, type SourceLine, widthOf } from "./lines.ts"

interface TextPiece extends Piece {
  readonly text: string
}

const gap = /[ \u00A0]{2,}/gu
/** What stands this far apart on one line does not belong together. */
const farApart = 6
const longestCell = 60

/** The pieces of a line, each with the columns it takes up; a blank of one column parts nothing. */
const piecesOf = ({ text }: SourceLine): ReadonlyArray<TextPiece> => {
  const pieces: Array<TextPiece> = []
  let at = 0
  let column = 0
  const add = (part: string) => {
    const left = column + (part.length - part.trimStart().length)
    column += widthOf(part)
    const kept = part.trim()
    if (kept !== "") pieces.push({ text: kept, left, right: left + widthOf(kept) })
  }
  for (const match of text.matchAll(gap)) {
    add(text.slice(at, match.index))
    column += match[0].length
    at = match.index + match[0].length
  }
  add(text.slice(at))
  return pieces
}

const isProse = (text: string): boolean => /[，。；]/u.test(text) && widthOf(text) > longestCell

/** Whether a line has cells: two pieces or more, and none of them running text. */
export const hasPieces = (line: SourceLine): boolean => {
  const pieces = piecesOf(line)
  return pieces.length >= 2 && !pieces.some(({ text }) => isProse(text))
}

const paragraph = (line: SourceLine, text: string): RawParagraph => ({ _tag: "Paragraph", text, place: placeOf(line) })

/** One line alone is no table: pieces far apart are paragraphs of their own, letters spaced out are one word (目    录). */
const looseLine = (line: SourceLine): ReadonlyArray<RawBlock> => {
  const pieces = piecesOf(line)
  if (pieces.every(({ text }) => text.length === 1)) return [paragraph(line, joinedAll(pieces.map(({ text }) => text)))]
  const groups: Array<Array<TextPiece>> = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    if (last === undefined || before === undefined || piece.left - before.right >= farApart) groups.push([piece])
    else last.push(piece)
  }
  return groups.map((group) => paragraph(line, collapsed(group.map(({ text }) => text).join(" "))))
}

/** How many columns run through lines. */
export const columnsOf = (lines: ReadonlyArray<SourceLine>): number => aligned(lines.map(piecesOf)).columns

/** Lines that follow each other as blocks: a grid where columns run through, else each line for itself. */
export const alignedBlocks = (lines: ReadonlyArray<SourceLine>): ReadonlyArray<RawBlock> => {
  const [first] = lines
  if (first === undefined || lines.length < 2) return lines.flatMap(looseLine)
  const { cells, columns } = aligned(lines.map(piecesOf))
  if (columns < 2) return lines.flatMap(looseLine)
  const placed = cells.map(
    ({ column, columnSpan, piece, row }): RawCell => ({
      row,
      column,
      rowSpan: 1,
      columnSpan,
      text: collapsed(piece.text),
      place: placeOf(lines[row] ?? first)
    })
  )
  return [{ _tag: "Grid", rows: lines.length, columns, cells: placed, place: placeOf(first), bounded: false }]
}
