/**
 * 栏带: the columns that the rows of one page stand in. What stands in one column overlaps there, and no figure reaches
 * over the edge between two columns: a page that was laid out as a table has it so, whatever its text was measured in.
 */
import { agreeing } from "./agreeing.ts"
import { around, clustered, type Extent, isOver, overlap } from "./extents.ts"
import { isFigure, kindOf, type Piece } from "./pieces.ts"
import { fits, type Place, placedRow, type Role } from "./placing.ts"

export interface Band extends Place {
  readonly pieces: ReadonlyArray<Piece>
}

export interface Bands {
  readonly bands: ReadonlyArray<Band>
  /** The band of every piece, by row; `undefined` where that is not sure. */
  readonly places: ReadonlyArray<ReadonlyArray<number> | undefined>
}

type Rows = ReadonlyArray<ReadonlyArray<Piece>>

/** Whether two groups of pieces have pieces in one row. */
const meet = (rows: Rows, a: ReadonlySet<Piece>, b: ReadonlySet<Piece>): boolean =>
  rows.some((row) => row.some((piece) => a.has(piece)) && row.some((piece) => b.has(piece)))

/** Of numbers of lines so many in a hundred follow the one before them; the others stand on lines that were moved aside. */
const mostFollow = 60

const isCounting = (numbers: ReadonlyArray<number>): boolean => {
  const steps = numbers.slice(1).map((value, index) => value - (numbers[index] ?? 0))
  const next = steps.filter((step) => step === 1).length
  return numbers.length >= 3 && steps.every((step) => step > 0) && next * 100 >= steps.length * mostFollow
}

/** The whole numbers in two groups of pieces, from top to bottom. */
const countsIn = (rows: Rows, of: ReadonlySet<Piece>): ReadonlyArray<number> =>
  rows.flatMap((row) =>
    row.filter((piece) => of.has(piece)).map(({ text }) => (/^\d{1,3}$/u.test(text) ? Number(text) : Number.NaN))
  )

type Group = ReadonlyArray<Piece>

/** Neighbouring groups that are one column: `isOne` says so, and no row has a piece in both. */
const joinedGroups = (
  rows: Rows,
  groups: ReadonlyArray<Group>,
  isOne: (both: ReadonlySet<Piece>) => boolean
): ReadonlyArray<Group> => {
  const kept: Array<Group> = []
  for (const group of groups) {
    const before = kept.at(-1)
    if (before !== undefined && !meet(rows, new Set(before), new Set(group)) && isOne(new Set([...before, ...group])))
      kept[kept.length - 1] = [...before, ...group]
    else kept.push(group)
  }
  return kept
}

/** 款 and 项 of codes in parts: 03, 01, 99; counts do not begin with 0. */
const areCodeParts = (of: ReadonlySet<Piece>): boolean => {
  const texts = [...of].map(({ text }) => text)
  return texts.every((text) => /^\d{2}$/u.test(text)) && texts.some((text) => text.startsWith("0"))
}

const areDashes = (group: Iterable<Piece>): boolean => [...group].every((piece) => kindOf(piece) === "dash")

/** Columns of figures; numbers of lines, and parts of codes, that were moved aside in some rows are one column. */
const figureGroups = (rows: Rows): ReadonlyArray<Group> =>
  withDashes(
    rows,
    joinedGroups(
      rows,
      clustered(rows.flat().filter(isFigure)),
      (both) => areCodeParts(both) || isCounting(countsIn(rows, both))
    )
  )

/** Dashes stand in the middle of a column of amounts, or at its other edge: with the only one that they may belong to. */
const withDashes = (rows: Rows, groups: ReadonlyArray<Group>): ReadonlyArray<Group> => {
  const whole: Array<Group> = []
  for (const [index, group] of groups.entries()) {
    const [before, after] = [whole.at(-1), groups[index + 1]]
    const isOne = (other: Group | undefined): boolean =>
      other !== undefined && areDashes(other) !== areDashes(group) && !meet(rows, new Set(other), new Set(group))
    if (before !== undefined && isOne(before) && !(areDashes(group) && isOne(after)))
      whole[whole.length - 1] = [...before, ...group]
    else whole.push(group)
  }
  return whole
}

