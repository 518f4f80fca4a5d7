/** 日期格式: serial days of a spreadsheet as the cell shows them. */
import { type Digits, fixedDigits } from "./decimal-digits.ts"

const withoutText = (code: string): string => code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gsu, "")

export const isDateCode = (code: string): boolean =>
  !/General/iu.test(code) && /[ymdhs]/iu.test(withoutText(code).replaceAll(/AM\/PM|上午\/下午/giu, ""))

const dayMs = 86_400_000
const monthNames = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")

/** The moment of a serial: day 1 is 1 January 1900 (the day after 28 February 1900 is counted twice), or 2 January 1904. */
const momentOf = (serial: Digits, from1904: boolean): Date | undefined => {
  const { fraction, whole } = fixedDigits(serial, 8)
  const days = Number(whole)
  if (serial.negative || days > 2_958_465) return undefined
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  const seconds = Math.round((Number(fraction) / 1e8) * 86_400)
  return new Date(start + days * dayMs + seconds * 1_000)
}

const part = (moment: Date, code: string, isMinute: boolean): string => {
  const padded = (value: number): string => String(value).padStart(code.length >= 2 ? 2 : 1, "0")
  const month = moment.getUTCMonth()
  switch (code[0]?.toLowerCase()) {
    case "y":
      return code.length > 2 ? String(moment.getUTCFullYear()) : String(moment.getUTCFullYear()).slice(2)
    case "m":
      if (isMinute) return padded(moment.getUTCMinutes())
      return code.length >= 3 ? (monthNames[month] ?? "") : padded(month + 1)
    case "d":
      return padded(moment.getUTCDate())
    case "h":
      return padded(moment.getUTCHours())
    default:
      return padded(moment.getUTCSeconds())
  }
}

/** @example dateText(45657, 'yyyy"年"m"月"d"日"', false) // "2024年12月31日" */
export const dateText = (serial: Digits, code: string, from1904: boolean): string => {
  const moment = momentOf(serial, from1904)
  if (moment === undefined) return fixedDigits(serial, 0).whole
  const [section = ""] = code.split(";")
  let before = ""
  return section
    .replaceAll(/"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|AM\/PM|(y+|m+|d+|h+|s+)|@/giu, (_, quoted, escaped, letters) => {
      if (letters === undefined) return quoted ?? escaped ?? ""
      const isMinute = /^m{1,2}$/iu.test(letters) && /h/iu.test(before)
      before = letters
      return part(moment, letters, isMinute)
    })
    .trim()
}
