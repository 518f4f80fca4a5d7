/**
 * 分节与分句: the paragraphs of the narrative by section, as plain text. Sections come from headings; a heading that nobody
 * marked (a short line without figures that opens a section) counts too. Definitions, duties and annexes are left out.
 */
import type { PublishedDisclosure, SourcePlace } from "@juesuan/domain"
import { ignoredHeading, sectionHeadings, type SectionKind } from "../content/narrative/sections.ts"
import type { Quote } from "./Claim.ts"
import { joinedParagraphs, originalOf, type PlainText, plainText, type ReadingParagraph } from "./Plain.ts"
import { tokensOf } from "./Tokens.ts"

export interface SectionParagraph {
  readonly section: SectionKind
  readonly headings: ReadonlyArray<string>
  readonly plain: PlainText
  readonly place: SourcePlace
}

/** No paragraph of a narrative is longer; what is, is not read: time must not depend on what somebody put into a file. */
const longestParagraph = 20_000

export const isTooLong = ({ plain }: SectionParagraph): boolean => plain.text.length > longestParagraph

/** A stretch of a paragraph as it is printed, and where. */
export const quoteOf = ({ headings, place, plain }: SectionParagraph, start: number, end: number): Quote => ({
  quote: originalOf(plain, start, end),
  section: headings.join(" / "),
  place
})

const part = /^第[一二三四五六七八九十]+部分/u

const kindOfHeading = (heading: string): SectionKind | undefined =>
  sectionHeadings.find(([pattern]) => pattern.test(heading))?.[1]

/** Kinds that a heading over all of 收支 only frames: what stands below it may be of one budget or matter. */
const framed: ReadonlySet<SectionKind | undefined> = new Set<SectionKind>(["overall", "income", "expenditure", "other"])

/** Within 财政拨款收入支出决算总体情况: what narrower headings may open. */
const withinFiscal: ReadonlySet<SectionKind> = new Set<SectionKind>(["fiscal-expenditure", "general-public", "basic"])

/** The section that headings open: the outermost that says so, within 收支情况 the outermost narrower one; 第三部分 … frames. */
const sectionOf = (headings: ReadonlyArray<string>): SectionKind => {
  const plain = headings.map((heading) => plainText(heading).text)
  if (plain.some((heading) => ignoredHeading.test(heading))) return "ignored"
  const kinds = plain.filter((heading) => !part.test(heading)).flatMap((heading) => kindOfHeading(heading) ?? [])
  const [outermost = "other"] = kinds
  if (outermost === "fiscal") return kinds.find((kind) => withinFiscal.has(kind)) ?? outermost
  return outermost === "overall" ? (kinds.find((kind) => !framed.has(kind)) ?? outermost) : outermost
}

const headingLength = 60
const numberedHeading =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]+部分|\d{1,2}[、.])/u

/** A line that opens a section although no heading was marked. */
const opens = (text: string): SectionKind | undefined => {
  if (text.length > headingLength || /[。;,]/u.test(text) || tokensOf(text).length > 0) return undefined
  if (!numberedHeading.test(text)) return undefined
  if (ignoredHeading.test(text)) return "ignored"
  return /情况|说明|支出|收入/u.test(text) ? kindOfHeading(text) : undefined
}

/** Headings that state figures themselves, each once, as paragraphs. */
const withHeadings = (paragraphs: ReadonlyArray<ReadingParagraph>): ReadonlyArray<ReadingParagraph> => {
  const seen = new Set(paragraphs.map(({ text }) => plainText(text).text))
  return paragraphs.flatMap((paragraph) => {
    const stating = paragraph.headings.filter((heading) => {
      const { text } = plainText(heading)
      if (seen.has(text) || tokensOf(text).length === 0) return false
      seen.add(text)
      return true
    })
    return [...stating.map((text) => ({ ...paragraph, text })), paragraph]
  })
}

export const sectionParagraphs = (document: PublishedDisclosure): ReadonlyArray<SectionParagraph> => {
  let opened: { readonly headings: string; readonly section: SectionKind } | undefined
  return withHeadings(joinedParagraphs(document.narrative)).map(({ headings, place, text }) => {
    const plain = plainText(text)
    const path = headings.join("\n")
    const ofHeadings = sectionOf(headings)
    const own = ofHeadings === "ignored" ? undefined : opens(plain.text)
    if (own !== undefined && (ofHeadings === "other" || own === "ignored")) opened = { headings: path, section: own }
    const section = opened?.headings === path && ofHeadings !== "ignored" ? opened.section : ofHeadings
    const paragraph = { section, headings, plain, place }
    return isTooLong(paragraph) ? { ...paragraph, section: "ignored" } : paragraph
  })
}

/** Whether a mark stands within brackets that close before the sentence ends: （其中：…；…）. */
const isBracketed = (text: string, at: number): boolean => {
  const from = text.lastIndexOf("(", at)
  if (from < 0 || /[)。]/u.test(text.slice(from, at))) return false
  const rest = text.slice(at)
  return /^[^(。]*\)/u.test(rest)
}

/** A stretch of a paragraph up to 。 or ；. */
export interface Sentence {
  readonly start: number
  readonly end: number
  /** Whether 。 ends it: what was compared with is forgotten there. */
  readonly full: boolean
}

export const sentencesOf = (text: string): ReadonlyArray<Sentence> => {
  const found: Array<Sentence> = []
  let start = 0
  for (const mark of text.matchAll(/[。;!]/gu)) {
    if (mark[0] === ";" && isBracketed(text, mark.index)) continue
    found.push({ start, end: mark.index + 1, full: mark[0] !== ";" })
    start = mark.index + 1
  }
  if (start < text.length) found.push({ start, end: text.length, full: true })
  return found
}
