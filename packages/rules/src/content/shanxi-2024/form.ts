/**
 * 山西省2024年度部门决算公开表式 (公开01表–公开10表): what the ten forms share. Titles, captions, row and column texts and
 * notes are verbatim from a published disclosure; the definitions of cells follow the forms' own headings and notes and
 * were not yet compared with the 编报说明, so every citation is marked as unverified.
 */
import { type PrintedLine, Quantities, type Stub } from "@juesuan/domain"
import { type Reference, reference } from "../../formula/Formula.ts"
import { type Definition, type RuleHeader } from "../../Rule.ts"
import { addressOf } from "../../FigureSpace.ts"
import type { RowTemplate } from "../../TableTemplate.ts"

export const captions = { name: "部门名称", amounts: "金额单位" } as const

/** What one form says about its cells. */
export interface Form {
  readonly id: string
  readonly meaning: string
  /** A rule of this form: `rule("item", "…")` has the id `shanxi-2024.<meaning>.item`. */
  readonly rule: (name: string, label: string, quote?: string) => RuleHeader
  /** Another cell of this form. */
  readonly cell: (row: string, column: string, label?: string) => Reference
}

export const formOf = (id: string, meaning: string): Form => ({
  id,
  meaning,
  rule: (name, label, quote) => ({
    id: `shanxi-2024.${meaning}.${name}`,
    label,
    citation: {
      document: "山西省2024年度部门决算公开表式",
      article: `${id}表`,
      inForceFrom: "2024-01-01",
      ...(quote === undefined ? {} : { quote }),
      verified: false
    },
    jurisdiction: "shanxi",
    inForceFrom: "2024-01-01"
  }),
  cell: (row, column, label = row) => reference(addressOf(id, row, column), label, Quantities.yuan)
})

/** 项目 and 行次 on either side of a form. */
export const itemAndLine: ReadonlyArray<Stub> = [
  { holds: "label", headings: ["项目"] },
  { holds: "line", headings: ["行次"] }
]

export const definition = (rule: RuleHeader, formula: Definition["formula"]): Definition => ({ rule, formula })

/** A side of a form whose lines are numbered through: 收入 1–31, 支出 32–62. */
export interface Side {
  readonly title: string
  readonly first: number
  readonly last: number
}

/** The lines of a form with two sides; lines without a row stay empty, rows without a line follow at the end. */
export const facing = (sides: readonly [Side, Side], rows: ReadonlyArray<RowTemplate>): ReadonlyArray<PrintedLine> => {
  const numbered = Array.from({ length: sides[0].last - sides[0].first + 1 }, (_, index) => ({
    sides: sides.map(({ first, title }) => {
      const line = first + index
      const row = rows.find(({ lines }) => lines?.[title] === line)
      return row === undefined ? { line } : { row: row.key, line }
    })
  }))
  const further = rows.filter(({ lines }) => lines === undefined)
  return [...numbered, ...further.map(({ key }) => ({ sides: [{}, { row: key }] }))]
}

const digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

/** 一, 二 … 二十六, as the forms number their rows. */
export const numeral = (number: number): string => {
  const tens = Math.floor(number / 10)
  return `${tens === 0 ? "" : `${tens === 1 ? "" : digits[tens]}十`}${digits[number % 10]}`
}

/** A row of a form, printed as its key unless a label is given. */
export const formRow = (
  key: string,
  meaning: string,
  cells: RowTemplate["cells"],
  more: Partial<Pick<RowTemplate, "label" | "level" | "lines" | "section" | "unit">> = {}
): RowTemplate => ({ key, label: key, level: 0, meaning, cells, ...more })
