/** 报告的行: text set in lines of a terminal: indented, wrapped under itself, nothing in it acting on the terminal. */
import { visible, widthOf, wrapped } from "../write/wrapping.ts"

const narrowest = 20

/** Lines of one text: the first after `first`, the others under its text; one line where the width is not known. */
export const hanging = (first: string, text: string, width: number | undefined): ReadonlyArray<string> => {
  const shown = visible(text)
  if (width === undefined) return [`${first}${shown}`]
  const under = " ".repeat(widthOf(first))
  return wrapped(shown, Math.max(narrowest, width - widthOf(first))).map(
    (line, index) => `${index === 0 ? first : under}${line}`
  )
}

/** Columns that a text has at an indentation. */
export const roomOf = (indent: number, width: number | undefined): number =>
  Math.max(narrowest, (width ?? 120) - indent)
