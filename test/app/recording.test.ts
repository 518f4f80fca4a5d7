/** 记账: what is refused, and that nothing is stored then; what is stored once however often it is asked; corrections. */
import { Books, Disclosures, Explanations } from "@juesuan/app"
import * as Effect from "effect/Effect"
import { beforeEach, describe, expect, test } from "vitest"
import { newBooks, openYear, payment, recorded, type TestBooks } from "./books.ts"

let books: TestBooks
beforeEach(async () => {
  books = newBooks()
  await books.run(openYear)
})

const figure = (ref: string, asOf = {}) =>
  Effect.map(
    Effect.flatMap(Disclosures, (disclosures) => disclosures.figure(ref, { asOf })),
    ({ figure: { value } }) => (value._tag === "Quantity" ? value.quantity.amount.toFixed(2) : value._tag)
  )

describe("坏输入：说明怎么办，什么也不入账", () => {
  test.each([
    ["没有的科目", "PaymentMade", { ...payment, functional: "2010388" }, "notAllowed", "2010388"],
    ["三位小数", "PaymentMade", { ...payment, amount: "1.005" }, "usage", "amount"],
    ["负数", "PaymentMade", { ...payment, amount: "-1.00" }, "usage", "amount"],
    ["没有这一天", "PaymentMade", { ...payment, occurredOn: "2024-02-30" }, "usage", "occurredOn"],
    ["超出可用预算", "PaymentMade", { ...payment, amount: "1000.01" }, "notAllowed", "1000.00"],
    ["没有预算的资金", "PaymentMade", { ...payment, fund: "government-fund" }, "notAllowed", "政府性基金"],
    ["没有的事件种类", "PaymentMad", payment, "usage", "PaymentMade"],
    ["只有空格的文字", "PaymentMade", { ...payment, payee: "  " }, "usage", "payee"],
    [
      "同一种车辆列了两次",
      "VehiclesCounted",
      {
        occurredOn: "2024-12-31",
        vehicles: [
          { kind: "other", count: 1 },
          { kind: "other", count: 2 }
        ]
      },
      "usage",
      "每种只列一次"
    ],
    ["不认识的字段", "YearClosed", { occurredOn: "2024-12-31", note: "x" }, "usage", "note"],
    ["年度已经开账", "YearOpened", { occurredOn: "2024-01-03", carryovers: [] }, "notAllowed", "2024"]
  ])("%s", async (...[, kind, data, category, says]) => {
    const before = await books.length()
    const error = await books.refused(recorded(kind, data))
    const told = [error.says.zh, ...error.issues.map((issue) => `${issue.column ?? ""} ${issue.says.zh}`)].join("\n")
    expect([error.category, told.includes(says)]).toEqual([category, true])
    expect(error.says.en).not.toBe("")
    expect(await books.length()).toBe(before)
  })

  test("已关账年度的付款", async () => {
    await books.run(recorded("YearClosed", { occurredOn: "2024-12-31" }))
    const before = await books.length()
    const error = await books.refused(recorded("PaymentMade", payment))
    expect([error.code, error.category]).toEqual(["YearClosed", "notAllowed"])
    expect(await books.length()).toBe(before)
  })

  test("分值合计不等于规则集的分值；得分高于分值", async () => {
    const project = { project: "P01" }
    await books.run(
      recorded(
        "ProjectEstablished",
        { occurredOn: "2024-01-05", name: "房租费", basis: "租房合同", office: "办公室" },
        project
      )
    )
    const indicator = {
      occurredOn: "2024-01-06",
      level1: "产出指标",
      level2: "数量指标",
      indicator: "面积",
      direction: "higher",
      weight: "20",
      filing: "initial",
      target: { form: "quantitative", operator: ">=", value: "100", unit: "平方米" }
    }
    await books.run(recorded("IndicatorDeclared", indicator, project))
    await books.run(
      recorded(
        "ActualValueRecorded",
        { occurredOn: "2024-12-20", indicator: "面积", actual: { form: "quantitative", value: "100" } },
        project
      )
    )
    const before = await books.length()
    const above = await books.refused(
      recorded("IndicatorScored", { occurredOn: "2024-12-21", indicator: "面积", score: "20.5" }, project)
    )
    expect(above.says.zh).toMatch(/20.5.*20|20.*20.5/u)
    const unequal = await books.refused(
      recorded("SelfEvaluationConcluded", { occurredOn: "2024-12-22", grade: "excellent" }, project)
    )
    expect(unequal.says.zh).toMatch(/90/u)
    expect(await books.length()).toBe(before)
  })

  test("写错的地址给出最接近的地址", async () => {
    const error = await books.refused(
      Effect.flatMap(Explanations, (explanations) => explanations.explain("公开03/201/项目指出"))
    )
    expect(error.category).toBe("notFound")
    expect(error.says.zh).toContain("公开03/")
  })

  test("两人同时写：版本不符者得到冲突，什么也不入账", async () => {
    const stale = await books.refused(recorded("PaymentMade", payment, { expectedVersion: 1 }))
    expect([stale.category, stale.code]).toEqual(["conflict", "ConcurrencyConflict"])
  })

  test("不写版本的并发付款逐笔重新决定，可用预算一分不超", async () => {
    const attempts = Array.from({ length: 12 }, () => books.run(Effect.result(recorded("PaymentMade", payment))))
    const outcomes = await Promise.all(attempts)
    expect(outcomes.filter(({ _tag }) => _tag === "Success")).toHaveLength(10)
    expect(await books.run(figure("公开03/201/基本支出"))).toBe("1000.00")
  })
})

