/** 区间: whatever values stand behind printed figures, what is computed from them lies in the computed interval. */
import { printedNumber, Quantities, type Quantity } from "@juesuan/domain"
import { Intervals } from "@juesuan/rules"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const { plus, quantity, ratio, times, yuan } = Quantities

/** A printed amount, and one of the true amounts that print like this. */
const printed = fc
  .record({ hundredths: fc.integer({ min: -9_999_999, max: 9_999_999 }), within: fc.integer({ min: -50, max: 50 }) })
  .map(({ hundredths, within }) => {
    const sign = hundredths < 0 ? "-" : ""
    const digits = String(Math.abs(hundredths)).padStart(3, "0")
    const number = printedNumber(`${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`, "万元")
    if (number === undefined) throw new Error("not printed")
    return { interval: Intervals.ofPrinted(number), actual: plus(number.value, quantity(String(within), yuan)) }
  })

const holds = ({ high, low }: Intervals.Interval, value: Quantity): boolean =>
  Quantities.compare(low, value) <= 0 && Quantities.compare(value, high) <= 0

describe("区间", () => {
  it("和、差、积、商：真数落在算出的区间里", () => {
    fc.assert(
      fc.property(printed, printed, (left, right) => {
        expect(holds(Intervals.plusInterval(left.interval, right.interval), plus(left.actual, right.actual))).toBe(true)
        expect(
          holds(Intervals.minusInterval(left.interval, right.interval), Quantities.minus(left.actual, right.actual))
        ).toBe(true)
        const share = { low: quantity("-0.3", ratio), high: quantity("0.7", ratio) }
        const product = Intervals.timesInterval(left.interval, share, yuan)
        expect(holds(product, times(left.actual, quantity("0.2", ratio), yuan))).toBe(true)
        const quotient = Intervals.dividedByInterval(left.interval, right.interval, ratio)
        expect(quotient === undefined).toBe(Intervals.holdsZero(right.interval))
        // a ≤ b × c for the bounds of the quotient says that it holds without dividing once more.
        if (quotient === undefined) return
        const back = Intervals.timesInterval(quotient, Intervals.exactly(right.actual), yuan)
        expect(holds(Intervals.widened(back, quantity("0.0001", yuan)), left.actual)).toBe(true)
      })
    )
  })

  it("没有印单位的数：有小数的按末位四舍五入，整数当作个数", () => {
    const half = (text: string, shown: string): string => {
      const number = printedNumber(text, shown)
      return number === undefined ? "" : Quantities.text(number.half)
    }
    expect(half("12.34", "")).toBe("0.005")
    expect(half("12", "")).toBe("0")
    expect(half("12.34", "元")).toBe("0")
    expect(half("12.34", "万元")).toBe("50")
  })

  it("放宽、相交、大小", () => {
    fc.assert(
      fc.property(printed, printed, ({ actual, interval }, other) => {
        expect(holds(Intervals.widened(interval, quantity("100", yuan)), plus(actual, quantity("100", yuan)))).toBe(
          true
        )
        expect(Intervals.overlap(interval, Intervals.exactly(actual))).toBe(true)
        expect(Intervals.overlap(interval, other.interval)).toBe(
          Quantities.compare(
            Intervals.greater(interval.low, other.interval.low),
            Intervals.lesser(interval.high, other.interval.high)
          ) <= 0
        )
      })
    )
  })

  it("两份同一个数：差末位一个单位仍相交，差两个单位就不相交", () => {
    const of = (text: string) => {
      const number = printedNumber(text, "万元")
      if (number === undefined) throw new Error(text)
      return Intervals.ofPrinted(number)
    }
    expect(Intervals.overlap(of("10.00"), of("10.01"))).toBe(true)
    expect(Intervals.overlap(of("10.00"), of("10.02"))).toBe(false)
    expect(Intervals.overlap(of("10.00"), of("10"))).toBe(true)
  })
})
