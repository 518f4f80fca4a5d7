/** 日志位置 of a set of events: from which to which. */

export interface Positions {
  readonly first: number
  readonly last: number
}

/** First and last position, to be spread into an answer; nothing where there are no events. */
export const positionsOf = (events: Iterable<{ readonly position: number }>): { readonly positions?: Positions } => {
  let first = Number.POSITIVE_INFINITY
  let last = 0
  for (const { position } of events) {
    first = Math.min(first, position)
    last = Math.max(last, position)
  }
  return last === 0 ? {} : { positions: { first, last } }
}
