/** 词: a statement as text, cut into words with their places, for `parse`. */
import { namePattern } from "../formula/names.ts"

interface Place {
  readonly line: number
  readonly column: number
}

export interface Token extends Place {
  readonly kind: "name" | "quoted" | "number" | "sign" | "word" | "end"
  readonly text: string
}

/** Words that are no names wherever they stand. */
const words = ["若", "否则", "则"]
const signs = ["<=", ">=", "≤", "≥", "<", ">", "=", "+", "−", "×", "÷", "*", "/", "(", ")", "（", "）", ",", "，", "-"]
const number = /^\d+(?:\.\d+)?(?:%|万元|元|分)?(?=$|[\s+−×÷*(),，：:=<>≤≥「」（）若则、-])/u
const quoted = /^「([^」]*)」/u
const next = (rest: string): Pick<Token, "kind" | "text"> & { readonly length: number } => {
  const inQuotes = quoted.exec(rest)
  if (inQuotes !== null) return { kind: "quoted", text: inQuotes[1] ?? "", length: inQuotes[0].length }
  const digits = number.exec(rest)
  if (digits !== null) return { kind: "number", text: digits[0], length: digits[0].length }
  const word = words.find((each) => rest.startsWith(each))
  if (word !== undefined) return { kind: "word", text: word, length: word.length }
  const sign = signs.find((each) => rest.startsWith(each))
  if (sign !== undefined) return { kind: "sign", text: sign, length: sign.length }
  const named = namePattern.exec(rest)
  if (named !== null) return { kind: "name", text: named[0], length: named[0].length }
  return { kind: "sign", text: [...rest][0] ?? "", length: 1 }
}

/** The words of a text; columns count characters from 1. The last one is the end. */
export const tokensOf = (text: string): ReadonlyArray<Token> => {
  const tokens: Array<Token> = []
  let line = 1
  let column = 1
  let at = 0
  while (at < text.length) {
    const rest = text.slice(at)
    const blank = /^\s+/u.exec(rest)?.[0] ?? ""
    if (blank === "") {
      const { length, ...token } = next(rest)
      tokens.push({ ...token, line, column })
      column += length
      at += length
    } else {
      const lines = blank.split("\n")
      line += lines.length - 1
      column = lines.length > 1 ? (lines.at(-1)?.length ?? 0) + 1 : column + blank.length
      at += blank.length
    }
  }
  return [...tokens, { kind: "end", text: "", line, column }]
}
