/** 页眉: a line that stands at the page number of most pages belongs to the pages, not to what they show. */
import { isPageMark } from "../formats/openings.ts"
import type { RawBlock } from "../RawDocument.ts"
import { captionOf } from "./captions.ts"
import { plain } from "./Matrix.ts"
import { isNote, saysEmpty } from "./words.ts"

/** On so many pages a line is no coincidence. */
const fewest = 3

const numbersPage = (block: RawBlock | undefined): boolean => block?._tag === "Paragraph" && isPageMark(block.text)

/** What the block says, if it could be the head or foot of a page. */
const saidAtPageNumber = (blocks: ReadonlyArray<RawBlock>, index: number): string | undefined => {
  const block = blocks[index]
  if (block?._tag !== "Paragraph" || numbersPage(block)) return undefined
  if (!numbersPage(blocks[index - 1]) && !numbersPage(blocks[index + 1])) return undefined
  const { text } = block
  return captionOf(text) !== undefined || isNote(text) || saysEmpty(text) ? undefined : plain(text)
}

/** The blocks of a file without the heads and feet that its pages repeat. */
export const withoutRunningHeads = (blocks: ReadonlyArray<RawBlock>): ReadonlyArray<RawBlock> => {
  const pages = blocks.filter(numbersPage).length
  if (pages < fewest) return blocks
  const said = blocks.map((_, index) => saidAtPageNumber(blocks, index))
  const counts = new Map<string, number>()
  for (const text of said) if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1)
  return blocks.filter((_, index) => {
    const count = counts.get(said[index] ?? "") ?? 0
    return count < fewest || count * 2 < pages
  })
}
