/** 数字格式: a value as the cell shows it by its format code (`#,##0.00`, `0.00%`, `yyyy"年"m"月"`). */
import { type Digits, digitsOf, fixedDigits, generalText, isZero, shifted } from "./decimal-digits.ts"
import { dateText, isDateCode } from "./date-format.ts"

/** Codes that a workbook does not spell out. */
export const builtInFormats: Readonly<Record<string, string>> = {
  "0": "General",
  "1": "0",
  "2": "0.00",
  "3": "#,##0",
  "4": "#,##0.00",
  "9": "0%",
  "10": "0.00%",
  "14": "yyyy/m/d",
  "15": "d-mmm-yy",
  "16": "d-mmm",
  "17": "mmm-yy",
  "18": "h:mm AM/PM",
  "19": "h:mm:ss AM/PM",
  "20": "h:mm",
  "21": "h:mm:ss",
  "22": "yyyy/m/d h:mm",
  "27": 'yyyy"年"m"月"',
  "28": 'm"月"d"日"',
  "29": 'm"月"d"日"',
  "30": "m-d-yy",
  "31": 'yyyy"年"m"月"d"日"',
  "37": "#,##0;-#,##0",
  "38": "#,##0;-#,##0",
  "39": "#,##0.00;-#,##0.00",
  "40": "#,##0.00;-#,##0.00",
  "41": '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  "42": '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  "43": '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  "44": '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  "49": "@"
}

/** A piece of a format code: text that is shown as it stands, or placeholders. */
interface Token {
  readonly literal: boolean
  readonly text: string
}

const token = /"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|([#0?.,%@]+)|([^"\\_*[#0?.,%@]+)/gsu

const tokensOf = (section: string): ReadonlyArray<Token> =>
  [...section.matchAll(token)].flatMap(([whole, quoted, escaped, placeholders, other]): ReadonlyArray<Token> => {
    const literal = quoted ?? escaped ?? other
    if (placeholders !== undefined) return [{ literal: false, text: placeholders }]
    if (literal !== undefined) return [{ literal: true, text: literal }]
    const currency = /^\[\$([^-\]]*)/u.exec(whole)?.[1]
    return currency === undefined ? [] : [{ literal: true, text: currency }]
  })

/** Sections part at semicolons that are neither quoted nor escaped. */
const sectionsOf = (code: string): ReadonlyArray<string> => {
  const sections: Array<string> = [""]
  for (const [piece] of code.matchAll(/"[^"]*"|\\.|;|[^";\\]+|["\\]/gsu)) {
    if (piece === ";") sections.push("")
    else sections.push((sections.pop() ?? "") + piece)
  }
  return sections
}

const grouped = (whole: string): string => whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ",")

interface Pattern {
  readonly least: number
  readonly decimals: number
  readonly optional: number
  readonly isGrouped: boolean
  readonly shift: number
}

const patternOf = (placeholders: string): Pattern => {
  const percents = placeholders.split("%").length - 1
  const plain = placeholders.replaceAll("%", "")
  const trailing = /,+$/u.exec(plain)?.[0].length ?? 0
  const [whole = "", fraction = ""] = plain.replace(/,+$/u, "").split(".")
  return {
    least: whole.replaceAll(/[^0]/gu, "").length,
    decimals: fraction.replaceAll(/[^0#?]/gu, "").length,
    optional: /[#?]*$/u.exec(fraction)?.[0].length ?? 0,
    isGrouped: /[#0?],+[#0?]/u.test(whole),
    shift: percents * 2 - trailing * 3
  }
}

const numberText = (value: Digits, pattern: Pattern): string => {
  const { fraction, whole } = fixedDigits(shifted(value, pattern.shift), pattern.decimals)
  const shown = whole === "0" && pattern.least === 0 ? "" : whole.padStart(pattern.least, "0")
  const optional = /0*$/u.exec(fraction)?.[0].length ?? 0
  const kept = fraction.slice(0, fraction.length - Math.min(optional, pattern.optional))
  return (pattern.isGrouped ? grouped(shown) : shown) + (kept === "" ? "" : `.${kept}`)
}

const sectionText = (value: Digits, section: string, signed: boolean): string => {
  if (/General|G\/通用格式/iu.test(section)) return generalText({ ...value, negative: value.negative && signed })
  const tokens = tokensOf(section)
  const isPlaceholder = ({ literal }: Token): boolean => !literal
  const placeholders = tokens
    .filter(isPlaceholder)
    .map(({ text }) => text)
    .join("")
  if (!/[#0?]/u.test(placeholders))
    return tokens
      .map(({ literal, text }) => (literal ? text : text.replaceAll(/[?,.]/gu, "")))
      .join("")
      .trim()
  const shown = numberText(value, patternOf(placeholders))
  const first = tokens.findIndex(isPlaceholder)
  const text = tokens
    .map(
      (each, index) =>
        (each.literal ? each.text : index === first ? shown : "") +
        (each.literal ? "" : each.text.replaceAll(/[^%]/gu, ""))
    )
    .join("")
    .trim()
  return value.negative && signed && /[1-9]/u.test(shown) ? `-${text}` : text
}

/** Codes whose placeholders this reader does not lay out: fractions, exponents, conditions. The value is shown plain. */
const isOther = (code: string): boolean => /[#0?]\s*\/\s*[#0?\d]|[#0?]E[+-]|\[[<>=]/u.test(code)

/** (131.50), as accountants write what is less than nothing: its sign is read. */
const signOf = (text: string): string => text.replace(/^\(([\d,.]+)\)$/u, "-$1")

/**
 * The value of a cell as it is shown. `value` is the text that the file holds.
 *
 * @example shownNumber("1564.7100000000001", "#,##0.00", false) // "1,564.71"
 */
export const shownNumber = (value: string, code: string, from1904: boolean): string => {
  const digits = digitsOf(value)
  if (digits === undefined || code === "@") return value
  if (isDateCode(code)) return dateText(digits, code, from1904)
  if (isOther(code)) return generalText(digits)
  const sections = sectionsOf(code)
  const [positive = "General", negative, zero] = sections
  if (isZero(digits) && sections.length >= 3) return sectionText(digits, zero ?? "", false)
  if (digits.negative && negative !== undefined) return signOf(sectionText(digits, negative, false))
  return sectionText(digits, positive, true)
}
