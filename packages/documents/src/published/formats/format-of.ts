/** 文件格式: what a file is, by its content; its name may say anything. */
import * as Result from "effect/Result"
import { decodeText } from "../../read/decode-text.ts"
import type { Fault } from "../../read/Fault.ts"
import { type RefusalReason, refused } from "./refusals.ts"

export type RawFormat = "pdf" | "docx" | "xlsx" | "html" | "text"

const ascii = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1")

const headLength = 1_024

const starting = (...bytes: ReadonlyArray<number>): string => String.fromCharCode(...bytes)

/** Kinds that are known and not read, by their first bytes. */
const others: ReadonlyArray<readonly [string, RefusalReason]> = [
  ["{\\rtf", "FormatOther"],
  [starting(0x89, 0x50, 0x4e, 0x47), "FormatPicture"],
  [starting(0xff, 0xd8, 0xff), "FormatPicture"],
  ["GIF8", "FormatPicture"],
  [starting(0x49, 0x49, 0x2a, 0), "FormatPicture"],
  [starting(0x4d, 0x4d, 0, 0x2a), "FormatPicture"],
  ["Rar!", "FormatArchive"],
  [starting(0x37, 0x7a, 0xbc, 0xaf), "FormatArchive"],
  [starting(0x1f, 0x8b), "FormatArchive"]
]
const archives = [starting(0x50, 0x4b, 3, 4), starting(0x50, 0x4b, 5, 6)]
const olderOffice = starting(0xd0, 0xcf, 0x11, 0xe0)

const isHtml = (head: string): boolean =>
  /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|h[1-6]|style|script|section|article|main|ul|ol|span|center|font)\b/iu.test(
    head
  )

/** What the archive holds, by the names in it. */
const archived = (file: string, bytes: Uint8Array): Result.Result<RawFormat, Fault> => {
  const whole = ascii(bytes)
  if (whole.includes("word/document.xml")) return Result.succeed("docx")
  if (whole.includes("xl/workbook.xml")) return Result.succeed("xlsx")
  const isOffice = /xl\/workbook\.bin|ppt\/presentation\.xml|OFD\.xml|application\/vnd\.oasis/u.test(whole)
  if (isOffice) return Result.fail(refused(file, "FormatOther"))
  return Result.fail(refused(file, whole.includes("[Content_Types].xml") ? "FileDamaged" : "FormatArchive"))
}

/** `E.n.c.r.y.p.t.e.d…`, the name of the part in which Office keeps a file with a password. */
const encryptedPart = Buffer.from("EncryptedPackage", "utf16le").toString("latin1")

const written = (file: string, bytes: Uint8Array): Result.Result<RawFormat, Fault> => {
  const decoded = decodeText(file, bytes)
  if (Result.isFailure(decoded)) {
    return isHtml(ascii(bytes.subarray(0, headLength)))
      ? Result.succeed("html")
      : Result.fail(refused(file, "FormatUnknown"))
  }
  const text = decoded.success.text.replace(/^\uFEFF/u, "")
  if (text.trim() === "") return Result.fail(refused(file, "FileEmpty"))
  return Result.succeed(isHtml(text.slice(0, headLength)) ? "html" : "text")
}

/** The format of a file, or why no file of its kind is read. */
export const formatOf = (file: string, bytes: Uint8Array): Result.Result<RawFormat, Fault> => {
  if (bytes.length === 0) return Result.fail(refused(file, "FileEmpty"))
  const head = ascii(bytes.subarray(0, headLength))
  if (head.includes("%PDF-")) return Result.succeed("pdf")
  if (archives.some((start) => head.startsWith(start))) return archived(file, bytes)
  if (head.startsWith(olderOffice)) {
    return Result.fail(refused(file, ascii(bytes).includes(encryptedPart) ? "FileEncrypted" : "FormatLegacy"))
  }
  const other = others.find(([start]) => head.startsWith(start))
  return other === undefined ? written(file, bytes) : Result.fail(refused(file, other[1]))
}
