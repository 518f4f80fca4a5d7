/**
 * 写说明: what is written from tables, last year's figures and reasons reads like bookkeeping, and read back it agrees with the
 * tables it was written from.
 */
import { Quantities, type Quantity } from "@juesuan/domain"
import { narrativeParagraphs, narrativeRules, readNarrative, writeNarrative } from "@juesuan/rules"
import { assert, integer, property } from "fast-check"
import { describe, expect, it } from "vitest"
import { disclosureWith } from "./narrative-document.ts"
import { runs } from "../runs.ts"

const published = disclosureWith("")
const yuan = (text: string): Quantity => Quantities.quantity(text, Quantities.yuan)
const noFacts = { lastYear: () => undefined, reason: () => undefined }

const lastYear: Readonly<Record<string, string>> = {
  "income-expenditure-summary/total/income": "19993839.68",
  "income-expenditure-summary/total/expenditure": "19993839.68",
  "three-public/three-public/actual.overseas-travel": "0",
  "three-public/three-public/actual.vehicle-operation": "27600"
}
const facts = {
  lastYear: (cell: string) => (lastYear[cell] === undefined ? undefined : yuan(lastYear[cell])),
  reason: (cell: string) => (cell.startsWith("income-expenditure-summary/total") ? "项目减少" : undefined)
}

const paragraphs = (given: typeof noFacts | typeof facts) =>
  Object.fromEntries(
    writeNarrative(published, given).flatMap((section) => section.paragraphs.map(({ ref, text }) => [ref, text]))
  )

describe("写情况说明", () => {
  it("总计、与上年相比、主要原因", () => {
    expect(paragraphs(facts)["说明/总体情况/收支总计"]).toBe(
      "2024年度收入总计1,564.71万元，支出总计1,564.71万元。收入总计比上年减少434.67万元，下降21.74%；支出总计比上年减少434.67万元，下降21.74%，主要原因是项目减少。"
    )
  })

  it("没有上年数时不写增减，没有金额的不列", () => {
    const written = paragraphs(noFacts)
    expect(written["说明/总体情况/收支总计"]).toBe("2024年度收入总计1,564.71万元，支出总计1,564.71万元。")
    expect(written["说明/支出决算/支出构成"]).toBe(
      "2024年度支出合计1,564.71万元，其中：基本支出1,096.83万元，占支出合计的70.10%；项目支出467.89万元，占支出合计的29.90%。"
    )
  })

  it("“三公”经费没有支出的也写，写为 0", () => {
    expect(paragraphs(facts)["说明/三公经费/因公出国（境）费"]).toBe(
      "2024年度因公出国（境）费0万元。因公出国（境）费与上年相同。"
    )
  })

  it("款的罗列恰是有金额的款", () => {
    expect(paragraphs(noFacts)["说明/基本支出/公用经费"]).toBe(
      "公用经费47.32万元，主要包括办公费、差旅费、工会经费、公务用车运行维护费、其他交通费用、其他商品和服务支出。"
    )
  })

  it("每段说明它写的是哪些数", () => {
    const [first] = writeNarrative(published, facts)
    expect(first?.paragraphs[0]?.cells).toEqual([
      "income-expenditure-summary/total/income",
      "income-expenditure-summary/total/expenditure"
    ])
  })

  it("写出再读回，任何上年数都没有发现", () => {
    assert(
      property(integer({ min: 0, max: 9_999_999_99 }), (fen) => {
        const base = yuan((fen / 100).toFixed(2))
        const written = writeNarrative(published, { lastYear: () => base, reason: () => "人员变动" })
        const document = { ...published, narrative: narrativeParagraphs(written) }
        const findings = narrativeRules.flatMap((rule) => rule.judge(document).flatMap(({ finding }) => finding ?? []))
        // 各分项的上年数在这里各自任意，合起来不等于合计的上年数。
        expect(findings.filter(({ rule }) => rule !== "narrative.change-parts")).toEqual([])
        expect(readNarrative(document).claims.filter(({ kind }) => kind === "unjudged")).toEqual([])
      }),
      { numRuns: runs(60) }
    )
  })
})
