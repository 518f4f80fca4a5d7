/** 限度之外: a document as its format gives it that is larger than any disclosure, or holds nothing at all. */
import type { RawBlock, RawDocument } from "../RawDocument.ts"
import { readingLimits } from "./reading-limits.ts"
import type { RefusalReason } from "./refusals.ts"

const charactersOf = (block: RawBlock): number =>
  block._tag === "Paragraph" ? block.text.length : block.cells.reduce((sum, { text }) => sum + text.length, 0)

const filledOf = (block: RawBlock): number =>
  block._tag === "Paragraph" ? 0 : block.cells.reduce((sum, { text }) => (text === "" ? sum : sum + 1), 0)

const placesOf = (block: RawBlock): number => (block._tag === "Paragraph" ? 0 : block.rows * block.columns)

const total = (blocks: ReadonlyArray<RawBlock>, of: (block: RawBlock) => number): number =>
  blocks.reduce((sum, block) => sum + of(block), 0)

const isVast = (block: RawBlock): boolean =>
  block._tag === "Grid" && (block.columns > readingLimits.columns || block.rows > readingLimits.rows)

/** Why a document is not read any further. A few merged cells may span millions of places, and each is looked at. */
export const excessOf = ({ blocks, unread }: RawDocument): RefusalReason | undefined => {
  if (blocks.length === 0 && unread.length === 0) return "NothingToRead"
  if (blocks.length > readingLimits.blocks || total(blocks, charactersOf) > readingLimits.characters)
    return "TextTooLong"
  if (blocks.filter(({ _tag }) => _tag === "Grid").length > readingLimits.tables) return "TablesTooMany"
  const isVastInAll = total(blocks, placesOf) > readingLimits.places || total(blocks, filledOf) > readingLimits.cells
  return isVastInAll || blocks.some(isVast) ? "TablesTooLarge" : undefined
}

/** A document that says of each part that was not read what it is, and of very many how many more there are. */
export const withFewNotes = (document: RawDocument): RawDocument => {
  const more = document.unread.length - readingLimits.unread
  if (more <= 0) return document
  const reason = { zh: `另有 ${more} 处没有读`, en: `${more} more places were not read` }
  return { ...document, unread: [...document.unread.slice(0, readingLimits.unread), { text: "", reason, place: {} }] }
}
