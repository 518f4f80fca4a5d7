/**
 * 原样文件: a file as its format gives it, before anything is understood: paragraphs and grids in reading order, each with
 * its place. Readers of formats (PDF, DOCX, XLSX, HTML, text) give it; everything after them knows no format.
 */
import type { SourcePlace, Unread } from "@juesuan/domain"

/** A cell of a grid. Row and column count from 0; a merged cell stands once, at its top left corner, with its spans. */
export interface RawCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  /** Lines of the cell joined as they read: no blank between Chinese characters, one between others. */
  readonly text: string
  readonly place: SourcePlace
}

export interface RawParagraph {
  readonly _tag: "Paragraph"
  readonly text: string
  readonly place: SourcePlace
  /** Heading level (1 is the highest) where the format marks one. */
  readonly heading?: number
}

export interface RawGrid {
  readonly _tag: "Grid"
  readonly rows: number
  readonly columns: number
  readonly cells: ReadonlyArray<RawCell>
  readonly place: SourcePlace
  /** Whether the cells are bounded by lines, tags or tabs; else they were told apart by blanks alone. */
  readonly bounded: boolean
  /** Of a grid told apart by blanks: whether figures, or only headings, may stand in another column as well. */
  readonly doubt?: "body" | "head"
}

export type RawBlock = RawParagraph | RawGrid

export interface RawDocument {
  readonly name: string
  readonly format: "pdf" | "docx" | "xlsx" | "html" | "text"
  readonly pages: number | null
  readonly blocks: ReadonlyArray<RawBlock>
  /** What the format holds and could not be read: a page without text layer, a picture, a broken part. */
  readonly unread: ReadonlyArray<Unread>
}
