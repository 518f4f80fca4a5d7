/** A queue of one: work handed to it runs alone, in the order it came, whether what came before succeeded or not. */
export const oneAtATime = (): (<A>(work: () => Promise<A>) => Promise<A>) => {
  let before: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = before.then(work)
    before = mine.catch(() => undefined)
    return mine
  }
}
