/** 说明里的数: compared with the year before from its books where they are held, explained, followed and told apart like any figure. */
import { Books, Disclosures, Explanations } from "@juesuan/app"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { newBooks, openYear, payment, recorded, type TestBooks } from "./books.ts"

const line = { fund: "general-public-budget", functional: "2010306", kind: "basic" }

const inNextYear = (kind: string, data: object) =>
  Effect.flatMap(Books, (books) => books.record({ kind, data, unit: "001", year: 2025, actor: "会计岗" }))

/** 2024 with 600.00 received and 100.00 spent, 2025 with 20,000.00 received. */
const twoYears = async (): Promise<TestBooks> => {
  const books = newBooks()
  await books.run(openYear)
  await books.run(recorded("PaymentMade", payment))
  await books.run(inNextYear("YearOpened", { occurredOn: "2025-01-01", carryovers: [{ ...line, amount: "500.00" }] }))
  await books.run(inNextYear("RevenueReceived", revenue("20000.00")))
  return books
}

const revenue = (amount: string) => ({
  occurredOn: "2025-02-01",
  source: "general-public-budget",
  functional: "2010306",
  kind: "basic",
  amount,
  payer: "财政局"
})

const question = { scope: { unit: "001", year: 2025 } }
const change = "说明/总体情况/收入总计·比上年增减额"

const totals = Effect.map(
  Effect.flatMap(Disclosures, ({ narrative }) => narrative(question)),
  ({ narrative }) => narrative.sections[0]?.paragraphs[0]?.text
)

describe("与上年相比", () => {
  it("账里有上一年度，就用那一年的账；理由指到那一年的数", async () => {
    const books = await twoYears()
    expect(await books.run(totals)).toBe(
      "2025年度收入总计2.05万元，支出总计2.05万元。收入总计比上年增加1.99万元，增长3316.67%；支出总计比上年增加1.99万元，增长3316.67%。"
    )
    const { because } = await books.run(Effect.flatMap(Explanations, ({ explain }) => explain(change, question)))
    expect(because).toMatchObject({
      kind: "derived",
      inputs: [
        { ref: "公开01/总计/收入" },
        {
          ref: "上年/公开01/总计/收入",
          value: { value: "600.00", unit: "元" },
          because: {
            kind: "given",
            citation: { document: "本账库2024年度的账", article: "公开01/总计/收入", verified: true }
          }
        }
      ]
    })
  })

  it("账里没有上一年度，只用记下的上年数；没有记下的不写", async () => {
    const books = await twoYears()
    const { narrative } = await books.run(
      Effect.flatMap(Disclosures, (disclosures) => disclosures.narrative({ scope: { unit: "001", year: 2024 } }))
    )
    expect(narrative.sections[0]?.paragraphs[0]?.text).toBe("2024年度收入总计0.06万元，支出总计0.06万元。")
    expect(narrative.untold.map(({ missing }) => missing)).toContain("上年收入总计")
  })
})

describe("说明里的数", () => {
  it("history 列出使它变化的事件，diff 指出是哪些", async () => {
    const books = await twoYears()
    const [from] = [await books.length()]
    await books.run(inNextYear("RevenueReceived", revenue("10000.00")))
    const { changes } = await books.run(
      Effect.flatMap(Explanations, ({ history }) => history("说明/总体情况/收入总计", question))
    )
    expect(changes.map(({ type, value }) => [type, value])).toEqual([
      // 在此之前还不知道是哪里的单位，没有表。
      ["UnitRegistered", { value: "0", unit: "万元", exact: "0.00" }],
      ["YearOpened", { value: "0.05", unit: "万元", exact: "500.00" }],
      ["RevenueReceived", { value: "2.05", unit: "万元", exact: "20500.00" }],
      ["RevenueReceived", { value: "3.05", unit: "万元", exact: "30500.00" }]
    ])
    const { figures } = await books.run(
      Effect.flatMap(Explanations, ({ diff }) => diff({ at: from }, {}, question.scope))
    )
    expect(figures.find(({ ref }) => ref === change)).toMatchObject({
      before: { value: "1.99" },
      after: { value: "2.99" },
      events: [{ type: "RevenueReceived", amount: "10000.00" }]
    })
  })
})
