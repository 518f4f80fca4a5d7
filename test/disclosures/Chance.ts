/** 随机: a small seeded generator, so that a seed names a document for ever. */

export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  readonly whole: (least: number, most: number) => number
  /** True with this probability. */
  readonly happens: (probability: number) => boolean
  readonly pick: <A>(from: ReadonlyArray<A>) => A
  readonly some: <A>(from: ReadonlyArray<A>, count: number) => ReadonlyArray<A>
  readonly shuffled: <A>(from: ReadonlyArray<A>) => ReadonlyArray<A>
}

/** mulberry32: 32 bits of state, more than enough to choose layouts and amounts. */
export const chanceOf = (seed: number): Chance => {
  let state = (seed ^ 0x9e3779b9) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const shuffled = <A>(from: ReadonlyArray<A>): ReadonlyArray<A> => {
    const list = [...from]
    for (let last = list.length - 1; last > 0; last -= 1) {
      const other = whole(0, last)
      ;[list[last], list[other]] = [list[other] as A, list[last] as A]
    }
    return list
  }
  return {
    whole,
    happens: (probability) => next() < probability,
    pick: (from) => {
      if (from.length === 0) throw new Error("nothing to pick from")
      return from[whole(0, from.length - 1)] as (typeof from)[number]
    },
    shuffled,
    /** In the order of the list. */
    some: (from, count) => {
      const chosen = new Set(shuffled(from.map((_, index) => index)).slice(0, count))
      return from.filter((_, index) => chosen.has(index))
    }
  }
}
