/**
 * 栏带: the columns of a table without ruling lines, by where words stand over the whole table. Numbers of one column overlap
 * each other and those of no other; so do names. What reaches over two columns founds none, and is set by where it begins.
 */
import type { Word } from "./words.ts"

export interface Band {
  left: number
  right: number
  readonly words: Array<Word>
  readonly holds: "numbers" | "words"
}

export interface Bands {
  readonly bands: ReadonlyArray<Band>
  readonly bandOf: ReadonlyMap<Word, Band>
  /** Words that stand in no band for sure. */
  readonly unsure: ReadonlyArray<Word>
}

type Row = ReadonlyArray<Word>

/** In heights of a character. */
const touching = 0.1
const besides = 0.5

const overlapOf = (a: { left: number; right: number }, b: { left: number; right: number }): number =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left)

/** Words that overlap each other, directly or through others, as one band. */
const clustered = (words: ReadonlyArray<Word>, holds: Band["holds"]): ReadonlyArray<Band> => {
  const bands: Array<Band> = []
  for (const word of [...words].sort((a, b) => a.left - b.left)) {
    const last = bands.at(-1)
    if (last !== undefined && word.left < last.right - word.size * touching) {
      last.right = Math.max(last.right, word.right)
      last.words.push(word)
    } else bands.push({ left: word.left, right: word.right, words: [word], holds })
  }
  return bands
}

const isOver = (word: Word, band: Band): boolean => overlapOf(word, band) > word.size * touching

/** Numbers among more words than numbers, none of them an amount, are part of names. */
const isAmongNames = (band: Band, words: ReadonlyArray<Word>): boolean =>
  !band.words.some(({ kind }) => kind === "amount") &&
  words.filter((word) => isOver(word, band)).length > band.words.length

const holdsAmounts = ({ holds, words }: Band): boolean =>
  holds === "numbers" && words.some(({ kind }) => kind === "amount")

/** Where a word stands that founded no band: in the column of names that it begins in, or over columns that say what a row is. */
const placeIn = (
  word: Word,
  row: Row,
  bands: ReadonlyArray<Band>,
  bandOf: ReadonlyMap<Word, Band>
): Band | undefined => {
  const over = bands.filter((band) => isOver(word, band))
  const isTaken = (band: Band): boolean => row.some((other) => other !== word && bandOf.get(other) === band)
  if (over.some((band) => band.holds === "numbers" && isTaken(band))) return undefined
  const own = bands.find(
    ({ holds, left, right }) => holds === "words" && word.left >= left - word.size * besides && word.left <= right
  )
  if (own !== undefined) return own
  if (over.length === 1) return over[0]
  if (over.some((band) => holdsAmounts(band) || isTaken(band))) return undefined
  return over.find(({ holds }) => holds === "words") ?? over[0]
}

const rowsWith = (rows: ReadonlyArray<Row>, band: Band): ReadonlySet<Row> =>
  new Set(rows.filter((row) => row.some((word) => band.words.includes(word))))

const holdsOnly = ({ words }: Band, wanted: Word["kind"]): boolean => words.every(({ kind }) => kind === wanted)

/** Whether two bands beside each other are one column: no row has words in both. */
const areOne = (rows: ReadonlyArray<Row>, band: Band, next: Band): boolean => {
  const [own, other] = [rowsWith(rows, band), rowsWith(rows, next)]
  if ([...own].some((row) => other.has(row))) return false
  if (holdsOnly(band, "code") && holdsOnly(next, "code")) return true
  return (holdsOnly(band, "dash") && holdsAmounts(next)) || (holdsAmounts(band) && holdsOnly(next, "dash"))
}

/** Bands, those of one column that differ by how they are aligned together: dashes and amounts, codes of three digits and longer ones. */
const withWholeColumns = (rows: ReadonlyArray<Row>, bands: ReadonlyArray<Band>): ReadonlyArray<Band> => {
  const whole: Array<Band> = []
  for (const [index, band] of bands.entries()) {
    const [last, next] = [whole.at(-1), bands[index + 1]]
    const isEither = holdsOnly(band, "dash") && next !== undefined && areOne(rows, band, next)
    if (last !== undefined && !isEither && areOne(rows, last, band)) {
      last.right = Math.max(last.right, band.right)
      last.words.push(...band.words)
    } else whole.push(band)
  }
  return whole
}

/** The bands of rows, from left to right. */
export const bandsOf = (rows: ReadonlyArray<Row>): Bands => {
  const all = rows.flat()
  const words = all.filter(({ kind }) => kind === "words")
  const clusters = clustered(
    all.filter(({ kind }) => kind !== "words"),
    "numbers"
  )
  const numbers = clusters.filter((band) => !isAmongNames(band, words))
  const names = [...words, ...clusters.filter((band) => !numbers.includes(band)).flatMap((band) => band.words)]
  const free = names.filter((word) => !numbers.some((band) => isOver(word, band)))
  const found = [...numbers, ...clustered(free, "words")].sort((a, b) => a.left - b.left)
  const bands = withWholeColumns(rows, found)
  const bandOf = new Map<Word, Band>(bands.flatMap((band) => band.words.map((word): [Word, Band] => [word, band])))
  const unsure: Array<Word> = []
  for (const row of rows)
    for (const word of row) {
      if (bandOf.has(word)) continue
      const band = placeIn(word, row, bands, bandOf)
      if (band === undefined) unsure.push(word)
      else {
        bandOf.set(word, band)
        band.words.push(word)
      }
    }
  return { bands, bandOf, unsure }
}
