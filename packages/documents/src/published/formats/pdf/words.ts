/**
 * 词: what stands in a row of a page, piece by piece, where no line parts cells. Pieces are told apart by gaps, and by
 * having been written one by one; pieces of one cell come together again when it is known where the columns are.
 */
import { type Kind, kindOf } from "../aligned/pieces.ts"
import { around, type Glyph } from "./geometry.ts"
import { isBlank, lineOf, type TextLine } from "./text-lines.ts"

export interface Word extends TextLine {
  readonly kind: Kind
}

/** Of the height of a character: what no cell has within it unless a blank is meant; what two runs of one number, of one word have at most. */
const apart = 0.3
const together = 0.08
const touching = 0.03
/** Up to this, a number and the words around it may be one name: 单价 100 万元以上设备. */
const nearby = 0.6

const gapOf = (left: TextLine, right: TextLine): number =>
  (right.left - left.right) / Math.max(left.size, right.size, 1)

/** Runs of characters written in one go, without a gap. */
const runsOf = (glyphs: ReadonlyArray<Glyph>): ReadonlyArray<TextLine> => {
  const runs: Array<Array<Glyph>> = []
  let before: Glyph | undefined
  for (const glyph of glyphs) {
    if (isBlank(glyph)) {
      before = undefined
      continue
    }
    const run = runs.at(-1)
    const isOne =
      before !== undefined && before.op === glyph.op && glyph.left - before.right <= Math.max(glyph.size, 1) * apart
    if (run !== undefined && isOne) run.push(glyph)
    else runs.push([glyph])
    before = glyph
  }
  return runs.map(lineOf)
}

const digits = /^[-+−]?[\d,.]+[%％]?$/u

const amount = /^[-+−]?[\d,]+\.\d\d$/u

/** Whether two runs without a blank between them are parts of one word: a number is none of words beside it. */
const isOneWord = (left: TextLine, right: TextLine): boolean => {
  const isNumber = digits.test(left.text)
  if (isNumber && /^[%％]/u.test(right.text)) return gapOf(left, right) <= apart
  if (isNumber !== digits.test(right.text))
    return gapOf(left, right) <= together && ![left, right].some(({ text }) => amount.test(text))
  return gapOf(left, right) <= (isNumber ? together : touching) && !amount.test(left.text)
}

const both = (left: TextLine, right: TextLine): TextLine => ({
  ...around([left, right]),
  text: left.text + right.text,
  baseline: left.baseline,
  size: Math.max(left.size, right.size),
  glyphs: [...left.glyphs, ...right.glyphs]
})

const unit = /^[万亿年月日元台辆个人批次套以及（(]/u

/** Words with the small numbers that stand within them. */
const withNumbersInside = (words: ReadonlyArray<TextLine>): ReadonlyArray<TextLine> => {
  const kept: Array<TextLine> = []
  for (let index = 0; index < words.length; index += 1) {
    const [before, word, next] = [kept.at(-1), words[index], words[index + 1]]
    if (word === undefined) continue
    const isInside =
      before !== undefined &&
      next !== undefined &&
      /^\d{1,4}$/u.test(word.text) &&
      kindOf(before) === "words" &&
      unit.test(next.text) &&
      gapOf(before, word) <= nearby &&
      gapOf(word, next) <= nearby
    if (isInside) {
      kept[kept.length - 1] = both(both(before, word), next)
      index += 1
    } else kept.push(word)
  }
  return kept
}

/** The words of a row. */
export const wordsOf = (row: ReadonlyArray<TextLine>): ReadonlyArray<Word> => {
  const words: Array<TextLine> = []
  for (const run of row.flatMap(({ glyphs }) => runsOf(glyphs))) {
    const before = words.at(-1)
    if (before !== undefined && isOneWord(before, run)) words[words.length - 1] = both(before, run)
    else words.push(run)
  }
  return withNumbersInside(words).map((word) => ({ ...word, kind: kindOf(word) }))
}
