/**
 * 表头与栏: which columns a head names, those included that print nothing, and over which columns its words stand. Figures
 * stand under their heading however both are aligned: where they end on one line, in the last column whose heading begins
 * before that; where they begin on one line, in the first whose heading ends after that.
 */
import { type Extent, isOver, middleOf } from "../aligned/extents.ts"
import { isFigure } from "../aligned/pieces.ts"
import type { Band } from "./bands.ts"
import type { Heading } from "./head-cells.ts"
import type { Word } from "./words.ts"

export interface Column {
  readonly left: number
  readonly right: number
  readonly band: Band | undefined
  /** Whether it holds figures, and does not say what a row is. */
  readonly isFigures: boolean
}

type Alignment = "left" | "middle" | "right"
const alignments: ReadonlyArray<Alignment> = ["right", "left", "middle"]

const edgeOf: Readonly<Record<Alignment, (extent: Extent) => number>> = {
  left: ({ left }) => left,
  middle: middleOf,
  right: ({ right }) => right
}

/** In points: how far edges on one line differ. */
const even = 1.2

const spreadOf = (words: ReadonlyArray<Extent>, by: Alignment): number => {
  const places = words.map(edgeOf[by])
  return Math.max(...places) - Math.min(...places)
}

/** How the figures of a column may be aligned: by one edge, or by any where all are of one width. */
const alignmentsOf = ({ words }: Band): ReadonlyArray<Alignment> => {
  const figures = words.filter(isFigure)
  return alignments.filter((by) => spreadOf(figures, by) <= even)
}

/** The mark under which a column of figures stands, by the way it is aligned. */
const under = (band: Band, marks: ReadonlyArray<Extent>, by: Alignment): number => {
  if (by === "right") return marks.findLastIndex((mark) => mark.left < band.right && middleOf(mark) < band.right)
  if (by === "left") return marks.findIndex((mark) => mark.right > band.left && middleOf(mark) > band.left)
  const away = marks.map((mark) => Math.abs(middleOf(mark) - middleOf(band)))
  return away.indexOf(Math.min(...away))
}

/** For every band the mark it stands under, in ascending order; `undefined` where that is not sure. */
const standing = (bands: ReadonlyArray<Band>, marks: ReadonlyArray<Extent>): ReadonlyArray<number> | undefined => {
  if (bands.length > marks.length) return undefined
  if (bands.length === marks.length) return bands.map((_, index) => index)
  const sure = bands.flatMap((band) => {
    const own = alignmentsOf(band)
    return own.length === 1 ? own : []
  })
  const usual = alignments.filter((by) => sure.includes(by))
  const found: Array<number> = []
  for (const band of bands) {
    const over = marks.flatMap((mark, index) => (isOver(mark, band) ? [index] : []))
    const own = alignmentsOf(band)
    const likely = own.filter((by) => usual.includes(by))
    const at = new Set(
      over.length === 1 ? over : (likely.length > 0 ? likely : own).map((by) => under(band, marks, by))
    )
    const [only = -1] = at
    if (at.size !== 1 || only <= (found.at(-1) ?? -1) || (over.length > 0 && !over.includes(only))) return undefined
    found.push(only)
  }
  return found
}

/** Columns of the body and those that only the head has. */
const columnsUnder = (
  bands: ReadonlyArray<Band>,
  numbered: ReadonlyArray<Band>,
  marks: ReadonlyArray<Extent>
): ReadonlyArray<Column> | undefined => {
  const at = standing(numbered, marks)
  if (at === undefined) return undefined
  const own = marks.map((mark, index): Column => {
    const band = numbered[at.indexOf(index)]
    return {
      left: Math.min(mark.left, band?.left ?? mark.left),
      right: Math.max(mark.right, band?.right ?? 0),
      band,
      isFigures: true
    }
  })
  const others = bands
    .filter((band) => !numbered.includes(band))
    .map((band): Column => ({ left: band.left, right: band.right, band, isFigures: false }))
  return [...own, ...others].sort((a, b) => middleOf(a) - middleOf(b))
}

