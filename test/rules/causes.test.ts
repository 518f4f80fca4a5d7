/** 归因: a mistake that is put into a consistent disclosure is seen, the wrong cell is named, its cause is among those given. */
import { type PublishedDisclosure, Quantities } from "@juesuan/domain"
import { checkRules, checkRulesFor, type Finding, judgeDisclosure } from "@juesuan/rules"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { diagnosed } from "../arbitrary/Diagnosed.ts"
import { amountsOf, planted, plants } from "../arbitrary/Mistakes.ts"
import { publishedYear, publishedYearWithSlippedTable, withTexts } from "../arbitrary/PublishedYear.ts"
import { runs } from "../runs.ts"

const errorsOf = (document: PublishedDisclosure): ReadonlyArray<Finding> =>
  judgeDisclosure(document, checkRules).findings.filter(({ severity }) => severity === "error")

describe("表表相符的决算公开", () => {
  it("没有错误，联合检查通过", () => {
    fc.assert(
      fc.property(publishedYear, (document) => {
        const { findings, receipts } = judgeDisclosure(document, checkRules)
        expect(findings.filter(({ severity }) => severity === "error" || severity === "warning")).toEqual([])
        expect(receipts.find(({ rule }) => rule === "national.joint.consistency")?.outcome).toBe("pass")
      }),
      { numRuns: runs(20) }
    )
  })

  it("受等式约束的数改动超过容许的两倍，一定查出，而且这个数在所列之中", () => {
    fc.assert(
      fc.property(publishedYear, fc.nat(), fc.integer({ min: 100, max: 99_999_999 }), (document, chance, change) => {
        const amounts = amountsOf(document)
        const amount = amounts[chance % amounts.length]
        if (amount === undefined) return
        // In hundredths of 万元; the widest equation has fewer than fifty terms, so that 1 万元 is more than twice its tolerance.
        const moved = Math.round(Number(amount.text) * 100) + change
        const text = `${Math.floor(moved / 100)}.${String(moved % 100).padStart(2, "0")}`
        const errors = errorsOf(withTexts(document, new Map([[amount.address, text]])))
        expect(errors.length).toBeGreaterThan(0)
        expect(errors.some(({ where }) => where.some(({ address }) => address === amount.address))).toBe(true)
      }),
      { numRuns: runs(25) }
    )
  })

  it("改动后各等式仍在容许之内的，不成其为勾稽错误", () => {
    fc.assert(
      fc.property(publishedYear, fc.nat(), (document, chance) => {
        const amounts = amountsOf(document)
        const amount = amounts[chance % amounts.length]
        if (amount === undefined) return
        const moved = Math.round(Number(amount.text) * 100) + 1
        const text = `${Math.floor(moved / 100)}.${String(moved % 100).padStart(2, "0")}`
        const changed = withTexts(document, new Map([[amount.address, text]]))
        const { findings, receipts } = judgeDisclosure(changed, checkRules)
        const failing = receipts.filter(({ outcome, rule }) => outcome === "fail" && rule.startsWith("identity."))
        const errors = findings.filter(({ rule, severity }) => severity === "error" && rule.startsWith("identity."))
        expect(errors.length > 0).toBe(failing.some(({ rule }) => rule !== "identity.basic-detail.pension"))
      }),
      { numRuns: runs(20) }
    )
  })
})

