/** 无声的丢失: what a damaged file still says and a document read from it does not, though it claims to be complete. */
import type { RawDocument } from "@juesuan/documents"
import { content } from "./Damaged.ts"

/** What is seen of a text: without blanks, and without characters that show nothing. */
const bare = (text: string): string => text.normalize("NFKC").replaceAll(/[\s\u200B\uFEFF]+/gu, "")

const textOf = ({ blocks }: RawDocument): string =>
  bare(
    blocks
      .map((block) => (block._tag === "Paragraph" ? block.text : block.cells.map(({ text }) => text).join("")))
      .join("")
  )

const cellsOf = ({ blocks }: RawDocument): number =>
  blocks.reduce(
    (sum, block) => sum + (block._tag === "Paragraph" ? 1 : block.cells.filter(({ text }) => text !== "").length),
    0
  )

const decoded = (bytes: Uint8Array): string => {
  for (const encoding of ["utf-8", "gb18030"]) {
    const label = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : encoding
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes)
    } catch {
      continue
    }
  }
  return ""
}

/** Characters of `expected` that `found` has fewer of. */
const missing = (expected: string, found: string): string => {
  const counts = new Map<string, number>()
  for (const character of found) counts.set(character, (counts.get(character) ?? 0) + 1)
  return [...expected]
    .filter((character) => {
      const left = counts.get(character) ?? 0
      counts.set(character, left - 1)
      return left <= 0
    })
    .join("")
}

const shown = (page: string): string => page.replaceAll(/<[a-zA-Z/!?][^>]*(?:>|$)/gu, "").replaceAll(/&\w+;?/gu, "")

/** A number alone on its line is that of a page, and is left out on purpose. */
const withoutPageNumbers = (text: string): string => text.replaceAll(/^[^\S\n]*\d{1,4}[^\S\n]*$/gmu, "")

/** What was lost in silence; nothing where something is said not to be read. Parts of archives prove themselves. */
export const lostOf = (document: RawDocument, whole: Uint8Array, bytes: Uint8Array): string => {
  if (document.unread.some(({ aside }) => aside !== true)) return ""
  const found = textOf(document)
  switch (document.format) {
    case "docx":
    case "xlsx":
      return found === content ? "" : `${content} ≠ ${found}`
    case "pdf":
      return cellsOf(document) >= 12 || whole === bytes ? "" : `${cellsOf(document)} cells: ${found}`
    case "html":
      return missing(bare(shown(decoded(bytes))), found)
    case "text":
      return missing(bare(withoutPageNumbers(decoded(bytes))), found)
  }
}
