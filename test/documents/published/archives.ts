/** Archives for tests: written by hand, so that their directories can lie. */
import { crc32, deflateRawSync } from "node:zlib"

export interface Entry {
  readonly name: string
  readonly content: Uint8Array | string
  /** What the directory says of it where that is not the truth. */
  readonly saysLength?: number
  readonly saysStart?: number
  readonly flags?: number
  /** Kept as it is rather than packed. */
  readonly stored?: boolean
}

const bytesOf = (content: Uint8Array | string): Buffer => Buffer.from(content as Uint8Array)

const words = (...pairs: ReadonlyArray<readonly [number, 2 | 4]>): Buffer => {
  const buffer = Buffer.alloc(pairs.reduce((sum, [, size]) => sum + size, 0))
  let at = 0
  for (const [value, size] of pairs) {
    if (size === 2) buffer.writeUInt16LE(value, at)
    else buffer.writeUInt32LE(value, at)
    at += size
  }
  return buffer
}

/** A zip file of the entries. */
export const zipped = (entries: ReadonlyArray<Entry>): Uint8Array => {
  const pieces: Array<Buffer> = []
  const directory: Array<Buffer> = []
  let at = 0
  for (const { content, flags = 0, name, saysLength, saysStart, stored = false } of entries) {
    const plain = bytesOf(content)
    const packed = stored ? plain : deflateRawSync(plain)
    const title = Buffer.from(name)
    const about = [
      [flags, 2],
      [stored ? 0 : 8, 2],
      [0, 4],
      [crc32(plain), 4],
      [packed.length, 4],
      [saysLength ?? plain.length, 4],
      [title.length, 2],
      [0, 2]
    ] as const
    const local = [words([0x04034b50, 4], [20, 2], ...about), title, packed]
    directory.push(
      words([0x02014b50, 4], [20, 2], [20, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [saysStart ?? at, 4]),
      title
    )
    pieces.push(...local)
    at += local.reduce((sum, { length }) => sum + length, 0)
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const count = Math.min(entries.length, 0xffff)
  const end = words([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [at, 4], [0, 2])
  return Uint8Array.from(Buffer.concat([...pieces, ...directory, end]))
}

const relationships = (...list: ReadonlyArray<readonly [string, string, string]>): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(
      ([id, type, target]) =>
        `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
    )
    .join("")}</Relationships>`

const spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

/** The parts of a workbook of one sheet; `sheet` is what stands in its worksheet element. */
export const workbookParts = (sheet: string, others: ReadonlyArray<Entry> = []): ReadonlyArray<Entry> => [
  { name: "_rels/.rels", content: relationships(["r1", "officeDocument", "xl/workbook.xml"]) },
  {
    name: "xl/workbook.xml",
    content: `<workbook xmlns="${spreadsheet}" xmlns:r="x"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`
  },
  {
    name: "xl/_rels/workbook.xml.rels",
    content: relationships(
      ["r1", "worksheet", "worksheets/sheet1.xml"],
      ["r2", "styles", "styles.xml"],
      ["r3", "sharedStrings", "sharedStrings.xml"]
    )
  },
  { name: "xl/worksheets/sheet1.xml", content: `<worksheet xmlns="${spreadsheet}">${sheet}</worksheet>` },
  ...others
]

/** The parts of a document; `body` is what stands in its body. */
export const documentParts = (body: string, others: ReadonlyArray<Entry> = []): ReadonlyArray<Entry> => [
  { name: "_rels/.rels", content: relationships(["r1", "officeDocument", "word/document.xml"]) },
  {
    name: "word/document.xml",
    content: `<w:document xmlns:w="w" xmlns:mc="mc" xmlns:wps="wps" xmlns:v="v"><w:body>${body}</w:body></w:document>`
  },
  {
    name: "word/_rels/document.xml.rels",
    content: relationships(
      ["r1", "styles", "styles.xml"],
      ["r2", "numbering", "numbering.xml"],
      ["r3", "footnotes", "footnotes.xml"]
    )
  },
  ...others
]
