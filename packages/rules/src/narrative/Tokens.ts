/**
 * 文中的数: the amounts, percentages and counts of running text, each with its unit. A number without a unit that is known
 * (a year, a document number, an ordinal) is no token; one whose digits are no number for sure says so.
 */
import { isMoneyUnit, type PrintedNumber, printedNumber, Quantities } from "@juesuan/domain"

type TokenKind = "amount" | "percent" | "points" | "count"

export interface Token {
  readonly kind: TokenKind
  /** `undefined`: digits stand there and are no number for sure. */
  readonly number: PrintedNumber | undefined
  /** Number and unit as they stand. */
  readonly text: string
  readonly unit: string
  readonly start: number
  readonly end: number
}

const counters =
  "个团组|团组|个项目|个二级项目|个一级项目|批次|人次|台\\(套\\)|台\\(件\\)|台\\(件、套\\)|台/套|台套|辆次|个批次|个|批|人|辆|台|套|次|项|户"
const pattern = new RegExp(
  `(?<run>(?<!\\d)\\d[\\d,.]{0,40})(?<unit>亿元|百万元|万元|千元|元(?!旦)|个百分点|百分点|%|‰|万(?=[,。;、)]|$)|${counters})`,
  "gu"
)

/** 0万元 in running text is no amount at all, not one that was rounded to whole 万元. */
const zeroAsWritten = (number: PrintedNumber | undefined, run: string): PrintedNumber | undefined =>
  number !== undefined && run === "0" && isMoneyUnit(number.shown)
    ? { ...number, half: Quantities.times(number.half, Quantities.quantity("0.01", Quantities.ratio), Quantities.yuan) }
    : number

const kindOf = (unit: string): TokenKind => {
  if (unit === "%" || unit === "‰") return "percent"
  if (unit.endsWith("百分点")) return "points"
  return isMoneyUnit(unit) ? "amount" : "count"
}

/** A minus sign stands after a word, never between two numbers (2022-2023). */
const signAt = (text: string, start: number): string =>
  text.charAt(start - 1) === "-" && !/[\d年.]/u.test(text.charAt(start - 2)) ? "-" : ""

/** Tokens in the order of the text; `text` is plain text (half-width, no blanks). */
export const tokensOf = (text: string): ReadonlyArray<Token> =>
  [...text.matchAll(pattern)].flatMap((found) => {
    const { run = "", unit: shown = "" } = found.groups ?? {}
    const sign = signAt(text, found.index)
    const unit = shown === "万" ? "万元" : shown
    const kind = kindOf(unit)
    const start = found.index - sign.length
    if (
      kind === "amount" &&
      /单价$|单位价值$|单台价值$|价值$|每[\p{Script=Han}]{0,3}$|以上$/u.test(text.slice(0, start))
    )
      return []
    // 2.个人和家庭的补助: the number of an item in a list.
    if (kind === "count" && run.endsWith(".")) return []
    if (kind === "percent" && unit === "‰") return []
    if (kind === "points") return []
    return [
      {
        kind,
        number: zeroAsWritten(printedNumber(sign + run, unit), run),
        text: sign + run + shown,
        unit,
        start,
        end: found.index + run.length + shown.length
      }
    ]
  })

/** Tokens of a stretch of a text, at their places in the whole of it. */
export const tokensIn = (text: string, start: number, end: number): ReadonlyArray<Token> =>
  tokensOf(text.slice(start, end)).map((token) => ({ ...token, start: token.start + start, end: token.end + start }))
