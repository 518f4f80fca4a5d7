/** 空格分栏: lines whose cells stand under each other, parted by blanks alone, as `pdftotext -layout` writes tables. */
import type { RawBlock, RawGrid, RawParagraph } from "../../RawDocument.ts"
import { alignedGrid } from "../aligned/grid.ts"
import { isNumber, kindOf, type Piece } from "../aligned/pieces.ts"
import { collapsed, joined, joinedAll } from "../joining.ts"
import { formParts } from "./form-parts.ts"
import { placeOf, type SourceLine, printedWidth } from "./lines.ts"
import { isCaptionPart } from "./tab-grids.ts"

/** How many columns a text takes up: a 汉字 two on a terminal, one where a program counts characters (pdftotext). */
export type Measure = (text: string) => number

interface TextPiece extends Piece {
  readonly line: SourceLine
}

/** What stands this far apart on one line does not belong together. */
const farApart = 6
const longestCell = 60

const blanks = /[ \u00A0\u3000]+/gu
/** An amount right beside the words of its neighbour, without a blank: 1,871.09本年支出合计, 公务员医疗补64,100.00. */
const touching = /(?<=[\p{Script=Han}）)])(?=-?\d[\d,]*\.\d{2}$)|(?<=^-?\d[\d,]*\.\d{2})(?=\p{Script=Han})/u

/** The pieces of a line, each with the columns it takes up. */
const piecesOf = (line: SourceLine, measure: Measure): ReadonlyArray<TextPiece> => {
  const pieces: Array<TextPiece> = []
  let at = 0
  let column = 0
  const add = (run: string): void => {
    for (const text of run.split(touching)) {
      const width = measure(text)
      if (text !== "") pieces.push({ text, left: column, right: column + width, line })
      column += width
    }
  }
  for (const match of line.text.matchAll(blanks)) {
    add(line.text.slice(at, match.index))
    column += measure(match[0])
    at = match.index + match[0].length
  }
  add(line.text.slice(at))
  return pieces
}

const gapOf = (before: Piece, piece: Piece): number => piece.left - before.right

/** Pieces joined to the one before them where `isOne` says so. */
const joinedWhere = (
  pieces: ReadonlyArray<TextPiece>,
  isOne: (before: TextPiece, piece: TextPiece, next: TextPiece | undefined) => boolean
): ReadonlyArray<TextPiece> => {
  const kept: Array<TextPiece> = []
  for (const [index, piece] of pieces.entries()) {
    const before = kept.at(-1)
    if (before !== undefined && isOne(before, piece, pieces[index + 1]))
      kept[kept.length - 1] = { ...before, right: piece.right, text: joined(before.text, piece.text) }
    else kept.push(piece)
  }
  return kept
}

