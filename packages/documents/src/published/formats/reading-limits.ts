/** 读取限度: how much of a published file is read before it is refused. */
import { limits } from "../../read/limits.ts"

export const readingLimits = {
  bytes: limits.bytes,
  /** Of the text of a file: about a thousand pages. */
  characters: 2_000_000,
  /** Of all tables: rows × columns. A few merged cells may span millions. */
  places: 5_000_000,
  /** Of a text file: lines, characters of one line, blanks in a row. */
  lines: 50_000,
  line: 20_000,
  blanks: 2_000,
  /** Of a PDF. */
  pages: 1_000,
  /** For one PDF, in its own thread. */
  seconds: 60,
  /** Memory of that thread, in MiB. */
  heap: 512,
  /** Of a docx or xlsx, which are archives: entries, bytes when unpacked, unpacked ÷ packed, depth of nested elements. */
  entries: 2_000,
  unpacked: 100 * 1024 * 1024,
  ratio: 200,
  depth: 200
} as const
