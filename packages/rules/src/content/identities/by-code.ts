/** 科目表的共同关系: every table by code adds up along its codes, column by column. */
import {
  cell,
  cells,
  columnGroup,
  everyColumn,
  everyRow,
  rowsBelow,
  thisColumn,
  thisRow,
  total
} from "../../formula/Formula.ts"
import type { IdentityRule } from "../../judging/identity.ts"
import { capitalised } from "../../judging/naming.ts"
import type { tableMeanings } from "../Meanings.ts"
import { equal, forEach, identity, inWords, labelOfTable } from "./head.ts"

/** 合计 = 各类, 类 = 各款, 款 = 各项: each row that has rows below it, in every column. */
export const hierarchy = (id: string, table: keyof typeof tableMeanings): IdentityRule =>
  identity(
    {
      id: `${id}.hierarchy`,
      label: `${labelOfTable(table)}：上级科目等于下级科目之和`,
      labelEn: `${capitalised(inWords(table))}: every level is the sum of the level below`,
      english: "Every row is the sum of the rows one level below it, in every column"
    },
    forEach(
      { table, rows: everyRow, columns: everyColumn },
      equal(cell(table, thisRow, thisColumn), total(cells(table, rowsBelow, thisColumn)))
    )
  )

/** 本年支出 = 基本支出 + 项目支出 + …, row by row. */
export const expenditureByKind = (id: string, table: keyof typeof tableMeanings): IdentityRule =>
  identity(
    {
      id: `${id}.across`,
      label: `${labelOfTable(table)}：本年支出等于各栏之和`,
      labelEn: `${capitalised(inWords(table))}: expenditure of the year is the sum of its columns`,
      english: "Expenditure of the year is the sum of its kinds, in every row"
    },
    forEach(
      { table, rows: everyRow },
      equal(cell(table, thisRow, "expenditure-of-year"), total(cells(table, thisRow, columnGroup("expenditure."))))
    )
  )
