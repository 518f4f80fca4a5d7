/**
 * 栏目: the headings over every column of amounts, from top to bottom. Where merged cells were lost (text with tabs), a
 * heading reaches to the right as far as the headings above it do; where lines of the head have fewer fields than the
 * rows below, the headings are set over the amounts in their order, if and only if they count the same.
 */
import type { Layout } from "./Layout.ts"
import { type MatrixRow, ownText, ownTexts, plain, tidy } from "./Matrix.ts"
import { officialHeadings } from "./official-heads.ts"
import { isNumeric, isStubHeading } from "./words.ts"

export type Path = ReadonlyArray<string>

const isSection = (text: string): boolean => /^[一二三四五六七八九十]+、/u.test(plain(text))

/** Texts of the head, row by row, each reaching right under the same upper headings. */
const filled = (layout: Layout, width: number): string[][] => {
  const starts = new Set(layout.blocks.map(({ amounts, stubs }) => stubs[0] ?? amounts[0] ?? 0))
  const rows: string[][] = []
  for (const row of layout.head) {
    const texts: string[] = []
    for (let column = 0; column < width; column++) {
      const own = row[column]?.text ?? ""
      const sameAbove = rows.every((above) => above[column] === above[column - 1])
      const reaches = own === "" && column > 0 && sameAbove && !(rows.length === 0 && starts.has(column))
      texts.push(reaches ? (texts[column - 1] ?? "") : own)
    }
    rows.push(texts)
  }
  return rows
}

/** A path without what names no amount and without repetitions. */
const cleaned = (texts: ReadonlyArray<string>): Path =>
  texts
    .map(tidy)
    .filter((text) => text !== "" && !isStubHeading(text) && !isSection(text) && !isNumeric(text))
    .filter((text, index, all) => plain(text) !== plain(all[index - 1] ?? ""))

/** Headings that stand over others: in every form, and in forms that part every one of theirs. */
const groupings: ReadonlyArray<RegExp> = [
  /^(?:本年支出|预算数?|决算数?|.*预算数|.*决算数|公务用车购置[及和]运行.*|收入|支出)$/u,
  /^(?:本年支出|本年收入|.*预算数?|.*决算数?|公务用车购置[及和]运行.*|收入|支出|年初.*结转.*|年末.*结转.*|本年.*合计)$/u
]

/** The lower row's headings dealt out evenly to the groups of the upper rows; `undefined` where they do not go round. */
const dealt = (
  paths: ReadonlyArray<Path>,
  lower: ReadonlyArray<string>,
  grouping: RegExp
): ReadonlyArray<Path> | undefined => {
  const groups = paths.filter((path) => grouping.test(plain(path.at(-1) ?? "")))
  const share = lower.length / groups.length
  if (groups.length === 0 || !Number.isInteger(share)) return undefined
  let next = 0
  return paths.flatMap((path) =>
    groups.includes(path) ? lower.slice(next, (next += share)).map((text): Path => [...path, tidy(text)]) : [path]
  )
}

const inOrderBy = (
  head: ReadonlyArray<MatrixRow>,
  count: number,
  grouping: RegExp
): ReadonlyArray<Path> | undefined => {
  let paths: ReadonlyArray<Path> | undefined
  for (const row of head) {
    const texts = ownTexts(row).filter((text) => !isStubHeading(text) && !isSection(text))
    if (texts.length === 0) continue
    paths = paths === undefined ? texts.map((text): Path => [tidy(text)]) : dealt(paths, texts, grouping)
    if (paths === undefined) return undefined
  }
  return paths?.length === count ? paths : undefined
}

/** The headings in their order, where they are as many as the columns of amounts. */
const inOrder = (head: ReadonlyArray<MatrixRow>, count: number): ReadonlyArray<Path> | undefined =>
  groupings.map((grouping) => inOrderBy(head, count, grouping)).find((paths) => paths !== undefined)

/** Whether a heading of amounts stands over a column of labels or codes, or an amount has none: the head is out of place. */
const outOfPlace = (layout: Layout, rows: ReadonlyArray<ReadonlyArray<string>>): boolean => {
  const amounts = layout.blocks.flatMap((block) => block.amounts)
  const bare = amounts.some((column) => cleaned(rows.map((row) => row[column] ?? "")).length === 0)
  const over = layout.blocks.some(({ stubs }) =>
    stubs.slice(1).some((column) =>
      layout.head.some((row) => {
        const text = ownText(row[column])
        return text !== "" && !isStubHeading(text) && !isSection(text)
      })
    )
  )
  return bare || over
}

/** Headings by column, for the columns of amounts. */
export const headingsOf = (layout: Layout, width: number): ReadonlyMap<number, Path> => {
  const amounts = layout.blocks.flatMap((block) => block.amounts)
  const rows = filled(layout, width)
  const ordered = outOfPlace(layout, rows) ? inOrder(layout.head, amounts.length) : undefined
  return new Map(
    amounts.map((column, index) => [column, ordered?.[index] ?? cleaned(rows.map((row) => row[column] ?? ""))])
  )
}

/** Whether a heading over amounts is one sign: the rest of a heading that is broken, and not known to be put together. */
const isBroken = ({ head }: Layout, amounts: ReadonlyArray<number>): boolean =>
  amounts.some((column) => head.some((row) => plain(ownText(row[column])).length === 1))

/**
 * Headings of a head that was told apart by blanks: those of the official form that it is, else, unless it is
 * doubtful which heading stands over which column or one is broken, those over each column.
 */
export const headingsByWords = (
  layout: Layout,
  width: number,
  isDoubtful: boolean
): ReadonlyMap<number, Path> | undefined => {
  const amounts = layout.blocks.flatMap((block) => block.amounts)
  const paths = officialHeadings(layout)
  if (paths === undefined) return isDoubtful || isBroken(layout, amounts) ? undefined : headingsOf(layout, width)
  return new Map(amounts.map((column, index) => [column, paths[index] ?? []]))
}
