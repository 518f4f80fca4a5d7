/** 段落: lines of running text, those that were broken in the middle of a sentence joined again. */
import type { RawParagraph } from "../../RawDocument.ts"
import { collapsed, joined } from "../joining.ts"
import { endsSentence, goesOn, opensAnew } from "../openings.ts"
import { placeOf, type SourceLine, printedWidth } from "./lines.ts"

const narrowest = 40
const widest = 160
/** Lines end together where they were broken by width: this near to the widest of them. */
const band = 4

/** The width at which the lines of a text were broken, or `undefined` where every line is a paragraph. */
export const wrapWidth = (lines: ReadonlyArray<SourceLine>): number | undefined => {
  const widths = lines.map(({ text }) => printedWidth(text.trim())).filter((width) => width >= narrowest)
  const edge = Math.max(0, ...widths)
  if (edge > widest) return undefined
  const near = widths.filter((width) => width >= edge - band).length
  return near >= 3 && near >= widths.length / 4 ? edge : undefined
}

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
const isBroken = (open: Open, line: SourceLine, width: number | undefined): boolean =>
  width !== undefined &&
  line.number === open.last.number + 1 &&
  printedWidth(open.last.text.trim()) >= width - band &&
  !endsSentence(open.last.text) &&
  !isIndented(line) &&
  !opensAnew(line.text)

/** Paragraphs of lines that follow each other, blank ones among them. */
export const paragraphsOf = (
  lines: ReadonlyArray<SourceLine>,
  width: number | undefined
): ReadonlyArray<RawParagraph> => {
  const paragraphs: Array<Open> = []
  for (const line of lines) {
    const text = collapsed(line.text)
    if (text === "") continue
    const open = paragraphs.at(-1)
    if (open !== undefined && (isBroken(open, line, width) || goesOn(open.tail, text))) {
      const both = joined(open.tail, text)
      open.pieces.push(both.slice(open.tail.length))
      open.tail = both.slice(-tailLength)
      open.last = line
    } else paragraphs.push({ pieces: [text], tail: text.slice(-tailLength), first: line, last: line })
  }
  return paragraphs.map(({ first, pieces }) => ({ _tag: "Paragraph", text: pieces.join(""), place: placeOf(first) }))
}
