/**
 * 栏目: the headings that stand over single columns of amounts, from left to right: the numbers of the columns where the
 * head has them, else the lowest words over each column.
 */
import { officialHeadOf } from "../../content/official-heads.ts"
import { joined } from "../joining.ts"
import { around, type Extent, isOver, middleOf } from "./extents.ts"
import { isNumber, isNumbering, type Piece } from "./pieces.ts"

export interface Leaf<A extends Piece = Piece> extends Extent {
  /** Its words from top to bottom, and its number. */
  readonly pieces: ReadonlyArray<A>
}

/** What stands over names, codes and numbers of lines, or is the end of it. */
const stub = /^(?:[行次类款项编码称]|.*(?:[科项]目[编代名]?|[行栏]次|编码|代码|名称|编号|序号))$/u
/** What stands over several headings. */
const group =
  /^(?:[收支](?:入|出)|本年(?:支出|收入)|(?:\d{4}年度?)?(?:年初|全年)?[预决]算数?|公务用车购置[及和]运行(?:维护)?费|人员经费|公用经费|项目)$/u

/** 类, 款 and 项 stand under one heading. */
export const isLevel = (text: string): boolean => /^[类款项]$/u.test(text)

export const isStub = (text: string): boolean => stub.test(text)
const isGroup = (text: string): boolean => group.test(text)
/** Whether a text can only be a heading: 项目, 本年支出. */
export const isHeading = (text: string): boolean => isStub(text) || isGroup(text)

export const textOf = (pieces: ReadonlyArray<Piece>): string => pieces.map(({ text }) => text).reduce(joined, "")

/** Whether a piece stands in the middle of headings below it, between its neighbours on its line. */
const hasBelow = (row: ReadonlyArray<Piece>, index: number, below: ReadonlyArray<Extent>): boolean => {
  const from = row[index - 1]?.right ?? Number.NEGATIVE_INFINITY
  const to = row[index + 1]?.left ?? Number.POSITIVE_INFINITY
  const own = below.filter(({ left, right }) => left >= from && right <= to)
  const piece = row[index]
  return (
    own.length > 0 && piece !== undefined && isOver(around(own), { left: middleOf(piece), right: middleOf(piece) + 1 })
  )
}

interface Growing<A extends Piece> {
  readonly seed: A
  readonly pieces: Array<A>
}

const nearestTo = (piece: Extent, extents: ReadonlyArray<Extent>): Extent | undefined => {
  const apart = extents.map((extent) => Math.abs(middleOf(extent) - middleOf(piece)))
  return extents[apart.indexOf(Math.min(...apart))]
}

/** The headings of a line that are as many as the numbers of columns, each nearest to its own. */
const numberedIn = <A extends Piece>(
  row: ReadonlyArray<A>,
  numbers: ReadonlyArray<A>
): ReadonlyArray<A> | undefined => {
  const words = row.filter(({ text }) => !isStub(text))
  return [words, words.filter(({ text }) => !isGroup(text))].find(
    (own) =>
      own.length === numbers.length &&
      own.length > 1 &&
      own.every((piece, index) => nearestTo(piece, numbers) === numbers[index])
  )
}

/** Headings from the lowest line up: what stands over one of them is more of it, what stands over several is over all. */
const grown = <A extends Piece>(
  head: ReadonlyArray<ReadonlyArray<A>>,
  numbers: ReadonlyArray<A>
): ReadonlyArray<Growing<A>> => {
  const found: Array<Growing<A>> = []
  for (const row of head.toReversed()) {
    const below = found.map(({ seed }) => seed)
    const ordered = numberedIn(row, numbers)
    for (const [index, piece] of row.entries()) {
      const number = numbers[ordered?.indexOf(piece) ?? -1]
      const over = found.filter(({ seed }) => (number === undefined ? isOver(seed, piece) : seed === number))
      const [only, ...others] = over
      if (
        number === undefined &&
        isGroup(piece.text) &&
        below.length > 0 &&
        (over.length > 0 || hasBelow(row, index, below))
      )
        continue
      if (only === undefined) found.push({ seed: piece, pieces: [piece] })
      else if (others.length === 0 && !isLevel(only.seed.text)) only.pieces.unshift(piece)
    }
  }
  return found.sort((a, b) => a.seed.left - b.seed.left)
}

/** A heading reaches as far as its words, those left out that come nearer to another heading than to its own. */
const leafOf = <A extends Piece>(
  { pieces, seed }: Growing<A>,
  before: Extent | undefined,
  after: Extent | undefined
): Leaf<A> => {
  const from = before === undefined ? Number.NEGATIVE_INFINITY : (middleOf(before) + middleOf(seed)) / 2
  const to = after === undefined ? Number.POSITIVE_INFINITY : (middleOf(after) + middleOf(seed)) / 2
  const own = pieces.filter(({ left, right }) => left >= from && right <= to)
  return { ...around([seed, ...own]), pieces }
}

export interface Headings<A extends Piece> {
  /** Those of the columns of amounts. */
  readonly leaves: ReadonlyArray<Leaf<A>>
  /** Those of the columns that say what a row is. */
  readonly stubs: ReadonlyArray<Leaf<A>>
  /** Whether words stand over several columns, which ones only the form can tell. */
  readonly isLayered: boolean
  /** How many columns of amounts there are, where only the form tells that and not where its headings stand. */
  readonly count: number | undefined
  /** Whether pieces take up as much room as on the page; else what stands on the left of them may have moved them. */
  readonly isTrue: boolean
}

/**
 * What the head of a page says about its columns. Where words take up as much room as on the page (`isTrue`), they stand
 * over their columns; else only the numbers of columns do.
 */
export const headingsIn = <A extends Piece>(head: ReadonlyArray<ReadonlyArray<A>>, isTrue: boolean): Headings<A> => {
  const numbering = head.find(isNumbering)
  const numbers = numbering?.filter(isNumber) ?? []
  const all = grown(
    head.map((row) => (row === numbering ? numbers : row)),
    numbers
  )
  const single = all.map((leaf, index) =>
    isTrue ? leafOf(leaf, all[index - 1]?.seed, all[index + 1]?.seed) : { ...around([leaf.seed]), pieces: leaf.pieces }
  )
  const leaves = single.filter(({ pieces }) =>
    numbering === undefined ? !isStub(textOf(pieces)) : pieces.some((piece) => numbers.includes(piece))
  )
  const stubs = single.filter((leaf) => !leaves.includes(leaf))
  const words = head.filter((row) => row !== numbering).flat()
  const named = new Set(stubs.filter(({ pieces }) => isStub(textOf(pieces))).flatMap(({ pieces }) => pieces))
  const over = words.filter((piece) => !named.has(piece) && !isStub(piece.text))
  const lines = head.filter((row) => row !== numbering).length
  const texts = over.map(({ text }) => text)
  const count = officialHeadOf(texts, lines)?.length ?? leaves.length
  const isLayered = over.some((piece) => !leaves.some(({ pieces }) => pieces.includes(piece)))
  const isWhole = count === leaves.length
  return {
    leaves: isWhole ? leaves : [],
    stubs,
    isLayered: isLayered || !isWhole,
    count: isWhole ? undefined : count,
    isTrue
  }
}
