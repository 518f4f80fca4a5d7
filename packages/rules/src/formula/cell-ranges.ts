/** 单元格区域: cells that stand in one line, written as the range they are. */

interface Place {
  readonly sheet: string
  readonly letters: string
  readonly column: number
  readonly row: number
}

const placeOf = (address: string): Place | undefined => {
  const [, sheet = "", letters, row] = /^('(?:[^']|'')+'!)?([A-Z]{1,3})(\d{1,7})$/u.exec(address) ?? []
  if (letters === undefined) return undefined
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { sheet, letters, column, row: Number(row) }
}

/** Which way a cell lies from the one before it, where it is the next in the column or in the row. */
const stepBetween = (from: Place, to: Place): "down" | "across" | undefined => {
  if (from.sheet !== to.sheet) return undefined
  if (from.column === to.column && from.row + 1 === to.row) return "down"
  return from.row === to.row && from.column + 1 === to.column ? "across" : undefined
}

interface Run {
  readonly first: string
  last: string
  end: Place | undefined
  step: "down" | "across" | undefined
}

const runText = ({ end, first, last }: Run): string =>
  first === last || end === undefined ? first : `${first}:${end.letters}${end.row}`

/**
 * Terms of a sum, cells beside or below each other as one range; other terms as they are.
 *
 * @example cellRanges(["C8", "C9", "C10", "E8"]) // ["C8:C10", "E8"]
 */
export const cellRanges = (terms: ReadonlyArray<string>): ReadonlyArray<string> => {
  const runs: Array<Run> = []
  for (const term of terms) {
    const place = placeOf(term)
    const run = runs.at(-1)
    const step = run?.end === undefined || place === undefined ? undefined : stepBetween(run.end, place)
    if (run === undefined || step === undefined || (run.step ?? step) !== step) {
      runs.push({ first: term, last: term, end: place, step: undefined })
    } else {
      run.last = term
      run.end = place
      run.step = step
    }
  }
  return runs.map(runText)
}