/** Columns of words between two columns of figures: one, unless rows have several words there, or headings part them. */
const wordGroups = (
  rows: Rows,
  figures: ReadonlyArray<Extent>,
  headings: ReadonlyArray<Extent>
): ReadonlyArray<Group> => {
  const isUnderOne = (both: ReadonlySet<Piece>): boolean =>
    headings.filter((heading) => [...both].some((piece) => isOver(heading, piece))).length < 2
  const words = rows.flat().filter((piece) => !isFigure(piece) && !figures.some((extent) => isOver(extent, piece)))
  const gapOf = ({ left }: Piece): number => figures.filter((extent) => extent.left < left).length
  return Array.from({ length: figures.length + 1 }, (_, gap) =>
    joinedGroups(rows, clustered(words.filter((piece) => gapOf(piece) === gap)), isUnderOne)
  ).flat()
}

const isKey = (rows: Rows, group: Group, followedByWords: boolean): boolean => {
  const kinds = new Set(group.map(kindOf))
  if (kinds.has("amount") || kinds.has("dash")) return false
  if (isCounting(countsIn(rows, new Set(group)))) return true
  return followedByWords && group.every(({ text }) => /^(?:\d{2,3}|\d{5}|\d{7})$/u.test(text))
}

const rolesOf = (rows: Rows, groups: ReadonlyArray<Group>): ReadonlyArray<Role> => {
  const roles: Array<Role> = groups.map((group) => (group.some(isFigure) ? "amount" : "words"))
  for (let index = groups.length - 1; index >= 0; index -= 1) {
    const followed = roles[index + 1] === "words" || roles[index + 1] === "key"
    if (roles[index] === "amount" && isKey(rows, groups[index] ?? [], followed)) roles[index] = "key"
  }
  return roles
}

/** The band of a piece that reaches over several: the words that it covers most of, else what it covers most of. */
const bandUnder = (bands: ReadonlyArray<Band>, piece: Piece): number => {
  const covered = bands.map((band) => overlap(band, piece) + (band.role === "words" ? 1_000 : 0))
  const most = bands.map((band, index) => (isOver(band, piece) ? (covered[index] ?? 0) : -1))
  return most.indexOf(Math.max(...most))
}

/** Whether a column holds amounts with decimals. */
const isDecimal = (group: Group): boolean => group.some((piece) => kindOf(piece) === "amount")

/** What a narrow cell broke off its amounts: digits alone, in columns of amounts with decimals. */
const isRestOfNumbers = (
  bands: ReadonlyArray<Band>,
  row: ReadonlyArray<Piece>,
  places: ReadonlyArray<number>
): boolean =>
  row.length > 0 &&
  row.every(({ text }, index) => /^\d{1,2}$/u.test(text) && bands[places[index] ?? -1]?.isDecimal === true)

/** The bands of a row that agrees with the others; `undefined` where two figures, or a figure and words, share one. */
const ownPlaces = (
  bands: ReadonlyArray<Band>,
  row: ReadonlyArray<Piece>,
  own: ReadonlyMap<Piece, number>
): ReadonlyArray<number> | undefined => {
  const places = row.map((piece) => own.get(piece) ?? bandUnder(bands, piece))
  const isOwn = (piece: Piece, index: number): boolean => {
    const at = places[index] ?? -1
    const [before, band] = [bands[at - 1], bands[at]]
    // A count among amounts has the number of its line beside it, where lines have numbers.
    const isCount = before?.role !== "key" || places.includes(at - 1)
    const isAlone = places.every((place, other) => other === index || place !== at)
    return band !== undefined && (fits(piece, band) || isCount) && isAlone
  }
  return row.every((piece, index) => !isFigure(piece) || isOwn(piece, index)) ? places : undefined
}

/** The columns of the rows of a body on one page, under headings that stand where their columns do. */
export const bandsOf = (rows: Rows, headings: ReadonlyArray<Extent>): Bands => {
  const agreed = agreeing(rows)
  const model = rows.filter((row) => agreed.has(row))
  const figures = figureGroups(model)
  const words = wordGroups(model, figures.map(around), headings)
  const groups = [...figures, ...words].sort((a, b) => around(a).left - around(b).left)
  const roles = rolesOf(model, groups)
  const bands = groups.map(
    (pieces, index): Band => ({
      ...around(pieces),
      pieces,
      role: roles[index] ?? "words",
      isDecimal: isDecimal(pieces)
    })
  )
  const bandOf = new Map(groups.flatMap((group, index) => group.map((piece): [Piece, number] => [piece, index])))
  const places = rows.map((row) => {
    const own = (agreed.has(row) ? ownPlaces(bands, row, bandOf) : undefined) ?? placedRow(row, bands)
    return own !== undefined && isRestOfNumbers(bands, row, own) ? undefined : own
  })
  return { bands, places }
}
