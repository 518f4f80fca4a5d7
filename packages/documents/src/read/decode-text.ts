/**
 * 文件编码: bytes as text. UTF-8 with or without byte order mark, UTF-16 with one, else GB 18030 (which holds GBK and
 * GB 2312, what spreadsheets in China write). A file of UTF-8 with a damaged byte is not taken for GBK.
 */
import * as Result from "effect/Result"
import { type Fault, fault } from "./Fault.ts"

/** The encoding that a text was read in. */
type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030"

export interface DecodedText {
  readonly text: string
  readonly encoding: Encoding
}

const decoded = (bytes: Uint8Array, encoding: Encoding): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const markedEncoding = (bytes: Uint8Array): Encoding | undefined =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined

/** The text of a file, or the fault that says where it cannot be read. */
export const decodeText = (file: string, bytes: Uint8Array): Result.Result<DecodedText, Fault> => {
  const marked = markedEncoding(bytes)
  const tried: ReadonlyArray<Encoding> = marked === undefined ? ["utf-8", "gb18030"] : [marked]
  for (const encoding of tried) {
    if (encoding === "gb18030" && isDamagedUtf8(bytes)) break
    const text = decoded(bytes, encoding)
    if (text !== undefined && !text.includes("\0")) return Result.succeed({ text, encoding })
  }
  return Result.fail(notText(file, bytes))
}

const replacement = "\uFFFD"

/** Whether most of what is not ASCII reads well as UTF-8: then it is UTF-8 with a few bad bytes, and no other encoding. */
const isDamagedUtf8 = (bytes: Uint8Array): boolean => {
  let bad = 0
  let good = 0
  for (const character of new TextDecoder("utf-8").decode(bytes)) {
    if (character === replacement) bad += 1
    else if (character > "\u007F") good += 1
  }
  return good > bad
}

const notText = (file: string, bytes: Uint8Array): Fault => {
  const readable = new TextDecoder("utf-8").decode(bytes)
  const at = readable.search(/[\0\uFFFD]/u)
  const line = at === -1 ? undefined : readable.slice(0, at).split("\n").length
  return fault(
    { file, ...(line === undefined ? {} : { line }) },
    "EncodingUnknown",
    {
      zh: "此处的字节读不成文字，请把文件另存为 UTF-8 编码的 CSV 后重试",
      en: "these bytes are no text: save the file as CSV in UTF-8 and try again"
    },
    { expected: { zh: " UTF-8 或 GBK（GB 18030）", en: "UTF-8 or GBK (GB 18030)" } }
  )
}
