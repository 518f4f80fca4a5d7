/** 跨年勾稽: two disclosures of one unit, written as a person would; figures are made up. */
import { readDisclosure } from "@juesuan/documents"
import type { PublishedDisclosure } from "@juesuan/domain"
import { checkRulesFor, type Judgement } from "@juesuan/rules"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"

interface Year {
  readonly year: number
  readonly opening?: string
  readonly income?: string
  readonly closing?: string
  readonly expenditure?: string
  readonly total?: string
  readonly text?: string
}

const summary = ({ closing = "", expenditure = "", income = "", opening = "", text = "", total = "", year }: Year) =>
  `${year}年度某局部门决算公开

收入支出决算总表
公开01表
部门名称：某局
${year}年度
金额单位：万元
收入\t行次\t金额\t支出\t行次\t金额
一、一般公共预算财政拨款收入\t1\t${income}\t一、一般公共服务支出\t32\t${expenditure}
本年收入合计\t27\t${income}\t本年支出合计\t58\t${expenditure}
年初结转和结余\t29\t${opening}\t年末结转和结余\t60\t${closing}
总计\t31\t${total}\t总计\t62\t${total}
${text === "" ? "" : `\n第三部分 ${year}年度部门决算情况说明\n\n一、收入支出决算总体情况说明\n\n${text}\n`}`

const read = async (text: string): Promise<PublishedDisclosure> =>
  Result.getOrThrow(await readDisclosure([{ name: "决算公开.txt", bytes: new TextEncoder().encode(text) }]))

const judged = async (rule: string, now: Year, before?: Year): Promise<ReadonlyArray<Judgement>> => {
  const found = checkRulesFor("national", now.year).find(({ id }) => id === rule)
  if (found === undefined) throw new Error(`no rule ${rule}`)
  const previous = before === undefined ? undefined : await read(summary(before))
  return found.judge(await read(summary(now)), { previous })
}

const outcomes = async (...asked: Parameters<typeof judged>) => (await judged(...asked)).map(({ outcome }) => outcome)

const carryover = "identity.previous-year.carryover"
const before = { year: 2023, income: "480.00", expenditure: "460.00", closing: "20.00", total: "480.00" }
const now = {
  year: 2024,
  opening: "20.00",
  income: "500.00",
  expenditure: "510.00",
  closing: "10.00",
  total: "520.00"
}

describe("年初结转与上年年末", () => {
  it("没有上一年度的公开：不适用，说明原因", async () => {
    const [only] = await judged(carryover, now)
    expect(only).toMatchObject({ outcome: "not-applicable", reason: { zh: "没有给出上一年度的决算公开" } })
    expect(only?.undecided).toBeUndefined()
  })

  it("相等通过；差一个末位是尾差；多出来是错误，两边的位置都指出，上年的不会当成本年的", async () => {
    expect(await outcomes(carryover, now, before)).toEqual(["pass"])
    expect(await outcomes(carryover, now, { ...before, closing: "20.01" })).toEqual(["rounding"])
    const [wrong] = await judged(carryover, now, { ...before, closing: "30.00" })
    expect(wrong).toMatchObject({
      outcome: "fail",
      finding: { severity: "error", expected: "30.00万元", found: "20.00万元", difference: "10.00万元" }
    })
    const [ours, theirs, more] = wrong?.finding?.where ?? []
    expect(ours?.address).toBe("income-expenditure-summary/opening-carryover/income")
    expect(theirs).toMatchObject({
      table: "2023年度 公开01 收入支出决算总表",
      row: "年末结转和结余",
      file: "决算公开.txt"
    })
    expect([theirs?.address, more]).toEqual([undefined, undefined])
  })

  it("上年有数而本年空白，本年有数而上年空白，都是错误", async () => {
    expect(await outcomes(carryover, { ...now, opening: "" }, before)).toEqual(["fail"])
    expect(await outcomes(carryover, now, { ...before, closing: "" })).toEqual(["fail"])
    expect(await outcomes(carryover, { ...now, opening: "" }, { ...before, closing: "" })).toEqual(["pass"])
  })

  it("文字写明年初结转作了调整：请说明，不是错误", async () => {
    const text = "本年度因会计差错更正，年初结转和结余作了调整。"
    const [wrong] = await judged(carryover, { ...now, text }, { ...before, closing: "30.00" })
    expect(wrong?.finding?.severity).toBe("warning")
    expect(wrong?.finding?.where.at(-1)?.quote).toBe("会计差错更正")
  })

  it("给的不是上一年度：不判断，并且算作未决", async () => {
    const [only] = await judged(carryover, now, { ...before, year: 2022 })
    expect(only).toMatchObject({ outcome: "insufficient-data", undecided: true })
    expect(only?.reason?.en).toContain("2022")
  })

  it("看不清的数不判断", async () => {
    const [only] = await judged(carryover, now, { ...before, closing: "2O.00" })
    expect(only).toMatchObject({ outcome: "insufficient-data", undecided: true })
  })
})

describe("文字里的上年数", () => {
  const rule = "narrative.previous-year"
  const said = (text: string): Year => ({ ...now, text })

  it("本年数减去增加额就是上年公开的数；持平就是本年数", async () => {
    expect(
      await outcomes(rule, said("2024年度收入总计520.00万元，与上年相比，收入总计增加40.00万元。"), before)
    ).toEqual(["pass"])
    expect(
      await outcomes(rule, said("2024年度收入总计520.00万元，与上年持平。"), { ...before, total: "520.00" })
    ).toEqual(["pass"])
  })

  it("推得的上年数与上年公开的不同是错误；增减方向写反也由此看出", async () => {
    const [wrong] = await judged(rule, said("2024年度收入总计520.00万元，与上年相比，收入总计增加30.00万元。"), before)
    expect(wrong).toMatchObject({ outcome: "fail", finding: { severity: "error", expected: "480.00万元" } })
    expect(
      await outcomes(rule, said("2024年度收入总计520.00万元，与上年相比，收入总计减少40.00万元。"), before)
    ).toEqual(["fail"])
  })

  it("只写了幅度的，按上年公开的数算；方向写反也是错误，差一个末位不是", async () => {
    const growing = (words: string) => said(`2024年度收入总计520.00万元，与上年相比，${words}。`)
    expect(await outcomes(rule, growing("增长8.33%"), before)).toEqual(["pass"])
    expect(await outcomes(rule, growing("增长8.34%"), before)).toEqual(["pass"])
    const [wrong] = await judged(rule, growing("增长12.50%"), before)
    expect(wrong).toMatchObject({ outcome: "fail", finding: { severity: "error", found: "12.5%" } })
    expect(wrong?.finding?.message.zh).toContain("480.00万元")
    expect(await outcomes(rule, growing("下降8.33%"), before)).toEqual(["fail"])
    expect(await outcomes(rule, growing("增长8.33%"))).toEqual(["not-applicable"])
  })

  it("没有上一年度的公开，或文字没有上年数：不适用", async () => {
    const text = said("2024年度收入总计520.00万元，与上年相比，收入总计增加30.00万元。")
    expect(await outcomes(rule, text)).toEqual(["not-applicable"])
    expect(await outcomes(rule, said("2024年度收入总计520.00万元。"), before)).toEqual(["not-applicable"])
  })
})
