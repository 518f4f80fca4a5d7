/** 文字行: characters put together to lines, and lines of a cell to its text. */
import { collapsed, joined } from "../joining.ts"
import { around, type Box, type Glyph } from "./geometry.ts"

export interface TextLine extends Box {
  readonly text: string
  readonly baseline: number
  readonly size: number
  /** What it is made of, from left to right. */
  readonly glyphs: ReadonlyArray<Glyph>
}

/** Of the height of a character: gaps from which a blank was meant, and from which text does not belong together. */
const blankGap = 0.3
const apartGap = 1.5

export const isBlank = ({ text }: Glyph): boolean => text === " " || text.trim() === ""

/** Characters on one baseline, as far as half their height, without the blanks at the ends of lines. */
const rowsOf = (glyphs: ReadonlyArray<Glyph>): ReadonlyArray<ReadonlyArray<Glyph>> => {
  const rows: Array<{ baseline: number; size: number; glyphs: Array<Glyph> }> = []
  for (const glyph of [...glyphs].sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1)
    if (row !== undefined && glyph.baseline - row.baseline <= Math.max(row.size, glyph.size) * 0.4) {
      row.glyphs.push(glyph)
      row.size = Math.max(row.size, glyph.size)
    } else rows.push({ baseline: glyph.baseline, size: glyph.size, glyphs: [glyph] })
  }
  return rows
    .map((row) => withoutOuterBlanks(row.glyphs.sort((a, b) => a.left - b.left)))
    .filter(({ length }) => length > 0)
}

const withoutOuterBlanks = (glyphs: ReadonlyArray<Glyph>): ReadonlyArray<Glyph> => {
  const first = glyphs.findIndex((glyph) => !isBlank(glyph))
  return first === -1 ? [] : glyphs.slice(first, glyphs.findLastIndex((glyph) => !isBlank(glyph)) + 1)
}

/** Bold text is drawn twice by some programs: a character on itself is one. */
const isShadow = (before: Glyph | undefined, glyph: Glyph): boolean =>
  before !== undefined &&
  before.text === glyph.text &&
  Math.abs(before.left - glyph.left) < glyph.size * 0.25 &&
  Math.abs(before.baseline - glyph.baseline) < glyph.size * 0.25

const needsBlank = (before: Glyph, glyph: Glyph): boolean =>
  glyph.left - before.right > Math.max(before.size, glyph.size) * blankGap

export const lineOf = (glyphs: ReadonlyArray<Glyph>): TextLine => {
  let text = ""
  let before: Glyph | undefined
  for (const glyph of glyphs) {
    if (isBlank(glyph)) {
      text = `${text.trimEnd()} `
      continue
    }
    text = before !== undefined && needsBlank(before, glyph) ? joined(text, glyph.text) : text + glyph.text
    before = glyph
  }
  const size = Math.max(...glyphs.map((glyph) => glyph.size))
  return { ...around(glyphs), text: collapsed(text), baseline: glyphs[0]?.baseline ?? 0, size, glyphs }
}

const withoutShadows = (glyphs: ReadonlyArray<Glyph>): ReadonlyArray<Glyph> =>
  glyphs.filter((glyph, index) => ![1, 2].some((back) => isShadow(glyphs[index - back], glyph)))

/** Lines of characters, those far apart on one line as lines of their own, in reading order. */
export const textLines = (glyphs: ReadonlyArray<Glyph>): ReadonlyArray<ReadonlyArray<TextLine>> =>
  rowsOf(glyphs).map((row) => {
    const parts: Array<Array<Glyph>> = []
    let blanks: Array<Glyph> = []
    for (const glyph of withoutShadows(row)) {
      if (isBlank(glyph)) {
        blanks.push(glyph)
        continue
      }
      const part = parts.at(-1)
      const before = part?.at(-1)
      if (part === undefined || before === undefined || glyph.left - before.right > apartGap * glyph.size)
        parts.push([glyph])
      else part.push(...blanks, glyph)
      blanks = []
    }
    return parts.map(lineOf)
  })

/** Whether a line fills its cell, so that a number at its end may go on below. */
const isFull = (line: TextLine, cell: Box): boolean =>
  cell.right - cell.left - (line.right - line.left) < line.size * 1.4

const continuesNumber = (above: TextLine, below: TextLine, cell: Box): boolean =>
  isFull(above, cell) &&
  /\d[,.\d]*$/u.test(above.text) &&
  /^[\d.,]*\d%?$/u.test(below.text) &&
  !/^\d+\.\d{2}$/u.test(above.text)

/** The text of a cell: its lines joined as they read; a number that its narrow cell broke is whole again. */
export const cellText = (glyphs: ReadonlyArray<Glyph>, cell: Box): string => {
  const lines = rowsOf(glyphs).map((row) => lineOf(withoutShadows(row)))
  let text = ""
  let above: TextLine | undefined
  for (const line of lines) {
    text = above !== undefined && continuesNumber(above, line, cell) ? text + line.text : joined(text, line.text)
    above = line
  }
  return text
}
