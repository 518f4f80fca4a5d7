/**
 * 工作簿: sheets of styled cells as data. A number is decimal text and is written as it stands; a text stays text whatever it
 * begins with; a formula always carries the value it has, so that a reader that does not compute shows it too.
 */

/** 单元格样式. */
export interface CellStyle {
  readonly bold?: true
  /** Of the font, in points; 10 where it is not given. */
  readonly size?: number
  readonly across?: "left" | "center" | "right"
  readonly down?: "top" | "center"
  readonly wraps?: true
  /** 缩进, in steps. */
  readonly indent?: number
  readonly bordered?: true
  /** 数字格式: an integer, or two decimals; as the number is written where it is not given. */
  readonly format?: "0" | "0.00"
  /** RRGGBB behind the text. */
  readonly fill?: string
}

/** 单元格. A cell without text and number is blank: it shows its style and nothing else. */
export interface WorkbookCell {
  readonly style: CellStyle
  readonly text?: string
  readonly number?: string
  /** Without `=`; `number` is what it gives. */
  readonly formula?: string
  /** 批注. */
  readonly remark?: string
}

/** A merged range; rows and columns count from 0. */
export interface Merge {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

/** A row of cells from the first column on; `height` in points, as high as its text where it is not given. */
export interface WorkbookRow {
  readonly cells: ReadonlyArray<WorkbookCell | undefined>
  readonly height?: number
}

/** 页面设置: A4, as wide as the sheet. */
export interface PageSetup {
  readonly landscape: boolean
  /** All on one page; else as many pages as it takes. */
  readonly onePage?: true
  readonly centred?: true
  readonly footer?: string
}

export interface WorkbookSheet {
  readonly name: string
  readonly rows: ReadonlyArray<WorkbookRow>
  /** Of each column, in digits. */
  readonly widths: ReadonlyArray<number>
  readonly merges?: ReadonlyArray<Merge>
  /** How many rows at the top stay in sight. */
  readonly frozenRows?: number
  /** How many rows at the top are printed on every page. */
  readonly repeatedRows?: number
  /** Whether the first row filters the rows below. */
  readonly filtered?: true
  readonly page: PageSetup
}

/** `C`, the letters of the third column (which is 2). */
const columnLetters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnLetters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26))

/** `C8`, from a row and a column that count from 0. */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`

/** `'公开03'!`, before an address on another sheet. */
export const sheetPrefix = (name: string): string => `'${name.replaceAll("'", "''")}'!`
