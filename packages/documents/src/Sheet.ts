/**
 * 表页: rows and columns ready to be written: what a terminal, a CSV file and later a workbook have in common. A sheet
 * knows nothing of where its rows come from; every answer of the program is a sheet before it is text.
 */

/** 列. `id` heads the column in CSV and never changes; `headings` are printed, from top to bottom. */
export interface SheetColumn {
  readonly id: string
  readonly headings: ReadonlyArray<string>
  /** Words stand at the left and may be wrapped; numbers stand at the right and never are. */
  readonly holds: "words" | "number"
  /** 栏次, printed under the headings where the form has it. */
  readonly number?: string
  /** Which side of a form it stands on, from 0; columns of a narrow page part there first. */
  readonly side?: number
  /** Names the row: repeated where a page is too narrow for all columns. */
  readonly stub?: boolean
}

/** `null` is a blank: nothing is printed, and it is not zero. */
export type SheetCell = string | null

/** 表页. */
export interface Sheet {
  readonly title?: string
  /** Head line: its left and its right end, such as 部门名称 and 金额单位. */
  readonly head?: readonly [left: string, right: string]
  readonly columns: ReadonlyArray<SheetColumn>
  readonly rows: ReadonlyArray<ReadonlyArray<SheetCell>>
  readonly notes?: ReadonlyArray<string>
}