describe("放进去的差错", () => {
  it.each(plants)("%s：查得出，指得出，原因在所列之中，不把别的原因说成确定", (_, plant) => {
    let seenOnes = 0
    fc.assert(
      fc.property(publishedYear, fc.nat(), (document, chance) => {
        const mistake = planted(document, plant, chance)
        if (mistake === undefined) return
        const { errors, found, named, reproducible, seen, wrongCertain } = diagnosed(document, mistake)
        // A last digit that is off by one or two may lie within what rounding allows: then nobody can see it.
        if (!seen) return
        seenOnes += 1
        const said = errors.map(({ message }) => message.zh).join("\n")
        const caused = found || !reproducible
        expect({ said, named, caused, wrongCertain }).toEqual({ said, named: true, caused: true, wrongCertain: false })
      }),
      { numRuns: runs(8) }
    )
    expect(seenOnes).toBeGreaterThan(2)
  })

  it("收支总表的三个数错行，合计看不出来：互换其中两个也说得通，两个原因都在所列之中，都不说成确定", () => {
    const rows = ["income-of-year", "surplus-used", "opening-carryover"]
    const addresses = rows.map((row) => `income-expenditure-summary/${row}/income`)
    fc.assert(
      fc.property(publishedYear, (document) => {
        const texts = addresses.map(
          (address) => amountsOf(document).find((one) => one.address === address)?.text ?? "0"
        )
        const [income = "0", ...others] = texts
        fc.pre(others.every((text) => Number(text) > 10 && Number(income) - Number(text) > 10))
        const slipped = new Map(addresses.map((address, index) => [address, texts[(index + 2) % 3] ?? ""]))
        const errors = errorsOf(withTexts(document, slipped))
        expect(errors.map(({ cause }) => cause?.certainty)).toEqual(["possible"])
        const [{ cause } = {}] = errors
        const kinds = [cause?.kind, ...(cause?.alternatives ?? []).map(({ kind }) => kind)]
        expect(kinds).toEqual(expect.arrayContaining(["exchanged-figures", "shifted-column"]))
      }),
      { numRuns: runs(4) }
    )
  })

  it("整张表以元印出而说是万元：一条发现，说是单位用错", () => {
    fc.assert(
      fc.property(publishedYearWithSlippedTable, ({ disclosure, table }) => {
        const named = errorsOf(disclosure).filter(({ cause }) => cause?.kind === "unit-slip")
        expect(named.length).toBe(1)
        expect(named[0]?.where.some(({ address }) => address?.startsWith(`${table}/`))).toBe(true)
      }),
      { numRuns: runs(6) }
    )
  })
})

