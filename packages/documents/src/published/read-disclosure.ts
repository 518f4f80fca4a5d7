/** 读入决算公开: the bytes of one or several files → what they state, or the faults that say why a file cannot be read. */
import type { PublishedDisclosure } from "@juesuan/domain"
import * as Result from "effect/Result"
import type { Fault } from "../read/Fault.ts"
import { readingLimits } from "./formats/reading-limits.ts"
import { type NamedBytes, readRaw } from "./formats/read-raw.ts"
import { refused } from "./formats/refusals.ts"
import type { RawDocument } from "./RawDocument.ts"
import { readPublished } from "./readPublished.ts"

/** Places of all tables: a few merged cells may span millions, and each is looked at. */
const placesOf = ({ blocks }: RawDocument): number =>
  blocks.reduce((sum, block) => (block._tag === "Grid" ? sum + block.rows * block.columns : sum), 0)

/**
 * Reads the files of one disclosure: text in one and tables in another are one disclosure. A file that cannot be read
 * fails the whole: what it would have said is unknown.
 *
 * @example await readDisclosure([{ name: "2024年度部门决算公开.pdf", bytes }])
 */
export const readDisclosure = async (
  files: ReadonlyArray<NamedBytes>
): Promise<Result.Result<PublishedDisclosure, ReadonlyArray<Fault>>> => {
  const read = await Promise.all(files.map((file) => readRaw(file)))
  const faults = read.flatMap((result) => (Result.isFailure(result) ? result.failure : []))
  if (faults.length > 0) return Result.fail(faults)
  const documents = read.flatMap((result) => (Result.isSuccess(result) ? [result.success] : []))
  const spread = documents.filter((document) => placesOf(document) > readingLimits.places)
  if (spread.length > 0) return Result.fail(spread.map(({ name }) => refused(name, "TablesTooLarge")))
  return Result.succeed(readPublished(documents))
}
