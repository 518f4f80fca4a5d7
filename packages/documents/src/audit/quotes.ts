/** 引文: what is quoted of the document, shortened around the spot that a finding is about. */
import type { Finding } from "@juesuan/rules"
import { widthOf } from "../write/wrapping.ts"

type Said = Pick<Finding, "found" | "message">

const numberIn = /\d[\d,]*(?:\.\d+)?%?/gu
const plain = (text: string): string => text.replaceAll(",", "")
const numbersOf = (text: string): ReadonlyArray<string> => (text.match(numberIn) ?? []).map(plain)

/** Where in a quotation the finding's own figures stand: what was found first, then names, then what else its message says. */
const spotOf = (quote: string, { found = "", message }: Said): readonly [start: number, end: number] => {
  const printed = [...quote.matchAll(numberIn)]
  const ofNumber = (wanted: string) => {
    const hit = printed.findLast(([text]) => plain(text) === wanted)
    return hit === undefined ? [] : [[hit.index, hit.index + hit[0].length] as const]
  }
  const ofName = (name: string) => {
    const start = quote.indexOf(name)
    return start < 0 ? [] : [[start, start + name.length] as const]
  }
  const names = [...message.zh.matchAll(/“([^“”]+)”/gu)].map(([, name = ""]) => name)
  return (
    [
      ...numbersOf(found).flatMap(ofNumber),
      ...names.flatMap(ofName),
      ...numbersOf(message.zh).flatMap(ofNumber)
    ][0] ?? [0, 0]
  )
}

const isNumeric = (mark: string | undefined): boolean => mark !== undefined && /[\d.,%]/u.test(mark)

/** So many marks are given up for a beginning at a comma. */
const mostGivenUp = 8

/** The first mark to show from `from` on: behind a comma where one is near, else not within a number. */
const startOf = (marks: ReadonlyArray<string>, from: number, spot: number): number => {
  if (from === 0) return 0
  const latest = Math.min(from + mostGivenUp, spot)
  for (let at = from; at <= latest; at += 1) if (/[，。；：、]/u.test(marks[at - 1] ?? "")) return at
  let start = from
  while (start < spot && isNumeric(marks[start]) && isNumeric(marks[start - 1])) start += 1
  return start
}

const endOf = (marks: ReadonlyArray<string>, to: number, spot: number): number => {
  let end = to
  while (end < marks.length && end > spot && isNumeric(marks[end - 1]) && isNumeric(marks[end])) end -= 1
  return end
}

/**
 * A quotation of at most `most` columns: the spot with as much around it as fits, … where something was left out; no
 * number is cut.
 *
 * @example shortened(where.quote, finding, 60)
 */
export const shortened = (quote: string, said: Said, most: number): string => {
  if (widthOf(quote) <= most) return quote
  const marks = Array.from(quote)
  const [start, end] = spotOf(quote, said).map((index) => Array.from(quote.slice(0, index)).length) as [number, number]
  let from = start
  let to = Math.max(from + 1, end)
  let width = widthOf(marks.slice(from, to).join(""))
  // Two columns before the spot for one behind it: what a figure is stands before it.
  for (let turn = 0; width < most - 3 && (from > 0 || to < marks.length); turn += 1) {
    const isBefore = to >= marks.length || (from > 0 && turn % 3 < 2)
    if (isBefore) from -= 1
    else to += 1
    width += widthOf(marks[isBefore ? from : to - 1] ?? "")
  }
  const [first, last] = [startOf(marks, from, start), endOf(marks, to, Math.max(start + 1, end))]
  return `${first > 0 ? "…" : ""}${marks.slice(first, last).join("")}${last < marks.length ? "…" : ""}`
}