describe("一处差错，一条发现", () => {
  const document = fc.sample(publishedYear, { numRuns: 1, seed: 2024 })[0]
  if (document === undefined) throw new Error("no disclosure")
  const rules = checkRulesFor("shanxi", 2024)
  const address = "expenditure/total/expenditure.project"
  const printed = amountsOf(document).find((amount) => amount.address === address)?.text ?? ""
  const swapped = printed.replace(/(\d)(\d)\./u, "$2$1.")

  it("合计数的两位颠倒：说出印的数、应有的数、原因和所涉规则，回执不变", () => {
    expect(swapped).not.toBe(printed)
    const changed = withTexts(document, new Map([[address, swapped]]))
    const judged = judgeDisclosure(changed, rules)
    const [finding, ...others] = judged.findings.filter(({ severity }) => severity === "error")
    expect(others).toEqual([])
    expect(finding?.cause?.kind).toBe("swapped-digits")
    expect(finding?.found).toBe(`${swapped}万元`)
    expect(finding?.expected).toBe(`${printed}万元`)
    expect(finding?.where[0]?.address).toBe(address)
    expect(finding?.rules).toEqual(
      expect.arrayContaining(["identity.expenditure.across", "identity.expenditure.hierarchy"])
    )
    const failed = judged.receipts.filter(({ outcome }) => outcome === "fail").map(({ rule }) => rule)
    for (const rule of finding?.rules ?? []) expect(failed).toContain(rule)
  })

  it("一张表里连同合计都改了，别的表没有跟着改：一条发现，说改动没有带到底", () => {
    const item = amountsOf(document).find(({ address }) => /^expenditure\/\d{7}\/expenditure\.project$/u.test(address))
    const [, code = ""] = item?.address.split("/") ?? []
    const rows = [code, code.slice(0, 5), code.slice(0, 3), "total"]
    const changed = rows.flatMap((row) =>
      ["expenditure.project", "expenditure-of-year"].map((column) => `expenditure/${row}/${column}`)
    )
    const texts = amountsOf(document)
      .filter(({ address }) => changed.includes(address))
      .map(({ address, text }) => [address, (Math.round(Number(text) * 100 + 5500) / 100).toFixed(2)] as const)
    expect(texts.length).toBe(changed.length)
    const errors = errorsOf(withTexts(document, new Map(texts)))
    expect(errors.map(({ cause }) => cause?.kind)).toEqual(["carried-change"])
    const addresses = errors[0]?.where.map(({ address }) => address) ?? []
    expect(addresses).toEqual(expect.arrayContaining(["expenditure/total/expenditure-of-year"]))
    expect(errors[0]?.rules?.length).toBeGreaterThan(1)
  })

  it("分不清是哪个数的，说分不清，原来的两端都在", () => {
    const changed = withTexts(document, new Map([["further-information/procurement/amount", "99999.99"]]))
    const [finding, ...others] = errorsOf(changed)
    expect(others).toEqual([])
    expect(finding?.message.zh).toContain("分不清")
    expect(finding?.rule).toBe("identity.further-information.procurement")
    expect(finding?.cause?.certainty).not.toBe("certain")
    expect([finding?.expected, finding?.found]).toContain("99999.99万元")
  })

  it("印出的数都是精确的十进制数，不是浮点数", () => {
    const changed = withTexts(document, new Map([[address, swapped]]))
    const [finding] = errorsOf(changed)
    const value = (text: string | undefined) => Quantities.quantity((text ?? "").replace("万元", ""), Quantities.yuan)
    const apart = Quantities.minus(value(finding?.found), value(finding?.expected))
    const difference = value(finding?.difference)
    const tolerance = value(finding?.tolerance)
    const magnitude = Quantities.isNegative(apart)
      ? Quantities.minus(Quantities.quantity("0", Quantities.yuan), apart)
      : apart
    const off = Quantities.minus(magnitude, difference)
    expect(Quantities.compare(off, tolerance)).toBeLessThanOrEqual(0)
  })
})

describe("文字里的差错", () => {
  const document = fc.sample(publishedYear, { numRuns: 1, seed: 2024 })[0]
  if (document === undefined) throw new Error("no disclosure")
  const textAt = (address: string) => amountsOf(document).find((amount) => amount.address === address)?.text ?? ""
  const total = textAt("expenditure/total/expenditure-of-year")
  const basic = textAt("expenditure/total/expenditure.basic")
  const share = ((Number(basic) / Number(total)) * 100).toFixed(2)
  const saying = (tables: PublishedDisclosure, amount: string): PublishedDisclosure => ({
    ...tables,
    narrative: [
      {
        headings: ["第三部分 2024年度部门决算情况说明", "三、支出决算情况说明"],
        text: `2024年度支出合计${total}万元，其中：基本支出${amount}万元，占${share}%。`,
        place: { page: 12 }
      }
    ]
  })
  const slipped = basic.replace(/^(\d)(\d)/u, "$2$1")

  it("写得对的没有错误", () => {
    expect(errorsOf(saying(document, basic))).toEqual([])
  })

  it("金额颠倒了两位：连同由此不符的占比是一条发现", () => {
    const [finding, ...others] = errorsOf(saying(document, slipped))
    expect(others).toEqual([])
    expect(finding?.rules).toEqual(["narrative.amount", "narrative.share"])
    expect([finding?.cause?.kind, ...(finding?.cause?.alternatives ?? []).map(({ kind }) => kind)]).toContain(
      "swapped-digits"
    )
    expect(finding?.cause?.certainty).toBe("possible")
  })

  it("表中的数错了而文字是对的：文字是证据，一条发现，指的是表中的数", () => {
    const address = "expenditure/total/expenditure.basic"
    const tables = withTexts(document, new Map([[address, slipped]]))
    const [finding, ...others] = errorsOf(saying(tables, basic))
    expect(others).toEqual([])
    expect(finding?.where[0]?.address).toBe(address)
    expect(finding?.cause?.kind).toBe("swapped-digits")
    expect(finding?.rules).toContain("narrative.amount")
  })
})

