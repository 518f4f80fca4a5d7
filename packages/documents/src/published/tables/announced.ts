/** 只见表名: tables that a document names on a line of their own and that were not read, a table printed as a picture for one. */
import type { PublishedTable, Unread } from "@juesuan/domain"
import type { RawParagraph } from "../RawDocument.ts"
import { captionOf, meaningsOfTitle } from "./captions.ts"
import { saysEmpty } from "./words.ts"

/** Tables that every disclosure has; the others may be left out where there is nothing to show. */
const always: ReadonlySet<string> = new Set([
  "income-expenditure-summary",
  "income",
  "expenditure",
  "fiscal-income-expenditure-summary",
  "general-public-budget-expenditure",
  "general-public-budget-basic-expenditure"
])

const reason = {
  zh: "文件里有这张表的名称，没有读到表",
  en: "the file names this table, and no such table was read"
}

const meaningOfLine = (text: string): string | undefined => {
  const meanings = (captionOf(text)?.titles ?? []).flatMap(meaningsOfTitle)
  return meanings.length === 1 ? meanings[0] : undefined
}

/** Each table once, at the last line that names it: a table of contents comes before. */
export const announcedOnly = (
  paragraphs: ReadonlyArray<RawParagraph>,
  tables: ReadonlyArray<PublishedTable>
): ReadonlyArray<Unread> => {
  const read = new Set(tables.map(({ meaning }) => meaning))
  const named = new Map<string, Unread>()
  for (const [index, { place, text }] of paragraphs.entries()) {
    const meaning = meaningOfLine(text)
    if (meaning === undefined || !always.has(meaning) || read.has(meaning)) continue
    if (paragraphs.slice(index + 1, index + 4).some((next) => saysEmpty(next.text))) read.add(meaning)
    else named.set(meaning, { text, reason, place })
  }
  return [...named].flatMap(([meaning, unread]) => (read.has(meaning) ? [] : [unread]))
}
