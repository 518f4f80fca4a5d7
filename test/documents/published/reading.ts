/** What tests of readers ask of a document that was read: its grids as rows of text, its paragraphs, its faults. */
import { type Fault, type RawDocument, type RawGrid, readPublished, readRaw } from "@juesuan/documents"
import type { Printed, PublishedCell, PublishedDisclosure } from "@juesuan/domain"
import * as Result from "effect/Result"

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

export const documentOf = async (bytes: Uint8Array, name = "公开"): Promise<RawDocument> =>
  Result.getOrThrowWith(
    await readRaw({ name, bytes }),
    (faults) => new Error(faults.map(({ says }) => says.zh).join("\n"))
  )

export const faultsOf = async (bytes: Uint8Array, name = "公开"): Promise<ReadonlyArray<Fault>> => {
  const read = await readRaw({ name, bytes })
  return Result.isFailure(read) ? read.failure : []
}

export const codesOf = async (bytes: Uint8Array): Promise<ReadonlyArray<string>> =>
  (await faultsOf(bytes)).map(({ code }) => code)

export const gridsOf = ({ blocks }: RawDocument): ReadonlyArray<RawGrid> =>
  blocks.filter((block) => block._tag === "Grid")

export const paragraphsOf = ({ blocks }: RawDocument): ReadonlyArray<string> =>
  blocks.filter((block) => block._tag === "Paragraph").map(({ text }) => text)

/** A grid as rows of texts; what a merged cell covers, and a place without a cell, is `null`. */
export const rowsOf = ({ cells, columns, rows }: RawGrid): ReadonlyArray<ReadonlyArray<string | null>> =>
  Array.from({ length: rows }, (_, row) =>
    Array.from(
      { length: columns },
      (_, column) => cells.find((cell) => cell.row === row && cell.column === column)?.text ?? null
    )
  )

/** The first grid of a text of these lines. */
export const gridOfLines = async (...lines: ReadonlyArray<string>): Promise<RawGrid | undefined> =>
  gridsOf(await documentOf(bytesOf(lines.join("\n"))))[0]

/** A text of these lines as a disclosure. */
export const publishedOfLines = async (...lines: ReadonlyArray<string>): Promise<PublishedDisclosure> =>
  readPublished([await documentOf(bytesOf(lines.join("\n")))])

export const printedText = (printed: Printed | undefined): string =>
  printed !== undefined && "text" in printed ? printed.text : ""

export const textIn = (cell: PublishedCell | undefined): string => printedText(cell?.printed)
