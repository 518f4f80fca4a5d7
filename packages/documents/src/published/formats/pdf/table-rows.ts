/**
 * 表行: the rows of a table without ruling lines from its lines of text. A name that is broken over lines stands about the
 * line with the numbers of its row: in the middle, from there down, or up to there. How it is in a table shows by which way
 * no line is left over.
 */
import type { Band, Bands } from "./bands.ts"
import type { Word } from "./words.ts"

/** A line of text of a table. */
export interface TextRow {
  readonly page: number
  readonly baseline: number
  readonly words: ReadonlyArray<Word>
}

export interface TableRow {
  readonly page: number
  readonly cells: ReadonlyMap<Band, ReadonlyArray<Word>>
}

/** In heights of a character: how far baselines of one row differ; how far lines of one name are apart at most. */
const level = 0.3
const nextLine = 2.3
/** How much room the longest line of a broken name leaves at most. */
const room = 2.2

interface Line {
  readonly row: number
  readonly page: number
  readonly baseline: number
  readonly size: number
  readonly words: ReadonlyArray<Word>
  readonly right: number
  readonly text: string
}

const begins = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d+[.．、](?!\d)|其中|注[：:])/u

/** How far the names of a column reach to the right, and how far lines of one name are apart at most. */
interface Measure {
  readonly edge: number
  readonly furthest: number
}

/** Whether a line may be the next one of the name above it, on its page or at the beginning of the next one. */
const goesOn = (above: Line, line: Line, { edge, furthest }: Measure): boolean =>
  (line.page === above.page
    ? line.baseline - above.baseline <= Math.min(Math.max(line.size, above.size) * nextLine, furthest)
    : line.row - above.row <= 3) &&
  edge - above.right <= above.size * room &&
  !begins.test(line.text)

type Way = "middle" | "down" | "up"

/** Where a block of lines stands against the numbers of its row. */
const anchorPlace = (block: ReadonlyArray<Line>, way: Way): number => {
  const [first, last] = [block[0]?.baseline ?? 0, block.at(-1)?.baseline ?? 0]
  return way === "middle" ? (first + last) / 2 : way === "down" ? first : last
}

/** The line with the numbers of a block of lines; of one that the end of a page parts, the only one that it stands about. */
const anchorOf = (block: ReadonlyArray<Line>, anchors: ReadonlyArray<Line>, way: Way): Line | undefined => {
  const [first, last] = [block[0], block.at(-1)]
  if (first === undefined || last === undefined) return undefined
  if (first.page !== last.page) {
    const within = anchors.filter(({ row }) => row >= first.row && row <= last.row)
    return within.length === 1 ? within[0] : undefined
  }
  const place = anchorPlace(block, way)
  return anchors.find(
    (each) => each.page === last.page && Math.abs(each.baseline - place) <= Math.max(each.size, last.size) * level
  )
}

const mostLines = 6

/** Lines of one name, and the row of its numbers; `undefined` for lines that stand at no number. */
interface Block {
  readonly lines: ReadonlyArray<Line>
  readonly anchor: number | undefined
}

interface Blocks {
  readonly found: ReadonlyArray<Block>
  readonly loose: number
}

/** Names that the end of a page cuts go on with the lines overleaf that stand at no numbers. */
const withRests = (blocks: ReadonlyArray<Block>, measure: Measure): ReadonlyArray<Block> => {
  const whole: Array<Block> = []
  for (const [index, block] of blocks.entries()) {
    const [last, next] = [whole.at(-1), blocks[index + 1]]
    const [above, line] = [last?.lines.at(-1), block.lines[0]]
    const isAtEnd = line !== undefined && (above?.page !== line.page || next?.lines[0]?.page !== line.page)
    const isRest = block.anchor === undefined && isAtEnd && above !== undefined && goesOn(above, line, measure)
    if (isRest && last?.anchor !== undefined)
      whole[whole.length - 1] = { ...last, lines: [...last.lines, ...block.lines] }
    else whole.push(block)
  }
  return whole
}

/** The lines of one band dealt out to the rows with numbers. */
const dealt = (lines: ReadonlyArray<Line>, anchors: ReadonlyArray<Line>, measure: Measure, way: Way): Blocks => {
  const found: Array<Block> = []
  for (let from = 0; from < lines.length; ) {
    let length = 1
    let anchor: Line | undefined
    for (let count = 1; count <= mostLines && from + count <= lines.length; count += 1) {
      const block = lines.slice(from, from + count)
      const [last, before] = [block.at(-1), block.at(-2)]
      if (last === undefined || (before !== undefined && !goesOn(before, last, measure))) break
      const at = anchorOf(block, anchors, way)
      if (at === undefined) continue
      anchor = at
      length = count
      if (way !== "down") break
      // Downwards a name reaches to the next line with numbers.
      if (from + count < lines.length && anchors.some(({ row }) => row === lines[from + count]?.row)) break
    }
    found.push({ lines: lines.slice(from, from + length), anchor: anchor?.row })
    from += length
  }
  const whole = withRests(found, measure)
  return { found: whole, loose: whole.filter(({ anchor }) => anchor === undefined).length }
}

