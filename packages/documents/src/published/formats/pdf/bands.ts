/**
 * 栏带: the columns that the words of a table without ruling lines stand in, by the reader that text in columns is read by. A
 * PDF says where words stand to the point: the lines of all its pages are looked at together, in halves of a character.
 */
import { bandsOf as bandsIn } from "../aligned/bands.ts"
import { around } from "../aligned/extents.ts"
import { isFigure, type Piece } from "../aligned/pieces.ts"
import type { Role } from "../aligned/placing.ts"
import type { Word } from "./words.ts"

export interface Band {
  readonly left: number
  readonly right: number
  readonly words: ReadonlyArray<Word>
  readonly role: Role
}

export interface Bands {
  readonly bands: ReadonlyArray<Band>
  readonly bandOf: ReadonlyMap<Word, Band>
  /** Words that stand in no band for sure. */
  readonly unsure: ReadonlyArray<Word>
}

type Row = ReadonlyArray<Word>

/** In heights of a character: words that reach into each other by so much at either end only touch. */
const touching = 0.05

const usualSize = (words: Row): number =>
  words.map(({ size }) => size).sort((a, b) => a - b)[Math.floor(words.length / 2)] ?? 1

const pieceOf = ({ left, right, size, text }: Word, unit: number): Piece => ({
  text,
  left: (left + size * touching) / unit,
  right: (right - size * touching) / unit
})

/** A band of figures reaches as far as these, whatever words stand in it as well. */
const bandOver = (words: Row, role: Role): Band => {
  const figures = words.filter(isFigure)
  return { ...around(role === "words" || figures.length === 0 ? words : figures), words, role }
}

/** The bands of rows, from left to right. */
export const bandsOf = (rows: ReadonlyArray<Row>): Bands => {
  const unit = usualSize(rows.flat()) / 2
  const found = bandsIn(
    rows.map((row) => row.map((word) => pieceOf(word, unit))),
    []
  )
  const placed = found.bands.map((): Array<Word> => [])
  const unsure: Array<Word> = []
  for (const [at, row] of rows.entries())
    for (const [index, word] of row.entries()) (placed[found.places[at]?.[index] ?? -1] ?? unsure).push(word)
  const bands = placed.flatMap((words, index) =>
    words.length === 0 ? [] : [bandOver(words, found.bands[index]?.role ?? "words")]
  )
  const bandOf = new Map(bands.flatMap((band) => band.words.map((word): [Word, Band] => [word, band])))
  return { bands, bandOf, unsure }
}