interface Leaves {
  /** Headings under which no other one stands, from the lowest upwards. */
  readonly sure: ReadonlyArray<Heading>
  /** Headings over a gap between others: of a column, or of the columns on both sides of the gap. */
  readonly between: ReadonlyArray<Heading>
}

/** The headings that stand over one column each, as far as the head alone tells. */
const leavesOf = (headings: ReadonlyArray<Heading>): Leaves => {
  const sure: Array<Heading> = []
  const between: Array<Heading> = []
  for (const heading of [...headings].reverse()) {
    const lower = sure.filter(({ height }) => height > heading.height + heading.size * 0.3)
    if ([...sure, ...between].some((leaf) => isOver(leaf, heading))) continue
    const isBetween =
      lower.some(({ right }) => right <= heading.left) && lower.some(({ left }) => left >= heading.right)
    if (isBetween) between.push(heading)
    else sure.push(heading)
  }
  return { sure, between }
}

const byPlace = (extents: ReadonlyArray<Extent>): ReadonlyArray<Extent> => [...extents].sort((a, b) => a.left - b.left)

const textOf = ({ words }: Heading): string => words.map(({ text }) => text).join("")

/** Columns that say what a row is, those beside each other together. */
const stubsOf = (bands: ReadonlyArray<Band>, figures: ReadonlyArray<Band>): ReadonlyArray<Extent> => {
  const runs: Array<{ left: number; right: number }> = []
  let isOpen = false
  for (const band of bands) {
    const isStub = !figures.includes(band)
    const run = runs.at(-1)
    if (isStub && isOpen && run !== undefined) run.right = Math.max(run.right, band.right)
    else if (isStub) runs.push({ left: band.left, right: band.right })
    isOpen = isStub
  }
  return runs
}

/** Columns by the headings, where there are no numbers of columns. */
const joinedColumns = (
  bands: ReadonlyArray<Band>,
  figures: ReadonlyArray<Band>,
  headings: ReadonlyArray<Heading>
): ReadonlyArray<Column> | undefined => {
  const stubs = stubsOf(bands, figures)
  const over = headings.filter((heading) => figures.some((band) => isOver(band, heading))).map(textOf)
  const isOverBand = (heading: Heading): boolean => bands.some((band) => isOver(band, heading))
  // A column that prints nothing has the heading of others that do: 金额 of each of several parts.
  const isFree = (leaf: Heading): boolean =>
    !stubs.some((stub) => isOver(stub, leaf)) || (!isOverBand(leaf) && over.includes(textOf(leaf)))
  const { between, sure } = leavesOf(headings)
  const [few, gaps] = [sure.filter(isFree), between.filter(isFree)]
  const own = gaps.filter((gap) => figures.some((band) => isOver(band, gap) && !few.some((leaf) => isOver(band, leaf))))
  const leaves =
    figures.length === few.length
      ? few
      : figures.length === few.length + gaps.length
        ? [...few, ...gaps]
        : [...few, ...own]
  return columnsUnder(bands, figures, byPlace(leaves))
}

/** The columns of a table by its body and by the numbers of columns or the words of its head; `undefined` where they are not sure. */
export const columnsOf = (
  headings: ReadonlyArray<Heading>,
  bands: ReadonlyArray<Band>,
  marks: ReadonlyArray<Word> | undefined
): ReadonlyArray<Column> | undefined => {
  const figures = bands.filter(({ role }) => role === "amount")
  if (headings.length === 0 && marks === undefined)
    return bands.map(
      (band): Column => ({ left: band.left, right: band.right, band, isFigures: figures.includes(band) })
    )
  return marks === undefined ? joinedColumns(bands, figures, headings) : columnsUnder(bands, figures, marks)
}
