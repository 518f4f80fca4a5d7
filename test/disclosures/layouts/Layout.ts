/** 版式: what a layout is, and what all of them need. */
import type { Chance } from "../Chance.ts"
import type { Block, Draft, DraftTable, Part } from "../Draft.ts"
import type { DepartmentYear } from "../DepartmentYear.ts"
import { classes } from "../data/functional.ts"
import { reasons } from "../data/names.ts"
import type { Sheets, Statement } from "../Statement.ts"
import type { Grid, SideLine } from "./grids.ts"

export interface LayoutInput {
  readonly year: DepartmentYear
  readonly statement: Statement
  readonly chance: Chance
}

export type Layout = (input: LayoutInput) => Draft

export const paragraph = (...parts: ReadonlyArray<Part | ReadonlyArray<Part>>): Block => ({
  block: "paragraph",
  parts: parts.flat()
})

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ block: "heading", level, text })

export interface TableWords {
  readonly kind: DraftTable["kind"]
  readonly title: string
  readonly captions: ReadonlyArray<string>
  readonly notes?: ReadonlyArray<string>
}

/** A table, now and then torn by a page end. */
export const tableOf = (chance: Chance, words: TableWords, grid: Grid): DraftTable => {
  const rows = grid.body.length
  const isTorn = rows > 12 && chance.happens(0.6)
  return {
    block: "table",
    ...words,
    ...grid,
    notes: words.notes ?? [],
    breaks: isTorn ? [chance.whole(6, rows - 3)] : [],
    repeatsHeader: chance.happens(0.5),
    titleInGrid: false
  }
}

/** 十一、二十三 … */
export const chineseNumber = (of: number): string => {
  const digits = "一二三四五六七八九"
  const [tens, ones] = [Math.floor(of / 10), of % 10]
  const unit = ones === 0 ? "" : (digits[ones - 1] ?? "")
  if (tens === 0) return unit
  return `${tens === 1 ? "" : digits[tens - 1]}十${unit}`
}

/** The lines of 支出: all classes of the form, or only those with money. */
export const classLines = (
  sheets: Sheets,
  which: "all" | "without-debt" | "used",
  numbered = true
): ReadonlyArray<SideLine> => {
  const hasMoney = (code: string) =>
    sheets.summary.rows.some(({ key, cells }) => key === `class.${code}` && cells[0] !== null)
  const shown = classes.filter(([code]) =>
    which === "all" ? true : which === "used" ? hasMoney(code) : code !== "231" && code !== "232"
  )
  return shown.map(([code, name], index) => ({
    label: numbered ? `${chineseNumber(index + 1)}、${name}` : name,
    key: `class.${code}`
  }))
}

/** Numbers a side of a form from `first`, and fills it with empty lines up to `height`. */
export const numberedSide = (lines: ReadonlyArray<SideLine>, first: number): ReadonlyArray<SideLine> =>
  lines.map((line, index) => ({ ...line, line: first + index }))

export const filled = (lines: ReadonlyArray<SideLine>, height: number): ReadonlyArray<SideLine> => [
  ...lines,
  ...Array.from({ length: Math.max(0, height - lines.length) }, () => ({ label: "" }))
]

export const reasonFor = (chance: Chance, now: number, before: number): string =>
  chance.pick(now >= before ? reasons.more : reasons.less)
