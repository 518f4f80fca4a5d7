/** 文本: a disclosure as text, typed, copied or extracted from another file. */
import type { RawBlock, RawDocument } from "../../RawDocument.ts"
import { isHeading } from "../aligned/leaves.ts"
import { isContentsLine, isPageMark, isSignature } from "../openings.ts"
import { alignedBlocks, hasPieces, type Measure, measureOf, sameColumns } from "./aligned-grids.ts"
import { barBlocks, hasBars } from "./bar-grids.ts"
import { type SourceLine, sourceLines } from "./lines.ts"
import { fullLines, type IsFull, paragraphsOf } from "./paragraphs.ts"
import { withoutSpareTabs, withTabsForBlanks } from "./row-habits.ts"
import { continues, hasTabs, isCaptionPart, isCutRow, isRowByCode, isWithin, tabBlocks } from "./tab-grids.ts"

type Kind = "tabs" | "bars" | "pieces" | "text"

interface Run {
  readonly kind: Kind
  readonly lines: Array<SourceLine>
}

/** 一、概况 ………… 3: dots lead to the number of a page. */
const isContents = ({ text }: SourceLine): boolean => /[.．…·]{3}/u.test(text) && isContentsLine(text)

/** 支 出 决 算 表: a title whose characters are set apart. */
const isSpacedOut = ({ text }: SourceLine): boolean => /^\s*(?:\S\s+){3,}表\s*$/u.test(text)

const kindOf = (line: SourceLine): Kind => {
  if (hasBars(line)) return "bars"
  if (hasTabs(line)) return "tabs"
  const isOne = isPageMark(line.text) || isSignature(line.text) || isContents(line) || isSpacedOut(line)
  return hasPieces(line) && !isOne ? "pieces" : "text"
}

const isBlank = ({ text }: SourceLine): boolean => text.trim() === ""

/** A line of one short piece right under lines with cells is a row of theirs: a wrapped name, a heading of a section, 合计. */
const isRowOfOne = ({ text }: SourceLine): boolean => {
  const plain = text.trim()
  if (plain === "" || plain.length > 30 || /[。；，]|(?:表|说明)$|^[注说备第]|年度/u.test(plain)) return false
  return !/[:：]/u.test(plain.replace(/^其中[:：]/u, ""))
}

/** So far from the margin only cells stand, and titles. */
const farIn = 16

const isFarIn = ({ text }: SourceLine): boolean => text.search(/\S/u) >= farIn && !text.trim().endsWith("情况")

/** - 5 -, 转下页; digits alone may be the rest of a number. */
const isMarked = ({ text }: SourceLine): boolean => isPageMark(text) && !/^\s*\d+\s*$/u.test(text)

/** The kind of a line, after the lines above it. */
const kindAfter = (line: SourceLine, runs: ReadonlyArray<Run>): Kind => {
  const own = kindOf(line)
  const last = runs.at(-1)
  if (own !== "text" || last === undefined || !isRowOfOne(line) || isMarked(line)) return own
  const above = isBetweenPages(last) ? runs.at(-2) : undefined
  return last.kind === "pieces" || (above?.kind === "pieces" && isFarIn(line)) ? "pieces" : own
}

/** Names are broken over so many lines at most. */
const mostPieces = 3
/** So many rows without figures may follow each other: the parts of 三公, of 年末结转和结余. */
const mostAlone = 6

/** So many lines may stand between the parts of a table, and so many of a table tell whether it has sections. */
const fewLines = 4

const isBesidePages = (line: SourceLine): boolean => isBlank(line) || isPageMark(line.text)

/** The next line with cells, or of something else, behind `most` lines of one piece and what stands between pages. */
const nextRow = (lines: ReadonlyArray<SourceLine>, index: number, most: number): SourceLine | undefined =>
  lines
    .slice(index + 1, index + 1 + most + fewLines)
    .filter((line) => !isBesidePages(line))
    .slice(0, most)
    .find((line) => !isRowOfOne(line) || hasTabs(line))

/** Part of a name that was broken over lines: it stands right between rows with codes, or where others of its kind did. */
const isPieceOfName = (lines: ReadonlyArray<SourceLine>, index: number, { lines: rows }: Run): boolean => {
  const above = rows.at(-1)
  if (above !== undefined && hasTabs(above) && !isRowByCode(above)) return false
  const next = nextRow(lines, index, mostPieces)
  return next !== undefined && isRowByCode(next) ? true : rows.some((each) => !hasTabs(each))
}

/** Part of a name at the head of a page: right above a row with a code, the last row of the page before has one as well. */
const isPieceBehindPage = (lines: ReadonlyArray<SourceLine>, index: number, runs: ReadonlyArray<Run>): boolean => {
  const [above, last] = runs.slice(-2)
  if (above?.kind !== "tabs" || last === undefined || !isBetweenPages(last)) return false
  const [row, next] = [above.lines.findLast(hasTabs), nextRow(lines, index, mostPieces)]
  return row !== undefined && next !== undefined && isRowByCode(row) && isRowByCode(next)
}

/** A row that lost the tabs to its empty cells: 合计 under a table, or a label right between rows of a body. */
const isRowWithoutCells = (lines: ReadonlyArray<SourceLine>, index: number, { lines: rows }: Run): boolean => {
  if (/^[合总]\s*计$/u.test(lines[index]?.text.trim() ?? "")) return true
  const next = nextRow(lines, index, mostAlone)
  return next !== undefined && isWithin(rows, next)
}

