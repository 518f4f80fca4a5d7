/** 表前表后: the paragraphs between two grids: notes on the one above, captions of the one below, and text of neither. */
import { isSignature, opensAnew } from "../formats/openings.ts"
import type { RawParagraph } from "../RawDocument.ts"
import { captionOf, meaningsOfTitle } from "./captions.ts"
import { plain } from "./Matrix.ts"
import { isNote, saysEmpty } from "./words.ts"

export interface Around {
  readonly notes: ReadonlyArray<RawParagraph>
  readonly text: ReadonlyArray<RawParagraph>
  readonly captions: ReadonlyArray<RawParagraph>
}

export const endsSentence = (text: string): boolean => /[。；！？.;!?]$/u.test(text.trim())

/**
 * 政府性基金预算财政拨款 ⏎ 收入支出决算表: the lower line alone would be the title of another table. The captions above a grid
 * with both as one, or `undefined` where the line above them is no part of a title.
 */
const withWholeTitle = (
  above: RawParagraph | undefined,
  captions: ReadonlyArray<RawParagraph>
): ReadonlyArray<RawParagraph> | undefined => {
  const [first, ...others] = captions
  if (above === undefined || first === undefined || endsSentence(above.text) || opensAnew(above.text)) return undefined
  const text = above.text.trim() + first.text.trim()
  const meaningsIn = (line: string) => (captionOf(line)?.titles ?? []).flatMap(meaningsOfTitle)
  const [whole, ...further] = meaningsIn(text)
  const isTitle = whole !== undefined && further.length === 0 && !meaningsIn(first.text).includes(whole)
  return isTitle ? [{ ...above, text }, ...others] : undefined
}

const numberOf = (text: string): number =>
  Number(/^(?:\(?(?:注|说明|备注|附注)[:：]?)?(\d{1,2})[.、]/u.exec(plain(text))?.[1] ?? Number.NaN)

/** Whether a line is the rest of a note, or the next of notes that are numbered: 注：1.…, 2.…. */
const goesOnWith = (before: string, text: string): boolean =>
  numberOf(text) === numberOf(before) + 1 ||
  (!endsSentence(before) && !/^[一二三四五六七八九十第（(]/u.test(plain(text)))

/** How many of the first paragraphs under a table are notes on it. */
const notesIn = (between: ReadonlyArray<RawParagraph>): number => {
  const end = between.findIndex(({ text }, index) => {
    const before = between[index - 1]?.text
    const isOwn = isNote(text) || isSignature(text) || saysEmpty(text)
    return !isOwn && (before === undefined || !goesOnWith(before, text))
  })
  return end === -1 ? between.length : end
}

/** A page prints so many lines at its head at most. */
const mostLines = 2

/** Whether lines may be what a page prints at its head: few, short, no sentence, nothing that begins anew. */
export const isPageHead = (lines: ReadonlyArray<RawParagraph>): boolean =>
  lines.length <= mostLines &&
  lines.every(({ text }) => plain(text).length <= 40 && !/[。；]/u.test(text) && !opensAnew(text))

/** The paragraphs between two grids: notes on the first, captions of the second, and text that belongs to neither. */
export const around = (between: ReadonlyArray<RawParagraph>, afterTable: boolean): Around => {
  const from = between.findLastIndex(({ text }) => captionOf(text) === undefined) + 1
  const joined = withWholeTitle(between[from - 1], between.slice(from))
  const above = between.slice(0, joined === undefined ? from : from - 1)
  const notes = afterTable ? notesIn(above) : 0
  return { notes: above.slice(0, notes), text: above.slice(notes), captions: joined ?? between.slice(from) }
}
