/**
 * 说明文字: the running text of a disclosure as paragraphs, each under the headings it stands under. The table of contents
 * stands under 目录 and gives no headings; sentences that a page broke are one paragraph again.
 */
import type { PublishedParagraph } from "@juesuan/domain"
import type { RawParagraph } from "../RawDocument.ts"
import { isContentsLine } from "../formats/openings.ts"
import { isContentsTitle, isHeading, markerLevel, runInHeading } from "./headings.ts"
import { plain } from "../tables/Matrix.ts"

const contents = "目录"

const unnumbered = (line: string): string =>
  plain(line)
    .replaceAll(/[.．…·_\-—\t]*\d{1,3}[-—–]?$/gu, "")
    .replaceAll(/[.…·:：]/gu, "")

/** The lines of the table of contents, which ends where its first entry comes again. */
const contentsOf = (paragraphs: ReadonlyArray<RawParagraph>): ReadonlySet<RawParagraph> => {
  const found = new Set(paragraphs.filter(({ text }) => isContentsLine(text)))
  const title = paragraphs.findIndex(({ text }) => isContentsTitle(text))
  if (title < 0) return found
  const first = unnumbered(paragraphs[title + 1]?.text ?? "")
  for (const [index, paragraph] of paragraphs.slice(title + 1).entries()) {
    const line = paragraph.text
    const again = index > 0 && unnumbered(line) === first && !isContentsLine(line)
    if (again || (!isContentsLine(line) && (markerLevel(line) === undefined || plain(line).length > 45))) break
    found.add(paragraph)
  }
  return found
}

const ended = /[。；！？：;!?:”"）)]$/u

/** Whether a line goes on with the one before it, which a page or a line end broke off. */
const continues = (before: RawParagraph, next: RawParagraph): boolean => {
  const text = before.text.trim()
  if (ended.test(text) || next.heading !== undefined || markerLevel(next.text) !== undefined) return false
  if (isHeading(text) || before.heading !== undefined) return false
  return /[，、,]$/u.test(text) || (plain(text).length >= 20 && /[，。；、]/u.test(text))
}

const joinedText = (before: string, after: string): string =>
  /[\p{Script=Latin}]$/u.test(before) && /^[\p{Script=Latin}]/u.test(after) ? `${before} ${after}` : before + after

const whole = (paragraphs: ReadonlyArray<RawParagraph>, skipped: ReadonlySet<RawParagraph>): RawParagraph[] => {
  const joined: RawParagraph[] = []
  let last: RawParagraph | undefined
  for (const paragraph of paragraphs) {
    if (!skipped.has(paragraph) && last !== undefined && !skipped.has(last) && continues(last, paragraph)) {
      const text = joinedText(last.text.trim(), paragraph.text.trim())
      last = { ...last, text }
      joined[joined.length - 1] = last
    } else {
      joined.push(paragraph)
      last = paragraph
    }
  }
  return joined
}

interface OpenHeading {
  readonly level: number
  readonly text: string
}

/** The headings that are open after one more. */
const under = (open: ReadonlyArray<OpenHeading>, heading: OpenHeading): ReadonlyArray<OpenHeading> => [
  ...open.filter(({ level }) => level < heading.level),
  heading
]

/** Running text as paragraphs under their headings. */
export const narrativeOf = (paragraphs: ReadonlyArray<RawParagraph>): ReadonlyArray<PublishedParagraph> => {
  const skipped = contentsOf(paragraphs)
  const found: PublishedParagraph[] = []
  let open: ReadonlyArray<OpenHeading> = []
  for (const paragraph of whole(paragraphs, skipped)) {
    const text = paragraph.text.trim()
    const headings = () => open.map((heading) => heading.text)
    if (skipped.has(paragraph)) {
      found.push({ headings: [contents], text, place: paragraph.place })
      continue
    }
    if (isContentsTitle(text)) continue
    const run = runInHeading(text)
    const level = markerLevel(text) ?? paragraph.heading
    if (run !== undefined && run.text !== "") {
      open = under(open, { level: markerLevel(run.heading) ?? 5, text: run.heading })
      found.push({ headings: headings(), text: run.text, place: paragraph.place })
    } else if (level !== undefined && (isHeading(text) || (paragraph.heading !== undefined && text.length < 60))) {
      open = under(open, { level, text: text.replace(/[。：:]$/u, "") })
    } else found.push({ headings: headings(), text, place: paragraph.place })
  }
  return found
}
