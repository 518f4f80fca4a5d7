/** 读入公开文件: bytes of a published file as paragraphs and grids, whatever its format. */
import * as Result from "effect/Result"
import { decodeText } from "../../read/decode-text.ts"
import type { Fault } from "../../read/Fault.ts"
import type { RawDocument } from "../RawDocument.ts"
import { formatOf, type RawFormat } from "./format-of.ts"
import { isTooLong, readingLimits } from "./reading-limits.ts"
import { excessOf, withFewNotes } from "./excess.ts"
import { refused } from "./refusals.ts"
import { readText } from "./text/read-text.ts"

/** A file as it was given: its name is only shown; what it is, its bytes say. */
export interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array
}

type Read = Result.Result<RawDocument, ReadonlyArray<Fault>>

/** The readers, each loaded when a file asks for it: the libraries behind them are large. */
const readers: Readonly<Record<RawFormat, (file: NamedBytes) => Promise<Read>>> = {
  text: async ({ bytes, name }) =>
    Result.mapError(
      Result.flatMap(decodeText(name, bytes), ({ text }) =>
        isTooLong(text) ? Result.fail(refused(name, "TextTooLong")) : Result.succeed(readText(name, text))
      ),
      (found) => [found]
    ),
  html: async ({ bytes, name }) => (await import("./html/read-html.ts")).readHtml(name, bytes),
  docx: async ({ bytes, name }) => (await import("./docx/read-docx.ts")).readDocx(name, bytes),
  xlsx: async ({ bytes, name }) => (await import("./xlsx/read-xlsx.ts")).readXlsx(name, bytes),
  pdf: async ({ bytes, name }) => (await import("./pdf/read-pdf.ts")).readPdf(name, bytes)
}

/**
 * 读入公开文件 (PDF, docx, xlsx, HTML or text): paragraphs and grids in reading order with their places, or the faults that
 * say why it cannot be read and what to do. It never throws, and what it saw and could not read is in `unread`.
 *
 * @example await readRaw({ name: "2024年度部门决算公开.txt", bytes })
 */
export const readRaw = async (file: NamedBytes): Promise<Read> => {
  if (file.bytes.length > readingLimits.bytes) return Result.fail([refused(file.name, "FileTooLarge")])
  const format = formatOf(file.name, file.bytes)
  if (Result.isFailure(format)) return Result.fail([format.failure])
  const read = await readers[format.success](file)
  return Result.flatMap(read, (document) => {
    const excess = excessOf(document)
    return excess === undefined ? Result.succeed(withFewNotes(document)) : Result.fail([refused(file.name, excess)])
  })
}
