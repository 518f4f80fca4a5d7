/**
 * 不画线的地方: which lines of a page outside ruled tables are a table, and which are text. A table begins with a line of
 * several pieces and goes on over lines that can be parts of it, to a title, a note or running text.
 */
import { isCaption as isCaptionText, opensAnew } from "../openings.ts"
import { pageNumber } from "./margins.ts"
import type { TextRow } from "./table-rows.ts"
import type { TextLine } from "./text-lines.ts"
import { type Word, wordsOf } from "./words.ts"

export type Row = ReadonlyArray<TextLine>

/** Lines of text, or the lines of a table. */
export type LoosePart =
  | { readonly _tag: "Text" | "Contents"; readonly rows: ReadonlyArray<Row> }
  | { readonly _tag: "Table"; readonly rows: ReadonlyArray<TextRow>; readonly isHeadAlone: boolean }

/** 工资 189.92 万元、津贴补贴 162.51 万元: no table prints the unit behind every figure. */
const isProse = ({ text }: TextLine): boolean => text.length > 30 && /[，。；]|\d\s?[万亿]?元、/u.test(text)

/** Above a table, on one line: unit, year, unit of money. */
const isCaption = (row: Row): boolean =>
  row.every(({ text }) => /[：:]|^公开|^\d{4}\s*年|^年度$/u.test(text) || isCaptionText(text))

