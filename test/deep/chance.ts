/** Numbers that look like chance and are the same every time: `chance(seed)(below)` is at least 0 and less than `below`. */
export const chance = (seed: number): ((below: number) => number) => {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
