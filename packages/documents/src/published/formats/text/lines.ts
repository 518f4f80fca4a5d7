/** 行: the lines of a text file with their numbers and pages. A form feed begins a page. */

export interface SourceLine {
  readonly text: string
  /** Counts from 1, as an editor shows it. */
  readonly number: number
  /** Counts from 1; `undefined` in a text without form feeds. */
  readonly page: number | undefined
}

export const sourceLines = (
  text: string
): { readonly lines: ReadonlyArray<SourceLine>; readonly pages: number | null } => {
  const isPaged = text.includes("\f")
  const lines: Array<SourceLine> = []
  let page = 1
  let number = 0
  for (const raw of text.replace(/^\uFEFF/u, "").split(/\r\n|\r|\n/u)) {
    number += 1
    for (const [index, part] of raw.split("\f").entries()) {
      if (index > 0) page += 1
      if (index === 0 || part.trim() !== "") lines.push({ text: part, number, page: isPaged ? page : undefined })
    }
  }
  const endsWithFeed = /\f\s*$/u.test(text)
  return { lines, pages: isPaged ? page - (endsWithFeed ? 1 : 0) : null }
}

/** The place of a line, as far as the text tells. */
export const placeOf = ({ number, page }: SourceLine): { readonly line: number; readonly page?: number } => ({
  line: number,
  ...(page === undefined ? {} : { page })
})

const wide = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6“”‘’…—·①-⑳]/u

/** Columns that a text takes up where a 汉字 is two columns wide. */
export const printedWidth = (text: string): number => {
  let width = 0
  for (const character of text) width += wide.test(character) ? 2 : 1
  return width
}
