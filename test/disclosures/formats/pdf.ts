/** PDF written directly: text of a font that is not embedded, ruled tables, page numbers, as office programs export them. */
import { deflateSync } from "node:zlib"
import { paragraphText, type Block, type Draft, type DraftCell, type DraftRow, type DraftTable } from "../Draft.ts"
import { linesBefore, titleRows } from "./rows.ts"

const margin = 50
const fontSize = 10.5

interface Page {
  readonly width: number
  readonly height: number
  readonly content: string[]
}

/** In thousandths of the font size: ASCII is half as wide as the rest. */
const widthOf = (text: string, size: number): number =>
  [...text].reduce((width, char) => width + (char <= "~" ? 0.5 : 1), 0) * size

const hexOf = (text: string): string =>
  Array.from(text, (char) => (char.codePointAt(0) ?? 0).toString(16).padStart(4, "0")).join("")

const wrapped = (text: string, width: number, size: number): ReadonlyArray<string> => {
  const lines: string[] = []
  let line = ""
  for (const char of text) {
    if (line !== "" && widthOf(line + char, size) > width) {
      lines.push(line)
      line = ""
    }
    line += char
  }
  return [...lines, line]
}

class Pages {
  readonly pages: Page[] = []
  private y = 0

  constructor() {
    this.start(595, 842)
  }

  get current(): Page {
    return this.pages.at(-1) as Page
  }

  start(width: number, height: number): void {
    this.pages.push({ width, height, content: [] })
    this.y = height - margin
  }

  /** A page of this shape; a new one unless the current one is still empty or has it already. */
  turn(landscape: boolean): void {
    const [width, height] = landscape ? [842, 595] : [595, 842]
    if (this.current.content.length === 0) {
      this.pages.pop()
      this.start(width, height)
    } else if (this.current.width !== width) this.start(width, height)
  }

  get room(): number {
    return this.y - margin
  }

  get usable(): number {
    return this.current.width - 2 * margin
  }

  /** Reserves height, on a new page where there is none left; gives the upper edge. */
  take(height: number): number {
    if (this.room < height) this.start(this.current.width, this.current.height)
    const top = this.y
    this.y -= height
    return top
  }

  text(text: string, x: number, y: number, size: number): void {
    if (text !== "")
      this.current.content.push(`BT /F1 ${size} Tf 1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm <${hexOf(text)}> Tj ET`)
  }

  box(x: number, y: number, width: number, height: number): void {
    this.current.content.push(`${x.toFixed(2)} ${y.toFixed(2)} ${width.toFixed(2)} ${height.toFixed(2)} re S`)
  }
}

const writeLine = (pages: Pages, text: string, where: "left" | "center" | "right", size = fontSize): void => {
  for (const line of wrapped(text, pages.usable, size)) {
    const top = pages.take(size * 1.6)
    const slack = pages.usable - widthOf(line, size)
    const x = margin + (where === "left" ? 0 : where === "center" ? slack / 2 : slack)
    pages.text(line, x, top - size * 1.2, size)
  }
}

const writeParagraph = (pages: Pages, text: string): void => {
  const [first = "", ...rest] = wrapped(`　　${text}`, pages.usable, fontSize)
  for (const line of [first, ...rest]) {
    const top = pages.take(fontSize * 1.8)
    pages.text(line, margin, top - fontSize * 1.3, fontSize)
  }
}

const isNumber = (text: string) => /^-?[\d,]+(?:\.\d+)?$/u.test(text)

const columnWidths = (
  rows: ReadonlyArray<DraftRow>,
  width: number,
  usable: number,
  size: number
): ReadonlyArray<number> => {
  const wanted = Array.from({ length: width }, (_, column) =>
    Math.max(
      2.4 * size,
      ...rows.map((row) => {
        const cell = row[column]
        if (cell === undefined || (cell.columnSpan ?? 1) > 1) return 0
        const text = widthOf(cell.text, size)
        return isNumber(cell.text) ? text + 6 : Math.min(text, 12 * size) + 6
      })
    )
  )
  const total = wanted.reduce((one, other) => one + other, 0)
  const numeric = wanted.map((one) => (one * usable) / total)
  return total <= usable ? numeric : shrunk(rows, wanted, usable, size)
}

