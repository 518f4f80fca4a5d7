/** 数量: amounts in text, in 分 and as exact quantities; rounding by name only. */
import { Quantities } from "@juesuan/domain"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { runs } from "../runs.ts"

const {
  compare,
  dividedBy,
  equals,
  fenOfText,
  inTenThousandYuan,
  isNegative,
  isZero,
  minus,
  negatedFen,
  plus,
  plusFen,
  quantity,
  quantityOfFen,
  ratio,
  rounded,
  sameUnit,
  text,
  textOfFen,
  times,
  yuan
} = Quantities

const often = { numRuns: runs(1000) }
const fen = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map((value) => value as Quantities.Fen)
const accepts = (schema: Schema.Codec<string, string>, value: string): boolean =>
  Result.isSuccess(Schema.decodeUnknownResult(schema)(value))

describe("金额文本", () => {
  it.each([
    ["1366133.02", true],
    ["0.00", true],
    ["0.01", true],
    ["9999999999999.99", true],
    ["10000000000000.00", false],
    ["1.2", false],
    ["1.234", false],
    ["01.00", false],
    ["-1.00", false],
    ["1,000.00", false],
    ["1", false],
    ["", false],
    ["１.00", false]
  ])("%s：%s", (value, fits) => {
    expect(accepts(Quantities.AmountText, value)).toBe(fits)
  })

  it("正金额不能为零", () => {
    expect(accepts(Quantities.PositiveAmountText, "0.00")).toBe(false)
    expect(accepts(Quantities.PositiveAmountText, "0.01")).toBe(true)
  })

  it.each([
    ["-3", true],
    ["5424.08", true],
    ["0.12345678", true],
    ["1e5", false],
    ["1.", false],
    [".5", false],
    ["", false]
  ])("小数 %s：%s", (value, fits) => {
    expect(accepts(Quantities.DecimalText, value)).toBe(fits)
  })

  it.each([
    ["20", true],
    ["7.5", true],
    ["100.25", true],
    ["7.125", false],
    ["-1", false],
    ["1000", false]
  ])("分值 %s：%s", (value, fits) => {
    expect(accepts(Quantities.PointsText, value)).toBe(fits)
  })
})

describe("分", () => {
  it("读出再写回，一字不差", () => {
    fc.assert(
      fc.property(fen, (amount) => {
        expect(fenOfText(textOfFen(amount))).toBe(amount)
      }),
      often
    )
    expect(textOfFen(fenOfText("0.05"))).toBe("0.05")
    expect(textOfFen(fenOfText("-0.05"))).toBe("-0.05")
    expect(textOfFen(negatedFen(fenOfText("1366133.02")))).toBe("-1366133.02")
    expect(Object.is(negatedFen(fenOfText("0.00")), 0)).toBe(true)
  })

  it("不是两位小数的金额、超出可精确表示的合计，都是缺陷", () => {
    for (const wrong of ["1", "1.0", "1.000", "a.00", "", "90071992547409.920"]) {
      expect(() => fenOfText(wrong), wrong).toThrow("not an amount")
    }
    const most = Number.MAX_SAFE_INTEGER as Quantities.Fen
    expect(plusFen(most, negatedFen(most))).toBe(0)
    expect(() => plusFen(most, fenOfText("0.01"))).toThrow("out of range")
    expect(() => plusFen(negatedFen(most), fenOfText("-0.01"))).toThrow("out of range")
  })
})

describe("数量", () => {
  it("加减精确，且与分的加减一致", () => {
    fc.assert(
      fc.property(fen, fen, (left, right) => {
        const sum = plus(quantityOfFen(left), quantityOfFen(right))
        expect(text(sum, 2)).toBe(textOfFen(plusFen(left, right)))
        expect(equals(minus(sum, quantityOfFen(right)), quantityOfFen(left))).toBe(true)
        expect(compare(quantityOfFen(left), quantityOfFen(right))).toBe(Math.sign(left - right))
      }),
      often
    )
  })

  it("元换算为万元只移小数点，不舍入", () => {
    expect(text(inTenThousandYuan(quantity("15647103.21", yuan)))).toBe("1564.710321")
    expect(text(inTenThousandYuan(quantity("0.01", yuan)))).toBe("0.000001")
    expect(() => inTenThousandYuan(quantity("1", ratio))).toThrow("not an amount in 元")
  })

  it("单位不同不能相加、相减、比较", () => {
    const area = quantity("5424.08", Quantities.freeUnit("平方米"))
    const count = quantity("300", Quantities.freeUnit("户"))
    for (const operate of [plus, minus, compare]) expect(() => operate(area, count)).toThrow("different units")
    expect(equals(area, quantity("5424.08", Quantities.freeUnit("户")))).toBe(false)
    expect(sameUnit(Quantities.freeUnit("户"), Quantities.freeUnit("户"))).toBe(true)
  })

  it("乘除的结果由调用者指明单位；除以零没有商", () => {
    const product = times(quantity("10", Quantities.points), quantity("0.92", ratio), Quantities.points)
    expect([text(product), product.unit]).toEqual(["9.2", Quantities.points])
    const quotient = Result.getOrThrow(dividedBy(quantity("1", yuan), quantity("3", yuan), ratio))
    expect(text(quotient)).toBe(`0.${"3".repeat(60)}`)
    expect(Result.isFailure(dividedBy(quantity("1", yuan), quantity("0.00", yuan), ratio))).toBe(true)
  })

  it.each([
    ["0.005", "half-up", "0.01"],
    ["-0.005", "half-up", "-0.01"],
    ["0.0049999", "half-up", "0.00"],
    ["1564.705", "half-up", "1564.71"],
    ["0.019", "floor", "0.01"],
    ["-0.011", "floor", "-0.02"],
    ["0.011", "ceiling", "0.02"],
    ["-0.019", "ceiling", "-0.01"]
  ] as const)("%s 以 %s 舍入到两位是 %s", (value, mode, expected) => {
    expect(text(rounded(quantity(value, yuan), 2, mode), 2)).toBe(expected)
  })

  it("四舍五入到两位，相差不超过半分", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (millis) => {
        const exact = quantity(`${millis}e-4`, yuan)
        const difference = minus(rounded(exact, 2, "half-up"), exact)
        expect(difference.amount.abs().lte("0.005")).toBe(true)
      }),
      often
    )
  })

  it("零没有正负，印出来不带负号", () => {
    const zero = rounded(quantity("-0.001", yuan), 2, "half-up")
    expect(text(zero, 2)).toBe("0.00")
    expect(isZero(zero)).toBe(true)
    expect(isNegative(zero)).toBe(false)
    expect(isNegative(quantity("-0.01", yuan))).toBe(true)
  })
})
