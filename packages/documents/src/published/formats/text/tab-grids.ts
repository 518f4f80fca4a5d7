/** 制表符分栏: lines whose cells tabs part, as text copied or extracted from a table has them. */
import type { RawBlock, RawCell, RawGrid, RawParagraph } from "../../RawDocument.ts"
import { unitLabels } from "../../content/unit-labels.ts"
import { collapsed } from "../joining.ts"
import { placeOf, type SourceLine } from "./lines.ts"

export const hasTabs = ({ text }: SourceLine): boolean => text.includes("\t") && text.trim() !== ""

/** 2010306	行政运行	…, 合计	…: a row of a table whose rows have codes. */
export const isRowByCode = ({ text }: SourceLine): boolean =>
  /^\s*(?:[1-9]\d{2}|[1-9]\d{4}|[1-9]\d{6}|[合总]\s*计)\t/u.test(text)

const cellsOf = ({ text }: SourceLine): ReadonlyArray<string> => text.split("\t").map(collapsed)

const caption = new RegExp(
  `^(?:[（(]?(?:金额)?单位\\s*[:：]|${unitLabels}(?:[（(][^）)]*[）)])?\\s*[:：]|公开\\s?\\d+\\s?表?$|\\d{4}\\s?年度?$|附?表\\s?\\d+)`,
  "u"
)

/** 部门名称：…, 2024年度, 金额单位：万元: what stands above a table, beside others of its kind. */
export const isCaptionPart = (text: string): boolean => caption.test(text)

/** Above a table, on one line. */
const isCaption = (line: SourceLine): boolean => {
  const filled = cellsOf(line).filter((cell) => cell !== "")
  return filled.length > 0 && filled.every(isCaptionPart)
}

const isNumbered = (text: string): boolean =>
  /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+[、.．]|附)/u.test(
    text
  )

/** A table of contents: numbered titles, each with the page it stands on, behind dots or in ascending order. */
const isContents = (lines: ReadonlyArray<SourceLine>): boolean => {
  let before = 0
  return lines.every((line) => {
    const [title = "", page = "", ...rest] = cellsOf(line)
    const number = Number(page)
    const leads = /^\d{1,3}$/u.test(page) && (number >= before || /[.…·]{2}$/u.test(title))
    before = number
    return leads && rest.length === 0 && isNumbered(title)
  })
}

const paragraphsOf = (line: SourceLine): ReadonlyArray<RawParagraph> =>
  cellsOf(line)
    .filter((cell) => cell !== "")
    .map((text) => ({ _tag: "Paragraph", text, place: placeOf(line) }))

const contentsEntry = (line: SourceLine): RawParagraph => ({
  _tag: "Paragraph",
  text: cellsOf(line).join("\t"),
  place: placeOf(line)
})

const gridOf = (lines: ReadonlyArray<SourceLine>, first: SourceLine): RawGrid => {
  const cells = lines.flatMap((line, row) =>
    cellsOf(line).map(
      (text, column): RawCell => ({ row, column, rowSpan: 1, columnSpan: 1, text, place: placeOf(line) })
    )
  )
  const columns = Math.max(...lines.map((line) => cellsOf(line).length))
  return { _tag: "Grid", rows: lines.length, columns, cells, place: placeOf(first), bounded: true }
}

const tabsIn = ({ text }: SourceLine): number => text.split("\t").length - 1

const isWords = (text: string | undefined): boolean => text !== undefined && /^[\p{Script=Han}（(）)]/u.test(text)

/** 2010306	行政: what follows without a code is the rest of that name. */
const isCodeAndName = ({ text }: SourceLine): boolean => /^\s*[1-9]\d{2,6}\t[^\t\d]+$/u.test(text)

/**
 * Whether a row was broken within a cell of words: no row begins so, and it was broken behind its code or both lines together
 * have the tabs of a row beside them.
 */
const isBrokenRow = (line: SourceLine, rest: SourceLine, beside: ReadonlyArray<SourceLine | undefined>): boolean => {
  const [first = "", ...others] = cellsOf(rest)
  if (!isWords(cellsOf(line).at(-1)) || !isWords(first) || isNumbered(first) || /计$|经费$|^其中/u.test(first))
    return false
  if (tabsIn(line) === 0 || tabsIn(rest) === 0 || !others.some((cell) => /\d/u.test(cell))) return false
  if (isCodeAndName(line)) return true
  return beside.some((row) => row !== undefined && tabsIn(row) === tabsIn(line) + tabsIn(rest))
}

/** So many rows tell what the rows of a table are like. */
const enoughRows = 60

/** Whether the end of a page cut the last row of some lines within a cell. */
export const isCutRow = (above: ReadonlyArray<SourceLine>, below: ReadonlyArray<SourceLine>): boolean => {
  const [last, first] = [above.at(-1), below[0]]
  const near = [...above.slice(-enoughRows), ...below.slice(0, enoughRows)]
  return last !== undefined && first !== undefined && isBrokenRow(last, first, near)
}

/** Rows that were broken within a cell are one line again. */
const withWholeRows = (lines: ReadonlyArray<SourceLine>): ReadonlyArray<SourceLine> => {
  const whole: Array<SourceLine> = []
  for (const [index, line] of lines.entries()) {
    const above = whole.at(-1)
    if (above !== undefined && isBrokenRow(above, line, [whole.at(-2), lines[index + 1]]))
      whole[whole.length - 1] = { ...above, text: above.text + line.text }
    else whole.push(line)
  }
  return whole
}

/** Consecutive lines with tabs as blocks: captions above them stand alone, the rest is one grid. */
export const tabBlocks = (lines: ReadonlyArray<SourceLine>): ReadonlyArray<RawBlock> => {
  if (isContents(lines)) return lines.map(contentsEntry)
  const start = lines.findIndex((line) => !isCaption(line))
  const captions = start === -1 ? lines : lines.slice(0, start)
  const rows = start === -1 ? [] : lines.slice(start)
  const [first] = rows
  return [...captions.flatMap(paragraphsOf), ...(first === undefined ? [] : [gridOf(withWholeRows(rows), first)])]
}

/** A row of a body has a digit somewhere, or is a total; headings of a new table have neither. */
const isBodyRow = (line: SourceLine): boolean => /\d/u.test(line.text) || /^\s*[合总小]\s?计/u.test(line.text)

/** Whether a run of lines is the rest of the one above, cut by a page: as many tabs, and it begins with a row of a body. */
export const continues = (above: ReadonlyArray<SourceLine>, below: ReadonlyArray<SourceLine>): boolean => {
  const last = above.findLast(hasTabs)
  const first = below.find(hasTabs)
  if (last === undefined || first === undefined || above.length < 2 || isCaption(first)) return false
  return tabsIn(last) === tabsIn(first) && isBodyRow(first) && above.every(({ text }) => text !== first.text)
}

/** Whether a line right below others is one of their rows: a row of a body, with no more tabs than one of them. */
export const isWithin = (above: ReadonlyArray<SourceLine>, line: SourceLine): boolean => {
  const near = above.slice(-enoughRows)
  return (
    hasTabs(line) &&
    !isCaption(line) &&
    isBodyRow(line) &&
    near.some(isBodyRow) &&
    near.some((each) => tabsIn(each) >= tabsIn(line))
  )
}