/** Words that are written with blanks between their letters: 合    计. */
const spacedOut = /^(?:[合总小]计|项目|金额|收入|支出|行次|栏次)$/u
const unit = /^[万亿年月日元台辆个人批次套以及（(]/u

const isSpacedOut = (before: Piece, piece: Piece): boolean =>
  before.text.length === 1 && gapOf(before, piece) <= 8 && spacedOut.test(before.text + piece.text)

/** 单价 100 万元以上: a number within words. */
const isWithinWords = (before: Piece, piece: Piece, next: Piece | undefined): boolean => {
  if (gapOf(before, piece) > 1) return false
  if (kindOf(piece) === "words" && unit.test(piece.text))
    return kindOf(before) === "words" && /^\D.*\d$/u.test(before.text)
  const follows = next !== undefined && gapOf(piece, next) === 1 && unit.test(next.text)
  return kindOf(before) === "words" && /^\d{1,4}$/u.test(piece.text) && follows
}

/** The pieces of all lines: one blank parts words only where other lines begin words at that place. */
const rowsOf = (lines: ReadonlyArray<SourceLine>, measure: Measure) => {
  const split = lines.map((line) =>
    joinedWhere(
      piecesOf(line, measure),
      (before, piece, next) => isSpacedOut(before, piece) || isWithinWords(before, piece, next)
    )
  )
  const starts = new Map<number, number>()
  for (const pieces of split)
    for (const [index, piece] of pieces.entries()) {
      const before = pieces[index - 1]
      if (before === undefined || gapOf(before, piece) > 1 || kindOf(before) !== "words")
        starts.set(piece.left, (starts.get(piece.left) ?? 0) + 1)
    }
  const isOneCell = (before: Piece, piece: Piece): boolean =>
    gapOf(before, piece) === 1 &&
    kindOf(before) === "words" &&
    kindOf(piece) === "words" &&
    (starts.get(piece.left) ?? 0) < 2
  return split.map((pieces, index) => ({
    page: lines[index]?.page,
    pieces: pieces.some((piece) => kindOf(piece) !== "words") ? joinedWhere(pieces, isOneCell) : pieces
  }))
}

const isProse = (text: string): boolean => /[，。；]/u.test(text) && printedWidth(text) > longestCell

const wideGap = /[ \u00A0\u3000]{2,}/u

const partsOf = ({ text }: SourceLine): ReadonlyArray<string> =>
  text
    .trim()
    .split(wideGap)
    .filter((part) => part !== "")

/** 5,895.35 一、一般公共服务支出; 小 公务用车购置 公务用车运行维 公务接待: cells that one blank parts. */
const isTight = (line: SourceLine): boolean => {
  const pieces = piecesOf(line, printedWidth)
  return (pieces.filter(isNumber).length >= 2 || pieces.length >= 4) && !/[。；，]/u.test(line.text)
}

/** No line of a table is longer, none has more cells. */
const longestLine = 2_000
const mostPieces = 80

/** 第二部分  2023年度部门决算表: a heading, however wide the gap behind its number. */
const partNumber = /^第[一二三四五六七八九十]+(?:部分|章|节)$/u

/** Whether a line has cells: two pieces or more, and none of them running text. */
export const hasPieces = (line: SourceLine): boolean => {
  if (line.text.length > longestLine || piecesOf(line, printedWidth).length > mostPieces) return false
  const parts = partsOf(line)
  if (partNumber.test(parts[0] ?? "")) return false
  return (parts.length >= 2 || isTight(line)) && !parts.some(isProse)
}

/** How often edges stand under another: the right measure of a text brings more of that about. */
const edgesUnderEachOther = (lines: ReadonlyArray<SourceLine>, measure: Measure): number => {
  const counts = new Map<string, number>()
  for (const line of lines)
    for (const { left, right } of piecesOf(line, measure).slice(1))
      for (const edge of [`l${left}`, `r${right}`]) counts.set(edge, (counts.get(edge) ?? 0) + 1)
  return [...counts.values()].reduce((sum, count) => sum + count * count, 0)
}

const oneEach: Measure = (text) => text.length

/** The measure by which the columns of a text stand under each other. */
export const measureOf = (lines: ReadonlyArray<SourceLine>): Measure =>
  edgesUnderEachOther(lines, oneEach) > edgesUnderEachOther(lines, printedWidth) ? oneEach : printedWidth

const paragraph = (line: SourceLine, text: string): RawParagraph => ({ _tag: "Paragraph", text, place: placeOf(line) })

/** One line alone is no table: pieces far apart are paragraphs of their own, letters spaced out are one word (目    录). */
const looseLine = (line: SourceLine): ReadonlyArray<RawBlock> => {
  const pieces = piecesOf(line, printedWidth)
  if (pieces.every(({ text }) => text.length === 1)) return [paragraph(line, joinedAll(pieces.map(({ text }) => text)))]
  const groups: Array<Array<TextPiece>> = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    if (last === undefined || before === undefined || gapOf(before, piece) >= farApart) groups.push([piece])
    else last.push(piece)
  }
  return groups.map((group) => paragraph(line, collapsed(group.map(({ text }) => text).join(" "))))
}

const gridOf = (lines: ReadonlyArray<SourceLine>, measure: Measure): RawGrid | undefined => {
  const [first] = lines
  return first === undefined || lines.length < 2
    ? undefined
    : alignedGrid(rowsOf(lines, measure), ({ line }) => placeOf(line), placeOf(first), measure === printedWidth)
}

/** The lines of one table as blocks: captions, then a grid where columns run through, else each line for itself. */
const tableBlocks = (lines: ReadonlyArray<SourceLine>, measure: Measure): ReadonlyArray<RawBlock> => {
  const start = lines.findIndex((line) => !partsOf(line).every(isCaptionPart))
  const rows = start < 0 ? [] : lines.slice(start)
  const grid = gridOf(rows, measure)
  return grid === undefined ? lines.flatMap(looseLine) : [...lines.slice(0, start).flatMap(looseLine), grid]
}

/** Lines that follow each other as blocks; the parts of a form as grids of their own. */
export const alignedBlocks = (lines: ReadonlyArray<SourceLine>, measure: Measure): ReadonlyArray<RawBlock> =>
  formParts(lines).flatMap((part) => tableBlocks(part, measure))

/** So many lines tell whether others go on in their columns. */
const enough = 120

/** Whether lines below go on in the columns of those above: together they have no more columns than those have. */
export const sameColumns = (
  above: ReadonlyArray<SourceLine>,
  below: ReadonlyArray<SourceLine>,
  measure: Measure
): boolean => {
  const [first] = below
  if (first === undefined || partsOf(first).every(isCaptionPart)) return false
  const start = above.findIndex((line) => !partsOf(line).every(isCaptionPart))
  const known = above.slice(Math.max(0, start)).slice(0, enough)
  const both = gridOf([...known, ...below.slice(0, enough)], measure)
  const own = gridOf(known, measure)
  return both !== undefined && both.columns === own?.columns && both.doubt === own.doubt
}