const lineOf = (row: number, { baseline, page }: TextRow, words: ReadonlyArray<Word>): Line => ({
  row,
  page,
  baseline,
  size: Math.max(...words.map(({ size }) => size)),
  words,
  right: Math.max(...words.map(({ right }) => right)),
  text: words.map(({ text }) => text).join("")
})

const steps = (lines: ReadonlyArray<Line>): ReadonlyArray<number> =>
  lines.flatMap((line, index) => {
    const above = lines[index - 1]
    return above === undefined || above.page !== line.page ? [] : [line.baseline - above.baseline]
  })

const median = (values: ReadonlyArray<number>): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const ways: ReadonlyArray<Way> = ["middle", "down", "up"]

/** In heights of a character: lines with numbers that are nearer are parts of broken numbers. */
const tight = 0.9

const hasBrokenNumbers = (anchors: ReadonlyArray<Line>): boolean =>
  anchors.some((line, index) => {
    const above = anchors[index - 1]
    return above !== undefined && above.page === line.page && line.baseline - above.baseline < line.size * tight
  })

/** Lines of one cell are nearer to each other than rows are by at least this. */
const nearer = 0.92

interface Names {
  readonly band: Band
  readonly lines: ReadonlyArray<Line>
  readonly edge: number
}

const namesIn = (rows: ReadonlyArray<TextRow>, { bandOf, bands }: Bands): ReadonlyArray<Names> =>
  bands
    .filter(({ role }) => role === "words")
    .map((band) => {
      const lines = rows.flatMap((row, index) => {
        const own = row.words.filter((word) => bandOf.get(word) === band)
        return own.length === 0 ? [] : [lineOf(index, row, own)]
      })
      return { band, lines, edge: Math.max(...lines.map(({ right }) => right)) }
    })

const isAmongFigures = (word: Word, bandOf: Bands["bandOf"]): boolean => (bandOf.get(word)?.role ?? "words") !== "words"

const anchorsIn = (rows: ReadonlyArray<TextRow>, { bandOf }: Bands): ReadonlyArray<Line> =>
  rows.flatMap((row, index) => {
    const numbers = row.words.filter((word) => word.kind !== "words" && isAmongFigures(word, bandOf))
    return numbers.length === 0 ? [] : [lineOf(index, row, numbers)]
  })

/** How far lines of one cell are apart, where names are broken over lines; `undefined` where none is. */
export const lineStep = (rows: ReadonlyArray<TextRow>, bands: Bands): number | undefined => {
  const least = Math.min(...namesIn(rows, bands).flatMap(({ lines }) => steps(lines)))
  return least < median(steps(anchorsIn(rows, bands))) * nearer ? least : undefined
}

/** Of the least distance between rows: lines of one name are nearer. */
const nearestRow = 0.97

/** The lines of all names dealt out in the way that leaves the fewest over. */
const allDealt = (names: ReadonlyArray<Names>, anchors: ReadonlyArray<Line>): ReadonlyArray<Blocks> => {
  const furthest = Math.min(...steps(anchors)) * nearestRow
  const all = ways.map((way) => names.map(({ edge, lines }) => dealt(lines, anchors, { edge, furthest }, way)))
  const looseIn = (blocks: ReadonlyArray<Blocks>): number => blocks.reduce((sum, { loose }) => sum + loose, 0)
  return all.sort((a, b) => looseIn(a) - looseIn(b))[0] ?? []
}

/** How many lines of names stand at no numbers, and how many words where numbers do. */
export const looseLines = (rows: ReadonlyArray<TextRow>, bands: Bands): number => {
  const dealtOut = allDealt(namesIn(rows, bands), anchorsIn(rows, bands))
  const among = rows
    .flatMap(({ words }) => words)
    .filter((word) => word.kind === "words" && bands.bandOf.get(word)?.role !== "words")
  return dealtOut.reduce((sum, { loose }) => sum + loose, among.length)
}

/** The rows of a table; `undefined` where numbers themselves are broken over lines. */
export const tableRows = (rows: ReadonlyArray<TextRow>, bands: Bands): ReadonlyArray<TableRow> | undefined => {
  const inNumbers = rows.map(({ words }) => words.filter((word) => isAmongFigures(word, bands.bandOf)))
  const anchors = anchorsIn(rows, bands)
  if (hasBrokenNumbers(anchors)) return undefined
  const cells = rows.map(() => new Map<Band, ReadonlyArray<Word>>())
  const add = (row: number, band: Band | undefined, words: ReadonlyArray<Word>): void => {
    const own = cells[row]
    if (own !== undefined && band !== undefined) own.set(band, [...(own.get(band) ?? []), ...words])
  }
  for (const [index, words] of inNumbers.entries()) for (const word of words) add(index, bands.bandOf.get(word), [word])
  const names = namesIn(rows, bands)
  for (const [index, { found }] of allDealt(names, anchors).entries())
    for (const { anchor, lines } of found) {
      const words = lines.flatMap((line) => line.words)
      add(anchor ?? lines[0]?.row ?? 0, names[index]?.band, words)
    }
  return cells.flatMap((own, index) => (own.size === 0 ? [] : [{ page: rows[index]?.page ?? 0, cells: own }]))
}
