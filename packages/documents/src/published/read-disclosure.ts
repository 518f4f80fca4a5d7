/** 读入决算公开: the bytes of one or several files → what they state, or the faults that say why a file cannot be read. */
import type { PublishedDisclosure } from "@juesuan/domain"
import * as Result from "effect/Result"
import type { Fault } from "../read/Fault.ts"
import { type NamedBytes, readRaw } from "./formats/read-raw.ts"
import { readPublished } from "./readPublished.ts"

/**
 * Reads the files of one disclosure: text in one and tables in another are one disclosure. A file that cannot be read
 * fails the whole: what it would have said is unknown.
 *
 * @example await readDisclosure([{ name: "2024年度部门决算公开.pdf", bytes }])
 */
export const readDisclosure = async (
  files: ReadonlyArray<NamedBytes>
): Promise<Result.Result<PublishedDisclosure, ReadonlyArray<Fault>>> => {
  const read: Array<Awaited<ReturnType<typeof readRaw>>> = []
  // One after the other: together they would need the memory of all.
  for (const file of files) read.push(await readRaw(file))
  const faults = read.flatMap((result) => (Result.isFailure(result) ? result.failure : []))
  if (faults.length > 0) return Result.fail(faults)
  const documents = read.flatMap((result) => (Result.isSuccess(result) ? [result.success] : []))
  return Result.succeed(readPublished(documents))
}
