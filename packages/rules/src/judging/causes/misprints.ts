/**
 * 印错的数字: the figures from which one slip of the pen makes what is printed: a digit dropped, added, swapped, wrong; the
 * point or the unit slipped; the sign lost. Each gives the right figures that the slip turns into exactly the printed text.
 */
import type { CauseKind } from "./kinds.ts"

/** A right figure as text, in the unit as printed, and the slip that makes the printed text of it. */
export interface Misprint {
  readonly kind: CauseKind
  readonly right: string
  /** A slip that is made less often than writing one digit wrong. */
  readonly rare?: true
}

const digits = [..."0123456789"]
const isDigit = (character: string | undefined): boolean => character !== undefined && digits.includes(character)
const places = (text: string): ReadonlyArray<number> =>
  [...text].flatMap((character, at) => (isDigit(character) ? [at] : []))

/** A number that nobody would print: `0123.45`, `.5`, `12.`. */
const isPlain = (text: string): boolean => /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u.test(text)

/** Right figures of which a digit was left out: `1234.56` for `134.56`. */
const dropped = (text: string): ReadonlyArray<string> =>
  [...Array(text.length + 1).keys()].flatMap((at) => digits.map((digit) => text.slice(0, at) + digit + text.slice(at)))

const added = (text: string): ReadonlyArray<string> => places(text).map((at) => text.slice(0, at) + text.slice(at + 1))

/** Digits behind the point. */
export const decimalsOf = (text: string): number => (text.split(".")[1] ?? "").length

/** A digit is missed or added where the figure keeps the two decimals of its form, or those that are printed. */
const keepsDecimals =
  (printed: string) =>
  (right: string): boolean =>
    decimalsOf(right) === decimalsOf(printed) || decimalsOf(right) === 2

const swapped = (text: string, beside: boolean): ReadonlyArray<string> => {
  const all = places(text)
  return all.flatMap((left, index) =>
    all.slice(index + 1).flatMap((right, offset) => {
      const characters = [...text]
      const [first = "", second = ""] = [characters[left], characters[right]]
      characters[left] = second
      characters[right] = first
      return first === second || (offset === 0) !== beside ? [] : [characters.join("")]
    })
  )
}

const wrong = (text: string): ReadonlyArray<string> =>
  places(text).flatMap((at) =>
    digits.flatMap((digit) => (digit === text[at] ? [] : [text.slice(0, at) + digit + text.slice(at + 1)]))
  )

/** The number with its point moved by `by` places, to the right where positive. */
const withPointMoved = (text: string, by: number): string => {
  const negative = text.startsWith("-")
  const [whole = "", part = ""] = text.replace("-", "").split(".")
  const point = whole.length + by
  const all = whole + part
  const padded = point <= 0 ? "0".repeat(1 - point) + all : all.padEnd(point, "0")
  const at = point <= 0 ? 1 : point
  const front = padded.slice(0, at).replace(/^0+(?=\d)/u, "")
  const back = padded.slice(at)
  return `${negative ? "-" : ""}${front}${back === "" ? "" : `.${back}`}`
}

/** 千元, 万元 and 亿元 for one another or for 元: what the point moves by. */
const unitSteps = [3, 4, 5, 8]
const pointSteps = [1, 2]

const moved = (text: string, steps: ReadonlyArray<number>): ReadonlyArray<string> =>
  steps.flatMap((step) => [withPointMoved(text, -step), withPointMoved(text, step)])

const opposite = (text: string): string => (text.startsWith("-") ? text.slice(1) : `-${text}`)

/** Right figures of which one slip makes the printed text, none twice for one kind. */
export const misprintsOf = (printed: string): ReadonlyArray<Misprint> => {
  const text = printed.normalize("NFKC").replaceAll(/[\s,]/gu, "").replaceAll("−", "-")
  const of = (kind: CauseKind, rights: ReadonlyArray<string>): ReadonlyArray<Misprint> =>
    [...new Set(rights)].filter((right) => right !== text && isPlain(right)).map((right) => ({ kind, right }))
  return [
    ...of("unit-slip", moved(text, unitSteps)),
    ...of("sign", [opposite(text)]),
    ...of("swapped-digits", swapped(text, true)),
    ...of("dropped-digit", dropped(text).filter(keepsDecimals(text))),
    ...of("added-digit", added(text).filter(keepsDecimals(text))),
    ...of("shifted-point", moved(text, pointSteps)),
    ...of("wrong-digit", wrong(text)),
    ...of("swapped-digits", swapped(text, false)).map((misprint): Misprint => ({ ...misprint, rare: true }))
  ]
}
