/** 栏目名称: the headings of a table without ruling lines, from the words of the lines of its head. */
import { isOver } from "../aligned/extents.ts"
import { around, type Box } from "./geometry.ts"
import type { TextRow } from "./table-rows.ts"
import type { Word } from "./words.ts"

/** A heading of one line or several. */
export interface Heading extends Box {
  readonly words: ReadonlyArray<Word>
  readonly size: number
  /** Half way between its first and its last line. */
  readonly height: number
}

/** In heights of a character: how far lines of one heading are apart at most, where the body does not tell. */
const nextLine = 1.65
const evenStep = 1.05
/** In points: how far the middles or beginnings of lines of one heading are apart at most. */
const even = 1.5

const widthOf = ({ left, right }: Box): number => right - left

/** Whether a word is the next line of a heading: the line above fills its cell, and nothing else stands below that. */
const goesOn = (above: Word, word: Word, { words }: TextRow, step: number | undefined): boolean => {
  const isEven =
    Math.abs(above.left + above.right - word.left - word.right) <= 2 * even || Math.abs(above.left - word.left) <= even
  const isLong = step !== undefined || above.text.length > 2 || word.text.length === 1
  const isFull = widthOf(above) >= widthOf(word) - 0.5 && isLong
  const isAlone = words.every((other) => other === word || !isOver(above, other))
  const furthest = step === undefined ? word.size * nextLine : step * evenStep
  return word.baseline - above.baseline <= furthest && isEven && isFull && isAlone
}

const headingOf = (words: ReadonlyArray<Word>): Heading => {
  const baselines = words.map(({ baseline }) => baseline)
  return {
    ...around(words),
    words,
    size: Math.max(...words.map(({ size }) => size)),
    height: (Math.min(...baselines) + Math.max(...baselines)) / 2
  }
}

/** The headings of a head, the highest first; `step` is how far lines of one cell are apart, where that is known. */
export const headingsOf = (head: ReadonlyArray<TextRow>, step: number | undefined): ReadonlyArray<Heading> => {
  const found: Array<Array<Word>> = []
  for (const row of head)
    for (const word of row.words) {
      const above = found.find((words) => {
        const last = words.at(-1)
        return (
          last !== undefined && last.baseline < word.baseline && isOver(last, word) && goesOn(last, word, row, step)
        )
      })
      if (above === undefined) found.push([word])
      else above.push(word)
    }
  return found.map(headingOf).sort((a, b) => a.height - b.height || a.left - b.left)
}
