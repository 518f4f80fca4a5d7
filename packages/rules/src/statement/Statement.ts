/**
 * 勾稽式: what must hold between cells of a disclosure, as data: for every row or column of a table, under a condition, one
 * formula compares with another. It knows tables, rows and columns by meaning (or as they are printed), never by position.
 *
 * @example 公开03/每行/本年支出合计 = 公开03/此行/基本支出 + 公开03/此行/项目支出
 */
import type { Cells, Comparison, Condition, Formula } from "../formula/Formula.ts"

/** 每行, 每栏: the rows and columns of a table that a statement runs over; 此行 and 此栏 in its formulas are the current ones. */
export interface Loop {
  readonly table: string
  readonly rows?: Exclude<Cells["rows"], { readonly _tag: "Row" | "ThisRow" | "RowsBelow" }>
  readonly columns?: Exclude<Cells["columns"], { readonly _tag: "Column" | "ThisColumn" }>
}

export interface Statement {
  readonly forEach?: Loop
  readonly when?: Condition
  readonly left: Formula
  readonly comparison: Comparison
  readonly right: Formula
}