/** Whether a line without tabs, right under lines with tabs, is one more of their rows. */
const isRow = (lines: ReadonlyArray<SourceLine>, index: number, runs: ReadonlyArray<Run>): boolean => {
  const [line, last] = [lines[index], runs.at(-1)]
  if (line === undefined || !isRowOfOne(line)) return false
  const isAboveTitle = /表\s*$/u.test(lines[index + 1]?.text ?? "")
  if (kindOf(line) !== "text" || isPageMark(line.text) || isAboveTitle) return false
  if (last?.kind !== "tabs") return isPieceBehindPage(lines, index, runs)
  return isPieceOfName(lines, index, last) || isRowWithoutCells(lines, index, last)
}

const isSection = ({ text }: SourceLine): boolean => /^[一二三四五六七八九十]+、\D+$/u.test(text.trim())

/** 二、机关运行经费: the heading of a section of a table, right above its rows, under captions or after another section. */
const opensSection = (lines: ReadonlyArray<SourceLine>, index: number, runs: ReadonlyArray<Run>): boolean => {
  const [line, next] = [lines[index], lines[index + 1]]
  if (line === undefined || next === undefined || !hasTabs(next) || !isRowOfOne(line) || !isSection(line)) return false
  const above = lines.slice(Math.max(0, index - fewLines), index).findLast((each) => !isBlank(each))
  if (above === undefined || !hasTabs(above)) return above !== undefined && isCaptionPart(above.text.trim())
  return (
    runs
      .findLast(({ kind }) => kind === "tabs")
      ?.lines.slice(0, fewLines)
      .some(isSection) === true
  )
}

/** A heading over several columns, alone on its line: it stands right above other lines of its head. */
const opensHead = (line: SourceLine, next: SourceLine | undefined): boolean =>
  /^\s{4}/u.test(line.text) && isHeading(line.text.trim()) && next !== undefined && hasPieces(next)

/** Lines of one kind that follow each other; what stands between running text and blank lines is one run. */
const runsOf = (lines: ReadonlyArray<SourceLine>): ReadonlyArray<Run> => {
  const runs: Array<Run> = []
  for (const [index, line] of lines.entries()) {
    const last = runs.at(-1)
    const kind =
      isRow(lines, index, runs) || opensSection(lines, index, runs)
        ? "tabs"
        : opensHead(line, lines[index + 1])
          ? "pieces"
          : kindAfter(line, runs)
    if (last?.kind === kind) last.lines.push(line)
    else runs.push({ kind, lines: [line] })
  }
  return runs
}

const isBetweenPages = ({ kind, lines }: Run): boolean => kind === "text" && lines.every(isBesidePages)

const goesOn = (above: Run, below: Run, measure: Measure): boolean => {
  if (above.kind !== below.kind) return false
  return below.kind === "tabs"
    ? continues(above.lines, below.lines) || isCutRow(above.lines, below.lines)
    : below.kind === "pieces" && sameColumns(above.lines, below.lines, measure)
}

/** Tables cut by blank lines, page numbers or the end of a page are one again. */
const rejoined = (runs: ReadonlyArray<Run>, measure: Measure): ReadonlyArray<Run> => {
  const kept: Array<Run> = []
  for (const run of runs) {
    const between = kept.at(-1)
    const above = kept.at(-2)
    if (above !== undefined && between !== undefined && isBetweenPages(between) && goesOn(above, run, measure)) {
      kept.pop()
      for (const line of run.lines) above.lines.push(line)
    } else kept.push(run)
  }
  return kept
}

const blocksOf = ({ kind, lines }: Run, isFull: IsFull | undefined, measure: Measure): ReadonlyArray<RawBlock> => {
  switch (kind) {
    case "tabs":
      return tabBlocks(lines)
    case "bars":
      return barBlocks(lines)
    case "pieces":
      return alignedBlocks(lines, measure)
    case "text":
      return paragraphsOf(lines, isFull)
  }
}

/** Of the rows of tables so many in a hundred stand apart where every row does. */
const mostApart = 80

/** The lines without the blank ones that stand between all rows of tables, as copying out of a page leaves them. */
const withoutGaps = (lines: ReadonlyArray<SourceLine>): ReadonlyArray<SourceLine> => {
  const isRow = (line: SourceLine | undefined): boolean => line !== undefined && hasTabs(line)
  const isGap = (index: number): boolean => {
    const line = lines[index]
    return line !== undefined && isBlank(line) && isRow(lines[index - 1]) && isRow(lines[index + 1])
  }
  const gaps = lines.filter((_, index) => isGap(index)).length
  const closed = lines.filter((line, index) => isRow(line) && isRow(lines[index + 1])).length
  return gaps * 100 > (gaps + closed) * mostApart ? lines.filter((_, index) => !isGap(index)) : lines
}

/** Text as paragraphs and grids; every line of it that is not blank is in one of them. */
export const readText = (name: string, text: string): RawDocument => {
  const { lines, pages } = sourceLines(text)
  const found = runsOf(withoutGaps(withTabsForBlanks(withoutSpareTabs(lines))))
  const measure = measureOf(found.flatMap((run) => (run.kind === "pieces" ? run.lines : [])))
  const runs = rejoined(found, measure)
  const isFull = fullLines(runs.filter(({ kind }) => kind === "text").flatMap((run) => run.lines))
  return { name, format: "text", pages, blocks: runs.flatMap((run) => blocksOf(run, isFull, measure)), unread: [] }
}
