/** 起止: where something begins and ends on its line, in heights of a character or in columns of a text. */

export interface Extent {
  readonly left: number
  readonly right: number
}

export const isOver = (a: Extent, b: Extent): boolean => a.left < b.right && b.left < a.right

export const middleOf = ({ left, right }: Extent): number => (left + right) / 2

export const overlap = (a: Extent, b: Extent): number => Math.min(a.right, b.right) - Math.max(a.left, b.left)

export const around = (extents: ReadonlyArray<Extent>): Extent => {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const extent of extents) {
    left = Math.min(left, extent.left)
    right = Math.max(right, extent.right)
  }
  return { left, right }
}

/** Extents that overlap each other, directly or through others, together; from left to right. */
export const clustered = <A extends Extent>(extents: ReadonlyArray<A>): ReadonlyArray<ReadonlyArray<A>> => {
  const clusters: Array<Array<A>> = []
  let end = Number.NEGATIVE_INFINITY
  for (const extent of [...extents].sort((a, b) => a.left - b.left)) {
    if (extent.left < end) clusters.at(-1)?.push(extent)
    else clusters.push([extent])
    end = Math.max(end, extent.right)
  }
  return clusters
}

/**
 * The one way to set things, from left to right, into places from left to right, each into one that is allowed for it;
 * `undefined` where there is none, or more than one.
 */
export const onlyWay = (
  things: number,
  places: number,
  isAllowed: (thing: number, place: number) => boolean
): ReadonlyArray<number> | undefined => {
  // ways[thing][place]: in how many ways the things from `thing` on go into the places from `place` on, 2 for more than one.
  const ways = Array.from({ length: things + 1 }, () => new Uint8Array(places + 1))
  ways[things]?.fill(1)
  const at = (thing: number, place: number): number => ways[thing]?.[place] ?? 0
  for (let thing = things - 1; thing >= 0; thing -= 1)
    for (let place = places - 1; place >= 0; place -= 1) {
      const here = isAllowed(thing, place) ? at(thing + 1, place + 1) : 0
      const row = ways[thing]
      if (row !== undefined) row[place] = Math.min(2, here + at(thing, place + 1))
    }
  if (at(0, 0) !== 1) return undefined
  const found: Array<number> = []
  for (let place = 0; found.length < things && place < places; place += 1)
    if (isAllowed(found.length, place) && at(found.length + 1, place + 1) === 1) found.push(place)
  return found
}