/** Columns of numbers keep their width; the others give way. */
const shrunk = (
  rows: ReadonlyArray<DraftRow>,
  wanted: ReadonlyArray<number>,
  usable: number,
  size: number
): ReadonlyArray<number> => {
  const least = wanted.map((_, column) =>
    Math.max(
      1.6 * size,
      ...rows.map((row) => {
        const cell = row[column]
        return cell && isNumber(cell.text) && (cell.columnSpan ?? 1) === 1 ? widthOf(cell.text, size) + 4 : 0
      })
    )
  )
  const fixed = least.reduce((one, other) => one + other, 0)
  const flexible = wanted.map((one, column) => Math.max(0, one - (least[column] ?? 0)))
  const spare = Math.max(0, usable - fixed)
  const all = flexible.reduce((one, other) => one + other, 0) || 1
  return least.map((one, column) => one + ((flexible[column] ?? 0) * spare) / all)
}

const spanOf = (widths: ReadonlyArray<number>, from: number, count: number) =>
  widths.slice(from, from + count).reduce((one, other) => one + other, 0)

interface Drawn {
  readonly cell: DraftCell
  readonly column: number
  readonly row: number
}

/** Draws rows that stand on one page: boxes, and their texts in the middle of each. */
const drawRows = (
  pages: Pages,
  rows: ReadonlyArray<DraftRow>,
  heights: ReadonlyArray<number>,
  { widths, size }: { readonly widths: ReadonlyArray<number>; readonly size: number }
): void => {
  const tops: number[] = []
  for (const height of heights) tops.push(pages.take(height))
  const drawn: Drawn[] = rows.flatMap((row, index) =>
    row.flatMap((cell, column) => (cell === undefined ? [] : [{ cell, column, row: index }]))
  )
  for (const { cell, column, row } of drawn) {
    const top = tops[row] ?? 0
    const last = Math.min(rows.length, row + (cell.rowSpan ?? 1)) - 1
    const bottom = (tops[last] ?? 0) - (heights[last] ?? 0)
    const x = margin + spanOf(widths, 0, column)
    const width = spanOf(widths, column, cell.columnSpan ?? 1)
    pages.box(x, bottom, width, top - bottom)
    const lines = wrapped(cell.text, width - 3, size)
    const start = (top + bottom) / 2 + (lines.length * size * 1.15) / 2 - size * 0.95
    lines.forEach((line, index) => {
      const slack = width - widthOf(line, size)
      const offset = isNumber(cell.text) ? slack - 2 : cell.text.length > 6 ? 2 : slack / 2
      pages.text(line, x + Math.max(1, offset), start - index * size * 1.15, size)
    })
  }
}

const heightOf = (row: DraftRow, widths: ReadonlyArray<number>, size: number): number => {
  const lines = row.map((cell, column) => {
    if (cell === undefined || (cell.rowSpan ?? 1) > 1) return 1
    return wrapped(cell.text, spanOf(widths, column, cell.columnSpan ?? 1) - 3, size).length
  })
  return Math.max(1, ...lines) * size * 1.15 + 4
}