const isTitleOrNote = ({ text }: TextLine): boolean =>
  /表(?:[（(].{1,6}[）)])?$|^[（(]?(?:注|说明|备注)[：:\d]|^第.{1,3}部分/u.test(text)

const isEntry = (row: Row): boolean =>
  row.length === 2 &&
  /^\d{1,3}$/u.test(row[1]?.text ?? "") &&
  /^(?:第|[一二三四五六七八九十]+、|[（(]|\d|附)/u.test(row[0]?.text ?? "")

/** A table of contents: titles with the pages they stand on, in ascending order. */
const isContents = (rows: ReadonlyArray<Row>): boolean =>
  rows.every(isEntry) &&
  rows.every((row, index) => index === 0 || Number(row[1]?.text) >= Number(rows[index - 1]?.[1]?.text))

interface Seen {
  readonly row: Row
  readonly words: ReadonlyArray<Word>
  readonly kind: "cells" | "single" | "end"
}

const leftOf = (row: Row): number => row[0]?.left ?? 0

/** In heights of a character: an indent of running text. */
const indent = 3

const kindOf = (row: Row, left: number | undefined): Seen["kind"] => {
  const [first] = row
  if (first === undefined || (left === undefined ? isCaption(row) : row.every(({ text }) => isCaptionText(text))))
    return "end"
  if (row.length > 1) return left === undefined && row.some(isProse) ? "end" : "cells"
  if (isTitleOrNote(first)) return "end"
  const isInside = left !== undefined && first.left > left + first.size * indent
  if (!isInside && (isProse(first) || /[。；]$/u.test(first.text))) return "end"
  return (first.text.length < longestCell || isFigures.test(first.text)) &&
    wordsOf(row).some(({ kind }) => kind === "amount")
    ? "cells"
    : "single"
}

const isFigures = /^[-+−—\d,.%\s]+$/u
/** A line of one piece that is longer holds no figure that stands alone. */
const longestCell = 60

const amounts = (words: ReadonlyArray<Word>): number => words.filter(({ kind }) => kind === "amount").length
const isKeyed = (words: ReadonlyArray<Word>): boolean =>
  words.slice(0, 1).some(({ kind }) => kind === "code") && words.length > 1
const isNumbered = (words: ReadonlyArray<Word>): boolean => words.slice(1).some(({ kind }) => kind !== "words")

/** Whether lines hold figures as a table does. */
const isTable = (lines: ReadonlyArray<Seen>): boolean =>
  lines.length > 0 &&
  (lines.some(({ words }) => amounts(words) > 1) ||
    lines.filter(({ words }) => amounts(words) > 0 || isKeyed(words)).length >= 2 ||
    (lines.length >= 3 && lines.filter(({ words }) => isNumbered(words)).length >= 2))

/** In heights of a character: a line that stands so near may be the rest of a name in the last row. */
const near = 2

const isRest = (last: Seen | undefined, next: Seen): boolean => {
  const [above, below] = [last?.row[0], next.row[0]]
  return (
    above !== undefined &&
    below !== undefined &&
    next.kind === "single" &&
    below.baseline - above.baseline <= below.size * near &&
    !opensAnew(below.text) &&
    Math.abs(below.size - above.size) < 1
  )
}

/** The lines from `start` on that may be one table. */
const linesFrom = (rows: ReadonlyArray<Row>, start: number): ReadonlyArray<Seen> => {
  const run: Array<Seen> = []
  let left: number | undefined
  for (const row of rows.slice(start)) {
    const kind = kindOf(row, left)
    if (kind === "end") break
    run.push({ row, words: wordsOf(row), kind })
    left = Math.min(left ?? leftOf(row), leftOf(row))
  }
  const last = run.findLastIndex(({ kind }) => kind === "cells")
  let end = last + 1
  while (end < run.length && isRest(run[end - 1], run[end] as Seen)) end += 1
  return run.slice(0, end)
}

const longestHeading = 20

/** Whether the last lines of a page are the head of a table that stands overleaf. */
const isHeadAlone = (lines: ReadonlyArray<Seen>, above: Row | undefined): boolean =>
  above !== undefined &&
  isCaption(above) &&
  lines.some(({ kind }) => kind === "cells") &&
  lines.every(({ words }) => words.every(({ text }) => text.length <= longestHeading && !/[，。；]/u.test(text)))

/** Of a head above the first line of several pieces, no more lines than this. */
const mostAbove = 6

/** At the beginning of a page, so many lines above the first figures may be those of a name. */
const mostOfName = 2
/** In heights of a character: so far are rows apart at most. */
const nextRow = 3.5

const follows = (above: Row, below: Row): boolean =>
  (below[0]?.baseline ?? 0) - (above[0]?.baseline ?? 0) <= (below[0]?.size ?? 0) * nextRow

/** How many of the lines above a table, up to a caption or a title, are the first of its head: 项目 alone on a line. */
const headAbove = (above: ReadonlyArray<Row>, table: Row): number => {
  const end = above.findLastIndex((row) => kindOf(row, undefined) === "end")
  const lines = above.length - 1 - end
  if (end < 0 && lines <= mostOfName)
    return above.every((row, index) => follows(row, above[index + 1] ?? table)) ? lines : 0
  const [stop] = above[end] ?? []
  const isUnderCaption = stop !== undefined && (isCaption(above[end] ?? []) || isTitleOrNote(stop))
  return isUnderCaption && lines <= mostAbove ? lines : 0
}

/** The lines of a page, between its ruled tables, as text and tables in their order. */
export const looseParts = (rows: ReadonlyArray<Row>, page: number): ReadonlyArray<LoosePart> => {
  const parts: Array<LoosePart> = []
  let text: Array<Row> = []
  const lineOf = (row: Row, words = wordsOf(row)): TextRow => ({ page, baseline: row[0]?.baseline ?? 0, words })
  const add = (part: LoosePart): void => {
    parts.push({ _tag: "Text", rows: text }, part)
    text = []
  }
  for (let at = 0; at < rows.length; ) {
    const row = rows[at] as Row
    const lines = kindOf(row, undefined) === "cells" ? linesFrom(rows, at) : []
    const found = lines.map((line) => line.row)
    const isLast = rows.slice(at + lines.length).every((rest) => rest.every(({ text }) => pageNumber.test(text)))
    const ofHead = headAbove(text, row)
    const isHead = isLast && isHeadAlone(lines, text.at(-1 - ofHead))
    if (lines.length > 0 && isContents(found)) add({ _tag: "Contents", rows: found })
    else if (isTable(lines) || isHead) {
      const above = text.splice(text.length - ofHead)
      add({
        _tag: "Table",
        rows: [...above.map((each) => lineOf(each)), ...lines.map((each) => lineOf(each.row, each.words))],
        isHeadAlone: !isTable(lines)
      })
    } else text.push(...(found.length > 0 ? found : [row]))
    at += Math.max(1, lines.length)
  }
  return [...parts, { _tag: "Text", rows: text }]
}
