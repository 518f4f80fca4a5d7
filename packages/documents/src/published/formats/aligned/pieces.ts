/** 字块: pieces of text in rows of a table that draws no lines, and what they look like: an amount, a code, a number, words. */

/** A piece of a row: where it begins and ends, in heights of a character or in columns of a text. */
export interface Piece {
  readonly left: number
  readonly right: number
  readonly text: string
}

/** A row of pieces from left to right; rows of one page share their places. */
export interface PieceRow<A extends Piece> {
  readonly pieces: ReadonlyArray<A>
  readonly page: number | undefined
}

export type Kind = "amount" | "code" | "count" | "dash" | "words"

const amount = /^[-+−]?(?:\d[\d,]*\.\d+|\d{1,3}(?:,\d{3})+)[%％]?$/u
const code = /^[1-9]\d{2}(?:\d{2}){0,2}$/u
const count = /^[-+−]?\d{1,12}[%％]?$/u
const dash = /^[-—–―─－/]{1,4}$/u

export const kindOf = ({ text }: Piece): Kind => {
  if (amount.test(text)) return "amount"
  if (code.test(text)) return "code"
  if (count.test(text)) return "count"
  return dash.test(text) ? "dash" : "words"
}

/** Whatever is no words: a number, or a dash for none. */
export const isFigure = (piece: Piece): boolean => kindOf(piece) !== "words"

export const isNumber = (piece: Piece): boolean => /^(?:amount|code|count)$/u.test(kindOf(piece))

/** 栏次: a row that numbers the columns, 1, 2, 3 …, whatever words stand between. */
export const isNumbering = (pieces: ReadonlyArray<Piece>): boolean => {
  const numbers = pieces.filter((piece) => kindOf(piece) !== "words")
  const words = pieces.filter((piece) => kindOf(piece) === "words").map(({ text }) => text.replaceAll(/\s/gu, ""))
  return (
    numbers.length > 0 &&
    words.every((text) => /^(?:栏次|栏目|行次|项目)$/u.test(text)) &&
    numbers.every(({ text }, index) => Number(text) === index + 1) &&
    (numbers.length >= 2 || words.length > 0)
  )
}

const total = /^(?:合\s*计|总\s*计|小\s*计|本年收入合计|本年支出合计)$/u
const isTotal = ({ text }: Piece): boolean => total.test(text)

/** How many rows stand above the body: all to the numbering of columns, else all above the first figure or total. */
export const headLengthOf = (rows: ReadonlyArray<PieceRow<Piece>>): number => {
  const numbering = rows.slice(0, 16).findIndex(({ pieces }) => isNumbering(pieces))
  if (numbering >= 0) return numbering + 1
  const body = rows.findIndex(
    ({ pieces }) => pieces.some(isFigure) || (pieces.length > 0 && pieces.every((piece) => isTotal(piece)))
  )
  return body < 0 ? rows.length : body
}
