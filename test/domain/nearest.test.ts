/** 相近: misspelt names are answered with what they may have been meant for, and with nothing where nothing is near. */
import { nearestTo } from "@juesuan/domain"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { runs } from "../runs.ts"

describe("相近的名称", () => {
  it.each([
    ["PaymentMad", ["PaymentMade", "YearOpened"], ["PaymentMade"]],
    ["paymentmade", ["PaymentMade"], ["PaymentMade"]],
    ["P10", ["P01", "P02", "P03", "P04"], ["P01"]],
    ["租凭面积", ["租赁面积", "满意度"], ["租赁面积"]],
    ["房租费", [], []],
    ["完全不同", ["PaymentMade"], []]
  ])("%s", (name, known, expected) => {
    expect(nearestTo(name, known)).toEqual(expected)
  })

  it("最近的在前，同样近的按原来的次序，至多三个", () => {
    expect(nearestTo("2010306", ["2010399", "2010301", "2010360", "2010307", "2010306"])).toEqual([
      "2010306",
      "2010301",
      "2010360"
    ])
  })

  it("写对了的总在第一个；所答的都是已知的名称", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 20 }),
        fc.nat(),
        (known, at) => {
          const name = known[at % known.length] ?? ""
          const nearest = nearestTo(name, known)
          expect(nearest[0]?.toLowerCase()).toBe(name.toLowerCase())
          for (const each of nearest) expect(known).toContain(each)
        }
      ),
      { numRuns: runs(1000) }
    )
  })
})
