/** 版面上的位置: points, from the top left corner of a page to the right and down. */

/** a b c d e f, as in PDF. */
export type Matrix = readonly [number, number, number, number, number, number]

/** First `inner`, then `outer`. */
export const composed = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5]
]

export const applied = (m: Matrix, x: number, y: number): readonly [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5]
]

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const around = (boxes: ReadonlyArray<Box>): Box =>
  boxes.reduce((a, b) => ({
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom)
  }))

/** A straight line that is drawn: `at` is its x where it is upright, its y where it lies. */
export interface Rule {
  readonly upright: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}

/** A character where it stands; `op` tells pieces of text apart that were written one by one. */
export interface Glyph extends Box {
  readonly text: string
  readonly baseline: number
  readonly size: number
  readonly op: number
}

/** A picture where it stands. */
export type Picture = Box

/** What a page shows, in the direction in which most of it is written. */
export interface PageContent {
  readonly width: number
  readonly height: number
  readonly glyphs: ReadonlyArray<Glyph>
  readonly rules: ReadonlyArray<Rule>
  readonly pictures: ReadonlyArray<Picture>
  /** Text that runs in other directions: watermarks, seals. */
  readonly askew: string
  /** Puts a box of the content where it stands on the page as shown. */
  readonly onPage: (box: Box) => Box
}

export const rounded = ({ bottom, left, right, top }: Box): Box => {
  const tenth = (value: number): number => Math.round(value * 10) / 10
  return { left: tenth(left), top: tenth(top), right: tenth(right), bottom: tenth(bottom) }
}
