/** 段落: lines of running text, those that were broken in the middle of a sentence joined again. */
import type { RawParagraph } from "../../RawDocument.ts"
import { collapsed, joined } from "../joining.ts"
import { endsSentence, goesOn, opensAnew } from "../openings.ts"
import { placeOf, type SourceLine, printedWidth } from "./lines.ts"

const narrowest = 40
const widest = 160
/** Lines end together where they were broken by width: this near to the widest of them. */
const band = 4

/** Whether a line reaches as far as lines of its text do before they are broken. */
export type IsFull = (line: SourceLine) => boolean

const printed = ({ text }: SourceLine): number => printedWidth(text.trim())
/** A 汉字 twice, so that lines of either measure are as wide as lines of 汉字. */
const counted = ({ text }: SourceLine): number => 2 * [...text.trim()].length

const fullBy = (
  lines: ReadonlyArray<SourceLine>,
  widthOf: (line: SourceLine) => number,
  slack: number
): IsFull | undefined => {
  const widths = lines.map(widthOf).filter((width) => width >= narrowest)
  const edge = Math.max(0, ...widths)
  if (edge > widest) return undefined
  const near = widths.filter((width) => width >= edge - slack).length
  return near >= 3 && near >= widths.length / 4 ? (line) => widthOf(line) >= edge - slack : undefined
}

/** Which lines of a text were broken: by their width, or after so many characters; `undefined` where every line is a paragraph. */
export const fullLines = (lines: ReadonlyArray<SourceLine>): IsFull | undefined =>
  fullBy(lines, counted, 0) ?? fullBy(lines, printed, band)

/** So much of the end of a paragraph tells whether it goes on; not all of it, which may be very long. */
const tailLength = 1_000

interface Open {
  readonly pieces: Array<string>
  tail: string
  readonly first: SourceLine
  last: SourceLine
}

const isIndented = ({ text }: SourceLine): boolean => /^(?:[\u3000]{2}|\s{4})/u.test(text)

/** Whether `line` is the rest of the line before it, which ends at the width at which lines are broken. */
const isBroken = (open: Open, line: SourceLine, isFull: IsFull | undefined): boolean =>
  isFull !== undefined &&
  line.number === open.last.number + 1 &&
  isFull(open.last) &&
  !endsSentence(open.last.text) &&
  !isIndented(line) &&
  !opensAnew(line.text, open.tail)

/** One text of both: a number that was cut is whole again. */
const together = (before: string, after: string): string =>
  /\d$/u.test(before) && /^\.?\d/u.test(after) ? before + after : joined(before, after)

/** Paragraphs of lines that follow each other, blank ones among them. */
export const paragraphsOf = (
  lines: ReadonlyArray<SourceLine>,
  isFull: IsFull | undefined
): ReadonlyArray<RawParagraph> => {
  const paragraphs: Array<Open> = []
  for (const line of lines) {
    const text = collapsed(line.text).replace(/^\*\*([^*]+)\*\*$/u, "$1")
    if (text === "") continue
    const open = paragraphs.at(-1)
    if (open !== undefined && (isBroken(open, line, isFull) || goesOn(open.tail, text))) {
      const both = together(open.tail, text)
      open.pieces.push(both.slice(open.tail.length))
      open.tail = both.slice(-tailLength)
      open.last = line
    } else paragraphs.push({ pieces: [text], tail: text.slice(-tailLength), first: line, last: line })
  }
  return paragraphs.map(({ first, pieces }) => ({ _tag: "Paragraph", text: pieces.join(""), place: placeOf(first) }))
}