describe("同一命令只生效一次", () => {
  test("重复提交得到第一次的回答；换了内容被拒绝", async () => {
    const first = await books.run(recorded("PaymentMade", payment, { commandId: "c-1" }))
    const before = await books.length()
    const again = await books.run(recorded("PaymentMade", payment, { commandId: "c-1" }))
    expect([again.repeated, again.events]).toEqual([true, first.events])
    const other = await books.refused(recorded("PaymentMade", { ...payment, amount: "2.00" }, { commandId: "c-1" }))
    expect(other.code).toBe("CommandIdReused")
    expect(await books.length()).toBe(before)
  })

  test("只检查：给出将要入账的事件，什么也不入账", async () => {
    const before = await books.length()
    const planned = await books.run(recorded("PaymentMade", payment, { dryRun: true }))
    expect(planned.planned.map(({ id }) => id)).toEqual(["year-001-2024@4"])
    expect(await books.length()).toBe(before)
  })
})

describe("红字冲销与更正", () => {
  const correct = (event: string, replacement?: object) =>
    Effect.flatMap(Books, (all) =>
      all.correct({ event, reason: "科目用错", actor: "会计岗", ...(replacement === undefined ? {} : { replacement }) })
    )

  test("冲销后数字不留痕迹；更正在同一事务里，并指明更正了谁", async () => {
    const { events } = await books.run(recorded("PaymentMade", payment))
    const id = events[0]?.id ?? ""
    const corrected = await books.run(correct(id, { ...payment, economic: "30211" }))
    expect(corrected.events.map(({ type, metadata }) => [type, metadata.corrects])).toEqual([
      ["EventReversed", undefined],
      ["PaymentMade", id]
    ])
    expect(await books.run(figure("公开06/30201/决算数"))).toBe("0.00")
    expect(await books.run(figure("公开06/30211/决算数"))).toBe("100.00")
    const again = await books.refused(correct(id))
    expect(again.code).toBe("AlreadyReversed")
  })

  test("更正不改变更早位置、更早入账时间的回答；按业务日期则改变", async () => {
    books.at("2024-03-05T02:00:00.000Z")
    const { events } = await books.run(recorded("PaymentMade", payment))
    const { id = "", position = 0 } = events[0] ?? {}
    books.at("2024-04-01T02:00:00.000Z")
    await books.run(correct(id))
    const ref = "公开03/2010306/基本支出"
    expect(await books.run(figure(ref, { at: position }))).toBe("100.00")
    expect(await books.run(figure(ref, { knownAt: "2024-03-31" }))).toBe("100.00")
    expect(await books.run(figure(ref, { until: "2024-03-31" }))).toBe("0.00")
  })

  test("没有的事件：说明怎样指称事件", async () => {
    const error = await books.refused(correct("year-001-2024@99"))
    expect([error.category, error.says.zh.includes("日志位置")]).toEqual(["notFound", true])
  })
})

describe("追溯", () => {
  test("历史列出每次变化及其后的值；差异指明事件；事件指明所入的数字", async () => {
    const first = await books.run(recorded("PaymentMade", payment))
    const second = await books.run(recorded("PaymentMade", { ...payment, occurredOn: "2024-06-03", amount: "23.45" }))
    const [at, to] = [first.events[0]?.position ?? 0, second.events[0]?.position ?? 0]
    const ref = "公开03/2010306/基本支出"
    const told = await books.run(Effect.flatMap(Explanations, (all) => all.history(ref)))
    expect(
      told.changes.map(({ position, value }) => [position, value === null || !("exact" in value) ? value : value.exact])
    ).toEqual([
      [at, "100.00"],
      [to, "123.45"]
    ])
    const difference = await books.run(Effect.flatMap(Explanations, (all) => all.diff({ at }, { at: to })))
    const moved = difference.figures.find((each) => each.ref === ref)
    expect(moved?.events.map(({ event }) => event)).toEqual([second.events[0]?.id])
    const fed = await books.run(Effect.flatMap(Explanations, (all) => all.fedBy(String(to))))
    expect(fed.figures.map((each) => each.ref)).toContain("公开01/总计/支出")
  })
})

describe("更正项目名称", () => {
  test("更正立项或更正入库，各处都用后记录的名称", async () => {
    const project = { project: "P01" }
    const basis = { occurredOn: "2024-01-05", basis: "合同", office: "办公室" }
    await books.run(recorded("ProjectEstablished", { ...basis, name: "甲" }, project))
    const line = { fund: "general-public-budget", functional: "2010306", kind: "project", project: "P01" }
    await books.run(
      recorded("InitialBudgetApproved", {
        occurredOn: "2024-01-15",
        ...line,
        approved: "5.00",
        approval: "财预〔2024〕2号"
      })
    )
    const correct = (event: string, replacement: object) =>
      Effect.flatMap(Books, (all) => all.correct({ event, reason: "名称写错", actor: "预算岗", replacement }))
    await books.run(correct("project-001-2024-P01@1", { ...basis, name: "乙" }))
    expect(await books.run(figure("自评/乙/预算编制数"))).toBe("5.00")
    expect(await books.run(figure("预算/乙/年初预算数"))).toBe("5.00")
    expect((await books.refused(figure("自评/甲/预算编制数"))).category).toBe("notFound")
  })
})
