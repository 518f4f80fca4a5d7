/**
 * 通读文本: running text as it is compared: half-width forms, no blanks, one character of the original behind every
 * character, so that what was understood can be quoted as it is printed.
 */
import type { PublishedParagraph, SourcePlace } from "@juesuan/domain"

/** Text without blanks in half-width forms, and where in the original each of its characters stands. */
export interface PlainText {
  readonly text: string
  readonly original: string
  readonly origin: ReadonlyArray<number>
}

const alike: Readonly<Record<string, string>> = {
  "−": "-",
  "﹣": "-",
  "〔": "(",
  "〕": ")",
  "﹪": "%",
  "﹐": ",",
  "﹒": "."
}

const halfWidth = (character: string): string => {
  const code = character.charCodeAt(0)
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : (alike[character] ?? character)
}

export const plainText = (original: string): PlainText => {
  const kept: Array<string> = []
  const origin: Array<number> = []
  for (let index = 0; index < original.length; index += 1) {
    const character = original.charAt(index)
    if (/[\s\u200B\u200E\uFEFF]/u.test(character)) continue
    kept.push(halfWidth(character))
    origin.push(index)
  }
  return { text: kept.join(""), original, origin }
}

/** The part of the original that stands behind a part of the plain text. */
export const originalOf = ({ origin, original }: PlainText, start: number, end: number): string =>
  start >= end ? "" : original.slice(origin[start] ?? 0, (origin[end - 1] ?? original.length - 1) + 1).trim()

/** A paragraph as it reads: one that a page break had cut in two stands here once. */
export interface ReadingParagraph {
  readonly headings: ReadonlyArray<string>
  readonly text: string
  readonly place: SourcePlace
}

const ended = /[。；;：:！!？?]["”’)）]?\s*$/u
const numbered =
  /^\s*(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+[、.．](?!\d)|第[一二三四五六七八九十]+部分|[-—●▪]\s)/u
const beginsInside = /^\s*(?:[\d.]+\s*(?:[%％]|万元|亿元|元|个|辆|批|人|台)|[，,、。；;）)])/u
const openEnd =
  /(?:[，,、（(]|增加|增长|减少|下降|上升|降低|节约|完成|占|占比|比上年|较上年|支出|收入|预算|决算|为|的|共|数|[\d.])\s*$/u
/** A line of running text; what is shorter may be a heading that nobody marked. */
const fullLine = 20

const continues = (before: PublishedParagraph, after: PublishedParagraph): boolean => {
  if (ended.test(before.text) || numbered.test(after.text)) return false
  if (before.headings.join("\n") !== after.headings.join("\n")) return false
  return beginsInside.test(after.text) || openEnd.test(before.text) || before.text.trim().length >= fullLine
}

/** Paragraphs with those joined that a page or line break cut in the middle of a sentence. */
export const joinedParagraphs = (paragraphs: ReadonlyArray<PublishedParagraph>): ReadonlyArray<ReadingParagraph> => {
  const joined: Array<ReadingParagraph> = []
  let before: PublishedParagraph | undefined
  for (const paragraph of paragraphs) {
    const last = joined.at(-1)
    if (before !== undefined && last !== undefined && continues(before, paragraph)) {
      joined[joined.length - 1] = { ...last, text: last.text + paragraph.text }
    } else joined.push(paragraph)
    before = paragraph
  }
  return joined
}
