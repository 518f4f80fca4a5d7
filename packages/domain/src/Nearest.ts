/** 相近: what a misspelt name may have been meant for. */

/** How many letters differ: inserted, left out, replaced or swapped with their neighbour. */
const distance = (left: string, right: string): number => {
  const from = [...left]
  const to = [...right]
  let before: ReadonlyArray<number> = []
  let last: ReadonlyArray<number> = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [row, letter] of from.entries()) {
    const next = [row + 1]
    for (const [column, other] of to.entries()) {
      const replaced = (last[column] ?? 0) + (letter === other ? 0 : 1)
      const swapped =
        column > 0 && letter === to[column - 1] && from[row - 1] === other ? (before[column - 1] ?? 0) + 1 : replaced
      next.push(Math.min(replaced, swapped, (last[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1))
    }
    before = last
    last = next
  }
  return last[to.length] ?? 0
}

const shown = 3

/**
 * The known names nearest to one that is not known, best first, at most three; only those that share at least half of it.
 *
 * @example nearestTo("PaymentMad", ["PaymentMade", "YearOpened"]) // ["PaymentMade"]
 */
export const nearestTo = (name: string, known: Iterable<string>): ReadonlyArray<string> =>
  [...known]
    .map((each) => ({ each, away: distance(name.toLowerCase(), each.toLowerCase()) }))
    .filter(({ away, each }) => away * 2 <= Math.max([...name].length, [...each].length))
    .toSorted((left, right) => left.away - right.away)
    .slice(0, shown)
    .map(({ each }) => each)
