/** PDF files for tests, written by hand: Chinese text in a font that every reader knows, and ruling lines. */
import { deflateSync } from "node:zlib"

interface Shown {
  readonly x: number
  /** From the top of the page. */
  readonly y: number
  readonly text: string
  readonly size?: number
}

export interface PdfPage {
  readonly texts?: ReadonlyArray<Shown>
  /** x, y, width, height of strokes or thin fills, from the top left corner. */
  readonly strokes?: ReadonlyArray<readonly [number, number, number, number]>
  readonly fills?: ReadonlyArray<readonly [number, number, number, number]>
  readonly clips?: ReadonlyArray<readonly [number, number, number, number]>
  readonly rotate?: 0 | 90 | 270
  /** Instructions as they stand. */
  readonly raw?: string
}

const width = 595
const height = 842

const hex = (text: string): string => Buffer.from(text, "utf16le").swap16().toString("hex")

const rectangle = ([x, y, w, h]: readonly [number, number, number, number]): string =>
  `${x} ${height - y - h} ${w} ${h} re`

const contentOf = ({ clips = [], fills = [], raw = "", strokes = [], texts = [] }: PdfPage): string =>
  [
    ...clips.map((each) => `q ${rectangle(each)} W n Q`),
    ...fills.map((each) => `${rectangle(each)} f`),
    ...strokes.map(([x, y, w, h]) => `${x} ${height - y} m ${x + w} ${height - y - h} l S`),
    ...texts.map(({ size = 10, text, x, y }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${height - y} Tm <${hex(text)}> Tj ET`),
    raw
  ].join("\n")

/** A stream as it stands, or packed as most files have it. */
const streamOf = (content: string, isPacked: boolean): string => {
  if (!isPacked) return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`
  const packed = deflateSync(Buffer.from(content, "latin1")).toString("latin1")
  return `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`
}

/** A PDF file of the pages. */
export const pdfOf = (pages: ReadonlyArray<PdfPage>, isPacked = false): Uint8Array => {
  const objects: Array<string> = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${5 + 2 * index} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>"
  ]
  for (const [index, page] of pages.entries()) {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${page.rotate ?? 0} /Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + 2 * index} 0 R >>`,
      streamOf(contentOf(page), isPacked)
    )
  }
  let file = "%PDF-1.4\n"
  const starts = objects.map((object, index) => {
    const start = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return start
  })
  const table = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("")
  const end = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${end}\n%%EOF\n`
  return Uint8Array.from(Buffer.from(file, "latin1"))
}

export interface TableOf {
  readonly x: number
  readonly y: number
  readonly widths: ReadonlyArray<number>
  readonly height: number
  /** `null` where the cell is one with the one to its left, `undefined` where it is one with the one above. */
  readonly rows: ReadonlyArray<ReadonlyArray<string | null | undefined>>
}

/** Lines and texts of a ruled table; strokes where `thin` is not set, thin fills where it is. */
export const ruled = ({ height: rowHeight, rows, widths, x, y }: TableOf, thin = false): PdfPage => {
  const xs = [x]
  for (const each of widths) xs.push((xs.at(-1) ?? 0) + each)
  const lines: Array<readonly [number, number, number, number]> = []
  const texts: Array<Shown> = []
  for (const [row, cells] of rows.entries()) {
    const top = y + row * rowHeight
    for (const [column, text] of cells.entries()) {
      const left = xs[column] ?? 0
      if (text !== null) lines.push([left, top, 0, rowHeight])
      if (text !== undefined) lines.push([left, top, widths[column] ?? 0, 0])
      if (typeof text === "string" && text !== "") texts.push({ x: left + 3, y: top + 13, text })
    }
    lines.push([xs.at(-1) ?? 0, top, 0, rowHeight])
  }
  lines.push([x, y + rows.length * rowHeight, (xs.at(-1) ?? 0) - x, 0])
  const fills = lines.map(([a, b, w, h]) => [a - 0.25, b - 0.25, w + 0.5, h + 0.5] as const)
  return thin ? { texts, fills } : { texts, strokes: lines }
}
