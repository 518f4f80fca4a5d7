/** 数字的位: a number of a spreadsheet by its digits, rounded as the spreadsheet shows it. No floating point. */

/** `digits` × 10^`exponent`, with sign. */
export interface Digits {
  readonly negative: boolean
  readonly digits: bigint
  readonly exponent: number
}

const number = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/u
/** A spreadsheet holds fifteen significant digits; what stands behind them is the noise of its arithmetic. */
const significant = 15
/** What is longer is no number of a spreadsheet. */
const longest = 400

/** 10 to a power that is not negative. */
const power = (exponent: number): bigint => 10n ** BigInt(exponent)

/** Rounds halves away from zero, so that `exponent` is at least `to`. */
const roundedTo = (value: Digits, to: number): Digits => {
  if (value.exponent >= to) return value
  const scale = power(to - value.exponent)
  return { ...value, digits: (value.digits + scale / 2n) / scale, exponent: to }
}

/** The digits of a number as a cell holds it; `undefined` for what is no number. */
export const digitsOf = (text: string): Digits | undefined => {
  if (text.length > longest) return undefined
  const [, sign = "", whole = "", decimals = "", shift = "0"] = number.exec(text.trim()) ?? []
  if (whole + decimals === "") return undefined
  const value = {
    negative: sign === "-",
    digits: BigInt(whole + decimals),
    exponent: Number(shift) - decimals.length
  }
  const excess = value.digits.toString().length - significant
  return excess > 0 ? roundedTo(value, value.exponent + excess) : value
}

export const isZero = ({ digits }: Digits): boolean => digits === 0n

/** Times 10^`by`. */
export const shifted = (value: Digits, by: number): Digits => ({ ...value, exponent: value.exponent + by })

/** Whole part and exactly `decimals` decimals, without sign. */
export const fixedDigits = (value: Digits, decimals: number): { readonly whole: string; readonly fraction: string } => {
  const rounded = roundedTo(value, -decimals)
  const scaled = rounded.digits * power(rounded.exponent + decimals)
  const text = scaled.toString().padStart(decimals + 1, "0")
  return { whole: text.slice(0, text.length - decimals), fraction: text.slice(text.length - decimals) }
}

/** As a cell without format shows it: as many decimals as there are, at most what ten digits leave room for. */
export const generalText = (value: Digits): string => {
  const whole = fixedDigits({ ...value, digits: value.digits }, 0).whole
  const room = Math.max(0, 10 - (whole === "0" ? 1 : whole.length))
  const decimals = Math.min(room, Math.max(0, -value.exponent))
  const { fraction, whole: shown } = fixedDigits(value, decimals)
  const kept = fraction.replace(/0+$/u, "")
  const text = kept === "" ? shown : `${shown}.${kept}`
  return value.negative && /[1-9]/u.test(text) ? `-${text}` : text
}
