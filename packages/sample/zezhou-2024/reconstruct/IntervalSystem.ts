/**
 * 区间方程组: unknown whole amounts of which certain sums are known to lie between two bounds.
 *
 * A figure printed in 万元 with two decimals stands for 10,000 amounts in whole 分; a table full of such figures is a
 * system of sums with bounds. The solver starts from the wanted amounts and goes through the sums again and again:
 * a sum that lies outside its bounds is moved a little way inside them, the difference spread evenly, in whole 分, over
 * those of its terms that are not fixed. Each such step brings the amounts nearer to every solution, so where the bounds leave any room at all the
 * walk ends. No chance is involved: the same system has the same answer everywhere, near to what was wanted.
 */

/** An unknown amount in whole 分, with the value that would be liked best. */
export interface Unknown {
  readonly name: string
  readonly wanted: number
  /** The wish is an agreed price or the like and stays as it is. */
  readonly fixed: boolean
}

/** The sum of some unknowns (by index) lies between `low` and `high`, both included. */
export interface BoundedSum {
  readonly name: string
  readonly terms: ReadonlyArray<number>
  readonly low: number
  readonly high: number
}

const total = (sum: BoundedSum, amounts: ReadonlyArray<number>): number =>
  sum.terms.reduce((running, term) => running + (amounts[term] ?? 0), 0)

/** Where a sum that is out of bounds is moved to: a quarter of the way from the nearer bound to the other. */
const aim = ({ high, low }: BoundedSum, value: number): number => {
  const quarter = Math.floor((high - low) / 4)
  return value < low ? low + quarter : value > high ? high - quarter : value
}

/** Spreads a difference over the terms that may move, in whole 分; the remainder goes to the first ones. */
const spread = (movable: ReadonlyArray<number>, difference: number, amounts: Array<number>): void => {
  const share = Math.trunc(difference / movable.length)
  let remainder = difference - share * movable.length
  for (const term of movable) {
    const one = Math.sign(remainder)
    remainder -= one
    amounts[term] = (amounts[term] ?? 0) + share + one
  }
}

const rounds = 100_000

/** Amounts that satisfy every sum at once, in the order of the unknowns; a system without an answer is a defect. */
export const solve = (unknowns: ReadonlyArray<Unknown>, sums: ReadonlyArray<BoundedSum>): ReadonlyArray<number> => {
  const amounts = unknowns.map((unknown) => unknown.wanted)
  const differenceOf = (sum: BoundedSum): number => aim(sum, total(sum, amounts)) - total(sum, amounts)
  for (let round = 0; round < rounds; round += 1) {
    const broken = sums.filter((sum) => differenceOf(sum) !== 0)
    if (broken.length === 0 && amounts.every((amount) => amount >= 0)) return amounts
    for (const sum of broken) {
      const movable = sum.terms.filter((term) => unknowns[term]?.fixed === false)
      if (movable.length === 0) throw new Error(`${sum.name}: no amount that may move belongs to it`)
      spread(movable, differenceOf(sum), amounts)
    }
  }
  throw new Error("no whole amounts were found that satisfy all sums at once")
}
