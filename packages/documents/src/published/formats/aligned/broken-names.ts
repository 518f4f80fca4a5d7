/**
 * 折行的名称: names that were broken over lines of a table without ruling lines are one again. A name is broken where its
 * line is full: that says whether a line between two rows ends the name above or begins the name below.
 */
import { joinedAll } from "../joining.ts"
import type { AlignedCell } from "./aligned.ts"
import { isFigure, kindOf, type Piece } from "./pieces.ts"

type Row<A extends Piece> = ReadonlyArray<AlignedCell<A>>

/** How names of rows begin or end; what is broken off a name does neither. */
const isWhole =
  /计$|经费$|^[一二三四五六七八九十]+、|^[（(]?其中|^注|^[（(][一二三四五六七八九十]+[）)]|^\d+[.．、]|^(?:年初|年末|上年|本年|使用|用事业基金|结余分配|一般公共预算|政府性基金预算|国有资本经营预算)/u

/** A row of words alone, none of which begins a name. */
const isRest = (row: Row<Piece>): boolean =>
  row.length > 0 && row.every(({ piece, text }) => kindOf(piece) === "words" && !isWhole.test(text))

/** A code or the number of a line. */
const isKey = ({ text }: AlignedCell<Piece>): boolean => /^\d{1,3}$|^\d{5}$|^\d{7}$/u.test(text)

const lengthOf = ({ text }: AlignedCell<Piece>): number => [...text].length

/** So many characters a full line may be shorter than the longest of its column. */
const slackOf = (longest: number): number => (longest < 8 ? 1 : 2)

/** A line of a name, as far as its row has words in the column. */
const lineIn = <A extends Piece>(row: Row<A> | undefined, column: number): AlignedCell<A> | undefined =>
  row?.find((cell) => cell.column === column && !isFigure(cell.piece))

/** How names of rows begin: no line above them belongs to them. */
const begins = /^(?:[合总小]计$|[一二三四五六七八九十]+、|[（(]?其中|[（(][一二三四五六七八九十]+[）)]|\d+[.．、])/u

/** How many of the lines between two rows may end the name above; the others begin the name below. */
const splits = (
  above: AlignedCell<Piece> | undefined,
  lines: Row<Piece>,
  below: AlignedCell<Piece> | undefined,
  isFull: (line: AlignedCell<Piece>) => boolean
): ReadonlyArray<number> =>
  [...lines.keys(), lines.length].filter((count) => {
    const [upper, lower] = [lines.slice(0, count), lines.slice(count)]
    if (lower.length > 0 && below !== undefined && begins.test(below.text)) return false
    const endsAbove = count === 0 || (above !== undefined && [above, ...upper.slice(0, -1)].every(isFull))
    return endsAbove && (below === undefined ? lower.slice(0, -1) : lower).every(isFull)
  })

/** Lines of names in one column between two rows. */
interface Broken<A extends Piece> {
  readonly column: number
  readonly lines: Row<A>
  readonly above: number
  readonly below: number
  readonly ways: ReadonlyArray<number>
}

const longestIn = (body: ReadonlyArray<Row<Piece>>, column: number): number =>
  body.reduce((most, row) => {
    const line = lineIn(row, column)
    return Math.max(most, line === undefined ? 0 : lengthOf(line))
  }, 0)

/** All lines that stand between rows, by the columns they stand in. */
const brokenIn = <A extends Piece>(body: ReadonlyArray<Row<A>>): ReadonlyArray<Broken<A>> => {
  const found: Array<Broken<A>> = []
  const longest = new Map<number, number>()
  for (const column of new Set(body.flat().map((cell) => cell.column))) longest.set(column, longestIn(body, column))
  for (let first = 0; first < body.length; first += 1) {
    let end = first
    while (end < body.length && isRest(body[end] ?? [])) end += 1
    if (end === first) continue
    const lines = body.slice(first, end).flat()
    for (const column of new Set(lines.map((line) => line.column))) {
      const most = longest.get(column) ?? 0
      const isFull = (line: AlignedCell<Piece>): boolean => lengthOf(line) >= most - slackOf(most)
      const own = lines.filter((line) => line.column === column)
      const [above, below] = [lineIn(body[first - 1], column), lineIn(body[end], column)]
      const hasKey = (body[end] ?? []).some((cell) => isKey(cell) && cell.column < column)
      const ways = splits(above, own, below, isFull).filter(
        (count) => count === own.length || (end < body.length && (below !== undefined || hasKey))
      )
      found.push({ column, lines: own, above: first - 1, below: end, ways })
    }
    first = end
  }
  return found
}

/** So many names, and so many in a hundred of those that tell, show how names stand in a table. */
const fewestOfHabit = 8
const mostOfHabit = 90

/** How many lines of a name end the one above: what the names whose lines tell have in common, all below it or none. */
const habitOf = (broken: ReadonlyArray<Broken<Piece>>): ((of: Broken<Piece>) => number | undefined) => {
  const told = broken.filter(({ ways }) => ways.length === 1)
  const ending = told.filter(({ lines, ways }) => ways[0] === lines.length).length
  const beginning = told.filter(({ ways }) => ways[0] === 0).length
  const most = Math.max(ending, beginning)
  const usual = ({ lines }: Broken<Piece>): number => (ending === most ? lines.length : 0)
  // Words that stay together leave a line short: what one name tells, many others do not.
  const isStrong = most >= fewestOfHabit && most * 100 >= told.length * mostOfHabit
  const isShared = most > 0 && most === told.length
  return (own) => {
    const [only, ...others] = own.ways
    if (isStrong && only !== undefined) return usual(own)
    if (others.length === 0) return only
    return isShared && own.ways.includes(usual(own)) ? usual(own) : undefined
  }
}

/** A row with more lines in the columns of some names. */
const extended = <A extends Piece>(row: Row<A>, lines: Row<A>, isBefore: boolean): Row<A> => {
  const [first] = lines
  if (first === undefined) return row
  const own = lineIn(row, first.column)
  const texts = lines.map(({ text }) => text)
  if (own === undefined) return [...row, { ...first, row: row[0]?.row ?? first.row, text: joinedAll(texts) }]
  const text = joinedAll(isBefore ? [...texts, own.text] : [own.text, ...texts])
  return row.map((cell) => (cell === own ? { ...own, text } : cell))
}

export interface WholeRows<A extends Piece> {
  readonly rows: ReadonlyArray<Row<A>>
  /** Whether every line of a name has a row that is its own for sure. */
  readonly isSure: boolean
}

/** Of the rows of a table so many in a hundred have a code or the number of a line, where rows have those at all. */
const mostKeyed = 80

/**
 * The rows of a body with names whole. Where every row has a code or the number of a line, words alone are part of a name;
 * elsewhere only those are that a full line above leads to.
 */
export const withWholeNames = <A extends Piece>(body: ReadonlyArray<Row<A>>): WholeRows<A> => {
  const others = body.filter((row) => !isRest(row))
  const isKeyed = others.filter((row) => row.some(isKey)).length * 100 >= others.length * mostKeyed
  const hasFigures = others.some((row) => row.some(({ piece }) => isFigure(piece)))
  const broken = hasFigures ? brokenIn(body).filter(({ ways }) => isKeyed || ways.length > 0) : []
  const habit = habitOf(broken)
  const rows = [...body]
  const joined = new Set<AlignedCell<A>>()
  let isSure = true
  for (const own of broken) {
    const count = habit(own)
    if (count === undefined || (!isKeyed && count < own.lines.length)) {
      isSure = false
      continue
    }
    const [above, below] = [rows[own.above], rows[own.below]]
    if (above !== undefined) rows[own.above] = extended(above, own.lines.slice(0, count), false)
    if (below !== undefined) rows[own.below] = extended(below, own.lines.slice(count), true)
    for (const line of own.lines) joined.add(line)
  }
  return { rows: rows.filter((_, index) => !body[index]?.every((cell) => joined.has(cell))), isSure }
}
