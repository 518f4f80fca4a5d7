/** 栏: which column of a grid is which, from one or two rows of headings. */
import { filled, type GridRow, plain, type RowCell } from "./grid-rows.ts"

export interface ReadColumns<Column extends string> {
  readonly at: ReadonlyMap<number, Column>
  /** 单位 in the heading of a column, by its place. */
  readonly units: ReadonlyMap<number, string>
  /** Headings that are not understood. */
  readonly unknown: ReadonlyArray<RowCell>
}

interface Recognise<Column extends string> {
  readonly columnOf: (text: string) => Column | undefined
  readonly unitOf: (text: string) => string | undefined
  /** Words that head the whole part and no column. */
  readonly isHead: (text: string) => boolean
}

const spread = (cell: RowCell): ReadonlyArray<number> =>
  Array.from({ length: cell.to - cell.from }, (_, index) => cell.from + index)

/** Reads headings; of two rows the lower one says more. A cell of the row above that reaches down counts once. */
export const readColumns = <Column extends string>(
  rows: ReadonlyArray<GridRow>,
  { columnOf, isHead, unitOf }: Recognise<Column>
): ReadColumns<Column> => {
  const at = new Map<number, Column>()
  const units = new Map<number, string>()
  const unknown: Array<RowCell> = []
  for (const cell of rows.flatMap(filled)) {
    const column = columnOf(cell.text)
    if (column === undefined) {
      if (!isHead(cell.text)) unknown.push(cell)
      continue
    }
    for (const place of spread(cell)) {
      at.set(place, column)
      const unit = unitOf(cell.text)
      if (unit !== undefined) units.set(place, unit)
    }
  }
  return { at, units, unknown }
}

/** Which column a cell stands in; a cell over several stands in the first that has a heading. */
export const columnOfCell = <Column extends string>(
  columns: ReadColumns<Column>,
  cell: RowCell
): Column | undefined => {
  for (const place of spread(cell)) {
    const column = columns.at.get(place)
    if (column !== undefined) return column
  }
  return undefined
}

export const unitOfCell = (columns: ReadColumns<string>, cell: RowCell): string | undefined =>
  spread(cell)
    .map((place) => columns.units.get(place))
    .find((unit) => unit !== undefined)

/** How many columns there are, up to the last that has a heading. */
export const widthOf = ({ at }: ReadColumns<string>): number => Math.max(0, ...at.keys()) + 1

/** A row of headings names columns and has no number in it, but for formulas such as (B/A) and points in brackets. */
export const hasNumbers = (row: GridRow): boolean =>
  filled(row).some(({ text }) => /^[<>=≤≥＜＞＝]?\s*-?[\d,，.]+\s*(?:%|％|分|元|万元)?$/u.test(plain(text)))