const writeTable = (pages: Pages, table: DraftTable): void => {
  pages.turn(table.width > 7)
  linesBefore(table).forEach((line, index) =>
    writeLine(pages, line, index === 0 ? "center" : index % 2 === 1 ? "right" : "left", index === 0 ? 15 : 9)
  )
  const size = table.width > 10 ? 7 : 8
  const head = [...titleRows(table), ...table.header]
  const widths = columnWidths([...table.header, ...table.body], table.width, pages.usable, size)
  const headHeights = head.map((row) => heightOf(row, widths, size))
  const bodyHeights = table.body.map((row) => heightOf(row, widths, size))
  let from = 0
  let shown = head
  let shownHeights = headHeights
  while (from < table.body.length) {
    const headHeight = shownHeights.reduce((one, other) => one + other, 0)
    let room = pages.room - headHeight
    let until = from
    while (until < table.body.length && (bodyHeights[until] ?? 0) <= room) {
      room -= bodyHeights[until] ?? 0
      until += 1
    }
    if (until === from) {
      pages.start(pages.current.width, pages.current.height)
      continue
    }
    const rows = [...shown, ...table.body.slice(from, until)]
    drawRows(pages, rows, [...shownHeights, ...bodyHeights.slice(from, until)], { widths, size })
    from = until
    shown = table.repeatsHeader ? table.header.slice() : []
    shownHeights = table.repeatsHeader ? headHeights.slice(head.length - table.header.length) : []
    if (from < table.body.length) pages.start(pages.current.width, pages.current.height)
  }
  for (const note of table.notes) writeLine(pages, note, "left", 9)
}

const writeBlock = (pages: Pages, block: Block): void => {
  switch (block.block) {
    case "cover":
      for (const line of block.lines) writeLine(pages, line, "center", 20)
      pages.start(595, 842)
      return
    case "contents":
      writeLine(pages, "目  录", "center", 16)
      for (const [text, page] of block.lines) {
        const dots = Math.max(3, Math.floor((pages.usable - widthOf(text, fontSize) - 20) / (fontSize / 2)))
        writeLine(pages, `${text}${".".repeat(dots)}${page}`, "left")
      }
      pages.start(595, 842)
      return
    case "heading":
      pages.turn(false)
      writeLine(pages, block.level === 1 ? block.text : `　　${block.text}`, block.level === 1 ? "center" : "left", 12)
      return
    case "page":
      if (pages.current.content.length > 0) pages.start(595, 842)
      return
    case "paragraph":
      pages.turn(false)
      writeParagraph(pages, paragraphText(block))
      return
    default:
      writeTable(pages, block)
  }
}

const assembled = (objects: ReadonlyArray<Buffer>): Uint8Array => {
  const chunks: Buffer[] = [Buffer.from("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n", "latin1")]
  const offsets: number[] = []
  let length = chunks[0]?.length ?? 0
  objects.forEach((object, index) => {
    offsets.push(length)
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")])
    chunks.push(whole)
    length += whole.length
  })
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")
  const size = objects.length + 1
  chunks.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`
    )
  )
  return new Uint8Array(Buffer.concat(chunks))
}

export const pdfFile = ({ blocks }: Draft): Uint8Array => {
  const pages = new Pages()
  for (const block of blocks) writeBlock(pages, block)
  const shown = pages.pages.filter(({ content }) => content.length > 0)
  shown.forEach((page, index) => {
    const label = `- ${index + 1} -`
    const x = (page.width - widthOf(label, 9)) / 2
    page.content.push(`BT /F1 9 Tf 1 0 0 1 ${x.toFixed(2)} 28 Tm <${hexOf(label)}> Tj ET`)
  })
  const first = 6
  const kids = shown.map((_, index) => `${first + 2 * index} 0 R`).join(" ")
  const fixed = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${shown.length} >>`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500] >>",
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"
  ].map((text) => Buffer.from(text))
  const others = shown.flatMap((page, index) => {
    const stream = deflateSync(Buffer.from(["0.5 w", ...page.content].join("\n")))
    return [
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * index + 1} 0 R >>`
      ),
      Buffer.concat([
        Buffer.from(`<< /Length ${stream.length} /Filter /FlateDecode >>\nstream\n`),
        stream,
        Buffer.from("\nendstream")
      ])
    ]
  })
  return assembled([...fixed, ...others])
}