describe("照抄上年数", () => {
  const kindsOf = ({ cause }: Finding): ReadonlyArray<string> => [
    ...(cause === undefined ? [] : [cause.kind]),
    ...(cause?.alternatives ?? []).map(({ kind }) => kind)
  ]
  const judgedBeside = (document: PublishedDisclosure, previous: PublishedDisclosure) =>
    judgeDisclosure(document, checkRules, { previous: { ...previous, year: 2023 } }).findings

  it("填的是上年公开里同一格的数：原因在所列之中；上年是别的数就不说", () => {
    fc.assert(
      fc.property(publishedYear, publishedYear, fc.nat(), (document, previous, chance) => {
        const before = new Map(amountsOf(previous).map(({ address, text }) => [address, text]))
        const both = amountsOf(document).filter(
          ({ address, text }) => Math.abs(Number(before.get(address) ?? text) - Number(text)) >= 1
        )
        const amount = both[chance % both.length]
        fc.pre(amount !== undefined)
        const copied = withTexts(document, new Map([[amount.address, before.get(amount.address) ?? ""]]))
        const other = withTexts(previous, new Map([[amount.address, amount.text]]))
        const isToldBy = ({ cause, where }: Finding): boolean =>
          [...(cause === undefined ? [] : [{ ...cause, where }]), ...(cause?.alternatives ?? [])].some(
            ({ kind, where: [at] }) => kind === "figure-of-last-year" && at?.address === amount.address
          )
        expect(judgedBeside(copied, previous).some(isToldBy)).toBe(true)
        expect(judgedBeside(copied, other).some(isToldBy)).toBe(false)
      }),
      { numRuns: runs(4) }
    )
  })

  const document = fc.sample(publishedYear, { numRuns: 1, seed: 2024 })[0]
  if (document === undefined) throw new Error("no disclosure")
  const address = "expenditure/total/expenditure.basic"
  const basic = amountsOf(document).find((amount) => amount.address === address)?.text ?? ""
  const lastYear = (Number(basic) - 317.42).toFixed(2)
  const saying = (tables: PublishedDisclosure, text: string): PublishedDisclosure => ({
    ...tables,
    narrative: [
      {
        headings: ["第三部分 2024年度部门决算情况说明", "三、支出决算情况说明"],
        text,
        place: { page: 12 }
      }
    ]
  })
  const change = `2024年度基本支出${basic}万元，与上年相比，基本支出增加317.42万元。`

  it("没有上年公开，文字说的增减额推得出上年数：表中填的正是它", () => {
    const [finding, ...others] = errorsOf(saying(withTexts(document, new Map([[address, lastYear]])), change))
    expect(others).toEqual([])
    expect(finding?.cause?.kind).toBe("figure-of-last-year")
    expect(finding?.where.some(({ quote }) => quote?.includes("317.42"))).toBe(true)
    const another = withTexts(document, new Map([[address, (Number(lastYear) - 1).toFixed(2)]]))
    expect(errorsOf(saying(another, change)).flatMap(kindsOf)).not.toContain("figure-of-last-year")
  })

  it("表是对的，文字抄了上年的数：也说得出，只是不说成确定", () => {
    const before = withTexts(document, new Map([[address, lastYear]]))
    const [finding, ...others] = judgedBeside(saying(document, `2024年度基本支出${lastYear}万元。`), before).filter(
      ({ rule }) => rule === "narrative.amount"
    )
    expect(others).toEqual([])
    expect(finding?.cause).toMatchObject({ kind: "figure-of-last-year", certainty: "possible" })
  })
})
