/** 读取限度: how much of a published file is read before it is refused. */
import { limits } from "../../read/limits.ts"

export const readingLimits = {
  bytes: limits.bytes,
  /** Of the text of a file: about a thousand pages. */
  characters: 2_000_000,
  /** Of all tables: rows × columns. A few merged cells may span millions. */
  places: 5_000_000,
  /** Cells that say something, of all tables. */
  cells: 300_000,
  /** Of one table. */
  columns: 1_000,
  rows: 50_000,
  /** Paragraphs and tables together, and tables alone. */
  blocks: 50_000,
  tables: 3_000,
  /** What is said not to be read, one by one; the rest is counted. */
  unread: 500,
  /** Of a text file: lines, characters of one line, blanks in a row. */
  lines: 50_000,
  line: 20_000,
  blanks: 2_000,
  /** Of a PDF. */
  pages: 1_000,
  /** For one PDF, in a thread of its own: seconds of computing in all and for one page; seconds on a clock, waiting included. */
  seconds: 60,
  waitSeconds: 600,
  pageSeconds: 2.5,
  /** What that thread may hold, and how large its heap of what lasts may be, in MiB; how many read at a time. */
  memory: 280,
  heap: 256,
  threads: 2,
  /** Of a docx or xlsx, which are archives: entries, bytes when unpacked, unpacked ÷ packed. */
  entries: 2_000,
  unpacked: 100 * 1024 * 1024,
  ratio: 200,
  /** Of a part of them: elements, those in memory at once, how deep they nest, attributes of one. */
  xml: { elements: 2_500_000, kept: 500_000, depth: 200, attributes: 1_000 },
  /** Of a web page: its source without pictures, elements, how deep they nest, attributes of one; parsed by the chunk. */
  page: { characters: 10_000_000, elements: 300_000, depth: 512, attributes: 1_000, chunk: 65_536 }
} as const

/** Whether a text is longer than that of any disclosure, as a whole, in lines, or in one line. */
export const isTooLong = (text: string): boolean => {
  if (text.length > readingLimits.characters || text.includes(" ".repeat(readingLimits.blanks))) return true
  const lines = text.split("\n")
  return lines.length > readingLimits.lines || lines.some(({ length }) => length > readingLimits.line)
}
